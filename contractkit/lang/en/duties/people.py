"""Who can be obliged: names of parties, and nouns that are of a person or a body by their form."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.lang.en.duties.adverbs import is_adverb
from contractkit.lang.en.duties.names import Names
from contractkit.lang.en.duties.nouns import (
    CORRELATIVES,
    DESCRIBED,
    NOT_PEOPLE,
    OWNED,
    PARTS,
    PEOPLE,
    PERSON_ENDS,
    POSTPOSED,
    PRONOUNS,
    STANDS_ALONE,
    THING_ENDS,
)
from contractkit.lang.en.duties.tokens import Word
from contractkit.lang.en.duties.verbs import IRREGULAR, NOT_PARTICIPLES
from contractkit.lang.en.duties.words import (
    COUPLES,
    DETERMINERS,
    FINITE,
    LOOSE,
    PREPOSITIONS,
    RELATIVES,
    STRONG,
    SUBORDINATORS,
)

_HERE = frozenset(
    {"hereto", "hereof", "hereunder", "herein", "thereof", "thereto", "thereunder", "therein"}
)
REACH = 160  # words: who was named further back is not meant
_NAMEABLE = PEOPLE - PRONOUNS
_ARTICLES = frozenset({"the", "a", "an"})
_ONE = frozenset({"party", "parties", "person"})


def is_person(text: Sequence[Word], start: int, end: int, known: Names) -> bool:
    """Whether the noun phrase is of somebody who can be obliged, by its head."""
    head = _head(text, start, end)
    if [word.low for word in text[start:end]] == ["no", "one"]:
        return True
    if head < start:
        return False
    if known.ending(text, head + 1) <= head:
        return True
    low, raw = text[head].low, text[head].raw
    alone = head + 1 == end and low in STANDS_ALONE - {"such"}  # and each shall
    if alone or low in PEOPLE or low.removeprefix("sub") in PEOPLE:
        return True
    if low.endswith(("'s", "s'")) or low in OWNED:
        return False
    if low.endswith(PERSON_ENDS) and low not in NOT_PEOPLE and len(low) > 3:
        return True
    if not _is_name(raw) or (not raw[:1].isdigit() and (is_thing(low) or low in NOT_PEOPLE)):
        return False
    if (
        head + 2 < end
        and text[head + 1].low == ","
        and text[head + 2].raw.islower()
        and start == head
    ):
        return False  # Fire, flood or strikes
    if not _capitals_tell(text, start, end):
        return False
    correlative = text[start].low in CORRELATIVES and text[start + 1].raw[:1].isupper()
    named = text[start].low not in DETERMINERS or (correlative and head == start + 1)
    plural = low.endswith("s") and not low.endswith(("is", "us", "as", "os", "ss", "ys"))
    return named and not (head == start == 0 and plural)


def _is_name(raw: str) -> bool:
    """Whether a word is written as names are: Acme, eHealth, 24hours; not 30th"""
    if raw[:1].isdigit():
        return len(raw.lstrip("0123456789")) > 2
    return raw != raw.lower()


def _capitals_tell(text: Sequence[Word], start: int, end: int) -> bool:
    """Whether small letters stand around, so that a capital one says that a word is a name."""
    return any(word.raw.islower() for word in text[max(start - 8, 0) : end + 8])


def _head(text: Sequence[Word], start: int, end: int) -> int:
    """The word that the noun phrase is about: each of the Parties -> Parties."""
    place = start
    while end > start and text[end - 1].low in _HERE:
        end -= 1
    if place + 2 < end and text[place].low in ("a", "the") and text[place + 1].low in PARTS:
        place += 1
    while place + 1 < end and text[place].low in PARTS and text[place + 1].low == "of":
        place += 2
    head = described = start - 1
    for at in range(place, end):
        low = text[at].low
        if low in ("and", "or") and at > place and _describes(text, at + 1, end):
            described = at + 1  # the innocent or injured party
            continue
        opens = low in RELATIVES or low in PREPOSITIONS
        if low in COUPLES or low == "," or (opens and at > place):
            break
        if head >= place and at != described and _ends_head(text, head, at, end):
            break
        head = at
    article = head >= place and text[head].low in DETERMINERS and text[head].raw != "A"
    return start - 1 if article and text[head].low not in STANDS_ALONE else head


def _describes(text: Sequence[Word], at: int, end: int) -> bool:
    """Whether the word is a participle before its noun."""
    form = at + 1 < end and text[at].raw.islower()
    return form and (is_participle(text[at].low) or text[at].low.endswith("ing"))


def _ends_head(text: Sequence[Word], head: int, at: int, end: int) -> bool:
    """Whether what follows the head describes it: the party so affected, a party claiming it."""
    low, before = text[at].low, text[head].low
    if (
        low == "so"
        or (low in POSTPOSED and _ends_noun(before) and text[at].raw.islower())
        or (is_adverb(low) and before not in DETERMINERS and _ends_noun(before))
    ):
        return True
    form = (is_participle(low) or low.endswith("ing")) and not before.endswith(("'s", "s'"))
    if not form or not text[at].raw.islower() or at + 1 >= end or not _ends_noun(before):
        return False
    kind = at + 2 == end and text[at + 1].low in OWNED and before not in DESCRIBED
    return before not in DETERMINERS and text[at + 1].low not in COUPLES and not kind


def _ends_noun(low: str) -> bool:
    return low in PEOPLE or low.endswith(PERSON_ENDS) or is_thing(low) or low.endswith("s")


def is_thing(low: str) -> bool:
    """Whether the noun is of a thing, an amount or an event by its form."""
    return low in OWNED or (len(low) > 5 and low.endswith(THING_ENDS))


def is_participle(low: str) -> bool:
    """Whether the word is a past participle by its form."""
    return low in IRREGULAR or (low.endswith("ed") and len(low) > 3 and low not in NOT_PARTICIPLES)


def said(text: Sequence[Word], start: int, end: int) -> str:
    """The subject as one line, without its article, its relative clause and "hereto"."""
    parts: list[str] = []
    for place in range(start, end):
        word = text[place]
        if word.low in RELATIVES and place > start:
            if parts and text[place - 1].low in PREPOSITIONS:
                parts.pop()
            break
        if word.low == "hereto":
            continue
        parts.append(word.raw)
    while parts and parts[0].lower() in ("the", "a", "an"):
        parts.pop(0)
    return " ".join(parts).replace(" ,", ",").strip(" ,")


def mentioned(text: Sequence[Word], end: int, known: Names) -> str:
    """Who is named last before word ``end``, "" if nobody is: whom a pronoun means."""
    for place in range(end, 0, -1):
        begun = known.ending(text, place)
        if place < end and text[place].raw[:1].isupper() and is_thing(text[place].low):
            continue  # Payer Data
        if begun < place and text[begun].low not in PRONOUNS:
            return said(text, _with_which(text, begun), place)
        if text[place - 1].low in _ONE or _is_title(text[place - 1]):
            return said(text, _with_which(text, _name_start(text, place)), place)
    for place in range(end - 1, max(end - REACH, 0), -1):  # the court … it
        if text[place].low in _NAMEABLE and text[place - 1].low in _ARTICLES:
            return text[place].raw
    return ""


def _with_which(text: Sequence[Word], start: int) -> int:
    """Where a name begins with the word that says which is meant: either party"""
    return start - (start > 0 and text[start - 1].low in ("each", "either", "such", "any"))


def _is_title(word: Word) -> bool:
    """Whether a word with a capital is of a person by its form: Receiver, Trustee"""
    low = word.low
    person = word.raw[:1].isupper() and (low in PEOPLE or low.endswith(PERSON_ENDS))
    return person and not any(low in others for others in (LOOSE, PRONOUNS, NOT_PEOPLE, OWNED))


def _name_start(text: Sequence[Word], end: int) -> int:
    """Where the name begins that ends before word ``end``: the receiving party, Escrow Agent."""
    start = end - 1
    party = text[start].low in ("party", "parties")
    while start > 0 and end - start < 4:
        word = text[start - 1]
        if links(word.low) or word.low in STRONG | FINITE | SUBORDINATORS:
            break
        if not word.raw[:1].isalpha() or not (word.raw[:1].isupper() or party):
            break
        start -= 1
    return start


def links(low: str) -> bool:
    """Whether the word goes with what follows it, and ends no noun phrase."""
    return low in PREPOSITIONS or low in COUPLES or low in DETERMINERS or low == ","
