"""Characters with places -> lines of text, read from the top, a column after the other.

A row is what stands on one baseline; a wide gap cuts it into lines (the cells of a table, a number
and its text, two columns). Whether a gap is a space is measured, not believed: justified Chinese
has gaps that are none, and much typeset English has spaces that are no characters.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from contractkit.readers.pdf.characters import Glyph

SPACE = 0.18  # of the size: a wider gap between letters is a space
WIDE = 1.25  # of the size: a wider gap cuts the row
WIDER = 2.2  # … where a space stands in it, as in a justified line
SAME_ROW = 0.4  # of the size: what a superscript is raised by, and less than a line
COLUMN_ROWS = 6  # lines on either side that make two columns of text and not a list
FULL = 0.55  # the share of a column's lines that reach near its edge, since it is text that wraps


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or a piece of a row: its edges, the height of its baseline, its size.

    ``lead`` counts its leading bold characters; ``first`` is the width of what cannot be broken at
    its start: the first word, or the first Chinese character with the marks that must follow it.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    lead: int
    first: float


Row = tuple[Line, ...]


_start, _height = attrgetter("left"), attrgetter("base")


def rows(glyphs: Sequence[Glyph]) -> list[Row]:
    """The rows that ``glyphs`` stand in, from the top of the page, each cut at its wide gaps."""
    found: list[Row] = []
    for row in _baselines(glyphs):
        lines = tuple(line for piece in _cut(row) if (line := _line(piece)))
        if lines:
            found.append(lines)
    return found


def wide(character: str) -> bool:
    """Whether a character is Chinese, so that no space stands between it and the next."""
    return unicodedata.east_asian_width(character) in "WF"


def _baselines(glyphs: Sequence[Glyph]) -> Iterable[list[Glyph]]:
    """The glyphs by baseline, from the top, those of each from the left."""
    row: list[Glyph] = []
    base = size = 0.0
    for glyph in sorted(glyphs, key=_height, reverse=True):
        text, _, _, its_base, its_size, _ = glyph
        if row and base - its_base > SAME_ROW * (size if size > its_size else its_size):
            yield _printed_once(row)
            row = []
        if not row or (its_size > size * 1.2 and not text.isspace()):
            base, size = its_base, its_size  # the row stands where its largest characters do
        row.append(glyph)
    if row:
        yield _printed_once(row)


def _printed_once(row: list[Glyph]) -> list[Glyph]:
    """The glyphs from the left, without those that are printed again to look bold."""
    row.sort(key=_start)
    kept = row[:1]
    for glyph in row[1:]:
        last = kept[-1]
        if glyph.text == last.text and glyph.left - last.left < 0.15 * glyph.size:
            kept[-1] = last._replace(bold=last.bold or not glyph.text.isspace())
        else:
            kept.append(glyph)
    return kept


def _cut(row: Sequence[Glyph]) -> Iterable[list[Glyph]]:
    """The pieces of a row between its wide gaps."""
    piece: list[Glyph] = []
    edge = 0.0
    spaced = False
    for glyph in row:
        text, left, right, _, size, _ = glyph
        if text.isspace():
            spaced = True
        else:
            if piece and left - edge > (WIDER if spaced else WIDE) * size:
                yield piece
                piece = []
            least = edge if piece else 0.0
            edge, spaced = right if right > least else least, False
        piece.append(glyph)
    if piece:
        yield piece


def _line(glyphs: Sequence[Glyph]) -> Line | None:
    """The line that neighbouring glyphs make; None if it is empty."""
    seen = [index for index, glyph in enumerate(glyphs) if not glyph.text.isspace()]
    if not seen:
        return None
    glyphs = glyphs[seen[0] : seen[-1] + 1]
    out = [glyphs[0].text]
    bold = [glyphs[0].bold]
    for before, glyph in pairwise(glyphs):
        character, left, _, _, glyph_size, is_bold = glyph
        if left - before.right > SPACE * glyph_size and not (_joins(before) or _joins(glyph)):
            out.append(" ")
            bold.append(before.bold and is_bold)
        out.append(character)
        bold.append(is_bold or (bold[-1] and character.isspace()))
    sizes: Counter[float] = Counter()
    for exact, count in Counter(glyph.size for glyph in glyphs).items():
        sizes[round(exact, 1)] += count
    text = "".join(out)
    size = max(sizes, key=lambda size: (sizes[size], size))
    return Line(
        text,
        glyphs[0].left,
        max(glyph.right for glyph in glyphs),
        _base(glyphs, size),
        size,
        len(text) if all(bold) else _leading(bold),
        _unbreakable(glyphs),
    )


def _joins(glyph: Glyph) -> bool:
    """Whether no space is missing beside it: it is one, or Chinese, or a mark as wide as that."""
    broad = glyph.right - glyph.left > 0.85 * glyph.size and not glyph.text.isalnum()
    return glyph.text.isspace() or wide(glyph.text) or broad


def _base(glyphs: Sequence[Glyph], size: float) -> float:
    """The baseline of the characters of the line's own size, so not that of a superscript."""
    own = [glyph.base for glyph in glyphs if abs(glyph.size - size) < 0.1]
    return own[0] if own else glyphs[0].base


def _leading(bold: Sequence[bool]) -> int:
    return next((index for index, is_bold in enumerate(bold) if not is_bold), len(bold))


def _unbreakable(glyphs: Sequence[Glyph]) -> float:
    """The width of what stands before the first place where the line could be broken."""
    end = 1
    while end < len(glyphs):
        glyph, before = glyphs[end], glyphs[end - 1]
        if glyph.text.isspace() or glyph.left - before.right > SPACE * glyph.size:
            break
        follows = unicodedata.category(glyph.text) in ("Pe", "Pf", "Po")
        opened = unicodedata.category(before.text) in ("Ps", "Pi")
        counted = before.text.isdigit()  # 2 个: a number and what it counts may be kept together
        if (wide(glyph.text) or wide(before.text)) and not (follows or opened or counted):
            break
        end += 1
    return glyphs[end - 1].right - glyphs[0].left


def in_columns(page: Sequence[Row]) -> list[tuple[list[Row], bool]]:
    """The rows of a page in reading order, in groups; True for one that is a column."""
    gutter = _gutter(page)
    if gutter is None:
        return [(list(page), False)]
    groups: list[tuple[list[Row], bool]] = []
    band: list[Row] = []
    for row in page:
        if any(line.left < gutter < line.right for line in row):
            groups += _sides(band, gutter)
            groups.append(([row], False))
            band = []
        else:
            band.append(row)
    groups += _sides(band, gutter)
    return _joined(groups)


def _joined(groups: Sequence[tuple[list[Row], bool]]) -> list[tuple[list[Row], bool]]:
    """Neighbouring groups of the whole width as one."""
    out: list[tuple[list[Row], bool]] = []
    for rows_, column in groups:
        if out and not column and not out[-1][1]:
            out[-1][0].extend(rows_)
        else:
            out.append((rows_, column))
    return out


def _sides(band: Sequence[Row], gutter: float) -> list[tuple[list[Row], bool]]:
    """The two columns of a band of rows, or the band as it stands where it has no two."""
    left = [row for row in (_side(row, gutter, left=True) for row in band) if row]
    right = [row for row in (_side(row, gutter, left=False) for row in band) if row]
    if min(len(left), len(right)) < 2:
        return [(list(band), False)] if band else []
    return [(left, True), (right, True)]


def _side(row: Row, gutter: float, *, left: bool) -> Row:
    return tuple(line for line in row if (line.right <= gutter) == left)


def _gutter(page: Sequence[Row]) -> float | None:
    """The middle of the white strip between two columns of running text, if there is one."""
    lines = [line for row in page for line in row]
    if len(lines) < 2 * COLUMN_ROWS:
        return None
    start, end = min(line.left for line in lines), max(line.right for line in lines)
    cover = [0] * (int(end - start) + 2)
    for line in lines:  # how many lines begin, less how many end, up to each point
        cover[int(line.left - start)] += 1
        cover[int(line.right - start) + 1] -= 1
    total = 0
    strip, best = 0, (0, 0)
    middle = range(len(cover) // 4, 3 * len(cover) // 4)
    for point, change in enumerate(cover):
        total += change
        strip = strip + 1 if total <= 0.15 * len(lines) and point in middle else 0
        best = max(best, (strip, point))
    size = Counter(round(line.size) for line in lines).most_common(1)[0][0]
    if best[0] < 0.8 * size:
        return None
    gutter = start + best[1] - best[0] / 2
    left = [line for line in lines if line.right <= gutter]
    right = [line for line in lines if line.left >= gutter]
    return gutter if _runs(left) and _runs(right) else None


def _runs(column: Sequence[Line]) -> bool:
    """Whether the lines are running text: enough of them, most as long as it is wide."""
    if len(column) < COLUMN_ROWS:
        return False
    edge = sorted(line.right for line in column)[-max(1, len(column) // 10)]
    full = sum(1 for li in column if li.right > edge - 3.5 * li.size and "__" not in li.text)
    return full >= FULL * len(column)
