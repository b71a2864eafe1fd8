"""Where the noun phrase of a subject begins, after a heading or an adverbial without a comma."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.lang.en.duties.clauses import has_relative
from contractkit.lang.en.duties.names import Names
from contractkit.lang.en.duties.nouns import PRONOUNS
from contractkit.lang.en.duties.people import is_participle, is_thing, links
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import (
    DETERMINERS,
    FINITE,
    LOOSE,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
)

SHORT = 3  # letters at most of what is no heading but a name: JV Company
GAP = 3  # characters at least between a heading and the sentence that goes on in its line


def trimmed(text: Sequence[Word], start: int, end: int, known: Names) -> int:
    """Where the noun phrase of the subject begins: after a heading or an adverbial without comma."""
    adverbial = text[start].low in PREPOSITIONS
    if adverbial and text[end - 1].low in PRONOUNS and end - start > 1:
        return end - 1
    for place in range(end - 1, start, -1):
        if _opens(text, place, start) or _after_gap(text, place, end, known):
            return place
    name = _known_at_end(text, start, end, known, adverbial=adverbial)
    if name > start or not adverbial:
        return name
    for place in range(end - 1, start + 1, -1):
        begins = text[place].raw[:1].isupper() and text[place - 1].raw.islower()
        if begins and _is_noun(text, place - 1, start):
            return place  # in such event Payer shall
    return start


def _opens(text: Sequence[Word], place: int, start: int) -> bool:
    """Whether a determiner opens a noun phrase right after another: upon termination the Payer"""
    determiner = text[place].low in DETERMINERS and text[place].raw != "A"
    return determiner and _is_noun(text, place - 1, start) and not has_relative(text, start, place)


def _after_gap(text: Sequence[Word], place: int, end: int, known: Names) -> bool:
    """Whether a name stands here after a gap, as it does after a heading."""
    before, word = text[place - 1], text[place]
    apart = word.start - before.end >= GAP and word.raw[:1].isupper() and not links(before.low)
    return apart and known.ending(text, end) <= place


def _known_at_end(
    text: Sequence[Word], start: int, end: int, known: Names, *, adverbial: bool
) -> int:
    """Where a known name at the end begins, if what stands before it is not part of it."""
    name = known.ending(text, end)
    while start < name < end and text[name - 1].low in DETERMINERS:
        name -= 1
    if not start < name < end or not _is_noun(text, name - 1, start):
        return start
    head = text[name - 1]
    heading = head.raw.isupper() and len(head.raw) > SHORT and not text[end - 1].raw.isupper()
    owned = is_thing(head.low) and known.has(text, name, end)
    before_name = head.raw[:1].islower() and text[name].raw[:1].isupper()  # not "model provider"
    apart = adverbial or heading or owned or before_name
    return name if apart and not has_relative(text, start, name) else start


def _is_noun(text: Sequence[Word], place: int, start: int) -> bool:
    """Whether the word can end a noun phrase, so that a determiner after it opens another."""
    low = text[place].low
    return (
        place >= start
        and not _is_infinitive(text, place, start)
        and not links(low)
        and not (is_participle(low) and text[place].raw.islower())
        and low not in RELATIVES
        and low not in SUBORDINATORS
        and (low not in FINITE or text[place].raw.isupper())
        and not low.endswith("ing")
        and low not in LOOSE
    )


def _is_infinitive(text: Sequence[Word], place: int, start: int) -> bool:
    """Whether the word is what "to" leads in: an action to enforce; not "prior to termination"."""
    if (
        place - 2 < start
        or text[start].low in PREPOSITIONS
        or text[place - 1].low != "to"
        or is_thing(text[place].low)
    ):
        return False
    return text[place].raw.islower()
