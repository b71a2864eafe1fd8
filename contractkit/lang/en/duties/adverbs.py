"""What may stand between a modal and its verb or its subject: adverbs, phrases, asides."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import ADVERBS, LY_NOUNS, MODALITIES, NEGATIVE, NEVER, PHRASES

_BY_FIRST: dict[str, list[tuple[str, ...]]] = {}
for _phrase in PHRASES:
    _BY_FIRST.setdefault(_phrase[0], []).append(_phrase)


def are(words: Sequence[Word], at: int, *lows: str) -> bool:
    """Whether these words stand at ``at``."""
    return at + len(lows) <= len(words) and all(
        words[at + place].low == low for place, low in enumerate(lows)
    )


def is_adverb(low: str) -> bool:
    """Whether a word may stand between a modal and its verb or its subject."""
    return low in ADVERBS or (low.endswith("ly") and len(low) > 4 and low not in LY_NOUNS)


def phrase_at(words: Sequence[Word], at: int) -> int:
    """How many words the adverbial phrase has that begins at ``at``; 0 if none does."""
    for phrase in _BY_FIRST.get(words[at].low, ()):
        if are(words, at, *phrase):
            return len(phrase)
    return 0


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
        elif low == "," and (past := aside(words, at)):
            at = past
        else:
            break
    return at, negative


def aside(words: Sequence[Word], at: int) -> int:
    """Where a short aside between commas ends: shall, at its own expense, keep; 0 if none does."""
    for end in range(at + 2, min(at + 26, len(words))):
        if words[end].low == ":" and end == len(words) - 1:
            return end  # shall not, alone or with others:
        if words[end].low in (";", ":", "(#)", *MODALITIES):
            return 0
        if words[end].low == ",":
            return end + 1
    return 0
