"""What words left alone -> partnerships by what the texts mean, as a model of sentences sees it.

A clause that somebody wrote anew may have no word in common with ours. Such a model finds its
subject; it does not see a changed number, party or negation, which stays with ``deltas``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from contractkit.compare.align import Match, likeness_of
from contractkit.compare.assignment import assign
from contractkit.compare.encoder import Encoder
from contractkit.compare.vocabulary import Matrix, Places
from contractkit.lang.base import Language
from contractkit.model.comparison import Unit

NEAR = 0.3  # likeness from which two texts may be about the same
AHEAD = 0.01  # … and by how much it must beat that of every rival on either side
LONGEST = 400  # characters of a sentence that are read at a time
MOST = 40  # sentences of a text that are read


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
    alike = meant(
        ([base[i] for i in left], language), ([other[j] for j in right], language), encoder
    )
    found = []
    for row, column in assign(alike):
        margin = ahead(alike, row, column)
        if alike[row, column] >= NEAR and margin >= AHEAD:
            one, two = left[row], right[column]
            score = likeness_of(base[one], other[two], language)
            found.append(Match(one, two, score, round(margin, 3), "meaning"))
    return sorted([*matches, *found], key=lambda match: match.i)


def meant(
    base: tuple[Sequence[Unit], Language], other: tuple[Sequence[Unit], Language], encoder: Encoder
) -> Matrix:
    """How near in meaning each text of ``base`` is to each of ``other``, at most 1.

    The mean over the sentences of both of the best that each finds on the other side: a vector of a
    long text is that of no sentence in it.
    """
    ours, theirs = (_Sentences(*side, encoder) for side in (base, other))
    rows = []
    for start, end in zip(ours.starts, (*ours.starts[1:], len(ours.vectors)), strict=True):
        cosines = ours.vectors[start:end] @ theirs.vectors.T
        there = np.maximum.reduceat(cosines, theirs.starts, axis=1).mean(axis=0)
        back = np.add.reduceat(cosines.max(axis=0), theirs.starts) / theirs.sizes
        rows.append((there + back) / 2)
    return np.array(rows)


def ahead(alike: Matrix, row: int, column: int) -> float:
    """By how much a likeness beats that of every rival on either side."""
    rivals = np.concatenate((np.delete(alike[row], column), np.delete(alike[:, column], row)))
    return float(alike[row, column] - max(rivals.max(initial=0.0), 0.0))


def _alone(units: Sequence[Unit], taken: set[int]) -> list[int]:
    return [i for i, unit in enumerate(units) if unit.kind == "clause" and i not in taken]


class _Sentences:
    """The sentences of texts as rows of length 1; of each text its first row, and how many."""

    def __init__(self, units: Sequence[Unit], language: Language, encoder: Encoder) -> None:
        texts = [list(_sentences(unit, language)) for unit in units]
        self.sizes: Places = np.array([len(text) for text in texts], dtype=np.intp)
        self.starts: Places = np.cumsum(self.sizes) - self.sizes
        rows = np.asarray(encoder.encode([one for text in texts for one in text]), dtype=np.float64)
        norms = np.linalg.norm(rows, axis=1, keepdims=True)
        self.vectors: Matrix = np.divide(rows, norms, out=np.zeros_like(rows), where=norms > 0)


def _sentences(unit: Unit, language: Language) -> Iterator[str]:
    """The heading and the sentences, in pieces that a hostile text cannot make endless."""
    found = [unit.heading, *(sentence.text for sentence in language.sentences(unit.text))]
    kept = [one[:LONGEST] for one in found if one.strip()][:MOST]
    yield from kept or [unit.name]
