"""Which unit answers which: by our marks, by equal text, then the best assignment of all the rest.

Similarity only aligns; what a difference means is for ``deltas``. A fixed cut would lose true
partners that were rewritten, so what counts is also how far the runner-up is behind, the heading,
and the order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import fuzz

from contractkit.compare.assignment import assign
from contractkit.compare.likeness import likeness
from contractkit.compare.units import FRAMES
from contractkit.compare.vocabulary import Matrix
from contractkit.lang.base import Language
from contractkit.model.comparison import Unit

HOLDERS = ("chapter", "attachment")  # kinds of unit that answer one another
CLAUSES = ("clause",)
SURE = 0.5  # likeness from which texts answer one another, whatever the rivals
STANDS_OUT = 6.5  # deviations from which the best of many is the answer though it is not alike
LEAST = 0.08  # likeness below which texts have nothing in common but the language
OF_FEW = 0.8  # … and among few, where so many cannot be reached, the share of those that can
SAME_HEADING = 0.85  # likeness of headings from which they are the same heading
CHARACTERS = 0.5  # the weight of characters beside words when partners are chosen
HEADING_BONUS = 0.35
NUMBER_BONUS = 0.02
ORDER_BONUS = 0.03  # for standing in the same place, relative to the whole


@dataclass(frozen=True, slots=True)
class Match:
    """A partnership of ``base[i]`` and ``other[j]``, how alike they are, and why it was made."""

    i: int
    j: int
    score: float
    margin: float
    reason: str


def align(base: Sequence[Unit], other: Sequence[Unit], language: Language) -> list[Match]:
    """The partnerships between ``base`` and ``other``, each unit in one at most, by ``i``."""
    matches: list[Match] = []
    for kinds in (*((frame,) for frame in FRAMES), HOLDERS, CLAUSES):
        left = [i for i, unit in enumerate(base) if unit.kind in kinds]
        right = [j for j, unit in enumerate(other) if unit.kind in kinds]
        matches += _align_kind(base, other, left, right, language)
    return sorted(matches, key=lambda match: match.i)


def _align_kind(
    base: Sequence[Unit],
    other: Sequence[Unit],
    ours: Sequence[int],
    theirs: Sequence[int],
    language: Language,
) -> list[Match]:
    """The partnerships within one kind of unit: ``ours`` and ``theirs`` are their places."""
    left, right = list(ours), list(theirs)
    found: list[Match] = []
    for reason, key in (("mark", _mark), ("text", _exact(language))):
        for i, j in _unique(base, other, left, right, key):
            found.append(Match(i, j, 1.0, 1.0, reason))
            left.remove(i)
            right.remove(j)
    found = [_rescored(match, base, other, language) for match in found]
    return found + _assign(base, other, ours, left, right, language)


def marked(
    base: Sequence[Unit], other: Sequence[Unit], left: Iterable[int], right: Iterable[int]
) -> list[tuple[int, int]]:
    """The pairs among clauses at ``left`` and ``right`` that have the same mark of ours."""
    return _unique(base, other, left, right, _mark)


def _mark(unit: Unit) -> str:
    return unit.mark if unit.kind == "clause" else ""


def _exact(language: Language) -> Callable[[Unit], str]:
    def key(unit: Unit) -> str:
        if unit.kind in FRAMES:
            return unit.kind
        return language.plain(f"{unit.heading}\n{unit.text}")

    return key


def _unique(
    base: Sequence[Unit],
    other: Sequence[Unit],
    left: Iterable[int],
    right: Iterable[int],
    key: Callable[[Unit], str],
) -> list[tuple[int, int]]:
    """The pairs whose key is the same and occurs once on each side."""
    ours, theirs = [(key(base[i]), i) for i in left], [(key(other[j]), j) for j in right]
    once = Counter(name for name, _ in ours)
    once_there = Counter(name for name, _ in theirs)
    places = dict(theirs)
    return [
        (i, places[name]) for name, i in ours if name and once[name] == 1 and once_there[name] == 1
    ]


def _rescored(
    match: Match, base: Sequence[Unit], other: Sequence[Unit], language: Language
) -> Match:
    """A match that was made by a mark or by place, with how alike its texts really are."""
    left, right = base[match.i], other[match.j]
    if match.reason == "text" and left.kind not in FRAMES:
        return match
    reason = "order" if left.kind in FRAMES else match.reason
    return Match(match.i, match.j, likeness_of(left, right, language), 1.0, reason)


def likeness_of(left: Unit, right: Unit, language: Language) -> float:
    """How alike the texts of two units are by their characters, 0 to 1."""
    texts = [language.plain(unit.text) for unit in (left, right)]
    return round(fuzz.ratio(*texts) / 100, 3)


def _assign(
    base: Sequence[Unit],
    other: Sequence[Unit],
    ours: Sequence[int],
    left: Sequence[int],
    right: Sequence[int],
    language: Language,
) -> list[Match]:
    """The best partners for ``left`` among ``right``, where they are convincing.

    Their rivals are all of ``ours``, those that have a partner already too: an added clause is not
    the answer to a missing one because nothing else is left.
    """
    if not left or not right:
        return []
    texts = likeness(_whole(base, ours), _whole(other, right), language)
    rows = [ours.index(i) for i in left]
    headings = _headings([base[i] for i in left], [other[j] for j in right], language)
    places = np.abs(_relative(left, len(base))[:, None] - _relative(right, len(other))[None, :])
    numbers = np.array([[_same_number(base[i], other[j]) for j in right] for i in left])
    worth = (
        (texts.words + CHARACTERS * texts.characters)[rows]
        + HEADING_BONUS * (headings >= SAME_HEADING)
        + NUMBER_BONUS * numbers
        + ORDER_BONUS * (1 - places)
    )
    scores, outstanding = texts.text[rows], texts.standing_out()[rows]
    bar = min(STANDS_OUT, OF_FEW * 2 * (len(ours) - 1) / len(ours) ** 0.5)
    found = []
    for row, column in assign(worth):
        score = float(scores[row, column])
        if headings[row, column] >= SAME_HEADING:
            reason = "heading"
        elif score >= SURE or (score >= LEAST and outstanding[row, column] >= bar):
            reason = "similarity"
        else:
            continue
        margin = _margin(scores, row, column)
        found.append(Match(left[row], right[column], round(score, 3), round(margin, 3), reason))
    return found


def _same_number(one: Unit, two: Unit) -> bool:
    return bool(one.number) and one.number == two.number


def _margin(scores: Matrix, row: int, column: int) -> float:
    """How far the likeness is ahead of that of the best rival on either side."""
    rivals = np.concatenate((np.delete(scores[row], column), np.delete(scores[:, column], row)))
    return float(scores[row, column] - (rivals.max() if rivals.size else 0.0))


def _whole(units: Sequence[Unit], places: Sequence[int]) -> list[str]:
    return [f"{units[place].heading} {units[place].text}" for place in places]


def _headings(ours: Sequence[Unit], theirs: Sequence[Unit], language: Language) -> Matrix:
    """The likeness of headings; nothing is like an absent one."""
    left = [language.plain(unit.heading) for unit in ours]
    right = [language.plain(unit.heading) for unit in theirs]
    return np.array([[fuzz.ratio(a, b) / 100 if a and b else 0.0 for b in right] for a in left])


def _relative(places: Sequence[int], size: int) -> Matrix:
    return np.array(places, dtype=np.float64) / max(size - 1, 1)
