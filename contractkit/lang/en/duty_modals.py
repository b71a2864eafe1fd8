"""The modals of an English sentence: where each stands, and whether it obliges, forbids or permits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from contractkit.lang.en.duty_tokens import Word
from contractkit.lang.en.duty_words import (
    BEING,
    BOUND_TO,
    DETERMINERS,
    HAVING,
    HELD,
    LY_NOUNS,
    MODALITIES,
    NEGATIVE,
    NEVER,
    NOT_VERBS,
    PHRASES,
    PROMISES,
)
from contractkit.lang.en.duty_words import ADVERBS as _ADVERBS

_LENGTHS = frozenset({"days", "hours", "months", "years", "weeks", "day", "month", "year"})
_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _phrase in PHRASES:
    _BY_FIRST.setdefault(_phrase[0], []).append(_phrase)


@dataclass(frozen=True, slots=True)
class Modal:
    """A modal at words ``start`` to ``end``; ``modality`` is "" where it obliges nobody.

    ``verb`` is the word of what is to be done. ``goes_on``: it is said of the subject of the modal
    before it (and not to). ``inner``: it goes with an infinitive of its own (shall have the right to).
    """

    start: int
    end: int
    verb: int
    modality: str
    goes_on: bool = False
    inner: bool = False


def modals(words: Sequence[Word]) -> Iterator[Modal]:
    """The modals in order; none overlaps another."""
    past = 0
    last: Modal | None = None
    for at, word in enumerate(words):
        if at < past:
            continue
        found = _modal(words, at, word.low, last)
        if found is not None:
            past, last = found.end, found
            yield found


def _modal(words: Sequence[Word], at: int, low: str, last: Modal | None) -> Modal | None:
    if low in MODALITIES:
        return _auxiliary(words, at) if _is_modal(words, at) else None
    if low == "can" and at + 1 < len(words) and words[at + 1].low == "not":
        return _auxiliary(words, at)
    if low in BEING:
        found, _ = _being(words, at, at + 1, negative=False)
        return found if found and found.modality else None
    if low in HAVING and (at == 0 or words[at - 1].low not in ("to", *MODALITIES)):
        return _having(words, at, at + 1, negative=False)
    if low in PROMISES:
        return _promise(words, at)
    if low in ("reserves", "reserve") and _are(words, at + 1, "the", "right"):
        return _right_to(words, at, at + 2, "may")
    if low == "not" and last is not None and at - last.end < 80:
        return _and_not(words, at, last)
    return None


def _is_modal(words: Sequence[Word], at: int) -> bool:
    """Whether the word is a modal and not a month, a will or what one does at will."""
    word = words[at]
    if word.raw == "May":
        after = words[at + 1].raw if at + 1 < len(words) else ""
        before = words[at - 1].low if at else ""
        return not after[:1].isdigit() and before not in ("in", "of", "on", "by", "until", "since")
    if word.low == "will":
        return at == 0 or words[at - 1].low not in ("at", "free", "good", "ill", "last", "the", "a")
    return True


def skip(words: Sequence[Word], at: int) -> tuple[int, bool]:
    """Where the verb stands after a modal: past adverbs and asides; whether "not" was among them."""
    negative = False
    while at < len(words):
        low = words[at].low
        size = phrase_at(words, at)
        if size:
            negative = negative or tuple(w.low for w in words[at : at + size]) in NEVER
            at += size
        elif low in NEGATIVE:
            negative = True
            at += 1
        elif is_adverb(low):
            at += 1
        elif low == "," and (past := _aside(words, at)):
            at = past
        else:
            break
    return at, negative


def is_adverb(low: str) -> bool:
    """Whether a word may stand between a modal and its verb or its subject."""
    return low in _ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in LY_NOUNS)


def phrase_at(words: Sequence[Word], at: int) -> int:
    """How many words the adverbial phrase has that begins at ``at``; 0 if none does."""
    for phrase in _BY_FIRST.get(words[at].low, ()):
        if _are(words, at, *phrase):
            return len(phrase)
    return 0


def _aside(words: Sequence[Word], at: int) -> int:
    """Where a short aside between commas ends: shall, at its own expense, keep; 0 if none does."""
    for end in range(at + 2, min(at + 26, len(words))):
        if words[end].low in (";", ":", "(#)", *MODALITIES):
            return 0
        if words[end].low == ",":
            return end + 1
    return 0


def _auxiliary(words: Sequence[Word], at: int) -> Modal:
    low = words[at].low
    modality = MODALITIES.get(low, "must_not")
    begun = at + (2 if low == "can" else 1)
    verb, negative = skip(words, begun)
    after = words[verb].low if verb < len(words) else ""
    inner: Modal | None = None
    if after == "be":
        inner, _ = _being(words, at, verb + 1, negative=negative)
    elif after == "have" and low != "may":
        inner = _having(words, at, verb + 1, negative=negative)
    elif after == "have" and _are(words, verb + 1, "the", "right"):
        inner = _having(words, at, verb + 1, negative=negative)
    elif after == "refrain":
        return Modal(at, verb + 1, verb, "" if negative else "must_not", inner=True)
    if inner is not None:
        return inner
    end = begun
    while end < len(words) and words[end].low in NEGATIVE:
        end += 1
    if negative or low in ("cannot", "can"):
        modality = "must_not"
    return Modal(at, end, verb, modality)


def _being(
    words: Sequence[Word], start: int, at: int, *, negative: bool
) -> tuple[Modal | None, bool]:
    """A modal such as "is required to" whose first word after "be" is looked for at ``at``."""
    verb, denied = skip(words, at)
    negative = negative or denied
    if verb >= len(words):
        return None, negative
    low = words[verb].low
    if low == "under" and verb + 2 < len(words):  # under an obligation to, under no obligation
        if words[verb + 2].low in ("obligation", "duty"):
            none = negative or words[verb + 1].low == "no"
            return _right_to(words, start, verb + 2, "" if none else "must"), negative
        return None, negative
    if low not in BOUND_TO:
        return None, negative
    modality, link = BOUND_TO[low]
    later = _link_after(words, verb + 1, link)
    if later:  # permitted during the Term to sell
        kind = (
            modality if not negative else {"must": "", "may": "must_not", "must_not": ""}[modality]
        )
        return Modal(start, later + 1, later + 1, kind, inner=True), negative
    linked = verb + 1 < len(words) and words[verb + 1].low in (link, "to")
    if modality == "may" and link == "to" and not linked:
        # entitled or permitted a thing: but "the fee is permitted by law" permits nobody
        named = verb + 1 < len(words) and words[verb + 1].low in ("access", *DETERMINERS)
        if not named or low not in ("entitled", "permitted", "allowed"):
            return None, negative
    elif not linked and link != "for":
        return None, negative
    doing = linked and _is_verb(words, verb + 2)
    if negative:
        modality = {
            "must": "",
            "may": "must_not" if doing or low != "entitled" else "",
            "must_not": "",
        }[modality]
    return Modal(start, verb + (2 if linked else 1), verb, modality, inner=True), negative


def _link_after(words: Sequence[Word], at: int, link: str) -> int:
    """Where "to" stands after a short adverbial, as in "permitted during the Term to"; else 0."""
    if (
        at >= len(words)
        or link != "to"
        or words[at].low not in ("during", "at", "upon", "in", "from", "under")
    ):
        return 0
    for place in range(at + 1, min(at + 6, len(words))):
        if words[place].low in (",", ";", ":", "by", "order", "for"):
            return 0
        if words[place].low == "to" and words[place - 1].low != "time":
            return place
    return 0


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a verb may stand here: no article or name, which "entitled to" may have after it."""
    return at < len(words) and words[at].low not in DETERMINERS and words[at].raw.islower()


def _having(words: Sequence[Word], start: int, at: int, *, negative: bool) -> Modal | None:
    """A modal such as "has the exclusive right to"; None where something else is had."""
    at, denied = skip(words, at)
    negative = negative or denied
    if words[start].low in HAVING and at < len(words) and words[at].low not in DETERMINERS:
        return None  # has full right: what is warranted, not what is granted
    if at < len(words) and words[at].low in ("until", "up"):
        return Modal(start, at, at, "may", inner=True)
    for place in range(at, min(at + 12, len(words))):
        low = words[place].low
        if low == "no":
            negative = True
        if (
            low in _LENGTHS
            and _are(words, place + 1, "to")
            or _are(words, place + 1, "in", "which")
        ):
            return Modal(start, at, at, "may", inner=True)  # has ten days to cure
        if low in HELD:
            given, denied_gives = HELD[low]
            return _held(words, start, place, denied_gives if negative else given)
        if low in (
            ";",
            ":",
            "(#)",
            "to",
            "in",
            "by",
            "with",
            "that",
            "which",
            "for",
            "at",
            "under",
        ):
            return None
    return None


def _held(words: Sequence[Word], start: int, noun: int, modality: str) -> Modal | None:
    """The modal that a noun after "have" makes, if what it is for follows."""
    finite = words[start].low in HAVING
    for place in range(noun + 1, min(noun + 12, len(words))):
        low = words[place].low
        if low in ("to", "of", "for", "over"):
            return Modal(start, place + 1, place + 1, modality, inner=True)
        if low not in (
            ",",
            "and",
            "or",
            "but",
            "not",
            "the",
            "option",
            "right",
            "obligation",
            "power",
            "authority",
            "privilege",
            "duty",
            "responsibility",
            "any",
            "a",
            "an",
            "interest",
            "rights",
            "other",
        ):
            break
    if finite:
        return None
    return Modal(start, noun + 1, noun, modality if modality == "must" else "", inner=True)


def _right_to(words: Sequence[Word], start: int, noun: int, modality: str) -> Modal | None:
    for place in range(noun + 1, min(noun + 8, len(words))):
        if words[place].low in ("to", "of"):
            return Modal(start, place + 1, place + 1, modality, inner=True)
    return None


def _promise(words: Sequence[Word], at: int) -> Modal | None:
    """The modal of "agrees (not) to do", where it is no "agree to the terms" or "may agree to"."""
    before = words[at - 1].low if at else ""
    if (
        before in ("to", "not", "may", "shall", "will", "must", "cannot", "mutually")
        and before != "mutually"
    ):
        return None
    place = at + 1
    while place < len(words) and place - at < 28:
        low = words[place].low
        if low == "," and (past := _aside(words, place)):
            place = past
            continue
        if low == "and" and place + 1 < len(words) and words[place + 1].low in PROMISES:
            return None  # covenants and agrees to: told at "agrees"
        if low == "to":
            break
        if (
            low == "not"
            or low in ("and", "with", "each", "other", "payer", "the")
            or is_adverb(low)
        ):
            place += 1
        else:
            return None
    if place + 1 >= len(words) or words[place].low != "to":
        return None
    after = words[place + 1].low
    if after == "and" and _are(words, place + 2, "hereby"):  # agrees to and hereby does assign
        return Modal(at, place + 1, place + 1, "must", inner=True)
    if (
        after in DETERMINERS
        or after in (",", "and", "be")
        or not words[place + 1].raw[:1].islower()
    ):
        if not (after == "be" and _are(words, place + 2, "responsible")) and not is_adverb(after):
            return None
    _, never = skip(words, place + 1)
    negative = never or any(words[i].low == "not" for i in range(at, place))
    return Modal(at, place + 1, place + 1, "must_not" if negative else "must", inner=True)


def _and_not(words: Sequence[Word], at: int, last: Modal) -> Modal | None:
    """The modal of "and not (to) do" after a modal that obliges."""
    if last.modality != "must" or at - 1 <= last.verb or at + 1 >= len(words):
        return None
    if words[at - 1].low not in ("and", "but") or words[at - 2].low == ",":
        if words[at - 1].low not in ("and", "but"):
            return None
    verb = at + 1
    if words[verb].low == "to":
        verb += 1
    elif last.inner and words[last.end - 1].low == "to":
        return None
    if verb >= len(words):
        return None
    verb, _ = skip(words, verb)
    if verb >= len(words):
        return None
    word = words[verb]
    if not word.raw.islower() or word.low in NOT_VERBS or word.low.endswith(("ed", "ing")):
        return None
    return Modal(at, verb if words[at + 1].low != "to" else at + 2, verb, "must_not", goes_on=True)


def _are(words: Sequence[Word], at: int, *lows: str) -> bool:
    return at + len(lows) <= len(words) and all(
        words[at + place].low == low for place, low in enumerate(lows)
    )
