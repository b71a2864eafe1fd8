"""Texts as bags of words, and how alike the bags are: the cosine of their tf-idf vectors."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain, count

import numpy as np
from numpy.typing import NDArray

CHUNK = 8192  # words whose weights stand in memory at a time
Matrix = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Bags:
    """The bags of ``size`` texts: a place for each word of each, in the order of the texts.

    ``text`` is the text that a word stands in, ``word`` its number in the vocabulary, and ``often``
    1 + the logarithm of how often it stands there.
    """

    size: int
    text: Places
    word: Places
    often: Matrix


class Vocabulary:
    """Numbers the words that ``words`` cuts texts into. Bags of the same vocabulary can be held
    together.
    """

    def __init__(self, words: Callable[[str], Sequence[str]]) -> None:
        self._words = words
        self._numbers: dict[str, int] = defaultdict(count().__next__)
        self._counts: dict[str, Counter[int]] = {}

    def bags(self, texts: Sequence[str]) -> Bags:
        """The bags of ``texts``."""
        counts = [self._counted(text) for text in texts]
        sizes = [len(one) for one in counts]
        return Bags(
            len(texts),
            np.repeat(np.arange(len(texts)), sizes),
            _array(chain.from_iterable(counts), sum(sizes)),
            1 + np.log(_array(chain.from_iterable(one.values() for one in counts), sum(sizes))),
        )

    def _counted(self, text: str) -> Counter[int]:
        """How often each word stands in the text, by its number."""
        known = self._counts.get(text)
        if known is None:
            words = map(self._numbers.__getitem__, self._words(text))
            known = self._counts[text] = Counter(words)
        return known

    def cosines(self, base: Bags, other: Bags) -> Matrix:
        """Each of ``base`` with each of ``other``, 0 to 1; a word in every text weighs nothing."""
        size = len(self._numbers)
        held = [np.bincount(side.word, minlength=size) for side in (base, other)]
        seen = np.maximum(held[0] + held[1], 1)
        rarity = np.log(1 + base.size + other.size) - np.log(seen)
        weights = [_weighted(side, rarity) for side in (base, other)]
        common = np.flatnonzero((held[0] > 0) & (held[1] > 0))
        product = np.zeros((base.size, other.size))
        for start in range(0, len(common), CHUNK):
            part = common[start : start + CHUNK]
            column = np.full(size, -1)
            column[part] = np.arange(len(part))
            left, right = (
                _dense(side, its, column, len(part))
                for side, its in zip((base, other), weights, strict=True)
            )
            product += left @ right.T
        return product


def _array(numbers: Iterable[int], size: int) -> Places:
    return np.fromiter(numbers, dtype=np.intp, count=size)


def _weighted(bags: Bags, rarity: Matrix) -> Matrix:
    """The weight of each place, the length of each text's vector being 1."""
    weights = bags.often * rarity[bags.word]
    norms = np.sqrt(np.bincount(bags.text, weights**2, minlength=bags.size))
    return np.asarray(weights / np.where(norms > 0, norms, 1.0)[bags.text])


def _dense(bags: Bags, weights: Matrix, column: Places, columns: int) -> Matrix:
    """The weights of the words that have a ``column``, a row a text."""
    matrix = np.zeros((bags.size, columns))
    at = column[bags.word]
    kept = at >= 0
    matrix[bags.text[kept], at[kept]] = weights[kept]
    return matrix
