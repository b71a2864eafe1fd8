"""A paragraph, or the paragraphs of a cell, as text: with what stands at which offset of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from contractkit.model.document import Mark
from contractkit.ooxml.names import ID, NAME, RPR, w
from contractkit.ooxml.package import Element
from contractkit.ooxml.shown import Fields, Shown, boxes, shown
from contractkit.ooxml.styles import Styles, is_on, value
from contractkit.ooxml.symbols import is_private
from contractkit.ooxml.text import ANCHOR, FIELD, OBJECT

BOOKMARK, FOOTNOTE, ENDNOTE = w("bookmarkStart"), w("footnoteReference"), w("endnoteReference")
COMMENT, COMMENT_START, COMMENT_END = (
    w("commentReference"),
    w("commentRangeStart"),
    w("commentRangeEnd"),
)
PLACED = frozenset({BOOKMARK, FOOTNOTE, ENDNOTE, COMMENT, COMMENT_START, COMMENT_END})
_OBJECT, _SUBDOC, _VANISH, _INSTRUCTION = w("object"), w("subDoc"), w("vanish"), w("instrText")
_DRAWINGS = frozenset({w("drawing"), w("pict")})
_COMPUTED = ("LISTNUM", "AUTONUM")


class Place(NamedTuple):
    """Something that stands at an offset: a bookmark by name, a note or comment by id."""

    tag: str
    name: str
    offset: int
    element: Element

    @classmethod
    def of(cls, element: Element, offset: int) -> Place:
        """The place of ``element`` at ``offset``."""
        name = element.get(NAME if element.tag == BOOKMARK else ID, "")
        return cls(str(element.tag), name, offset, element)


@dataclass(slots=True)
class Line:
    """A text as it grows: its places, its tracked changes, and the text boxes anchored in it."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    places: list[Place] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    lead: int = 0  # how many of the first characters are bold or underlined

    @property
    def text(self) -> str:
        """The whole text."""
        return "".join(self.parts)

    def write(self, text: str) -> None:
        """Put ``text`` at the end."""
        self.parts.append(text)
        self.length += len(text)

    def add(self, other: Line) -> None:
        """Put another line at the end, with all that stands in it."""
        at = self.length
        self.places += [place._replace(offset=place.offset + at) for place in other.places]
        self.marks += [Mark(m.kind, m.start + at, m.end + at, m.name) for m in other.marks]
        self.boxes += other.boxes
        self.parts += other.parts
        self.length += other.length


@dataclass(slots=True)
class LineReader:
    """Reads paragraphs of one story; what is remarkable is counted in ``counts``."""

    styles: Styles
    fields: Fields
    counts: Counter[str]
    both: bool
    may_hide: bool

    @classmethod
    def of(cls, story: Element, styles: Styles, counts: Counter[str], both: bool) -> LineReader:
        """A reader for the paragraphs of ``story``."""
        may_hide = styles.hides or next(story.iter(_VANISH), None) is not None
        return cls(styles, Fields.of(story), counts, both, may_hide)

    def read(self, paragraph: Element, style: str) -> Line:
        """The text of ``paragraph``, a paragraph of ``style``."""
        line = Line()
        bold: bool | None = None
        leading, hidden_before = True, False
        hides = self.may_hide and self.styles.hidden(style)
        for one in shown(paragraph, self.fields, both=self.both):
            if not one.text:
                self._without_text(one, line)
                continue
            if one.change:
                _mark(line, one)
            if leading:
                if bold is None:
                    bold = self.styles.bold(style)
                if _stands_out(one.piece.run, bold=bold):
                    line.lead += len(one.text)
                elif one.text.strip():
                    leading = False
            if self.may_hide:
                hidden = self._hidden(one.piece.run, hides)
                self.counts["hidden"] += hidden and not hidden_before
                hidden_before = hidden
            if one.piece.kind == OBJECT and is_private(one.text):
                self.counts["symbols"] += 1
            line.write(one.text)
        return line

    def _hidden(self, run: Element | None, hides: bool) -> bool:
        properties = run.find(RPR) if run is not None else None
        own = is_on(properties, "vanish")
        if own is None and (named := value(properties, "rStyle")) and self.styles.hidden(named):
            own = True
        return hides if own is None else own

    def _without_text(self, one: Shown, line: Line) -> None:
        """What has no width: a place to remember, text boxes to read, a thing to count."""
        element, kind = one.piece.element, one.piece.kind
        tag = element.tag
        if tag in PLACED:
            line.places.append(Place.of(element, line.length))
        elif kind == FIELD:
            code = (element.text or "").lstrip().upper() if tag == _INSTRUCTION else ""
            self.counts["computed"] += code.startswith(_COMPUTED)
        elif kind == OBJECT or (kind == ANCHOR and (len(element) or tag == _SUBDOC)):
            self._object(element, line)

    def _object(self, element: Element, line: Line) -> None:
        found = list(boxes(element))
        line.boxes += found
        if element.tag == _SUBDOC:
            self.counts["inclusions"] += 1
        elif next(element.iter(_OBJECT), None) is not None:
            self.counts["objects"] += 1
        elif not found and next(element.iter(*_DRAWINGS), None) is not None:
            self.counts["drawings"] += 1


def _mark(line: Line, one: Shown) -> None:
    """Note a tracked change, one mark for what one person did in one go."""
    end = line.length + len(one.text)
    last = line.marks[-1] if line.marks else None
    start = line.length
    if last and (last.kind, last.name, last.end) == (one.change, one.who, start):
        line.marks.pop()
        start = last.start
    line.marks.append(Mark(one.change, start, end, one.who))


def _stands_out(run: Element | None, *, bold: bool) -> bool:
    properties = run.find(RPR) if run is not None else None
    if properties is None:
        return bold
    own = is_on(properties, "b")
    return (bold if own is None else own) or bool(is_on(properties, "u"))
