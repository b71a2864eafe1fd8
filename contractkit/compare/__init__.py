"""Two Agreements -> Comparison: align, diff, changes, judge."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import replace

from contractkit.compare.align import Match, align
from contractkit.compare.deltas import deltas
from contractkit.compare.diff import edits
from contractkit.compare.judge import Judge
from contractkit.compare.likeness import words
from contractkit.compare.units import units
from contractkit.errors import CompareError
from contractkit.lang import language as language_of
from contractkit.lang.base import Language
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import Change, Comparison, Pair, Side, Unit
from contractkit.model.standard import Library

__all__ = ["closest", "compare"]


def compare(
    base: Agreement, other: Agreement, *, library: Library | None = None, template: str = ""
) -> Comparison:
    """What differs between ``base`` and ``other``, clause by clause, in reading order.

    With a ``library`` the findings follow its playbook and, for agreements made from ``template``,
    its rules of law. Raises CompareError when the two are in different languages.
    """
    if base.language != other.language:
        raise CompareError(
            f"{base.name or 'the base'} is in {base.language}, "
            f"{other.name or 'the other'} in {other.language}",
            hint="compare two texts in one language",
        )
    language = language_of(base.language)
    ours, theirs = units(base), units(other)
    judge = Judge(language, library, template)
    matches = align(ours, theirs, language)
    pairs = _in_order(_pairs(ours, theirs, matches, language, judge), theirs)
    return Comparison(_side(base, ours), _side(other, theirs), pairs, judge.findings(pairs, theirs))


def closest(other: Agreement, bases: Mapping[str, Agreement]) -> list[tuple[str, float]]:
    """The names in ``bases`` with their likeness to ``other``, the most alike first.

    The likeness is the mean, over the clauses of ``other``, of that with the best clause of a base.
    """
    language = language_of(other.language)
    theirs = [f"{u.heading} {u.text}" for u in units(other) if u.kind == "clause"]
    ranked = []
    for name, base in bases.items():
        ours = [f"{u.heading} {u.text}" for u in units(base) if u.kind == "clause"]
        matrix = words(ours, theirs, language) if ours and theirs else None
        ranked.append((name, 0.0 if matrix is None else float(matrix.max(axis=0).mean())))
    return sorted(ranked, key=lambda pair: (-pair[1], pair[0]))


def _side(agreement: Agreement, its_units: Sequence[Unit]) -> Side:
    clauses = sum(unit.kind == "clause" for unit in its_units)
    return Side(
        agreement.name,
        agreement.title,
        agreement.language,
        clauses,
        agreement.digest,
        agreement.notes,
    )


def _pairs(
    ours: Sequence[Unit],
    theirs: Sequence[Unit],
    matches: Sequence[Match],
    language: Language,
    judge: Judge,
) -> list[Pair]:
    """A pair for every unit of either side: matched in the base's order, then what was added."""
    partner = {match.i: match for match in matches}
    steady = _steady([match.j for match in matches])
    pairs = []
    for i, unit in enumerate(ours):
        match = partner.get(i)
        if match is None:
            pairs.append(Pair(unit, None, "removed"))
        else:
            pairs.append(
                _pair(unit, theirs[match.j], match, language, judge, moved=match.j not in steady)
            )
    answered = {match.j for match in matches}
    pairs += [Pair(None, unit, "added") for j, unit in enumerate(theirs) if j not in answered]
    return pairs


def _pair(
    base: Unit, other: Unit, match: Match, language: Language, judge: Judge, *, moved: bool
) -> Pair:
    changed = edits(base.text, other.text, language)
    meant = tuple(
        replace(delta, direction=judge.direction(delta))
        for delta in deltas(base, other, changed, match.score, language)
    )
    change: Change = "moved" if moved else "edited" if changed or _renamed(meant) else "same"
    return Pair(base, other, change, match.score, match.margin, match.reason, changed, meant)


def _renamed(found: Sequence[object]) -> bool:
    return any(getattr(delta, "kind", "") == "heading" for delta in found)


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
            place = holder[id(unit)]
    ordered = [*after.get(-1, ())]
    for at, pair in enumerate(matched):
        ordered += [pair, *after.get(at, ())]
    return tuple(ordered)
