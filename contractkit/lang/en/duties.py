"""Who must, must not or may do what by when, from an English sentence.

Each modal of the sentence (shall, may not, agrees to) makes a row. Its subject is the noun phrase
before it; a modal that follows "and" has the subject of the one before; of a passive the agent
after "by". What only states (shall mean, shall be governed by) makes none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from contractkit.lang.en.duty_modals import Modal, is_adverb, modals, skip
from contractkit.lang.en.duty_subjects import (
    Names,
    Subject,
    is_participle,
    is_person,
    mentioned,
    around,
    names,
    opening,
    said,
    speaker,
    subject,
)
from contractkit.lang.en.duty_times import own_words
from contractkit.lang.en.duty_tokens import Word, words
from contractkit.lang.en.duty_words import (
    BE_IN,
    BEING,
    CHANCES,
    COUPLES,
    DETERMINERS,
    HAVING,
    HELD_BACK,
    NEVER,
    PREPOSITIONS,
    PRONOUNS,
    QUALITIES,
    RELATIVES,
    STATED,
    STATED_ALONE,
    STATED_WITH,
    STATES,
    STRONG,
)
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
_ENUMERATED = re.compile(r"(?:^|[\s,;])\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s*")


@dataclass(frozen=True, slots=True)
class _Found:
    """A modal with its subject, and who that is: ``person`` if somebody who can be obliged."""

    modal: Modal
    subject: Subject
    who: str
    person: bool
    none: bool  # neither party, no Provider


def duties(text: str, lead: Lead | None, actors: Sequence[str]) -> tuple[Duty, ...]:
    """The duties that a sentence states; those of an item of a list with its lead's actor."""
    rows = tuple(_rows(text, names(tuple(actors)), lead))
    if rows or lead is None or not re.search(r"[a-z]{3}", text):
        return rows
    row = Duty(lead.who, lead.modality, _tidy(text), 0, len(text), "duty.item")
    return (_complete(row, text, text),)


def lead(text: str, actors: Sequence[str]) -> Lead | None:
    """What a text that ends with a colon, or with a modal, hands on to its list."""
    tail = text.rstrip()[-2000:]
    said_so = words(tail)
    if not said_so or (
        not tail.endswith((":", "—", "-"))
        and not any(m.end >= len(said_so) for m in modals(said_so))
    ):
        return None
    rows = list(_rows(tail, names(tuple(actors)), None, bare=True))
    return Lead(rows[-1].who, rows[-1].modality) if rows else None


def _rows(text: str, known: Names, lead: Lead | None, *, bare: bool = False) -> Iterator[Duty]:
    """A row for each modal; ``bare``: also for one after which nothing stands."""
    told = words(text)
    found = list(_found(told, known, lead))
    past = 0
    for place, one in enumerate(found):
        after = found[place + 1].subject.begin if place + 1 < len(found) else len(told)
        stop = _before(told, max(after, one.modal.end))
        whole = next(
            (o.subject.begin for o in found[place + 1 :] if not o.subject.depends), len(told)
        )
        whole = max(stop, _before(told, whole))
        begin = max(one.subject.begin, past)
        past = stop
        if one.subject.depends:
            continue
        row = _row(told, one, stop, known)
        if row is None:
            continue
        begun = told[min(one.subject.start, one.modal.start)].start
        after_it = max(one.modal.end, one.subject.end) if _turned_verb(one) else one.modal.end
        at = told[after_it].start if after_it < len(told) else len(text)
        if one.subject.same and not one.modal.goes_on:
            begun = told[one.modal.start].start
        end = _end(told, stop, text)
        row = replace(row, what=_tidy(text[at:end]), start=begun, end=max(end, begun + 1))
        if not row.what and place + 1 < len(found) and found[place + 1].subject.same:
            row = replace(row, what=_tidy(text[at:].rpartition(",")[2]))
        if row.what or bare:
            main = own_words(text, told, begin, one.subject.start, one.modal.end, whole)
            yield from _split(
                _complete(row, text[told[begin].start if begin < len(told) else 0 : end], main),
                text,
                at,
                _end(told, whole, text),
            )


def _end(told: Sequence[Word], stop: int, text: str) -> int:
    return told[stop - 1].end if 0 < stop < len(told) else len(text)


def _found(told: Sequence[Word], known: Names, lead: Lead | None) -> Iterator[_Found]:
    """Each modal with its subject; one that only goes on has that of the last main clause."""
    who, person, none = (lead.who, True, False) if lead else ("", False, False)
    depends = lead is None
    past = 0
    chained = main = False
    within: Subject | None = None  # a relative clause that the clause of the next modal may hold
    for modal in modals(told):
        turned = _turned(told, modal, known)
        if modal.goes_on:
            here = Subject(modal.start, modal.start, modal.start, same=True)
        else:
            here = turned or subject(told, modal.start, past, known)
        if (
            within
            and (here.depends or here.same)
            and not within.depends
            and not _leads_on(told, modal.start)
        ):
            here = within
        if chained and not here.depends and not here.same and told[here.start - 1].low in COUPLES:
            here = replace(here, depends=True)  # where Payer shall pay and Provider shall deliver
        within = around(told, here, known) if here.depends else None
        chained = here.depends and (chained or not main)
        if here.same and past == 0 and lead is None and not modal.goes_on:
            here = opening(told, here, modal.start, known)
        if here.same:
            here = replace(here, depends=depends)
        elif not here.depends:
            start = here.start
            none = turned is not None or told[start].low in ("no", "neither", "none")
            was, thing = who if person else "", main and not person
            person = is_person(told, start, here.end, known)
            who = _who(told, here, none and turned is None, known, was)
            if thing and who.lower() == "it":
                person = False  # nor shall it, of a thing
            depends = False
        elif past == 0 and here.depends:
            depends = depends and not who
        main = main or not here.depends
        past = modal.end
        yield _Found(modal, here, who, person, none)


def _leads_on(told: Sequence[Word], at: int) -> bool:
    """Whether "and", a relative or a mark right before word ``at`` says whose modal it is."""
    before = told[at - 1].low if at else ""
    return before in COUPLES or before in RELATIVES or before in STRONG


def _who(told: Sequence[Word], here: Subject, none: bool, known: Names, before: str) -> str:
    """Who the subject is; a pronoun means the subject ``before``, else who was named last."""
    who = said(told, here.start, here.end)
    if who.lower() in PRONOUNS:
        named = before or speaker(told, here.start, known) or mentioned(told, here.start, known)
        return named or who
    first, _, rest = who.partition(" ")
    if not none:
        return rest if first.lower() in ("both", "only") and rest else who
    if first.lower() == "none":
        return rest.removeprefix("of ").removeprefix("the ")
    if first.lower() == "neither" and rest.startswith("of the "):
        rest = rest.removeprefix("of the ")
    rest = rest.removeprefix("the ")
    return f"each {rest}" if rest.lower().startswith("part") else rest


def _turned(told: Sequence[Word], modal: Modal, known: Names) -> Subject | None:
    """The subject that follows its modal: in no event shall Payer …; None for the usual order."""
    at = modal.start
    end = at - 1 if at and told[at - 1].low == "," else at
    opens = end > 0 and told[end - 1].low in ("nor", "neither") and end == at
    size = next(
        (n for n in (2, 3) if end >= n and tuple(w.low for w in told[end - n : end]) in NEVER), 0
    )
    if not size and not opens:
        return None
    if told[at].low not in ("shall", "will", "may", "must"):
        return None
    begin = end - (size or 1)
    start = at + 1
    if start >= len(told):
        return None
    for stop in range(min(start + 8, len(told)), start, -1):
        name = known.ending(told, stop)
        if name < stop and (
            name == start or (name == start + 1 and told[start].low in DETERMINERS)
        ):
            return _joined(told, Subject(begin, start, stop), known)
    stop = start
    while stop < len(told) and stop - start < 8:
        stop += 1
        if is_person(told, start, stop, known) and told[stop - 1].low not in DETERMINERS:
            return _joined(told, Subject(begin, start, stop), known)
        if told[stop - 1].low in PREPOSITIONS or told[stop - 1].low == "be":
            break
    return Subject(begin, start, start + 1)


def _joined(told: Sequence[Word], here: Subject, known: Names) -> Subject:
    """The subject with what "or" joins to it: shall either Party or its Affiliates disclose"""
    end = here.end
    if end + 1 < len(told) and told[end].low in ("or", "and", "nor"):
        for stop in range(end + 2, min(end + 5, len(told))):
            if is_person(told, end + 1, stop, known) and told[stop - 1].low not in DETERMINERS:
                return replace(here, end=stop)
    return here


def _before(told: Sequence[Word], stop: int) -> int:
    """``stop`` without the couples and commas that only lead on to what follows."""
    while stop > 0 and (told[stop - 1].low in COUPLES or told[stop - 1].low == ","):
        stop -= 1
    return stop


def _row(told: Sequence[Word], one: _Found, stop: int, known: Names) -> Duty | None:
    """The row that a modal makes with its subject and what follows; None if it only states."""
    modal, modality, who, rule = one.modal, one.modal.modality, one.who, "duty.active"
    if not modality or (told[modal.start].low in HAVING | BEING and _warranted(told, modal.start)):
        return None
    if one.none and not (modality == "must_not" and one.subject.same):
        modality = "must_not"
    verb, _ = skip(told, modal.end) if not modal.inner else (modal.verb, False)
    if _turned_verb(one):
        verb = _verb_after(told, one.subject.end)
    if modality == "must" and not modal.inner and _no_object(told, verb):
        modality = "must_not"
    done = _participle(told, modal.end if modal.inner else verb)
    if done >= 0 and not (one.person and told[done].low in QUALITIES):
        who, rule = _agent(told, one, done, stop, known), "duty.passive"
        if told[done].low in STATED:
            return None
        if not who and (told[done].low in STATED_ALONE or modality == "may"):
            return None
        if _stated_with(told, done):
            return None
        if not who and told[done].low in ("given",) and _sufficiently(told, verb, done):
            return None
    elif not one.person or not _obliges(told, verb, modal, modality):
        return None
    return Duty(who, modality, "", 0, 0, rule)


def _warranted(told: Sequence[Word], at: int) -> bool:
    """Whether what stands at ``at`` is warranted, not agreed: represents that it has the right to"""
    return any(
        word.low.startswith(("represents", "warrants")) for word in told[max(0, at - 80) : at]
    )


def _no_object(told: Sequence[Word], verb: int) -> bool:
    """Whether nothing is to be done: shall take no action; but shall give no less than"""
    if verb + 2 >= len(told) or told[verb].low == "be" or told[verb + 1].low != "no":
        return False
    return told[verb + 2].low not in ("later", "less", "more", "fewer", "earlier", "event")


def _turned_verb(one: _Found) -> bool:
    return one.subject.start > one.modal.start and not one.subject.same


def _verb_after(told: Sequence[Word], at: int) -> int:
    """The verb after a subject that follows its modal: "be" if it stands near, else the next word."""
    for place in range(at, min(at + 14, len(told))):
        if told[place].low == "be":
            return place
        if told[place].low in STRONG:
            break
    return skip(told, at)[0]


def _stated_with(told: Sequence[Word], done: int) -> bool:
    """Whether a participle only states with what follows: referred to as, held jointly liable."""
    tails = STATED_WITH.get(told[done].low, ())
    near = [word.low for word in told[done + 1 : done + 6]]
    return any(tail in near for tail in tails)


def _sufficiently(told: Sequence[Word], verb: int, done: int) -> bool:
    return any(
        told[place].low in ("sufficiently", "duly", "validly") for place in range(verb, done)
    )


def _participle(told: Sequence[Word], verb: int) -> int:
    """The participle of a passive whose "be" is at ``verb``; -1 where it is none."""
    if verb >= len(told) or told[verb].low != "be":
        return -1
    place, _ = skip(told, verb + 1)
    if place < len(told) and told[place].low == "so":
        place += 1
    if place >= len(told):
        return -1
    able = told[place].low.endswith(("able", "ible")) and any(
        w.low == "by" for w in told[place + 1 : place + 3]
    )
    return place if able or is_participle(told[place].low) else -1


def _obliges(told: Sequence[Word], verb: int, modal: Modal, modality: str) -> bool:
    """Whether what somebody "shall" or "may" is something to do."""
    if modal.inner or verb >= len(told):
        return True
    low = told[verb].low
    if low == "be":
        place, _ = skip(told, verb + 1)
        if place >= len(told):
            return False
        after = told[place].low
        if after == "in":
            return place + 1 < len(told) and told[place + 1].low in BE_IN
        return after in QUALITIES and modality != "may"
    if modality == "may" and low in CHANCES:
        return False
    if low == "retain" or low == "have":
        near = [word.low for word in told[verb + 1 : verb + 6]]
        if low == "retain" and any(word in HELD_BACK for word in near):
            return False
    if low in ("remain", "become"):
        return verb + 1 < len(told) and told[verb + 1].low in QUALITIES
    return low not in STATES


def _agent(told: Sequence[Word], one: _Found, done: int, stop: int, known: Names) -> str:
    """Who a passive names after "by", or its subject does (payment by Payer); "" if nobody."""
    if not one.subject.same:
        for place in range(one.subject.start + 1, one.subject.end):
            if (
                told[place].low == "by"
                and place - one.subject.start <= 3
                and not is_participle(told[place - 1].low)
            ):
                who = _after_by(told, place + 1, one.subject.end, known)
                if who:
                    return who
    other = False
    for place in range(done + 1, stop):
        low = told[place].low
        if low in (";", ":"):
            break
        if is_participle(low) and told[place - 1].low not in COUPLES and told[place - 1].low != ",":
            other = True
        elif low == ",":
            other = False
        elif low == "by" and not other:
            who = _after_by(told, place + 1, stop, known)
            if who:
                return who
    return ""


def _after_by(told: Sequence[Word], start: int, stop: int, known: Names) -> str:
    """The noun phrase after "by", if it is of somebody who can be obliged; else ""."""
    while start < stop and told[start].low in ("and", "among", "between"):
        start += 1
    end = start
    while end < stop:
        low = told[end].low
        if (
            low in STRONG
            or low == ","
            or (low in PREPOSITIONS and low != "of")
            or is_participle(low)
        ):
            break
        if end > start and low in DETERMINERS and told[end - 1].low not in COUPLES:
            break
        if low in COUPLES and not _person_next(told, end + 1, stop, known):
            break
        if low in (
            "if",
            "unless",
            "who",
            "which",
            "that",
            "when",
            "as",
            "shall",
            "will",
            "may",
            "is",
            "are",
            "has",
            "have",
        ) or (is_adverb(low) and low not in ("either", "each", "both")):
            break
        end += 1
    if end == start or not is_person(told, start, end, known):
        return ""
    if (
        told[start].raw.islower()
        and told[start].low not in DETERMINERS
        and told[start].low not in ("you", "us", "them", "him", "her", "it")
    ):
        return ""
    return said(told, start, end)


def _person_next(told: Sequence[Word], at: int, stop: int, known: Names) -> bool:
    return any(is_person(told, at, end, known) for end in range(at + 1, min(at + 4, stop + 1)))


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
            part = replace(row, what=what, start=mark.start(), end=end, rule="duty.enumerated")
            stretch = text[mark.start() : end]
            yield _complete(part, stretch, own_words(stretch, words(stretch), 0, 0, 0, None))


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
