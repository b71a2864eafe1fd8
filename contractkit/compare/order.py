"""What kept its order, and what moved."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def steady(order: Sequence[int]) -> set[int]:
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
