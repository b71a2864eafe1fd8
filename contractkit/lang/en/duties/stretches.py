"""The subject within one stretch of a clause, between two marks: the words that open a clause in it."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.lang.en.duties.adverbs import is_adverb
from contractkit.lang.en.duties.clauses import (
    Subject,
    has_and,
    has_relative,
    has_verb,
    is_verb_form,
    opens_extent,
    says,
)
from contractkit.lang.en.duties.lists import ends_relative_list, listed
from contractkit.lang.en.duties.names import Names
from contractkit.lang.en.duties.noun_phrases import trimmed
from contractkit.lang.en.duties.nouns import PRONOUNS
from contractkit.lang.en.duties.people import is_participle, is_person, links
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import (
    COUPLES,
    DETERMINERS,
    FINITE,
    LOOSE,
    PREPOSITIONS,
    RELATIVES,
    SAYS,
    SPEAKERS,
    STRONG,
    SUBORDINATORS,
)

# Verbs of saying, after which "that" may be left out: Payer agrees Provider may
_SAID = frozenset({"promise", "confirm", "promises", "confirms"}) | (SAYS & FINITE) - {
    "provides",
    "requires",
}

SHORT = 6  # words at most of a noun that another clause follows without "that"
_CONTACTS = (SPEAKERS | PRONOUNS) - {"hereby"}


def in_clause(
    text: Sequence[Word], begin: int, start: int, end: int, known: Names, said: bool
) -> Subject:
    """The subject in the last stretch between commas, ``start`` to ``end``, of a clause.

    ``said``: an earlier modal stands in the clause, so that "and" opens a new one.
    """
    coupled = start < end and text[start].low in COUPLES
    first = _past_adverbs(text, start, end)
    if first < end and text[first].low == "that":
        if says(text, first):
            begin = first = first + 1
            coupled = False
        elif not _points(text, begin, first, end):
            return Subject(start, start, end, depends=True)
    if first >= end:
        return Subject(start, end, end, same=True)
    if start - 1 > begin and _ends_with_relative(text, start - 1):
        return Subject(start, start, end, depends=True)
    if said:
        if not coupled and ends_relative_list(text, start, end):
            return Subject(start, start, end, depends=True)
    elif coupled or (first == start > begin and has_and(text, start, end)):
        joined = listed(text, begin, start, first, end, known, coupled=coupled)
        if joined is not None:
            return joined
    found = whole(text, start if coupled else begin, first, end, known)
    adverbial = said and coupled and text[first].low in PREPOSITIONS and found.start == first
    if adverbial and not found.depends and not is_person(text, first, end, known):
        return Subject(start, end, end, same=True)  # and throughout the Term must
    return found


def _ends_with_relative(text: Sequence[Word], comma: int) -> bool:
    """Whether the words before a comma open a relative clause: for which, or within which, Payer may"""
    before = text[comma - 1].low
    return before in ("which", "whom", "whose") and text[comma - 2].low in PREPOSITIONS


def _past_adverbs(text: Sequence[Word], start: int, end: int) -> int:
    """Where the stretch goes on after "however", "accordingly" and what else leads it in."""
    while start < end:
        low = text[start].low
        if low not in LOOSE and (not is_adverb(low) or low in DETERMINERS):
            break
        start += 1
    return start


def _points(text: Sequence[Word], begin: int, that: int, end: int) -> bool:
    """Whether "that" is an article after an if-clause: where a party is late, that party shall"""
    named = text[min(that + 1, end - 1)].raw[:1].isupper()
    return (text[begin].low in SUBORDINATORS or text[that - 1].low == "only") and not named


def whole(text: Sequence[Word], begin: int, start: int, end: int, known: Names) -> Subject:
    """The subject between ``start`` and ``end``, where no comma stands; its clause is from ``begin``."""
    while start < end and (text[start].low in LOOSE or text[start].low == ","):
        start += 1
    if start >= end:
        return Subject(begin, end, end, same=True)
    first = start + (text[start].low == "that")
    for place in range(end - 1, first - 1, -1):  # the last word that opens a clause within
        low, before = text[place].low, text[place - 1].low if place > start else ""
        verb = has_verb(text, place + 1, end)
        if low == "that" and says(text, place):
            return whole(text, place + 1, place + 1, end, known)
        if low == "which" and before == "failing":
            return whole(text, begin, place + 1, end, known)
        if low in RELATIVES or low in SUBORDINATORS:
            if _is_well(text, place, end) or (verb and place > start):
                continue
            return _within(text, begin, start, place, end, known)
        if opens_extent(text, start, place, end):
            return Subject(place, place, end, depends=True)
        if low in COUPLES and before != "whether" and _ends_clause(text, start, place, end):
            return whole(text, begin, place + 1, end, known)
    for place in range(end - 2, start, -1):
        if text[place].low in _SAID and text[place].raw.islower():
            return whole(text, place + 1, place + 1, end, known)  # you promise you will
    if (
        end - start > 2
        and text[start].low in DETERMINERS
        and text[end - 1].low in _CONTACTS
        and not (links(text[end - 2].low) or text[end - 2].low in FINITE)
    ):
        return Subject(end - 1, end - 1, end, depends=True)  # any issue they cannot settle
    cut = trimmed(text, start, end, known)
    name = known.ending(text, end)
    if cut + 1 < name < end and text[cut].low in DETERMINERS and _of_many(text[name - 1]):
        return Subject(name, name, end, depends=True)  # all steps Payer may ask for
    if cut > start + 1 and _of_others(text, start, cut, end):
        return Subject(cut, cut, end, depends=True)
    coupled = start > 0 and text[start - 1].low in COUPLES
    short = start < cut < start + SHORT and end < cut + SHORT
    if coupled and short and _is_plain(text[start]):
        return Subject(cut, cut, end, depends=True)  # or other data Payer may ask for
    return Subject(begin, cut, end)


def _is_plain(word: Word) -> bool:
    """Whether a noun phrase, and no adverbial or heading, begins with the word."""
    return word.raw.islower() and word.low not in PREPOSITIONS and not is_adverb(word.low)


def _of_many(word: Word) -> bool:
    """Whether the word is a noun of several things, after which a name opens another clause."""
    return (
        word.raw.islower() and word.low.endswith("s") and not word.low.endswith(("ss", "'s", "s'"))
    )


def _is_well(text: Sequence[Word], place: int, end: int) -> bool:
    """Whether "as" is the first of "as well", which opens no clause."""
    return text[place].low == "as" and place + 1 < end and text[place + 1].low == "well"


def _within(
    text: Sequence[Word], begin: int, start: int, place: int, end: int, known: Names
) -> Subject:
    """The subject after the word at ``place`` that opens a clause with no verb of its own."""
    if text[place].low == "whoever" and place == start and _is_first(text, start):
        return Subject(begin, start, start + 1)
    if place == start and start + 2 < end and is_participle(text[start + 1].low):
        return Subject(begin, start + 2, end)  # if requested Payer shall
    if place == start and end - start > 3 and text[end - 1].low in PRONOUNS:
        return Subject(begin, end - 1, end)  # if Payer has a complaint it shall
    after = _after_case(text, start, end, known) if place == start else end
    if after < end:
        return Subject(begin, after, end)
    return Subject(place, place, end, depends=True)


def _after_case(text: Sequence[Word], start: int, end: int, known: Names) -> int:
    """Where the subject begins after a condition without a comma: if it does so the parties shall"""
    opens = known.ending(text, end)
    while opens > start + 2 and text[opens - 1].low in DETERMINERS:
        opens -= 1
    if opens == end:
        articles = (
            at for at in range(end - 2, max(end - 6, start + 2), -1) if text[at].low == "the"
        )
        opens = next(articles, end)
    before = text[opens - 1]
    cut = opens < end and opens > start + 2 and has_verb(text, start + 1, opens)
    if not cut or links(before.low) or before.low in FINITE or is_verb_form(before):
        return end
    return opens if is_person(text, opens, end, known) else end


def _is_first(text: Sequence[Word], at: int) -> bool:
    return at == 0 or text[at - 1].low in STRONG or text[at - 1].low in (",", *COUPLES)


def _ends_clause(text: Sequence[Word], start: int, couple: int, end: int) -> bool:
    """Whether a whole clause stands before "and", which so opens another."""
    if not has_verb(text, start, couple):
        return False
    speaker = couple + 2 == end and text[end - 1].low in SPEAKERS | PRONOUNS
    return speaker or not has_relative(text, start, couple)


def _of_others(text: Sequence[Word], start: int, cut: int, end: int) -> bool:
    """Whether the clause is about what an adverbial names: despite any estimates Payer may give"""
    may = end < len(text) and text[end].low == "may"
    return may and text[start + 1].low in DETERMINERS and text[cut - 1].low.endswith("s")
