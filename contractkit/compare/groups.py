"""Partnerships -> groups: a clause cut into several, several made one, a clause inside another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from contractkit.compare.align import Match
from contractkit.compare.vocabulary import Matrix, Vocabulary
from contractkit.lang.base import Language
from contractkit.model.comparison import Unit

INSIDE = 78.0  # likeness, of 100, to a stretch of the same length from which a text stands in it
LEFT = 0.55  # … and its likeness to what its partner leaves of that text
SHORT = 12  # normalised characters below which a text may stand anywhere
CANDIDATES = 4  # clauses, the nearest by their words, that are searched


@dataclass(frozen=True, slots=True)
class Group:
    """Units of the base and units of the other that answer one another, with the partnership."""

    base: tuple[int, ...]
    other: tuple[int, ...]
    match: Match


def grouped(
    base: Sequence[Unit], other: Sequence[Unit], matches: Sequence[Match], language: Language
) -> list[Group]:
    """A group for each match, with the clauses without a partner that stand in one of its sides."""
    ours = {match.i: [match.i] for match in matches}
    theirs = {match.i: [match.j] for match in matches}
    by_other = {match.j: match.i for match in matches}
    alone = [i for i, unit in enumerate(base) if i not in ours and unit.kind == "clause"]
    added = [j for j, unit in enumerate(other) if j not in by_other and unit.kind == "clause"]
    seen = _Texts(language)
    for j, i in _inside(other, added, base, seen).items():
        if i in ours and _is_left(other[j], base[i], joined(other, theirs[i]), language):
            theirs[i].append(j)
    for i, j in _inside(base, alone, other, seen).items():
        held = by_other.get(j)
        if held is not None and _is_left(base[i], other[j], joined(base, ours[held]), language):
            ours[held].append(i)
    return [
        Group(tuple(sorted(ours[match.i])), tuple(sorted(theirs[match.i])), match)
        for match in matches
    ]


def _inside(
    parts: Sequence[Unit], places: Sequence[int], wholes: Sequence[Unit], seen: _Texts
) -> dict[int, int]:
    """For each of ``parts`` at ``places`` the one of ``wholes`` whose text holds it, if any."""
    homes = [k for k, unit in enumerate(wholes) if unit.kind == "clause"]
    if not places or not homes:
        return {}
    alike = seen.alike([parts[p] for p in places], [wholes[k] for k in homes])
    found = {}
    for row, place in enumerate(places):
        part, letters = seen.of(parts[place])
        if len(part) < SHORT:
            continue
        best, most = -1, INSIDE
        for column in np.argsort(-alike[row], kind="stable")[:CANDIDATES].tolist():
            whole, others = seen.of(wholes[homes[column]])
            if len(whole) < len(part) or at_most(letters, others) <= most:
                continue
            score = fuzz.partial_ratio(part, whole, score_cutoff=most)
            if score > most:
                best, most = homes[column], score
        if best >= 0:
            found[place] = best
    return found


class _Texts:
    """The texts of units, counted and made comparable once for all that is sought in them."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self._vocabulary = Vocabulary(language.words)
        self._known: dict[str, tuple[str, Counter[str]]] = {}

    def alike(self, parts: Sequence[Unit], wholes: Sequence[Unit]) -> Matrix:
        """How alike each of ``parts`` is with each of ``wholes`` by its words, 0 to 1."""
        left, right = (
            self._vocabulary.bags([unit.text for unit in side]) for side in (parts, wholes)
        )
        return self._vocabulary.cosines(left, right)

    def of(self, unit: Unit) -> tuple[str, Counter[str]]:
        """The normalised text of the unit, and how often each character stands in it."""
        known = self._known.get(unit.text)
        if known is None:
            text = self._language.plain(unit.text)
            known = self._known[unit.text] = (text, Counter(text))
        return known


def at_most(part: Counter[str], whole: Counter[str]) -> float:
    """The likeness, of 100, that a stretch of the whole can have to the part at most: as if all
    characters that both have stood there in order, and nothing between them.
    """
    shared = (part & whole).total()
    return 200 * shared / (part.total() + shared) if shared else 0.0


def _is_left(part: Unit, whole: Unit, partner: Unit, language: Language) -> bool:
    """Whether the part is in what the whole has more than its partner, not in what both have."""
    text, held = language.plain(whole.text), language.plain(partner.text)
    left = "".join(
        text[op.dest_start : op.dest_end]
        for op in Indel.opcodes(held, text)
        if op.tag in ("insert", "replace")
    )
    wanted = language.plain(part.text)
    return len(left) >= LEFT * len(wanted) and fuzz.partial_ratio(wanted, left) >= LEFT * 100


def joined(units: Sequence[Unit], places: Sequence[int]) -> Unit:
    """Several units as one: the first, with the numbers and texts of all."""
    first, *rest = (units[place] for place in places)
    for unit in rest:
        shift = len(first.text) + 1
        first = replace(
            first,
            number="、".join(number for number in (first.number, unit.number) if number),
            text=f"{first.text}\n{unit.text}",
            places=first.places
            + tuple(replace(place, offset=place.offset + shift) for place in unit.places),
            filled=first.filled
            + tuple(
                replace(one, start=one.start + shift, end=one.end + shift) for one in unit.filled
            ),
        )
    return first
