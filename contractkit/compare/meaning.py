"""What words left alone -> partnerships by what the texts mean, as a model of sentences sees it.

A clause that somebody wrote anew may have no word in common with ours. Such a model finds its
subject; it does not see a changed number, party or negation, which stays with ``deltas``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

import numpy as np

from contractkit.compare.align import Match, likeness_of
from contractkit.compare.assignment import assign
from contractkit.lang.base import Language
from contractkit.model.comparison import Unit

NEAR = 0.5  # cosine from which two texts may be about the same
AHEAD = 0.1  # … and by how much it must beat that of every rival on either side


class Encoder(Protocol):
    """A model of sentences, such as ``model2vec.StaticModel``."""

    def encode(self, sentences: Sequence[str]) -> Any:
        """A vector for each text, as rows of an array."""


def by_meaning(
    base: Sequence[Unit],
    other: Sequence[Unit],
    matches: Sequence[Match],
    language: Language,
    encoder: Encoder,
) -> list[Match]:
    """``matches`` with those that the encoder finds among the clauses that have no partner yet."""
    left = _alone(base, {match.i for match in matches})
    right = _alone(other, {match.j for match in matches})
    if not left or not right:
        return list(matches)
    cosines = _vectors(base, left, encoder) @ _vectors(other, right, encoder).T
    found = []
    for row, column in assign(cosines):
        rivals = np.concatenate(
            (np.delete(cosines[row], column), np.delete(cosines[:, column], row))
        )
        margin = float(cosines[row, column] - max(rivals.max(initial=0.0), 0.0))
        if cosines[row, column] >= NEAR and margin >= AHEAD:
            one, two = left[row], right[column]
            score = likeness_of(base[one], other[two], language)
            found.append(Match(one, two, score, round(margin, 3), "meaning"))
    return sorted([*matches, *found], key=lambda match: match.i)


def _alone(units: Sequence[Unit], taken: set[int]) -> list[int]:
    return [i for i, unit in enumerate(units) if unit.kind == "clause" and i not in taken]


def _vectors(units: Sequence[Unit], places: Sequence[int], encoder: Encoder) -> Any:
    """A row of length 1 for each text; one without a direction is like nothing."""
    texts = [f"{units[place].heading} {units[place].text}".strip() for place in places]
    rows = np.asarray(encoder.encode(texts), dtype=np.float64)
    norms = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.divide(rows, norms, out=np.zeros_like(rows), where=norms > 0)
