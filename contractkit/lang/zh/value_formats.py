"""A library variable printed in Chinese: 30年 · 5个工作日 · 10,000元 · 人民币壹万元整（¥10,000.00） · 2026年1月1日."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation

from contractkit.lang.zh.numerals import amount_in_words

UNITS = {
    "years": "年",
    "months": "个月",
    "days": "日",
    "business_days": "个工作日",
    "hours": "小时",
    "percent": "%",
    "multiple": "倍",
    "integer": "",
    "decimal": "",
}
# Before the words, the unit, and before the figures beside the words.
CURRENCIES = {"CNY": ("人民币", "元", "¥"), "USD": ("", "美元", "US$")}


def format_value(
    kind: str,
    value: Decimal | int | str | dt.date,
    *,
    words: bool = False,
    cents: bool = False,
    currency: str = "CNY",
) -> str:
    """The value of a library variable as a Chinese contract writes it.

    ``words`` writes money in 大写 with the figures beside it: 人民币壹万元整（¥10,000.00）, ``cents`` as 10,000.00元. A value that is not of its kind is a ValueError.
    """
    if kind == "date":
        day = value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))
        return f"{day.year}年{day.month}月{day.day}日"
    amount = _amount(value)
    if kind == "money":
        prefix, unit, sign = CURRENCIES[currency]
        if words:
            return f"{prefix}{amount_in_words(amount, unit)}（{sign}{amount:,.2f}）"
        form = ".2f" if cents or amount != amount.to_integral_value() else ".0f"
        if amount != amount.quantize(Decimal("0.01")):
            form = "f"  # a unit price: 0.125元
        return f"{amount:,{form}}{unit}"
    if kind not in UNITS:
        raise ValueError(f"no kind of value: {kind}")
    text = f"{amount:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) + UNITS[kind]


def _amount(value: Decimal | int | str | dt.date) -> Decimal:
    if isinstance(value, Decimal):
        return value
    try:
        return Decimal(str(value).replace(",", ""))
    except InvalidOperation:
        raise ValueError(f"not a number: {value}") from None
