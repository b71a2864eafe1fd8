"""A library variable printed in English: 30 years · 5 business days · $10,000 · January 1, 2026."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal, InvalidOperation

from contractkit.lang.en.numerals import in_words

# One of them, and any other number of them.
UNITS = {
    "years": (" year", " years"),
    "months": (" month", " months"),
    "days": (" day", " days"),
    "business_days": (" business day", " business days"),
    "hours": (" hour", " hours"),
    "percent": ("%", "%"),
    "multiple": (" times", " times"),
    "integer": ("", ""),
    "decimal": ("", ""),
}
CURRENCIES = {"USD": ("$", "Dollars"), "CNY": ("CNY ", "Yuan")}
MONTHS = (
    "January February March April May June July August September October November December"
).split()


def format_value(
    kind: str,
    value: Decimal | int | str | dt.date,
    *,
    words: bool = False,
    cents: bool = False,
    currency: str = "USD",
) -> str:
    """The value of a library variable as an English contract writes it.

    ``words`` writes money as "Ten Thousand and 00/100 Dollars ($10,000.00)", ``cents`` as
    "$10,000.00". A value that is not of its kind is a ValueError.
    """
    if kind == "date":
        day = value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))
        return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
    amount = _amount(value)
    if kind == "money":
        return _money(amount, currency, words=words, cents=cents)
    if kind not in UNITS:
        raise ValueError(f"no kind of value: {kind}")
    text = f"{amount:f}"
    one, many = UNITS[kind]
    return (text.rstrip("0").rstrip(".") if "." in text else text) + (one if amount == 1 else many)


def _money(amount: Decimal, currency: str, *, words: bool, cents: bool) -> str:
    sign, coins = CURRENCIES[currency]
    whole = amount.to_integral_value(rounding="ROUND_DOWN")
    exact = amount == amount.quantize(Decimal("0.01"))
    if not words:
        form = "f" if not exact else ".0f" if amount == whole and not cents else ".2f"
        return f"{sign}{amount:,{form}}"
    if not exact:
        raise ValueError(f"an amount in words ends with cents: {amount}")
    said = f"{in_words(int(whole))} and {int((amount - whole) * 100):02d}/100 {coins}"
    return f"{said} ({sign}{amount:,.2f})"


def _amount(value: Decimal | int | str | dt.date) -> Decimal:
    if isinstance(value, Decimal):
        return value
    try:
        return Decimal(str(value).replace(",", ""))
    except InvalidOperation:
        raise ValueError(f"not a number: {value}") from None
