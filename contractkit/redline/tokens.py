"""What two paragraphs have in common, by words: a list of ranges of equal offsets.

A token is a Latin word, a whole number, a single character of any other script, one mark of
punctuation, or one object. Common parts that only interrupt a rewritten stretch (a space, a comma,
a lone particle) are given up: a reader sees one replacement and not confetti.
"""

from __future__ import annotations

import re
from itertools import accumulate
from typing import NamedTuple

from rapidfuzz.distance import Indel

from contractkit.ooxml.text import TEXT
from contractkit.redline.spine import unique_pairs
from contractkit.redline.units import Segment

WORD = re.compile(r"\d+(?:[.,]\d+)*(?![A-Za-z])|[A-Za-z0-9\u00c0-\u024f]+|.", re.S)
SAID = re.compile(r"[A-Za-z0-9\u00c0-\u024f]+|[^\W_]")  # words only, no spaces, no punctuation
LONG = 3000  # tokens on both sides beyond which unique tokens are aligned first


class Token(NamedTuple):
    """A piece of a paragraph that is equal to another one as a whole or not at all."""

    key: str
    start: int
    end: int

    @property
    def solid(self) -> bool:
        """Whether it says something: a word, a number, an object; not a space or a comma."""
        return self.key[0].isalnum() or self.key[0] in "\x00\x05"


Range = tuple[int, int, int, int]  # base start, base end, other start, other end


def tokens(segments: list[Segment], offset: int = 0) -> list[Token]:
    """The tokens of a paragraph; a word is one token also where its formatting changes inside."""
    found: list[Token] = []
    at = 0
    while at < len(segments):
        segment = segments[at]
        if segment.kind != TEXT:
            key = f"\x00{segment.key}\x01{segment.context}"
            found.append(Token(key, offset + segment.start, offset + segment.end))
            at += 1
            continue
        text, start, context = segment.text, offset + segment.start, segment.context
        at += 1
        while at < len(segments) and _continues(segment, segments[at]):
            text += segments[at].text
            at += 1
        tail = f"\x01{context}" if context else ""
        keys = WORD.findall(text)  # they leave nothing of the text out
        ends = [*accumulate(map(len, keys), initial=start)]
        if tail:
            keys = [key + tail for key in keys]
        found.extend(map(Token._make, zip(keys, ends, ends[1:], strict=False)))
    return found


def _continues(left: Segment, right: Segment) -> bool:
    return right.kind == TEXT and right.path == left.path and right.context == left.context


def common(base: list[Token], other: list[Token]) -> list[Range]:
    """The equal ranges of offsets of two paragraphs, in order, cleaned of islands."""
    matches = _join(_match(base, other), base, other)
    return _without_islands(matches, base, other)


Block = tuple[int, int, int]  # index in base, index in other, how many tokens


def _match(base: list[Token], other: list[Token]) -> list[Block]:
    numbers: dict[str, int] = {}
    a = [numbers.setdefault(token[0], len(numbers)) for token in base]
    b = [numbers.setdefault(token[0], len(numbers)) for token in other]
    return lcs(a, b)


def lcs(a: list[int], b: list[int]) -> list[Block]:
    """The longest common subsequence as blocks; through unique tokens where both are long."""
    head = 0
    limit = min(len(a), len(b))
    while head < limit and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < limit - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    blocks: list[Block] = [(0, 0, head)] if head else []
    mid_a, mid_b = a[head : len(a) - tail], b[head : len(b) - tail]
    if mid_a and mid_b:
        found = (
            _patient(mid_a, mid_b) if min(len(mid_a), len(mid_b)) > LONG else _indel(mid_a, mid_b)
        )
        blocks.extend((i + head, j + head, n) for i, j, n in found)
    if tail:
        blocks.append((len(a) - tail, len(b) - tail, tail))
    return blocks


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


def _join(blocks: list[Block], base: list[Token], other: list[Token]) -> list[Block]:
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


def _gather(blocks: list[Block], base: list[Token], other: list[Token]) -> None:
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


def _twin(sequence: list[Token], at: int, size: int, start: int, end: int) -> int:
    """Where from ``start`` to ``end`` the tokens at ``at`` stand too: at its end, its start, else
    ``at``."""
    wanted = [t.key for t in sequence[at : at + size]]
    for place in (end - size, start):
        if start <= place and [t.key for t in sequence[place : place + size]] == wanted:
            return place
    return at


def _slide(left: Block, right: Block, base: list[Token], other: list[Token]) -> tuple[Block, Block]:
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
    while back < n and seq[at - 1 - back].key == seq[at + size - 1 - back].key:
        back += 1
    ahead = 0
    while ahead < m and seq[at + ahead].key == seq[at + size + ahead].key:
        ahead += 1
    if not back and not ahead:
        return left, right
    best = max(range(-back, ahead + 1), key=lambda d: (_place(seq, at + d, size), -abs(d)))
    return (i, j, n + best), (x + best, y + best, m - best)


def _place(seq: list[Token], at: int, size: int) -> int:
    """How well an edit of ``size`` tokens at ``at`` reads: whole sentences, then whole words."""
    if at == 0 or at + size == len(seq):
        return 3
    before, last, first = seq[at - 1].key[0], seq[at + size - 1].key[0], seq[at].key[0]
    if last in ".。;；!?" and before in ".。;；!?":
        return 2
    if before.isspace() and last.isspace():
        return 2 if not first.isspace() else 1
    return 1 if first.isspace() and not last.isspace() else 0


def _without_islands(blocks: list[Block], base: list[Token], other: list[Token]) -> list[Range]:
    kept: list[Block] = []
    for k, block in enumerate(blocks):
        i, j, n = block
        before = (kept[-1][0] + kept[-1][2], kept[-1][1] + kept[-1][2]) if kept else (0, 0)
        after = (
            (blocks[k + 1][0], blocks[k + 1][1]) if k + 1 < len(blocks) else (len(base), len(other))
        )
        left = _solid_width(base, before[0], i), _solid_width(other, before[1], j)
        right = _solid_width(base, i + n, after[0]), _solid_width(other, j + n, after[1])
        if not _is_island(base[i : i + n], left, right):
            kept.append(block)
    return [
        (base[i].start, base[i + n - 1].end, other[j].start, other[j + n - 1].end)
        for i, j, n in kept
    ]


def _solid_width(sequence: list[Token], start: int, end: int) -> int:
    return sum(t.end - t.start for t in sequence[start:end] if t.solid)


def _is_island(island: list[Token], left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Whether an equal stretch between two edits is too little to be worth a reader's eye."""
    if any(t.key[0] in "\x00\x05" for t in island):
        return False
    if not all(left) and not all(right):
        return False  # pure insertions and deletions interrupt nothing
    solid = [t for t in island if t.solid]
    around = min(sum(left), sum(right))
    if not solid:
        return all(left) and all(right)
    width = sum(t.end - t.start for t in solid)
    return len(solid) == 1 and width <= 3 and around >= 8 * width and all(left) and all(right)
