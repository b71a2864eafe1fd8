"""Who must, must not or may do what by when, from an English sentence.

Each modal of the sentence (shall, may not, agrees to) makes a row. Its subject is the noun phrase
before it; a modal that follows "and" has the subject of the one before; of a passive the agent
after "by". What only states (shall mean, shall be governed by) makes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from contractkit.lang.en.duties.actors import Acted, acted
from contractkit.lang.en.duties.adverbs import is_adverb
from contractkit.lang.en.duties.clauses import clause_start
from contractkit.lang.en.duties.modals import modals
from contractkit.lang.en.duties.own_words import own_words
from contractkit.lang.en.duties.people import Names, names
from contractkit.lang.en.duties.rows import row_of
from contractkit.lang.en.duties.tokens import Word, words
from contractkit.lang.en.duties.words import COUPLES
from contractkit.lang.en.times import times
from contractkit.lang.statements import Duty, Lead

_IF = re.compile(
    r"\b(?:if|in the event(?: that| of)?|provided that|provided, however, that|on condition that"
    r"|subject to|so long as|as long as|upon (?:the )?(?:request|receipt|notice|termination|written)"
    r"|when|where|in case of)\b[^;.]{3,240}?(?=,\s|;|\.|\Z)",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\b(?:unless|except(?: that| as| for| to| in| with| where| when)?|other than|excluding)\b"
    r"[^;.]{2,240}?(?=,\s|;|\.|\)|\Z)",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(?:otherwise,|failing which|failure to (?:do so|comply)|in default (?:of which|thereof))"
    r"[^.]{3,240}",
    re.IGNORECASE,
)
_ENUMERATED = re.compile(
    r"(?:^|[\s,;:])\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s*|(?:^|[;:,]|\band|\bor)\s{0,20}\b[a-z]\.\s"
)
_NOT = re.compile(r"(?:not|never)\s", re.IGNORECASE)  # of an item: not disclose it


def duties(text: str, lead: Lead | None, actors: Sequence[str]) -> tuple[Duty, ...]:
    """The duties that a sentence states; those of an item of a list with its lead's actor."""
    known = names(tuple(actors))
    rows = tuple(_rows(text, known, lead))
    if rows or lead is None or not re.search(r"[a-z]{3}", text) or _is_sentence(text, known):
        return rows
    row = Duty(lead.who, _of_item(lead.modality, text), _tidy(text), 0, len(text), "duty.item")
    return tuple(_split(_complete(row, text, text), text, 0, len(text)))


def _is_sentence(text: str, known: Names) -> bool:
    """Whether an item is a sentence with a modal of its own, which no lead goes on with."""
    told = words(text)
    own = next((one.subject for one in acted(told, known, None) if not one.subject.depends), None)
    opens = own is not None and all(word.low == "(#)" for word in told[: own.begin])
    return opens and own is not None and not own.same


def lead(text: str, actors: Sequence[str]) -> Lead | None:
    """What a text that ends with a colon, or with a modal, hands on to its list."""
    tail = text.rstrip()[-2000:]
    told = words(tail)
    if not told or (
        not tail.endswith((":", "—", "-")) and not any(m.end >= len(told) for m in modals(told))
    ):
        return None
    rows = list(_rows(tail, names(tuple(actors)), None, bare=True))
    return Lead(rows[-1].who, rows[-1].modality) if rows else None


def _rows(text: str, known: Names, lead: Lead | None, *, bare: bool = False) -> Iterator[Duty]:
    """A row for each modal; ``bare``: also for one after which nothing stands."""
    told = words(text)
    found = list(acted(told, known, lead))
    begins = _begins(told, found)
    past = 0
    for place, (one, whole) in enumerate(zip(found, _ends(told, found), strict=True)):
        after = found[place + 1].subject.begin if place + 1 < len(found) else len(told)
        stop = _before(told, max(after, one.modal.end))
        begin, past = max(begins[place], past), stop if not one.subject.depends else past
        row = None if one.subject.depends else row_of(told, one, stop, known)
        if row is None:
            continue
        at = _at(told, max(one.modal.end, one.subject.end if one.is_turned else 0), text)
        end = _end(told, stop, text)
        what = "" if _only_leads(told, one) else _tidy(text[at:end])
        row = replace(row, what=what, start=_begun(told, one), end=end)
        following = found[place + 1] if place + 1 < len(found) else None
        if not row.what and following and (following.subject.same or following.is_turned):
            row = replace(row, what=_tidy(text[at:].rpartition(",")[2]))  # shall, and may, do
        if row.what or bare:
            main = own_words(text, told, begin, one.subject.start, one.modal.end, max(stop, whole))
            row = _complete(row, text[_at(told, begin, text) : end], main)
            yield from _split(row, text, at, _end(told, max(stop, whole), text))


def _begins(told: Sequence[Word], found: Sequence[Acted]) -> list[int]:
    """Where the clause of each modal begins, with those within that lead it in.

    Upon a request which may be late, Payer shall: that of "shall" begins at "Upon".
    """
    begins: list[int] = []
    main = -1  # the modal of the main clause before
    for one, before in zip(found, (None, *found), strict=False):
        begin = one.subject.begin
        if before is not None and before.subject.depends and not one.subject.depends:
            led_in = clause_start(told, begin)
            begin = min(begin, led_in) if led_in > main else begin
        begins.append(begin)
        main = main if one.subject.depends else one.modal.start
    return begins


def _ends(told: Sequence[Word], found: Sequence[Acted]) -> list[int]:
    """Where the clause of each modal ends, with the clauses that depend on it."""
    ends: list[int] = []
    next_main = len(told)
    for one in reversed(found):
        ends.append(_before(told, next_main))
        if not one.subject.depends:
            next_main = one.subject.begin
    return ends[::-1]


def _only_leads(told: Sequence[Word], one: Acted) -> bool:
    """Whether the list that follows has the verb: shall not, alone or with others:"""
    return one.modal.verb == len(told) - 1 and told[one.modal.verb].low == ":"


def _begun(told: Sequence[Word], one: Acted) -> int:
    if one.subject.same and not one.modal.goes_on:
        return told[one.modal.start].start
    return told[min(one.subject.start, one.modal.start)].start


def _at(told: Sequence[Word], place: int, text: str) -> int:
    return told[place].start if place < len(told) else len(text)


def _end(told: Sequence[Word], stop: int, text: str) -> int:
    return told[stop - 1].end if 0 < stop < len(told) else len(text)


def _before(told: Sequence[Word], stop: int) -> int:
    """``stop`` without the couples and commas that only lead on to what follows."""
    while stop > 0 and (told[stop - 1].low in COUPLES or told[stop - 1].low == ","):
        stop -= 1
    return stop


def _split(row: Duty, text: str, at: int, stop: int) -> Iterator[Duty]:
    """A row for each of (a), (b), (c) right after the modal; else the row itself."""
    marks = list(_ENUMERATED.finditer(text, max(at - 1, 0), stop))
    between = words(text[at : marks[0].start()]) if marks else []
    if len(marks) < 2 or any(word.low not in ",:" and not is_adverb(word.low) for word in between):
        yield row
        return
    row = replace(row, deadline=times(text[: marks[0].start()])[0])
    ends = [*(mark.start() for mark in marks[1:]), stop]
    for mark, end in zip(marks, ends, strict=True):
        what = re.sub(r"[,;]?\s*(?:and|or)?\s*\Z", "", _tidy(text[mark.end() : end]))
        if what:
            modality = _of_item(row.modality, what)
            part = replace(
                row,
                modality=modality,
                what=what,
                start=mark.start(),
                end=end,
                rule="duty.enumerated",
            )
            stretch = text[mark.start() : end]
            yield _complete(part, stretch, own_words(stretch, words(stretch), 0, 0, 0, None))


def _of_item(modality: str, item: str) -> str:
    """The modality of an item of a list: shall (a) keep it and (b) not disclose it."""
    text = re.sub(r"\A\W*(?:\w{1,4}[.)]\s+)?", "", item)
    return "must_not" if modality == "must" and _NOT.match(text) else modality


def _complete(row: Duty, part: str, main: str) -> Duty:
    """The row with its conditions from its ``part`` of the text, its times from ``main`` of it."""
    when = times(" ".join(main.split()))
    condition, exception = _IF.search(part), _EXCEPT.search(part)
    consequence = _ELSE.search(part)
    return replace(
        row,
        deadline=when[0] or row.deadline,
        trigger=when[1] or row.trigger,
        condition=_tidy(condition[0]) if condition else row.condition,
        exception=_tidy(exception[0]) if exception else row.exception,
        consequence=_tidy(consequence[0]) if consequence else "",
    )


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:.")
