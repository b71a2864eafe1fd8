"""Subjects that stand further off: of a first verb without a modal, around a relative clause, after the modal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from contractkit.lang.en.duties.adverbs import is_adverb
from contractkit.lang.en.duties.clauses import Subject, clause_start, is_verb_form, last
from contractkit.lang.en.duties.grants import Modal
from contractkit.lang.en.duties.names import Names
from contractkit.lang.en.duties.nouns import PRONOUNS
from contractkit.lang.en.duties.people import is_person, said
from contractkit.lang.en.duties.stretches import in_clause
from contractkit.lang.en.duties.subjects import subject
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import (
    DETERMINERS,
    FINITE,
    MODALITIES,
    NEVER,
    PREPOSITIONS,
    RELATIVES,
    SAYS,
    SPEAKERS,
)

SHORT = 8  # words at most of a subject that follows its modal


def opening(text: Sequence[Word], here: Subject, at: int, known: Names) -> Subject:
    """The subject of a clause whose first verb is no modal: The license is personal and may not"""
    low = clause_start(text, at)
    for place in range(low + 1, at):
        stop = place
        while stop > low + 1 and is_adverb(text[stop - 1].low):
            stop -= 1
        name = known.ending(text, stop)
        named = name < stop and name - (text[low].low in DETERMINERS) == low
        named = named or any(word.low == "hereby" for word in text[stop:place])
        if text[place].low in FINITE or (named and is_verb_form(text[place])):
            comma = last(text, ",", low, place)
            found = in_clause(text, low, comma + 1 if comma >= 0 else low, stop, known, False)
            if not found.depends:
                return replace(found, begin=at)
    return here


def around(text: Sequence[Word], inner: Subject, known: Names) -> Subject | None:
    """The subject that the relative clause of ``inner`` is about: any fees which may be due shall"""
    low = clause_start(text, inner.begin)
    end = inner.begin
    while end > low and (text[end - 1].low == "," or text[end - 1].low in PREPOSITIONS):
        end -= 1
    if end <= low or text[inner.begin].low not in RELATIVES | SPEAKERS | PRONOUNS:
        return None
    comma = last(text, ",", low, end)
    return in_clause(text, low, comma + 1 if comma >= 0 else low, end, known, False)


def speaker(text: Sequence[Word], at: int, known: Names) -> str:
    """Who agrees or acknowledges, in the stretch before word ``at``, what a pronoun is said in."""
    low = clause_start(text, at)
    for place in range(low + 1, at):
        if (
            text[place].low in SAYS
            and text[place].low.endswith(("s", "e", "t"))
            and text[place].low in FINITE
        ):
            found = subject(text, place, low, known)
            if (
                not found.same
                and not found.depends
                and is_person(text, found.start, found.end, known)
            ):
                return said(text, found.start, found.end)
            return ""
    return ""


def turned(told: Sequence[Word], modal: Modal, known: Names) -> Subject | None:
    """The subject that follows its modal: in no event shall Payer …; None for the usual order."""
    at, start = modal.start, modal.start + 1
    begin = _turning(told, at)
    if begin < 0 or told[at].low not in MODALITIES or start >= len(told):
        return None
    for stop in range(min(start + SHORT, len(told)), start, -1):
        name = known.ending(told, stop)
        article = name == start + 1 and told[start].low in DETERMINERS
        if name < stop and (name == start or article):
            return _joined(told, Subject(begin, start, stop), known)
    for stop in range(start + 1, min(start + SHORT, len(told)) + 1):
        low = told[stop - 1].low
        if low in DETERMINERS and stop > start + 1:
            break  # a noun phrase has one article, at its beginning
        if low not in DETERMINERS and is_person(told, start, stop, known):
            return _joined(told, Subject(begin, start, stop), known)
        if low in PREPOSITIONS or low == "be":
            break
    return Subject(begin, start, start + 1)


def _turning(told: Sequence[Word], at: int) -> int:
    """Where "in no event" or "nor" begins, right before the modal at ``at``; -1 if none does."""
    end = at - 1 if at and told[at - 1].low == "," else at
    for size in (2, 3):
        if end >= size and tuple(word.low for word in told[end - size : end]) in NEVER:
            return end - size
    if at and told[at - 1].low == "neither" and at + 1 < len(told):
        after = told[at + 1]  # neither may bind the other: its own subject
        own = after.raw.islower() and after.low not in DETERMINERS and after.low not in SPEAKERS
        return -1 if own and after.low not in PRONOUNS else at - 1
    return at - 1 if at and told[at - 1].low in ("nor", "neither") else -1


def _joined(told: Sequence[Word], here: Subject, known: Names) -> Subject:
    """The subject with what "or" joins to it: shall either Party or its Affiliates disclose"""
    end = here.end
    if end + 1 < len(told) and told[end].low in ("or", "and", "nor"):
        for stop in range(end + 2, min(end + 5, len(told))):
            if is_person(told, end + 1, stop, known) and told[stop - 1].low not in DETERMINERS:
                return replace(here, end=stop)
    return here
