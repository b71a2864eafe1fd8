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
from contractkit.lang.en.duties.clauses import clause_start
from contractkit.lang.en.duties.conditions import completed, tidy
from contractkit.lang.en.duties.items import of_item, split
from contractkit.lang.en.duties.leads import before_list, lists_cases, says_that
from contractkit.lang.en.duties.main_clauses import speaker
from contractkit.lang.en.duties.modals import has_modal, modals
from contractkit.lang.en.duties.names import Names, names
from contractkit.lang.en.duties.own_words import own_words
from contractkit.lang.en.duties.rows import row_of
from contractkit.lang.en.duties.tokens import Word, asides, words
from contractkit.lang.en.duties.words import COUPLES
from contractkit.lang.statements import Duty, Lead

_JOINS = re.compile(
    r"\s*(?:and|but|though|although|provided,? (?:however,? )?that)\s+", re.IGNORECASE
)
_EXCEPTION = re.compile(r"[,;]\s+(?:except|but|provided,?(?: however,?)?)\s+(?:that\s+)?\Z")
_CASE = re.compile(
    r"\s*(?:\(?\w{1,4}[.)]\s+)?(?!provided)[a-z]"
)  # an item that goes on with its lead
_OWN_SUBJECT = re.compile(
    r"(?:the|a|an|each|either|neither|any|no|all|both|we|you|it|they)\b|[A-Z]"
)


def duties(text: str, lead: Lead | None, actors: Sequence[str]) -> tuple[Duty, ...]:
    """The duties that a sentence states; those of an item of a list with its lead's actor."""
    known = names(tuple(actors))
    if lead is not None and not lead.who and not lead.modality:
        if _CASE.match(text):
            return ()
        lead = None
    rows = (*_rows(text, known, lead), *_aside_rows(text, known))
    if lead is None or not lead.modality:
        return rows
    item = text if not rows else _before_exception(text, rows[0].start)
    if not re.search(r"[a-z]{3}", item) or _is_sentence(item, known):
        return rows
    modality, what = of_item(lead.modality, tidy(item))
    row = Duty(lead.who, modality, what, 0, len(item), "duty.item")
    return (*split(completed(row, item, item), item, 0, len(item)), *rows)


def _before_exception(text: str, stop: int) -> str:
    """What an item says is to be done before its own rows begin: not disclose it, except that Payer may"""
    opens = _EXCEPTION.search(text, 0, stop)
    return text[: opens.start()] if opens else ""


def _aside_rows(text: str, known: Names) -> Iterator[Duty]:
    """The rows of the sentences that stand in brackets: (though Payer may accept it)"""
    for start, end in asides(text):
        inside = text[start:end]
        opens = _JOINS.match(inside)
        begin = start + (opens.end() if opens else 0)
        if _OWN_SUBJECT.match(text, begin):
            for row in _rows(text[begin:end], known, None):
                yield replace(row, start=row.start + begin, end=row.end + begin)


def _is_sentence(text: str, known: Names) -> bool:
    """Whether an item is a sentence with a modal of its own, which no lead goes on with."""
    told = words(text)
    own = next((one.subject for one in acted(told, known, None) if not one.subject.depends), None)
    opens = own is not None and all(word.low == "(#)" for word in told[: own.begin])
    return opens and own is not None and not own.same


def lead(text: str, actors: Sequence[str]) -> Lead | None:
    """What a text that ends with a colon, or with a modal, hands on to its list.

    Without a modality where its items are cases (may end it if:) or are agreed (warrants that:).
    """
    tail = text.rstrip()[-2000:]
    told = words(tail)
    if not told or (
        not tail.endswith((":", "—", "-")) and not any(m.end >= len(told) for m in modals(told))
    ):
        return None
    known = names(tuple(actors))
    if lists_cases(told):
        return Lead("", "")
    if says_that(told):
        who = speaker(told, before_list(told), known)
        return Lead(who, "") if who else None
    rows = list(_rows(tail, known, None, bare=True))
    return Lead(rows[-1].who, rows[-1].modality) if rows else None


def _rows(text: str, known: Names, lead: Lead | None, *, bare: bool = False) -> Iterator[Duty]:
    """A row for each modal; ``bare``: also for one after which nothing stands."""
    if not has_modal(text):
        return
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
        what = "" if _only_leads(told, one) else tidy(text[at:end])
        row = replace(row, what=what, start=_begun(told, one), end=end)
        following = found[place + 1] if place + 1 < len(found) else None
        if not row.what and following and (following.subject.same or following.is_turned):
            row = replace(row, what=tidy(text[at:].rpartition(",")[2]))  # shall, and may, do
        if row.what or bare:
            main = own_words(text, told, begin, one.subject.start, one.modal.end, max(stop, whole))
            row = completed(row, text[_at(told, begin, text) : end], main)
            yield from split(row, text, at, _end(told, max(stop, whole), text))


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
