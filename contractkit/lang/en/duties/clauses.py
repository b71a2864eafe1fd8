"""Where an English clause begins, and what within it opens or ends another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contractkit.lang.en.duties.adverbs import is_adverb, phrase_at
from contractkit.lang.en.duties.nouns import OWNED, PEOPLE, PERSON_ENDS, PRONOUNS, THING_ENDS
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.verbs import ASIDES, NOUNS_TOO
from contractkit.lang.en.duties.words import (
    COUPLES,
    DETERMINERS,
    FINITE,
    LOOSE,
    MODALITIES,
    PREPOSITIONS,
    RELATIVES,
    SAYS,
    SPEAKERS,
    STRONG,
    SUBORDINATORS,
)

_ALONE = frozenset({"each", "either"})  # whole subjects: if they disagree, either may
_SPEAKING = frozenset({"we", "you", "i"})
REACH = 160  # words: a clause that begins further back is not understood


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject at words ``start`` to ``end``; its clause, with what introduces it, at ``begin``.

    ``same``: that of the modal before it. ``depends``: the clause depends on another.
    """

    begin: int
    start: int
    end: int
    same: bool = False
    depends: bool = False


def clause_start(text: Sequence[Word], at: int) -> int:
    """Where the stretch begins that no strong mark cuts."""
    place = at
    while place > 0 and at - place < REACH:
        if text[place - 1].low in STRONG and not (place == at and text[place - 1].low == "(#)"):
            break
        place -= 1
    return place


def last(text: Sequence[Word], low: str, start: int, end: int) -> int:
    """Where the word stands last among words ``start`` to ``end``; -1 if nowhere."""
    for place in range(end - 1, start - 1, -1):
        if text[place].low == low:
            return place
    return -1


def before_asides(text: Sequence[Word], at: int, low: int) -> int:
    """Where the subject ends: before adverbs and before ", at its own expense," """
    end = at
    while end > low:
        each = text[end - 1].low in _ALONE and end - 2 >= low and _leads_in(text[end - 2].low)
        if (is_adverb(text[end - 1].low) and not each) or (
            text[end - 1].low == "(#)" and end == at
        ):
            end -= 1
        elif size := _phrase_before(text, low, end):
            end -= size
        elif text[end - 1].low == ",":
            comma = last(text, ",", low, end - 1)
            if comma > low and _named_again(text, comma, end):
                return comma  # we, the clinic named below, shall
            first = text[comma + 1].low if comma >= 0 else ""
            that = last(text, "that", max(comma, 0), end - 1)
            inside = that >= 0 and not has_verb(text, that + 1, end - 1)
            if comma < 0 or comma == low or inside or not is_aside(first):
                # ", directly or indirectly, shall": the subject is before the first of the commas
                return end - 1
            end = comma
        else:
            break
    return end


def _leads_in(low: str) -> bool:
    return low == "," or low in COUPLES


def _named_again(text: Sequence[Word], comma: int, end: int) -> bool:
    """Whether what stands between the commas only says who "we" or "you" is."""
    after = text[comma + 1]
    name = after.low == "the" or (after.raw[:1].isupper() and after.low not in COUPLES)
    joined = any(word.low in COUPLES for word in text[comma + 1 : end])
    return text[comma - 1].low in _SPEAKING and name and not joined


def is_aside(first: str) -> bool:
    """Whether a word opens an aside between commas: at its own expense, acting for Payer."""
    opens = first in PREPOSITIONS or first in SUBORDINATORS or first in RELATIVES
    return opens or first in ASIDES or is_adverb(first) or first.endswith(("ing", "ed"))


def _phrase_before(text: Sequence[Word], low: int, end: int) -> int:
    for size in (2, 3, 4, 5):
        if end - size >= low and phrase_at(text, end - size) == size:
            return size
    return 0


def says(text: Sequence[Word], that: int) -> bool:
    """Whether "that" opens what is agreed or provided, not a relative clause."""
    place = that - 1
    while place >= 0 and (text[place].low in (",", ":") or is_adverb(text[place].low)):
        place -= 1
    if place > 1 and text[place].low == "writing" and text[place - 2].low in ("advised", "agreed"):
        place -= 2  # is advised in writing that
    told = place
    while told > max(0, place - 6) and (
        text[told].raw[:1].isupper() or text[told].low in ("to", "with", "the")
    ):
        told -= 1
        if text[told].low in SAYS:
            return True  # undertakes to Payer that
    if place > 0 and text[place].low in ("and", "but"):  # agrees that … and that
        return any(word.low in SAYS for word in text[clause_start(text, place) : place])
    return place >= 0 and text[place].low in SAYS


def is_verb_form(word: Word) -> bool:
    """Whether the word may be a verb by its form, after a relative or a name."""
    return word.raw.islower() and word.low.endswith(("s", "ed")) and word.low not in DETERMINERS


def has_verb(text: Sequence[Word], start: int, end: int) -> bool:
    """Whether a finite verb stands among the words, so that what follows has another."""
    relative = start > 0 and text[start - 1].low in RELATIVES
    if start < end and start > 0 and text[start - 1].low == "who" and is_verb_form(text[start]):
        return True  # who leaves
    if relative and start + 1 < end and (is_verb_form(text[start]) or _of_many(text, start)):
        return True  # a physician who leaves
    return any(
        (text[place].low in FINITE and not _is_noun_too(text, place, start, end))
        or (place > start and _follows_speaker(text, place))
        for place in range(start, end)
    )


def _follows_speaker(text: Sequence[Word], place: int) -> bool:
    """Whether a word is a verb by what stands before it: you use, hereby authorises"""
    before, word = text[place - 1].low, text[place]
    if before not in SPEAKERS or not word.raw.islower() or is_adverb(word.low):
        return False
    return not any(
        word.low in others
        for others in (
            COUPLES,
            PREPOSITIONS,
            DETERMINERS,
            RELATIVES,
            SUBORDINATORS,
            LOOSE,
            MODALITIES,
        )
    )


def _of_many(text: Sequence[Word], at: int) -> bool:
    """Whether the word after a relative is the verb of several: clinics that take part"""
    word, many = text[at], text[at - 2].low if at > 1 else ""
    person = word.low in PEOPLE or word.low.endswith(PERSON_ENDS) or word.low in PRONOUNS
    noun = person or word.low.endswith(THING_ENDS) or word.low in OWNED
    return many.endswith("s") and word.raw.islower() and not noun and word.low not in DETERMINERS


def _is_noun_too(text: Sequence[Word], place: int, start: int, end: int) -> bool:
    before = text[place - 1].low if place > start else ""
    governed = before in DETERMINERS or before in PREPOSITIONS or before in COUPLES
    return text[place].low in NOUNS_TOO and (governed or place + 1 == end)


def has_relative(text: Sequence[Word], start: int, end: int) -> bool:
    """Whether "which" or the like is among the words."""
    return any(text[place].low in RELATIVES for place in range(start, end))


def has_couple(text: Sequence[Word], start: int, end: int) -> bool:
    """Whether a word among these joins or opens a clause."""
    return any(
        text[place].low in COUPLES
        or text[place].low in RELATIVES
        or text[place].low in SUBORDINATORS
        for place in range(start, end)
    )


def has_and(text: Sequence[Word], start: int, end: int) -> bool:
    """Whether "and" or "or" is among the words."""
    return any(text[place].low in ("and", "or") for place in range(start, end))


def opens_case(text: Sequence[Word], start: int, end: int) -> bool:
    """Whether the stretch begins with "in the event" or "to the extent"."""
    return text[start].low in ("in", "to") and any(
        word.low in ("event", "extent", "case") for word in text[start : min(start + 4, end)]
    )


def opens_extent(text: Sequence[Word], start: int, noun: int, end: int) -> bool:
    """Whether a clause follows a noun without "that": to the fullest extent Payer shall"""
    if text[noun].low not in ("extent", "event") or noun + 1 >= end:
        return False
    the = any(word.low == "the" for word in text[max(start, noun - 2) : noun])
    follows = text[noun + 1].low not in PREPOSITIONS
    return the and follows and not has_verb(text, noun + 1, end)


def clause_opening(text: Sequence[Word], past: int, comma: int) -> int:
    """Where a later clause begins: at "and" before what introduces it (…, and, on demand, Payer)"""
    place = comma
    while place > past:
        if text[place + 1].low in LOOSE:
            return place + 1
        place = last(text, ",", past, place)
    return comma + 1
