"""Which sentences of two statements answer one another: by what they say, in any order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rapidfuzz.distance import Indel, LCSseq

from contractkit.compare.assignment import assign
from contractkit.compare.order import steady
from contractkit.compare.signs import BLANK, Sentence, Sign, Statement

ALIKE = 0.45  # likeness from which two sentences are one that was edited
JOINED = 0.05  # by how much a sentence must bring a pair nearer to be a piece of it
NEAR = 0.02  # for standing in the same place
FIXED = 3  # words beside its blanks from which a sentence is known by them
KEPT = 0.8  # … and the share of them that must stand there in order


@dataclass(frozen=True, slots=True)
class Answer:
    """Sentences of the base and those of the other that answer them; one side may be empty.

    More than one on a side is a sentence that was cut or joined. ``moved`` says that it stands in
    another order, ``score`` how alike the signs are.
    """

    base: tuple[Sentence, ...]
    other: tuple[Sentence, ...]
    score: float = 0.0
    moved: bool = False

    def signs(self) -> tuple[list[Sign], list[Sign]]:
        """The signs of both sides."""
        left, right = (
            [sign for sentence in side for sign in sentence.signs]
            for side in (self.base, self.other)
        )
        return left, right


def answers(ours: Statement, theirs: Statement) -> list[Answer]:
    """Every sentence of both sides in one answer, in the base's order and then the other's."""
    base, other = ours.sentences, theirs.sentences
    partner = _equal(base, other)
    rows = _rows(ours, theirs, partner)
    partner |= rows
    left = [i for i in range(len(base)) if i not in partner]
    right = sorted(set(range(len(other))) - set(partner.values()))
    partner |= _alike(base, other, left, right)
    placed = _filled(base, other, partner)
    partner |= placed
    groups = {i: ([i], [j]) for i, j in partner.items()}
    alone = _attach(base, other, groups)
    fixed = steady([partner[i] for i in sorted(partner)])
    found = []
    for i, (mine, yours) in sorted(groups.items()):
        ones, twos = (tuple(base[k] for k in sorted(mine)), tuple(other[k] for k in sorted(yours)))
        score = 1.0 if i in placed or i in rows or _fills(ones, twos) else _score(ones, twos)
        found.append(Answer(ones, twos, score, partner[i] not in fixed))
    found += [Answer((base[i],), ()) for i in alone[0]]
    found += [Answer((), (other[j],)) for j in alone[1]]
    return found


def _equal(base: Sequence[Sentence], other: Sequence[Sentence]) -> dict[int, int]:
    """The sentences that say the same, the first with the first."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j, sentence in enumerate(other):
        places[sentence.keys].append(j)
    found = {}
    for i, sentence in enumerate(base):
        if places[sentence.keys]:
            found[i] = places[sentence.keys].pop(0)
    return found


def _rows(ours: Statement, theirs: Statement, partner: Mapping[int, int]) -> dict[int, int]:
    """The rows of tables that begin with the same cell, which no other row does, whatever else
    they hold.
    """
    left = _heads(ours, set(partner))
    right = _heads(theirs, set(partner.values()))
    return {i: right[head] for head, i in left.items() if head in right}


def _heads(statement: Statement, taken: set[int]) -> dict[str, int]:
    """The first cells of rows that have no partner yet, with the places of these rows."""
    text = statement.unit.text
    heads = [
        (text[one.start : one.end].partition("\t"), place)
        for place, one in enumerate(statement.sentences)
        if "\t" in text[one.start : one.end]
    ]
    once = Counter(head for (head, _, _), _ in heads)
    return {head: place for (head, _, _), place in heads if once[head] == 1 and place not in taken}


def _alike(
    base: Sequence[Sentence], other: Sequence[Sentence], left: Sequence[int], right: Sequence[int]
) -> dict[int, int]:
    """The best assignment of what is left, where the sentences are alike."""
    if not left or not right:
        return {}
    said = [other[j].keys for j in right]
    once = {keys: place for place, keys in enumerate(dict.fromkeys(said))}  # a draft repeats itself
    rows = [[_likeness(base[i].keys, keys) for keys in once] for i in left]
    scores = np.array(rows, dtype=np.float64)[:, [once[keys] for keys in said]]
    apart = np.abs(np.subtract.outer(np.array(left), np.array(right)))
    near = NEAR * (1 - apart / max(len(base), len(other)))
    return {
        left[row]: right[column]
        for row, column in assign(scores + near)
        if scores[row, column] >= ALIKE
    }


def _filled(
    base: Sequence[Sentence], other: Sequence[Sentence], partner: dict[int, int]
) -> dict[int, int]:
    """For each sentence that is little but blanks what stands in its place, behind the partner of
    the one before it.
    """
    taken = set(partner.values())
    found: dict[int, int] = {}
    for i, sentence in enumerate(base):
        if i in partner or BLANK not in sentence.keys:
            continue
        before = -1 if i == 0 else partner.get(i - 1, found.get(i - 1))
        place = None if before is None else before + 1
        if place is None or place >= len(other) or place in taken:
            continue
        few = sum(key != BLANK for key in sentence.keys) < FIXED
        if few and _fills((sentence,), (other[place],)):
            found[i] = place
            taken.add(place)
    return found


def _fills(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> bool:
    """Whether theirs is ours with its blanks filled in: all other words, in order."""
    keys = [key for one in ours for key in one.keys]
    right = iter([key for one in theirs for key in one.keys])
    return BLANK in keys and all(key in right for key in keys if key != BLANK)


def _attach(
    base: Sequence[Sentence],
    other: Sequence[Sentence],
    groups: dict[int, tuple[list[int], list[int]]],
) -> tuple[list[int], list[int]]:
    """Put the pieces of sentences that were cut or joined to their answers; what is left over."""
    alone: tuple[list[int], list[int]] = ([], [])
    for side, sentences in enumerate((base, other)):
        held = {k: i for i, group in groups.items() for k in group[side]}
        for at in range(len(sentences)):
            if at in held:
                continue
            home = next(
                (
                    held[k]
                    for k in (at - 1, at + 1)
                    if k in held and _nearer(base, other, groups[held[k]], side, at)
                ),
                None,
            )
            if home is None:
                alone[side].append(at)
            else:
                groups[home][side].append(at)
                held[at] = home
    return alone


def _nearer(
    base: Sequence[Sentence],
    other: Sequence[Sentence],
    group: tuple[list[int], list[int]],
    side: int,
    at: int,
) -> bool:
    """Whether the answer is more alike with the sentence ``at`` of that side in it."""
    grown = [
        sorted([*places, at]) if k == side else sorted(places) for k, places in enumerate(group)
    ]
    before, after = (
        _score([base[i] for i in ours], [other[j] for j in theirs])
        for ours, theirs in (group, grown)
    )
    return after > before + JOINED


def _score(ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> float:
    """How alike two answers are."""
    left, right = ([key for one in side for key in one.keys] for side in (ours, theirs))
    return _likeness(left, right)


def _likeness(left: Sequence[str], right: Sequence[str]) -> float:
    """How alike signs are; those around blanks count alone, whatever was filled in there."""
    alike = float(Indel.normalized_similarity(left, right))
    fixed = [key for key in left if key != BLANK]
    if len(fixed) == len(left) or BLANK in right:
        return alike
    if len(fixed) < FIXED:
        return alike
    kept = float(LCSseq.similarity(fixed, right)) / len(fixed)
    return max(alike, kept) if kept >= KEPT else alike
