"""The names of those whom an agreement obliges, found by their last word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from contractkit.lang.en.duties.nouns import GENERIC, OWNED
from contractkit.lang.en.duties.tokens import Word, words


class Names:
    """The names of those who can be obliged, by their last word."""

    def __init__(self, actors: Sequence[str], common: Sequence[str]) -> None:
        self._own: set[tuple[str, ...]] = set()
        self._by_last: dict[str, list[tuple[str, ...]]] = {}
        for name in (*actors, *common):
            lows = tuple(word.low for word in words(name))
            while lows and lows[0] in ("the", "a"):
                lows = lows[1:]
            if set(lows) <= OWNED:
                continue  # a party is not called "this Amendment"
            if lows:
                self._by_last.setdefault(lows[-1], []).append(lows)
            if name in actors:
                self._own.add(lows)

    def ending(self, text: Sequence[Word], end: int) -> int:
        """Where the longest name begins that ends before word ``end``; ``end`` if none does."""
        if end <= 0:
            return end
        best = end
        for lows in self._by_last.get(text[end - 1].low, ()):
            begun = end - len(lows)
            if begun >= 0 and tuple(word.low for word in text[begun:end]) == lows:
                best = min(best, begun)
        return best

    def has(self, text: Sequence[Word], start: int, end: int) -> bool:
        """Whether the words are a name that the agreement itself gives."""
        return tuple(word.low for word in text[start:end]) in self._own


@lru_cache(maxsize=64)
def names(actors: tuple[str, ...]) -> Names:
    """The names of an agreement's parties with those that parties commonly have."""
    return Names(actors, GENERIC)
