"""The values that Chinese text states: ``values``; ``format_value`` prints one.

``values`` goes through the text once. Where a number, a sign or 第 stands, the readers of
``READERS`` try that place in order; the first that knows it says where it ends, and the search goes
on from there. Codes, phones and addresses are looked for first, each by its own mark. Every pattern
has bounded repeats, so the time grows with the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from contractkit.lang.scan import Reading, quoted, scan
from contractkit.lang.value import Value
from contractkit.lang.zh import value_clauses, value_dates, value_quantities
from contractkit.lang.zh.numerals import DIGITS, TENS, fold
from contractkit.lang.zh.value_comparators import contrasted
from contractkit.lang.zh.value_contacts import spots
from contractkit.lang.zh.value_fills import bare, widened
from contractkit.lang.zh.value_formats import format_value

__all__ = ["READERS", "format_value", "values"]

Reader = Callable[[str, int], Reading]

READERS: tuple[Reader, ...] = (
    value_dates.iso,
    value_clauses.dotted,
    value_dates.blank,
    value_dates.written,
    value_dates.passing,
    value_quantities.quantity,
)
# By the first character, where that tells: nothing but a clause or a place in a row begins with 第.
_READERS_OF: dict[str, tuple[Reader, ...]] = {
    "第": (value_clauses.clause, value_clauses.ordinal),
    "附": (value_clauses.attachment,),
}
_START = re.compile(
    rf"[0-9{DIGITS}{TENS}半_¥$€£第年]|双倍|附[件表录]|等值|人民币|RMB|CNY|USD|US\$|HK|港币|美金|JPY|EUR|GBP|[×xX*\[【](?=[^\n]{{0,12}}年)|\((?= {{0,8}}\) ?年)"
)
# A number that is nothing is passed over whole: none of its digits starts another.
_PASS = re.compile(
    rf"\d[\d.,]*+|[{DIGITS}{TENS}半]++|_++| ++|(?:年(?=年))++|(?:[¥$€£](?=[¥$€£]))++|.", re.DOTALL
)


def values(text: str) -> tuple[Value, ...]:
    """The values that ``text`` states, in reading order; none overlaps another."""
    plain = bare(fold(text))

    def read(start: re.Match[str]) -> Reading:
        at = start.start()
        for reader in _READERS_OF.get(plain[at], READERS):
            if reading := reader(plain, at):
                return reading
        return None

    found = [*scan(plain, _START, read, _PASS, spots(plain))]
    return tuple(quoted(widened(plain, value), text) for value in contrasted(plain, found))
