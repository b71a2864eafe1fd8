"""Money in Chinese text: 10,000元 · ￥3.5万 · 人民币壹拾万元整（¥100,000.00） · 百元以上."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from contractkit.lang.zh.numerals import DIGITS, GAP, NUMBER, number
from contractkit.lang.zh.value_units import Quantity, Unit

_CURRENCIES = {
    "元": "CNY", "块钱": "CNY", "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "¥": "CNY",
    "美元": "USD", "美金": "USD", "USD": "USD", "US$": "USD", "$": "USD",
    "港元": "HKD", "港币": "HKD", "HKD": "HKD", "HK$": "HKD", "欧元": "EUR", "EUR": "EUR", "€": "EUR",
    "英镑": "GBP", "GBP": "GBP", "£": "GBP", "日元": "JPY", "JPY": "JPY",
}  # fmt: skip
_S = GAP
_SIGNS = "|".join(map(re.escape, sorted(_CURRENCIES, key=len, reverse=True)))
_COIN = "美元|美金|港元|港币|欧元|英镑|日元|块钱|人民币|元(?!化|素|旦|件|宵|月|年)"
_CENTS = rf"(?:{_S}零?({NUMBER}){_S}角)?(?:{_S}零?({NUMBER}){_S}分(?![钟之]))?"
_MONEY = re.compile(
    rf"(?:({_SIGNS}){_S}(?:\(?(?:大写|小写)\)?{_S})?:?{_S}\(?(?:{_SIGNS})?\)?{_S})?({NUMBER})(?:余|多)?(?:{_S}({_COIN}){_CENTS})?(?:{_S}[整正])?"
)
_BRACKET = re.compile(rf"{_S}\(")
_DIGIT = re.compile(rf"[\d{DIGITS}]")
_MULTIPLES = frozenset("百千万亿")


def money(plain: str, at: int) -> Quantity | None:
    """An amount of money; the figures hold where 大写 stands beside them."""
    found = _MONEY.match(plain, at)
    if not found or not (found[1] or found[3]):
        return None
    amount = number(found[2])
    if amount is None:
        return None
    again = _beside().match(plain, found.end()) if _BRACKET.match(plain, found.end()) else None
    end = again.end() if again else found.end()
    if found[2] in _MULTIPLES and not plain.startswith(("以上", "以下", "以内"), end):
        return None  # 单位：万元
    if not _DIGIT.search(found[2]) and plain[found.end(2) : found.end(2) + 1] == " ":
        return None  # the form of an amount to be written in: ＿＿万＿＿仟＿＿佰＿＿拾  元整
    amount += _cents(found[4], found[5])
    coin = found[3] if found[3] and found[3] != "元" else found[1] or found[3]
    unit = Unit("money", name=_CURRENCIES[coin])
    in_figures = found[2][0].isdigit()
    beside = again.group(1, 2, 3, 4) if again else (None, None, None, None)
    aside = None if again or "写" not in plain[end : end + 7] else _aside().match(plain, end)
    if aside and aside[2][0].isdigit() != in_figures:
        beside, end = aside.group(1, 2, 3, 4), aside.end()
    mark, numeral = beside[:2]
    other = number(numeral) if numeral else None
    op = ">" if plain[found.end(2) : found.end(2) + 1] in {"余", "多"} else ""
    if other is None or not (
        mark or other == amount or (numeral and numeral[0].isdigit() != in_figures)
    ):
        return Quantity(unit, amount, _before(again) if again else end, found[2], op)
    other += _cents(*beside[2:])
    figures, words = (amount, other) if in_figures else (other, amount)
    return Quantity(unit, figures, end, found[2], op, words)


@cache
def _beside() -> re.Pattern[str]:
    """The same amount in the other writing, in brackets; few texts have one."""
    return re.compile(
        rf"{_S}\({_S}(?:{_SIGNS})?(小写|大写|即)?:?{_S}(?:{_SIGNS})?{_S}({NUMBER}){_S}(?:{_COIN})?"
        rf"{_CENTS}{_S}[整正]?(?:{_S}/[^()\n]{{1,4}})?{_S}\)"
    )


@cache
def _aside() -> re.Pattern[str]:
    """… or after it: 大写：壹拾万元整，小写：￥100,000.00."""
    return re.compile(
        rf"[，,;；、]?{_S}\(?(小写|大写)\)?{_S}[:为]?{_S}(?:{_SIGNS})?{_S}({NUMBER}){_S}(?:{_COIN})?"
        rf"{_CENTS}{_S}[整正]?"
    )


def _before(again: re.Match[str]) -> int:
    """Where the amount before the bracket ends."""
    return again.start() + again[0].index("(")


def _cents(tenths: str | None, hundredths: str | None) -> Decimal:
    parts = ((tenths, Decimal("0.1")), (hundredths, Decimal("0.01")))
    return sum(((number(n) or 0) * worth for n, worth in parts if n), Decimal(0))
