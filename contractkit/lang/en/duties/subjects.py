"""The subject of a modal: the noun phrase before it, and whether it is somebody who can be obliged.

The words before the modal are read back to the beginning of its clause: a mark, "that" after a word
of saying, or "and" after another clause. What introduces the clause (Upon termination, Payer shall)
is left out; a modal in a relative clause or an if-clause depends on another clause and has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contractkit.lang.en.duties.adverbs import is_adverb
from contractkit.lang.en.duties.clauses import (
    before_asides,
    clause_opening,
    clause_start,
    has_couple,
    has_relative,
    has_verb,
    is_aside,
    last,
    opens_case,
    says,
)
from contractkit.lang.en.duties.noun_phrases import trimmed
from contractkit.lang.en.duties.people import Names, is_participle, is_person
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import (
    CONTACT,
    COUPLES,
    DETERMINERS,
    FINITE,
    LOOSE,
    PREPOSITIONS,
    RELATIVES,
    STRONG,
    SUBORDINATORS,
)

_PLAIN = frozenset({"do", "does", "did", "is", "are", "has", "have", "not"})


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


def subject(text: Sequence[Word], at: int, past: int, known: Names) -> Subject:
    """The subject of the modal at word ``at``; ``past`` is where the words of the one before end."""
    low = clause_start(text, at)
    end = before_asides(text, at, max(low, past))
    if end <= low or (
        end <= past and end > low and text[end - 1].low not in (*STRONG, ",", *COUPLES)
    ):
        if end > low:
            return Subject(end, end, end, depends=True)
        return Subject(low, at, at, same=True)
    if text[end - 1].low in COUPLES:
        told = _told_before(text, max(low, past), end - 1, known)
        if told is not None:
            return told
    if text[end - 1].low in COUPLES or (text[end - 1].low == "(#)"):
        return Subject(end - 1, at, at, same=True)
    if text[end - 1].low in RELATIVES or text[end - 1].low in SUBORDINATORS:
        return Subject(end - 1, at, at, depends=True)
    if past > low and end == at - 1 and text[end].low == "," and not has_couple(text, past, end):
        return Subject(at, at, at, same=True)  # may keep them, may use them
    neither = last(text, "neither", max(low, past), end)
    if neither >= 0:
        return _neither(text, neither, end, max(low, past))
    comma = last(text, ",", max(low, past), end)
    if past > low and comma < 0:
        return _after_predicate(text, past, end, known)
    if past <= low:
        return in_clause(text, low, comma + 1 if comma >= 0 else low, end, known, False)
    return in_clause(text, clause_opening(text, past, comma), comma + 1, end, known, True)


def _told_before(text: Sequence[Word], low: int, couple: int, known: Names) -> Subject | None:
    """The subject of a verb without a modal that "and shall" goes on from: Payer hereby agrees and"""
    verb = couple
    while verb > low and text[verb - 1].low in _PLAIN:
        verb -= 1
    if low < verb < couple:
        return subject(text, verb, low, known)
    for place in range(couple - 1, low, -1):
        name = known.ending(text, place)
        if name >= place or name <= low or text[name - 1].low not in (*COUPLES, ","):
            continue
        after = place
        while after < couple and is_adverb(text[after].low):
            after += 1
        if after < couple and (
            text[after].low in FINITE or (after > place and text[after].low.endswith("s"))
        ):
            return Subject(name, name, place)
    return None


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
    for place in range(end - 1, past - 1, -1):
        low = text[place].low
        if low in COUPLES and place + 1 < end and text[place + 1].low in PREPOSITIONS:
            continue
        if low == "or" and text[place - 1].low == "whether":
            return Subject(place, place, end, depends=True)
        if low in COUPLES and not _joins_names(text, place, end, past):
            return _whole(text, place + 1, place + 1, end, known)
        if low == "that" and place > past and says(text, place):
            return _whole(text, place + 1, place + 1, end, known)
        if low == "which" and text[place - 1].low == "failing":
            return _whole(text, place + 1, place + 1, end, known)
        if low in RELATIVES or low in SUBORDINATORS or low in CONTACT:
            if has_verb(text, place + 1, end):
                continue
            return Subject(place, place, end, depends=True)
        if low == "then":
            return _whole(text, place + 1, place + 1, end, known)
    return Subject(past, past, end, depends=True)


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


def in_clause(
    text: Sequence[Word], begin: int, start: int, end: int, known: Names, said: bool
) -> Subject:
    """The subject in the last stretch between commas, ``start`` to ``end``, of a clause.

    ``said``: an earlier modal stands in the clause, so that "and" opens a new one.
    """
    coupled = text[start].low in COUPLES if start < end else False
    first = start
    while first < end and (
        text[first].low in LOOSE
        or (
            is_adverb(text[first].low)
            and text[first].low not in ("each", "both", "all", "neither", "either")
        )
    ):
        first += 1
    if first < end and text[first].low == "that":
        if says(text, first):
            first += 1
            begin = first
            coupled = False
        elif (
            first != start
            or text[begin].low not in SUBORDINATORS
            or text[min(first + 1, end - 1)].raw[:1].isupper()
        ):
            return Subject(start, start, end, depends=True)
    if first >= end:
        return Subject(start, end, end, same=True)
    if said and not coupled and _ends_relative_list(text, begin, start, end):
        return Subject(start, start, end, depends=True)
    if coupled and not said:
        joined = _list_start(text, begin, start)
        if joined is None:
            return Subject(start, start, end, depends=True)
        alike = is_person(text, joined, start - 1, known) or not is_person(text, first, end, known)
        if joined < start and alike:
            return Subject(begin, joined, end)
    if (
        not coupled
        and not said
        and first == start > begin
        and any(text[place].low in ("and", "or") for place in range(start, end))
    ):
        joined = _list_start(text, begin, start)
        if (
            joined is not None
            and joined < start
            and is_person(text, joined, start - 1, known)
            and start - joined < 24
        ):
            return Subject(begin, joined, end)
    return _whole(text, begin if not coupled else start, first, end, known)


def _ends_relative_list(text: Sequence[Word], begin: int, start: int, end: int) -> bool:
    """Whether it is the last of a list that a relative opens: to which notices, bills or calls"""
    if not any(text[place].low in ("and", "or") for place in range(start, end)):
        return False
    comma = start - 1
    for _ in range(8):
        before = last(text, ",", 0, comma)
        opens = max(before + 1, comma - 12)
        opener = max((at for at in range(opens, comma) if text[at].low in RELATIVES), default=-1)
        if opener >= 0:
            return not has_verb(text, opener + 1, comma)
        if has_verb(text, opens, comma) or comma - opens > 11:
            return False
        comma = before
        if comma < 0:
            return False
    return False


def _list_start(text: Sequence[Word], begin: int, start: int) -> int | None:
    """Where a list "A, B, and C" begins; ``start`` if "and" opens a clause; None after an if-clause."""
    found = start
    place = start - 1  # the comma
    while place > begin:
        comma = last(text, ",", begin, place)
        opens = comma + 1 if comma >= 0 else begin
        low = text[opens].low
        if low in SUBORDINATORS or opens_case(text, opens, place):
            if opens == begin:
                return None
            place = comma
            continue
        if low in PREPOSITIONS or low in LOOSE or has_verb(text, opens, place) or is_adverb(low):
            break
        that = last(text, "that", opens, place)
        if that >= 0:
            return that + 1 if says(text, that) else found
        found = opens
        place = comma
        if comma < 0:
            break
    return found


def _whole(text: Sequence[Word], begin: int, start: int, end: int, known: Names) -> Subject:
    """The subject between ``start`` and ``end``, where no comma stands."""
    while start < end and (text[start].low in LOOSE or text[start].low == ","):
        start += 1
    # the last word that opens a clause within: relative, if, that
    for place in range(end - 1, start - (text[start].low != "that" if start < end else 0), -1):
        low = text[place].low
        if low == "that" and says(text, place):
            return _whole(text, place + 1, place + 1, end, known)
        if low == "or" and place > start and text[place - 1].low == "whether":
            continue
        if low == "which" and place > start and text[place - 1].low == "failing":
            return _whole(text, begin, place + 1, end, known)
        if low in RELATIVES or low in SUBORDINATORS:
            if low in ("as",) and place + 2 < end and text[place + 1].low == "well":
                continue
            if (
                low in ("once", "since", "as", "than")
                and place > start
                and has_verb(text, place + 1, end)
            ):
                continue
            if has_verb(text, place + 1, end) and place > start:
                continue
            if place == start:
                split = _reduced(text, start, end, known)
                if split:
                    return Subject(begin, split, end)
            return Subject(place, place, end, depends=True)
        if (
            low in CONTACT
            and place + 1 < end
            and place > start
            and text[place - 1].low in DETERMINERS
            and text[place + 1].low not in PREPOSITIONS
            and not has_verb(text, place + 1, end)
            and low in ("extent", "event")
            and text[place - 1].low == "the"
        ):
            return Subject(place, place, end, depends=True)
        if (
            low in COUPLES
            and place > start
            and has_verb(text, start, place)
            and not has_relative(text, start, place)
        ):
            return _whole(text, begin, place + 1, end, known)
    if start >= end:
        return Subject(begin, end, end, same=True)
    cut = trimmed(text, start, end, known)
    if (
        start < cut
        and cut > start + 1
        and end < len(text)
        and text[end].low == "may"
        and text[start + 1].low in DETERMINERS
        and text[cut - 1].low.endswith("s")
    ):
        return Subject(
            cut, cut, end, depends=True
        )  # notwithstanding any estimates Supplier may give
    return Subject(begin, cut, end)


def _reduced(text: Sequence[Word], start: int, end: int, known: Names) -> int:
    """The subject after "if requested" and the like: where it begins, else 0."""
    if start + 2 < end and is_participle(text[start + 1].low):
        return start + 2
    return 0
