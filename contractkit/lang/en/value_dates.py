"""Dates in English text: December 31, 2026 · the third day of May, 2026 · 12/31/2026 · ____ __, 20__.

A reader takes a text and a place, and gives where it ended and the values, or None. One that ends
without a value has read what no other reader may take apart: the 31 of December 31.
"""

from __future__ import annotations

import datetime as dt
import re

from contractkit.lang.en.numerals import S0, S
from contractkit.lang.value import Value

Reading = tuple[int, tuple[Value, ...]] | None

_NAMES = "january february march april may june july august september october november december"
MONTHS = {name: n for n, name in enumerate(_NAMES.split(), 1)}
MONTHS |= {name[:3]: n for name, n in MONTHS.items()} | {"sept": 9}
# With a capital: "may 30" is no day.
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?"
    r"|JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?"
    r"|SEPT?(?:EMBER)?|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)(?![A-Za-z])\.?"
)
_ONES = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth"
)
_TEENS = "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
_ORDINALS = {word: n for n, word in enumerate(f"{_ONES} {_TEENS}".split(), 1)} | {"thirtieth": 30}
_ORDINALS |= {f"twenty-{word}": 20 + n for word, n in _ORDINALS.items() if n < 10}
_ORDINALS["thirty-first"] = 31
ORDINAL = "|".join(sorted(_ORDINALS, key=len, reverse=True)).replace("-", "[- ]")
# "9t h": a raised ordinal, torn apart when the file was converted.
_DAY = r"(?:\d{1,2}(?: ?(?:s ?t|n ?d|r ?d|t ?h)(?![a-z])|ST|ND|RD|TH)?)(?![\d%$])"
_YEAR = r"([12]\d{3})(?!\d|,\d)"
_MONTH_FIRST = re.compile(rf"({MONTH}){S0}({_DAY})(?:{S0}[,.]{S0}|{S}){_YEAR}")
_DAY_FIRST = re.compile(
    rf"({_DAY})(?:{S}day)?(?:{S0}|-)(?:of{S})?({MONTH})(?:{S0}|-)(?:,{S0}|in{S}the{S}year{S})?{_YEAR}"
)
_SPOKEN_DAY = re.compile(
    rf"((?i:{ORDINAL})){S}(?i:day){S}(?i:of){S}({MONTH}){S0}(?:,{S0})?(?i:in{S}the{S}year{S})?{_YEAR}"
)
_MONTH_YEAR = re.compile(rf"({MONTH})(?:{S0},{S0}|{S})(?:of{S})?{_YEAR}")
_NO_YEAR = re.compile(
    rf"{MONTH}{S}{_DAY}(?:(?:{S0}-{S0}|{S}(?:to|through|and){S}){_DAY})?(?!{S0}\()|{_DAY}(?:{S}day)?{S}(?:of{S})?{MONTH}"
)
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_IN_A_NAME = re.compile(r"[-_/][A-Za-z]")
_SLASHED = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?![\d/-]|\.\d)")
_B = r"(?:_{1,40}+|\[[ _●•]{0,40}\]|[●•])"
_DATE_BLANK = re.compile(
    rf"(?:(?P<month>{MONTH}|{_B}){S0}(?P<day>{_DAY}|{_B}){S0},?{S0}"
    rf"|(?P<day2>{_B}(?:st|nd|rd|th)?|{_DAY}){S0}(?:day{S})?(?:of{S0})?(?P<month2>{MONTH}|{_B}){S0},?{S0}(?:in{S}the{S}year{S0})?"
    rf"|(?P<month3>{MONTH}|{_B}){S0}(?:,{S0})?)?"
    rf"(?P<year>(?:19|20)_{{1,40}}+|(?:19|20)\[[ _●•]{{0,40}}\]|20\d\d(?!\d)|_{{2,40}}+(?!\w))"
)
_SLASHED_BLANK = re.compile(
    rf"(?:_{{1,20}}+){S0}/{S0}(?:_{{1,20}}+){S0}/{S0}(20)?(?:_{{1,20}}+|(\d\d)(?!\d))?"
)
_DATED = re.compile(
    r"(?:[Dd]ated?(?: of)?|DATED?|as of|effective|until|expires?|on)(?: on)?(?: this)?\s{0,4}:?\s{0,4}$"
)
# What is left of "this ___ day of ____, 2005" and "as of ____, 2005" where a converter lost the blanks.
_LOST = re.compile(rf"(?i:day){S}(?i:of)(?:{S}({MONTH}))?{S0}(?:,{S0})?{_YEAR}")
_THIS = re.compile(r"\b(?i:this|the)\s{1,40}(?:(?:st|nd|rd|th)\s{1,20})?$")
_LEFT = re.compile(rf",{S0}{_YEAR}")
_OPEN = re.compile(r"\b(?i:as of|dated|effective|made on|this|made)\s{0,60}$")
_LONE_BLANK = re.compile(r"_{3,80}+")


def iso(text: str, at: int) -> Reading:
    """A date as figures from the year: 2026-12-31."""
    found = _ISO.match(text, at)
    if not found:
        return None
    if text[at - 1 : at] == "/" or _IN_A_NAME.match(text, found.end()):
        return found.end(), ()  # of an address on the web, or the name of a file
    return found.end(), _date(found, int(found[1]), int(found[3]), int(found[4]))


def slashed(text: str, at: int) -> Reading:
    """A date in figures, the month first as in the United States unless it cannot be a month.

    Where either could be the month, the unit MDY says how it was read.
    """
    found = _SLASHED.match(text, at)
    if not found or (found[2] != "/" and len(found[4]) == 2):
        return None  # 4.1.12 is a clause, § 9-08-06 a statute
    month, day, year = int(found[1]), int(found[3]), int(found[4])
    if month > 12:
        month, day = day, month
    if len(found[4]) == 2:
        year += 2000 if year < 50 else 1900
    doubtful = day <= 12 and day != month
    return found.end(), _date(found, year, month, day, "MDY" if doubtful else "")


def written(text: str, at: int) -> Reading:
    """A date with the name of its month; without a day it is 2026-12."""
    found = _MONTH_FIRST.match(text, at)
    if found:
        return found.end(), _date(found, int(found[3]), _month(found[1]), _day(found[2]))
    found = _DAY_FIRST.match(text, at)
    if found:
        return found.end(), _date(found, int(found[3]), _month(found[2]), _day(found[1]))
    found = _SPOKEN_DAY.match(text, at)
    if found:
        day = nth(found[1])
        return found.end(), _date(found, int(found[3]), _month(found[2]), day)
    found = _MONTH_YEAR.match(text, at)
    if found:
        value = f"{found[2]}-{_month(found[1]):02}"
        return found.end(), (Value("date", value, "", "", at, found.end()),)
    return None


def passing(text: str, at: int) -> Reading:
    """The end of a day without a year, which is no value."""
    found = _NO_YEAR.match(text, at)
    return (found.end(), ()) if found else None


def blank(text: str, at: int) -> Reading:
    """A date to be filled in, with what is known of it: 20__-__-__, 2026-01-__."""
    found = _SLASHED_BLANK.match(text, at)
    if found:
        year = f"20{found[2]}" if found[2] else "20__"
        return found.end(), (Value("date_blank", f"{year}-__-__", "", "", at, found.end()),)
    found = _DATE_BLANK.match(text, at)
    if found and (reading := _blank(found)):
        return found.end(), (Value("date_blank", reading, "", "", at, found.end()),)
    lone = _LONE_BLANK.match(text, at)
    if lone and _DATED.search(text[max(0, at - 20) : at]):
        return lone.end(), (Value("date_blank", "20__-__-__", "", "", at, lone.end()),)
    return None


def lost(text: str, at: int) -> Reading:
    """A date whose blanks a converter dropped: this day of , 2005 is 2005-__-__."""
    before = text[max(0, at - 64) : at]
    found = _LOST.match(text, at)
    if found and _THIS.search(before):
        month = f"{_month(found[1]):02}" if found[1] else "__"
        value = f"{found[2]}-{month}-__"
        return found.end(), (Value("date_blank", value, "", "", at, found.end()),)
    found = _LEFT.match(text, at)
    if found and _OPEN.search(before):
        value = f"{found[1]}-__-__"
        return found.end(), (Value("date_blank", value, "", "", at, found.end()),)
    return None


def _blank(found: re.Match[str]) -> str:
    """The normal form, or "" where nothing tells that the blank is a date's."""
    month = found["month"] or found["month2"] or found["month3"] or ""
    day = re.sub(r"\D", "", found["day"] or found["day2"] or "")
    named = month[:1].isalpha()
    year = found["year"]
    digits = re.match(r"\d*", year)
    known = digits[0] if digits else ""
    if not known and not (named and (found["day"] or found["day2"])):
        return ""
    if len(known) == 4 and (not month or (named and (day or found["month3"]))):
        return ""  # a year alone, or nothing is blank
    parts = (
        known.ljust(4, "_") if known else "20__",
        f"{_month(month):02}" if named else "__",
        day.zfill(2) if day else "__",
    )
    return "-".join(parts)


def _month(name: str) -> int:
    return MONTHS.get(name.lower().rstrip("."), 0)


def nth(ordinal: str) -> int:
    """The number that an ordinal tells: fifth, twenty first, 5th."""
    return _ORDINALS.get("-".join(ordinal.lower().split())) or _day(ordinal)


def _day(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _date(
    found: re.Match[str], year: int, month: int, day: int, unit: str = ""
) -> tuple[Value, ...]:
    """One date, or nothing for a day that no calendar has."""
    try:
        value = dt.date(year, month, day).isoformat()
    except ValueError:
        return ()
    return (Value("date", value, "", "", found.start(), found.end(), unit),)
