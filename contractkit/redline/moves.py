"""What was deleted in one place and inserted in another: the two halves of a move."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from contractkit.redline.units import Unit
from contractkit.redline.words import Step, Words

MOVED = 0.6  # … that two distant blocks must share to be a move
MOVED_WORDS = 3  # a move has at least so many words


def find_moves(
    steps: list[Step], base: Sequence[Unit], other: Sequence[Unit], words: Words
) -> None:
    """Number the deletions and insertions that are the two halves of a move."""
    gone = {s.base[0]: s for s in steps if not s.other and _may_move(base[s.base[0]], words)}
    come = {s.other[0]: s for s in steps if not s.base and _may_move(other[s.other[0]], words)}
    moved: list[tuple[int, int]] = []
    for i, j in _move_pairs(gone, come, base, other, words):
        if gone[i].partner < 0 and come[j].partner < 0:
            gone[i].partner, come[j].partner = j, i
            moved.append((i, j))
    number, last = 0, (-2, -2)
    for i, j in sorted(moved):
        if (i - 1, j - 1) != last:
            number += 1
        gone[i].move = come[j].move = number
        last = (i, j)


def _may_move(unit: Unit, words: Words) -> bool:
    return unit.kind == "p" and not unit.breaks_section and len(words.code(unit)) >= MOVED_WORDS


def _move_pairs(
    gone: dict[int, Step],
    come: dict[int, Step],
    base: Sequence[Unit],
    other: Sequence[Unit],
    words: Words,
) -> list[tuple[int, int]]:
    """Candidates for moves, the likeliest first: equal text, then the most words in common."""
    index: dict[str, list[int]] = defaultdict(list)
    for j in come:
        for character in set(words.code(other[j])):
            index[character].append(j)
    scored: list[tuple[float, int, int]] = []
    for i in gone:
        rare = sorted(
            {c for c in words.code(base[i]) if c in index}, key=lambda c: (len(index[c]), c)
        )
        near = Counter(j for c in rare[:8] for j in index[c][:50])
        for j, _ in near.most_common(8):
            alike = words.alike(base[i], other[j])
            if alike >= MOVED:
                scored.append((-alike, i, j))
    return [(i, j) for _, i, j in sorted(scored)]
