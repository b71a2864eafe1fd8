"""The subject of a modal: the noun phrase before it, and whether it is somebody who can be obliged.

The words before the modal are read back to the beginning of its clause: a mark, "that" after a word
of saying, or "and" after another clause. What introduces the clause (Upon termination, Payer shall)
is left out; a modal in a relative clause or an if-clause depends on another clause and has none.
"""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.lang.en.duties.adverbs import is_adverb
from contractkit.lang.en.duties.clauses import (
    Subject,
    before_asides,
    clause_opening,
    clause_start,
    has_couple,
    has_verb,
    is_aside,
    is_verb_form,
    last,
    says,
)
from contractkit.lang.en.duties.names import Names
from contractkit.lang.en.duties.people import is_thing
from contractkit.lang.en.duties.stretches import in_clause, whole
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import (
    CONTACT,
    COUPLES,
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    RELATIVES,
    STRONG,
    SUBORDINATORS,
)

_PLAIN = frozenset({"do", "does", "did", "is", "are", "has", "have", "not"})


def subject(text: Sequence[Word], at: int, past: int, known: Names) -> Subject:
    """The subject of the modal at word ``at``; ``past`` is where the words of the one before end."""
    low = clause_start(text, at)
    after = max(low, past)
    end = before_asides(text, at, after)
    before = text[end - 1].low if end > low else ""
    if not before:
        return Subject(low, at, at, same=True)
    if end <= past and before not in (*STRONG, ",", *COUPLES):
        return Subject(end, end, end, depends=True)
    if before in COUPLES:
        told = _told_before(text, after, end - 1, known)
        return told or Subject(end - 1, at, at, same=True)
    if before == "(#)":
        return Subject(end - 1, at, at, same=True)
    if before in RELATIVES or before in SUBORDINATORS:
        return Subject(end - 1, at, at, depends=True)
    if past > low and end == at - 1 and text[end].low == "," and not has_couple(text, past, end):
        return Subject(at, at, at, same=True)  # may keep them, may use them
    if past > low and _goes_on(text, past, end):
        return Subject(past + 1, at, at, same=True)
    neither = last(text, "neither", after, end)
    if neither >= 0 and not has_verb(text, neither, end):
        return _neither(text, neither, end, after)
    comma = last(text, ",", after, end)
    if past <= low:
        return in_clause(text, low, comma + 1 if comma >= 0 else low, end, known, False)
    if comma < 0:
        return _after_predicate(text, past, end, known)
    return in_clause(text, clause_opening(text, past, comma), comma + 1, end, known, True)


def _goes_on(text: Sequence[Word], past: int, end: int) -> bool:
    """Whether only an adverbial stands between two modals of one verb: may, and on demand shall, pay"""
    if past + 3 > end or text[past].low != "," or text[past + 1].low not in COUPLES:
        return False
    return text[past + 2].low in PREPOSITIONS and last(text, ",", past + 2, end) < 0


def _told_before(text: Sequence[Word], low: int, couple: int, known: Names) -> Subject | None:
    """The subject of a verb without a modal that "and shall" goes on from: Payer hereby agrees and"""
    verb = couple
    while verb > low and text[verb - 1].low in _PLAIN:
        verb -= 1
    if low < verb < couple:
        return subject(text, verb, low, known)
    for place in range(couple - 1, low, -1):
        name = known.ending(text, place)
        told = name > low and text[name - 1].low == "that" and says(text, name - 1)
        if name >= place or name <= low or not (told or text[name - 1].low in (*COUPLES, ",")):
            continue
        after = place
        while after < couple and is_adverb(text[after].low):
            after += 1
        if after < couple and (
            text[after].low in FINITE
            or (is_verb_form(text[after]) and not is_thing(text[after].low))
        ):
            return Subject(name, _first_joined(text, name, low, known), place)
    return None


def _first_joined(text: Sequence[Word], name: int, low: int, known: Names) -> int:
    """Where the first of two names begins that "and" joins: Payer and the Provider"""
    couple = name - 1 - (text[name - 1].low in DETERMINERS)
    if couple <= low or text[couple].low not in ("and", "or"):
        return name
    first = known.ending(text, couple)
    return first if low <= first < couple else name


def _neither(text: Sequence[Word], start: int, end: int, low: int) -> Subject:
    """The subject that "neither" opens, up to an aside: neither A nor B, acting for C, shall"""
    stop = end
    for place in range(start + 1, end - 1):
        if text[place].low == "," and is_aside(text[place + 1].low):
            stop = place
            break
    begin = (
        clause_opening(text, low, start - 1)
        if start > low and text[start - 1].low in (*COUPLES, ",")
        else start
    )
    return Subject(begin, start, stop)


def _after_predicate(text: Sequence[Word], past: int, end: int, known: Names) -> Subject:
    """The subject where another modal and its words stand before it without a comma."""
    opened = max(past, min(known.ending(text, end), end - 1))
    for place in range(end - 1, past - 1, -1):
        low = text[place].low
        if low in COUPLES and place + 1 < end and text[place + 1].low in PREPOSITIONS:
            continue
        if low == "or" and text[place - 1].low == "whether":
            return Subject(place, place, end, depends=True)
        if low in COUPLES and not _joins_names(text, place, end, past):
            return whole(text, place + 1, place + 1, end, known)
        if low == "that" and place > past and says(text, place):
            return whole(text, place + 1, place + 1, end, known)
        if low == "which" and text[place - 1].low == "failing":
            return whole(text, place + 1, place + 1, end, known)
        if low in RELATIVES or low in SUBORDINATORS or low in CONTACT:
            if not has_verb(text, place + 1, end):
                return Subject(place, place, end, depends=True)
            opened = place
        if low == "then":
            return whole(text, place + 1, place + 1, end, known)
    return Subject(opened, opened, end, depends=True)


def _joins_names(text: Sequence[Word], couple: int, end: int, past: int) -> bool:
    """Whether "and" joins two parts of one subject: … and A and its Affiliates shall"""
    if text[couple].low not in ("and", "or", "nor") or couple - 1 < past:
        return False
    for place in range(couple - 1, max(past - 1, couple - 9), -1):
        low = text[place].low
        if low in COUPLES or low in (",", "that"):
            return (
                place + 1 < couple
                and (text[place + 1].low in DETERMINERS or text[place + 1].raw[:1].isupper())
                and not has_verb(text, place + 1, couple)
                and not (low == "," and text[place + 1].low not in COUPLES)
            )
        if low in PREPOSITIONS and low != "of":
            return False
    return False
