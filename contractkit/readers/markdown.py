"""Markdown -> Document: headings with their level, list items with their number, plain text.

Parsed by markdown-it (CommonMark). Read: headings, paragraphs, lists (ordered ones give labels),
block quotes, code blocks as text, tables row by row; of inline markup and HTML only the text.
A block of raw HTML keeps its source. Nothing is rendered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contractkit.files import decode
from contractkit.model.document import Block, Document
from contractkit.ooxml.numbering import BULLET
from contractkit.readers.plain import encoding_notes

if TYPE_CHECKING:
    from markdown_it.token import Token


def read_markdown(data: bytes, name: str) -> Document:
    """The document in ``data``. Raises ReadError when it is not text."""
    from markdown_it import MarkdownIt

    text, guess = decode(data, name)
    parser = MarkdownIt("commonmark").enable("table")
    state = _State()
    blocks = tuple(_blocks(parser.parse(text), state))
    return Document(blocks, name=name, notes=encoding_notes(guess))


@dataclass(slots=True)
class _State:
    """Where the walk stands: the heading's level, the open lists, the row's cells."""

    index: int = 0
    level: int | None = None
    lists: list[str] = field(default_factory=list)
    label: str = ""
    cells: list[str] | None = None

    def block(self, text: str, lead: int = 0) -> Block:
        block = Block(
            self.index,
            text,
            label=self.label,
            level=self.level,
            lead=len(text) if self.level is not None else lead,
        )
        self.index += 1
        self.label = ""
        return block


def _blocks(tokens: list[Token], state: _State) -> Iterator[Block]:
    for token in tokens:
        kind = token.type
        if kind == "heading_open":
            state.level = int(token.tag[1]) - 1
        elif kind == "heading_close":
            state.level = None
        elif kind == "list_item_open":
            state.label = f"{token.info}{token.markup}" if token.info else BULLET
        elif kind == "tr_open":
            state.cells = []
        elif kind == "tr_close" and state.cells is not None:
            cells, state.cells = tuple(state.cells), None
            yield Block(state.index, "\t".join(cells), cells=cells)
            state.index += 1
        elif kind == "inline":
            text, lead = _inline(token)
            if state.cells is not None:
                state.cells.append(text)
            else:
                yield state.block(text, lead)
        elif kind in ("fence", "code_block", "html_block"):
            yield state.block(token.content.strip("\n"))


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
