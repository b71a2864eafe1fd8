"""A clause's text as legal staff write it, parsed once: paragraphs of pieces.

The notation is a subset of Markdown. Paragraphs are separated by a blank line; list items start
with ``- `` and nest by two spaces; ``{name}`` is a variable, ``{name|words}`` an amount of money in
words and in figures, ``{party.field}`` a field of a party, ``[[clause/id]]`` a cross-reference
(``#2`` its second list item), ``**term**`` a defined term.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

PieceKind = Literal["text", "value", "reference", "term"]

_PIECE = re.compile(
    r"\{(?P<value>[A-Za-z_][\w.]*)(?:\|(?P<form>words))?\}"
    r"|\[\[(?P<reference>[^\[\]\n]+)\]\]|\*\*(?P<term>[^*\n]+)\*\*"
)
_ITEM = re.compile(r"(?P<indent> *)- +(?P<text>.*)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a paragraph: plain text, or a variable, reference or term by ``name``.

    ``form`` is ``words`` for a variable that is printed as an amount in words.
    """

    kind: PieceKind
    text: str
    name: str
    column: int
    form: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: ``level`` 0 is text, 1 a list item, 2 an item within one; ``line`` from 1."""

    level: int
    pieces: tuple[Piece, ...]
    line: int

    @property
    def text(self) -> str:
        """The paragraph as it was written, placeholders included."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class Wording:
    """A text of the library: its source, whose paragraphs are read when they are asked for.

    Lines that follow one another without a blank line between are one paragraph.
    """

    source: str

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The paragraphs, in order."""
        return tuple(_paragraphs(self.source))

    def pieces(self, kind: PieceKind) -> Iterator[tuple[Paragraph, Piece]]:
        """Each piece of that kind with its paragraph, in order."""
        for paragraph in self.paragraphs:
            for piece in paragraph.pieces:
                if piece.kind == kind:
                    yield paragraph, piece

    def variables(self) -> Iterator[str]:
        """The name of each variable that the text uses, in order, as often as it does."""
        for _, piece in self.pieces("value"):
            yield piece.name.partition(".")[0]


def _paragraphs(source: str) -> list[Paragraph]:
    paragraphs: list[Paragraph] = []
    fresh = True
    for line_number, line in enumerate(source.splitlines(), 1):
        if not line.strip():
            fresh = True
            continue
        item = _ITEM.match(line)
        if item:
            level, text, column = len(item["indent"]) // 2 + 1, item["text"], item.start("text")
        else:
            level, text, column = 0, line.strip(), len(line) - len(line.lstrip())
        if item or fresh or not paragraphs:
            paragraphs.append(Paragraph(level, tuple(_pieces(text, column)), line_number))
        else:
            last = paragraphs[-1]
            joined = (*last.pieces, Piece("text", " ", "", column), *_pieces(text, column))
            paragraphs[-1] = Paragraph(last.level, joined, last.line)
        fresh = False
    return paragraphs


def _pieces(text: str, column: int) -> Iterator[Piece]:
    at = 0
    for match in _PIECE.finditer(text):
        if match.start() > at:
            yield Piece("text", text[at : match.start()], "", column + at + 1)
        kind: PieceKind = (
            "value" if match["value"] else "reference" if match["reference"] else "term"
        )
        yield Piece(
            kind, match[0], match[kind].strip(), column + match.start() + 1, match["form"] or ""
        )
        at = match.end()
    if at < len(text):
        yield Piece("text", text[at:], "", column + at + 1)
