"""Ruled lines and characters -> the tables of a page, a row after the other.

A table is ruled lines that touch, upright ones among them; or at least three level ones of the same
length, one under the other, between which text begins in columns. Cells that are merged across
are one cell; of cells that are merged downwards the first holds the text and the others are empty,
as in a Word file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from contractkit.readers.pdf.characters import Glyph
from contractkit.readers.pdf.lines import rows
from contractkit.readers.pdf.page import Rule

NEAR = 3.0  # points: edges that are no farther apart are one edge
MOST_EDGES = 200  # of a table on a page: more is a drawing


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its left and right edge, and the characters in it."""

    left: float
    right: float
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table on a page: where it stands, and its rows from the top."""

    left: float
    right: float
    top: float
    bottom: float
    rows: tuple[tuple[Cell, ...], ...]

    def holds(self, glyph: Glyph) -> bool:
        """Whether the character stands in the table."""
        return (
            self.bottom - 1 < glyph.base < self.top
            and self.left - NEAR < glyph.left
            and glyph.right < self.right + NEAR
        )


def tables(rules: Sequence[Rule], glyphs: Sequence[Glyph]) -> list[Table]:
    """The ruled tables of a page, from the top."""
    found: list[Table] = []
    for group in _touching(rules):
        if table := _table(group, glyphs, found):
            found.append(table)
    for group in _ladders(rules):
        found += _from_ladder(group, glyphs, found)
    return sorted(found, key=lambda table: -table.top)


def _touching(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """The groups of rules that touch or cross one another."""
    level = sorted((rule for rule in rules if not rule.upright), key=lambda rule: rule.at)
    upright = sorted((rule for rule in rules if rule.upright), key=lambda rule: rule.start)
    if not upright or len(level) < 2:
        return
    owner = list(range(len(level) + len(upright)))

    def root(index: int) -> int:
        while owner[index] != index:
            owner[index] = owner[owner[index]]
            index = owner[index]
        return index

    for place, post in enumerate(upright, len(level)):
        for index, beam in enumerate(level):
            if beam.at > post.end + NEAR:
                break
            crosses = beam.start - NEAR <= post.at <= beam.end + NEAR
            if beam.at >= post.start - NEAR and crosses:
                owner[root(index)] = root(place)
    groups: dict[int, list[Rule]] = {}
    for index, rule in enumerate((*level, *upright)):
        groups.setdefault(root(index), []).append(rule)
    yield from (group for group in groups.values() if any(rule.upright for rule in group))


def _ladders(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """The groups of three or more level rules of the same length, one under the other."""
    groups: dict[tuple[int, int], list[Rule]] = {}
    for rule in rules:
        if not rule.upright:
            key = (round(rule.start / NEAR), round(rule.end / NEAR))
            groups.setdefault(key, []).append(rule)
    yield from (group for group in groups.values() if len(_edges(r.at for r in group)) >= 3)


def _edges(places: Iterator[float]) -> list[float]:
    """The places in order, those near one another as one."""
    out: list[float] = []
    for place in sorted(places):
        if not out or place - out[-1] > NEAR:
            out.append(place)
    return out


def _table(group: Sequence[Rule], glyphs: Sequence[Glyph], found: Sequence[Table]) -> Table | None:
    """The table that a group of rules makes; None where it makes none, or one that is known."""
    level = [rule for rule in group if not rule.upright]
    upright = [rule for rule in group if rule.upright]
    heights = _edges(rule.at for rule in level)[::-1]
    if not 2 <= len(heights) <= MOST_EDGES:
        return None
    table = Table(
        min(rule.start for rule in level),
        max(rule.end for rule in level),
        heights[0],
        heights[-1],
        (),
    )
    if any(t.bottom - 1 < table.top and table.bottom < t.top + 1 for t in found):
        return None
    inside = [glyph for glyph in glyphs if table.holds(glyph)]
    drawn = bool(upright)
    upright = upright or _posts(heights, inside)
    widths = _edges(iter((*(rule.at for rule in upright), table.left, table.right)))
    if not inside or not 3 <= len(widths) <= MOST_EDGES:
        return None  # a box around text, or lines between paragraphs
    rows_ = list(_rows(heights, widths, level, upright, inside))
    if not drawn:  # what stands above or below the columns is text between two rules
        while rows_ and len(rows_[0]) == 1:
            del rows_[0], heights[0]
        while rows_ and len(rows_[-1]) == 1:
            del rows_[-1], heights[-1]
    if not rows_:
        return None
    return Table(table.left, table.right, heights[0], heights[-1], tuple(rows_))


def _from_ladder(
    group: Sequence[Rule], glyphs: Sequence[Glyph], found: Sequence[Table]
) -> list[Table]:
    """The tables in a ladder of rules; one that makes none is parted where it is widest open."""
    group = sorted(group, key=lambda rule: rule.at)
    if len(_edges(rule.at for rule in group)) < 3:
        return []
    if table := _table(group, glyphs, found):
        return [table]
    gaps = [above.at - below.at for below, above in pairwise(group)]
    if len(gaps) > MOST_EDGES or max(gaps) < 2 * median(gap for gap in gaps if gap > NEAR):
        return []
    at = gaps.index(max(gaps)) + 1
    lower = _from_ladder(group[:at], glyphs, found)
    return [*lower, *_from_ladder(group[at:], glyphs, [*found, *lower])]


def _posts(heights: Sequence[float], glyphs: Sequence[Glyph]) -> list[Rule]:
    """Upright rules where none are drawn: before the places at which text begins in most rows."""
    bands = [
        (high, low, [g for g in glyphs if low - 1 < g.base <= high - 1])
        for high, low in pairwise(heights)
    ]
    starts: list[float] = []
    for _, _, band in bands:
        found = {round(line.left, 1) for row in rows(band) for line in row[1:]}
        starts += sorted(found)
    starts.sort()
    posts: list[Rule] = []
    for at in _edges(iter(starts)):
        near = sum(1 for start in starts if 0 <= start - at <= NEAR)
        if near < max(2, 0.3 * len(bands)):
            continue
        posts += [
            Rule(True, at - 1, low, high)
            for high, low, band in bands
            if not any(g.left < at - 1.5 and g.right > at for g in band if not g.text.isspace())
        ]
    return posts


def _rows(
    heights: Sequence[float],
    widths: Sequence[float],
    level: Sequence[Rule],
    upright: Sequence[Rule],
    glyphs: Sequence[Glyph],
) -> Iterator[tuple[Cell, ...]]:
    """The cells of each row; ``heights`` from the top, ``widths`` from the left."""
    columns = list(pairwise(widths))
    bands = list(pairwise(heights))
    top_of = [[0] * len(columns) for _ in bands]  # the row in which each cell's text is told
    for row, (above, _) in enumerate(bands):
        for column, (left, right) in enumerate(columns):
            middle = (left + right) / 2
            ruled = any(abs(r.at - above) <= NEAR and r.start < middle < r.end for r in level)
            top_of[row][column] = row if ruled or not row else top_of[row - 1][column]
    placed: dict[tuple[int, int], list[Glyph]] = {}
    for glyph in glyphs:
        row = next((i for i, (_, low) in enumerate(bands) if glyph.base > low - 1), len(bands) - 1)
        middle = (glyph.left + glyph.right) / 2
        column = next(
            (i for i, (_, right) in enumerate(columns) if middle < right), len(columns) - 1
        )
        placed.setdefault((top_of[row][column], column), []).append(glyph)
    for row, (above, below) in enumerate(bands):
        middle = (above + below) / 2
        posts = [r.at for r in upright if r.start < middle < r.end]
        cells: list[Cell] = []
        for column, (left, right) in enumerate(columns):
            own = tuple(placed.get((row, column), ())) if top_of[row][column] == row else ()
            if cells and not any(abs(at - left) <= NEAR for at in posts):
                last = cells.pop()
                cells.append(Cell(last.left, right, (*last.glyphs, *own)))
            else:
                cells.append(Cell(left, right, own))
        yield tuple(cells)
