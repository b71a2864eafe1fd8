"""Partnerships -> pairs: what changed between the two sides of each, in reading order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace

from contractkit.compare.align import Match
from contractkit.compare.deltas import deltas
from contractkit.compare.diff import edits
from contractkit.compare.units import FRAMES
from contractkit.lang.base import Language
from contractkit.model.comparison import Change, Delta, Direction, Pair, Unit


def paired(
    ours: Sequence[Unit],
    theirs: Sequence[Unit],
    matches: Sequence[Match],
    language: Language,
    direction: Callable[[Delta], Direction],
    *,
    standard: bool,
) -> tuple[Pair, ...]:
    """A pair for every unit of either side, in reading order.

    ``direction`` tells whether a delta is better or worse for us. Against a ``standard`` text,
    which has no cover, what the other has more before and after its clauses is no difference.
    """
    partner = {match.i: match for match in matches}
    steady = _steady([match.j for match in matches])
    pairs = []
    for i, unit in enumerate(ours):
        match = partner.get(i)
        if match is None:
            pairs.append(Pair(unit, None, "removed"))
        else:
            pairs.append(
                _pair(
                    unit,
                    theirs[match.j],
                    match,
                    language,
                    direction,
                    moved=match.j not in steady,
                    framed=standard and unit.kind in FRAMES,
                )
            )
    answered = {match.j for match in matches}
    pairs += [
        Pair(None, unit, "added")
        for j, unit in enumerate(theirs)
        if j not in answered and not (standard and unit.kind in FRAMES)
    ]
    return _in_order(pairs, theirs)


def _pair(
    base: Unit,
    other: Unit,
    match: Match,
    language: Language,
    direction: Callable[[Delta], Direction],
    *,
    moved: bool,
    framed: bool,
) -> Pair:
    if framed and _holds(other, base, language):
        return Pair(base, other, "same", match.score, match.margin, match.reason)
    changed = edits(base.text, other.text, language)
    meant = tuple(
        replace(delta, direction=direction(delta))
        for delta in deltas(base, other, changed, match.score, language)
    )
    change: Change = "moved" if moved else "edited" if changed or _renamed(meant) else "same"
    return Pair(base, other, change, match.score, match.margin, match.reason, changed, meant)


def _holds(other: Unit, base: Unit, language: Language) -> bool:
    """Whether every paragraph of ``base`` stands in ``other``, whatever else does."""
    text = language.normalize(other.text).text
    return all(language.normalize(line).text in text for line in base.text.split("\n"))


def _renamed(found: Sequence[Delta]) -> bool:
    return any(delta.kind == "heading" for delta in found)


def _steady(order: Sequence[int]) -> set[int]:
    """The longest run of increasing places: what is not in it has moved (patience sorting)."""
    tails: list[int] = []
    before: list[int | None] = []
    ends: list[int] = []
    for position, place in enumerate(order):
        at = bisect_left(tails, place)
        before.append(ends[at - 1] if at else None)
        if at == len(tails):
            tails.append(place)
            ends.append(position)
        else:
            tails[at], ends[at] = place, position
    found = set()
    at_position: int | None = ends[-1] if ends else None
    while at_position is not None:
        found.add(order[at_position])
        at_position = before[at_position]
    return found


def _in_order(pairs: Sequence[Pair], theirs: Sequence[Unit]) -> tuple[Pair, ...]:
    """The pairs in the base's order, with what was added after the pair it follows in the other."""
    matched = [pair for pair in pairs if pair.base is not None]
    added = {id(pair.other): pair for pair in pairs if pair.base is None}
    holder = {id(pair.other): at for at, pair in enumerate(matched) if pair.other is not None}
    after: dict[int, list[Pair]] = {}
    place = -1
    for unit in theirs:
        if id(unit) in added:
            after.setdefault(place, []).append(added[id(unit)])
        else:
            place = holder.get(id(unit), place)
    ordered = [*after.get(-1, ())]
    for at, pair in enumerate(matched):
        ordered += [pair, *after.get(at, ())]
    return tuple(ordered)
