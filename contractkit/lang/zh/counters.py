"""Whole numbers as clauses and lists are counted in Chinese: 十三, ①."""

from __future__ import annotations

import re

DIGITS = "零一二三四五六七八九"
UNITS = {"十": 10, "百": 100, "千": 1000}
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
HAN = "[〇零一二两三四五六七八九十百千]+"
_HAN = re.compile(rf"{HAN}\Z")


def number(text: str) -> int | None:
    """The number that Chinese numerals or digits of either width write; None if they write none."""
    if text.isdecimal():
        return int(text)
    if not _HAN.match(text):
        return None
    total, digit = 0, 0
    for character in text.replace("〇", "零").replace("两", "二"):
        if character in UNITS:
            total += (digit or 1) * UNITS[character]
            digit = 0
        else:
            digit = digit * 10 + DIGITS.index(character)
    return total + digit


def numeral(value: int) -> str:
    """``value`` (1 to 9999) in Chinese numerals as Word's chineseCountingThousand writes it."""
    out = ""
    zero = False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, value = divmod(value, unit)
        if digit:
            out += ("零" if zero else "") + DIGITS[digit] + name
            zero = False
        elif out and value:
            zero = True
    return out.removeprefix("一") if out.startswith("一十") else out
