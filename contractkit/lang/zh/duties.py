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
from contractkit.lang.zh.duty_words import (
    ACTOR_AT,
    AROUND,
    BETWEEN,
    BY,
    DOING,
    MEASURE,
    MODAL,
    MODALITIES,
    OPENING,
    PARTIES,
    STATES,
    TOLD,
)
from contractkit.lang.zh.times import times

_SEGMENT = re.compile(r"[^，；,;。]+[，；,;。]?")
_CONDITION = re.compile(
    r"(?:^|(?<=[，；,;。：:]))\s*(?:如果|如遇|如|若|遇|因|凡|当|对于?|经|一旦|发现|确有|确需|在|违反|未|逾期)?[^，；,;。]{2,160}(?:的|时|后|情况下|情形下|期间)[，,]"
)
_CASE = re.compile(
    r"\A[^，；,;。]{0,160}(?:要求|申请|情形|行为|发生|规定)的[，,]|\A(?:如果?|若|一旦|因)[^，；,;。]{2,160}[，,]"
)  # 满3年未提出要求的，
_EXCEPT = re.compile(
    r"(?:除[^，；,;。]{1,120}(?:外|以外|之外)|但[^，；,;。]{1,120}(?:除外|不在此限)|[^，；,;。]{1,120}除外)"
)
_ELSE = re.compile(
    r"(?:否则|逾期)[^。]{2,160}|(?:造成|给)[^，。]{1,40}的[，,]\s*(?:应当?|须)?(?:承担|赔偿)[^。]{0,80}"
)
_ITEM_NO = re.compile(
    r"\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．])\s*"
)
_LISTS = re.compile(r"[：:]\s*\Z")
# A list of cases, not of duties: 有下列情形之一的; but 不得有下列行为 is one of duties.
_CASES = re.compile(r"(?<!不得)有下列[^：，]{0,12}(?:情形|行为|情况)")
_BRACKETS = re.compile(r"（[^（）]{0,80}）|\([^()]{0,80}\)")  # （以下简称医药机构）
_HEAD = re.compile(
    r"(甲乙双方|甲方|乙方|丙方|双方|[一-鿿]{2,10}(?:机构|人员|部门|单位|医师|医院))(?:应履行|应当?承担|应承担|应尽|须履行)?的?(义务|职责|责任|权利|禁止行为)"
)


def duties(text: str, lead: Lead | None, actors: Sequence[str]) -> tuple[Duty, ...]:
    """The duties that a sentence states; those of an item of a list with its lead's actor."""
    rows = tuple(_rows(text, lead, actors))
    if rows or lead is None or not lead.modality or not re.search(r"[一-鿿]{2}", text):
        return rows
    number = _ITEM_NO.match(text)
    begun = number.end() if number else 0
    row = Duty(lead.who, lead.modality, _tidy(text[begun:]), begun, len(text), "duty.item")
    return (_complete(row, text, 0, len(text)),)


def lead(text: str, actors: Sequence[str]) -> Lead | None:
    """What a text that ends with a colon, or a heading such as 甲方的义务, hands on to its list."""
    tail = text.strip()[-300:]
    head = _HEAD.search(tail)
    if head and len(tail) < 40:
        modality = {"权利": "may", "禁止行为": "must_not"}.get(head[2], "must")
        return Lead(head[1], modality)
    if not _LISTS.search(tail) or _CASES.search(tail):
        return None
    rows = list(_rows(tail, None, actors))
    if rows:
        return Lead(rows[-1].who, rows[-1].modality)
    actor = _actor(tail.rpartition("。")[2].lstrip(), actors)
    return Lead(actor, "") if actor else None


def _rows(text: str, lead: Lead | None, actors: Sequence[str]) -> Iterator[Duty]:
    number = _ITEM_NO.match(text)
    who = lead.who if lead else ""
    supposed = False  # whether a condition named who: a thing that is the next subject has it not
    pending: Duty | None = None
    part = number.end() if number else 0  # where the words that go with the next row begin
    for segment in _SEGMENT.finditer(text, part):
        begun = _opened(segment[0])
        actor = _actor(segment[0][begun:], actors)
        conditional = _conditional(segment[0])
        if actor and (not who or not conditional or DOING.match(segment[0], begun + len(actor))):
            who, supposed = actor, conditional
        modals = _modals(segment[0])
        if not modals and pending and conditional:
            yield _finished(pending, text, part)
            pending, part = None, segment.start()
        elif not modals and pending:
            pending = replace(pending, end=segment.end())
        if modals and pending:
            yield _finished(pending, text, part)
            pending, part = None, segment.start()
        for place, modal in enumerate(modals):
            if pending:
                yield _finished(pending, text, part)
                part = segment.start() + modal.start()
            start = segment.start() + (modal.start() if place else begun)
            after = modals[place + 1].start() if place + 1 < len(modals) else len(segment[0])
            if (
                supposed
                and not actor
                and not place
                and not BETWEEN.match(segment[0], begun, modal.start())
            ):
                who = "" if not AROUND.match(segment[0], begun) else who
            pending = _row(segment, modal, who, actor, start, segment.start() + after)
            part = max(part, _part(text, segment.start()))
            who = pending.who if pending and pending.who else who
    if pending:
        yield _finished(pending, text, part)


def _modals(segment: str) -> list[re.Match[str]]:
    """The modals of a segment; of two that stand together (必须保证) the first."""
    found: list[re.Match[str]] = []
    for modal in MODAL.finditer(segment):
        if modal.lastgroup == "none" or _attributive(segment, modal):
            continue
        if found and modal[0] == "负责":  # 应有一名领导负责: said of the same duty
            continue
        if found and TOLD.search(segment, found[-1].end(), modal.start()):
            continue
        if segment[: modal.start()].endswith(("或者", "或")):  # 可以暂停或者不予拨付: one choice
            continue
        if not found or modal.start() > found[-1].end():
            found.append(modal)
    return found


def _row(
    segment: re.Match[str],
    modal: re.Match[str],
    who: str,
    actor: str,
    start: int,
    stop: int,
) -> Duty | None:
    text, rest = segment[0], segment[0][modal.end() :]
    if MEASURE.match(rest) or STATES.match(rest):
        return None
    rule = "duty.actor" if actor else "duty.inherited" if who else "duty.open"
    by = BY.search(text)
    if by and not actor:
        who, rule = by[1].strip(), "duty.passive"
    elif not actor and modal[0] in ("禁止", "严禁", "不准", "不允许") and not who:
        told = ACTOR_AT.match(rest) or re.match(
            r"(?:任何)?[一-鿿]{2,10}(?:人员|机构|单位|个人|组织)", rest
        )
        who = _clean(told[0]) if told else ""
    return Duty(
        who.strip(),
        MODALITIES[str(modal.lastgroup)],
        "",
        start,
        stop,
        rule,
        trigger=str(segment.start() + modal.end()),
    )


def _finished(row: Duty, text: str, part: int) -> Duty:
    at = int(row.trigger)
    what = _tidy(text[at : row.end])
    return _complete(replace(row, what=what, trigger=""), text, part, row.end)


def _complete(row: Duty, text: str, start: int, end: int) -> Duty:
    part = text[start:end]
    deadline, trigger = times(_CASE.sub("，", part, count=1))
    condition, exception = _CONDITION.search(text[start : row.start + 40]), _EXCEPT.search(part)
    consequence = _ELSE.search(text, max(row.start, 0))
    return replace(
        row,
        deadline=deadline,
        trigger=trigger,
        condition=_tidy(condition[0]) if condition else "",
        exception=_tidy(exception[0]) if exception else "",
        consequence=_tidy(consequence[0]) if consequence else "",
    )


def _opened(segment: str) -> int:
    opening = OPENING.match(segment)
    return opening.end() if opening else 0


def _part(text: str, at: int) -> int:
    """Where the part of the sentence begins that ``at`` stands in: after a semicolon."""
    return max(text.rfind("；", 0, at), text.rfind(";", 0, at)) + 1


def _actor(segment: str, actors: Sequence[str]) -> str:
    """The actor that a segment opens with, "" where it opens with something else."""
    segment = _BRACKETS.sub("", segment.removeprefix("由"))
    match = None if AROUND.match(segment) else ACTOR_AT.match(segment)
    found = _clean(match[0]) if match and not _modals(match[0]) else ""
    found = re.sub(r"^.*(?<![理自事缘])由", "", found)  # 系统维护由乙方
    for name in (*PARTIES, *actors):
        if name and segment.startswith(name) and segment[len(name) : len(name) + 1] not in "的之所":
            joined = found.startswith(name) and found[len(name) : len(name) + 1] in tuple(
                "及和与、或"
            )
            return found if joined or (name not in PARTIES and len(found) > len(name)) else name
    return found


def _conditional(segment: str) -> bool:
    """Whether the segment only says if or when: its subject is not that of what follows."""
    return bool(re.search(r"(?:的|时|后|情况下|期间)[，,]\Z", segment)) and not any(
        m.lastgroup != "none" for m in MODAL.finditer(segment)
    )


def _attributive(segment: str, modal: re.Match[str]) -> bool:
    """Whether the modal stands in a phrase before a noun, or only says when: 需由…承担费用时，"""
    rest = segment[modal.end() :]
    if modal[0] == "需要" and "对" in segment[: modal.start()]:
        return True
    if re.search(r"(?:时|(?<![^项科栏数题名节账条]目)的)[，,。；;]\Z", rest[-4:]) or segment[
        : modal.start()
    ].endswith("认为"):
        return True
    if not re.match(r"[^，。；,;]{0,24}的(?:部分|费用|情形|资金|义务|责任|款项|材料|事项)", rest):
        return False
    before = segment[: modal.start()]
    return bool(re.search(r"(?:依法|规定|所|其他|该|本|中|对|的|付|缴纳)\Z", before))


def _clean(phrase: str) -> str:
    return re.sub(r"^(?:凡|其中|各有关|所有|任何)", "", phrase.strip()).strip()


def _tidy(text: str) -> str:
    return re.sub(r"\s+", "", text).strip("，。；：,;:、")
