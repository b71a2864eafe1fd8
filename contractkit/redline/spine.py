"""The spine of an alignment: what occurs once on both sides, in the same order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterable, Sequence

Pairs = list[tuple[int, int]]


def unique_pairs(a: Sequence[Hashable], b: Sequence[Hashable]) -> Pairs:
    """The places of what occurs exactly once in both, thinned to those in the same order."""
    ones_a, ones_b = _once(a), _once(b)
    return increasing((i, ones_b[key]) for key, i in ones_a.items() if key in ones_b)


def _once(sequence: Sequence[Hashable]) -> dict[Hashable, int]:
    places: dict[Hashable, int] = {}
    more: set[Hashable] = set()
    for at, key in enumerate(sequence):
        if key in places:
            more.add(key)
        places[key] = at
    return {key: at for key, at in places.items() if key not in more}


def increasing(pairs: Iterable[tuple[int, int]]) -> Pairs:
    """The longest part of ``pairs`` (sorted by the first) whose second numbers rise."""
    items = list(pairs)
    tails: list[int] = []
    tops: list[int] = []  # index of the pair at the end of the best run of each length
    before: list[int] = [-1] * len(items)
    for at, (_, j) in enumerate(items):
        slot = bisect_left(tails, j)
        before[at] = tops[slot - 1] if slot else -1
        if slot == len(tails):
            tails.append(j)
            tops.append(at)
        else:
            tails[slot] = j
            tops[slot] = at
    found: Pairs = []
    at = tops[-1] if tops else -1
    while at >= 0:
        found.append(items[at])
        at = before[at]
    return found[::-1]
