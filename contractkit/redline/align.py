"""Which blocks of two containers belong together: a list of steps in the order of the result.

1. *Spine*: blocks that occur once on both sides and are equal, in the same order.
2. *Gaps* between them: the pairing in order that keeps most words; in a gap too large for that,
   a second spine through words that occur once on both sides.
3. *Groups*: a neighbour without partner joins a pair whose text covers it (split, merge).
4. *Moves*: what is left and is similar elsewhere.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from contractkit.redline.spine import Pairs, increasing, unique_pairs
from contractkit.redline.tokens import SAID, lcs
from contractkit.redline.units import SECTION, Unit

SMALL_GAP = 30_000  # pairs of blocks that are compared one by one
ALIKE = 0.4  # the part of their words that two blocks must share to be one edited block
ALIKE_BY_HEAD = 0.2  # … if they begin with the same two words: a definition, a caption
COVERED = 0.6  # … that a block must share with a pair's text to be a half of it
MOVED = 0.6  # … that two distant blocks must share to be a move
MOVED_WORDS = 3  # a move has at least so many words
FIRST_CODE = 0x100
SURROGATES = range(0xD800, 0xE000)


@dataclass(slots=True)
class Step:
    """Blocks of the base that become blocks of the other; one side empty: deleted or inserted.

    ``move`` is the number of the move that a deletion and an insertion are the halves of.
    """

    base: list[int]
    other: list[int]
    move: int = 0
    partner: int = -1  # of a moved block: the index of its other half


class Words:
    """Blocks as strings with one character a word, so that they are compared at C speed."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}

    def code(self, unit: Unit) -> str:
        """The words of ``unit``, a character each."""
        if unit.code is None:
            words = SAID.findall(unit.text)
            if unit.kind == "p" and not words and unit.segments:
                words = [unit.key]  # objects only
            unit.code = "".join(self._character(word) for word in words)
        return unit.code

    def _character(self, word: str) -> str:
        if word not in self._codes:
            number = FIRST_CODE + len(self._codes)
            if number >= SURROGATES.start:
                number += len(SURROGATES)
            self._codes[word] = chr(min(number, 0x10FFFF))
        return self._codes[word]

    def shared(self, a: Unit, b: Unit) -> int:
        """How many words two blocks have in common, in order."""
        return int(LCSseq.similarity(self.code(a), self.code(b)))

    def alike(self, a: Unit, b: Unit) -> float:
        """The part of their words that two blocks share; 1 is the same words."""
        if a.key == b.key:
            return 1.0
        longer = len(self.code(a)) + len(self.code(b))
        return 2 * self.shared(a, b) / longer if longer else 0.0


def compatible(a: Unit, b: Unit) -> bool:
    """Whether two blocks can be one edited block at all."""
    if a.kind != b.kind or a.kind == "other":
        return a.key == b.key
    if a.kind == "sdt":
        return a.key.removeprefix(f"\x04sdt{a.text}") == b.key.removeprefix(f"\x04sdt{b.text}")
    return True


def align(base: Sequence[Unit], other: Sequence[Unit], words: Words, *, moves: bool) -> list[Step]:
    """The steps that lead from ``base`` to ``other``."""
    pairs = _pairs(base, other, words)
    steps = list(_steps(pairs, len(base), len(other)))
    _split_and_merge(steps, base, other, words)
    if moves:
        _find_moves(steps, base, other, words)
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
    worth = [[_worth(x, y, words) for y in other] for x in base]
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


def _worth(a: Unit, b: Unit, words: Words) -> float:
    """What pairing two blocks keeps, in words; 0 where they are not one edited block."""
    if not compatible(a, b):
        return 0.0
    if a.key == b.key:
        return len(words.code(a)) + 0.5
    if a.key.removesuffix(SECTION) == b.key.removesuffix(SECTION):
        return len(words.code(a)) + 0.25
    shorter = min(len(words.code(a)), len(words.code(b)))
    if not shorter:
        return 0.0
    shared = words.shared(a, b)
    ratio = 2 * shared / (len(words.code(a)) + len(words.code(b)))
    floor = ALIKE_BY_HEAD if words.code(a)[:2] == words.code(b)[:2] else ALIKE
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
    numbers: dict[str, int] = {}
    left = [numbers.setdefault(base[i].key, len(numbers)) for i in range(*a)]
    right = [numbers.setdefault(other[j].key, len(numbers)) for j in range(*b)]
    return [(a[0] + i + k, b[0] + j + k) for i, j, n in lcs(left, right) for k in range(n)]


def _steps(pairs: Pairs, rows: int, columns: int) -> Iterator[Step]:
    at_base = at_other = 0
    for i, j in [*pairs, (rows, columns)]:
        yield from (Step([k], []) for k in range(at_base, i))
        yield from (Step([], [k]) for k in range(at_other, j))
        if i < rows:
            yield Step([i], [j])
        at_base, at_other = i + 1, j + 1


def _split_and_merge(
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
    gain = LCSseq.similarity(code, joined) - LCSseq.similarity(code, before)
    return bool(gain >= COVERED * len(words.code(near)))


def _find_moves(
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
