"""A document as it was read or assembled: blocks of text in order, and places in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Revisions = Literal["accept", "reject", "both"]
"""As what tracked changes are read: as accepted, as rejected, or with both states in the text."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a document: characters ``start`` to ``end`` of the text of block ``block``."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mark:
    """What characters ``start`` to ``end`` of a block's text are, where we know it.

    ``kind`` is ``value`` (``name``: the variable that was filled in), ``reference`` (``name``: the
    id of the clause that is cited, ``#n`` for its n-th list item) or ``term`` (a defined term).
    Where tracked changes are read with both states, ``inserted`` and ``deleted`` (``name``: the
    author and, after a line break, the date). ``form`` says how a value is printed when that is not
    its plain form: ``words``.
    """

    kind: str
    start: int
    end: int
    name: str = ""
    form: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What a person must know about how a file was read: ``kind`` names the sentence, in the
    language's labels as ``note.KIND``; ``detail`` fills it in.
    """

    kind: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or one row of a table, as a reader sees it.

    ``text`` is what stands in the file, a typed number included; ``label`` is the automatic number
    that Word shows before it and that no text holds. ``level`` is the outline level (0 is the
    highest) where the file states one; ``lead`` counts the leading characters that are set apart
    by their look (bold, underlined), as a heading run in with its text is. A row's ``cells`` are
    the texts of its cells, and its ``text`` joins them by tabs. ``bookmarks`` are those that start
    in the block; ``offset`` is where its text starts in the decoded text of a plain file, and in
    its paragraph where a paragraph of a PDF or a page holds several clauses. ``jumps`` are the
    places in the text before which the file has markup: (character, the markup's length).

    ``story`` says where it stands: ``body``, ``text_box``, or, among a document's asides,
    ``header``, ``first_header``, ``even_header`` and so for ``footer``; ``footnote``, ``endnote``,
    ``comment``; ``other_side`` is the other language of a contract in two columns. An aside's
    ``anchor`` is the place in the body that it belongs to: the reference of a note, the text that a
    comment is on, the first block of a section for its headers, of a row for its other side. The
    ``label`` of a note's first block is its mark (1, i, *); ``author`` and ``date`` are those of a
    comment, as the file has them.
    ``place`` says where in the body of the file a block of a contract in two columns stands: the
    number of the paragraph or row, and its text in that, without a number from another cell.
    """

    index: int
    text: str
    label: str = ""
    level: int | None = None
    style: str = ""
    lead: int = 0
    cells: tuple[str, ...] = ()
    bookmarks: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()
    offset: int = 0
    jumps: tuple[tuple[int, int], ...] = ()
    story: str = "body"
    author: str = ""
    date: str = ""
    anchor: Span | None = None
    place: Span | None = None

    def source(self, at: int) -> int:
        """Where character ``at`` of the text stands in the decoded text of a plain file."""
        return self.offset + at + sum(length for place, length in self.jumps if place <= at)


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of one file, in order; ``asides`` are those that stand outside its body.

    The indices of the asides go on from those of the blocks.

    ``digest`` is the SHA-256 of the file's bytes; ``notes`` say what the file holds that could not
    be read; ``manifest`` is the JSON that we left in a document that we issued, or "".
    """

    blocks: tuple[Block, ...]
    digest: str = ""
    name: str = ""
    notes: tuple[Note, ...] = ()
    manifest: str = ""
    asides: tuple[Block, ...] = ()

    @property
    def text(self) -> str:
        """The text of all blocks in order, a line each."""
        return "\n".join(block.text for block in self.blocks)
