"""The blocks of a body, and which element holds each character of a block's text.

A block is a paragraph or a row of a table. A block of a ``Document`` whose story is the body is one
of these, in the same order; its text is what ``shown`` says of its paragraphs, so that an offset in
it has a place in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from contractkit.ooxml.names import (
    ALTERNATE,
    CUSTOMXML,
    FALLBACK,
    MC,
    SDT,
    SDTCONTENT,
    TBL,
    TC,
    TR,
    TRACKED,
    P,
    w,
)
from contractkit.ooxml.package import Element, Package
from contractkit.ooxml.text import Piece

if TYPE_CHECKING:
    from contractkit.ooxml.numbering import Labels
    from contractkit.ooxml.shown import Fields

WRAPPERS = TRACKED | {CUSTOMXML, w("smartTag")}
ALTERNATIVES = (f"{{{MC}}}Choice", FALLBACK)


@dataclass(slots=True)
class Stretch:
    """The characters of a block from ``start`` that one piece holds."""

    start: int
    text: str
    piece: Piece

    @property
    def end(self) -> int:
        """The offset after it."""
        return self.start + len(self.text)


@dataclass(slots=True)
class Line:
    """A paragraph of a block: where its own text starts in that of the block, and what holds it."""

    paragraph: Element
    start: int
    stretches: list[Stretch] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The offset after its text."""
        return self.stretches[-1].end if self.stretches else self.start


@dataclass(slots=True)
class Text:
    """The text of a block as it grows, and its lines."""

    text: str = ""
    lines: list[Line] = field(default_factory=list)

    def add(self, paragraph: Element, fields: Fields) -> None:
        """Put the text of ``paragraph`` at the end."""
        from contractkit.ooxml.shown import shown

        line = Line(paragraph, len(self.text))
        for one in shown(paragraph, fields):
            if one.text:
                line.stretches.append(Stretch(len(self.text), one.text, one.piece))
                self.text += one.text
        self.lines.append(line)


def body_blocks(package: Package) -> list[Element]:
    """The paragraphs and rows of the document's body; nested tables belong to their cell."""
    body = package.xml(package.main).find(w("body"))
    return list(_blocks(body)) if body is not None else []


def _blocks(body: Element) -> Iterator[Element]:
    for child in flat(body):
        if child.tag == P:
            yield child
        elif child.tag == TBL:
            yield from flat(child, TR)


def block_text(block: Element, labels: Labels, fields: Fields) -> Text:
    """The text of a block. Labels and fields count: call it for every block, in order.

    The cells of a row are joined by tabs, the paragraphs of a cell by line breaks, each after its
    automatic number; a paragraph on its own stands without it.
    """
    found = Text()
    if block.tag == P:
        labels.label(block)
        found.add(block, fields)
        return found
    for number, cell in enumerate(flat(block, TC)):
        found.text += "\t" if number else ""
        for position, paragraph in enumerate(_paragraphs(cell)):
            label = labels.label(paragraph)
            found.text += ("\n" if position else "") + (f"{label} " if label else "")
            found.add(paragraph, fields)
    return found


def _paragraphs(cell: Element) -> Iterator[Element]:
    for child in flat(cell):
        if child.tag == P:
            yield child
        elif child.tag == TBL:
            for row in flat(child, TR):
                for inner in flat(row, TC):
                    yield from _paragraphs(inner)


def flat(container: Element, wanted: str = "") -> Iterator[Element]:
    """The children of ``container``, looking into controls and wrappers; those ``wanted`` alone."""
    stack = [container.iterchildren()]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
        elif child.tag == SDT:
            content = child.find(SDTCONTENT)
            if content is not None:
                stack.append(content.iterchildren())
        elif child.tag in WRAPPERS:
            stack.append(child.iterchildren())
        elif child.tag == ALTERNATE:
            first = next(child.iterchildren(*ALTERNATIVES), None)
            if first is not None:
                stack.append(first.iterchildren())
        elif not wanted or child.tag == wanted:
            yield child
