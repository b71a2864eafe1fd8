"""How alike two lists of texts are, each with each: by weighted words and by characters."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel

from contractkit.lang.base import Language

CHUNK = 8192  # words whose weights stand in memory at a time
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Matrices len(base) × len(other), each from 0 to 1: by ``words`` and by ``characters``.

    Words see the same subject in other words; characters see a text edited here and there.
    """

    words: Matrix
    characters: Matrix

    @property
    def text(self) -> Matrix:
        """How alike the texts are: the mean of both."""
        return (self.words + self.characters) / 2

    def standing_out(self) -> Matrix:
        """By how many standard deviations, of both measures together, a base text beats the others.

        What is alike in 20 of 100 parts says little by itself: among texts of which no other is
        alike in more than 5, it is the answer.
        """
        return _deviations(self.words) + _deviations(self.characters)


def likeness(base: Sequence[str], other: Sequence[str], language: Language) -> Likeness:
    """The likeness of each text of ``base`` with each of ``other``."""
    return Likeness(words(base, other, language), characters(base, other, language))


def _deviations(matrix: Matrix) -> Matrix:
    spread = matrix.std(axis=0, keepdims=True)
    centred = matrix - matrix.mean(axis=0, keepdims=True)
    return np.asarray(np.divide(centred, spread, out=np.zeros_like(centred), where=spread > 0))


def characters(base: Sequence[str], other: Sequence[str], language: Language) -> Matrix:
    """The share of normalised characters that the texts have in common order (indel distance)."""
    left = [language.plain(text) for text in base]
    right = [language.plain(text) for text in other]
    return process.cdist(
        left, right, scorer=Indel.normalized_similarity, dtype=np.float64, workers=1
    )


def words(base: Sequence[str], other: Sequence[str], language: Language) -> Matrix:
    """The cosine of the texts' tf-idf vectors; a word in every text weighs nothing."""
    counts = [Counter(language.words(text)) for text in (*base, *other)]
    seen = Counter(word for count in counts for word in count)
    total = math.log(1 + len(counts))
    rarity = {word: total - math.log(n) for word, n in seen.items()}
    sides = (counts[: len(base)], counts[len(base) :])
    common = sorted(set().union(*sides[0]) & set().union(*sides[1]))
    weighted = [_weighted(side, rarity) for side in sides]
    product = np.zeros((len(base), len(other)))
    for start in range(0, len(common), CHUNK):
        column = {word: at for at, word in enumerate(common[start : start + CHUNK])}
        left, right = (_dense(side, column) for side in weighted)
        product += left @ right.T
    return product


def _weighted(
    counts: Sequence[Counter[str]], rarity: Mapping[str, float]
) -> list[dict[str, float]]:
    """The words of each text with their weight, the length of each text's vector being 1."""
    found = []
    for count in counts:
        weights = {word: (1 + math.log(n)) * rarity[word] for word, n in count.items()}
        norm = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        found.append({word: weight / norm for word, weight in weights.items()})
    return found


def _dense(weighted: Sequence[Mapping[str, float]], column: Mapping[str, int]) -> Matrix:
    """The weights of the words in ``column``, a row a text."""
    matrix = np.zeros((len(weighted), len(column)))
    for row, weights in zip(matrix, weighted, strict=True):
        own = [word for word in weights if word in column]
        row[[column[word] for word in own]] = [weights[word] for word in own]
    return matrix
