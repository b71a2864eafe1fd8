"""What a Chinese duty says beside who and what: by when, on which condition, but for what, or else."""

from __future__ import annotations

import re
from dataclasses import replace

from contractkit.lang.statements import Duty
from contractkit.lang.zh.duty_words import MODAL
from contractkit.lang.zh.times import times

AFTERWARDS = 400  # characters after a row in which its consequence is told

_CONDITION = re.compile(
    r"(?:^|(?<=[，；,;。：:]))\s*(?:如果|如遇|如|若|遇|因|凡|当|对于?|经|一旦|发现|确有|确需|在|违反|未|逾期)?[^，；,;。]{2,160}(?:的|时|后|情况下|情形下|期间)[，,]"
)
_CASE = re.compile(
    r"\A[^，；,;。]{0,160}(?:要求|申请|情形|行为|发生|规定|(?:超过|超出|逾期|不足|未满|届满|连续|累计)[^，；,;。]{1,40})的[，,]|\A(?:如果?|若|一旦|因)[^，；,;。]{2,160}[，,]"
)  # 满3年未提出要求的，
_EXCEPT = re.compile(
    r"(?:除[^，；,;。]{1,120}(?:外|以外|之外)|但[^，；,;。]{1,120}(?:除外|不在此限)|[^，；,;。]{1,120}除外)"
)
_ELSE = re.compile(
    r"(?:否则|逾期)[^。]{2,160}|(?:造成|给)[^，。]{1,40}的[，,]\s*(?:应当?|须)?(?:承担|赔偿)[^。]{0,80}"
)
_BRACKETS = re.compile(r"（[^（）]{0,120}）|\([^()]{0,120}\)")
_PARTS = re.compile(r"[^，；,;。]+[，；,;。]?")
# What stands before the duty and tells when it is to be done: 合同期满前30日，
_WHEN = re.compile(r"(?:前|后|内|起|日|月|年|季度|期间|止|底|初|末|周|天|时间)\s*[，,]\s*\Z")
_SUPPOSED = re.compile(
    r"\s*(?:如果?|若|倘若|一旦|因)|超过|超出|逾期|不足|未|届?满\s*\d|连续|累计|达到"
)


def completed(row: Duty, text: str, start: int, until: int) -> Duty:
    """The row with its details; what goes with it stands in ``text`` from ``start`` to ``until``."""
    part = text[start : row.end]
    deadline, trigger = times(_timely(text, row, start, until))
    condition, exception = _CONDITION.search(text[start : row.start + 40]), _EXCEPT.search(part)
    consequence = _ELSE.search(text, row.start, row.end + AFTERWARDS)
    return replace(
        row,
        deadline=deadline,
        trigger=trigger,
        condition=tidy(condition[0]) if condition else "",
        exception=tidy(exception[0]) if exception else "",
        consequence=tidy(consequence[0]) if consequence else "",
    )


def _timely(text: str, row: Duty, start: int, until: int) -> str:
    """What may hold the deadline: the duty itself, and before it what only says when."""
    before = [
        piece[0]
        for piece in _PARTS.finditer(text, start, max(row.start, start))
        if _WHEN.search(piece[0]) and not _SUPPOSED.search(piece[0])
    ]
    pieces = [piece[0] for piece in _PARTS.finditer(text, row.start, min(row.end, until))]
    own = "".join(pieces[:1] + [piece for piece in pieces[1:] if not _SUPPOSED.search(piece)])
    return _BRACKETS.sub("", "".join(before) + _CASE.sub("，", own, count=1))


def conditional_only(segment: str) -> bool:
    """Whether a segment only says if or when, so that its subject is not that of what follows."""
    return bool(
        re.search(r"(?:的|(?<![小及按准定同随即])时|后|情况下|期间)[，,]\Z", segment)
    ) and not any(m.lastgroup != "none" for m in MODAL.finditer(segment))


def tidy(text: str) -> str:
    """The text without spaces, and without the marks at its ends."""
    return re.sub(r"\s+", "", text).strip("，。；：,;:、")
