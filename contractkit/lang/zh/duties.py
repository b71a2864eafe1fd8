"""Who must, must not or may do what by when, from a Chinese sentence.

The sentence is read segment by segment (between commas and semicolons). A segment that opens with
an actor sets the subject of what follows in the sentence; each modal (应当, 不得, 有权) makes a row,
and segments without a modal go on with the row before them. 由 names the actor of a passive.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from contractkit.lang.statements import Duty, Lead
from contractkit.lang.zh.duty_details import completed, conditional_only, tidy
from contractkit.lang.zh.duty_modals import modals
from contractkit.lang.zh.duty_subjects import Subject, actor, agent, anybody, subject, topic
from contractkit.lang.zh.duty_words import (
    AFTER,
    AGREED,
    ALSO,
    BY,
    CAUSE,
    IF,
    MEASURE,
    MODALITIES,
    OPENING,
    PARTIES,
    PERSONAL,
    PROMISES,
    STATES,
    THEN,
    WANTING,
)

_SEGMENT = re.compile(r"[^，；,;。]+[，；,;。]?")
# What is left out is no duty: 除乙方应当承担的费用外，
_ASIDE = re.compile(r"除(?![了名])[^。；;]{1,120}?(?:以外|之外|外)[，,]")
_ITEM_NO = re.compile(
    r"\s*(?:第[〇零一二三四五六七八九十百\d]{1,6}条(?=[ \u3000])|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]+[）)]|\d{1,3}(?:[.．]\d{1,3}){1,3}[.、．]?|\d+[.、．)）]|\d{1,2}(?=[甲乙丙双]方)|[.．、](?=[^\d]))\s*"
)
# 需要实施手术，或者开展试验的，医务人员应当…
_NEEDED = re.compile(r"(?:需要?|必须)[^。；;]{2,120}?的[，,]")
_LISTS = re.compile(r"[：:]\s*\Z")
# A list of cases or conditions, not of duties: 有下列情形之一的, 符合下列条件; but 不得有下列行为 is one of duties.
_CASES = re.compile(
    r"(?<!不得)有下列[^：，]{0,12}(?:情形|行为|情况)|(?:下列|以下|如下)[^：，。]{0,4}条件"
)
_HEAD = re.compile(
    r"(甲乙双方|甲方|乙方|丙方|双方|[一-鿿]{2,10}(?:机构|人员|部门|单位|医师|医院))(?:应履行|应当?承担|应承担|应尽|须履行)?的?(权利(?:和|与|及|以及|、)?义务|义务(?:和|与|及|以及|、)?权利|义务|职责|责任|权利|禁止行为)"
)


def duties(text: str, lead: Lead | None, actors: Sequence[str]) -> tuple[Duty, ...]:
    """The duties that a sentence states; those of an item of a list with its lead's actor."""
    rows = tuple(_rows(text, lead, actors))
    if rows or lead is None or not lead.modality or not re.search(r"[一-鿿]{2}", text):
        return rows
    number = _ITEM_NO.match(text)
    begun = number.end() if number else 0
    row = Duty(lead.who, lead.modality, tidy(text[begun:]), begun, len(text), "duty.item")
    return (completed(row, text, 0, len(text)),)


def lead(text: str, actors: Sequence[str]) -> Lead | None:
    """What a text that ends with a colon, or a heading such as 甲方的义务, hands on to its list."""
    tail = text.strip()[-300:]
    head = _HEAD.search(tail)
    if head and len(tail) < 40:
        both = "权利" in head[2] and "义务" in head[2]
        modality = {"权利": "may", "禁止行为": "must_not"}.get(head[2], "must")
        return Lead(head[1], "" if both else modality)
    if not _LISTS.search(tail) or _CASES.search(tail):
        return None
    rows = list(_rows(tail, None, actors))
    if rows:
        return Lead(rows[-1].who, rows[-1].modality)
    named = actor(tail.rpartition("。")[2].lstrip(), actors)
    return Lead(named, "") if named else None


def _rows(text: str, lead: Lead | None, actors: Sequence[str]) -> Iterator[Duty]:
    number = _ITEM_NO.match(text)
    reader = _Reader(text, lead, actors, number.end() if number else 0)
    for segment in _SEGMENT.finditer(text, reader.part):
        yield from reader.read(segment)
    yield from reader.rest()


class _Reader:
    """What the segments so far have told: whom the next may go on with, and the row not yet whole."""

    def __init__(self, text: str, lead: Lead | None, actors: Sequence[str], part: int) -> None:
        self.text, self.actors = text, actors
        self.who = lead.who if lead else ""
        self.case = ""  # whom the last 如 named: 如乙方逾期，则应…
        self.offender = ""  # who is spoken of where 由 names who acts upon it: 由主管部门责令改正
        self.supposed = False  # whether a condition spoke of it: what follows may be of a thing
        self.last = ""  # who has the last row
        self.used = False  # whether a row has the subject already, or it was only spoken of
        self.pending: Duty | None = None
        self.aside = [found.span() for found in _ASIDE.finditer(text)]
        self.part = part  # where the words that go with the next row begin
        self.at = part  # where what is to be done begins in the pending row
        self.until = 0  # where in it somebody else is spoken of

    def read(self, segment: re.Match[str]) -> Iterator[Duty]:
        """The rows that are whole once the segment is read."""
        said = segment[0]
        begun = _opened(said)
        found = [modal for modal in modals(said) if not self._within(segment, modal)]
        case = IF.match(said, begun)
        if agreed := AGREED.match(said, begun):
            self.case = agreed[1]
        if case:
            self.case = _supposed(said[case.end() :], self.actors)
            wants = case.end() + len(self.case)  # 如乙方需要延期，
            found = [one for one in found if one[0] not in WANTING or one.start() != wants]
        if _NEEDED.match(self.text, segment.start() + begun) and not self.who:
            found = [one for one in found if one.start() != begun]
        told = self._subject(said, begun, found)
        named = told.name
        conditional = conditional_only(said) or (case is not None and not found)
        self._turn(said, told, found, conditional)
        if found or conditional:
            had = self.pending is not None
            yield from self.rest()
            self.part = segment.start() if had else self.part
        elif self.pending:
            if not self.until and named != self.pending.who and named in (*PARTIES, *self.actors):
                self.until = segment.start()  # 乙方应当…，甲方收到后10日内付款
            self.pending = replace(self.pending, end=segment.end())
        yield from self._begun(segment, found, begun, named)

    def _turn(
        self, said: str, told: Subject, found: Sequence[re.Match[str]], conditional: bool
    ) -> None:
        """Whose duties are told from here on, by the subject that the segment has or leaves out."""
        if found and not told.name:
            if not told.thing and self.case:
                self.who = self.case if THEN.match(said) else self.who or self.case
            if not self.used and told.other and self.supposed:
                self.who = ""
            if ALSO.match(said):
                self.who = self.last or self.who
        if told.thing and not self.used:
            self.who = ""
        if told.name:
            if not found and (BY.match(said) or (self.supposed and not conditional)):
                self.offender = self.offender or self.who
            elif told.name != self.who:
                self.offender = ""
            self.who, self.used, self.supposed = told.name, False, conditional

    def _begun(
        self, segment: re.Match[str], found: Sequence[re.Match[str]], begun: int, named: str
    ) -> Iterator[Duty]:
        """The rows of a segment's modals but the last, which may go on."""
        said = segment[0]
        by = "" if named or not found or AFTER.search(said[: found[0].start()]) else agent(said)
        ends = [*(modal.start() for modal in found[1:]), len(said)]
        for place, (modal, end) in enumerate(zip(found, ends, strict=False)):
            if self.pending:
                yield from self.rest()
                self.part = segment.start() + modal.start()
            forbidden = modal.lastgroup == "cannot" and not named and not by
            forbidden = forbidden and "其" not in said[modal.end() :]  # 不得再聘请其
            who = self.offender if forbidden and self.offender else self.who
            row = _row(said, modal, who, named, by)
            start = modal.start() if place else begun
            self.pending = row and replace(
                row, start=segment.start() + start, end=segment.start() + end
            )
            self.at, self.until = segment.start() + modal.end(), 0
            self.part = max(self.part, _part(self.text, segment.start()))
            self.who = row.who if row and row.who else self.who
            self.last, self.used = self.who, True

    def _subject(self, said: str, begun: int, found: Sequence[re.Match[str]]) -> Subject:
        if found:
            before = said[begun : found[0].start()]
            return subject(before, self.actors, found[0][0] in PERSONAL)
        return topic(
            said[begun:], self.actors, self.pending is not None and not conditional_only(said)
        )

    def _within(self, segment: re.Match[str], modal: re.Match[str]) -> bool:
        """Whether a modal tells nothing of its own: in an exception, or of a duty that goes on."""
        at = segment.start() + modal.start()
        if any(start <= at < end and "的" in self.text[at:end] for start, end in self.aside):
            return True
        goes_on = self.pending is not None and self.pending.modality == "must"
        joined = self.text[segment.start() - 1 : segment.start()] in "，,"
        return goes_on and joined and modal[0] in PROMISES and not self._names(segment[0])

    def _names(self, said: str) -> bool:
        return bool(actor(said[_opened(said) :], self.actors) or agent(said))

    def rest(self) -> Iterator[Duty]:
        """The row that was not yet whole, now that nothing more goes with it."""
        if self.pending:
            row = replace(self.pending, what=tidy(self.text[self.at : self.pending.end]))
            yield completed(row, self.text, self.part, self.until or row.end)
        self.pending = None


def _supposed(text: str, actors: Sequence[str]) -> str:
    """Whom a condition names: 如|乙方逾期, 如因|乙方原因."""
    cause = CAUSE.match(text)
    return cause[1] if cause else actor(text, actors)


def _row(said: str, modal: re.Match[str], who: str, named: str, by: str) -> Duty | None:
    """The row of a modal, without its words and place; None if it only states.

    ``named``: whom the segment opens with; ``by``: who is named after 由.
    """
    if MEASURE.match(said, modal.end()) or STATES.match(said, modal.end()):
        return None
    rule = "duty.actor" if named else "duty.inherited" if who else "duty.open"
    if by:
        who, rule = by, "duty.passive"
    elif not named and not who and modal[0] in ("禁止", "严禁", "不准", "不允许"):
        who = anybody(said[modal.end() :])
    return Duty(who.strip(), MODALITIES[str(modal.lastgroup)], "", 0, 0, rule)


def _opened(segment: str) -> int:
    opening = OPENING.match(segment)
    return opening.end() if opening else 0


def _part(text: str, at: int) -> int:
    """Where the part of the sentence begins that ``at`` stands in: after a semicolon."""
    return max(text.rfind("；", 0, at), text.rfind(";", 0, at)) + 1
