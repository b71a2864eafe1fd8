"""Which blocks of two containers belong together: a list of steps in the order of the result.

1. *Spine*: blocks that occur once on both sides and are equal, in the same order.
2. *Gaps* between them: the pairing in order that keeps most words; in a gap too large for that,
   a second spine through words that occur once on both sides.
3. *Groups*: a neighbour without partner joins a pair whose text covers it (split, merge).
4. *Moves*: what is left and is similar elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from contractkit.redline.joins import split_and_merge
from contractkit.redline.moves import find_moves
from contractkit.redline.spine import Pairs, increasing, unique_pairs
from contractkit.redline.tokens import lcs
from contractkit.redline.units import Unit
from contractkit.redline.words import Step, Words, compatible, in_common

SMALL_GAP = 30_000  # pairs of blocks that are compared one by one
ALIKE = 0.4  # the part of their words that two blocks must share to be one edited block
ALIKE_BY_HEAD = 0.2  # … if they begin with the same two words: a definition, a caption


def align(base: Sequence[Unit], other: Sequence[Unit], words: Words, *, moves: bool) -> list[Step]:
    """The steps that lead from ``base`` to ``other``."""
    pairs = _pairs(base, other, words)
    steps = list(_steps(pairs, len(base), len(other)))
    split_and_merge(steps, base, other, words)
    if moves:
        find_moves(steps, base, other, words)
    return steps


def _pairs(base: Sequence[Unit], other: Sequence[Unit], words: Words) -> Pairs:
    left, right = [u.key for u in base], [u.key for u in other]
    head = 0
    while head < min(len(left), len(right)) and left[head] == right[head]:
        head += 1
    found: Pairs = [(i, i) for i in range(head)]
    spine = [(i + head, j + head) for i, j in unique_pairs(left[head:], right[head:])]
    at = (head, head)
    for i, j in [*spine, (len(base), len(other))]:
        found.extend(_gap(base, other, (at[0], i), (at[1], j), words, tries=2))
        if i < len(base):
            found.append((i, j))
        at = (i + 1, j + 1)
    return found


Bounds = tuple[int, int]


def _gap(
    base: Sequence[Unit], other: Sequence[Unit], a: Bounds, b: Bounds, words: Words, tries: int
) -> Pairs:
    """The pairs between two blocks of the spine."""
    rows, columns = a[1] - a[0], b[1] - b[0]
    if not rows or not columns:
        return []
    if rows * columns <= SMALL_GAP:
        return _best_pairing(base[a[0] : a[1]], other[b[0] : b[1]], a[0], b[0], words)
    if tries == 0:
        return []
    find = _rare_words if tries == 2 else _equal_blocks
    found: Pairs = []
    at = (a[0], b[0])
    for i, j in [*find(base, other, a, b, words), (a[1], b[1])]:
        found.extend(_gap(base, other, (at[0], i), (at[1], j), words, tries - 1))
        if i < a[1]:
            found.append((i, j))
        at = (i + 1, j + 1)
    return found


def _best_pairing(
    base: Sequence[Unit], other: Sequence[Unit], first: int, second: int, words: Words
) -> Pairs:
    """The pairing in order that keeps most words (dynamic programming over the two lists)."""
    rows, columns = len(base), len(other)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    left, right = ([(unit, words.code(unit)) for unit in side] for side in (base, other))
    worth = [[_worth(x, y, code, twin) for y, twin in right] for x, code in left]
    for i in range(rows - 1, -1, -1):
        row, below, gains = best[i], best[i + 1], worth[i]
        for j in range(columns - 1, -1, -1):
            value = max(below[j], row[j + 1])
            if gains[j]:
                value = max(value, below[j + 1] + gains[j])
            row[j] = value
    found: Pairs = []
    i = j = 0
    while i < rows and j < columns:
        if worth[i][j] and best[i][j] == best[i + 1][j + 1] + worth[i][j]:
            found.append((first + i, second + j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return found


def _worth(a: Unit, b: Unit, code: str, twin: str) -> float:
    """What pairing two blocks keeps, in words; 0 where they are not one edited block.

    ``code`` and ``twin`` are their words.
    """
    if not compatible(a, b):
        return 0.0
    if a.key == b.key:
        return len(code) + 0.5
    if a.breaks_section != b.breaks_section and a.bare_key == b.bare_key:
        return len(code) + 0.25
    size, length = len(code), len(twin)
    shorter = min(size, length)
    if not shorter:
        return 0.0
    shared = in_common(code, twin)
    ratio = 2 * shared / (size + length)
    floor = ALIKE_BY_HEAD if code[:2] == twin[:2] else ALIKE
    if ratio >= floor or (shorter >= 6 and shared >= 0.85 * shorter):
        return shared * (0.5 + ratio / 2)
    return 0.01 if a.kind == "tbl" and ratio >= ALIKE / 2 else 0.0


def _rare_words(
    base: Sequence[Unit], other: Sequence[Unit], a: Bounds, b: Bounds, words: Words
) -> Pairs:
    """Pairs of blocks that share words which no other block of the gap has."""
    left = _owners(base, a, words)
    right = _owners(other, b, words)
    votes = Counter((left[c], right[c]) for c in left if c in right)
    chosen: dict[int, int] = {}
    for (i, j), count in sorted(votes.items(), key=lambda item: (-item[1], item[0])):
        if count >= 2 and i not in chosen and compatible(base[i], other[j]):
            chosen[i] = j
    alike = [(i, j) for i, j in sorted(chosen.items()) if words.alike(base[i], other[j]) >= ALIKE]
    return increasing(alike)


def _owners(units: Sequence[Unit], bounds: Bounds, words: Words) -> dict[str, int]:
    owners: dict[str, int] = {}
    for at in range(*bounds):
        for character in set(words.code(units[at])):
            owners[character] = -1 if character in owners else at
    return {character: at for character, at in owners.items() if at >= 0}


def _equal_blocks(
    base: Sequence[Unit], other: Sequence[Unit], a: Bounds, b: Bounds, words: Words
) -> Pairs:
    left = [base[i].key for i in range(*a)]
    right = [other[j].key for j in range(*b)]
    return [(a[0] + i + k, b[0] + j + k) for i, j, n in lcs(left, right) for k in range(n)]


def _steps(pairs: Pairs, rows: int, columns: int) -> Iterator[Step]:
    at_base = at_other = 0
    for i, j in [*pairs, (rows, columns)]:
        yield from (Step([k], []) for k in range(at_base, i))
        yield from (Step([], [k]) for k in range(at_other, j))
        if i < rows:
            yield Step([i], [j])
        at_base, at_other = i + 1, j + 1
