"""What the difference between two texts means: values, modality, negation, heading, punctuation.

No likeness of texts sees 15年 become 10年. Here the values that both texts state are held against
one another as data, each with the one that the same thing is said of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from contractkit.lang.base import Language, Mention, Value
from contractkit.model.comparison import Delta, Edit, Unit

REWRITTEN = 0.6  # likeness below which a text is another text, and single words say nothing
WINDOW = 28  # characters before a value that tell what it is said of
NEAR = 12  # … and after it
SAME_VALUE = 0.25  # what an equal value adds to the likeness of two places in edited texts
SAME_BY_CHANCE = 0.03  # … and in texts that were rewritten, where 15 and 15 may be two things
SAME_SUBJECT = 0.12  # likeness of places from which two values are said of the same thing
MENTIONS = ("modality", "negation", "exception", "condition")
_IGNORED = ("clause", "date_blank")  # a reference follows the numbering, a blank is filled in


@dataclass(frozen=True, slots=True)
class _Stated:
    """A value with the words around it."""

    value: Value
    before: frozenset[str]
    after: frozenset[str]


def deltas(
    base: Unit, other: Unit, edits: Sequence[Edit], score: float, language: Language
) -> tuple[Delta, ...]:
    """The deltas between two units in the base's order; none when the texts are equal."""
    found = [*_headings(base, other, language)]
    if edits and score >= REWRITTEN:
        found += _values(base, other, language, SAME_VALUE)
        found += _mentions(base, other, edits, language)
    elif edits and base.kind == "clause":
        changed = _values(base, other, language, SAME_BY_CHANCE)
        found += [delta for delta in changed if delta.before and delta.after]
    elif not edits and base.text != other.text:
        found.append(Delta("punctuation", "", ""))
    return tuple(sorted(found, key=lambda delta: (max(delta.start, 0), delta.kind)))


def _headings(base: Unit, other: Unit, language: Language) -> Iterator[Delta]:
    names = [language.normalize(unit.heading).text for unit in (base, other)]
    if all(names) and names[0] != names[1]:
        yield Delta("heading", base.heading, other.heading)


def _values(base: Unit, other: Unit, language: Language, same_value: float) -> Iterator[Delta]:
    ours, theirs = _stated(base.text, language), _stated(other.text, language)
    for kind in sorted({stated.value.kind for stated in (*ours, *theirs)} - set(_IGNORED)):
        left = [stated for stated in ours if stated.value.kind == kind]
        right = [stated for stated in theirs if stated.value.kind == kind]
        for one, two in _partners(left, right, same_value):
            delta = _value_delta(base, one, two)
            if delta.before != delta.after:
                yield delta


def _stated(text: str, language: Language) -> list[_Stated]:
    return [
        _Stated(
            value,
            frozenset(language.words(text[max(0, value.start - WINDOW) : value.start])),
            frozenset(language.words(text[value.end : value.end + NEAR])),
        )
        for value in language.values(text)
    ]


def _partners(
    left: Sequence[_Stated], right: Sequence[_Stated], same_value: float
) -> Iterator[tuple[_Stated | None, _Stated | None]]:
    """Each value with the one said of the same thing on the other side, or with None."""
    taken: set[int] = set()
    alone: set[int] = set(range(len(left)))
    if left and right:
        scores = np.array([[_likeness(one, two, same_value) for two in right] for one in left])
        rows, columns = linear_sum_assignment(scores, maximize=True)
        for row, column in zip(rows.tolist(), columns.tolist(), strict=True):
            if scores[row, column] >= SAME_SUBJECT:
                alone.discard(row)
                taken.add(column)
                yield left[row], right[column]
    for index in sorted(alone):
        yield left[index], None
    for index, stated in enumerate(right):
        if index not in taken:
            yield None, stated


def _likeness(one: _Stated, two: _Stated, same_value: float) -> float:
    same = same_value if _form(one.value) == _form(two.value) else 0.0
    return 0.6 * _overlap(one.before, two.before) + 0.3 * _overlap(one.after, two.after) + same


def _overlap(one: frozenset[str], two: frozenset[str]) -> float:
    """The share of the words that are common (Dice)."""
    total = len(one) + len(two)
    return 2 * len(one & two) / total if total else 1.0


def _form(value: Value) -> str:
    unit = f" {value.unit}" if value.unit else ""
    return f"{value.op}{value.value}{unit}"


def _value_delta(base: Unit, one: _Stated | None, two: _Stated | None) -> Delta:
    ours, theirs = one and one.value, two and two.value
    return Delta(
        "value",
        _form(ours) if ours else "",
        _form(theirs) if theirs else "",
        subject=_variable(base, ours) if ours else "",
        start=ours.start if ours else -1,
        end=ours.end if ours else -1,
        other_start=theirs.start if theirs else -1,
        other_end=theirs.end if theirs else -1,
    )


def _variable(base: Unit, value: Value) -> str:
    """The variable that was filled in where ``value`` stands, or ""."""
    return next(
        (
            filled.variable
            for filled in base.filled
            if filled.start < value.end and value.start < filled.end
        ),
        "",
    )


def _mentions(
    base: Unit, other: Unit, edits: Sequence[Edit], language: Language
) -> Iterator[Delta]:
    """Words of obligation and negation that an edit changed, one for one within each edit."""
    ours, theirs = language.mentions(base.text), language.mentions(other.text)
    for edit in edits:
        for kind in MENTIONS:
            mine = [m for m in ours if m.kind == kind]
            yours = [m for m in theirs if m.kind == kind]
            left = _inside(mine, edit.start, edit.end)
            right = _inside(yours, edit.other_start, edit.other_end)
            if right and right[0].start < edit.other_start:  # "may" has grown into "may not"
                left = left or _before(mine, base.text, edit.start)
            elif left and left[0].start < edit.start:
                right = right or _before(yours, other.text, edit.other_start)
            for position in range(max(len(left), len(right))):
                one = left[position] if position < len(left) else None
                two = right[position] if position < len(right) else None
                if (one and one.key) == (two and two.key):
                    continue
                yield Delta(
                    kind,
                    base.text[one.start : one.end] if one else "",
                    other.text[two.start : two.end] if two else "",
                    start=one.start if one else -1,
                    end=one.end if one else -1,
                    other_start=two.start if two else -1,
                    other_end=two.end if two else -1,
                )


def _inside(mentions: Sequence[Mention], start: int, end: int) -> list[Mention]:
    """The mentions that share a character with the text from ``start`` to ``end``."""
    return [m for m in mentions if m.start < end and start < m.end]


def _before(mentions: Sequence[Mention], text: str, end: int) -> list[Mention]:
    """The mention, if any, that ends right before ``end``."""
    return [m for m in mentions if m.end <= end and not text[m.end : end].strip()][-1:]
