"""A .pdf -> Document: paragraphs as they were before lines and pages cut them.

Read: the text with its places, by PDFium; paragraphs rejoined over lines, columns and pages;
running heads, footers and page numbers set aside; two columns of text one after the other; ruled
and aligned tables a block a row; bold beginnings.
Not read, and said in ``notes``: pictures, text that does not stand upright, comments and filled-in
form fields, characters whose font does not say what they are. A page that is a picture without
text is an error: an agreement with a page missing must not pass for the whole.
Not known from a PDF: hidden text, automatic numbers (they are text here), outline levels.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from contractkit.errors import ReadError
from contractkit.lang import detect
from contractkit.model.document import Block, Document, Note
from contractkit.readers.pdf.heads import without_heads
from contractkit.readers.pdf.layout import Layout
from contractkit.readers.pdf.lines import Row, rows
from contractkit.readers.pdf.page import Page, read_page
from contractkit.readers.pdf.tables import Table, tables

PAGES = 3_000  # a longer file is a binder of many documents
SCANNED = 0.3  # of a page: a larger picture on a page without text is a scan

_LOCK = threading.Lock()  # PDFium may be called by one thread at a time
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read_pdf(data: bytes, name: str, *, pages: int = PAGES) -> Document:
    """The document in ``data``, of at most ``pages`` pages. Raises ReadError."""
    with _LOCK:
        source = _open(data, name)
        try:
            if len(source) > pages:
                raise ReadError(
                    f"the file has {len(source):,} pages, the limit is {pages:,}",
                    where=name,
                    hint="send the pages of the agreement alone",
                )
            found = [_page(source, index, name) for index in range(len(source))]
        finally:
            source.close()
    return _document(found, name)


def _open(data: bytes, name: str) -> Any:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise ReadError(
                "the file is protected by a password", where=name, hint="ask for an open copy"
            ) from error
        raise _damaged(name) from error


def _damaged(name: str, page: int = 0) -> ReadError:
    where = f"{name}, page {page}" if page else name
    return ReadError("the file is damaged or cut short", where=where, hint="ask for it again")


def _page(source: Any, index: int, name: str) -> tuple[Page, list[Table], list[Row]]:
    """What is on a page: its tables, and the rows of text outside them."""
    import pypdfium2

    try:
        opened = source[index]
        try:
            page = read_page(opened)
        finally:
            opened.close()
    except pypdfium2.PdfiumError as error:
        raise _damaged(name, index + 1) from error
    found = tables(page.rules, page.glyphs)
    free = page.glyphs
    if found:
        free = [g for g in free if not any(table.holds(g) for table in found)]
    shown = len(page.glyphs)
    page.glyphs = []
    if page.unread > shown:
        raise ReadError(
            "the text cannot be read: its fonts do not say which characters they show",
            where=f"{name}, page {index + 1}",
            hint="ask for the Word file, or for a copy with recognised text (OCR)",
        )
    return page, found, rows(free)


def _document(found: Sequence[tuple[Page, list[Table], list[Row]]], name: str) -> Document:
    written = [page_rows for _, _, page_rows in found]
    kept = without_heads(written, [page.height for page, _, _ in found])
    _refuse_scans(found, kept, name)
    aside = sum(map(len, written)) - sum(map(len, kept))
    language = detect("\n".join(line.text for page in kept for row in page for line in row))
    layout = Layout(
        [(page_tables, rest) for (_, page_tables, _), rest in zip(found, kept, strict=True)],
        language.numbering,
    )
    blocks = _plain_where_all_is_bold(list(layout.blocks()))
    counts = (
        ("running_heads", aside),
        ("drawings", sum(page.pictures for page, _, _ in found)),
        ("turned", sum(page.turned for page, _, _ in found)),
        ("unknown_characters", sum(page.unread for page, _, _ in found)),
        ("annotations", sum(page.annotations for page, _, _ in found)),
    )
    notes = tuple(Note(kind, str(count)) for kind, count in counts if count)
    return Document(tuple(blocks), name=name, notes=notes)


def _refuse_scans(
    found: Sequence[tuple[Page, list[Table], list[Row]]], kept: Sequence[list[Row]], name: str
) -> None:
    """Raise ReadError when a page is a picture, or when there is no text at all."""
    bare = [
        index
        for index, ((_, page_tables, _), rest) in enumerate(zip(found, kept, strict=True), 1)
        if not rest and not page_tables
    ]
    scans = [index for index in bare if found[index - 1][0].covered >= SCANNED]
    hint = "ask for the Word file, or for a copy with recognised text (OCR)"
    if scans:
        which = ("page " if len(scans) == 1 else "pages ") + ", ".join(_ranges(scans))
        verb = "is a scan" if len(scans) == 1 else "are scans"
        raise ReadError(f"{which} {verb}, without text", where=name, hint=hint)
    if len(bare) == len(found):
        raise ReadError("there is no text in the file", where=name, hint=hint)


def _ranges(numbers: Sequence[int]) -> Iterator[str]:
    """The numbers in order, those that follow one another as ``3–5``."""
    for _, group in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        members = [number for _, number in group]
        yield f"{members[0]}–{members[-1]}" if len(members) > 1 else str(members[0])


def _plain_where_all_is_bold(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, their beginnings not set apart where most of the text is bold."""
    bold = sum(block.lead for block in blocks)
    if 2 * bold < sum(len(block.text) for block in blocks):
        return list(blocks)
    return [replace(block, lead=0) for block in blocks]
