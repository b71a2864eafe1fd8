"""Which clause of a text answers which of its version in another language.

Marks and known headings tell it first; then what both say in a common form, what they mean where
an encoder reads both languages, and their length, number and place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from contractkit.compare.align import CLAUSES, HOLDERS, Match, marked
from contractkit.compare.assignment import assign
from contractkit.compare.concepts import concepts
from contractkit.compare.encoder import Encoder
from contractkit.compare.meaning import ahead, meant
from contractkit.compare.signs import Statement
from contractkit.compare.units import FRAMES
from contractkit.compare.vocabulary import Matrix, Vocabulary
from contractkit.lang.base import Language
from contractkit.model.comparison import Unit

MEANING = 2.0  # the weight of the encoder beside what is said in a common form
HEADING = 0.5  # what a heading that is the other's translation adds
ORDER = 0.5  # … standing in the same place, relative to the whole
NUMBER = 0.1  # … having the same number
LENGTH = 0.1  # … and what each e-fold between relative lengths takes
SAID = 0.35  # likeness by what is said in a common form from which units answer one another
NEAR = 0.45  # … and by what they mean
BEHIND = -0.15  # by how much a rival of either may be better than a partner

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two texts: its language and its units as they are understood."""

    language: Language
    statements: Sequence[Statement]

    def of_kinds(self, kinds: Sequence[str]) -> list[int]:
        """The places of its units of these kinds."""
        return [k for k, one in enumerate(self.statements) if one.unit.kind in kinds]

    def units(self, places: Iterable[int]) -> list[Unit]:
        """The units at these places."""
        return [self.statements[k].unit for k in places]


@dataclass(frozen=True, slots=True)
class _Clues:
    """What speaks for each pair of units, those of the base as rows."""

    said: Matrix
    headings: Matrix
    numbers: Matrix
    places: Matrix
    lengths: Matrix
    near: Matrix | None

    @property
    def score(self) -> Matrix:
        """How alike the texts are, 0 to 1."""
        return self.said if self.near is None else self.near

    @property
    def worth(self) -> Matrix:
        """How good each partnership would be."""
        worth = self.said + HEADING * self.headings + NUMBER * self.numbers
        worth += ORDER * (1 - self.places) - LENGTH * self.lengths
        return worth if self.near is None else worth + MEANING * self.near

    def reason(self, row: int, column: int, neighbours: int) -> str:
        """Why two units answer one another; "" where nothing says that they do.

        ``neighbours`` says how many of those before and behind both do so too.
        """
        if self.headings[row, column]:
            return "heading"
        if self.near is not None and self.near[row, column] >= NEAR:
            return "meaning"
        margin = ahead(self.worth, row, column)
        if self.near is None and self.said[row, column] >= SAID and (neighbours or margin >= 0):
            return "similarity"
        return "order" if neighbours + (margin >= BEHIND) >= 2 else ""


def align_across(
    base: Version,
    other: Version,
    headings: Iterable[Mapping[str, str]] = (),
    encoder: Encoder | None = None,
) -> list[Match]:
    """The partnerships between two versions, each unit in one at most, by ``i``.

    ``headings`` say the same in each language, by its code.
    """
    known = {
        (
            base.language.plain(one[base.language.code]),
            other.language.plain(one[other.language.code]),
        )
        for one in headings
        if base.language.code in one and other.language.code in one
    }
    matches: list[Match] = []
    for kinds in (*((frame,) for frame in FRAMES), HOLDERS):
        places = base.of_kinds(kinds), other.of_kinds(kinds)
        clues = _clues(base, other, places, known, None)
        matches += [
            Match(places[0][row], places[1][column], 1.0, 1.0, "number" if same else "order")
            for row, column in assign(clues.worth)
            if (same := clues.numbers[row, column])
            or _neighbours(row, column, {}, clues.said.shape)
        ]
    left, right = base.of_kinds(CLAUSES), other.of_kinds(CLAUSES)
    units = [one.unit for one in base.statements], [one.unit for one in other.statements]
    for i, j in marked(*units, left, right):
        matches.append(Match(i, j, 1.0, 1.0, "mark"))
        left.remove(i)
        right.remove(j)
    matches += _by_clues(left, right, _clues(base, other, (left, right), known, encoder))
    return sorted(matches, key=lambda match: match.i)


def _by_clues(left: Sequence[int], right: Sequence[int], clues: _Clues) -> list[Match]:
    """The best partners, where something says that they are."""
    assigned = dict(assign(clues.worth))
    found = []
    for row, column in assigned.items():
        neighbours = _neighbours(row, column, assigned, clues.said.shape)
        if why := clues.reason(row, column, neighbours):
            score = round(float(clues.score[row, column]), 3)
            margin = round(ahead(clues.score, row, column), 3)
            found.append(Match(left[row], right[column], score, margin, why))
    return found


def _neighbours(row: int, column: int, found: Mapping[int, int], size: tuple[int, ...]) -> int:
    """How many of those before and behind two units are partners, or are not there."""
    before = found[row - 1] == column - 1 if row - 1 in found else row == column == 0
    behind = found[row + 1] == column + 1 if row + 1 in found else (row + 1, column + 1) == size
    return before + behind


def _clues(
    base: Version,
    other: Version,
    places: tuple[Sequence[int], Sequence[int]],
    known: set[tuple[str, str]],
    encoder: Encoder | None,
) -> _Clues:
    """What speaks for the pairs of the units at ``places``."""
    ours, theirs = base.units(places[0]), other.units(places[1])
    vocabulary = Vocabulary(str.splitlines)
    bags = [
        vocabulary.bags(["\n".join(concepts(side.statements[k])) for k in at])
        for side, at in ((base, places[0]), (other, places[1]))
    ]
    plain = base.language.plain, other.language.plain
    headings = [
        [say(one.heading) for one in side] for say, side in zip(plain, (ours, theirs), strict=True)
    ]
    paths = [
        [_path(one, base.language) for one in ours],
        [_path(one, other.language) for one in theirs],
    ]
    near = None
    if encoder is not None and ours and theirs:
        near = meant((ours, base.language), (theirs, other.language), encoder)
    return _Clues(
        vocabulary.cosines(*bags),
        _each(headings[0], headings[1], lambda a, b: (a, b) in known),
        _each(paths[0], paths[1], lambda a, b: bool(a) and a == b),
        np.abs(_relative(places[0], base)[:, None] - _relative(places[1], other)[None, :]),
        np.abs(_lengths(ours)[:, None] - _lengths(theirs)[None, :]),
        near,
    )


def _each(ours: Sequence[T], theirs: Sequence[T], holds: Callable[[T, T], bool]) -> Matrix:
    """1 where it holds of one of ours and one of theirs."""
    found = [[float(holds(one, two)) for two in theirs] for one in ours]
    return np.array(found, dtype=np.float64).reshape(len(ours), len(theirs))


def _path(unit: Unit, language: Language) -> tuple[int, ...]:
    """The unit's number in figures."""
    labels = language.numbering.parse(unit.number)
    return labels[0].path if labels else ()


def _lengths(units: Sequence[Unit]) -> Matrix:
    """How long each text is, as e-folds from the mean of its side: languages differ in length."""
    lengths = np.log([1 + len(unit.text) for unit in units])
    return np.asarray(lengths - lengths.mean() if units else lengths)


def _relative(places: Sequence[int], version: Version) -> Matrix:
    return np.array(places, dtype=np.float64) / max(len(version.statements) - 1, 1)
