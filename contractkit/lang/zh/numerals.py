"""Numbers as Chinese contracts write them: 10,000 · 1.5万 · 三十 · 壹拾万 · 半.

All here reads *folded* text (``fold``): full-width digits, signs and the traditional forms of the
characters that values are written with become one form, character for character, so an offset into
folded text is an offset into the text.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from contractkit.lang.zh.counters import number as positional
from contractkit.lang.zh.counters import numeral

_TRADITIONAL = dict(
    zip(
        "兩個萬億條項週時點圓圆號過於內達約滿後幣歐間份",
        "两个万亿条项周时点元元号过于内达约满后币欧间份",
        strict=True,
    )
)
_FOLD = str.maketrans(
    # The full-width comma stays: it parts clauses, and 超过3日，5日 is not 35 or 3.5.
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F) if code != 0xFF0C}
    | _TRADITIONAL
    | dict.fromkeys("　\u00a0\u2002\u2003\t", " ")
    | dict.fromkeys("—–―−‐‑", "-")
    | dict.fromkeys("○◯ＯΟО", "〇")
    | {"￥": "¥", "～": "~", "〜": "~", "﹪": "%", "點": "点", "俩": "两"}
)

DIGITS = "〇零一二两三四五六七八九壹贰貳叁參肆伍陆陸柒捌玖"
TENS = "十百千万亿拾佰仟廿卅"
# Grouped by threes or fours; by spaces, or by the comma that parts clauses, only where it is money.
FIGURE = (
    r"(?:\d{1,3}(?: ?, ?\d{3}|，000){1,6}+(?:\.\d{1,6}+| \. ?\d\d(?= ?元))?|\d{1,4}(?:,\d{4}){1,3}+(?:\.\d{1,6}+)?"
    r"|\d{1,3}(?: \d{3}){1,4}+(?:\.\d{1,2}+)?(?= ?元)"
    r"|(?:(?<=[¥$币])\d{1,3}(?:，\d{3}){1,4}+|\d{1,3}(?:，\d{3}){1,4}+(?=\.\d\d ?元))(?:\.\d{1,2}+)?"
    r"|\d{1,18}+(?:\.\d{1,6}+)?)(?!\d)"
)
# What stands for the marks of a blank that holds a number (value_fills).
FILL = "\x1f"
GAP = rf"{FILL}{{0,48}}+ {{0,3}}+{FILL}{{0,48}}+"
NUMBER = (
    rf"(?:{FIGURE}(?: ?[十百千万亿]{{1,2}}+(?:\d{{1,4}}[百千万]{{1,2}}+)?)?"
    rf"|[{DIGITS}{TENS}]{{1,24}}+(?:点[{DIGITS}]{{1,6}}+)?|半)"
)

_SCALE = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "亿": 10**8,
    "拾": 10,
    "佰": 100,
    "仟": 1000,
}
_SINGLE = {"半": Decimal("0.5")} | {
    character: Decimal(value)
    for characters, value in zip(
        (
            "〇零",
            "一壹",
            "二两贰貳",
            "三叁參",
            "四肆",
            "五伍",
            "六陆陸",
            "七柒",
            "八捌",
            "九玖",
            "十拾",
        ),
        range(11),
        strict=True,
    )
    for character in characters
}
_LOWER = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
_FIGURE = re.compile(r"(\d+(?:\.\d+)?) ?([十百千万亿]*)")
_FIGURES = re.compile(rf"(?:{_FIGURE.pattern})+")
_GROUPS = re.compile(r"(?<=\d)(?: ?[,，] ?| )(?=\d)| (?=\.)|(?<=\.) ")
_LIST_OF_DIGITS = re.compile(rf"[{DIGITS}]{{2,}}")


def fold(text: str) -> str:
    """The text with one form for each digit and sign, of the same length as ``text``."""
    return text.translate(_FOLD)


@lru_cache(maxsize=4096)
def number(text: str) -> Decimal | None:
    """The number that a folded numeral states, or None if it states none (两三, 一二)."""
    if text in _SINGLE:
        return _SINGLE[text]
    text = _GROUPS.sub("", text)
    if "0" <= text[:1] <= "9":
        if not _FIGURES.fullmatch(text):
            return None
        return sum((_part(part) for part in _FIGURE.finditer(text)), Decimal(0))
    return _chinese(text)


def scale(text: str) -> int:
    """What a numeral's last characters multiply by: 10000 for 10万, 1 for 10 and for 三十万.

    It is for 5至10万元, where the first number is in 万 too.
    """
    part = _FIGURE.fullmatch(_GROUPS.sub("", text))
    return int(_times(part[2])) if part else 1


def _part(part: re.Match[str]) -> Decimal:
    return Decimal(part[1]) * _times(part[2])


def _times(characters: str) -> Decimal:
    product = Decimal(1)
    for character in characters:
        product *= _SCALE[character]
    return product


def _chinese(text: str) -> Decimal | None:
    if all(character in _SCALE for character in text) and text[0] not in "十拾":
        return _times(text)  # 百元以上, which cn2an refuses
    if _LIST_OF_DIGITS.fullmatch(text) and not set("〇零") & set(text):
        return None  # 两三天 is two or three days; cn2an reads 23
    if (plain := _well_formed(text)) is not None:
        return plain
    from cn2an import cn2an

    try:
        return Decimal(str(cn2an(text.replace("卅", "三十"), "normal")))
    except (ValueError, KeyError):  # KeyError: cn2an looks up a unit that 〇十〇 does not have
        return None


def _well_formed(text: str) -> Decimal | None:
    """What a whole number states that is written as ``numeral`` writes it; None for others.

    Loading cn2an takes longer than reading a short contract, and nearly all numbers are such.
    """
    rest, total = text.translate(_LOWER), 0
    for unit, size in (("亿", 10**8), ("万", 10**4), ("", 1)):
        part, found, rest = rest.partition(unit) if unit else (rest, "", "")
        if unit and not found:
            part, rest = "", part
        if not part:
            if found:
                return None
            continue
        value = positional(part) or 0
        least = 1000 if total else 1  # behind 万 a 零 or a small number leaves room for doubt
        if not least <= value < 10_000 or numeral(value) != part:
            return None
        total += value * size
    return Decimal(total) if total else None


def year(text: str) -> int:
    """The year that four digits of either kind state, spaces apart or not: 二〇一一, 2 0 1 1."""
    digits = text.replace(" ", "").replace("O", "〇").replace("o", "〇")
    return int("".join(d if d.isdigit() and d.isascii() else str(_SINGLE[d]) for d in digits))


def amount_in_words(amount: Decimal, currency: str = "元") -> str:
    """An amount of money in 大写: 壹万元整, 壹仟零伍元伍角, with another unit for another currency.

    By the rules for filling in bills and vouchers (票据法 practice): 零 for every run of zeros within
    the number, 整 when it ends with the unit. ValueError below zero, beyond 10^15, or with less
    than a 分.
    """
    if amount != amount.quantize(Decimal("0.01")):
        raise ValueError(f"an amount in words ends with 分: {amount}")
    if not 0 <= amount < 10**15:
        raise ValueError(f"an amount in words is from 0 to 10^15: {amount}")
    whole, cents = divmod(int(amount * 100), 100)
    said = _capitals(whole) + currency
    if not cents:
        return f"{said}整"
    tenths, hundredths = divmod(cents, 10)
    said += f"{_CAPITALS[tenths]}角" if tenths else "零"
    return said + (f"{_CAPITALS[hundredths]}分" if hundredths else "")


_CAPITALS = "零壹贰叁肆伍陆柒捌玖"
_CAPITAL_UNITS = ((10**8, "亿"), (10**4, "万"), (10**3, "仟"), (10**2, "佰"), (10, "拾"))


def _capitals(number: int) -> str:
    """A whole number in 大写, 零 before a part that does not begin where the last one ended."""
    for scale, unit in _CAPITAL_UNITS:
        if number >= scale:
            above, below = divmod(number, scale)
            gap = "零" if below < scale // 10 else ""
            return _capitals(above) + unit + (gap + _capitals(below) if below else "")
    return _CAPITALS[number]
