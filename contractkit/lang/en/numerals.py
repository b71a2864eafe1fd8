"""Numbers as English contracts write them: 10,000 · thirty (30) · one and one-half · 1.5 million."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
SHORT_SCALES = {"k": 10**3, "m": 10**6, "mm": 10**6, "b": 10**9, "bn": 10**9}
_SMALL = {word: n for n, word in enumerate(_ONES)} | {
    word: 10 * n for n, word in enumerate(_TENS, 2)
}
_SMALL["fourty"] = 40  # seen in contracts
_PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "tenth": Decimal("0.1")}

_WORD = "|".join(sorted([*_SMALL, "hundred", *SCALES], key=len, reverse=True))
S = r"[ \n\r\t\u00a0]{1,80}+"
S0 = r"[ \n\r\t\u00a0]{0,80}+"
# 1-1/2% and 1 1/2 years are written so; other fractions (24/7, 12/31) are not amounts.
_FRACTION = (
    r"(?:(?:\d{1,3}[- ])?\d{1,2}/\d{1,2}(?= {0,3}(?:%|percent))"
    r"|(?:\d{1,3}[- ])?[1-7]/[248](?= {1,3}(?:year|month|week|day|hour)))"
)
_EUROPEAN = r"\d{1,3}(?:\.\d{3}){1,6}+,\d\d(?![\d.])|\d{1,3}(?:\.\d{3}){2,6}+(?![\d.])"  # 12.500,00; 1.000.000
FIGURE = rf"(?:{_FRACTION}|{_EUROPEAN}|\.\d{{1,8}}+|\d{{1,3}}(?:,\d{{3}}){{1,6}}+(?:\.\d{{1,8}}+)?|\d{{1,18}}+(?:\.\d{{1,8}}+)?)(?!\d)"
_PART = r"(?:one|a|three)[- ](?:half|halves|quarters?|tenths?)(?![a-z])"
WORDS = (
    rf"(?:{_PART}(?:{S}of{S}(?:one|1|a)(?![a-z]))?"
    rf"|(?:{_WORD})(?![a-z])"
    rf"(?:(?:{S}|,{S0}|-{S0})(?:and{S})?(?!{_PART})(?:{_WORD})(?![a-z])){{0,24}}+"
    rf"(?:(?:{S}and{S}|-and-){_PART}(?:{S}(?:{'|'.join(SCALES)})(?![a-z]))?)?)"
)
# What a number in words may begin with, for the search of places to look at.
FIRST = "|".join(sorted(_SMALL, key=len, reverse=True)) + "|hundred"
_LETTERS = re.compile(r"[a-z]+")


@lru_cache(maxsize=4096)
def figure(text: str) -> Decimal:
    """The number that digits state: 10,000, 1.5, 1-1/2."""
    if "/" in text:
        whole, _, fraction = text.replace("-", " ").rpartition(" ")
        above, _, below = fraction.partition("/")
        return Decimal(whole or 0) + (Decimal(above) / Decimal(below) if int(below) else 0)
    if text.count(".") > 1 or -1 < text.find(".") < text.find(","):
        return Decimal(text.replace(".", "").replace(",", "."))
    return Decimal(text.replace(",", ""))


@lru_cache(maxsize=4096)
def spoken(text: str) -> Decimal | None:
    """The number that words state, in any case, or None if they state none (thirty forty)."""
    total, group, last, part = Decimal(0), Decimal(0), 10**15, Decimal(1)
    before, of, _ = text.lower().partition(" of ")  # one-half of one
    words = [word for word in _LETTERS.findall(before if of else text.lower()) if word != "and"]
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        if share := _PARTS.get(following.removesuffix("s").replace("halve", "half")):
            scale = SCALES.get(words[index + 2] if index + 2 < len(words) else "", 1)
            return total + (group + _SMALL.get(word, 1) * share) * scale
        if word in _SMALL:
            number = _SMALL[word]
            if not _fits(group, number):
                return None
            group += number
        elif word == "hundred":
            group = max(group, part) * 100
        elif word in SCALES:
            if SCALES[word] >= last:
                return None
            last = SCALES[word]
            total, group = total + max(group, part) * last, Decimal(0)
        elif word != "a":
            return None
    return total + group


def _fits(group: Decimal, number: int) -> bool:
    """Whether a number can follow in the same group of three: twenty-five, one hundred five."""
    below = int(group) % 100
    if below == 0:
        return True
    return below % 10 == 0 and below >= 20 and 1 <= number <= 9


def in_words(number: int) -> str:
    """A whole number in words, as an amount is written: Ten Thousand, Twenty-Five."""
    if number < 0 or number >= 10**15:
        raise ValueError(f"a number in words is from 0 to 10^15: {number}")
    if number < 20:
        return _ONES[number].capitalize()
    groups = []
    for name, scale in sorted(SCALES.items(), key=lambda row: -row[1]):
        if number >= scale:
            groups.append(f"{_below_thousand(number // scale)} {name.capitalize()}")
            number %= scale
    if number:
        groups.append(_below_thousand(number))
    return " ".join(groups)


def _below_thousand(number: int) -> str:
    words = []
    if number >= 100:
        words.append(f"{_ONES[number // 100].capitalize()} Hundred")
        number %= 100
    if number >= 20:
        tens = _TENS[number // 10 - 2].capitalize()
        words.append(tens if number % 10 == 0 else f"{tens}-{_ONES[number % 10].capitalize()}")
    elif number:
        words.append(_ONES[number].capitalize())
    return " ".join(words)
