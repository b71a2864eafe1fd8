"""The values that English text states: ``values``; ``format_value`` prints one.

``values`` goes through the text once. Where a figure, a number in words, a month, a sign or a word
like Section stands, the readers try that place in order; the first that knows it says where it
ends, and the search goes on from there. Codes, phones and addresses are looked for first, each by its
own mark. Every pattern has bounded repeats, so the time grows with the text and no faster.
"""

from __future__ import annotations

import re
from dataclasses import replace

from contractkit.lang.en import value_clauses, value_dates, value_quantities
from contractkit.lang.en.numerals import FIRST, S0
from contractkit.lang.en.value_comparators import coordinated
from contractkit.lang.en.value_contacts import spots
from contractkit.lang.en.value_formats import format_value
from contractkit.lang.scan import Reading, quoted, scan
from contractkit.lang.value import Value

__all__ = ["format_value", "values"]

_DATES = (
    value_dates.iso,
    value_dates.slashed,
    value_dates.blank,
    value_dates.written,
    value_dates.passing,
)
_MONTH = "jan feb mar apr may jun jul aug sep oct nov dec".replace(" ", "|")
# After the figure of a day or a year stands what parts it from the rest of the date.
_DAY = re.compile(
    rf"\d{{1,4}}(?: ?(?:s ?t|n ?d|r ?d|t ?h)(?![a-z]))?{S0}(?:[-/._\[●•]|day|of|{_MONTH})"
)
_CLAUSE = (
    "section|subsection|sub-(?:clause|section|paragraph)|article|clause|paragraph|subparagraph|sec|exhibit|attachment|schedule"
    "|appendi|annex|addend|subclause"
)
_START = re.compile(
    rf"(?<![\w.])(?:(?P<day>(?:{value_dates.ORDINAL})\s{{1,20}}day\b)|(?P<lost>day\s{{1,80}}of\b)"
    rf"|(?P<word>{FIRST}|half|twice|net)(?![a-z])|(?P<month>{_MONTH})[a-z.]{{0,7}}[ ,\n_]"
    rf"|(?P<clause>{_CLAUSE})|(?P<sign>us ?\$|usd|cny|rmb|eur|gbp|(?:hk|au|a|c|s|nt)\$|hkd|u\.s\.|cad|jpy))"
    r"|(?<![\w.,])(?P<figure>\.?\d)|(?P<blank>_)|(?P<money>[$€£¥￥])|(?P<paragraph>§)|(?P<bracket>[\[●•])"
    r"|(?P<left>,(?=\s{0,80}[12]\d{3}\b))"
)
# A number that is nothing is passed over whole: none of its digits starts another.
_PASS = re.compile(r"\d[\d.,]*+\w*+|[a-z]++|_++|(?:[\[●•$€£¥￥](?=[\[●•$€£¥￥]))++|.", re.DOTALL)
# A model agreement proposes what may be filled in: within [30] days, at [1.5%] per month.
_PROPOSED = re.compile(rf"\[(?= {{0,4}}(?:[$€£¥]?\d|(?:{FIRST})(?![a-z])))([^\[\]\n]{{1,60}})\]")
_SPACES_INSIDE = 8  # that may stand between a bracket and what it proposes
_FULL_WIDTH = str.maketrans(
    {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    | {"\u2011": "-", "\u2010": "-"}
    | dict.fromkeys("\u200b\u200e\u200f\u2060\ufeff", " ")  # marks that nobody sees
)


def values(text: str) -> tuple[Value, ...]:
    """The values that ``text`` states, in reading order; none overlaps another."""
    plain, lower = _forms(text)
    bare, lower = (_open(plain, lower), _open(lower, lower)) if "[" in lower else (plain, lower)

    def read(start: re.Match[str]) -> Reading:
        return _read(bare, lower, start.start(), start.lastgroup or "")

    found = [*scan(lower, _START, read, _PASS, spots(plain))]
    return tuple(quoted(_whole(value, plain), text) for value in coordinated(lower, found))


def _forms(text: str) -> tuple[str, str]:
    """The text with half-width characters, and that in lower case, each of the same length."""
    plain = text if text.isascii() else text.translate(_FULL_WIDTH)
    lower = plain.lower()
    if len(lower) != len(plain):  # one letter, İ, grows
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in plain)
    return plain, lower


def _open(text: str, lower: str) -> str:
    """``text`` with blanks for the brackets about what ``lower`` proposes to be filled in."""
    pieces: list[str] = []
    end = 0
    for found in _PROPOSED.finditer(lower):
        pieces += text[end : found.start()], " ", text[found.start(1) : found.end(1)], " "
        end = found.end()
    return "".join([*pieces, text[end:]])


def _whole(value: Value, text: str) -> Value:
    """The value with the bracket before it, where the one that closes it stands within: [30] days."""
    said = text[value.start : value.end]
    before = text[max(0, value.start - _SPACES_INSIDE) : value.start].rstrip()
    if "]" not in said or "[" in said or not before.endswith("["):
        return value
    return replace(value, start=max(0, value.start - _SPACES_INSIDE) + len(before) - 1)


def _read(plain: str, lower: str, at: int, group: str) -> Reading:
    if group in {"clause", "paragraph"}:
        return value_clauses.clause(plain, at)
    if group == "day":
        return value_dates.written(plain, at)
    if group in {"lost", "left"}:
        return value_dates.lost(plain, at)
    if group in {"month", "blank", "bracket"} or (group == "figure" and _DAY.match(lower, at)):
        for read in _DATES:
            reading = read(plain, at)
            if reading:
                return reading
    if group == "figure" and (reading := value_clauses.alone(plain, at)):
        return reading
    if group in {"word", "figure", "money", "sign"}:
        return value_quantities.quantity(lower, at)
    return None
