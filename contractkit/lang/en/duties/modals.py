"""The modals of an English sentence: where each stands, and whether it obliges, forbids or permits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from contractkit.lang.en.duties.adverbs import are, skip
from contractkit.lang.en.duties.grants import Modal, being, having, promise, right_to
from contractkit.lang.en.duties.owners import owned
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import (
    BEING,
    BOUND_TO,
    HAVING,
    HELD,
    LENGTHS,
    MODALITIES,
    NEGATIVE,
    NOT_VERBS,
    PROMISES,
)

# A word of each modal, so that a text without any need not be read word by word.
_FIRST = {
    *MODALITIES,
    *PROMISES,
    *BOUND_TO,
    *LENGTHS,
    *(noun for noun, given in HELD.items() if given[0]),
    *("can", "reserve", "reserves", "until", "up", "refrain"),
}
_ANY = re.compile(rf"\b(?:{'|'.join(sorted(_FIRST))})\b|['’]ll\b|n['’]t\b", re.IGNORECASE)


def has_modal(text: str) -> bool:
    """Whether a modal may stand in the text: False only where none does."""
    return _ANY.search(text) is not None


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
        found = being(words, at, at + 1, negative=False) or owned(words, at, at + 1)
        return found if found and found.modality else None
    if low in HAVING and (at == 0 or words[at - 1].low not in ("to", *MODALITIES)):
        return having(words, at, at + 1, negative=False)
    if low in PROMISES:
        return promise(words, at)
    if low in ("reserves", "reserve") and are(words, at + 1, "the", "right"):
        return right_to(words, at, at + 2, "may")
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


def _auxiliary(words: Sequence[Word], at: int) -> Modal:
    low = words[at].low
    modality = MODALITIES.get(low, "must_not")
    begun = at + (2 if low == "can" else 1)
    verb, negative = skip(words, begun)
    after = words[verb].low if verb < len(words) else ""
    inner: Modal | None = None
    if after == "be":
        inner = being(words, at, verb + 1, negative=negative) or owned(words, at, verb + 1)
    elif after == "have" and are(words, verb + 1, "to"):
        freed = negative or low == "may"  # will not have to; may have to
        return Modal(at, verb + 2, verb + 2, "" if freed else "must", inner=True)
    elif (
        after == "have" and low != "must" and (low != "may" or are(words, verb + 1, "the", "right"))
    ):
        inner = having(words, at, verb + 1, negative=negative)
    elif after == "refrain":
        return Modal(at, verb + 1, verb, "" if negative else "must_not", inner=True)
    if inner is not None and not (low == "must" and inner.modality == "may"):
        return inner
    end = begun
    while end < len(words) and words[end].low in NEGATIVE:
        end += 1
    if negative or low in ("cannot", "can"):
        modality = "must_not"
    return Modal(at, end, verb, modality)


def _and_not(words: Sequence[Word], at: int, last: Modal) -> Modal | None:
    """The modal of "and not (to) do" after a modal that obliges."""
    if last.modality != "must" or at - 1 <= last.verb or at + 1 >= len(words):
        return None
    listed = words[at - 1].low == ";" and are(words, at + 1, "to")
    if words[at - 1].low not in ("and", "but") and not listed:
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
