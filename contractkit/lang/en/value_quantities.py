"""Amounts with a unit in English text, and ranges: thirty (30) days · 30 to 60 days · 5%."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from contractkit.lang.en.numerals import FIGURE, S0, SCALES, WORDS, S, figure, spoken
from contractkit.lang.en.value_comparators import operator
from contractkit.lang.en.value_money import money
from contractkit.lang.en.value_rates import paid_by
from contractkit.lang.en.value_units import UNIT, Quantity, Unit, form, unit_of
from contractkit.lang.value import Value

Reading = tuple[int, tuple[Value, ...]] | None

_BRACKETED = rf"(?:{S0}\({S0}({FIGURE}){S0}(%|percent)?{S0}\))"
_NUMBER = re.compile(
    rf"(?:({WORDS}){_BRACKETED}?|({FIGURE})(?:{S}(thousand|million|billion)(?![a-z]))?(?:{S0}\(({WORDS})\))?)"
)
_AGAIN = re.compile(rf"{S0}\(:?({FIGURE})\)")  # thirty-days (30), thirty seconds (:30)
_GAP = 40  # characters: a wider gap parts two columns
_OR_MORE = re.compile(rf"{S}or{S}(more|greater|fewer|less)(?=[\s-])")
_JOINT = re.compile(rf"(?:{S0}[-–—]{S0}|{S})(?={S0}[^\s])")
_TO = re.compile(
    rf"(?:{S}to{S}|{S0}[-–—]{S0}|{S}through{S}|{S}and{S})(?:not{S}more{S}than{S}|up{S}to{S})?"
)
_BOUNDED = re.compile(rf"not{S}more{S}than")
_BETWEEN = re.compile(r"\bbetween\s+$|\bfrom\s+$")
# Increased from eight to nine directors: what it was and what it is, no range.
_CHANGED = re.compile(
    r"\b(?:increas|rais|reduc|decreas|lower|amend|chang|extend|expand|enlarg|shorten|mov|ris|rose|fall|fell|grow"
    r"|grew|dropp)[a-z]{0,8}\b"
    r"[^.;]{0,120}\bfrom\s{1,4}$"
)
_LONG_LOOK_BACK = 160
_PERCENT_AFTER = re.compile(rf"{S}(?:percent|per cent)(?![a-z])")  # ninety (90%) percent
_PERCENT_BESIDE = re.compile(rf"{S0}\({S0}({FIGURE}){S0}(?:%|percent){S0}\)")
_AND_MORE = re.compile(rf"(?:,?{S}and{S}|,{S})(?=[\da-z])")
_WITHOUT = re.compile(
    rf"(?:half{S}an?{S}(?P<half>year|month|day|hour)|net{S}(?P<net>\d{{1,3}})(?!{S0}(?:%|[a-z-]{{1,12}}\s{{0,4}}days?|days?|percent|[a-z]{{1,8}}illion)|[\d.,]*\d)|twice(?={S}(?:the|its|his|her|their|our|that|those|such|as|per|an?|each|every|daily|weekly|monthly|annually|yearly|in|during)(?![a-z])))(?![a-z0-9])"
)
_EACH = re.compile(
    rf"{S}(?:per|a|an|each|every|daily|weekly|monthly|annually|yearly|in|during)(?![a-z])"
)
_PEOPLE = frozenset(
    "person member patient provider physician participant user employee director arbitrator".split()
)
_OPS = {"more": ">=", "greater": ">=", "fewer": "<=", "less": "<="}


def quantity(lower: str, at: int) -> Reading:
    """An amount or a range of amounts in a lower-case text, with its comparator."""
    first = money(lower, at) or _counted(lower, at) or _without_number(lower, at)
    ends = _range_end(lower, at, first)
    if ends and ends[0].amount < ends[1].amount and not _is_change(lower, at):  # nor from 4% to 2%
        low, high = ends
        value = f"{form(low.unit, low.amount)}..{form(high.unit, high.amount)}"
        both = _value(lower, at, high, value, "")
        # Not less than 3 and not more than 5: the range says both bounds.
        return high.end, (replace(both, op="") if _BOUNDED.search(lower, at, high.end) else both,)
    if first is None:
        return None
    differs = first.words is not None and first.words != first.amount
    conflict = form(first.unit, first.words) if differs and first.words is not None else ""
    joined = _joined(lower, first) if first.unit.form in {"P{}Y", "P{}M"} else None
    if joined:
        value, end = joined
        return end, (_value(lower, at, replace(first, end=end), value, conflict),)
    return first.end, (_value(lower, at, first, form(first.unit, first.amount), conflict),)


def _is_change(lower: str, at: int) -> bool:
    """Whether the value at ``at`` is what something is changed from."""
    return lower[max(0, at - 6) : at].rstrip().endswith("from") and bool(
        _CHANGED.search(lower[max(0, at - _LONG_LOOK_BACK) : at])
    )


def _joined(lower: str, first: Quantity) -> tuple[str, int] | None:
    """A duration with the finer one that follows: one year and six months is P1Y6M."""
    joint = _AND_MORE.match(lower, first.end)
    more = _counted(lower, joint.end()) if joint else None
    if more and more.unit.form in {"P{}M", "P{}D"} and more.unit.form != first.unit.form:
        return form(first.unit, first.amount) + form(more.unit, more.amount)[1:], more.end
    return None


def _without_number(lower: str, at: int) -> Quantity | None:
    """Half a year, twice the fees, net 30."""
    found = _WITHOUT.match(lower, at)
    if not found:
        return None
    if found["net"]:
        return Quantity(Unit("duration", "P{}D"), figure(found["net"]), found.end())
    if found["half"] and (half := UNIT.match(lower, found.start("half"))):
        unit = unit_of(half)
        return Quantity(unit, unit.factor / 2, found.end())
    counted = _EACH.match(lower, found.end())
    return Quantity(
        Unit("count", name="time") if counted else Unit("multiple"), Decimal(2), found.end()
    )


def _value(lower: str, at: int, found: Quantity, value: str, conflict: str) -> Value:
    kind, end = found.unit.kind, found.end
    op = found.op or operator(lower, at, end)
    name = found.unit.name + paid_by(lower, end, kind)
    return Value(kind, value, op, "", at, end, name, conflict)


def _counted(lower: str, at: int) -> Quantity | None:
    """A number with a unit after it: thirty (30) days, 95%, ninety-five percent (95%)."""
    number = _NUMBER.match(lower, at)
    if not number:
        return None
    in_words, bracketed, sign, digits, scale, said = number.groups()
    words = spoken(in_words or said) if in_words or said else None
    amount = figure(bracketed or digits) if bracketed or digits else words
    if amount is None:
        return None
    amount *= SCALES.get(scale, 1)
    end = number.end()
    if sign:
        unit_end = _PERCENT_AFTER.match(lower, end)
        return Quantity(
            Unit("percent", "{}%"), amount, unit_end.end() if unit_end else end, words=words
        )
    more = _OR_MORE.match(lower, end)
    end = more.end() if more else end
    joint = _JOINT.match(lower, end)
    if joint and digits and (joint[0].count("\n") > 1 or len(joint[0]) > _GAP):
        return None  # the number of a page or of a heading, and the words behind it
    found = UNIT.match(lower, joint.end() if joint else end)
    if not found or not (joint or bracketed or found[0] in {"%", "x"}):
        return None
    unit = unit_of(found)
    end = found.end()
    if unit.kind == "percent" and not bracketed:
        after = _PERCENT_BESIDE.match(lower, end)
        if after:
            return Quantity(unit, figure(after[1]), after.end(), words=amount)
    if unit.kind == "count" and _is_no_count(
        unit.name, in_words if not bracketed else "", amount, more
    ):
        return None
    if unit.kind == "count" and "." in (digits or ""):
        return None  # 12.7 Counterparts is a heading
    again = _AGAIN.match(lower, end) if in_words and not bracketed else None
    end = again.end() if again and figure(again[1]) == amount else end
    op = _OPS[more[1]] if more else ""
    doubt = words * unit.factor if words is not None and (bracketed or said) else None
    return Quantity(unit, amount * unit.factor, end, op, doubt)


def _is_no_count(
    name: str, in_words: str | None, amount: Decimal, more: re.Match[str] | None
) -> bool:
    """Whether it counts nothing: two or more counterparts, one person, zero licence."""
    if more and amount <= 2 and name in {"counterpart", "copy", "original"}:
        return True
    return amount == 0 or (amount == 1 and bool(more or (in_words and name in _PEOPLE)))


def _range_end(lower: str, at: int, first: Quantity | None) -> tuple[Quantity, Quantity] | None:
    """The two ends of 30 to 60 days, $1 to $5 million, between thirty (30) and sixty (60) days."""
    if first:
        start_end, low = first.end, first.amount
    else:
        bare = _NUMBER.match(lower, at)
        if not bare:
            return None
        number = figure(bare[2] or bare[4]) if bare[2] or bare[4] else spoken(bare[1])
        if number is None:
            return None
        start_end, low = bare.end(), number
    to = _TO.match(lower, start_end)
    if not to:
        return None
    joint = to[0].strip()
    if joint == "and" and not _BETWEEN.search(lower[max(0, at - 12) : at]):
        return None
    high = money(lower, to.end()) or _counted(lower, to.end())
    if not high or (first and first.unit.kind != high.unit.kind):
        return None
    if first is None:
        if high.unit.kind in {"count", "score"} and joint == "-":
            return None
        return Quantity(high.unit, low * high.unit.factor * high.big, start_end), high
    if first.big == 1 < high.big and first.unit.kind == "money" and low < 1000:
        first = Quantity(first.unit, low * high.big, first.end)
    return first, high
