"""The words of an English clause that say when it is to be done: without its conditions and relatives."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.lang.en.duties.people import is_participle
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import RELATIVES, STRONG, SUBORDINATORS

_OPENS = frozenset({*SUBORDINATORS, *RELATIVES, "except"} - {"until", "once", "since", "than"})
_EVENTS = frozenset({"event", "case", "extent", "failure"})
_TIMES = frozenset(
    "within no not during at promptly by on for before after upon then immediately following prior until from".split()
)
_FAILING = frozenset("not fails fail if unless has have is are".split())
_RELATIVE_VERBS = frozenset({"is", "are", "has", "have", "be", "was"})
_SOON = frozenset("soon promptly well quickly expeditiously".split())  # as soon as
_AS = _SOON | {"of", "far", "long"}
TIED = -99  # verbs: of what somebody's duty is, or is provided, which no comma ends
_TIED = frozenset(
    {"obligation", "obligations", "duty", "duties"}
)  # of somebody, to do what has its own time
_WHOSE = frozenset({"its", "his", "her", "their", "your", "our"})
_OWN_TIME = frozenset(
    {"within", "during", "before", "after", "at", "no", "not"}
)  # after a participle
_GOES_ON = frozenset({"with", "within", "upon", "for", "during"})
_DEADLINE = frozenset({"within", "no", "not"})


def own_words(
    text: str, told: Sequence[Word], begin: int, subject: int, verb: int, stop: int | None
) -> str:
    """The text of words ``begin`` to ``stop``, blank where a clause within depends on the main one.

    What stands before word ``subject`` introduces the clause: what is listed there after "if" goes
    on with it, until a comma is followed by a word of time (If it is late, within 5 days Payer shall).
    """
    stop = len(told) if stop is None else stop
    if begin >= stop:
        return ""
    blank = told[begin].low == "to" and begin < subject  # To assist Payer in time, Provider shall
    verbs = 0  # finite verbs since a relative clause was opened: the second is of the main clause
    kept: list[str] = []
    at = told[begin].start
    for place in range(begin, stop):
        word = told[place]
        if place in (subject, verb) or (word.low in STRONG and word.low != "(#)"):
            blank = False
        elif blank and verbs == TIED:
            pass
        elif word.low == ",":
            blank = blank and (
                _leads_on(told, place, stop) if place < subject else _lists(told, place, stop)
            )
        elif begin < place < subject and _has_own_time(told, place):
            blank, verbs = True, -9
        elif _opens(told, place) or (word.raw == "To" and place < subject):
            of_all = word.low == "provided" and place > verb
            blank, verbs = True, TIED if of_all else 0 if word.low in RELATIVES else -9
        elif blank and place > verb and word.low in _RELATIVE_VERBS:
            verbs += 1
            blank = verbs < 2
        elif place > verb and word.low in _TIED and _low(told, place - 1, stop) in _WHOSE:
            blank, verbs = True, TIED  # with its duty to report within 5 days
        elif blank and _goes_on(told, place, verb, stop):
            blank = False
        stretch = text[at : word.start], text[word.start : word.end]
        kept += (" " * len(part) if blank else part for part in stretch)
        at = word.end
    return "".join(kept)


def _low(told: Sequence[Word], place: int, stop: int) -> str:
    return told[place].low if place < stop else ""


def _leads_on(told: Sequence[Word], comma: int, stop: int) -> bool:
    """Whether what introduces the clause goes on after a comma: if it does not, within 5 days, pay"""
    return told[comma - 1].low in _FAILING or _low(told, comma + 1, stop) not in _TIMES


def _lists(told: Sequence[Word], comma: int, stop: int) -> bool:
    """Whether a list within goes on after a comma: if it breaks a term, or condition, for 5 days"""
    return _low(told, comma + 1, stop) in ("and", "or") and (
        _low(told, comma + 2, stop) not in _GOES_ON
    )


def _has_own_time(told: Sequence[Word], place: int) -> bool:
    """Whether a time is of the participle before it: upon a request made within 5 days"""
    return told[place].low in _OWN_TIME and is_participle(told[place - 1].low)


def _goes_on(told: Sequence[Word], place: int, verb: int, stop: int) -> bool:
    """Whether the main clause goes on after a clause within: with a deadline, or "and within"."""
    low = told[place].low
    if low in ("and", "or"):
        return _low(told, place + 1, stop) in _GOES_ON
    if low == "by" and place > verb:
        return _low(told, place + 1, stop).endswith("ing")  # may reject what is late by giving
    return place > verb and low in _DEADLINE and _short(told, place)


def _opens(told: Sequence[Word], place: int) -> bool:
    """Whether a word opens a clause that depends on the main one."""
    low = told[place].low
    before = told[place - 1].low if place else ""
    if low == "as":
        return before not in _SOON and _low(told, place + 1, len(told)) not in _AS
    if low == "provided":
        return before in ("", ",", "(#)")
    if low in _EVENTS:
        return before in ("the", "in")
    return low in _OPENS


def _short(told: Sequence[Word], place: int) -> bool:
    """Whether the clause before a deadline is a short relative one, which the deadline is not part of."""
    for back in range(place - 1, max(place - 8, -1), -1):
        low = told[back].low
        if low in _FAILING:
            return False
        if low in RELATIVES:
            return place - back > 2
    return False
