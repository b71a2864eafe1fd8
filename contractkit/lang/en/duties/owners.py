"""Modals that name who has them: it is Payer's responsibility to, Provider's sole obligation is to."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.lang.en.duties.adverbs import are, skip
from contractkit.lang.en.duties.grants import NEAR, Modal
from contractkit.lang.en.duties.nouns import OWNERS
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import HELD, PREPOSITIONS, RELATIVES, STRONG


def owned(words: Sequence[Word], start: int, at: int) -> Modal | None:
    """The modal at ``start`` whose first word after "be" stands at ``at``; None if it is none."""
    at, negative = skip(words, at)
    if negative or at >= len(words):
        return None
    if words[at].low == "to":
        return _owner_before(words, start, at)
    return _owner_after(words, start, at)


def _owner_after(words: Sequence[Word], start: int, at: int) -> Modal | None:
    """It is the Payer's sole responsibility to; it is the responsibility of Payer to."""
    for noun in range(at, min(at + NEAR, len(words))):
        low = words[noun].low
        if low in STRONG or low in RELATIVES or low in PREPOSITIONS or low == ",":
            return None
        if not _obliges(low):
            continue
        if are(words, noun + 1, "to"):
            owner = _possessive(words, at, noun)
            return (
                Modal(start, noun + 2, noun + 2, "must", inner=True, owner=owner) if owner else None
            )
        to = _next(words, "to", noun + 2) if are(words, noun + 1, "of") else 0
        return (
            Modal(start, to + 1, to + 1, "must", inner=True, owner=(noun + 2, to)) if to else None
        )
    return None


def _owner_before(words: Sequence[Word], start: int, to: int) -> Modal | None:
    """Provider's only obligation under this Section shall be to"""
    for noun in range(start - 1, max(start - NEAR, 0), -1):
        low = words[noun].low
        if low in STRONG or low in RELATIVES or low == ",":
            return None
        if _obliges(low):
            owner = _possessive(words, max(noun - NEAR, 0), noun)
            return Modal(start, to + 1, to + 1, "must", inner=True, owner=owner) if owner else None
    return None


def _obliges(low: str) -> bool:
    return low in HELD and HELD[low][0] == "must"


def _possessive(words: Sequence[Word], low: int, noun: int) -> tuple[int, int] | None:
    """The words of the owner whose 's stands before the noun, up to five words before it."""
    for place in range(noun - 1, max(low, noun - 5) - 1, -1):
        if words[place].low in OWNERS:
            return place, place + 1
        if words[place].low.endswith(("'s", "s'")):
            begun = place
            while begun > low and words[begun - 1].raw[:1].isupper():
                begun -= 1
            return begun, place + 1
    return None


def _next(words: Sequence[Word], low: str, at: int) -> int:
    """Where the word stands next, soon after ``at``; 0 if a mark or nothing comes before."""
    for place in range(at, min(at + NEAR, len(words))):
        if words[place].low == low:
            return place
        if words[place].low in STRONG:
            break
    return 0
