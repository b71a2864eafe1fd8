"""One walk through a text for the values that it states, the same in every language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from contractkit.lang.value import Value

Reading = tuple[int, tuple[Value, ...]] | None
Read = Callable[[re.Match[str]], Reading]


def scan(
    text: str, starts: re.Pattern[str], read: Read, passed: re.Pattern[str], spots: Iterable[Value]
) -> Iterator[Value]:
    """The values of ``text`` in reading order; none overlaps another.

    ``starts`` finds the places where a value may begin, and ``read`` what stands there and where it
    ends; ``passed`` is what is gone over where nothing does. ``spots`` are values that are known
    already: nothing is read inside of one.
    """
    position = 0
    for spot in sorted(spots, key=lambda value: (value.start, -value.end)):
        if spot.start >= position:
            for end, found in _between(text, starts, read, passed, position, spot.start):
                position = end
                yield from found
        if spot.start >= position:
            position = spot.end
            yield spot
    for _, found in _between(text, starts, read, passed, position, len(text)):
        yield from found


def quoted(value: Value, text: str) -> Value:
    """The value with the words of ``text`` in which it stands."""
    words = text[value.start : value.end]
    return Value(
        value.kind, value.value, value.op, words, value.start, value.end, value.unit, value.conflict
    )


def _between(
    text: str,
    starts: re.Pattern[str],
    read: Read,
    passed: re.Pattern[str],
    position: int,
    until: int,
) -> Iterator[tuple[int, tuple[Value, ...]]]:
    """What stands between two places, with the place where each reading ends."""
    while position < until and (start := starts.search(text, position, until)):
        reading = read(start)
        if reading:
            position = max(reading[0], start.start() + 1)
            yield position, reading[1]
        else:
            over = passed.match(text, start.start())
            position = over.end() if over else start.start() + 1
