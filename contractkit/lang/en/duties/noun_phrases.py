"""Where the noun phrase of a subject begins, after a heading or an adverbial without a comma."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.lang.en.duties.clauses import has_relative
from contractkit.lang.en.duties.people import Names, is_participle, is_thing, links
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.words import (
    DETERMINERS,
    FINITE,
    LOOSE,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
)


def trimmed(text: Sequence[Word], start: int, end: int, known: Names) -> int:
    """Where the noun phrase of the subject begins: after a heading or an adverbial without comma."""
    adverbial = text[start].low in PREPOSITIONS
    if adverbial and text[end - 1].low in PRONOUNS and end - start > 1:
        return end - 1
    for place in range(end - 1, start, -1):
        low, before = text[place].low, text[place - 1]
        if (
            low in DETERMINERS
            and text[place].raw != "A"
            and _is_noun(text, place - 1, start)
            and not has_relative(text, start, place)
            and not (low in ("all", "both", "each", "this", "said", "none") and False)
        ):
            return place
        gap = text[place].start - before.end > 1
        if (
            gap
            and text[place].raw[:1].isupper()
            and not links(before.low)
            and known.ending(text, end) <= place
            and text[place].start - before.end > 2
        ):
            return place
    name = known.ending(text, end)
    while start < name < end and text[name - 1].low in DETERMINERS:
        name -= 1
    if (
        start < name < end
        and _is_noun(text, name - 1, start)
        and not has_relative(text, start, name)
    ):
        head = text[name - 1]
        heading = head.raw.isupper() and not text[end - 1].raw.isupper()
        owned = is_thing(head.low) and known.has(text, name, end)
        if adverbial or not head.raw[:1].isupper() or heading or owned:
            return name
    if adverbial:
        for place in range(end - 1, start + 1, -1):
            if (
                text[place].raw[:1].isupper()
                and text[place - 1].raw.islower()
                and _is_noun(text, place - 1, start)
            ):
                return place
    return start


def _is_noun(text: Sequence[Word], place: int, start: int) -> bool:
    """Whether the word can end a noun phrase, so that a determiner after it opens another."""
    low = text[place].low
    return (
        place >= start
        and not links(low)
        and not (is_participle(low) and text[place].raw.islower())
        and low not in RELATIVES
        and low not in SUBORDINATORS
        and (low not in FINITE or text[place].raw.isupper())
        and not low.endswith("ing")
        and low not in LOOSE
    )
