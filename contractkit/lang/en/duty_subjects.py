"""The subject of a modal: the noun phrase before it, and whether it is somebody who can be obliged.

The words before the modal are read back to the beginning of its clause: a mark, "that" after a word
of saying, or "and" after another clause. What introduces the clause (Upon termination, Payer shall)
is left out; a modal in a relative clause or an if-clause depends on another clause and has none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from contractkit.lang.en.duty_modals import is_adverb, phrase_at
from contractkit.lang.en.duty_tokens import Word, words
from contractkit.lang.en.duty_words import (
    CONTACT,
    COUPLES,
    DETERMINERS,
    FINITE,
    GENERIC,
    IRREGULAR,
    LOOSE,
    NOT_PEOPLE,
    NOT_PARTICIPLES,
    OWNED,
    PEOPLE,
    PERSON_ENDS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SAYS,
    STRONG,
    SUBORDINATORS,
    THING_ENDS,
)

_PLAIN = frozenset({"do", "does", "did", "is", "are", "has", "have", "not"})
_HERE = frozenset(
    {"hereto", "hereof", "hereunder", "herein", "thereof", "thereto", "thereunder", "therein"}
)
REACH = 160  # words: a clause that begins further back is not understood


@dataclass(frozen=True, slots=True)
class Subject:
    """The subject at words ``start`` to ``end``; its clause, with what introduces it, at ``begin``.

    ``same``: that of the modal before it. ``depends``: the clause depends on another.
    """

    begin: int
    start: int
    end: int
    same: bool = False
    depends: bool = False


class Names:
    """The names of those who can be obliged, by their last word."""

    def __init__(self, actors: Sequence[str], common: Sequence[str]) -> None:
        self._own: set[tuple[str, ...]] = set()
        self._by_last: dict[str, list[tuple[str, ...]]] = {}
        for name in (*actors, *common):
            lows = tuple(word.low for word in words(name))
            while lows and lows[0] in ("the", "a"):
                lows = lows[1:]
            if set(lows) <= OWNED:
                continue  # a party is not called "this Amendment"
            if lows:
                self._by_last.setdefault(lows[-1], []).append(lows)
            if name in actors:
                self._own.add(lows)

    def ending(self, text: Sequence[Word], end: int) -> int:
        """Where the longest name begins that ends before word ``end``; ``end`` if none does."""
        if end <= 0:
            return end
        best = end
        for lows in self._by_last.get(text[end - 1].low, ()):
            begun = end - len(lows)
            if begun >= 0 and tuple(word.low for word in text[begun:end]) == lows:
                best = min(best, begun)
        return best

    def has(self, text: Sequence[Word], start: int, end: int) -> bool:
        """Whether the words are a name that the agreement itself gives."""
        return tuple(word.low for word in text[start:end]) in self._own


@lru_cache(maxsize=64)
def names(actors: tuple[str, ...]) -> Names:
    """The names of an agreement's parties with those that parties commonly have."""
    return Names(actors, GENERIC)


def subject(text: Sequence[Word], at: int, past: int, known: Names) -> Subject:
    """The subject of the modal at word ``at``; ``past`` is where the words of the one before end."""
    low = _clause(text, at)
    end = _before_asides(text, at, max(low, past))
    if end <= low or (
        end <= past and end > low and text[end - 1].low not in (*STRONG, ",", *COUPLES)
    ):
        if end > low:
            return Subject(end, end, end, depends=True)
        return Subject(low, at, at, same=True)
    if text[end - 1].low in COUPLES:
        told = _told_before(text, max(low, past), end - 1, known)
        if told is not None:
            return told
    if text[end - 1].low in COUPLES or (text[end - 1].low == "(#)"):
        return Subject(end - 1, at, at, same=True)
    if text[end - 1].low in RELATIVES or text[end - 1].low in SUBORDINATORS:
        return Subject(end - 1, at, at, depends=True)
    if past > low and end == at - 1 and text[end].low == "," and not _couples(text, past, end):
        return Subject(at, at, at, same=True)  # may keep them, may use them
    neither = _last(text, "neither", max(low, past), end)
    if neither >= 0:
        return _neither(text, neither, end, max(low, past))
    comma = _last(text, ",", max(low, past), end)
    if past > low and comma < 0:
        return _after_predicate(text, past, end, known)
    if past <= low:
        return _in_clause(text, low, comma + 1 if comma >= 0 else low, end, known, False)
    return _in_clause(text, _opening(text, past, comma), comma + 1, end, known, True)


def opening(text: Sequence[Word], here: Subject, at: int, known: Names) -> Subject:
    """The subject of a clause whose first verb is no modal: The license is personal and may not"""
    low = _clause(text, at)
    for place in range(low + 1, at):
        named = known.ending(text, place) - (text[low].low in DETERMINERS) == low
        if text[place].low in FINITE or (named and _is_verb_form(text[place])):
            comma = _last(text, ",", low, place)
            end = place
            while end > low + 1 and is_adverb(text[end - 1].low):
                end -= 1
            found = _in_clause(text, low, comma + 1 if comma >= 0 else low, end, known, False)
            return found if not found.depends else here
    return here


def around(text: Sequence[Word], inner: Subject, known: Names) -> Subject | None:
    """The subject that the relative clause of ``inner`` is about: any fees which may be due shall"""
    low = _clause(text, inner.begin)
    end = inner.begin
    while end > low and (text[end - 1].low == "," or text[end - 1].low in PREPOSITIONS):
        end -= 1
    if end <= low or text[inner.begin].low not in RELATIVES:
        return None
    comma = _last(text, ",", low, end)
    return _in_clause(text, low, comma + 1 if comma >= 0 else low, end, known, False)


def _clause(text: Sequence[Word], at: int) -> int:
    """Where the stretch begins that no strong mark cuts."""
    place = at
    while place > 0 and at - place < REACH:
        if text[place - 1].low in STRONG and not (place == at and text[place - 1].low == "(#)"):
            break
        place -= 1
    return place


def _told_before(text: Sequence[Word], low: int, couple: int, known: Names) -> Subject | None:
    """The subject of a verb without a modal that "and shall" goes on from: Payer hereby agrees and"""
    verb = couple
    while verb > low and text[verb - 1].low in _PLAIN:
        verb -= 1
    if low < verb < couple:
        return subject(text, verb, low, known)
    for place in range(couple - 1, low, -1):
        name = known.ending(text, place)
        if name >= place or name <= low or text[name - 1].low not in (*COUPLES, ","):
            continue
        after = place
        while after < couple and is_adverb(text[after].low):
            after += 1
        if after < couple and (
            text[after].low in FINITE or (after > place and text[after].low.endswith("s"))
        ):
            return Subject(name, name, place)
    return None


def _neither(text: Sequence[Word], start: int, end: int, low: int) -> Subject:
    """The subject that "neither" opens, up to an aside: neither A nor B, acting for C, shall"""
    stop = end
    for place in range(start + 1, end - 1):
        if text[place].low == "," and _is_aside(text[place + 1].low):
            stop = place
            break
    begin = (
        _opening(text, low, start - 1)
        if start > low and text[start - 1].low in (*COUPLES, ",")
        else start
    )
    return Subject(begin, start, stop)


def _opening(text: Sequence[Word], past: int, comma: int) -> int:
    """Where a later clause begins: at "and" before what introduces it (…, and, on demand, Payer)"""
    place = comma
    while place > past:
        if text[place + 1].low in LOOSE:
            return place + 1
        place = _last(text, ",", past, place)
    return comma + 1


def _last(text: Sequence[Word], low: str, start: int, end: int) -> int:
    for place in range(end - 1, start - 1, -1):
        if text[place].low == low:
            return place
    return -1


def _before_asides(text: Sequence[Word], at: int, low: int) -> int:
    """Where the subject ends: before adverbs and before ", at its own expense," """
    end = at
    while end > low:
        if is_adverb(text[end - 1].low) or (text[end - 1].low == "(#)" and end == at):
            end -= 1
        elif size := _phrase_before(text, low, end):
            end -= size
        elif text[end - 1].low == ",":
            comma = _last(text, ",", low, end - 1)
            first = text[comma + 1].low if comma >= 0 else ""
            that = _last(text, "that", max(comma, 0), end - 1)
            inside = that >= 0 and not _has_verb(text, that + 1, end - 1)
            if comma < 0 or comma == low or inside or not _is_aside(first):
                # ", directly or indirectly, shall": the subject is before the first of the commas
                return end - 1
            end = comma
        else:
            break
    return end


def _is_aside(first: str) -> bool:
    return (
        first in PREPOSITIONS
        or first in SUBORDINATORS
        or first in RELATIVES
        or first
        in (
            "a",
            "an",
            "together",
            "its",
            "acting",
            "jointly",
            "such",
            "being",
            "each",
            "respectively",
            "where",
        )
        or is_adverb(first)
        or first.endswith(("ing", "ed"))
    )


def _phrase_before(text: Sequence[Word], low: int, end: int) -> int:
    for size in (2, 3, 4, 5):
        if end - size >= low and phrase_at(text, end - size) == size:
            return size
    return 0


def _after_predicate(text: Sequence[Word], past: int, end: int, known: Names) -> Subject:
    """The subject where another modal and its words stand before it without a comma."""
    for place in range(end - 1, past - 1, -1):
        low = text[place].low
        if low in COUPLES and place + 1 < end and text[place + 1].low in PREPOSITIONS:
            continue
        if low == "or" and text[place - 1].low == "whether":
            return Subject(place, place, end, depends=True)
        if low in COUPLES and not _joins_names(text, place, end, past):
            return _whole(text, place + 1, place + 1, end, known)
        if low == "that" and place > past and _says(text, place):
            return _whole(text, place + 1, place + 1, end, known)
        if low == "which" and text[place - 1].low == "failing":
            return _whole(text, place + 1, place + 1, end, known)
        if low in RELATIVES or low in SUBORDINATORS or low in CONTACT:
            if _has_verb(text, place + 1, end):
                continue
            return Subject(place, place, end, depends=True)
        if low == "then":
            return _whole(text, place + 1, place + 1, end, known)
    return Subject(past, past, end, depends=True)


def _joins_names(text: Sequence[Word], couple: int, end: int, past: int) -> bool:
    """Whether "and" joins two parts of one subject: … and A and its Affiliates shall"""
    if text[couple].low not in ("and", "or", "nor") or couple - 1 < past:
        return False
    for place in range(couple - 1, max(past - 1, couple - 9), -1):
        low = text[place].low
        if low in COUPLES or low in (",", "that"):
            return (
                place + 1 < couple
                and (text[place + 1].low in DETERMINERS or text[place + 1].raw[:1].isupper())
                and not _has_verb(text, place + 1, couple)
                and not (low == "," and text[place + 1].low not in COUPLES)
            )
        if low in PREPOSITIONS and low != "of":
            return False
    return False


def _says(text: Sequence[Word], that: int) -> bool:
    """Whether "that" opens what is agreed or provided, not a relative clause."""
    place = that - 1
    while place >= 0 and (text[place].low == "," or is_adverb(text[place].low)):
        place -= 1
    told = place
    while told > max(0, place - 6) and (
        text[told].raw[:1].isupper() or text[told].low in ("to", "with", "the")
    ):
        told -= 1
        if text[told].low in SAYS:
            return True  # undertakes to Payer that
    if place > 0 and text[place].low in ("and", "but"):  # agrees that … and that
        return any(word.low in SAYS for word in text[_clause(text, place) : place])
    return place >= 0 and text[place].low in SAYS


def _is_verb_form(word: Word) -> bool:
    return word.raw.islower() and word.low.endswith(("s", "ed")) and word.low not in DETERMINERS


def _has_verb(text: Sequence[Word], start: int, end: int) -> bool:
    """Whether a finite verb stands among the words, so that what follows has another."""
    if (
        start > 0
        and text[start - 1].low in RELATIVES
        and start + 1 < end
        and _is_verb_form(text[start])
    ):
        return True  # a physician who leaves
    for place in range(start, end):
        low = text[place].low
        if low in FINITE:
            before = text[place - 1].low if place > start else ""
            if low in (
                "requests",
                "provides",
                "states",
                "shows",
                "results",
                "grants",
                "uses",
                "needs",
                "wants",
                "causes",
                "purchases",
            ) and (
                before in DETERMINERS
                or before in PREPOSITIONS
                or before in COUPLES
                or place + 1 == end
            ):
                continue
            return True
    return False


def _in_clause(
    text: Sequence[Word], begin: int, start: int, end: int, known: Names, said: bool
) -> Subject:
    """The subject in the last stretch between commas, ``start`` to ``end``, of a clause.

    ``said``: an earlier modal stands in the clause, so that "and" opens a new one.
    """
    coupled = text[start].low in COUPLES if start < end else False
    first = start
    while first < end and (
        text[first].low in LOOSE
        or (
            is_adverb(text[first].low)
            and text[first].low not in ("each", "both", "all", "neither", "either")
        )
    ):
        first += 1
    if first < end and text[first].low == "that":
        if _says(text, first):
            first += 1
            begin = first
            coupled = False
        elif (
            first != start
            or text[begin].low not in SUBORDINATORS
            or text[min(first + 1, end - 1)].raw[:1].isupper()
        ):
            return Subject(start, start, end, depends=True)
    if first >= end:
        return Subject(start, end, end, same=True)
    if said and not coupled and _ends_relative_list(text, begin, start, end):
        return Subject(start, start, end, depends=True)
    if coupled and not said:
        joined = _list_start(text, begin, start)
        if joined is None:
            return Subject(start, start, end, depends=True)
        alike = is_person(text, joined, start - 1, known) or not is_person(text, first, end, known)
        if joined < start and alike:
            return Subject(begin, joined, end)
    if (
        not coupled
        and not said
        and first == start > begin
        and any(text[place].low in ("and", "or") for place in range(start, end))
    ):
        joined = _list_start(text, begin, start)
        if (
            joined is not None
            and joined < start
            and is_person(text, joined, start - 1, known)
            and start - joined < 24
        ):
            return Subject(begin, joined, end)
    return _whole(text, begin if not coupled else start, first, end, known)


def _ends_relative_list(text: Sequence[Word], begin: int, start: int, end: int) -> bool:
    """Whether it is the last of a list that a relative opens: to which notices, bills or calls"""
    if not any(text[place].low in ("and", "or") for place in range(start, end)):
        return False
    comma = start - 1
    for _ in range(8):
        before = _last(text, ",", 0, comma)
        opens = max(before + 1, comma - 12)
        opener = max((at for at in range(opens, comma) if text[at].low in RELATIVES), default=-1)
        if opener >= 0:
            return not _has_verb(text, opener + 1, comma)
        if _has_verb(text, opens, comma) or comma - opens > 11:
            return False
        comma = before
        if comma < 0:
            return False
    return False


def _list_start(text: Sequence[Word], begin: int, start: int) -> int | None:
    """Where a list "A, B, and C" begins; ``start`` if "and" opens a clause; None after an if-clause."""
    found = start
    place = start - 1  # the comma
    while place > begin:
        comma = _last(text, ",", begin, place)
        opens = comma + 1 if comma >= 0 else begin
        low = text[opens].low
        if low in SUBORDINATORS or _opens_case(text, opens, place):
            if opens == begin:
                return None
            place = comma
            continue
        if low in PREPOSITIONS or low in LOOSE or _has_verb(text, opens, place) or is_adverb(low):
            break
        that = _last(text, "that", opens, place)
        if that >= 0:
            return that + 1 if _says(text, that) else found
        found = opens
        place = comma
        if comma < 0:
            break
    return found


def _opens_case(text: Sequence[Word], start: int, end: int) -> bool:
    """Whether the stretch begins with "in the event" or "to the extent"."""
    return text[start].low in ("in", "to") and any(
        word.low in ("event", "extent", "case") for word in text[start : min(start + 4, end)]
    )


def _whole(text: Sequence[Word], begin: int, start: int, end: int, known: Names) -> Subject:
    """The subject between ``start`` and ``end``, where no comma stands."""
    while start < end and (text[start].low in LOOSE or text[start].low == ","):
        start += 1
    # the last word that opens a clause within: relative, if, that
    for place in range(end - 1, start - (text[start].low != "that" if start < end else 0), -1):
        low = text[place].low
        if low == "that" and _says(text, place):
            return _whole(text, place + 1, place + 1, end, known)
        if low == "or" and place > start and text[place - 1].low == "whether":
            continue
        if low == "which" and place > start and text[place - 1].low == "failing":
            return _whole(text, begin, place + 1, end, known)
        if low in RELATIVES or low in SUBORDINATORS:
            if low in ("as",) and place + 2 < end and text[place + 1].low == "well":
                continue
            if (
                low in ("once", "since", "as", "than")
                and place > start
                and _has_verb(text, place + 1, end)
            ):
                continue
            if _has_verb(text, place + 1, end) and place > start:
                continue
            if place == start:
                split = _reduced(text, start, end, known)
                if split:
                    return Subject(begin, split, end)
            return Subject(place, place, end, depends=True)
        if (
            low in CONTACT
            and place + 1 < end
            and place > start
            and text[place - 1].low in DETERMINERS
            and text[place + 1].low not in PREPOSITIONS
            and not _has_verb(text, place + 1, end)
            and low in ("extent", "event")
            and text[place - 1].low == "the"
        ):
            return Subject(place, place, end, depends=True)
        if (
            low in COUPLES
            and place > start
            and _has_verb(text, start, place)
            and not _has_relative(text, start, place)
        ):
            return _whole(text, begin, place + 1, end, known)
    if start >= end:
        return Subject(begin, end, end, same=True)
    cut = _trimmed(text, start, end, known)
    if (
        start < cut
        and cut > start + 1
        and end < len(text)
        and text[end].low == "may"
        and text[start + 1].low in DETERMINERS
        and text[cut - 1].low.endswith("s")
    ):
        return Subject(
            cut, cut, end, depends=True
        )  # notwithstanding any estimates Supplier may give
    return Subject(begin, cut, end)


def _couples(text: Sequence[Word], start: int, end: int) -> bool:
    return any(
        text[place].low in COUPLES or text[place].low in RELATIVES or text[place].low in SUBORDINATORS
        for place in range(start, end)
    )


def _has_relative(text: Sequence[Word], start: int, end: int) -> bool:
    return any(text[place].low in RELATIVES for place in range(start, end))


def _reduced(text: Sequence[Word], start: int, end: int, known: Names) -> int:
    """The subject after "if requested" and the like: where it begins, else 0."""
    if start + 2 < end and is_participle(text[start + 1].low):
        return start + 2
    return 0


def _trimmed(text: Sequence[Word], start: int, end: int, known: Names) -> int:
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
            and not _has_relative(text, start, place)
            and not (low in ("all", "both", "each", "this", "said", "none") and False)
        ):
            return place
        gap = text[place].start - before.end > 1
        if (
            gap
            and text[place].raw[:1].isupper()
            and not _links(before.low)
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
        and not _has_relative(text, start, name)
    ):
        head = text[name - 1]
        heading = head.raw.isupper() and not text[end - 1].raw.isupper()
        owned = _is_thing(head.low) and known.has(text, name, end)
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


def _links(low: str) -> bool:
    return low in PREPOSITIONS or low in COUPLES or low in DETERMINERS or low == ","


def _is_noun(text: Sequence[Word], place: int, start: int) -> bool:
    """Whether the word can end a noun phrase, so that a determiner after it opens another."""
    low = text[place].low
    return (
        place >= start
        and not _links(low)
        and not (is_participle(low) and text[place].raw.islower())
        and low not in RELATIVES
        and low not in SUBORDINATORS
        and (low not in FINITE or text[place].raw.isupper())
        and not low.endswith("ing")
        and low not in LOOSE
    )


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


def is_person(text: Sequence[Word], start: int, end: int, known: Names) -> bool:
    """Whether the noun phrase is of somebody who can be obliged, by its head."""
    head = _head(text, start, end)
    if head < start:
        return False
    if known.ending(text, head + 1) <= head:
        return True
    low, raw = text[head].low, text[head].raw
    if low in PEOPLE or low.removeprefix("sub") in PEOPLE:
        return True
    if low.endswith(("'s", "s'")) or low in OWNED:
        return False
    if low.endswith(PERSON_ENDS) and low not in NOT_PEOPLE and len(low) > 3:
        return True
    if _is_thing(low) or low in NOT_PEOPLE or not raw[:1].isupper() or raw[:1].isdigit():
        return False
    if (
        head + 2 < end
        and text[head + 1].low == ","
        and text[head + 2].raw.islower()
        and start == head
    ):
        return False  # Fire, flood or strikes
    named = text[start].low not in DETERMINERS
    plural = low.endswith("s") and not low.endswith(("is", "us", "as", "os", "ss", "ys"))
    return named and not (head == start == 0 and plural)


def _is_thing(low: str) -> bool:
    return low in OWNED or (len(low) > 5 and low.endswith(THING_ENDS))


def _head(text: Sequence[Word], start: int, end: int) -> int:
    """The word that the noun phrase is about: each of the Parties -> Parties."""
    place = start
    while end > start and text[end - 1].low in _HERE:
        end -= 1
    while (
        place < end
        and text[place].low
        in ("each", "either", "any", "all", "none", "one", "both", "neither", "some", "every")
        and place + 1 < end
        and text[place + 1].low == "of"
    ):
        place += 2
    head = start - 1
    for at in range(place, end):
        low = text[at].low
        opens = low in RELATIVES or low in PREPOSITIONS
        if low in COUPLES or low == "," or (opens and at > place):
            break
        if head >= place and low == "so":
            break  # the party so affected
        if (
            at > place
            and head >= place
            and (is_participle(low) or low.endswith("ing"))
            and text[at].raw.islower()
            and text[head].low not in DETERMINERS
            and at + 1 < end
            and text[at + 1].low not in COUPLES
            and _ends_noun(text[head].low)
        ):
            break
        head = at
    if (
        head >= place
        and text[head].low in DETERMINERS
        and text[head].raw != "A"
        and not text[head].low in ("each", "either", "all", "both", "such", "neither", "none")
    ):
        return start - 1
    return head


def _ends_noun(low: str) -> bool:
    return low in PEOPLE or low.endswith(PERSON_ENDS) or _is_thing(low) or low.endswith("s")


def speaker(text: Sequence[Word], at: int, known: Names) -> str:
    """Who agrees or acknowledges, in the stretch before word ``at``, what a pronoun is said in."""
    low = _clause(text, at)
    for place in range(low + 1, at):
        if (
            text[place].low in SAYS
            and text[place].low.endswith(("s", "e", "t"))
            and text[place].low in FINITE
        ):
            found = subject(text, place, low, known)
            if (
                not found.same
                and not found.depends
                and is_person(text, found.start, found.end, known)
            ):
                return said(text, found.start, found.end)
            return ""
    return ""


def mentioned(text: Sequence[Word], end: int, known: Names) -> str:
    """Who is named last before word ``end``, "" if nobody is: whom a pronoun means."""
    for place in range(end, 0, -1):
        begun = known.ending(text, place)
        if begun < place and text[begun].low not in PRONOUNS:
            whose = begun > 0 and text[begun - 1].low in ("each", "either", "such", "any")
            return said(text, begun - whose, place)
        low = text[place - 1].low
        if low in ("party", "parties", "person") or (
            text[place - 1].raw[:1].isupper()
            and (low in PEOPLE or low.endswith(PERSON_ENDS))
            and low not in LOOSE
            and low not in PRONOUNS
            and low not in NOT_PEOPLE
            and low not in OWNED
        ):
            start = place - 1
            while (
                start > 0
                and not _links(text[start - 1].low)
                and text[start - 1].low not in STRONG
                and text[start - 1].raw[:1].isalpha()
                and place - start < 4
                and text[start - 1].low not in FINITE
                and (text[start - 1].raw[:1].isupper() or low in ("party", "parties"))
            ):
                start -= 1
            return said(text, start, place)
    return ""
