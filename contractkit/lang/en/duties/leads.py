"""What the end of a lead makes of its list: duties (shall:), cases (may end it if:), or what is said (agrees that:)."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.lang.en.duties.adverbs import is_adverb
from contractkit.lang.en.duties.clauses import says
from contractkit.lang.en.duties.modals import modals
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import RELATIVES, STRONG, SUBORDINATORS, table

REACH = 24  # words at most before the colon that say what the list is of
# Right before the colon, or before "the following": what follows is no more to be done.
_CASES = table("upon on in under after before until during by except including excluding")
_WITH = table("accordance connection respect subject")  # in accordance with the following
_OF_CASES = table("reason reasons cause causes purpose purposes case cases event events")
_WHICH = table(
    "the any each of one or more all a either both such occurrence occurrences happening at least and"
)


def before_list(told: Sequence[Word]) -> int:
    """Where the lead's words end, before its colon."""
    end = len(told)
    while end and told[end - 1].low in STRONG:
        end -= 1
    return end


def lists_cases(told: Sequence[Word]) -> bool:
    """Whether the list after the lead is of cases, conditions or kinds, and not of what is to be done."""
    end = before_list(told)
    low = told[end - 1].low if end else ""
    if low in _CASES or low in SUBORDINATORS or (low in RELATIVES and not _is_said(told, end - 1)):
        return _has_verb(told, end - 1)
    for place in range(end - 1, max(end - REACH, -1), -1):
        word = told[place].low
        if word == "," or word in STRONG:
            break
        if word == "following":
            return _adjunct(told, place)
        opens = word in SUBORDINATORS or word in RELATIVES or word in ("including", "upon")
        if opens and not _is_said(told, place):
            before = any(one.low == "following" for one in told[max(place - 4, 0) : place])
            return not before and _has_verb(told, place)
    return False


def says_that(told: Sequence[Word]) -> bool:
    """Whether the lead ends with what somebody agrees or warrants: represents that:"""
    end = before_list(told)
    return end > 0 and told[end - 1].low == "that" and says(told, end - 1)


def _adjunct(told: Sequence[Word], following: int) -> bool:
    """Whether "the following" is no object of the verb: upon any of the following events"""
    place = following - 1
    while place >= 0 and told[place].low in _WHICH:
        place -= 1
    low = told[place].low if place >= 0 else ""
    after = told[following + 1].low if following + 1 < len(told) else ""
    if low in ("with", "to"):
        return place > 0 and told[place - 1].low in _WITH
    if low == "for":
        return after in _OF_CASES
    return (low in _CASES or low in SUBORDINATORS) and _has_verb(told, place)


def _is_said(told: Sequence[Word], at: int) -> bool:
    """Whether "that" opens what is agreed or ensured, each item of which is a duty or a promise."""
    if told[at].low != "that":
        return False
    return says(told, at) or (at > 0 and told[at - 1].low in ("ensure", "procure", "assure"))


def _has_verb(told: Sequence[Word], at: int) -> bool:
    """Whether a modal with its verb stands before word ``at``; not in "shall, if so asked:"."""
    last = None
    for modal in modals(told[:at]):
        last = modal
    return last is not None and not all(
        word.low == "," or is_adverb(word.low) for word in told[last.end : at]
    )
