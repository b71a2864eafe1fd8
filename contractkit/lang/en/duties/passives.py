"""Passives: their participle, and who is named after "by"."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.lang.en.duties.actors import Acted
from contractkit.lang.en.duties.adverbs import is_adverb, skip
from contractkit.lang.en.duties.names import Names
from contractkit.lang.en.duties.nouns import NOT_PEOPLE
from contractkit.lang.en.duties.people import is_participle, is_person, said
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.verbs import (
    ACTS,
    CAUSES,
    ENDS_AGENT,
    NOT_PASSIVE,
    OBJECTS,
    STATED,
    STATED_WITH,
)
from contractkit.lang.en.duties.words import (
    COUPLES,
    DETERMINERS,
    PREPOSITIONS,
    RELATIVES,
    STRONG,
    SUBORDINATORS,
)

_NO_NOUN = (COUPLES, DETERMINERS, PREPOSITIONS, RELATIVES, SUBORDINATORS)


def participle_at(told: Sequence[Word], verb: int) -> int:
    """The participle of a passive whose "be" is at ``verb``; -1 where it is none."""
    if verb >= len(told) or told[verb].low != "be":
        return -1
    place, _ = skip(told, verb + 1)
    if place < len(told) and told[place].low == "so":
        place += 1
    if place >= len(told):
        return -1
    low = told[place].low
    if _is_done_so(told, place):
        return place + 1
    if low.startswith("un") and low.endswith("ed"):
        return -1  # be unaffected: what it is
    able = (
        low.endswith(("able", "ible"))
        and low not in NOT_PASSIVE
        and any(w.low == "by" for w in told[place + 1 : place + 3])
    )
    return place if able or is_participle(told[place].low) else -1


def _is_done_so(told: Sequence[Word], at: int) -> bool:
    """Whether a noun before the participle says how: be balance billed"""
    low = told[at].low
    noun = told[at].raw.isalpha() and told[at].raw.islower() and not is_participle(low)
    if not noun or low.endswith(("able", "ible")) or any(low in others for others in _NO_NOUN):
        return False
    return at + 1 < len(told) and is_participle(told[at + 1].low)


def coupled_participle(told: Sequence[Word], verb: int, stop: int) -> int:
    """The participle coupled to what else shall "be": be in writing and signed; -1 where none is."""
    if verb >= len(told) or told[verb].low != "be":
        return -1
    for place in range(verb + 1, min(verb + 8, stop - 1)):
        low = told[place].low
        if low in ("and", "or", "but"):
            after, _ = skip(told, place + 1)
            done = after < stop and is_participle(told[after].low)
            return after if done and told[after].low not in STATED else -1
        if (
            low in STRONG
            or low in RELATIVES
            or low in SUBORDINATORS
            or low in (*DETERMINERS, "by", "to")
        ):
            break
    return -1


def stated_with(told: Sequence[Word], done: int) -> bool:
    """Whether a participle only states with what follows: referred to as, held jointly liable."""
    tails = STATED_WITH.get(told[done].low, frozenset())
    near = [word.low for word in told[done + 1 : done + 6]]
    return any(tail in near for tail in tails)


def agent(told: Sequence[Word], one: Acted, done: int, stop: int, known: Names) -> str:
    """Who a passive names after "by", or its subject does (payment by Payer); "" if nobody."""
    if not one.subject.same:
        for place in range(one.subject.start + 1, one.subject.end):
            if (
                told[place].low == "by"
                and place - one.subject.start <= 3
                and not is_participle(told[place - 1].low)
            ):
                who = _after_by(told, place + 1, one.subject.end, known)
                if who:
                    return who
    other = False
    for place in range(done + 1, stop):
        low = told[place].low
        if low in (";", ":"):
            break
        if is_participle(low):
            before = place - 1
            while before > done and is_adverb(told[before].low):
                before -= 1
            other = other or told[before].low not in (*COUPLES, ",")
        elif low == ",":
            other = False
        elif low == "by" and told[place + 1 : place + 2] and told[place + 1].low in CAUSES:
            break  # by reason of an act by any authority
        elif low == "by" and not other and told[place - 1].low not in ACTS:
            who = _after_by(told, place + 1, stop, known)
            if who:
                return who
    return ""


def _after_by(told: Sequence[Word], start: int, stop: int, known: Names) -> str:
    """The noun phrase after "by", if it is of somebody who can be obliged; else ""."""
    while start < stop and told[start].low in ("and", "among", "between"):
        start += 1
    end = start
    while end < stop and not _ends_agent(told, start, end, stop, known):
        end += 1
    if end == start or not is_person(told, start, end, known):
        return ""
    first = told[start]
    named = any(known.has(told, start, to) for to in range(start + 1, end + 1))
    last = told[end - 1].low
    several = last in ("personnel", "staff", "people") or (
        last.endswith("s") and last not in NOT_PEOPLE
    )
    if first.raw.islower() and not (named or several or first.low in DETERMINERS | OBJECTS):
        return ""  # by bank transfer
    name = [word for word in told[start:end] if word.low != "by"]
    return said(name, 0, len(name))


def _ends_agent(told: Sequence[Word], start: int, at: int, stop: int, known: Names) -> bool:
    """Whether the noun phrase that begins at ``start`` ends before word ``at``."""
    low = told[at].low
    again = low == "by" and at > start and told[at - 1].low in COUPLES
    if again and _person_next(told, at + 1, stop, known):
        return False  # by the Board or by its delegate
    if low in STRONG or low == "," or low in ENDS_AGENT or (low in PREPOSITIONS and low != "of"):
        return True
    if at > start and is_participle(low) and not _owned(told, at):
        return True
    if at > start and low in DETERMINERS and told[at - 1].low not in (*COUPLES, "of", "by"):
        return True
    if low in COUPLES:
        again = at + 1 < stop and told[at + 1].low == "by"
        return not _person_next(told, at + 1 + again, stop, known)
    return is_adverb(low) and low not in ("either", "each", "both")


def _owned(told: Sequence[Word], at: int) -> bool:
    """Whether a participle stands before its noun: by the waiving party's authorized agent"""
    before = told[at - 1].low
    return before in DETERMINERS or before.endswith(("'s", "s'"))


def _person_next(told: Sequence[Word], at: int, stop: int, known: Names) -> bool:
    return any(is_person(told, at, end, known) for end in range(at + 1, min(at + 4, stop + 1)))
