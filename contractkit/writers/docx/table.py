"""Rows of cells -> a Word table with a header row that repeats on every page."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from contractkit.model.document import Block
from contractkit.writers.docx.inline import text_run

WIDTH = 5000  # fiftieths of a per cent: the whole text width
LETTER = 115  # twips: a Latin letter of nine or ten points, bold
MARGINS = 216  # twips: the left and right margin of a cell
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>' for edge in _EDGES
)


def table(rows: Sequence[Block], width: int = 9000) -> Markup:
    """The table of ``rows``, the first of which is its header; columns by what they hold.

    ``width`` is what the columns' widths are parts of, in twips.
    """
    widths = _widths([row.cells for row in rows], width)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = "".join(_row(row.cells, widths, head=n == 0) for n, row in enumerate(rows))
    return Markup(  # noqa: S704 - every text in it went through escape()
        f'<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="pct"/><w:tblBorders>{_BORDERS}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}'
        '</w:tbl><w:p><w:pPr><w:pStyle w:val="CkCell"/></w:pPr></w:p>'
    )


def _widths(rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """The columns' shares of ``width``, by the square root of the longest cell.

    A column whose longest word needs more than its share has what the word needs, from the others.
    """
    columns = list(zip(*rows, strict=True))
    least = [min(_longest_word(column), width / len(columns)) for column in columns]
    weights = [max(len(cell) for cell in column) ** 0.5 + 1 for column in columns]
    short = [own > width * one / sum(weights) for own, one in zip(least, weights, strict=True)]
    room = width - sum(own for own, is_short in zip(least, short, strict=True) if is_short)
    whole = sum(one for one, is_short in zip(weights, short, strict=True) if not is_short)
    return [
        round(own if is_short else room * weight / whole)
        for own, weight, is_short in zip(least, weights, short, strict=True)
    ]


def _longest_word(cells: Sequence[str]) -> int:
    """The width in twips that no word of ``cells`` needs more than, with the cell's margins."""
    words = (word for cell in cells for word in cell.split() if word.isascii())
    return MARGINS + LETTER * max((len(word) for word in words), default=4)


def _row(cells: Sequence[str], widths: Sequence[int], *, head: bool) -> str:
    style = "CkCellHead" if head else "CkCell"
    repeat = "<w:tblHeader/>" if head else ""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' if head else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{style}"/></w:pPr>{text_run(cell)}</w:p></w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{inner}</w:tr>"
