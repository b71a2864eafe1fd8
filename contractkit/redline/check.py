"""Resolve a redline both ways and say where it differs from its two sides.

Compared are blocks in order, the text, objects, wrappers and formatting of each paragraph, the
properties of paragraphs, tables, rows, cells and sections, the notes in the order of their
references, text boxes, and the headers and footers that each section shows.
"""

from __future__ import annotations

from collections.abc import Iterator

from contractkit.ooxml import revisions
from contractkit.ooxml.elements import child_of, held
from contractkit.ooxml.names import (
    ID,
    PPR,
    RPR,
    SDT,
    SDTCONTENT,
    SECTPR,
    TBL,
    TBLGRID,
    TBLPR,
    TC,
    TCPR,
    TR,
    TRPR,
    TXBX,
    P,
    local,
    w,
)
from contractkit.ooxml.package import Element, Package
from contractkit.redline.notes import KINDS
from contractkit.redline.properties import same
from contractkit.redline.reading import Reader
from contractkit.redline.sections import shown
from contractkit.redline.signature import written_alike
from contractkit.redline.units import Formats, Unit

BLOCKS = frozenset({P, TBL, SDT})
PROPERTIES = {TBL: (TBLPR, TBLGRID), TR: (TRPR,), TC: (TCPR,)}
INNER = {TBL: TR, TR: TC}
SHORT = 60


def check(result: Package, base: Package, other: Package) -> str:
    """Where ``result`` differs from its sides when resolved; "" where it does not.

    ``result`` is used up: it is the rejected one in the end.
    """
    accepted = revisions.resolved(result, True)
    revisions.reject(result)
    formats = Formats()
    for resolved, side, name in ((accepted, other, "accepted"), (result, base, "rejected")):
        problem = next(_Sides(resolved, side, formats).differences(), None)
        if problem:
            return f"{name}, {problem}"
    return ""


def difference(mine: Package, theirs: Package) -> str:
    """Where two documents differ, in words; "" where they do not."""
    return next(_Sides(mine, theirs, Formats()).differences(), "")


class _Sides:
    """A resolved redline and the document that it should be."""

    def __init__(self, mine: Package, theirs: Package, formats: Formats) -> None:
        self._packages = (mine, theirs)
        self._formats = formats
        self._readers: dict[tuple[int, str], Reader] = {}

    def differences(self) -> Iterator[str]:
        """The differences, in words; the first one is enough to refuse."""
        mains = [package.main for package in self._packages]
        roots = [p.xml(m) for p, m in zip(self._packages, mains, strict=True)]
        bodies = [root.find(w("body")) for root in roots]
        if bodies[0] is None or bodies[1] is None:
            yield "a body is missing"
            return
        yield from self._containers(bodies[0], bodies[1], "body", (mains[0], mains[1]))
        yield from self._notes(roots)
        yield from self._sections(roots)

    def _reader(self, side: int, part: str) -> Reader:
        key = (side, part)
        if key not in self._readers:
            self._readers[key] = Reader(self._packages[side], part, self._formats)
        return self._readers[key]

    def _containers(
        self, mine: Element, theirs: Element, place: str, parts: tuple[str, str]
    ) -> Iterator[str]:
        left, right = _blocks(mine), _blocks(theirs)
        if not right and len(left) == 1 and _is_blank(mine):
            return  # a note without any paragraph, which Word does not write, gets one
        for number, (a, b) in enumerate(zip(left, right, strict=False), 1):
            here = f"{place}, {local(b.tag)} {number}"
            if a.tag != b.tag:
                yield f"{here}: is a {local(a.tag)}"
            elif a.tag == P:
                yield from self._paragraphs(a, b, here, parts)
            elif a.tag == SDT:
                inner = a.find(SDTCONTENT), b.find(SDTCONTENT)
                if inner[0] is not None and inner[1] is not None:
                    yield from self._containers(inner[0], inner[1], here, parts)
            else:
                yield from self._tables(a, b, here, parts)
        if len(left) != len(right):
            yield f"{place}: {len(left)} blocks instead of {len(right)}"

    def _tables(
        self, mine: Element, theirs: Element, place: str, parts: tuple[str, str]
    ) -> Iterator[str]:
        if mine.tag == TR and written_alike(mine, theirs):
            return
        for tag in PROPERTIES[mine.tag]:
            if not same(mine.find(tag), theirs.find(tag)):
                yield f"{place}: {local(tag)} differs"
        inner = INNER.get(mine.tag)
        if inner is None:
            yield from self._containers(mine, theirs, place, parts)
            return
        left, right = list(held(mine, inner)), list(held(theirs, inner))
        if len(left) != len(right):
            yield f"{place}: {len(left)} {local(inner)} instead of {len(right)}"
        for number, (a, b) in enumerate(zip(left, right, strict=False), 1):
            yield from self._tables(a, b, f"{place}, {local(inner)} {number}", parts)

    def _paragraphs(
        self, mine: Element, theirs: Element, place: str, parts: tuple[str, str]
    ) -> Iterator[str]:
        if written_alike(mine, theirs):
            return
        a, b = (
            self._reader(side, part).paragraph(element)
            for side, (part, element) in enumerate(zip(parts, (mine, theirs), strict=True))
        )
        if a.text != b.text:
            yield f"{place}: the text is {_short(a.text)} instead of {_short(b.text)}"
        elif a.key != b.key:
            yield f"{place}: an object, a field or a link differs in {_short(b.text)}"
        elif _formats(a) != _formats(b):
            yield f"{place}: the formatting differs in {_short(b.text)}"
        old, new = child_of(mine, PPR), child_of(theirs, PPR)
        if not same(old, new):
            yield f"{place}: the properties of the paragraph {_short(b.text)} differ"
        for tag in (RPR, SECTPR):
            marks = [e.find(tag) if e is not None else None for e in (old, new)]
            if not same(marks[0], marks[1]):
                yield f"{place}: {local(tag)} of the paragraph mark differs"
        boxes = list(mine.iter(TXBX)), list(theirs.iter(TXBX))
        for number, (x, y) in enumerate(zip(*boxes, strict=False), 1):
            yield from self._containers(x, y, f"{place}, text box {number}", parts)

    def _notes(self, roots: list[Element]) -> Iterator[str]:
        for reference, kind in KINDS.items():
            found = [self._notes_of(side, roots[side], reference, kind) for side in (0, 1)]
            for number, (mine, theirs) in enumerate(zip(*found, strict=False), 1):
                place = f"{kind}, note {number}"
                if mine[1] is None or theirs[1] is None:
                    if mine[1] is not theirs[1]:
                        yield f"{place}: is missing"
                    continue
                yield from self._containers(mine[1], theirs[1], place, (mine[0], theirs[0]))

    def _notes_of(
        self, side: int, root: Element, reference: str, kind: str
    ) -> list[tuple[str, Element | None]]:
        package = self._packages[side]
        part = next(iter(package.related(package.main, f"/{kind}")), "")
        notes = {n.get(ID): n for n in package.xml(part)} if part else {}
        return [(part, notes.get(r.get(ID))) for r in root.iter(w(reference))]

    def _sections(self, roots: list[Element]) -> Iterator[str]:
        left, right = (shown(p, r) for p, r in zip(self._packages, roots, strict=True))
        if len(left) != len(right):
            yield f"{len(left)} sections instead of {len(right)}"
        for number, ((a, mine), (b, theirs)) in enumerate(zip(left, right, strict=False), 1):
            if not same(a, b):
                yield f"section {number}: its properties differ"
            for slot in sorted({*mine, *theirs}):
                parts = mine.get(slot, ""), theirs.get(slot, "")
                place = f"section {number}, {local(slot[0])} {slot[1]}"
                yield from self._header(place, parts)

    def _header(self, place: str, parts: tuple[str, str]) -> Iterator[str]:
        present = [(package, part) for package, part in zip(self._packages, parts, strict=True)]
        if all(parts):
            mine, theirs = (package.xml(part) for package, part in present)
            yield from self._containers(mine, theirs, place, parts)
            return
        for package, part in present:
            if part and not _is_blank(package.xml(part)):
                yield f"{place}: is missing on one side"


def _blocks(container: Element) -> list[Element]:
    return [child for child in container if child.tag in BLOCKS]


def _formats(unit: Unit) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for segment in unit.segments:
        if not found or found[-1][1] != segment.format:
            found.append((segment.start, segment.format))
    return found


def _is_blank(root: Element) -> bool:
    return not any(t.text for t in root.iter(w("t"))) and root.find(f".//{w('drawing')}") is None


def _short(text: str) -> str:
    return repr(text if len(text) <= SHORT else text[: SHORT - 1] + "…")
