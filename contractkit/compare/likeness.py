"""How alike two lists of texts are, each with each: by weighted words and by characters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import Indel

from contractkit.compare.vocabulary import Matrix, Vocabulary
from contractkit.lang.base import Language


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
    vocabulary = Vocabulary(language.words)
    return vocabulary.cosines(vocabulary.bags(base), vocabulary.bags(other))
