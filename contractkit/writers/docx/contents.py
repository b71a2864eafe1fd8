"""A table of contents: the field that Word updates, filled with the chapters and attachments.

Page numbers are Word's to know, for they hang on its fonts and its paper: an entry is the heading
alone, as a link, which looks whole as it stands. When the table is updated (the button above it,
or F9) Word prints it with leaders and page numbers. Neither ``w:updateFields`` nor ``w:dirty`` is
set: both make Word ask, on opening, whether fields "that may refer to other files" shall be
updated, which frightens the other party.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from contractkit.model.agreement import Clause
from contractkit.writers.docx.inline import contents_bookmark, text_run

ENTRY = "TOC1"  # Word's own style for the entries of the first level
KINDS = ("chapter", "attachment")
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)


def heading_numbers(clauses: Sequence[Clause]) -> dict[int, int]:
    """The number of each heading in the contents, from 1, by the index of its block."""
    listed = filter(_is_listed, clauses)
    return {clause.blocks[0].index: number for number, clause in enumerate(listed, start=1)}


def _is_listed(clause: Clause) -> bool:
    return clause.kind in KINDS and bool(clause.blocks)


def contents(clauses: Sequence[Clause], heading: str) -> Markup:
    """The table of contents of the chapters and attachments among ``clauses``."""
    numbers = heading_numbers(clauses)
    entries = [
        _entry(clause, numbers[clause.blocks[0].index]) for clause in clauses if _is_listed(clause)
    ]
    if not entries:
        return Markup("")
    first, *rest = entries
    paragraphs = [_paragraph(_BEGIN + first), *map(_paragraph, rest), f"<w:p>{_END}</w:p>"]
    return Markup(  # noqa: S704 - every text in it went through escape()
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        "<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>"
        f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr>{text_run(heading)}</w:p>'
        f"{''.join(paragraphs)}</w:sdtContent></w:sdt>"
    )


def _entry(clause: Clause, number: int) -> str:
    mark = contents_bookmark(number)
    text = text_run(f"{clause.label} {clause.heading}")
    return f'<w:hyperlink w:anchor="{mark}" w:history="1">{text}</w:hyperlink>'


def _paragraph(content: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{ENTRY}"/></w:pPr>{content}</w:p>'
