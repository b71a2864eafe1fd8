"""References left as they were although the clause that they cite has another number now.

One dropped clause makes every reference behind it wrong, and nobody wants to read that once for
each of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contractkit.model.comparison import Delta, Pair


@dataclass(frozen=True, slots=True)
class Stale:
    """References to ``cited``, which is ``wanted`` in the draft now, and the ``clauses`` of the
    draft that hold them.

    ``wanted`` is "" where the draft has no such clause any more, or the reference is to a part of
    a clause. ``count`` is how many references they are.
    """

    cited: str
    wanted: str
    clauses: tuple[str, ...]
    count: int


def is_stale(delta: Delta) -> bool:
    """Whether a reference reads as before and means another clause."""
    return delta.kind == "reference" and bool(delta.before) and delta.before == delta.after


def stale(pairs: Sequence[Pair]) -> list[Stale]:
    """The references of the draft that are stale, by what they cite, the first met first."""
    now = {
        pair.base.number: pair.other.number
        for pair in pairs
        if pair.base is not None and pair.other is not None
    }
    clauses: dict[str, list[str]] = {}
    for pair in pairs:
        for delta in pair.deltas:
            if is_stale(delta) and pair.other is not None:
                clauses.setdefault(delta.after, []).append(pair.other.number)
    return [
        Stale(cited, now.get(cited, ""), tuple(dict.fromkeys(found)), len(found))
        for cited, found in clauses.items()
    ]
