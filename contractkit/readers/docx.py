"""A .docx -> Document: what a reader of the paper sees, with the numbers that Word computes.

Read: paragraphs of the body with automatic numbers, outline levels and the look of their first
words; tables, a block a row, cells joined by tabs, nested tables within their cell; content
controls, hyperlinks, fields (their result), tabs, breaks, hyphens; tracked changes as accepted;
our own bookmarks and manifest.
Not read, and said in ``notes``: headers and footers, footnotes, endnotes, comments, text boxes,
embedded objects and pictures.
"""

from __future__ import annotations

from collections.abc import Iterator

from contractkit.model.document import Block, Document, Note
from contractkit.ooxml.manifest import read_manifest
from contractkit.ooxml.names import NAME, SDT, SDTCONTENT, TBL, TC, TR, TXBX, P, w
from contractkit.ooxml.numbering import Labels, is_on
from contractkit.ooxml.package import LIMITS, Element, Limits, Package, open_package
from contractkit.ooxml.text import pieces

_BOOKMARK = w("bookmarkStart")
_WRAPPERS = frozenset({w("customXml"), w("ins"), w("moveTo"), w("smartTag")})

# What a file may hold that is not read: where it is found, what it is called.
_UNREAD_PARTS = ("header", "footer", "footnotes", "endnotes", "comments")
_UNREAD_ELEMENTS = ((TXBX, "text_boxes"), (w("drawing"), "drawings"), (w("object"), "objects"))


def read_docx(data: bytes, name: str, *, limits: Limits = LIMITS) -> Document:
    """The document in ``data``. Raises ReadError and UnsafeFile."""
    package = open_package(data, name=name, limits=limits)
    root = package.xml(package.main)
    body = root.find(w("body"))
    labels = Labels(package)
    reader = _Reader(labels)
    blocks = tuple(reader.blocks(body)) if body is not None else ()
    return Document(
        blocks,
        name=name,
        notes=tuple(_notes(package, root)),
        manifest=read_manifest(package),
    )


class _Reader:
    """Walks the body once, in order, since automatic numbers count."""

    def __init__(self, labels: Labels) -> None:
        self._labels = labels
        self._index = 0

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks of a body or of whatever wraps paragraphs in it."""
        for child in parent:
            if child.tag == P:
                yield self._paragraph(child)
            elif child.tag == TBL:
                yield from self._rows(child)
            elif child.tag == SDT:
                content = child.find(SDTCONTENT)
                if content is not None:
                    yield from self.blocks(content)
            elif child.tag in _WRAPPERS:
                yield from self.blocks(child)

    def _next(self) -> int:
        self._index += 1
        return self._index - 1

    def _paragraph(self, paragraph: Element) -> Block:
        style = self._labels.style_of(paragraph)
        text, lead = _text(paragraph, bold=self._labels.bold(style))
        known = self._labels.styles.get(style)
        return Block(
            self._next(),
            text,
            label=self._labels.label(paragraph),
            level=self._labels.outline_level(paragraph),
            style=known.name if known else "",
            lead=lead,
            bookmarks=tuple(mark.get(NAME, "") for mark in paragraph.iter(_BOOKMARK)),
        )

    def _rows(self, table: Element) -> Iterator[Block]:
        for row in table.iter(TR):
            if next(row.iterancestors(TBL)) is not table:
                continue  # a row of a nested table: read with its cell
            cells = tuple(self._cell(cell) for cell in row.iter(TC) if _row_of(cell) is row)
            yield Block(self._next(), "\t".join(cells), cells=cells)

    def _cell(self, cell: Element) -> str:
        """The text of a cell, a line a paragraph, each with its number."""
        lines = []
        for paragraph in cell.iter(P):
            text, _ = _text(paragraph, bold=False)
            label = self._labels.label(paragraph)
            lines.append(f"{label} {text}" if label else text)
        return "\n".join(lines)


def _row_of(cell: Element) -> Element:
    return next(cell.iterancestors(TR))


def _text(paragraph: Element, *, bold: bool) -> tuple[str, int]:
    """The text of a paragraph, and how many of its first characters are bold or underlined."""
    out: list[str] = []
    lead, open_lead = 0, True
    for piece in pieces(paragraph):
        if not piece.text:
            continue
        out.append(piece.text)
        if not open_lead:
            continue
        if _stands_out(piece.run, bold=bold):
            lead += len(piece.text)
        elif piece.text.strip():
            open_lead = False
    return "".join(out), lead


def _stands_out(run: Element | None, *, bold: bool) -> bool:
    properties = run.find(w("rPr")) if run is not None else None
    own = is_on(properties, "b")
    return (bold if own is None else own) or bool(is_on(properties, "u"))


def _notes(package: Package, root: Element) -> Iterator[Note]:
    main = package.main
    for kind in _UNREAD_PARTS:
        parts = package.related(main, f"/{kind}")
        if any(_has_text(package.xml(part)) for part in parts):
            yield Note(kind)
    for tag, kind in _UNREAD_ELEMENTS:
        count = sum(1 for _ in root.iter(tag))
        if count:
            yield Note(kind, str(count))


def _has_text(root: Element) -> bool:
    return any((text.text or "").strip() for text in root.iter(w("t")))
