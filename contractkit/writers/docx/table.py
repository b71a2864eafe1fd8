"""Rows of cells -> a Word table with a header row that repeats on every page."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from contractkit.writers.docx.inline import text_runs

WIDTH = 5000  # fiftieths of a per cent: the whole text width
LETTER = 115  # twips: a Latin letter of ten points, bold
MARGINS = 216  # twips: the left and right margin of a cell, as Word sets them
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>' for edge in _EDGES
)


def table(
    rows: Sequence[Sequence[str]],
    width: int = 9000,
    *,
    letter: int = LETTER,
    margins: int = MARGINS,
) -> Markup:
    """The table of ``rows`` of cells, the first of which is its header; columns by what they hold.

    ``width`` is what the columns' widths are parts of, ``letter`` the width of a Latin letter,
    ``margins`` those of a cell, left and right together; all in twips.
    """
    columns = list(zip(*rows, strict=True))
    needs = [_longest_word(cells) * letter + margins for cells in columns]
    widths = _widths(columns, width, needs)
    edges = "".join(f'<w:{edge} w:w="{margins // 2}" w:type="dxa"/>' for edge in ("left", "right"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = _row(widths, head=True) + _row(widths, head=False) * (len(rows) - 1)
    body %= tuple(text_runs([cell for row in rows for cell in row]))
    return Markup(  # noqa: S704 - every text in it went through escape()
        f'<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="pct"/><w:tblBorders>{_BORDERS}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{edges}</w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}"
        '</w:tbl><w:p><w:pPr><w:pStyle w:val="CkCell"/></w:pPr></w:p>'
    )


def _widths(columns: Sequence[Sequence[str]], width: int, needs: Sequence[int]) -> list[int]:
    """The columns' shares of ``width``, by the square root of the longest cell.

    A column whose longest word ``needs`` more than its share has what the word needs, from the
    others; where all need more than there is, each gives way alike.
    """
    weights = [max(map(len, column)) ** 0.5 + 1 for column in columns]
    least = [need * min(1, width / sum(needs)) for need in needs]
    short: frozenset[int] = frozenset()
    while True:
        room = width - sum(least[at] for at in short)
        whole = sum(weight for at, weight in enumerate(weights) if at not in short) or 1
        shares = [
            least[at] if at in short else room * weight / whole for at, weight in enumerate(weights)
        ]
        more = frozenset(at for at, share in enumerate(shares) if share < least[at] - 1)
        if not more:
            return [round(share) for share in shares]
        short |= more


def _longest_word(cells: Sequence[str]) -> int:
    """The letters of the longest word in ``cells``; 4 where none is written in letters."""
    return max((len(word) for word in " ".join(cells).split() if word.isascii()), default=4)


def _row(widths: Sequence[int], *, head: bool) -> str:
    """A row of that many cells with %s in the place of the runs of each."""
    style = "CkCellHead" if head else "CkCell"
    repeat = "<w:tblHeader/>" if head else ""
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' if head else ""
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{style}"/></w:pPr>%s</w:p></w:tc>'
        for width in widths
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{inner}</w:tr>"
