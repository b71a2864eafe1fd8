"""What two paragraphs have in common, by words: a list of ranges of equal offsets.

A token is a Latin word, a whole number, a single character of any other script, one mark of
punctuation, or one object. Common parts that only interrupt a rewritten stretch (a space, a comma,
a lone particle) are given up: a reader sees one replacement and not confetti.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Sequence
from itertools import accumulate, islice

from rapidfuzz.distance import Indel

from contractkit.ooxml.text import TEXT
from contractkit.redline.spine import unique_pairs
from contractkit.redline.units import Segment

WORD = re.compile(
    r"[A-Za-z\u00c0-\u024f][A-Za-z0-9\u00c0-\u024f]*"
    r"|\d+(?:[.,]\d+)*(?![A-Za-z])|[A-Za-z0-9\u00c0-\u024f]+|.",
    re.S,
)
SAID = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+|[^\W_]")  # words only, no spaces, no punctuation
OBJECTS = "\x00\x05"  # with one of these the key of what is no text begins
CONTEXT = "\x01"  # in the key: between the text and the wrappers around it
LONG = 3000  # tokens on both sides beyond which unique tokens are aligned first


class Tokens:
    """The pieces of a paragraph that are equal to others as a whole or not at all, in order.

    Number k is ``keys[k]`` and stands from ``edges[k]`` to ``edges[k + 1]``.
    """

    def __init__(self) -> None:
        self.keys: list[str] = []
        self.edges: list[int] = [0]

    def __len__(self) -> int:
        return len(self.keys)

    def add_object(self, key: str) -> None:
        """One that is one wide."""
        self.keys.append(key)
        self.edges.append(self.edges[-1] + 1)

    def add(self, segments: list[Segment]) -> None:
        """Those of a paragraph; a word is one token also where its formatting changes inside."""
        at = 0
        while at < len(segments):
            segment = segments[at]
            at += 1
            if segment.kind != TEXT:
                self.add_object(f"\x00{segment.key}{CONTEXT}{segment.context}")
                continue
            text, context = segment.text, segment.context
            while at < len(segments) and _continues(segment, segments[at]):
                text += segments[at].text
                at += 1
            self.add_text(text, context)

    def add_text(self, text: str, context: str = "") -> None:
        """Those of a text."""
        found = WORD.findall(text)  # they leave nothing of the text out
        self.edges.extend(accumulate(map(len, found), initial=self.edges.pop()))
        self.keys.extend([f"{key}{CONTEXT}{context}" for key in found] if context else found)


def is_solid(key: str) -> bool:
    """Whether a token says something: a word, a number, an object; not a space or a comma."""
    return key[0].isalnum() or key[0] in OBJECTS


Range = tuple[int, int, int, int]  # base start, base end, other start, other end


def _continues(left: Segment, right: Segment) -> bool:
    return right.kind == TEXT and right.path == left.path and right.context == left.context


def common(base: Tokens, other: Tokens) -> list[Range]:
    """The equal ranges of offsets of two paragraphs, in order, cleaned of islands."""
    matches = _join(lcs(base.keys, other.keys), base.keys, other.keys)
    return _without_islands(matches, base, other)


Block = tuple[int, int, int]  # index in base, index in other, how many tokens


def lcs(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Block]:
    """The longest common subsequence as blocks; through unique tokens where both are long."""
    limit = min(len(a), len(b))
    head = _shared(zip(a, b, strict=False), limit)
    tail = _shared(zip(reversed(a), reversed(b), strict=False), limit - head)
    blocks: list[Block] = [(0, 0, head)] if head else []
    mid_a, mid_b = a[head : len(a) - tail], b[head : len(b) - tail]
    if mid_a and mid_b:
        numbers: dict[Hashable, int] = {}
        left = [numbers.setdefault(key, len(numbers)) for key in mid_a]
        right = [numbers.setdefault(key, len(numbers)) for key in mid_b]
        found = _patient(left, right) if min(len(left), len(right)) > LONG else _indel(left, right)
        blocks.extend((i + head, j + head, n) for i, j, n in found)
    if tail:
        blocks.append((len(a) - tail, len(b) - tail, tail))
    return blocks


def _shared(pairs: Iterable[tuple[Hashable, Hashable]], limit: int) -> int:
    """How many pairs from the first one on are equal, ``limit`` at most."""
    at = -1
    for at, (left, right) in enumerate(pairs):
        if at == limit or left != right:
            return at
    return at + 1


def _indel(a: list[int], b: list[int]) -> list[Block]:
    return [
        (op.src_start, op.dest_start, op.src_end - op.src_start)
        for op in Indel.opcodes(a, b)
        if op.tag == "equal"
    ]


def _patient(a: list[int], b: list[int]) -> list[Block]:
    anchors = [*unique_pairs(a, b), (len(a), len(b))]
    blocks: list[Block] = []
    at_a = at_b = 0
    for i, j in anchors:
        if i < at_a or j < at_b:
            continue
        gap_a, gap_b = a[at_a:i], b[at_b:j]
        if gap_a and gap_b:
            found = _indel(gap_a, gap_b) if len(gap_a) * len(gap_b) < LONG * LONG * 4 else []
            blocks.extend((x + at_a, y + at_b, n) for x, y, n in found)
        if i < len(a):
            blocks.append((i, j, 1))
        at_a, at_b = i + 1, j + 1
    return blocks


def _join(blocks: list[Block], base: list[str], other: list[str]) -> list[Block]:
    """The blocks with neighbours made one, and each edit slid to where a word begins."""
    joined: list[Block] = []
    for i, j, n in blocks:
        if joined:
            x, y, m = joined[-1]
            if x + m == i and y + m == j:
                joined[-1] = (x, y, m + n)
                continue
        joined.append((i, j, n))
    _gather(joined, base, other)
    for k in range(1, len(joined)):
        joined[k - 1], joined[k] = _slide(joined[k - 1], joined[k], base, other)
    return [block for block in joined if block[2]]


def _gather(blocks: list[Block], base: list[str], other: list[str]) -> None:
    """Join two deletions (or insertions) that an equal stretch parts, where either ends with it.

    "[under s. 1], [and s. 2, ]the" is "[under s. 1, and s. 2], the": as much, in one piece.
    """
    for k in range(1, len(blocks) - 1):
        (a, b, n), (i, j, m), (x, y, _) = blocks[k - 1 : k + 2]
        a, b = a + n, b + n
        if j == b and j + m == y and i > a and x > i + m:
            place = _twin(base, i, m, a, x)
            blocks[k] = (place, j, m)
        elif i == a and i + m == x and j > b and y > j + m:
            place = _twin(other, j, m, b, y)
            blocks[k] = (i, place, m)


def _twin(sequence: list[str], at: int, size: int, start: int, end: int) -> int:
    """Where from ``start`` to ``end`` the tokens at ``at`` stand too: at its end, its start, else
    ``at``."""
    wanted = sequence[at : at + size]
    for place in (end - size, start):
        if start <= place and sequence[place : place + size] == wanted:
            return place
    return at


def _slide(left: Block, right: Block, base: list[str], other: list[str]) -> tuple[Block, Block]:
    """Move an insertion (or deletion) between two equal blocks to the best of its equal places.

    "the [new ]term" and "the[ new] term" and "[the new ]the" are the same edit; the place after
    white space or a full stop reads best.
    """
    i, j, n = left
    x, y, m = right
    gap_base, gap_other = x - (i + n), y - (j + n)
    if (gap_base == 0) == (gap_other == 0):
        return left, right
    seq, at, size = (base, i + n, gap_base) if gap_base else (other, j + n, gap_other)
    back = 0
    while back < n and seq[at - 1 - back] == seq[at + size - 1 - back]:
        back += 1
    ahead = 0
    while ahead < m and seq[at + ahead] == seq[at + size + ahead]:
        ahead += 1
    if not back and not ahead:
        return left, right
    best = max(range(-back, ahead + 1), key=lambda d: (_place(seq, at + d, size), -abs(d)))
    return (i, j, n + best), (x + best, y + best, m - best)


def _place(seq: list[str], at: int, size: int) -> int:
    """How well an edit of ``size`` tokens at ``at`` reads: whole sentences, then whole words."""
    if at == 0 or at + size == len(seq):
        return 3
    before, last, first = seq[at - 1][0], seq[at + size - 1][0], seq[at][0]
    if last in ".。;；!?" and before in ".。;；!?":
        return 2
    if before.isspace() and last.isspace():
        return 2 if not first.isspace() else 1
    return 1 if first.isspace() and not last.isspace() else 0


def _without_islands(blocks: list[Block], base: Tokens, other: Tokens) -> list[Range]:
    kept: list[Block] = []
    for k, block in enumerate(blocks):
        i, j, n = block
        before = (kept[-1][0] + kept[-1][2], kept[-1][1] + kept[-1][2]) if kept else (0, 0)
        after = blocks[k + 1][:2] if k + 1 < len(blocks) else (len(base), len(other))
        left = _solid_width(base, before[0], i), _solid_width(other, before[1], j)
        right = _solid_width(base, i + n, after[0]), _solid_width(other, j + n, after[1])
        if not _is_island(base.keys[i : i + n], left, right):
            kept.append(block)
    return [
        (base.edges[i], base.edges[i + n], other.edges[j], other.edges[j + n]) for i, j, n in kept
    ]


def _solid_width(tokens: Tokens, start: int, end: int) -> int:
    edges = tokens.edges
    return sum(
        edges[at + 1] - edges[at]
        for at, key in enumerate(tokens.keys[start:end], start)
        if is_solid(key)
    )


def _is_island(island: list[str], left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether an equal stretch between two edits is too little to be worth a reader's eye."""
    if not all(left) or not all(right):
        return False  # where one side has nothing, nothing is interrupted
    solid = [*islice(filter(is_solid, island), 2)]
    if not solid:
        return True
    word = solid[0].partition(CONTEXT)[0]
    around = min(sum(left), sum(right))
    return len(solid) == 1 and word[0] not in OBJECTS and len(word) <= 3 and around >= 8 * len(word)
