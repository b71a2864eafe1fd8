"""Amounts with a unit in Chinese text, and ranges: 3个工作日 · 5‰ · 3至5倍 · 1万元以上5万元以下."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from contractkit.lang.value import Value
from contractkit.lang.zh.numerals import GAP, NUMBER, number, scale
from contractkit.lang.zh.value_comparators import operator
from contractkit.lang.zh.value_lookalikes import day_of_month, is_no_value, is_schedule
from contractkit.lang.zh.value_money import money
from contractkit.lang.zh.value_rates import paid_by
from contractkit.lang.zh.value_units import UNIT, UNITS, Quantity, Unit, form

Reading = tuple[int, tuple[Value, ...]] | None

_S = GAP
_QUANTITY = re.compile(rf"({NUMBER})(?:{_S}个?\(({NUMBER})\))?{_S}([余多几])?{_S}({UNIT})")
_SHARES = {"%": Decimal(1), "‰": Decimal("0.1"), "‱": Decimal("0.01")}
_PERCENT_BESIDE = re.compile(rf"{_S}\((?:({NUMBER})([%‰‱])|([百千万])分之({NUMBER}))\)")
# 三十日（30日）: the same again, its unit with it.
_AGAIN, _CLOSED = re.compile(rf"{_S}\({_S}(?:即{_S})?"), re.compile(rf"{_S}\)")
_ASCII_DIGITS = frozenset("0123456789")
_FRACTION = re.compile(rf"([百千万])分之{_S}({NUMBER})")
_PARTS = {"百": Decimal(1), "千": Decimal("0.1"), "万": Decimal("0.01")}
_BARE = re.compile(rf"({NUMBER})")
_TO = re.compile(rf"{_S}(?:\(含\))?{_S}(?:至|到|-|~){_S}")
_FROM = re.compile(rf"{_S}(?:\(含(?:本数)?\))?及?以上(?:至|到)?{_S}")
_UNTIL = re.compile(rf"{_S}(?:\(含(?:本数)?\))?及?(?:以下|以内)")
_INCLUDED = re.compile(r" ?\(不?含[^()\n]{1,10}\)(?=及?以上|及?以下|以内|内)")
# 30天以上（含30天）, 超过10日（不含10日）
_SAID = re.compile(
    rf"(?:及?以上|及?以下|以内|之内|内)?{GAP}\((不?)(?:包?含) ?(?:本数|{NUMBER}[^()\n]{{0,6}})\)"
)
_WITHOUT = {">=": ">", "<=": "<"}
_WORKING = re.compile(rf"{_S}\((?:指|均为|为)?个?(?:(工作日)|日历[日天]|自然[日天])\)")
_EQUAL = re.compile(rf"等值(?:及|\(含\))?以上{_S}(?=[\d一二两三四五六七八九十])")
_REST = re.compile(rf"{_S}[零又加]?{_S}(?=[\d一二三四五六七八九十两])")
_FINER = {"P{}Y": ("P{}M", "P{}D"), "P{}M": ("P{}D",)}


def quantity(plain: str, at: int) -> Reading:
    """An amount or a range of amounts, with its comparator."""
    if plain[at] == "等" and (equal := _EQUAL.match(plain, at)):
        return _from_equal(plain, at, equal.end())
    first = _quantity(plain, at)
    last = _range_end(plain, at, first)
    if last is not None:
        low, high, end, closed = last
        unit = high.unit
        if day_of_month(plain, at, high):
            return end, ()
        value = f"{form(low.unit, low.amount)}..{high.value}"
        if unit.kind in {"percent", "duration"} or low.value != high.value:
            op = "" if closed else operator(plain, at, end, unit.kind)
            name = unit.name + paid_by(plain, at, end, unit.kind)
            return end, (Value(unit.kind, value, op, "", at, end, name),)
    if first is None:
        return None
    if is_no_value(plain, at, first):
        return first.end, ()
    value, end = _joined(plain, first)
    unit = first.unit
    op = first.op or operator(plain, at, end, unit.kind)
    differs = first.words is not None and first.words != first.amount
    conflict = form(unit, first.words) if differs and first.words is not None else ""
    included = _INCLUDED.match(plain, end) or _SAID.match(plain, end)  # said twice, one value
    passed = included.end() if included else end
    if included and included.re is _SAID and included[1]:
        op = _WITHOUT.get(op, op)
    name = unit.name + paid_by(plain, at, end, unit.kind)
    return passed, (Value(unit.kind, value, op, "", at, end, name, conflict),)


def _joined(plain: str, first: Quantity) -> tuple[str, int]:
    """The value and its end, with the finer durations that may follow: 1年6个月15天 is P1Y6M15D."""
    value, last = first.value, first
    while rest := _REST.match(plain, last.end) if last.unit.form in _FINER else None:
        more = _quantity(plain, rest.end())
        if not more or more.unit.form not in _FINER[last.unit.form]:
            break
        value, last = value + more.value[1:], more
    return value, last.end


def _from_equal(plain: str, at: int, end: int) -> Reading:
    """等值以上3倍以下 of a price: from the price itself to three times it."""
    high = _quantity(plain, end)
    if not high or high.unit.kind != "multiple":
        return None
    until = _UNTIL.match(plain, high.end)
    end = until.end() if until else high.end
    return end, (Value("multiple", f"1..{high.value}", "", "", at, end),)


def _quantity(plain: str, at: int) -> Quantity | None:
    if plain.startswith("双倍", at):
        return Quantity(UNITS["倍"], Decimal(2), at + 2, "双")
    fraction = _FRACTION.match(plain, at) if plain[at : at + 1] in _PARTS else None
    if fraction:
        amount = number(fraction[2])
        if amount is None:
            return None
        amount *= _PARTS[fraction[1]]
        return _beside(plain, Quantity(UNITS["%"], amount, fraction.end(), fraction[2]))
    found = _QUANTITY.match(plain, at)
    if not found or is_schedule(plain, at):
        return None if found else money(plain, at)
    numeral, bracketed, more, spaced = found.groups()
    amount = number(numeral)
    if amount is None or more == "几":
        return None
    word = spaced.replace(" ", "")
    unit = UNITS[word]
    if unit.kind == "count" and not unit.name:
        unit = Unit("count", name=word)
    amount = amount * unit.factor + unit.more
    op = ">" if more else ""
    if unit.form == "P{}D" and (working := _WORKING.match(plain, found.end())):
        unit = UNITS["工作日"] if working[1] else unit
        return Quantity(unit, amount, working.end(), numeral, op)
    other, end = number(bracketed) if bracketed else None, found.end()
    if other is None and unit.kind in {"duration", "count"}:
        other, end = _again(plain, end, unit)
    if other is None:
        return _beside(plain, Quantity(unit, amount, found.end(), numeral, op))
    other = other * unit.factor + unit.more
    if numeral[0] in _ASCII_DIGITS:
        amount, other = other, amount
    return Quantity(unit, other, end, numeral, op, words=amount)


def _again(plain: str, at: int, unit: Unit) -> tuple[Decimal | None, int]:
    """The same amount in the brackets at that place, and their end; None where they say no such."""
    opened = _AGAIN.match(plain, at)
    found = _QUANTITY.match(plain, opened.end()) if opened else None
    closed = _CLOSED.match(plain, found.end()) if found else None
    if not found or not closed or found[2] or found[3]:
        return None, at
    if UNITS[found[4].replace(" ", "")].form != unit.form:
        return None, at
    return number(found[1]), closed.end()


def _beside(plain: str, found: Quantity) -> Quantity:
    """A percentage with the same in the other writing in brackets: 百分之五（5%）, 5‰（千分之五）."""
    other = _PERCENT_BESIDE.match(plain, found.end) if found.unit.kind == "percent" else None
    beside = number(other[1] or other[4]) if other else None
    if not other or beside is None:
        return found
    beside *= _SHARES[other[2]] if other[1] else _PARTS[other[3]]
    if other[1]:
        return replace(found, amount=beside, words=found.amount, end=other.end())
    return replace(found, words=beside, end=other.end())


def _range_end(
    plain: str, at: int, first: Quantity | None
) -> tuple[Quantity, Quantity, int, bool] | None:
    """The two ends of a range, where it stops, and whether 以下 closes what 以上 opened."""
    if first is None:
        bare = _BARE.match(plain, at)
        to = _TO.match(plain, bare.end()) if bare else None
        high = _quantity(plain, to.end()) if to else None
        low = number(bare[1]) if bare else None
        if not bare or not high or low is None:
            return None
        if low * scale(high.numeral) < high.amount and scale(bare[1]) == 1:
            low *= scale(high.numeral)
        return (
            Quantity(high.unit, low * high.unit.factor + high.unit.more, bare.end(), bare[1]),
            high,
            high.end,
            False,
        )
    for joint, closed in ((_TO, False), (_FROM, True)):
        to = joint.match(plain, first.end)
        if not to:
            continue
        high = _quantity(plain, to.end())
        if (
            not high
            and first.unit.kind == "percent"
            and plain[at] in _PARTS
            and (bare := _BARE.match(plain, to.end()))
        ):
            amount = number(bare[1])
            high = (
                None
                if amount is None
                else Quantity(first.unit, amount * _PARTS[plain[at]], bare.end(), bare[1])
            )
        if not high or high.unit.kind != first.unit.kind:
            continue
        until = _UNTIL.match(plain, high.end)
        if not closed:
            return first, high, high.end, False
        if until:
            return first, high, until.end(), True
    return None
