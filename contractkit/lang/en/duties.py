"""Who must, must not or may do what by when, from an English sentence.

Each modal of the sentence (shall, may not, agrees to) makes a row. Its subject is the noun phrase
before it; a modal that follows "and" has the subject of the one before; of a passive the agent
after "by". What only states (shall mean, shall be governed by) makes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from contractkit.lang.en.duty_words import (
    AGENTLESS,
    CLAUSE_BEFORE,
    GENERIC,
    INVERTED,
    MODAL,
    MODALITIES,
    NOT_ACTORS,
    STATES,
)
from contractkit.lang.en.times import times
from contractkit.lang.statements import Duty, Lead

_BOUND = re.compile(r"[;:—]|\)\s|,\s|\b(?:and|or|but|that|then|whereupon|however)\s", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\s*(?:(?:also|always|promptly|immediately|only|then|thereafter)\s)?be\s+(?:\w+ly\s)?\w+(?:ed|en|id|de|ld|ne|wn|ft|nt|pt|ught|rne|ung|ut|et)\b"
)
_BY = re.compile(
    r"\bby\s+((?:the\s|each\s|either\s|any\s)?[A-Za-z][\w.&’'-]*(?:\s[A-Z][\w.&’'-]*){0,3})"
)
_ENUMERATED = re.compile(r"(?:^|[\s,;])\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s*")
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
_THE = re.compile(r"(?:the|such|said|any|an?|all)\s+", re.IGNORECASE)
_SUBJECT = 120  # characters: a longer subject is a sentence that we did not understand


def duties(text: str, lead: Lead | None, actors: Sequence[str]) -> tuple[Duty, ...]:
    """The duties that a sentence states; those of an item of a list with its lead's actor."""
    known = _known(actors)
    rows = tuple(_rows(text, known))
    if rows or lead is None or not re.search(r"[a-z]{3}", text):
        return rows
    row = Duty(lead.who, lead.modality, _tidy(text), 0, len(text), "duty.item")
    return (_complete(row, text, 0, len(text)),)


def lead(text: str, actors: Sequence[str]) -> Lead | None:
    """What a text that ends with a colon, or with a modal, hands on to its list."""
    tail = text.rstrip()
    if not tail.endswith((":", "—", "-")) and not MODAL.search(tail[-20:]):
        return None
    known = _known(actors)
    rows = [row for row in _rows(tail[-2000:], known, bare=True)]
    return Lead(rows[-1].who, rows[-1].modality) if rows else None


def _known(actors: Sequence[str]) -> re.Pattern[str]:
    names = sorted({*actors, *GENERIC}, key=len, reverse=True)
    alternatives = "|".join(re.escape(name).replace("\\ ", r"\s+") for name in names if name)
    return re.compile(rf"(?:the\s+)?(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


def _rows(text: str, known: re.Pattern[str], *, bare: bool = False) -> Iterator[Duty]:
    """A row for each modal; ``bare``: also for one after which nothing stands."""
    before: Duty | None = None
    found = list(MODAL.finditer(text))
    for place, modal in enumerate(found):
        stop = found[place + 1].start() if place + 1 < len(found) else len(text)
        row = _row(text, modal, stop, known, before, last=place + 1 == len(found))
        if row is None or (not row.what and not bare):
            continue
        before = row
        yield from _split(row, text)


def _row(
    text: str,
    modal: re.Match[str],
    stop: int,
    known: re.Pattern[str],
    before: Duty | None,
    *,
    last: bool,
) -> Duty | None:
    modality = MODALITIES[str(modal.lastgroup)]
    at, begin = modal.end(), modal.start()
    turned = INVERTED.search(text[max(0, begin - 60) : begin])
    rule = "duty.active"
    if turned:
        actor = known.match(text, at + 1) or re.match(r"\s*((?:the |any )?\w+)", text[at:])
        who = actor[0].strip() if actor else ""
        at += (actor.end() - at) if actor and actor.re is known else 0
        modality, rule = "must_not", "duty.inverted"
        start = begin
    else:
        start, who = _subject(text, begin, known, before)
        if who is None:
            return None
    if re.match(r"(?:neither|no)\s", who, re.IGNORECASE):
        modality = "must_not" if modality != "must_not" else "must"
        who = re.sub(r"^(?:neither of the|neither|no)\s", "each ", who, flags=re.IGNORECASE)
    end = stop if last else _clause_end(text, at, stop)
    rest = text[at:end]
    if STATES.match(rest) or (modality != "must" and AGENTLESS.match(rest)):
        return None
    named = known.fullmatch(who.strip()) is not None or known.search(who) is not None
    if _PASSIVE.match(rest) and not (named and _BY.search(rest) is None):
        agent = _agent(rest, known)
        if not agent and modal.lastgroup in ("may", "will"):
            return None
        who, rule = agent, "duty.passive"
    elif not named and (NOT_ACTORS.search(who) or modal.lastgroup in ("will", "may", "cannot")):
        return None
    what = _tidy(rest)
    row = Duty(_name(who), modality, what, start, min(end, len(text)), rule)
    return _complete(row, text, *_reach(text, start, end))


def _subject(
    text: str, end: int, known: re.Pattern[str], before: Duty | None
) -> tuple[int, str] | tuple[int, None]:
    """Where the subject of the modal at ``end`` begins, and its words; None in a relative clause."""
    start = max(0, end - 600)
    if before is not None:
        start = max(start, min(before.end, end))
        gap = text[min(before.end, end) - 1 : end] if before.end <= end else ""
        near = text[max(0, end - 40) : end]
        if re.search(
            r"(?:\b(?:and|or|but|nor)|,|;)\s*(?:(?:also|further|thereafter|in addition)\s*,?\s*)?\Z",
            near,
            re.IGNORECASE,
        ) and not gap.strip(" ,;"):
            return end, before.who
        if re.search(r"\b(?:and|or|but|nor)\s+(?:also\s+|further\s+)?\Z", near, re.IGNORECASE):
            return end, before.who
        start = max(0, end - 600)
    segment = _without_asides(text[start:end])
    bounds = [match.end() for match in _BOUND.finditer(segment)]
    cut = bounds[-1] if bounds else 0
    phrase = segment[cut:].strip()
    joined = re.search(
        r"((?:the\s+)?[\w.&’'-]+(?:\s[\w.&’'-]+)?)\s+(?:and|or)\s+\Z", segment[:cut], re.IGNORECASE
    )
    if joined and known.fullmatch(joined[1].strip()):
        phrase = f"{joined[0]}{phrase}".strip()
        cut = joined.start()
    if CLAUSE_BEFORE.match(phrase) or re.search(
        r"\b(?:which|who|that|as|whom)\s*\Z", segment[: cut + 1] + phrase
    ):
        return end, None
    if re.search(r"\b(?:that|which|as)\s\Z", segment[:cut]) and not re.search(
        r"(?:provided|agrees?|agreed|acknowledges?|understood|covenants?|warrants?|however,?)\s+(?:and \w+ )?that\s\Z",
        segment[:cut],
    ):
        return end, None
    actors = [m for m in known.finditer(phrase) if m.end() >= len(phrase) - 1]
    if actors and not re.search(
        r"\b(?:of|by|to|from|with|for|between|in)\s+\Z", phrase[: actors[-1].start()]
    ):
        phrase = phrase[actors[-1].start() :]
    if len(phrase) > _SUBJECT or not phrase:
        return end, "" if not phrase else None
    found = text.rfind(phrase, start, end)
    return (found if found >= 0 else end), phrase


def _without_asides(segment: str) -> str:
    """The text without ", at its own expense," right before a modal, and without brackets."""
    segment = re.sub(r"\([^()]{0,200}\)", lambda m: " " * len(m[0]), segment)
    trimmed = segment.rstrip()
    while trimmed.endswith(","):
        opening = trimmed.rfind(",", 0, len(trimmed) - 1)
        if opening < 0:
            return trimmed[:-1]
        trimmed = trimmed[:opening].rstrip()
    return trimmed + " "


def _clause_end(text: str, at: int, stop: int) -> int:
    """Where the words of a modal end when another follows: before the other's subject."""
    bounds = [m.start() for m in _BOUND.finditer(text, at, stop)]
    return bounds[-1] if bounds and bounds[-1] > at else stop


def _agent(rest: str, known: re.Pattern[str]) -> str:
    for match in _BY.finditer(rest):
        actor = known.match(match[1])
        if actor:
            return actor[0]
    return ""


def _split(row: Duty, text: str) -> Iterator[Duty]:
    """A row for each of (a), (b), (c) right after the modal; else the row itself."""
    marks = [m for m in _ENUMERATED.finditer(text, row.start, row.end)]
    at = text.find(row.what[:20], row.start) if row.what else -1
    if len(marks) < 2 or at < 0 or marks[0].start() > at + 4:
        yield row
        return
    ends = [*(mark.start() for mark in marks[1:]), row.end]
    for mark, end in zip(marks, ends, strict=True):
        what = re.sub(r"[,;]?\s*(?:and|or)?\s*\Z", "", _tidy(text[mark.end() : end]))
        if what:
            part = replace(row, what=what, start=mark.start(), end=end, rule="duty.enumerated")
            yield _complete(part, text, mark.start(), end)


def _reach(text: str, start: int, end: int) -> tuple[int, int]:
    """The part of the sentence in which a row's times and conditions stand."""
    semicolon = text.rfind(";", 0, start)
    return semicolon + 1, end


def _complete(row: Duty, text: str, start: int, end: int) -> Duty:
    part = text[start:end]
    when = times(part)
    condition, exception = _IF.search(part), _EXCEPT.search(part)
    consequence = _ELSE.search(text[start:])
    return replace(
        row,
        deadline=when[0],
        trigger=when[1],
        condition=_tidy(condition[0]) if condition else row.condition,
        exception=_tidy(exception[0]) if exception else row.exception,
        consequence=_tidy(consequence[0]) if consequence else "",
    )


def _name(who: str) -> str:
    return (
        _THE.sub("", " ".join(who.split()), count=1) if _THE.match(who) else " ".join(who.split())
    )


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,;:.")
