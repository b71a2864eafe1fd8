"""What the difference between two units means, kind by kind (``model.comparison.KINDS``).

No likeness of texts sees 15年 become 10年. Here both texts are read as signs, sentence by sentence:
what is equal as signs differs in its looks at most, what is not is typed by values and grammar.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal

from contractkit.compare.harmless import worn
from contractkit.compare.sentences import Answer, answers
from contractkit.compare.signs import Sentence, Statement
from contractkit.compare.substitutions import changes
from contractkit.compare.values import (
    SAME_BY_CHANCE,
    SAME_VALUE,
    Stated,
    stated,
    value_deltas,
)
from contractkit.compare.wording import DEADLINE, worded
from contractkit.lang.base import Language
from contractkit.model.comparison import Delta, Unit

REWRITTEN = 0.6  # likeness below which a text is another text, and single words say nothing
SAME = 0.75  # … and within a text that was rewritten, from which a sentence is the same one
SHORT = 6  # words of a sentence in which each says something
# What a sentence that was rewritten says of, the gravest first.
TURNED = ("modality", "negation", "party", "exception", "condition")
SAID = ("term", "precedence")  # kinds that a whole sentence is about
OPENING = 3  # words at the beginning of a sentence that make it an exception

Side = Literal["base", "other"]


def deltas(
    ours: Statement, theirs: Statement, score: float, language: Language
) -> tuple[Delta, ...]:
    """The deltas between two statements in the base's order; none when the texts are equal."""
    base, other = ours.unit, theirs.unit
    found = [*_names(base, other, language)]
    found += _differences(ours, theirs, score, language)
    quoted = (_quoted(delta, base, other) for delta in found)
    return tuple(sorted(quoted, key=lambda delta: (max(delta.start, 0), delta.kind)))


def _names(base: Unit, other: Unit, language: Language) -> Iterator[Delta]:
    names = [language.plain(unit.heading) for unit in (base, other)]
    if all(names) and names[0] != names[1]:
        yield Delta("heading", base.heading, other.heading)
    if base.number and other.number and base.number != other.number:
        yield Delta("numbering", base.number, other.number)


def _differences(
    ours: Statement, theirs: Statement, score: float, language: Language
) -> Iterator[Delta]:
    base, other = ours.unit, theirs.unit
    left = stated(base.text, ours.values, language)
    right = stated(other.text, theirs.values, language)
    found = answers(ours, theirs)
    sure = score >= REWRITTEN
    if sure:
        yield from map(_passage, _stretches(found, ours, theirs))
    for answer in found:
        if not answer.base or not answer.other:
            continue
        mine, yours = _within(left, answer.base), _within(right, answer.other)
        if answer.score >= (REWRITTEN if sure else SAME) or (sure and _is_short(answer)):
            valued = [*value_deltas(base, mine, yours, SAME_VALUE)]
            meant = [d for change in changes(answer) for d in worded(change, ours, theirs, valued)]
            meant = _as_one(_of_sentence(delta, ours, theirs) for delta in meant)
            yield from (delta for delta in meant if delta.kind != "start")
            starts = [delta for delta in meant if delta.kind == "start"]
            yield from _unfilled([*starts, *valued], meant)
            yield from worn(answer, ours, theirs)
        else:
            yield from _both(value_deltas(base, mine, yours, SAME_BY_CHANCE))
            yield _of_sentence(_rewritten(answer, sure=sure), ours, theirs)
    if not sure and base.kind == "clause":
        alone = [answer for answer in found if not answer.base or not answer.other]
        mine = [one for answer in alone for one in _within(left, answer.base)]
        yours = [one for answer in alone for one in _within(right, answer.other)]
        yield from _both(value_deltas(base, mine, yours, SAME_BY_CHANCE))


def _unfilled(valued: Sequence[Delta], meant: Sequence[Delta]) -> Iterator[Delta]:
    """The deltas of values and starts, but those that only fill in a blank or leave one."""
    blanks = [delta for delta in meant if delta.kind in ("filled", "blank")]
    for delta in valued:
        inside = any(
            blank.other_start <= delta.other_start < blank.other_end
            or blank.start <= delta.start < blank.end
            for blank in blanks
        )
        if not inside:
            yield delta


def _is_short(answer: Answer) -> bool:
    """Whether the sentence has so few words that one of them makes it another by likeness."""
    return min(len(side) for side in answer.signs()) <= SHORT


def _both(found: Iterator[Delta]) -> Iterator[Delta]:
    """Where texts were rewritten, only a value that has a partner says something."""
    return (delta for delta in found if delta.before and delta.after)


def _within(values: Sequence[Stated], sentences: Sequence[Sentence]) -> list[Stated]:
    return [one for one in values if any(s.start <= one.value.start < s.end for s in sentences)]


def _stretches(
    found: Sequence[Answer], ours: Statement, theirs: Statement
) -> Iterator[tuple[Side, tuple[Sentence, ...]]]:
    """Sentences that one side has alone; those that follow one another as one."""
    sides: tuple[tuple[Side, Statement], ...] = (("base", ours), ("other", theirs))
    for side, statement in sides:
        alone = {
            sentence.start: sentence
            for answer in found
            if not (answer.base and answer.other)
            for sentence in (answer.base if side == "base" else answer.other)
        }
        for is_alone, run in groupby(statement.sentences, key=lambda one: one.start in alone):
            if is_alone:
                yield side, tuple(run)


def _passage(stretch: tuple[Side, tuple[Sentence, ...]]) -> Delta:
    """What one side has alone: an exception, an obligation, or any other passage."""
    side, sentences = stretch
    kinds = [sign.kind for sentence in sentences for sign in sentence.signs]
    duty = any(
        sign.key in ("modality must", "modality must_not")
        for sentence in sentences
        for sign in sentence.signs
    )
    kind = "exception" if "exception" in kinds[:OPENING] else "obligation" if duty else "passage"
    if not duty and "exception" in kinds:
        kind = "exception"
    place = (sentences[0].start, sentences[-1].end)
    ours, theirs = (place, (-1, -1)) if side == "base" else ((-1, -1), place)
    return Delta(kind, start=ours[0], end=ours[1], other_start=theirs[0], other_end=theirs[1])


def _rewritten(answer: Answer, *, sure: bool) -> Delta:
    """A sentence in other words: what it says now of duty, denial or the party that acts."""
    kind = (
        next((kind for kind in TURNED if _turned(kind, answer)), "wording") if sure else "wording"
    )
    return Delta(
        kind,
        start=answer.base[0].start,
        end=answer.base[-1].end,
        other_start=answer.other[0].start,
        other_end=answer.other[-1].end,
    )


def _turned(kind: str, answer: Answer) -> bool:
    left, right = ([sign.key for sign in side if sign.kind == kind] for side in answer.signs())
    if kind == "party":  # who acts comes first
        return left[:1] != right[:1]
    return set(left) != set(right)


def _of_sentence(delta: Delta, ours: Statement, theirs: Statement) -> Delta:
    """Words that no table knows, by the sentence they are in: one that defines a term, or says
    which text prevails.
    """
    if delta.kind != "wording":
        return delta
    for kind, place, statement in (
        *(("precedence", *side) for side in ((delta.start, ours), (delta.other_start, theirs))),
        *(("definition", *side) for side in ((delta.start, ours), (delta.other_start, theirs))),
    ):
        for sentence in statement.sentences:
            if sentence.start <= place < sentence.end and any(
                mention.kind == kind
                and sentence.start <= mention.start < sentence.end
                and (kind == "precedence" or mention.start - sentence.start <= DEADLINE)
                for mention in statement.mentions
            ):
                return replace(delta, kind="term" if kind == "definition" else kind)
    return delta


def _as_one(found: Iterable[Delta]) -> list[Delta]:
    """The deltas, those of one kind that an answer has of what its sentence says as one."""
    joined: dict[str, Delta] = {}
    kept = []
    for delta in found:
        if delta.kind not in SAID:
            kept.append(delta)
        elif last := joined.get(delta.kind):
            joined[delta.kind] = _spanning(last, delta)
        else:
            joined[delta.kind] = delta
    return [*kept, *joined.values()]


def _spanning(one: Delta, two: Delta) -> Delta:
    """From the beginning of the one to the end of the other; their texts are read again."""
    ours = [d for d in (one, two) if d.start >= 0]
    theirs = [d for d in (one, two) if d.other_start >= 0]
    return replace(
        one,
        start=min((d.start for d in ours), default=-1),
        end=max((d.end for d in ours), default=-1),
        other_start=min((d.other_start for d in theirs), default=-1),
        other_end=max((d.other_end for d in theirs), default=-1),
    )


def _quoted(delta: Delta, base: Unit, other: Unit) -> Delta:
    """The delta with the texts of both sides, where it has no normal forms."""
    if delta.before or delta.after:
        return delta
    before = base.text[delta.start : delta.end] if delta.start >= 0 else ""
    after = other.text[delta.other_start : delta.other_end] if delta.other_start >= 0 else ""
    return replace(delta, before=before, after=after)
