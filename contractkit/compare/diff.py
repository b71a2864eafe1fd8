"""Two texts -> the edits that turn one into the other, by tokens.

Tokens are compared as the language normalises them, so that width, case and kind of quotation mark
make no edit; the edits are told in offsets of the texts as they stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from contractkit.lang.base import Language
from contractkit.lang.texts import Token
from contractkit.model.comparison import Edit

ISLAND = 2  # equal tokens between two edits that are fewer than this, or only marks, are no rest


def edits(base: str, other: str, language: Language) -> tuple[Edit, ...]:
    """The edits from ``base`` to ``other`` in order; none when only white space differs."""
    if base == other:
        return ()
    left, right = language.tokens(base), language.tokens(other)
    keys = [[language.plain(token.text) for token in side] for side in (left, right)]
    changed = [
        (op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Indel.opcodes(*keys)
        if op.tag != "equal"
    ]
    return tuple(
        _edit(base, other, left, right, ranges) for ranges in _joined(changed, left, language)
    )


def _joined(
    changed: Sequence[tuple[int, int, int, int]], left: Sequence[Token], language: Language
) -> list[tuple[int, int, int, int]]:
    """Neighbouring edits as one where what stands between them is an island, not a rest."""
    joined: list[tuple[int, int, int, int]] = []
    for ranges in changed:
        if joined:
            before = joined[-1]
            between = left[before[1] : ranges[0]]
            if not between or _is_island(before, ranges, between):
                joined[-1] = (before[0], ranges[1], before[2], ranges[3])
                continue
        joined.append(ranges)
    return joined


def _is_island(
    before: tuple[int, int, int, int], after: tuple[int, int, int, int], between: Sequence[Token]
) -> bool:
    """A lone common token, or a mark of punctuation, between two edits that are both larger."""
    words = [token for token in between if token.text.isalnum()]
    if len(words) >= ISLAND or any(token.text[0].isdigit() for token in words):
        return False
    size = min(_size(before), _size(after))
    return size > 2 * len(between)


def _size(ranges: tuple[int, int, int, int]) -> int:
    return max(ranges[1] - ranges[0], ranges[3] - ranges[2])


def _edit(
    base: str,
    other: str,
    left: Sequence[Token],
    right: Sequence[Token],
    ranges: tuple[int, int, int, int],
) -> Edit:
    start, end = _range(left, ranges[0], ranges[1])
    other_start, other_end = _range(right, ranges[2], ranges[3])
    return Edit(start, end, base[start:end], other_start, other_end, other[other_start:other_end])


def _range(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """The characters of tokens ``first`` to ``last``; an empty place after the token before."""
    if first < last:
        return tokens[first].start, tokens[last - 1].end
    at = tokens[first - 1].end if first else 0
    return at, at
