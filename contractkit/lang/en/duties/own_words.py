"""The words of an English clause that say when it is to be done: without its conditions and relatives."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import RELATIVES, STRONG, SUBORDINATORS

_OPENS = frozenset({*SUBORDINATORS, *RELATIVES, "except"} - {"until", "once", "since", "than"})
_EVENTS = frozenset({"event", "case", "extent", "failure"})
_TIMES = frozenset(
    "within no not during at promptly by on for before after upon then immediately following prior until from".split()
)
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
        low = word.low
        if place in (subject, verb) or (low in STRONG and low != "(#)"):
            blank = False
        elif low == ",":
            after = told[place + 1].low if place + 1 < stop else ""
            blank = blank and place < subject and after not in _TIMES
        elif _opens(told, place) or (word.raw == "To" and place < subject):
            blank, verbs = True, 0 if low in RELATIVES else -9
        elif blank and place > verb and low in _DEADLINE and _short(told, place):
            blank = False
        elif blank and place > verb and low in ("is", "are", "has", "have", "be", "was"):
            verbs += 1
            blank = verbs < 2
        elif (
            blank
            and low == "and"
            and place + 1 < stop
            and told[place + 1].low in ("with", "within", "upon")
        ):
            blank = False
        gap = text[at : word.start]
        kept.append(" " * len(gap) if blank else gap)
        kept.append(" " * (word.end - word.start) if blank else text[word.start : word.end])
        at = word.end
    return "".join(kept)


def _opens(told: Sequence[Word], place: int) -> bool:
    low = told[place].low
    if low == "as":
        after = told[place + 1].low if place + 1 < len(told) else ""
        return after not in (
            "soon",
            "well",
            "promptly",
            "of",
            "quickly",
            "expeditiously",
            "far",
            "long",
        ) and (
            place == 0
            or told[place - 1].low not in ("soon", "promptly", "well", "quickly", "expeditiously")
        )
    if low == "provided":
        return place == 0 or told[place - 1].low in (",", "(#)")
    if low in _EVENTS:
        return place > 0 and told[place - 1].low in ("the", "in")
    return low in _OPENS


def _short(told: Sequence[Word], place: int) -> bool:
    """Whether the clause before a deadline is a short relative one, which the deadline is not part of."""
    for back in range(place - 1, max(place - 8, -1), -1):
        low = told[back].low
        if low in ("not", "fails", "fail", "if", "unless", "has", "have", "is", "are"):
            return False
        if low in RELATIVES:
            return place - back > 2
    return False
