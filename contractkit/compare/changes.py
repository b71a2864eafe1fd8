"""Partnerships -> pairs: what changed between the two sides of each, in reading order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from contractkit.compare.align import Match, likeness_of
from contractkit.compare.blanks import filled_rows, kept, laid_out, left_open, without
from contractkit.compare.citations import Citations
from contractkit.compare.deltas import REWRITTEN, deltas
from contractkit.compare.diff import edits
from contractkit.compare.groups import Group, grouped, joined
from contractkit.compare.order import steady
from contractkit.compare.signs import Reader, Statement
from contractkit.compare.units import ASIDES, FRAMES
from contractkit.lang.base import Language
from contractkit.model.comparison import Change, Delta, Direction, Pair, Unit

BINDING = ("modality", "negation", "exception", "condition", "precedence")
FILLED = 0.9  # the share of a standard text's own words from which it is that text, filled in


@dataclass(frozen=True, slots=True)
class Context:
    """What pairs are made with: the language, the citations and the reader of either side."""

    language: Language
    citations: tuple[Citations, Citations]
    readers: tuple[Reader, Reader]
    direction: Callable[[Delta, Unit, Unit], Direction]
    ignored: frozenset[str]
    standard: bool


Names = tuple[Mapping[str, str], Mapping[str, str]]
"""For the number of each clause of either side a name that its partner has too."""


def paired(
    ours: Sequence[Unit], theirs: Sequence[Unit], matches: Sequence[Match], context: Context
) -> tuple[Pair, ...]:
    """A pair for every unit of either side, in reading order.

    Against a ``standard`` text, which has no cover, what the other has more before and after its
    clauses is no difference; nor are its headers, footers and notes unless they say something of
    rights and duties.
    """

    def made(group: Group, names: Names, moved: bool) -> Pair:
        return _pair(group, ours, theirs, names, context, moved=moved)

    groups = grouped(ours, theirs, matches, context.language)
    pairs = arranged(ours, theirs, groups, made)
    if not context.standard:
        return pairs
    return tuple(
        pair
        for pair in pairs
        if pair.base or (pair.other and not _is_cover(pair.other, context.language))
    )


def arranged(
    ours: Sequence[Unit],
    theirs: Sequence[Unit],
    groups: Sequence[Group],
    made: Callable[[Group, Names, bool], Pair],
) -> tuple[Pair, ...]:
    """The pairs that ``made`` makes of the groups and whether they moved, and those of one side."""
    names = _names(groups, ours, theirs)
    kept = _in_place(groups, ours)
    partner = {group.match.i: group for group in groups}
    answered = ({i for g in groups for i in g.base}, {j for g in groups for j in g.other})
    pairs: list[tuple[Pair, int]] = []
    for i, unit in enumerate(ours):
        group = partner.get(i)
        if group is not None:
            moved = group.match.j not in kept
            pairs.append((made(group, names, moved), group.match.j))
        elif i not in answered[0]:
            pairs.append((Pair(unit, None, "removed"), -1))
    pairs += [
        (Pair(None, unit, "added"), j) for j, unit in enumerate(theirs) if j not in answered[1]
    ]
    return _in_order(pairs)


def _is_cover(unit: Unit, language: Language) -> bool:
    """Whether the unit stands around the clauses, and binds nobody."""
    binds = unit.kind in ASIDES.values() and any(
        mention.kind in BINDING for mention in language.mentions(unit.text)
    )
    return unit.kind in FRAMES and not binds


def _in_place(groups: Sequence[Group], ours: Sequence[Unit]) -> set[int]:
    """The units of the other that kept their order among those of their kind."""
    kept: set[int] = set()
    for holds_clauses in (False, True):
        order = [
            group.match.j
            for group in groups
            if (ours[group.match.i].kind in ("chapter", "attachment")) == holds_clauses
        ]
        kept |= steady(order)
    return kept


def _names(groups: Sequence[Group], ours: Sequence[Unit], theirs: Sequence[Unit]) -> Names:
    left: dict[str, str] = {}
    right: dict[str, str] = {}
    for place, group in enumerate(groups):
        left |= {ours[i].number: f"#{place}" for i in group.base if ours[i].number}
        right |= {theirs[j].number: f"#{place}" for j in group.other if theirs[j].number}
    return left, right


def _pair(
    group: Group,
    ours: Sequence[Unit],
    theirs: Sequence[Unit],
    names: Names,
    context: Context,
    *,
    moved: bool,
) -> Pair:
    base, other = joined(ours, group.base), joined(theirs, group.other)
    match, language = group.match, context.language
    whole = (group.base, group.other) == ((match.i,), (match.j,))
    rows = filled_rows(base, other) if context.standard else []
    score = match.score
    if rows or not whole:
        score = likeness_of(base, without(other, rows), language)
    if context.standard and (share := kept(base, other, language)) >= FILLED:
        score = max(score, round(share, 3))
    if context.standard and base.kind in FRAMES and _holds(other, base, language):
        return Pair(base, other, "same", score, match.margin, match.reason)
    changed = edits(base.text, other.text, language)
    statements = _read(laid_out(base, other), other, names, context)
    found = deltas(*statements, score, language)
    if context.standard:
        found = tuple(d for one in found if (d := left_open(one, base, rows)))
    meant = tuple(
        replace(delta, direction=context.direction(delta, base, other)) for delta in found
    )
    edited = any(delta.kind not in context.ignored for delta in meant) or (
        bool(changed) and score < REWRITTEN
    )
    change: Change = "edited" if edited else "same"
    if moved:
        change = "moved"
    if not whole:
        change = "split" if len(group.other) > 1 else "merged"
    return Pair(base, other, change, score, match.margin, match.reason, changed, meant)


def _read(
    base: Unit,
    other: Unit,
    names: Names,
    context: Context,
) -> tuple[Statement, Statement]:
    """Both sides as they are understood; nothing of texts that are equal and cite the same."""
    ours, theirs = context.citations
    if base.text == other.text and ours.meant(base, names[0]) == theirs.meant(other, names[1]):
        return Statement(base, (), (), ()), Statement(other, (), (), ())
    return (
        context.readers[0].read(base, ours.target(base, names[0])),
        context.readers[1].read(other, theirs.target(other, names[1])),
    )


def _holds(other: Unit, base: Unit, language: Language) -> bool:
    """Whether every paragraph of ``base`` stands in ``other``, whatever else does."""
    text = language.plain(other.text)
    return all(language.plain(line) in text for line in base.text.split("\n"))


def _in_order(pairs: Sequence[tuple[Pair, int]]) -> tuple[Pair, ...]:
    """The pairs in the base's order, with what was added after the pair it follows in the other.

    Each pair comes with its place in the other, -1 where it has none.
    """
    matched = [(pair, j) for pair, j in pairs if pair.base is not None]
    holders = sorted((j, at) for at, (_, j) in enumerate(matched) if j >= 0)
    after: dict[int, list[Pair]] = {}
    for pair, j in pairs:
        if pair.base is None:
            following = bisect_left(holders, (j, 0))
            after.setdefault(holders[following - 1][1] if following else -1, []).append(pair)
    ordered = [*after.get(-1, ())]
    for at, (pair, _) in enumerate(matched):
        ordered += [pair, *after.get(at, ())]
    return tuple(ordered)
