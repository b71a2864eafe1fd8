"""Who must, must not or may do what by when, from an English sentence.

Each modal of the sentence (shall, may not, agrees to) makes a row. Its subject is the noun phrase
before it; a modal that follows "and" has the subject of the one before; of a passive the agent
after "by". What only states (shall mean, shall be governed by) makes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contractkit.lang.en.duty_words import (
    ADVERBIAL,
    AGENTLESS,
    CLAUSE_BEFORE,
    GENERIC,
    INVERTED,
    MODAL,
    MODALITIES,
    NOT_ACTORS,
    PERSON,
    PROPER,
    STATES,
)
from contractkit.lang.en.times import times
from contractkit.lang.statements import Duty, Lead

_BOUND = re.compile(
    r"[;:—]|\)\s|[.]\s|,(?!\d)\s*|\b(?:and|or|but|that|then|whereupon|however)\s", re.IGNORECASE
)
_PASSIVE = re.compile(
    r"\s*(?:(?:also|always|promptly|immediately|only|then|thereafter)\s)?be\s+(?:\w+ly\s)?(?:\w+ed|made|paid|sent|held|kept|given|taken"
    r"|done|borne|brought|sold|set|put|cut|lost|met|sought|shown|known|withheld|written|chosen|built|found|left|read|told|bound|dealt"
    r"|driven|drawn|spent|understood|undertaken|overseen|forgiven|broken|spoken|withdrawn)\b",
    re.IGNORECASE,
)
_BY = re.compile(r"\bby\s+(?=(?:such|the|each|either|any|both|[A-Z])\b|[A-Z])")
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
_BE = re.compile(
    r"\s*(?:not\s|also\s)?be\s(?!(?:\w+ly\s)?(?:responsible|accountable|diligent|present|available to|prepared|careful))",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"(?:\b(?:and|or|but|nor)|;)\s+(?:(?:also|further|thereafter|then|in addition)\s+)?\Z",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"(?:(?<=[.,;:)]\s)|^|(?<=\s))((?:[Tt]he\s+)?[A-Z][\w.&’'-]*(?:\s[A-Z][\w.&’'-]*){0,4})\s+(?:and|or)\s+\Z"
)
_THAT = re.compile(r"\b(?:that|which|as)\s\Z", re.IGNORECASE)
_SAYS_THAT = re.compile(
    r"(?:provided|agrees?|agreed|acknowledges?|understood|covenants?|warrants?|however,?|requirement|condition|understanding)"
    r",?\s+(?:and \w+ )?that\s\Z"
)
_HEREBY = re.compile(
    r"\s+(?:hereby|further|also|each|together|jointly|mutually|acknowledges? and)\Z", re.IGNORECASE
)
_THING = re.compile(r"(?:s|ion|ment|ing|ity|ance|ence)\Z")
_OF = re.compile(r"\b(?:of|by|to|from|with|for|between|in)\Z", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:which|whom?|that|as|if|when|where|unless)\Z", re.IGNORECASE)
_GAP = re.compile(r"\w\s{2,}\Z")  # between a heading and the sentence that follows it
_LEADING = re.compile(
    r"(?:only|also|then|thereafter|accordingly|however|further)\s+", re.IGNORECASE
)
_COUPLE = re.compile(r"(?:and|or|but)\s\Z", re.IGNORECASE)
_DONE_BY = re.compile(r"(?:the\s|any\s|each\s)?\w+\s+by\s", re.IGNORECASE)  # payment by Payer
_PRONOUN = re.compile(r"(?:it|they|he|she)\Z", re.IGNORECASE)
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
    rows = list(_rows(tail[-2000:], known, bare=True))
    return Lead(rows[-1].who, rows[-1].modality) if rows else None


def _known(actors: Sequence[str]) -> re.Pattern[str]:
    names = sorted({*actors, *GENERIC}, key=len, reverse=True)
    alternatives = "|".join(re.escape(name).replace("\\ ", r"\s+") for name in names if name)
    return re.compile(
        rf"(?:(?:the|any|such|each|said)\s+)?(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE
    )


@dataclass(frozen=True, slots=True)
class _Subject:
    """The subject of a modal: its words, where they begin, where its clause ends; whether it is
    the first word of a sentence, which has its capital whatever it is.
    """

    who: str
    start: int
    end: int = 0
    first: bool = False


def _rows(text: str, known: re.Pattern[str], *, bare: bool = False) -> Iterator[Duty]:
    """A row for each modal; ``bare``: also for one after which nothing stands."""
    before: _Subject | None = None
    found = list(MODAL.finditer(text))
    for place, modal in enumerate(found):
        last = place + 1 == len(found)
        subject = _inverted(text, modal, known) or _subject(text, modal.start(), known, before)
        if subject is None:
            continue
        stop = len(text) if last else found[place + 1].start()
        at = max(subject.end, modal.end())
        end = stop if last else _clause_end(text, at, stop)
        if before is None and _PRONOUN.match(subject.who):
            subject = replace(subject, who=_meant(text[: subject.start], known) or subject.who)
        row = _row(text[at:end], modal, subject, known)
        begun = before.end if before else 0
        before = _Subject(subject.who, subject.start, end)
        if row is None or (not row.what and not bare):
            continue
        row = _complete(replace(row, end=min(end, len(text))), text, begun, end)
        yield from _split(row, text)


def _meant(text: str, known: re.Pattern[str]) -> str:
    """Whom a pronoun after ``text`` means: the last who is named there, "" if nobody is."""
    named = [m[0] for m in known.finditer(text) if not _PRONOUN.match(m[0])]
    return named[-1] if named else ""


def _inverted(text: str, modal: re.Match[str], known: re.Pattern[str]) -> _Subject | None:
    """The subject that follows its modal: in no event shall Payer …; None for the usual order."""
    begin = modal.start()
    if not INVERTED.search(text[max(0, begin - 60) : begin]):
        return None
    space = re.compile(r"\s*").match(text, modal.end())
    at = space.end() if space else modal.end()
    actor = known.match(text, at)
    return _Subject(f"no {actor[0]}", begin, actor.end()) if actor else _Subject("", begin)


def _row(rest: str, modal: re.Match[str], subject: _Subject, known: re.Pattern[str]) -> Duty | None:
    """The row that a modal makes with its subject and what follows; None if it only states."""
    modality, who, rule = MODALITIES[str(modal.lastgroup)], subject.who, "duty.active"
    if re.match(r"(?:neither|no)\s", who, re.IGNORECASE):
        modality = "must_not"
        who = re.sub(
            r"^(?:neither of the|neither|no)\s+(?:the\s)?", "each ", who, flags=re.IGNORECASE
        )
        who = re.sub(r"^each (?!part)", "", who, flags=re.IGNORECASE)
    passive = _PASSIVE.match(rest) is not None
    only = modal[0].lower() in ("may", "may not") and AGENTLESS.match(rest)
    if STATES.match(rest) or only or (_BE.match(rest) and not passive):
        return None
    actor = known.match(who)
    named = actor is not None and who[actor.end() : actor.end() + 1] not in ("'", "’")
    if passive and not (named and not _BY.search(rest)):
        doer = _agent(who, known) if _DONE_BY.match(who) else ""
        who, rule = doer or _agent(rest, known), "duty.passive"
        if not who and modality == "may":
            return None
    elif not named and not _is_person(who, subject):
        return None
    return Duty(_name(who), modality, _tidy(rest), subject.start, modal.end(), rule)


def _is_person(who: str, subject: _Subject) -> bool:
    if not who or NOT_ACTORS.search(who):
        return False
    if subject.first and " " not in who and _THING.search(who):
        return False
    head = re.split(r"\s(?:of|in|for|at|from|by|under)\s", who)[0]
    return bool(PERSON.search(head.split()[-1]) or PROPER.match(who))


def _subject(
    text: str, end: int, known: re.Pattern[str], before: _Subject | None
) -> _Subject | None:
    """The subject of the modal at ``end``; None in a relative clause or an if-clause."""
    start = max(0, end - 600)
    segment = _without_asides(text[start:end])
    if before is not None and _JOINS.search(segment):
        return _Subject(before.who, end)
    bounds = [match.end() for match in _BOUND.finditer(segment)]
    cut = bounds[-1] if bounds else 0
    joined = _JOINED.search(segment[:cut])
    if joined and (known.fullmatch(joined[1]) or PROPER.match(joined[1])):
        cut = joined.start()
    phrase = _LEADING.sub("", segment[cut:].strip(), count=1)
    if not phrase or CLAUSE_BEFORE.match(phrase):
        return None
    if _THAT.search(segment[:cut]) and not _SAYS_THAT.search(segment[:cut]):
        return None
    opening = segment[_opening(segment, cut) : cut]  # of a subject such as "no fees and costs"
    if _THAT.search(segment[: cut - len(opening)]) and opening:
        return None
    trimmed = _actor_at_end(phrase, known)
    if trimmed is None or len(trimmed) > _SUBJECT:
        return None
    found = text.rfind(trimmed, start, end)
    begins = text[: max(found, 0)].rstrip()[-1:] in ("", ".", ")", ":", ";")
    none = "no " if re.match(r"\s*no\s", opening, re.IGNORECASE) else ""
    return _Subject(none + trimmed, found if found >= 0 else end, first=begins)


def _opening(segment: str, cut: int) -> int:
    """Where the noun phrase begins that "and" or "or" at ``cut`` goes on with; else ``cut``."""
    if not _COUPLE.search(segment[:cut]):
        return cut
    bounds = [m.end() for m in _BOUND.finditer(segment, 0, cut) if not _COUPLE.search(m[0])]
    begun = bounds[-1] if bounds else 0
    return cut if MODAL.search(segment, begun, cut) or cut - begun > _SUBJECT // 2 else begun


def _actor_at_end(phrase: str, known: re.Pattern[str]) -> str | None:
    """The subject in a stretch that may begin with an adverbial; None if it is a relative clause."""
    actors = [match for match in known.finditer(phrase) if match.end() >= len(phrase) - 1]
    if actors and _GAP.search(phrase[: actors[-1].start()]):
        return phrase[actors[-1].start() :]
    if not actors or len(phrase.split()) <= 4:
        relative = re.search(r"\b(?:which|whom?|that|as)(?:\s|\Z)", phrase, re.IGNORECASE)
        return None if relative else _HEREBY.sub("", phrase)
    before = phrase[: actors[-1].start()].rstrip()
    if not before or _OF.search(before) or before.endswith((" and", " or")):
        return phrase
    run_in = re.search(r"[A-Z]{3,}\Z", before)  # a heading before the sentence
    if _RELATIVE.search(before) or not (run_in or ADVERBIAL.match(before)):
        return None
    return phrase[actors[-1].start() :]


def _without_asides(segment: str) -> str:
    """The text without ", at its own expense," right before a modal, and without brackets."""
    segment = _ENUMERATED.sub(lambda match: ";".ljust(len(match[0])), segment)
    segment = re.sub(r"\([^()]{0,200}\)", lambda match: " " * len(match[0]), segment)
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
    """Who a passive names after "by", where it is somebody that we know."""
    for match in _BY.finditer(rest):
        actor = known.match(rest, match.end())
        if actor:
            return actor[0]
    return ""


def _split(row: Duty, text: str) -> Iterator[Duty]:
    """A row for each of (a), (b), (c) right after the modal; else the row itself."""
    marks = list(_ENUMERATED.finditer(text, row.start, row.end))
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


def _complete(row: Duty, text: str, start: int, end: int) -> Duty:
    """The row with its times and conditions: those after the row before, or after a semicolon."""
    start = max(start, text.rfind(";", 0, row.start) + 1)
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
