"""The values of two texts held against one another, each with the one said of the same thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from contractkit.compare.assignment import assign
from contractkit.compare.signs import form
from contractkit.lang.base import Language
from contractkit.lang.value import Value
from contractkit.model.comparison import Delta, Unit

WINDOW = 28  # characters before a value that tell what it is said of
NEAR = 12  # … and after it
SAME_VALUE = 0.25  # what an equal value adds to the likeness of two places in edited texts
SAME_BY_CHANCE = 0.03  # … and in texts that were rewritten, where 15 and 15 may be two things
SAME_SUBJECT = 0.12  # likeness of places from which two values are said of the same thing
_IGNORED = ("clause", "date_blank")  # references and blanks are signs of their own


@dataclass(frozen=True, slots=True)
class Stated:
    """A value with the words around it."""

    value: Value
    before: frozenset[str]
    after: frozenset[str]


def stated(text: str, values: Sequence[Value], language: Language) -> list[Stated]:
    """The ``values`` of ``text`` with the words around them."""
    return [
        Stated(
            value,
            frozenset(language.words(text[max(0, value.start - WINDOW) : value.start])),
            frozenset(language.words(text[value.end : value.end + NEAR])),
        )
        for value in values
        if value.kind not in _IGNORED
    ]


def value_deltas(
    base: Unit, ours: Sequence[Stated], theirs: Sequence[Stated], same_value: float
) -> Iterator[Delta]:
    """Where the values differ; one without a partner has nothing on the other side."""
    for kind in sorted({one.value.kind for one in (*ours, *theirs)}):
        left = [one for one in ours if one.value.kind == kind]
        right = [one for one in theirs if one.value.kind == kind]
        for one, two in _partners(left, right, same_value):
            delta = _delta(base, one.value if one else None, two.value if two else None)
            if delta.before != delta.after:
                yield delta


def _partners(
    left: Sequence[Stated], right: Sequence[Stated], same_value: float
) -> Iterator[tuple[Stated | None, Stated | None]]:
    """Each value with the one said of the same thing on the other side, or with None."""
    taken: set[int] = set()
    alone: set[int] = set(range(len(left)))
    if left and right:
        scores = np.array([[_likeness(one, two, same_value) for two in right] for one in left])
        for row, column in assign(scores):
            if scores[row, column] >= SAME_SUBJECT:
                alone.discard(row)
                taken.add(column)
                yield left[row], right[column]
    for index in sorted(alone):
        yield left[index], None
    for index, one in enumerate(right):
        if index not in taken:
            yield None, one


def _likeness(one: Stated, two: Stated, same_value: float) -> float:
    same = same_value if form(one.value) == form(two.value) else 0.0
    return 0.6 * _overlap(one.before, two.before) + 0.3 * _overlap(one.after, two.after) + same


def _overlap(one: frozenset[str], two: frozenset[str]) -> float:
    """The share of the words that are common (Dice)."""
    total = len(one) + len(two)
    return 2 * len(one & two) / total if total else 1.0


def _delta(base: Unit, ours: Value | None, theirs: Value | None) -> Delta:
    return Delta(
        "value",
        form(ours) if ours else "",
        form(theirs) if theirs else "",
        subject=variable_at(base, ours.start, ours.end) if ours else "",
        start=ours.start if ours else -1,
        end=ours.end if ours else -1,
        other_start=theirs.start if theirs else -1,
        other_end=theirs.end if theirs else -1,
    )


def variable_at(base: Unit, start: int, end: int) -> str:
    """The variable that was filled in at these characters, or ""."""
    return next((one.variable for one in base.filled if one.start < end and start < one.end), "")
