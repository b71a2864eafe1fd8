"""What a substitution of signs means, typed by the lexicon."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import OSA

from contractkit.compare.signs import BLANK, WORDS, Sign, Statement
from contractkit.compare.substitutions import Change
from contractkit.compare.values import variable_at
from contractkit.model.comparison import Delta

HEDGES = ("exception", "condition")
DENIED = ("modality", "negation", "party")
CLAUSE = 6  # words from which what was put in is a statement of its own
TYPO = 5  # letters from which a word with one wrong is the same word
BESIDE = 14  # characters between a comparator and its value
DEADLINE = 40  # … and between a duration and what it runs from


def worded(
    change: Change, ours: Statement, theirs: Statement, valued: Sequence[Delta]
) -> Iterator[Delta]:
    """The deltas of one change; ``valued``, those of values, explain what is beside them."""
    if _is_cased(change, ours.unit.text, theirs.unit.text):
        yield _whole("case", change)
    elif _is_typo(change):
        yield _whole("spelling", change)
    elif change.other and change.base and all(sign.kind == BLANK for sign in change.base):
        yield from (d for d in _tables(change, valued) if d.kind in HEDGES)
        yield from _blanks(change, ours)
    elif found := [
        *_tables(change, valued),
        *_references(change),
        *_blanks(change, ours),
        *_phrases(change, ours, theirs),
    ]:
        yield from found
    elif not _is_valued(change, valued):
        yield _whole("value" if _is_numbered(change) else "wording", change)


def _is_cased(change: Change, ours: str, theirs: str) -> bool:
    """Whether the words differ by capitals alone, which may tell a party from a plain word."""
    cites = any(sign.kind == "reference" for sign in (*change.base, *change.other))
    if not change.base or not change.other or cites:
        return False
    start, end, other_start, other_end = change.place()
    return ours[start:end].casefold() == theirs[other_start:other_end].casefold()


def _tables(change: Change, valued: Sequence[Delta]) -> Iterator[Delta]:
    """Words of the lexicon's tables and parties that are others, or that came or went."""
    denied = _is_denied(change)
    if denied:
        yield _whole("modality", change)
    for kind in WORDS:
        if denied and kind in DENIED:
            continue
        left = [sign for sign in change.base if sign.kind == kind]
        right = [sign for sign in change.other if sign.kind == kind]
        if sorted(sign.key for sign in left) == sorted(sign.key for sign in right):
            continue
        alone = not left or not right
        if kind == "comparator":  # at least became at most; beside a value that says so itself
            if not alone and not _is_valued(change, valued):
                yield _single("value", left[0], right[0])
            continue
        if kind == "conjunction" and alone:  # one that went with the words that it joined
            continue
        inserted = not change.base or not change.other
        hedged = inserted and any(s.kind in HEDGES for s in (*change.base, *change.other))
        statement = len(change.base) >= CLAUSE or len(change.other) >= CLAUSE
        if kind == "modality" and alone and statement:
            yield _whole("obligation", change)
            continue
        if kind in ("party", "scope", "negation") and alone and (statement or hedged):
            continue  # a part of what was put in or left out
        if kind in HEDGES and alone:
            yield _whole(kind, change)
            continue
        for position in range(max(len(left), len(right))):
            one = left[position] if position < len(left) else None
            two = right[position] if position < len(right) else None
            if (one and one.key) != (two and two.key):
                yield _single(kind, one, two)


def _is_denied(change: Change) -> bool:
    """Whether neither may became either may: duty and denial in one, whoever is meant."""
    if not change.base or not change.other:
        return False
    sides = [
        {kind: [sign.key for sign in side if sign.kind == kind] for kind in DENIED}
        for side in (change.base, change.other)
    ]
    roles = {key for side in sides for key in side["party"]} - {"party both", "party other"}
    differs = {kind for kind in DENIED if sides[0][kind] != sides[1][kind]}
    return not roles and "modality" in differs and len(differs) > 1


def _single(kind: str, one: Sign | None, two: Sign | None) -> Delta:
    return Delta(
        kind,
        start=one.start if one else -1,
        end=one.end if one else -1,
        other_start=two.start if two else -1,
        other_end=two.end if two else -1,
    )


def _whole(kind: str, change: Change, subject: str = "") -> Delta:
    start, end, other_start, other_end = change.place()
    return Delta(
        kind,
        subject=subject,
        start=start,
        end=end,
        other_start=other_start,
        other_end=other_end,
    )


def _references(change: Change) -> Iterator[Delta]:
    left = [sign for sign in change.base if sign.kind == "reference"]
    right = [sign for sign in change.other if sign.kind == "reference"]
    for position in range(max(len(left), len(right))):
        one = left[position] if position < len(left) else None
        two = right[position] if position < len(right) else None
        if (one and one.key) != (two and two.key):
            yield _single("reference", one, two)


def _blanks(change: Change, ours: Statement) -> Iterator[Delta]:
    blank, theirs = (
        any(sign.kind == "blank" for sign in side) for side in (change.base, change.other)
    )
    if blank and change.other and not theirs:
        start, end = change.base[0].start, change.base[-1].end
        yield _whole("filled", change, variable_at(ours.unit, start, end))
    elif theirs and change.base and not blank:
        yield _whole("blank", change)


def _phrases(change: Change, ours: Statement, theirs: Statement) -> Iterator[Delta]:
    """What a change of words within a longer phrase means: method, start, definition."""
    start, end, other_start, other_end = change.place()
    left = {m.key for m in ours.mentions if m.kind == "method" and m.start < end and start < m.end}
    right = {
        m.key
        for m in theirs.mentions
        if m.kind == "method" and m.start < other_end and other_start < m.end
    }
    if left != right and (change.base or change.other):
        yield _whole("method", change)
    elif _starts(change, ours, theirs):
        yield _whole("start", change)
    elif _defined(change, ours):
        yield _whole("term", change)


def _starts(change: Change, ours: Statement, theirs: Statement) -> bool:
    """Whether both sides name what a period runs from, and name something else."""
    named = []
    for signs, statement in ((change.base, ours), (change.other, theirs)):
        if not signs:
            return False
        start, end = signs[0].start, signs[-1].end
        keys = {
            m.key
            for m in statement.mentions
            if m.kind == "start" and m.start < end and start < m.end
        }
        near = any(
            value.kind == "duration"
            and (0 <= start - value.end <= DEADLINE or 0 <= value.start - end <= DEADLINE)
            for value in statement.values
        )
        if not near:
            return False
        named.append(keys)
    return bool(named[0] or named[1]) and named[0] != named[1]


def _defined(change: Change, ours: Statement) -> bool:
    """Whether the change is in the term of a definition, before the word that defines it."""
    for sentence in ours.sentences:
        if sentence.start <= change.at < sentence.end:
            return any(
                m.kind == "definition"
                and sentence.start <= change.at < m.start < sentence.end
                and m.start - sentence.start <= DEADLINE
                for m in ours.mentions
            )
    return False


def _is_valued(change: Change, valued: Sequence[Delta]) -> bool:
    """Whether the change is a value, or stands right beside one that changed."""
    if any(sign.kind == "value" for sign in (*change.base, *change.other)):
        return True
    for delta in valued:
        for signs, start, end in (
            (change.base, delta.start, delta.end),
            (change.other, delta.other_start, delta.other_end),
        ):
            if signs and start >= 0:
                before, after = start - signs[-1].end, signs[0].start - end
                if 0 <= before <= BESIDE or 0 <= after <= BESIDE:
                    return True
    return False


def _is_numbered(change: Change) -> bool:
    """Whether a number gave way to another: a code, a count, a figure in a table."""
    numbers = [
        [sign.key for sign in side if any(map(str.isdecimal, sign.key))]
        for side in (change.base, change.other)
    ]
    return all(numbers) and numbers[0] != numbers[1]


def _is_typo(change: Change) -> bool:
    """Whether a word gave way to itself with a letter left out, doubled or exchanged inside."""
    if len(change.base) != 1 or len(change.other) != 1:
        return False
    if any(sign.kind != "word" for sign in (*change.base, *change.other)):
        return False
    one, two = change.base[0].key, change.other[0].key
    if min(len(one), len(two)) < TYPO or one[0] != two[0] or one[-1] != two[-1]:
        return False
    substituted = len(one) == len(two) and sorted(one) != sorted(two)
    return not substituted and OSA.distance(one, two) == 1
