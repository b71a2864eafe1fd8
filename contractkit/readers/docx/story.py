"""The blocks of a story: the body, a header, a note; paragraphs, tables and text boxes in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from contractkit.model.document import Block, Mark
from contractkit.ooxml.blocks import flat
from contractkit.ooxml.names import (
    COMING,
    GOING,
    SECTPR,
    TBL,
    TC,
    TCPR,
    TR,
    TRPR,
    TXBX,
    P,
    w,
)
from contractkit.ooxml.numbering import Labels, properties_of
from contractkit.ooxml.package import Element
from contractkit.ooxml.shown import who
from contractkit.ooxml.styles import value
from contractkit.readers.docx.line import BOOKMARK, PLACED, Line, LineReader, Place

BODY, TEXT_BOX = "body", "text_box"
_INCLUSIONS = frozenset({w("altChunk"), w("subDoc")})


@dataclass(slots=True)
class Found:
    """What all stories of a document have in common: the index of blocks, and what was met.

    ``places`` are the marks of notes and comments by tag and id: the block and the offset.
    ``sections`` are the first block of each section and its properties.
    """

    index: int = 0
    counts: Counter[str] = field(default_factory=Counter)
    places: dict[tuple[str, str], tuple[int, int, Element]] = field(default_factory=dict)
    sections: list[tuple[int, Element]] = field(default_factory=list)
    section_start: int = 0


class Story:
    """Walks a story once, in order, since automatic numbers count."""

    def __init__(
        self, labels: Labels, found: Found, *, name: str = BODY, both: bool = False
    ) -> None:
        self._labels = labels
        self._box_labels: Labels | None = None
        self._found = found
        self._name = name
        self._both = both
        self._loose: list[Element] = []  # marks between blocks: they belong to the next one

    def blocks(self, root: Element) -> Iterator[Block]:
        """The blocks of a body, a header, a note or a text box."""
        lines = LineReader.of(root, self._labels.styles, self._found.counts, self._both)
        for child in flat(root):
            tag = child.tag
            if tag == P:
                yield from self._paragraph(child, lines)
            elif tag == TBL:
                yield from self._rows(child, lines)
            elif tag in PLACED:
                self._loose.append(child)
            elif tag == SECTPR:
                self._section(child)
            elif tag in _INCLUSIONS:
                self._found.counts["inclusions"] += 1
        for element in self._loose:  # after the last block: at its end
            self._put(Place.of(element, 0), max(self._found.index - 1, 0))

    def _section(self, properties: Element) -> None:
        if self._name == BODY:
            self._found.sections.append((self._found.section_start, properties))
            self._found.section_start = self._found.index

    def _put(self, place: Place, index: int) -> None:
        if place.tag != BOOKMARK:
            key = (place.tag, place.name)
            self._found.places.setdefault(key, (index, place.offset, place.element))

    def _block(self, line: Line, **more: object) -> Iterator[Block]:
        """The block of ``line``, then those of the text boxes that are anchored in it."""
        index = self._found.index
        self._found.index += 1
        loose = [Place.of(element, 0) for element in self._loose]
        self._loose = []
        places = [*loose, *line.places]
        for place in places:
            self._put(place, index)
        bookmarks = tuple(place.name for place in places if place.tag == BOOKMARK)
        yield Block(
            index,
            line.text,
            bookmarks=bookmarks,
            marks=tuple(line.marks),
            story=self._name,
            **more,  # type: ignore[arg-type]
        )
        for box in line.boxes:
            yield from self._box(box)

    def _paragraph(self, paragraph: Element, lines: LineReader) -> Iterator[Block]:
        own = properties_of(paragraph)
        style = self._labels.styles.named(own.style)
        line = lines.read(paragraph, style)
        if self._both:
            _mark_all(line, own.mark, end_only=True)
        known = self._labels.styles.by_id.get(style)
        yield from self._block(
            line,
            label=self._labels.label_of(own),
            level=self._labels.outline_of(own),
            style=known.name if known else "",
            lead=line.lead,
        )
        if own.section is not None:
            self._section(own.section)

    def _rows(self, table: Element, lines: LineReader) -> Iterator[Block]:
        for row in flat(table, TR):
            line, cells = Line(), []
            for number, cell in enumerate(flat(row, TC)):
                inner = self._cell(cell, lines)
                cells.append(inner.text)
                if number:
                    line.write("\t")
                line.add(inner)
            if self._both:
                _mark_all(line, row.find(TRPR))
            yield from self._block(line, cells=tuple(cells))

    def _cell(self, cell: Element, lines: LineReader) -> Line:
        """The text of a cell, a line a paragraph, each with its number, nested tables too."""
        whole = Line()
        for position, line in enumerate(self._lines(cell, lines)):
            if position:
                whole.write("\n")
            whole.add(line)
        properties = cell.find(TCPR)
        if whole.text.strip() and _continues(properties):
            self._found.counts["hidden"] += 1  # a merged cell shows the text of its first one
        if self._both:
            _mark_all(whole, properties)
        return whole

    def _lines(self, container: Element, lines: LineReader) -> Iterator[Line]:
        for child in flat(container):
            if child.tag == P:
                own = properties_of(child)
                text = lines.read(child, self._labels.styles.named(own.style))
                if label := self._labels.label_of(own):
                    numbered = Line()
                    numbered.write(f"{label} ")
                    numbered.add(text)
                    text = numbered
                yield text
            elif child.tag == TBL:
                for row in flat(child, TR):
                    for cell in flat(row, TC):
                        yield from self._lines(cell, lines)

    def _box(self, box: Element) -> Iterator[Block]:
        """The blocks of a text box that are not blank; in the body, a story of their own."""
        name = TEXT_BOX if self._name == BODY else self._name
        if box.tag != TXBX:  # word art: its text is an attribute
            line = Line()
            line.write(box.get("string", ""))
            inner = Story(self._labels, self._found, name=name)
            yield from inner._block(line)
            return
        if self._box_labels is None:
            self._box_labels = self._labels.fresh()
        inner = Story(self._box_labels, self._found, name=name, both=self._both)
        inner._box_labels = self._box_labels
        yield from inner.blocks(box)


def _continues(properties: Element | None) -> bool:
    """Whether a cell is covered by the one above or before it that it is merged with."""
    return any(
        properties is not None
        and properties.find(w(merge)) is not None
        and value(properties, merge) in (None, "continue")
        for merge in ("vMerge", "hMerge")
    )


def _mark_all(line: Line, properties: Element | None, *, end_only: bool = False) -> None:
    """Mark a whole row or cell, or the end of a paragraph, that was inserted or deleted."""
    for mark in properties if properties is not None else ():
        gone = mark.tag in GOING or mark.tag == w("cellDel")
        if gone or mark.tag in COMING or mark.tag == w("cellIns"):
            start = line.length if end_only else 0
            kind = "deleted" if gone else "inserted"
            line.marks.append(Mark(kind, start, line.length, who(mark)))
