"""Subjects that are lists: A, B, and C shall; and lists that a relative clause opens."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.lang.en.duties.adverbs import is_adverb
from contractkit.lang.en.duties.clauses import Subject, has_and, has_verb, last, opens_case, says
from contractkit.lang.en.duties.names import Names
from contractkit.lang.en.duties.people import is_person
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import (
    DETERMINERS,
    LOOSE,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

LIST = 24  # words at most of the parts of a list before its last


def listed(
    text: Sequence[Word],
    begin: int,
    start: int,
    first: int,
    end: int,
    known: Names,
    *,
    coupled: bool,
) -> Subject | None:
    """The subject whose last part is the stretch: A, B, and C shall; None where it stands alone."""
    joined = _list_start(text, begin, start)
    if joined is None:
        return Subject(start, start, end, depends=True) if coupled else None
    if joined >= start:
        return None
    person = is_person(text, joined, start - 1, known)
    if coupled and not person:
        return None if is_person(text, first, end, known) else Subject(begin, joined, end)
    short = coupled or start - joined < LIST
    none = text[joined].low == "no"  # no use, sale or display shall be permitted
    return Subject(begin, joined, end) if (person or none) and short else None


def ends_relative_list(text: Sequence[Word], start: int, end: int) -> bool:
    """Whether it is the last of a list that a relative opens: to which notices, bills or calls"""
    if not has_and(text, start, end):
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
        said = last(text, "that", opens, place)
        if said >= 0 and says(text, said) and not has_verb(text, said + 1, place):
            return said + 1
        adverbial = low in PREPOSITIONS or (is_adverb(low) and low not in DETERMINERS)
        if adverbial or low in LOOSE or has_verb(text, opens, place):
            break
        if said >= 0:
            return found
        found = opens
        place = comma
        if comma < 0:
            break
    return found
