"""Dates in Chinese text: 2021年5月1日 · 二〇一一年十月 · 2023-07-03 · 20年月日 · ＿＿年＿＿月＿＿日.

A reader takes folded text and a place, and gives where it ended and the values, or None. A reader
that ends somewhere without a value has read something that no other reader may take apart: the day
of 5月1日 is not a duration.
"""

from __future__ import annotations

import datetime as dt
import re

from contractkit.lang.value import Value
from contractkit.lang.zh.numerals import FILL, GAP, number, year

Reading = tuple[int, tuple[Value, ...]] | None

# Scanned text has spaces between the digits too.
_YEAR = r"(?:\d{4}|\d(?: {0,2}\d){3}(?!\d)|[〇零一二三四五六七八九](?: ?[〇零一二三四五六七八九0Oo]){3})"
_PART = r"(?:\d ?\d|\d|[一二三四五六七八九十廿卅]{1,3}+)"
_MONTH = rf"(?:元|{_PART})"
_S = GAP
_DATE = re.compile(
    rf"({_YEAR}){_S}年(?:{_S}({_MONTH}){_S}月份?(?:{_S}({_PART}){_S}[日号])?)?(?!\d{{0,2}}{_S}月)"
)
# HT-2026-05-01 and 2026-05-01-003 are numbers of files.
_ISO = re.compile(
    r"(?<![A-Za-z])(?<![A-Za-z]-)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?![\d%])(?!-\d{1,3}(?!\d|[-/.]\d))"
)
# 2025至2026年: the first is a year of the calendar too.
_YEARS = re.compile(r"(?:19|20)\d\d ?[至到~-] ?(?=(?:19|20)\d\d ?年)")
_MONTH_AND_DAY = re.compile(
    rf"{_MONTH}{_S}月(?! ?(?:以|之)?内)(?:份|底|初|末|中旬|上旬|下旬|{_S}{_PART}{_S}[日号](?:[至到~-]{_PART}[日号])?)?"
)
_TIME = re.compile(
    rf"{_PART}{_S}(?:[时点:]{_S}{_PART}{_S}分?(?!钟)|点(?:整|半)?(?=[前后起至,，。]))"
)
_CHINESE_DIGITS = "〇零一二三四五六七八九"
_BLANK = rf"[ _xX×*\[\]【】〔〕()…{FILL}]{{0,40}}+"
_DATE_BLANK = re.compile(
    rf"({_YEAR}|[〇零一二三四五六七八九]{{1,3}}+{_S}(?=[_xX×*]){_BLANK}|\d{{0,4}}{_BLANK}\d{{0,2}}{_BLANK})年({_BLANK}\d{{0,2}}{_BLANK})月(?:({_BLANK}\d{{0,2}}{_BLANK})日)?"
)
# A line of a signature block, where the words are a form to fill in.
_ALONE = re.compile(
    r" {0,40}(?:[\u4e00-\u9fff]{0,4}(?:日期|时间)[: ]{1,3})? {0,40}年月日[ 。.]{0,3}(?:\n|$)"
)
_LABELLED = re.compile(r"(?:日期|时间) ?: ?\Z")
# 2026年9月1日至15日
_UNTIL_DAY = re.compile(rf" ?[至到~-] ?{_PART} ?[日号](?!内|以内|之内)")
# What is left for writing in it; and what stands before 年 where it is no year's.
_FORM = re.compile(rf"[ _xX×*\[【〔…{FILL}]")
_OPEN = re.compile(r"[_xX×*\[【〔…]")  # a mark of what is not yet filled in, which a space is not
_UNFIT = re.compile(r"(?: |\((?! {0,40}\))|\))*+")  # before the blanks: (    年  月  日)
_EACH = frozenset("当每次该本去明同上今后前半周全各翌历跨")
_LENGTH = re.compile(r" ?(?:以上|以下|以内|之内|内|期限|之久)")
_PLAUSIBLE = range(1900, 2100)


def iso(plain: str, at: int) -> Reading:
    """A date in figures: 2023-07-03, 2023/7/3, 2023.7.3."""
    found = _ISO.match(plain, at)
    if not found:
        return None
    return found.end(), _date(found, int(found[1]), int(found[3]), int(found[4]))


def written(plain: str, at: int) -> Reading:
    """A date with its characters; a year alone only if it can be a year of the calendar."""
    found = _DATE.match(plain, at)
    if not found:
        return None
    the_year, month, day = year(found[1]), _number(found[2]), _number(found[3])
    if day:
        until = _UNTIL_DAY.match(plain, found.end())
        end = until.end() if until else found.end()
        return end, _date(found, the_year, month, day)
    if the_year not in _PLAUSIBLE or (not month and _LENGTH.match(plain, found.end())):
        return None
    if not month:
        return found.end(), (Value("date", f"{the_year:04}", "", "", at, found.end()),)
    if month > 12:
        return found.end(), ()
    return found.end(), (Value("date", f"{the_year:04}-{month:02}", "", "", at, found.end()),)


def blank(plain: str, at: int) -> Reading:
    """A date to be filled in, with what is known of it: 20__-__-__, 2026-05-__."""
    found = _DATE_BLANK.match(plain, at)
    if not found:
        return None
    the_year, month, day = (re.sub(r"\D", "", part or "") for part in found.groups())
    if found[1][:1] in _CHINESE_DIGITS and found[1]:
        the_year = str(year("".join(c for c in found[1] if c in _CHINESE_DIGITS)))
    if found[0] == "年月日" and (
        _ALONE.match(plain, plain.rfind("\n", 0, at) + 1)
        or _LABELLED.search(plain, max(0, at - 6), at)
    ):
        return found.end(), (Value("date_blank", "20__-__-__", "", "", at, found.end()),)
    if found[0] in {"年月日", "年月"} or (
        found[3] is None and not re.search(r"[_xX×*\[【]|^20|^19", found[1])
    ):
        return None  # the words, as in 注明年月日
    if not the_year and not _FORM.search(found[1]) and (month or plain[at - 1 : at] in _EACH):
        return (found.end(), ()) if month else None  # 每年3月31日: a day without a year
    if the_year and month and (day or found[3] is None) and not _OPEN.search(found[0]):
        return None if len(the_year) == 4 else _short(found, the_year, month, day)
    parts = [_padded_year(the_year), month.zfill(2) if month else "__"]
    if found[3] is not None:
        parts.append(day.zfill(2) if day else "__")
    unfit = _UNFIT.match(plain, at)
    start = unfit.end() if unfit else at
    return found.end(), (Value("date_blank", "-".join(parts), "", "", start, found.end()),)


def _short(found: re.Match[str], the_year: str, month: str, day: str) -> Reading:
    """A date whose year has two digits: 21年5月1日."""
    if len(the_year) != 2 or not day:
        return None
    return found.end(), _date(found, 2000 + int(the_year), int(month), int(day))


def passing(plain: str, at: int) -> Reading:
    """The end of a day without a year, or of a time of day, neither of which is a value."""
    found = _MONTH_AND_DAY.match(plain, at) or _TIME.match(plain, at) or _YEARS.match(plain, at)
    return (found.end(), ()) if found else None


def _number(text: str | None) -> int:
    if text == "元":
        return 1  # 元月
    return int(number(text) or 0) if text else 0


def _padded_year(digits: str) -> str:
    if len(digits) == 2 and digits not in {"19", "20"}:
        return f"20{digits}"
    return digits.ljust(4, "_") if digits else "20__"


def _date(found: re.Match[str], the_year: int, month: int, day: int) -> tuple[Value, ...]:
    """One date, or nothing for a day that no calendar has."""
    try:
        value = dt.date(the_year, month, day).isoformat()
    except ValueError:
        return ()
    return (Value("date", value, "", "", found.start(), found.end()),)
