"""Where a text and its version in another language say another thing, in what both can be held to.

Values, parties and the strength of duties have a common form; words have not, so nothing is said
of them. What another language may put otherwise (a comparator for a negation, a plain present for
"shall") is no difference: what is told here is sure.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeVar

from contractkit.compare.changes import Names
from contractkit.compare.citations import Citations
from contractkit.compare.concepts import common_forms
from contractkit.compare.signs import Sign, Statement, form
from contractkit.compare.units import FRAMES
from contractkit.compare.values import variable_at
from contractkit.lang.base import Language
from contractkit.lang.value import Value
from contractkit.model.comparison import Delta, Unit

ALONE = ("date", "duration", "money", "percent")  # kinds whose partner must not be missing
OPPOSED = (frozenset((">=", "<=")), frozenset((">", "<")))  # comparators that are never one
FORBIDS = "modality must_not"

Range = tuple[int, int]
T = TypeVar("T", Sign, Value)


def disagreements(
    ours: Statement, theirs: Statement, languages: tuple[Language, Language]
) -> tuple[Delta, ...]:
    """The deltas between two statements in two languages, in the base's order."""
    left_signs, right_signs = (
        [sign for sentence in side.sentences for sign in sentence.signs] for side in (ours, theirs)
    )
    found: list[Delta] = []
    for left, right in _paragraphs(ours.unit.text, theirs.unit.text):
        found += _values(_within(ours.values, left), _within(theirs.values, right), ours.unit)
        for one, two in _sentences((ours.unit.text, left), (theirs.unit.text, right), languages):
            signs = _within(left_signs, one), _within(right_signs, two)
            found += _strengths(*signs)
            found += _parties(*signs)
    quoted = (_quoted(delta, ours.unit.text, theirs.unit.text) for delta in found)
    return tuple(sorted(quoted, key=lambda delta: (max(delta.start, 0), delta.kind)))


def cited(
    ours: Unit, theirs: Unit, citations: tuple[Citations, Citations], names: Names
) -> tuple[Delta, ...]:
    """The deltas between what two units cite: a clause in the place of another."""
    left, right = (
        side.cited(unit, known)
        for side, unit, known in zip(citations, (ours, theirs), names, strict=True)
    )
    counts = [Counter(meant for meant, *_ in side) for side in (left, right)]
    more, others = (list(one.elements()) for one in (counts[0] - counts[1], counts[1] - counts[0]))
    found = []
    for one, two in zip(more, others, strict=False):
        _, start, end = next(place for place in left if place[0] == one)
        _, other_start, other_end = next(place for place in right if place[0] == two)
        delta = Delta("reference", "", "", "", "", start, end, other_start, other_end)
        found.append(_quoted(delta, ours.text, theirs.text))
    return tuple(found)


def _paragraphs(ours: str, theirs: str) -> list[tuple[Range, Range]]:
    """The paragraphs of both, one beside the other; both texts whole where one has more."""
    return _beside((0, len(ours)), (0, len(theirs)), _lines(ours), _lines(theirs))


def _sentences(
    ours: tuple[str, Range], theirs: tuple[str, Range], languages: tuple[Language, Language]
) -> list[tuple[Range, Range]]:
    """The sentences of two paragraphs, one beside the other; both whole where one has more."""
    cut = [
        [(start + one.start, start + one.end) for one in language.sentences(text[start:end])]
        for (text, (start, end)), language in zip((ours, theirs), languages, strict=True)
    ]
    return _beside(ours[1], theirs[1], *cut)


def _beside(
    whole: Range, other: Range, parts: Sequence[Range], others: Sequence[Range]
) -> list[tuple[Range, Range]]:
    if len(parts) != len(others):
        return [(whole, other)]
    return list(zip(parts, others, strict=True))


def _lines(text: str) -> list[Range]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, at + len(line)))
        at += len(line) + 1
    return found


def _within(found: Sequence[T], place: Range) -> Sequence[T]:
    """Those that begin within ``place``, of all in their order."""
    first, last = (bisect_left(found, at, key=lambda one: one.start) for at in place)
    return found[first:last]


def _values(ours: Sequence[Value], theirs: Sequence[Value], base: Unit) -> Iterator[Delta]:
    """Values that the other side does not have, each beside the next of its kind that it has more;
    and those of which one is a floor and the other a ceiling.

    What stands around the clauses, a cover in both languages, may state a value for both.
    """
    left, right = _more(ours, theirs), _more(theirs, ours)
    for kind in sorted({one.kind for one in (*left, *right)}):
        pairs = zip_longest(*([one for one in side if one.kind == kind] for side in (left, right)))
        yield from (
            _valued(one, two, base)
            for one, two in pairs
            if (one and two) or (kind in ALONE and base.kind not in FRAMES)
        )
    same: dict[tuple[str, ...], list[Value]] = defaultdict(list)
    for value in theirs:
        same[common_forms(value)].append(value)
    for one in ours:
        partners = same.get(common_forms(one), ())
        if len(partners) == 1 and frozenset((one.op, partners[0].op)) in OPPOSED:
            yield _valued(one, partners[0], base)


def _more(ours: Sequence[Value], theirs: Sequence[Value]) -> list[Value]:
    """The values of ours that say something which none is left to say among theirs."""
    left = Counter(said for value in theirs for said in common_forms(value))
    found = []
    for value in ours:
        forms = common_forms(value)
        if any(left[said] <= 0 for said in forms):
            found.append(value)
        left.subtract(forms)
    return found


def _valued(one: Value | None, two: Value | None, base: Unit) -> Delta:
    return replace(
        _delta("value", one, two),
        before=form(one) if one else "",
        after=form(two) if two else "",
        subject=variable_at(base, one.start, one.end) if one else "",
    )


def _strengths(ours: Sequence[Sign], theirs: Sequence[Sign]) -> Iterator[Delta]:
    """Where one binds, permits or forbids, and the other does another of these in its place."""
    left, right = ([sign for sign in side if sign.kind == "modality"] for side in (ours, theirs))
    for one, two in _exchanged(left, right):
        if not _explained((one, ours), (two, theirs)):
            yield _delta("modality", one, two)


def _explained(ours: tuple[Sign, Sequence[Sign]], theirs: tuple[Sign, Sequence[Sign]]) -> bool:
    """Whether two strengths may be one: no person shall, a person shall not; may only, shall; not
    be longer than, at most.
    """
    strengths = {one.key for one, _ in (ours, theirs)}
    if FORBIDS not in strengths:
        return any(sign.key == "scope only" for _, side in (ours, theirs) for sign in side)
    forbids, other = (ours, theirs) if ours[0].key == FORBIDS else (theirs, ours)
    kinds = ("negation", "comparator")
    return any(_count(kind, other[1]) > _count(kind, forbids[1]) for kind in kinds)


def _count(kind: str, signs: Sequence[Sign]) -> int:
    return sum(sign.kind == kind for sign in signs)


def _parties(ours: Sequence[Sign], theirs: Sequence[Sign]) -> Iterator[Delta]:
    """Where one speaks of one party alone, and the other of the other."""
    left, right = (
        [sign for sign in side if sign.kind == "party" and sign.key != "party both"]
        for side in (ours, theirs)
    )
    if left and right and not {sign.key for sign in left} & {sign.key for sign in right}:
        yield _delta("party", left[0], right[0])


def _exchanged(ours: Sequence[Sign], theirs: Sequence[Sign]) -> Iterator[tuple[Sign, Sign]]:
    """Each sign that one side has more, with another that the other side has more in its place."""
    keys = [Counter(sign.key for sign in side) for side in (ours, theirs)]
    more, others = (list(left.elements()) for left in (keys[0] - keys[1], keys[1] - keys[0]))
    for one, two in zip(more, others, strict=False):
        yield (
            next(sign for sign in ours if sign.key == one),
            next(sign for sign in theirs if sign.key == two),
        )


def _delta(kind: str, one: Sign | Value | None, two: Sign | Value | None) -> Delta:
    return Delta(
        kind,
        start=one.start if one else -1,
        end=one.end if one else -1,
        other_start=two.start if two else -1,
        other_end=two.end if two else -1,
    )


def _quoted(delta: Delta, ours: str, theirs: str) -> Delta:
    """The delta with the texts of both sides, where it has no normal forms."""
    if delta.before or delta.after:
        return delta
    before = ours[delta.start : delta.end] if delta.start >= 0 else ""
    return replace(delta, before=before, after=theirs[delta.other_start : delta.other_end])
