"""Splits and merges: a neighbour without partner joins a pair whose text covers it."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.redline.units import Unit
from contractkit.redline.words import Step, Words, in_common

COVERED = 0.6  # … that a block must share with a pair's text to be a half of it


def split_and_merge(
    steps: list[Step], base: Sequence[Unit], other: Sequence[Unit], words: Words
) -> None:
    """Let blocks without partner join the pair beside them whose text covers them, in place."""
    at = 0
    while at < len(steps):
        step = steps[at]
        if len(step.base) == len(step.other) == 1 and base[step.base[0]].kind == "p":
            i, j = step.base[0], step.other[0]
            if base[i].key != other[j].key:
                at = _absorb(steps, at, base, other, words)
        at += 1


def _absorb(
    steps: list[Step], at: int, base: Sequence[Unit], other: Sequence[Unit], words: Words
) -> int:
    """Join to the pair at ``at`` the neighbours that it covers; its new place is returned."""
    step = steps[at]
    for splitting in (True, False):
        whole = base[step.base[0]] if splitting else other[step.other[0]]
        mine, units = (step.other, other) if splitting else (step.base, base)
        for direction in (1, -1):
            while True:
                near = _neighbour(steps, at, direction, splitting)
                if near is None or not _covers(whole, units, mine, near[1], words):
                    break
                place, index = near
                mine.insert(len(mine) if direction > 0 else 0, index)
                del steps[place]
                at -= direction < 0
        if len(mine) > 1:
            break
    return at


def _neighbour(
    steps: list[Step], at: int, direction: int, splitting: bool
) -> tuple[int, int] | None:
    """The nearest step without partner on the side that is being joined, and its block."""
    place = at + direction
    while 0 <= place < len(steps):
        step = steps[place]
        mine, theirs = (step.other, step.base) if splitting else (step.base, step.other)
        if len(mine) == 1 and not theirs:
            return place, mine[0]
        if mine:
            return None
        place += direction
    return None


def _covers(whole: Unit, units: Sequence[Unit], mine: list[int], index: int, words: Words) -> bool:
    near = units[index]
    if near.kind != "p" or near.breaks_section or not words.code(near):
        return False
    if len(words.code(near)) < 2 and near.text not in whole.text:
        return False
    order = sorted([*mine, index])
    joined = "".join(words.code(units[k]) for k in order)
    before = "".join(words.code(units[k]) for k in mine)
    code = words.code(whole)
    gain = in_common(code, joined) - in_common(code, before)
    return gain >= COVERED * len(words.code(near))
