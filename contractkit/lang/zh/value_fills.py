"""Numbers that were written into the blanks of a form: 【5】个工作日 · 人民币__100__元 · （3）年.

``bare`` takes the marks of such a blank for ``FILL``, a character of no meaning, so that what is
read is 5个工作日; ``widened`` gives a value back the marks around its number.
"""

from __future__ import annotations

import re
from dataclasses import replace

from contractkit.lang.value import Value
from contractkit.lang.zh.numerals import DIGITS, FILL, NUMBER, TENS

# In round brackets only before a unit: others number an item, or say a number again.
_UNIT = (
    r"个(?=工作|月|自然|日历|小时|季|年)|年(?![度级])|[天%‰元份倍]|日(?![常期])|小时|万元|亿元|周年"
)
_FILLED = re.compile(
    rf"(?:(?<!_)_{{1,40}}+|[【\[〔]) {{0,8}}+({NUMBER}) {{0,8}}+(?:_{{1,40}}+|[】\]〕])(?!\d)"
    rf"|(?<=[\u4e00-\u9fff])(?<![{DIGITS}{TENS}])\( {{0,8}}+({NUMBER}) {{0,8}}+\)(?= {{0,3}}+(?:{_UNIT}))"
)


def bare(plain: str) -> str:
    """Folded text with ``FILL`` for the marks of each blank that holds a number, as long as it was."""
    return _FILLED.sub(_bared, plain)


def widened(plain: str, value: Value) -> Value:
    """The value with the marks of the blanks at its ends."""
    start, end = value.start, value.end
    while start and plain[start - 1] == FILL:
        start -= 1
    while end < len(plain) and plain[end] == FILL and plain[end - 1] in f"{FILL}0123456789":
        end += 1
    return (
        value if (start, end) == (value.start, value.end) else replace(value, start=start, end=end)
    )


def _bared(found: re.Match[str]) -> str:
    number = found[1] or found[2]
    before, _, after = found[0].partition(number)
    return FILL * len(before) + number + FILL * len(after)
