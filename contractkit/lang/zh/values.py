"""The values that Chinese text states: ``values``, ``disagreements``; ``format_value`` prints one.

``values`` goes through the text once. Where a number, a sign or 第 stands, the readers of
``READERS`` try that place in order; the first that knows it says where it ends, and the search goes
on from there. Every pattern has bounded repeats, so the time grows with the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from contractkit.lang.base import Value
from contractkit.lang.zh import value_clauses, value_dates, value_quantities
from contractkit.lang.zh.numerals import DIGITS, TENS, fold
from contractkit.lang.zh.value_comparators import contrasted
from contractkit.lang.zh.value_formats import format_value

__all__ = ["READERS", "disagreements", "format_value", "values"]

Reader = Callable[[str, int], "tuple[int, tuple[Value, ...]] | None"]

READERS: tuple[Reader, ...] = (
    value_clauses.clause,
    value_clauses.attachment,
    value_clauses.ordinal,
    value_dates.iso,
    value_dates.blank,
    value_dates.written,
    value_dates.passing,
    value_quantities.quantity,
)
_START = re.compile(
    rf"[0-9{DIGITS}{TENS}半_¥$€£第年]|附[件表录]|等值|人民币|RMB|CNY|USD|US\$|HK|港币|美金|JPY|EUR|GBP|[×X*\[【](?=[^\n]{{0,12}}年)"
)
# A number that is nothing is passed over whole: none of its digits starts another.
_PASS = re.compile(rf"\d[\d.,]*+|[{DIGITS}{TENS}半]++|_++| ++|.", re.DOTALL)


def values(text: str) -> tuple[Value, ...]:
    """The values that ``text`` states, in reading order; none overlaps another."""
    plain = fold(text)
    found = [value for _, reading in _readings(plain) for value in reading]
    return tuple(_quoted(text, value) for value in contrasted(plain, found))


def disagreements(text: str) -> tuple[tuple[Value, str], ...]:
    """Each value whose words differ from its figures, with the normal form of what the words say.

    ``values`` gives the figures' value: 人民币壹拾万元整（¥120,000） is 120000, and here 100000.
    """
    plain = fold(text)
    told = []
    for at, reading in _readings(plain):
        if reading and not reading[0].kind.startswith(("date", "clause")):
            measured = value_quantities.measured(plain, at)
            if measured and measured[2]:
                told.append((_quoted(text, reading[0]), measured[2]))
    return tuple(told)


def _readings(plain: str) -> Iterator[tuple[int, tuple[Value, ...]]]:
    position = 0
    while start := _START.search(plain, position):
        at = start.start()
        for read in READERS:
            reading = read(plain, at)
            if reading:
                position, found = reading
                yield at, found
                break
        else:
            passed = _PASS.match(plain, at)
            position = passed.end() if passed else at + 1


def _quoted(text: str, value: Value) -> Value:
    return replace(value, text=text[value.start : value.end])
