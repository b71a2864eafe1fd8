"""A .docx -> Document: what a reader of the paper sees, with the numbers that Word computes.

Read, in the body:

- paragraphs with automatic numbers, outline levels and the look of their first words; bookmarks;
- tables, a block a row, cells joined by tabs, a merged cell once, nested tables within their cell;
- text boxes and word art once, after the paragraph or row that they are anchored in;
- content controls (around blocks, rows, cells, text), custom XML, smart tags, hyperlinks;
- fields as their result, nested ones too, form fields; symbols, tabs, breaks, hyphens; the base
  text of ruby; mathematics as plain text; hidden text (and a note that says so);
- tracked changes as accepted, as rejected, or both states with marks of who and when.

Read, as asides: headers and footers of each section, once each; footnotes and endnotes with their
marks; comments with author; each with its place in the body. Strict OOXML is read like any other.

Not read, and said in ``notes``: pictures and drawings without text (charts and SmartArt among
them), embedded objects, included files (``w:altChunk``, ``w:subDoc``), the numbers of LISTNUM and
AUTONUM fields, notes, comments and headers that nothing in the text points to.
Not read, and not said: where a page or column ends, line numbers, the texts of pictures for
the blind. A paragraph mark that is hidden (Word's style separator) still ends its block.
"""

from __future__ import annotations

from collections.abc import Iterator

from contractkit.model.document import Document, Note, Revisions
from contractkit.ooxml.manifest import read_manifest
from contractkit.ooxml.names import w
from contractkit.ooxml.numbering import Labels
from contractkit.ooxml.package import LIMITS, Limits, Package, open_package
from contractkit.ooxml.resolve import marks_of
from contractkit.ooxml.revisions import accept, reject, story_parts
from contractkit.readers.docx.asides import asides
from contractkit.readers.docx.story import Found, Story

__all__ = ["read_docx"]


def read_docx(
    data: bytes, name: str, *, limits: Limits = LIMITS, revisions: Revisions = "accept"
) -> Document:
    """The document in ``data``. Raises ReadError and UnsafeFile."""
    package = open_package(data, name=name, limits=limits)
    changes = _resolve(package, revisions)
    labels, found = Labels(package), Found()
    body = package.xml(package.main).find(w("body"))
    story = Story(labels, found, both=revisions == "both")
    blocks = tuple(story.blocks(body)) if body is not None else ()
    outside = tuple(asides(package, labels, found, both=revisions == "both"))
    return Document(
        blocks,
        name=name,
        notes=tuple(_notes(changes, revisions, found)),
        manifest=read_manifest(package),
        asides=outside,
    )


def _resolve(package: Package, revisions: Revisions) -> int:
    """Accept or reject the tracked changes in place, and tell how many there were."""
    changes = sum(1 for part in story_parts(package) for _ in marks_of(package.xml(part)))
    if revisions == "accept":
        accept(package)
    elif revisions == "reject":
        reject(package)
    return changes


def _notes(changes: int, revisions: Revisions, found: Found) -> Iterator[Note]:
    counts = ((revisions, changes), *found.counts.items())
    for kind, count in counts:
        if count:
            yield Note(kind, str(count))
