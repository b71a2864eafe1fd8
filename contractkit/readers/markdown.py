"""Markdown -> Document: headings with their level, list items with their number, plain text.

Parsed by markdown-it (CommonMark). Read: headings, paragraphs, lists (ordered ones give labels),
block quotes, code blocks as text, tables row by row; of inline markup and HTML only the text.
A block of raw HTML keeps its source. Nothing is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contractkit.files import decode
from contractkit.model.document import Block, Document
from contractkit.ooxml.numbering import BULLET
from contractkit.readers.plain import encoding_notes

if TYPE_CHECKING:
    from markdown_it.token import Token


_LINE_END = re.compile(r"\r\n|\r|\n")
_HEAD = 24  # characters by which a block is found in its lines
_FAR = 4_000  # characters that markup may take before a block's text


def read_markdown(data: bytes, name: str) -> Document:
    """The document in ``data``. Raises ReadError when it is not text."""
    from markdown_it import MarkdownIt

    text, guess = decode(data, name)
    parser = MarkdownIt("commonmark").enable("table")
    state = _State(text, tuple(_line_starts(text)))
    blocks = tuple(_blocks(parser.parse(text), state))
    return Document(blocks, name=name, notes=encoding_notes(guess))


@dataclass(slots=True)
class _State:
    """Where the walk stands: the heading's level, the open lists, the row's cells.

    ``starts`` are where the lines of ``source`` begin.
    """

    source: str
    starts: tuple[int, ...]
    index: int = 0
    level: int | None = None
    lists: list[str] = field(default_factory=list)
    label: str = ""
    cells: list[str] | None = None

    def block(self, text: str, token: Token, lead: int = 0) -> Block:
        block = Block(
            self.index,
            text,
            label=self.label,
            level=self.level,
            lead=len(text) if self.level is not None else lead,
            offset=self.offset(text, token),
        )
        self.index += 1
        self.label = ""
        return block

    def offset(self, text: str, token: Token) -> int:
        """Where ``text`` starts in the source: in the lines of ``token``, after their markup."""
        line = token.map[0] if token.map else 0
        start = self.starts[min(line, len(self.starts) - 1)]
        found = self.source.find(text[:_HEAD].partition("\n")[0], start)
        return found if start <= found < start + _FAR else start


def _line_starts(text: str) -> Iterator[int]:
    yield 0
    yield from (match.end() for match in _LINE_END.finditer(text))


def _blocks(tokens: list[Token], state: _State) -> Iterator[Block]:
    opened = tokens[0] if tokens else None
    for token in tokens:
        kind = token.type
        if kind == "heading_open":
            state.level = int(token.tag[1]) - 1
        elif kind == "heading_close":
            state.level = None
        elif kind == "list_item_open":
            state.label = f"{token.info}{token.markup}" if token.info else BULLET
        elif kind == "tr_open":
            state.cells, opened = [], token
        elif kind == "tr_close" and state.cells is not None and opened is not None:
            cells, state.cells = tuple(state.cells), None
            row = "\t".join(cells)
            yield Block(
                state.index,
                row,
                cells=cells,
                offset=state.offset(cells[0] if cells else "", opened),
            )
            state.index += 1
        elif kind == "inline":
            text, lead = _inline(token)
            if state.cells is not None:
                state.cells.append(text)
            else:
                yield state.block(text, token, lead)
        elif kind in ("fence", "code_block", "html_block"):
            yield state.block(token.content.strip("\n"), token)


def _inline(token: Token) -> tuple[str, int]:
    """The text of inline markup, and how much of its beginning is bold."""
    out: list[str] = []
    bold, lead, open_lead = 0, 0, True
    for child in token.children or ():
        if child.type in ("strong_open", "strong_close"):
            bold += 1 if child.type == "strong_open" else -1
            continue
        if child.type == "html_inline":  # the tag alone; the text between is a child of its own
            continue
        text = (
            "\n"
            if child.type == "hardbreak"
            else " "
            if child.type == "softbreak"
            else child.content
        )
        if not text:
            continue
        if open_lead and bold:
            lead += len(text)
        elif text.strip():
            open_lead = False
        out.append(text)
    return "".join(out), lead
