"""What looks like a Chinese amount and states none: 十分重要 · 数十年 · 最后一日 · 每月10日 · 7×24小时."""

from __future__ import annotations

import re

from contractkit.lang.zh.value_units import Quantity

_SCHEDULE = re.compile(r"\d ?[×xX*] ?\Z")  # 7×24小时: when somebody may be called
_POINTS = re.compile(r"(?:扣|记|计|评|得|满|加|减|达|积|分|低于|不足|超过|为|每次|至|到)$")
_VAGUE = re.compile(r"(?:几|(?<![天总人次份指分件个月年日期时台张倍点款户])数|若干|好)$")
_SOME_YEAR = re.compile(r"[一壹1] ?个.{2,5}年度?|日历月")  # 一个合同年度内: each of them
_IN_MONTH = re.compile(r"月的? ?\Z")
# 交货后一个月内 is a month long, 后一个月 is the one that follows.
_WITHIN = re.compile(r" ?(?:以|之)?内")
_IN_A_ROW = re.compile(
    r"(?:最后|任|任何|某|同|每|(?<![满期日止效提同职付用工])前|后|上|下|这|那|其中|当|次)$"
)


def is_schedule(plain: str, at: int) -> bool:
    """Whether the amount at ``at`` is of a schedule: 7×24小时."""
    return _SCHEDULE.search(plain, max(0, at - 4), at) is not None


def is_no_value(plain: str, at: int, found: Quantity) -> bool:
    """Whether it is an adverb (十分), a vague number (数十年) or a place in a row (最后一日)."""
    before = plain[max(0, at - 4) : at]
    if _VAGUE.search(before):
        return True
    if found.numeral == "半" and before.endswith(("上", "下")):
        return True  # 上半年
    if found.unit.name == "期" and not before.endswith(("分", "分为", "共", "计")):
        return True  # 第三期, 二期工程
    if found.unit.name == "次" and found.amount == 1 and plain.startswith(("付", "缴"), found.end):
        return True
    if found.unit.kind == "score":
        return found.numeral in {"十", "万"} and not _POINTS.search(before)
    if found.unit.kind == "count" and found.numeral == "一":
        return before.endswith(("最后", "任何", "某", "另", "同", "这", "那"))
    if found.unit.kind == "duration" and found.amount == 1:
        if _SOME_YEAR.search(plain, at, found.end):
            return True
        in_a_row = found.numeral == "一" and bool(_IN_A_ROW.search(before))
        after = before.endswith("后") and not before.endswith("最后")
        return in_a_row and not (after and _WITHIN.match(plain, found.end))
    return day_of_month(plain, at, found)


def day_of_month(plain: str, at: int, found: Quantity) -> bool:
    """Whether it is a day of each month, which is no length of time: 每月10日, 每月25日至30日."""
    return (
        found.unit.form == "P{}D"
        and plain[found.end - 1] == "日"
        and _IN_MONTH.search(plain, max(0, at - 3), at) is not None
    )
