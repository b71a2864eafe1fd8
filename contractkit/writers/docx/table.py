"""Rows of cells -> a Word table with a header row that repeats on every page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_uppercase

from markupsafe import Markup

from contractkit.writers.docx.inline import text_runs

WIDTH = 5000  # fiftieths of a per cent: the whole text width
SIZE = 10.0  # points, of the styles CkCell and CkCellHead in a look of one column
SMALLEST = 6.5  # points: what is smaller nobody reads
MARGINS = 216  # twips: the left and right margin of a cell, as Word sets them
# The widths of letters in ems, those of Times or a little more; of others OTHER.
EMS = {
    **dict.fromkeys(ascii_uppercase, 0.7),
    **dict.fromkeys("fijlrtI.,:;'!|()[]-/", 0.33),
    **dict.fromkeys("mwMW%@&", 0.86),
}
OTHER = 0.51
_FIGURES = str.maketrans("123456789", "000000000")  # figures are alike in width
BOLD = 1.1  # times as wide: the header
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="7F7F7F"/>' for edge in _EDGES
)


def table(
    rows: Sequence[Sequence[str]],
    width: int = 9000,
    *,
    size: float = SIZE,
    margins: int = MARGINS,
) -> Markup:
    """The table of ``rows`` of cells, the first of which is its header; columns by what they hold.

    ``width`` is what the columns' widths are parts of, ``margins`` those of a cell, left and right
    together, in twips; ``size`` is that of the look's cells, in points. Where the longest words of
    all columns have no room side by side, the table is set smaller, so that none is broken. A
    number in several parts, as of a telephone, stays on one line where there is room.
    """
    columns = list(zip(*rows, strict=True))
    for whole in (True, False):  # in ems, then in points
        words = [_longest_word(*column, whole=whole) for column in columns]
        room = (width - margins * len(words)) / (20 * sum(words))
        if room >= size:
            break
    small = max(SMALLEST, int(2 * room) / 2) if room < size else 0.0
    widths = _widths(columns, width, [word * 20 * (small or size) + margins for word in words])
    edges = "".join(f'<w:{edge} w:w="{margins // 2}" w:type="dxa"/>' for edge in ("left", "right"))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = _row(widths, head=True) + _row(widths, head=False) * (len(rows) - 1)
    body %= tuple(_sized(text_runs([cell for row in rows for cell in row]), small))
    return Markup(  # noqa: S704 - every text in it went through escape()
        f'<w:tbl><w:tblPr><w:tblW w:w="{WIDTH}" w:type="pct"/><w:tblBorders>{_BORDERS}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>{edges}</w:tblCellMar>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}"
        '</w:tbl><w:p><w:pPr><w:pStyle w:val="CkCell"/></w:pPr></w:p>'
    )


def _widths(columns: Sequence[Sequence[str]], width: int, needs: Sequence[float]) -> list[int]:
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


def _longest_word(head: str, *cells: str, whole: bool) -> float:
    """The width of a column's longest word in ems; 2 where none is written in letters.

    ``whole`` takes a cell without letters for one word.
    """
    return max(_ems((head,), whole=whole) * BOLD, _ems(cells, whole=whole)) or 2


def _ems(cells: Sequence[str], *, whole: bool) -> float:
    words: set[str] = set()
    for cell in {cell.translate(_FIGURES) for cell in cells}:  # amounts are alike but for these
        one = whole and not any(map(str.isalpha, cell))
        words.update(word for word in ([cell] if one else cell.split()) if word.isascii())
    return max((sum(EMS.get(letter, OTHER) for letter in word) for word in words), default=0)


def _sized(runs: Iterable[str], points: float) -> Iterable[str]:
    """The runs, set in that size where one is given."""
    if not points:
        return runs
    half_points = round(2 * points)
    size = f'<w:rPr><w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/></w:rPr>'
    return (run.replace("<w:r>", f"<w:r>{size}", 1) for run in runs)


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
