"""Money in Chinese text: 10,000元 · ￥3.5万 · 人民币壹拾万元整（¥100,000.00） · 百元以上."""

from __future__ import annotations

import re
from decimal import Decimal

from contractkit.lang.zh.numerals import NUMBER, number
from contractkit.lang.zh.value_units import Quantity, Unit

_CURRENCIES = {
    "元": "CNY", "块钱": "CNY", "人民币": "CNY", "RMB": "CNY", "CNY": "CNY", "¥": "CNY",
    "美元": "USD", "美金": "USD", "USD": "USD", "US$": "USD", "$": "USD",
    "港元": "HKD", "港币": "HKD", "HKD": "HKD", "HK$": "HKD", "欧元": "EUR", "EUR": "EUR", "€": "EUR",
    "英镑": "GBP", "GBP": "GBP", "£": "GBP", "日元": "JPY", "JPY": "JPY",
}  # fmt: skip
_S = r" {0,3}+"
_SIGNS = "|".join(map(re.escape, sorted(_CURRENCIES, key=len, reverse=True)))
_COIN = "美元|美金|港元|港币|欧元|英镑|日元|块钱|人民币|元(?!化|素|旦|件|宵|月|年)"
_CENTS = rf"(?:{_S}零?({NUMBER}){_S}角)?(?:{_S}零?({NUMBER}){_S}分(?![钟之]))?"
_IN_FIGURES = rf"{_S}\((?:小写|即)?[::]?{_S}(?:{_SIGNS})?{_S}({NUMBER}){_S}(?:{_COIN})?整?\)"
_MONEY = re.compile(
    rf"(?:({_SIGNS}){_S}(?:\(大写\))?:?{_S})?({NUMBER})(?:{_S}({_COIN}){_CENTS})?(?:{_S}[整正])?(?:{_S}{_IN_FIGURES})?"
)


def money(plain: str, at: int) -> Quantity | None:
    """An amount of money; the figures hold where 大写 stands beside them."""
    found = _MONEY.match(plain, at)
    if not found or not (found[1] or found[3]):
        return None
    amount = number(found[2])
    if amount is None:
        return None
    end = found.end()
    if found[2] in {"百", "千", "万", "亿"} and not plain.startswith(("以上", "以下", "以内"), end):
        return None  # 单位：万元
    for cents, worth in ((found[4], Decimal("0.1")), (found[5], Decimal("0.01"))):
        amount += (number(cents) or 0) * worth if cents else 0
    coin = found[3] if found[3] and found[3] != "元" else found[1] or found[3]
    unit = Unit("money", name=_CURRENCIES[coin])
    figures = number(found[6]) if found[6] else None
    if figures is None:
        return Quantity(unit, amount, end, found[2])
    return Quantity(unit, figures, end, found[2], words=amount)
