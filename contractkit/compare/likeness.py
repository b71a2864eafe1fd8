"""How alike two lists of texts are, each with each: by weighted words and by characters."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import Indel
from scipy.sparse import csr_matrix

from contractkit.lang.base import Language

Matrix = NDArray[np.float64]


def likeness(base: Sequence[str], other: Sequence[str], language: Language) -> Matrix:
    """A matrix len(base) × len(other) of likeness from 0 to 1.

    Half of it is the cosine of tf-idf vectors of words, which sees the same subject in other words;
    half the share of characters in common order, which sees a text edited here and there.
    """
    if not base or not other:
        return np.zeros((len(base), len(other)))
    return 0.5 * cosine(base, other, language) + 0.5 * characters(base, other, language)


def characters(base: Sequence[str], other: Sequence[str], language: Language) -> Matrix:
    """The share of normalised characters that the texts have in common order (indel distance)."""
    left = [language.normalize(text).text for text in base]
    right = [language.normalize(text).text for text in other]
    return process.cdist(
        left, right, scorer=Indel.normalized_similarity, dtype=np.float64, workers=1
    )


def cosine(base: Sequence[str], other: Sequence[str], language: Language) -> Matrix:
    """The cosine of the texts' tf-idf vectors; a word in every text weighs nothing."""
    counts = [Counter(language.words(text)) for text in (*base, *other)]
    seen = Counter(word for count in counts for word in count)
    column = {word: index for index, word in enumerate(seen)}
    rows, columns, data = [], [], []
    for row, count in enumerate(counts):
        weights = {
            word: (1 + math.log(n)) * math.log((1 + len(counts)) / seen[word])
            for word, n in count.items()
        }
        norm = math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
        for word, weight in weights.items():
            rows.append(row)
            columns.append(column[word])
            data.append(weight / norm)
    vectors = csr_matrix((data, (rows, columns)), shape=(len(counts), max(len(column), 1)))
    product = vectors[: len(base)] @ vectors[len(base) :].T
    return np.asarray(product.todense())
