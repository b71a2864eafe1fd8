"""Read a container (body, cell, note …) as units, and a paragraph as segments with offsets."""

from __future__ import annotations

from collections.abc import Iterator

from contractkit.ooxml import text as pieces_of
from contractkit.ooxml.elements import child_of, empty_like
from contractkit.ooxml.names import (
    CUSTOMXML,
    PPR,
    SDT,
    SDTPR,
    SECTPR,
    TBL,
    TRACKED,
    P,
    local,
    w,
)
from contractkit.ooxml.package import Element, Package
from contractkit.ooxml.text import ANCHOR, FIELD, MARK, MATH, NOTE, TEXT, Piece, is_loose, pieces
from contractkit.redline.signature import Target, shape, signature, targets
from contractkit.redline.units import NO_FORMAT, SECTION, Formats, Segment, Unit

FLDCHAR_TYPE = w("fldCharType")
UNIT_TAGS = {P: "p", TBL: "tbl", SDT: "sdt", CUSTOMXML: "sdt"}


class Reader:
    """Reads the units of one part of one package."""

    def __init__(
        self, package: Package, part: str, formats: Formats, *, keeps_changes: bool = False
    ) -> None:
        self._keeps_changes = keeps_changes
        self.package = package
        self.part = part
        self.target: Target = targets(package, part)
        self._formats = formats
        self._fields: list[str] = []
        self._contexts: dict[Element, str] = {}

    def units(self, container: Element) -> list[Unit]:
        """The units of ``container`` in order."""
        found: list[Unit] = []
        loose: list[Element] = []
        for child in container:
            kind = UNIT_TAGS.get(child.tag)
            if kind == "p":
                unit = self.paragraph(child)
            elif kind is not None:
                unit = self._block(kind, child)
            elif child.tag == SECTPR or local(child.tag).endswith("Pr"):
                continue
            elif is_anchor(child):
                loose.append(child)
                continue
            elif isinstance(child.tag, str) and child.tag != w("proofErr"):
                unit = Unit("other", child, key=repr(shape(child, self.target)))
            else:
                continue
            unit.loose = loose
            loose = []
            found.append(unit)
        if loose and found:
            found[-1].loose.extend(loose)
        return found

    def paragraph(self, element: Element) -> Unit:
        """The unit of a ``w:p``."""
        unit = Unit("p", element)
        at = 0
        for segment in self._segments(element):
            if segment.kind == ANCHOR:
                unit.anchors.append((at, segment.pieces[0]))
                continue
            at = segment.place(at)
            unit.segments.append(segment)
        unit.text = "".join([s.text for s in unit.segments])
        unit.key = _key(unit.segments)
        properties = child_of(element, PPR)
        if properties is not None and properties.find(SECTPR) is not None:
            unit.breaks_section = True
            unit.key += SECTION
        return unit

    def _block(self, kind: str, element: Element) -> Unit:
        text = "\n".join(pieces_of.paragraph_text(p) for p in element.iter(P))
        unit = Unit(kind, element, text=text, key=f"\x04{kind}{text}")
        if kind == "sdt":
            unit.key += self.wrapper(element)
        return unit

    def _segments(self, element: Element) -> Iterator[Segment]:
        """The segments; equal neighbours joined, each field code one segment."""
        last: Segment | None = None
        code: Segment | None = None  # a field code that is being collected
        depth = 0
        for piece in pieces(element):
            if code is not None:
                code.pieces.append(piece)
                kind = piece.element.get(FLDCHAR_TYPE)
                depth += {"begin": 1, "end": -1}.get(kind or "", 0)
                if depth == 0 or (depth == 1 and kind == "separate"):
                    yield self._close_code(code)
                    code = None
                continue
            segment = self._segment(piece)
            if piece.kind == FIELD and piece.element.get(FLDCHAR_TYPE) == "begin":
                if last is not None:
                    yield last
                last, code, depth = None, segment, 1
                continue
            if last is not None and _joins(last, segment):
                last.text += segment.text
                last.key = last.text
                last.pieces.append(piece)
                continue
            if last is not None:
                yield last
            last = segment
        if last is not None:
            yield last
        if code is not None:
            yield self._close_code(code)

    def _close_code(self, code: Segment) -> Segment:
        """A field's code is one token; what stands between it and the field's end is its result."""
        instruction = " ".join(
            "".join(
                p.element.text or p.element.get(FLDCHAR_TYPE) or ""
                for p in code.pieces
                if p.kind == FIELD
            ).split()
        )
        code.key = f"field {instruction}"
        if code.pieces[-1].element.get(FLDCHAR_TYPE) != "end":
            self._fields.append(code.key)
        return code

    def _segment(self, piece: Piece) -> Segment:
        if piece.path:
            context = self._context(tuple([e for e in piece.path if e.tag not in TRACKED]))
            piece.path = self._without_changes(piece.path)
        else:
            context = "|".join(self._fields)
        kind = piece.kind
        number = self._formats.number(piece.run) if kind != ANCHOR else NO_FORMAT
        if kind == TEXT:
            key = piece.text
        elif kind == FIELD:
            key = self._field_end(piece)
        elif kind in (NOTE, MARK):
            key = repr(signature(piece.element)[:2]) if kind == MARK else piece.element.tag
        elif kind == MATH:
            key = repr(signature(piece.element, self.target))
        elif kind == ANCHOR:
            key = ""
        else:
            key = repr(shape(piece.element, self.target))
        found = Segment(kind, piece.text, key, number, piece.path, context, [piece])
        found.loose = kind == TEXT and is_loose(piece.element)
        return found

    def _without_changes(self, path: tuple[Element, ...]) -> tuple[Element, ...]:
        """The wrappers to write: somebody else's change is kept where it is, and not copied."""
        if self._keeps_changes:
            return path
        return tuple([e for e in path if e.tag not in TRACKED])

    def _field_end(self, piece: Piece) -> str:
        if piece.element.get(FLDCHAR_TYPE) == "end" and self._fields:
            return f"end {self._fields.pop()}"
        return f"part {piece.element.get(FLDCHAR_TYPE, '')} {piece.element.text or ''}"

    def _context(self, path: tuple[Element, ...]) -> str:
        return "|".join([*self._fields, *map(self.wrapper, path)])

    def wrapper(self, element: Element) -> str:
        """What is compared of a wrapper (hyperlink, content control): not what stands in it."""
        if element not in self._contexts:
            if element.tag == SDT:
                properties = element.find(SDTPR)
                held = (
                    [c for c in properties if local(c.tag) != "id"]
                    if properties is not None
                    else []
                )
                found = repr(sorted(repr(signature(c, self.target)) for c in held))
            else:
                found = repr(signature(empty_like(element), self.target))
            self._contexts[element] = found
        return self._contexts[element]


def _key(segments: list[Segment]) -> str:
    """What is compared of a paragraph: its text, and where a wrapper or an object stands."""
    found: list[str] = []
    inside = ""
    for segment in segments:
        if segment.kind != TEXT:
            inside = ""
            found.append(f"\x00{segment.key}\x01{segment.context}\x02")
            continue
        if segment.context != inside:
            found.append(f"\x01{segment.context}\x02")
            inside = segment.context
        found.append(segment.text)
    return "".join(found)


def _joins(left: Segment, right: Segment) -> bool:
    return (
        left.kind == right.kind == TEXT
        and not left.loose
        and not right.loose
        and left.format == right.format
        and left.path == right.path
        and left.context == right.context
    )


def is_anchor(element: Element) -> bool:
    """Whether the element has no width and no part in the comparison: a bookmark, a range."""
    return isinstance(element.tag, str) and local(element.tag) in ANCHORS


ANCHORS = frozenset(
    "bookmarkStart bookmarkEnd commentRangeStart commentRangeEnd commentReference "
    "permStart permEnd".split()
)
