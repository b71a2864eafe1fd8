"""A contract in two columns, one language each: one side of it is the agreement.

Most of the document's text must stand in rows that have a cell of each of two languages: a glossary
is no contract in two columns. The side that is asked for, or else the left one, gives the blocks:
one for each paragraph of its cell. The other side is kept, in step, among the asides: a block of
``OTHER_SIDE`` for each of its paragraphs, anchored where the first paragraph of its row now stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from contractkit.lang import detect
from contractkit.lang.base import Language
from contractkit.model.document import Block, Document, Note, Span

OTHER_SIDE = "other_side"  # the story of the side that is not read
SHARE = 0.5  # of the text that stands in rows of both languages
ROWS = 2  # that such a contract has at least

Cells = tuple[str, ...]  # of each cell of a row its language's code, "" where it has no letters


def one_side(document: Document, language: Language | None) -> Document:
    """``document`` with one side of its two columns; itself where it has no two columns."""
    cells = [_languages(block) for block in document.blocks]
    pair = _pair(document.blocks, cells)
    if not pair:
        return document
    code = language.code if language and language.code in pair else pair[0]
    split = _Split(code)
    for block, codes in zip(document.blocks, cells, strict=True):
        split.take(block, codes, pair)
    asides = [*map(split.moved, document.asides), *split.aside]
    count = len(split.kept)
    return replace(
        document,
        blocks=tuple(split.kept),
        asides=tuple(replace(block, index=count + at) for at, block in enumerate(asides)),
        notes=(*document.notes, Note("columns", f"{code} ({'/'.join(pair)})")),
    )


def _languages(block: Block) -> Cells:
    """The language of each cell of a row; () for a paragraph."""
    return tuple(detect(cell).code if _has_letters(cell) else "" for cell in block.cells)


def _has_letters(text: str) -> bool:
    return any(character.isalpha() for character in text)


def _pair(blocks: Sequence[Block], cells: Sequence[Cells]) -> tuple[str, ...]:
    """The two languages of the columns, the left one first; () where there are no such columns."""
    rows: Counter[tuple[str, ...]] = Counter()
    written: Counter[tuple[str, ...]] = Counter()
    for block, codes in zip(blocks, cells, strict=True):
        pair = tuple(dict.fromkeys(code for code in codes if code))
        if len(pair) == 2:
            rows[pair] += 1
            written[pair] += len(block.text)
    if not rows:
        return ()
    pair, count = rows.most_common(1)[0]
    total = sum(len(block.text) for block in blocks)
    return pair if count >= ROWS and written[pair] >= SHARE * total else ()


@dataclass(slots=True)
class _Split:
    """The side that is kept, what is put aside, and where each block of before now stands."""

    code: str
    kept: list[Block] = field(default_factory=list)
    aside: list[Block] = field(default_factory=list)
    first: dict[int, int] = field(default_factory=dict)
    body: int = 0  # paragraphs and rows of the body so far

    def take(self, block: Block, codes: Cells, pair: tuple[str, ...]) -> None:
        """Keep the side of ``block`` that is read, and put the other one aside."""
        at = len(self.kept)
        self.first[block.index] = at
        number = self.body
        self.body += block.story == "body"
        if not set(codes) & set(pair):
            place = Span(number, 0, len(block.text))
            self.kept.append(replace(block, index=at, place=place))
            return
        ours = list(_paragraphs(block, codes, self.code, other=False))
        theirs = _paragraphs(block, codes, self.code, other=True)
        base = replace(block, cells=(), marks=(), bookmarks=())
        for count, (text, start, end) in enumerate(ours or [("", 0, 0)]):
            self.kept.append(
                replace(
                    base,
                    index=len(self.kept),
                    text=text,
                    bookmarks=() if count else block.bookmarks,
                    place=Span(number, start, end),
                )
            )
        anchor = Span(at, 0, len(self.kept[at].text))
        self.aside += [
            replace(base, text=text, story=OTHER_SIDE, anchor=anchor) for text, *_ in theirs
        ]

    def moved(self, block: Block) -> Block:
        """An aside with its anchor where the block that it points to now begins."""
        if block.anchor is None:
            return block
        at = self.first.get(block.anchor.block, 0)
        return replace(block, anchor=replace(block.anchor, block=at))


def _paragraphs(
    block: Block, codes: Cells, code: str, *, other: bool
) -> Iterator[tuple[str, int, int]]:
    """The paragraphs of one side of a row, each with where it stands in the row's text.

    A cell with no letters, its number, belongs to our side, at the head of the next paragraph.
    """
    lead, start = "", 0
    for cell, known in zip(block.cells, codes, strict=True):
        if not known and not other and cell.strip():
            lead = f"{lead}{cell.strip()} "
        elif known and (known == code) is not other:
            at = start
            for text in cell.split("\n"):
                yield lead + text, at, at + len(text)
                at += len(text) + 1
                lead = ""
        start += len(cell) + 1
    if lead:
        yield lead.rstrip(), 0, 0
