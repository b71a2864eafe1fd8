"""A document as it was read: blocks of text in order, and places in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a document: characters ``start`` to ``end`` of the text of block ``block``."""

    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or one row of a table, as a reader sees it.

    ``text`` is what stands in the file, a typed number included; ``label`` is the automatic number
    that Word shows before it and that no text holds. ``level`` is the outline level (0 is the
    highest) where the file states one. A row's ``cells`` are the texts of its cells, and its
    ``text`` joins them by tabs. ``marks`` are the bookmarks that start here; ``offset`` is where
    the text starts in the decoded text of a plain file.
    """

    index: int
    text: str
    label: str = ""
    level: int | None = None
    style: str = ""
    cells: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    offset: int = 0
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of one file, in order.

    ``digest`` is the SHA-256 of the file's bytes; ``notes`` say what the file holds that could not
    be read; ``manifest`` is the JSON that we left in a document that we issued, or "".
    """

    blocks: tuple[Block, ...]
    digest: str = ""
    name: str = ""
    notes: tuple[str, ...] = ()
    manifest: str = ""
