"""Markdown -> Document: headings with their level, list items with their number, plain text.

Parsed by markdown-it (CommonMark). Read: headings, paragraphs, lists (ordered ones give labels),
block quotes, code blocks as text, tables row by row; of inline markup and HTML only the text.
A block of raw HTML keeps its source. Nothing is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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
_WORDS = re.compile(r"\w+|[^\w\s]+|\s+")
_BREAKS = {"hardbreak": "\n", "softbreak": " "}
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
        offset, jumps = self.place(text, token)
        block = Block(
            self.index,
            text,
            label=self.label,
            level=self.level,
            lead=len(text) if self.level is not None else lead,
            offset=offset,
            jumps=jumps,
        )
        self.index += 1
        self.label = ""
        return block

    def place(self, text: str, token: Token) -> tuple[int, tuple[tuple[int, int], ...]]:
        """Where ``text`` starts in the source, in the lines of ``token``, and its jumps."""
        line = token.map[0] if token.map else 0
        start = self.starts[min(line, len(self.starts) - 1)]
        if token.children:
            (_, offset), *jumps = _jumps(token.children, start, self.source) or [(0, start)]
            return offset, tuple(jumps)
        found = self.source.find(text[:_HEAD].partition("\n")[0], start)
        return (found if start <= found < start + _FAR else start), ()


def _jumps(children: Sequence[Token], start: int, source: str) -> list[tuple[int, int]]:
    """Where the text of the children begins in the source, as (0, offset); then, before which of
    its characters the source has markup, and how much.
    """
    found: list[tuple[int, int]] = []
    read, at, ahead = 0, start, 0  # ``ahead``: how far the source is ahead of the text
    for child in children:
        if child.type == "html_inline":
            at = max(at, source.find(child.content, at, at + _FAR)) + len(child.content)
            continue
        for text in _stretches(child, at, source):
            place = source.find(text, at, at + _FAR) if child.type not in _BREAKS else -1
            if place >= 0 and (not found or place - read != ahead):
                found.append((read, place - read - ahead))
                ahead = place - read
            at = max(at, place) + len(text)
            read += len(text)
    return found


def _stretches(child: Token, at: int, source: str) -> list[str]:
    """The text of ``child``, whole where the source has it so; else word by word, as around the
    entity in R&amp;D.
    """
    text = _text(child)
    if child.type in _BREAKS or text in source[at : at + _FAR]:
        return [text] if text else []
    return _WORDS.findall(text)


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
                offset=state.place(cells[0] if cells else "", opened)[0],
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
        text = _text(child)
        if not text:
            continue
        if open_lead and bold:
            lead += len(text)
        elif text.strip():
            open_lead = False
        out.append(text)
    return "".join(out), lead


def _text(child: Token) -> str:
    return _BREAKS.get(child.type, child.content)
