"""Modals of several words: is required to, has the exclusive right to, agrees not to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from contractkit.lang.en.duties.adverbs import are, aside, is_adverb, skip
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import (
    BOUND_TO,
    CONFERRED,
    DENIED,
    DETERMINERS,
    FINITE,
    GOES_WITH,
    GRANTED,
    HAVING,
    HELD,
    HELD_TO,
    LENGTHS,
    NOT_HELD,
    PROMISED,
    PROMISES,
    RIGHT_ASIDES,
    STRONG,
    WARRANTED,
    WHILE,
)

RESOLVED = 6  # words at most before and with "RESOLVED"
_FROM = frozenset({"from", "after", "following"})
NEAR = 12  # words at most between "have" and what is had, or between that and its "to"


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal at words ``start`` to ``end``; ``modality`` is "" where it obliges nobody.

    ``verb`` is the word of what is to be done. ``goes_on``: it is said of the subject of the modal
    before it (and not to). ``inner``: it goes with an infinitive of its own (shall have the right to).
    ``owner``: the words that name who has it, where it is not its subject (it is Payer's duty to).
    """

    start: int
    end: int
    verb: int
    modality: str
    goes_on: bool = False
    inner: bool = False
    owner: tuple[int, int] | None = None


def being(words: Sequence[Word], start: int, at: int, *, negative: bool) -> Modal | None:
    """A modal such as "is required to" whose first word after "be" is looked for at ``at``."""
    verb, denied = skip(words, at)
    negative = negative or denied
    low = words[verb].low if verb < len(words) else ""
    if low == "under" and verb + 2 < len(words) and words[verb + 2].low in ("obligation", "duty"):
        freed = negative or words[verb + 1].low == "no"
        return right_to(words, start, verb + 2, "" if freed else "must")
    if low not in BOUND_TO:
        return None
    if low in CONFERRED and _confers(words, start, verb):
        return Modal(start, verb + 1, verb, "", inner=True)
    modality, link = BOUND_TO[low]
    if later := _link_after(words, verb + 1, link) or _link_of_several(
        words, verb + 1, link
    ):  # permitted during the Term to sell
        said = DENIED[modality] if negative else modality
        return Modal(start, later + 1, later + 1, said, inner=True)
    only = are(words, verb + 1, "only", "to")
    linked = only or (verb + 1 < len(words) and words[verb + 1].low in (link, "to"))
    if not linked and link != "for" and not _grants_thing(words, verb):
        return None
    if negative:
        does = low != "entitled" or (linked and _is_verb(words, verb + 2 + only))
        modality = DENIED[modality] if does else ""
    return Modal(start, verb + (2 + only if linked else 1), verb, modality, inner=True)


def _confers(words: Sequence[Word], start: int, verb: int) -> bool:
    """Whether the sentence itself gives the power: RESOLVED, that the officers are authorized to"""
    hereby = any(word.low == "hereby" for word in words[max(start - 1, 0) : verb])
    return hereby or any(word.low == "resolved" for word in words[:RESOLVED])


def _grants_thing(words: Sequence[Word], verb: int) -> bool:
    """Whether somebody is permitted a thing; but "the fee is permitted by law" permits nobody."""
    named = verb + 1 < len(words) and words[verb + 1].low in ("access", *DETERMINERS)
    return named and words[verb].low in ("entitled", "permitted", "allowed")


def _link_after(words: Sequence[Word], at: int, link: str) -> int:
    """Where "to" stands after a short adverbial, as in "permitted during the Term to"; else 0."""
    if at >= len(words) or link != "to" or words[at].low not in WHILE:
        return 0
    for place in range(at + 1, min(at + 6, len(words))):
        if words[place].low in (",", ";", ":", "by", "order", "for"):
            return 0
        if words[place].low == "to" and words[place - 1].low != "time":
            return place
    return 0


def _link_of_several(words: Sequence[Word], at: int, link: str) -> int:
    """Where "to" stands after what is coupled: authorized, empowered and directed to; else 0."""
    if link != "to" or at >= len(words) or words[at].low not in (",", "and", "or"):
        return 0
    for place in range(at + 1, min(at + 2 * NEAR, len(words))):
        low = words[place].low
        if low == "to":
            return place
        if low in STRONG or low in FINITE:
            return 0
    return 0


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a verb may stand here: no article or name, which "entitled to" may have after it."""
    return at < len(words) and words[at].low not in DETERMINERS and words[at].raw.islower()


def having(words: Sequence[Word], start: int, at: int, *, negative: bool) -> Modal | None:
    """A modal such as "has the exclusive right to"; None where something else is had."""
    at, denied = skip(words, at)
    negative = negative or denied
    if words[start].low in HAVING and not _is_had(words, at):
        return None  # has full right: what is warranted, not what is granted
    if at < len(words) and words[at].low in ("until", "up"):
        return Modal(start, at, at, "may", inner=True)
    for place in range(at, min(at + NEAR, len(words))):
        low = words[place].low
        in_which = are(words, place + 1, "in", "which")
        shall = words[start].low not in HAVING
        if in_which or (low in LENGTHS and _lasts_to(words, place + 1, later=shall)):
            return Modal(start, at, at, "may", inner=True)  # has ten days to cure
        if low in HELD:
            granted, withheld = HELD[low]
            return _held(words, start, place, withheld if negative else granted)
        if low in NOT_HELD:
            return None
        negative = negative or low == "no"
    return None


def _lasts_to(words: Sequence[Word], at: int, *, later: bool) -> bool:
    """Whether "to" follows a length of time: ten days to cure; ``later``: ten days from receipt to"""
    if later and at < len(words) and words[at].low in _FROM:
        at = next((place for place in range(at, at + NEAR) if are(words, place, "to")), at)
    return are(words, at, "to")


def _is_had(words: Sequence[Word], at: int) -> bool:
    """Whether what "has" goes with is granted: the right, sole authority, ten days"""
    if at >= len(words) or words[at].low in DETERMINERS or words[at].low in GRANTED:
        return True
    return any(word.low in LENGTHS for word in words[at + 1 : at + 3])


def _held(words: Sequence[Word], start: int, noun: int, modality: str) -> Modal | None:
    """The modal that a noun after "have" makes, if what it is for follows."""
    place = noun + 1
    while place < min(noun + NEAR, len(words)):
        low = words[place].low
        if low in ("to", "of", "for", "over"):
            able = words[start].low in HAVING and words[noun].low in ("authority", "power", "right")
            if able and place + 1 < len(words) and words[place + 1].low in WARRANTED:
                return None
            return Modal(start, place + 1, place + 1, modality, inner=True)
        after = words[place + 1].low if place + 1 < len(words) else ""
        past = aside(words, place) if low == "," and after in RIGHT_ASIDES else 0
        if not past and low not in HELD_TO and low not in HELD:
            break
        place = past or place + 1
    if words[start].low in HAVING:
        return None
    return Modal(start, noun + 1, noun, modality if modality == "must" else "", inner=True)


def right_to(words: Sequence[Word], start: int, noun: int, modality: str) -> Modal | None:
    """The modal whose noun (right, obligation) stands at ``noun``, if "to" follows soon."""
    for place in range(noun + 1, min(noun + NEAR, len(words))):
        if words[place].low in ("to", "of"):
            return Modal(start, place + 1, place + 1, modality, inner=True)
    return None


def promise(words: Sequence[Word], at: int) -> Modal | None:
    """The modal of "agrees (not) to do", where it is no "agree to the terms" or "may agree to"."""
    if at and words[at - 1].low in PROMISED:
        return None
    place = _promised(words, at)
    if are(words, place, ":", "to") or are(words, place, ":", "not"):
        place += 1  # agrees: to keep it; not to sell it
    place += are(words, place, "not", "to")
    if place + 1 >= len(words) or words[place].low != "to":
        return None
    after = words[place + 1]
    told = are(words, place + 1, "and", "hereby") or are(words, place + 1, "be", "responsible")
    plain = after.low in DETERMINERS or after.low in ("and", "be") or not after.raw[:1].islower()
    if plain and not told and not is_adverb(after.low):
        return None
    _, never = skip(words, place + 1)
    negative = never or any(words[i].low in ("not", "never") for i in range(at, place))
    return Modal(at, place + 1, place + 1, "must_not" if negative else "must", inner=True)


def _promised(words: Sequence[Word], at: int) -> int:
    """Where the words between "agrees" and its "to" end."""
    place = at + 1
    while place < len(words) and place - at < 28:
        low = words[place].low
        past = aside(words, place) if low == "," else 0
        again = place + 1 < len(words) and words[place + 1].low in PROMISES
        if low == "and" and again:  # covenants and agrees to: told at "agrees"
            break
        if not past and low not in GOES_WITH and not is_adverb(low):
            break
        place = past or place + 1
    return place
