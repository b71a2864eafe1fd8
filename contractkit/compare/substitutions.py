"""Two sentences that answer one another -> the signs that gave way, and to which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from contractkit.compare.sentences import Answer
from contractkit.compare.signs import Sign

Signs = Sequence[Sign]


@dataclass(frozen=True, slots=True)
class Change:
    """Signs of the base that gave way to signs of the other; the sentence of each."""

    base: Signs
    other: Signs
    at: int
    other_at: int

    def place(self) -> tuple[int, int, int, int]:
        """The characters on both sides, -1 where there are none."""
        ours = (self.base[0].start, self.base[-1].end) if self.base else (-1, -1)
        theirs = (self.other[0].start, self.other[-1].end) if self.other else (-1, -1)
        return *ours, *theirs


def changes(answer: Answer) -> list[Change]:
    """The changes within an answer, in order."""
    left, right = answer.signs()
    found = []
    for op in Indel.opcodes([s.key for s in left], [s.key for s in right]):
        if op.tag != "equal":
            ours, theirs = left[op.src_start : op.src_end], right[op.dest_start : op.dest_end]
            found.append(Change(ours, theirs, _at(left, op.src_start), _at(right, op.dest_start)))
    return _joined(found, left, right)


def _at(signs: Signs, place: int) -> int:
    return signs[place].start if place < len(signs) else signs[-1].end if signs else 0


def _joined(found: Sequence[Change], left: Signs, right: Signs) -> list[Change]:
    """A deletion and an insertion at one place as one change."""
    joined: list[Change] = []
    for change in found:
        last = joined[-1] if joined else None
        if last and not last.other and not change.base and _touch(last.base, change.at, left):
            joined[-1] = Change(last.base, change.other, last.at, change.other_at)
        elif (
            last
            and not last.base
            and not change.other
            and _touch(last.other, change.other_at, right)
        ):
            joined[-1] = Change(change.base, last.other, change.at, last.other_at)
        else:
            joined.append(change)
    return joined


def _touch(signs: Signs, at: int, side: Signs) -> bool:
    following = next((sign.start for sign in side if sign.start >= signs[-1].end), at)
    return at <= following
