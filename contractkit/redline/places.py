"""Where the characters that a reader sees stand in a file whose tracked changes it has accepted.

The file itself keeps its changes. A copy is accepted and read; a number on each element leads back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from contractkit.errors import RedlineError
from contractkit.model.document import Block, Document, Span
from contractkit.ooxml import revisions
from contractkit.ooxml.blocks import Line, Stretch, Text, block_text, body_blocks
from contractkit.ooxml.names import TBL, P, w
from contractkit.ooxml.numbering import Labels
from contractkit.ooxml.package import Element, Package
from contractkit.ooxml.shown import Fields
from contractkit.ooxml.text import TEXT, cut_run

NUMBER = "contractkit"  # the attribute that is on the elements for a while


@dataclass(frozen=True, slots=True)
class _Home:
    """Where a block stands: the file's paragraph or row, and the offset in it of its own text.

    The first ``lead`` characters of ``read`` are not there: the number of a row in two columns,
    which stands in a cell of its own. A block is ``divided`` if it is one side of such a row.
    """

    text: Text
    read: str
    start: int = 0
    lead: int = 0
    divided: bool = False

    @classmethod
    def of(cls, block: Block, text: Text) -> _Home:
        """The home of ``block`` in ``text``."""
        if block.place is None:
            return cls(text, block.text)
        lead = len(block.text) - (block.place.end - block.place.start)
        divided = text.text != block.text
        return cls(text, block.text, block.place.start, lead, divided)

    def holds(self) -> bool:
        """Whether the file has the text that was read."""
        own = self.read[self.lead :]
        found = self.text.text[self.start :]
        same = found.startswith(own) if self.divided else found == own
        return same and bool(self.text.lines)

    def first(self) -> Line:
        """The first paragraph of the block."""
        return next(line for line in self.text.lines if line.end >= self.start)


class Places:
    """The blocks of ``document`` in ``package``, which it was read from."""

    def __init__(self, package: Package, document: Document) -> None:
        self._name = document.name
        root = package.xml(package.main)
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        for number, element in enumerate(elements):
            element.set(NUMBER, str(number))
        copy = package.copy()
        for element in elements:
            del element.attrib[NUMBER]
        revisions.accept(copy)
        texts = self._texts(copy, elements)
        body = [block for block in document.blocks if block.story == "body"]
        self._homes = {
            block.index: _Home.of(block, texts[number])
            for count, block in enumerate(body)
            if (number := count if block.place is None else block.place.block) < len(texts)
        }

    @staticmethod
    def _texts(copy: Package, elements: Sequence[Element]) -> list[Text]:
        def home(element: Element) -> Element:
            return elements[int(element.get(NUMBER, "0"))]

        labels = Labels(copy)
        body = copy.xml(copy.main).find(w("body"))
        fields = Fields.of(body) if body is not None else Fields()
        texts = [block_text(block, labels, fields) for block in body_blocks(copy)]
        for text in texts:
            for line in text.lines:
                line.paragraph = home(line.paragraph)
                for stretch in line.stretches:
                    piece = stretch.piece
                    run = home(piece.run) if piece.run is not None else None
                    stretch.piece = replace(piece, element=home(piece.element), run=run)
        return texts

    def last(self, block: int) -> Element:
        """What a new paragraph behind ``block`` stands behind: its paragraph, or the table.

        In two columns it stays in the cell, on its side.
        """
        home = self._home(block)
        if home.divided:
            return home.first().paragraph
        paragraph = home.text.lines[-1].paragraph
        tables = list(paragraph.iterancestors(TBL))
        return tables[-1] if tables else paragraph

    def paragraph(self, block: int) -> Element:
        """The first paragraph of ``block``."""
        return self._home(block).first().paragraph

    def line(self, span: Span) -> Line:
        """The paragraph that ``span`` stands in. Raises RedlineError where it is not in one."""
        start, end = self._offsets(span)
        for line in self._home(span.block).text.lines:
            if line.start <= start and end <= line.end:
                return line
        raise self._error(f"characters {span.start} to {span.end} are not in one paragraph", span)

    def is_whole(self, span: Span) -> bool:
        """Whether ``span`` is all the text of its paragraph."""
        line = self.line(span)
        return self._offsets(span) == (line.start, line.end)

    def runs(self, span: Span) -> list[Element]:
        """The runs that hold exactly the text of ``span``; runs are cut where needed."""
        if span.start == span.end:
            return []
        line = self.line(span)
        start, end = self._offsets(span)
        for offset in (start, end):
            self._cut(line, offset)
        found: list[Element] = []
        for stretch in line.stretches:
            if start <= stretch.start < end:
                if stretch.piece.run is None:
                    raise self._error("a formula cannot be replaced as tracked text", span)
                if not found or found[-1] is not stretch.piece.run:
                    found.append(stretch.piece.run)
        return found

    def around(self, span: Span) -> tuple[Element | None, Element | None]:
        """The run that ends where ``span`` starts, and the one that starts there."""
        line = self.line(span)
        start, _ = self._offsets(span)
        self._cut(line, start)
        ending = [s.piece.run for s in line.stretches if s.end <= start]
        starting = [s.piece.run for s in line.stretches if s.start >= start]
        return ending[-1] if ending else None, starting[0] if starting else None

    def clipped(self, span: Span) -> Span:
        """The part of ``span`` that stands in one paragraph, the first that has any of it."""
        home = self._home(span.block)
        shift = home.start - home.lead
        for line in home.text.lines:
            start = max(span.start, line.start - shift, home.lead)
            end = min(span.end, line.end - shift)
            if start < end:
                return Span(span.block, start, end)
        return Span(span.block, span.start, span.start)

    def text(self, span: Span) -> str:
        """The characters at ``span``."""
        return self._home(span.block).read[span.start : span.end]

    def _offsets(self, span: Span) -> tuple[int, int]:
        """Where ``span`` starts and ends in the text of the file's paragraph or row."""
        home = self._home(span.block)
        if span.start < home.lead:
            raise self._error("the number stands in a cell of its own, which stays as it is", span)
        shift = home.start - home.lead
        return span.start + shift, span.end + shift

    def _home(self, index: int) -> _Home:
        found = self._homes.get(index)
        if found is None or not found.holds():
            raise self._error("the block is not where it was read", Span(index, 0, 0))
        return found

    def _error(self, message: str, span: Span) -> RedlineError:
        return RedlineError(f"block {span.block}: {message}", where=self._name)

    def _cut(self, line: Line, offset: int) -> None:
        """Let a run start at ``offset``."""
        for at, stretch in enumerate(line.stretches):
            run = stretch.piece.run
            if not stretch.start <= offset < stretch.end or run is None:
                continue
            inside = offset - stretch.start
            if inside and stretch.piece.kind != TEXT:
                return
            rest = cut_run(run, stretch.piece.element, inside)
            if rest is None:
                return
            following = line.stretches[at + 1 :]
            if inside:
                tail = next(child for child in rest if child.tag == stretch.piece.element.tag)
                piece = replace(stretch.piece, element=tail, run=rest)
                new = Stretch(offset, stretch.text[inside:], piece)
                stretch.text = stretch.text[:inside]
                line.stretches.insert(at + 1, new)
            else:
                stretch.piece = replace(stretch.piece, run=rest)
            for other in following:
                if other.piece.run is run:
                    other.piece = replace(other.piece, run=rest)
            return


def is_last(paragraph: Element) -> bool:
    """Whether no paragraph or table follows in the container."""
    return not any(e.tag in (P, TBL, w("sdt")) for e in paragraph.itersiblings())
