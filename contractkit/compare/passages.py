"""Clauses without a partner that a passage of another clause of the draft speaks of.

A draft of the counterparty's own making may say in one clause what the standard says in four. Such
a clause is not missing: it must be read where it is.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contractkit.lang.base import Language
from contractkit.model.comparison import Pair, Unit

LEAST = 0.07  # cosine from which a passage speaks of a clause at all
AHEAD = 1.5  # … and how many times that of the runner-up it must be
REWRITTEN = 0.6  # likeness from which a pair's texts are the same text, and nothing is buried in it
SHORT = 8  # characters below which a line says nothing
HALF = 0.5  # the share of an added clause that must speak of standard clauses


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters ``start`` to ``end`` of ``unit``, which speak of a clause of the base."""

    unit: Unit
    start: int
    end: int

    @property
    def text(self) -> str:
        """What stands there."""
        return self.unit.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Passages:
    """For each clause of the base without a partner the passage that speaks of it most; for each
    clause of the other without one, the clauses of the base that its passages speak of.
    """

    of: Mapping[Unit, Passage]
    answered: Mapping[Unit, tuple[Unit, ...]]


def passages(pairs: Sequence[Pair], language: Language) -> Passages:
    """What the draft's passages speak of that has no clause of its own there.

    Only clauses that were added or rewritten are searched: in others ``groups`` finds what was
    buried. The cost is that of one look at each of their words.
    """
    defines = language.lexicon.definitions  # such a clause speaks of everything
    clauses = [
        pair.base
        for pair in pairs
        if pair.base and pair.base.kind == "clause" and not defines.search(pair.base.heading)
    ]
    alone = {pair.base for pair in pairs if pair.other is None}
    if not any(unit in alone for unit in clauses):
        return Passages({}, {})
    index = _Index([f"{unit.heading} {unit.text}" for unit in clauses], language)
    best: dict[Unit, tuple[float, Passage]] = {}
    answered: dict[Unit, list[Unit]] = defaultdict(list)
    for pair in pairs:
        unit = pair.other
        if unit is None or (pair.base is not None and pair.score >= REWRITTEN):
            continue
        for start, end in _lines(unit.text):
            found = index.nearest(unit.text[start:end])
            if found is None:
                continue
            place, score = found
            clause = clauses[place]
            answered[unit].append(clause)
            if clause in alone and score > best.get(clause, (0.0,))[0]:
                best[clause] = (score, Passage(unit, start, end))
    added = {pair.other for pair in pairs if pair.base is None}
    return Passages(
        {clause: passage for clause, (_, passage) in best.items()},
        {
            unit: tuple(dict.fromkeys(found))
            for unit, found in answered.items()
            if unit in added and len(found) >= HALF * sum(1 for _ in _lines(unit.text))
        },
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.split("\n"):
        if len(line) >= SHORT:
            yield at, at + len(line)
        at += len(line) + 1


class _Index:
    """Texts by their words, each word weighing the more the fewer texts hold it."""

    def __init__(self, texts: Sequence[str], language: Language) -> None:
        self._words = language.words
        counts = [Counter(language.words(text)) for text in texts]
        seen = Counter(word for count in counts for word in count)
        self._unseen = math.log(1 + len(texts))
        self._rarity = {word: self._unseen - math.log(n) for word, n in seen.items()}
        self._holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, count in enumerate(counts):
            weights = self._weights(count)
            norm = _norm(weights)
            for word, weight in weights.items():
                self._holders[word].append((place, weight / norm))

    def nearest(self, text: str) -> tuple[int, float] | None:
        """The text that this one speaks of, with the cosine; None where none is clearly ahead."""
        weights = self._weights(Counter(self._words(text)))
        scores: dict[int, float] = defaultdict(float)
        for word, weight in weights.items():
            for place, share in self._holders.get(word, ()):
                scores[place] += weight * share
        ranked = sorted(scores.items(), key=lambda one: (-one[1], one[0]))[:2]
        if not ranked:
            return None
        place, score = ranked[0][0], ranked[0][1] / _norm(weights)
        ahead = len(ranked) == 1 or ranked[0][1] >= AHEAD * ranked[1][1]
        return (place, score) if ahead and score >= LEAST else None

    def _weights(self, counts: Mapping[str, int]) -> dict[str, float]:
        return {
            word: (1 + math.log(n)) * self._rarity.get(word, self._unseen)
            for word, n in counts.items()
        }


def _norm(weights: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight**2 for weight in weights.values())) or 1.0
