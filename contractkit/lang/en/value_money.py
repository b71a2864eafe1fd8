"""Money in English text: $1.5 million · One Million Dollars ($1,000,000) · CNY 10,000."""

from __future__ import annotations

import re
from decimal import Decimal

from contractkit.lang.en.numerals import FIGURE, S0, SCALES, SHORT_SCALES, WORDS, S, figure, spoken
from contractkit.lang.en.value_units import Quantity, Unit

_SIGNS = {
    "us$": "USD", "us $": "USD", "u.s.$": "USD", "u.s. $": "USD", "usd": "USD", "$": "USD", "cny": "CNY", "rmb": "CNY", "¥": "CNY", "￥": "CNY",
    "eur": "EUR", "€": "EUR", "gbp": "GBP", "£": "GBP", "hk$": "HKD", "hkd": "HKD", "cad": "CAD", "c$": "CAD",
    "au$": "AUD",
    "a$": "AUD",
    "s$": "SGD",
    "nt$": "TWD", "jpy": "JPY",
}  # fmt: skip
_COINS = {
    "dollar": "USD", "usd": "USD", "yuan": "CNY", "renminbi": "CNY", "rmb": "CNY", "cny": "CNY", "euro": "EUR", "eur": "EUR",
    "pound sterling": "GBP", "gbp": "GBP", "hkd": "HKD", "hong kong dollar": "HKD", "canadian dollar": "CAD",
}  # fmt: skip
_SIGN = "|".join(map(re.escape, sorted(_SIGNS, key=len, reverse=True)))
_COIN = (
    rf"(?:(?:us|u\.s\.?|united{S}states){S})?(?P<coin>(?:canadian |hong kong )?dollars?|usd|yuan"
    r"|renminbi|rmb|cny|euros?|eur|gbp)(?![a-z])"
)
_BIG = r"(?:thousand|million|billion|trillion|mm|bn|k|m|b)(?![a-z0-9])"
_SIGNED = re.compile(rf"({_SIGN}){S0}({FIGURE})(?:{S0}({_BIG}))?")


def _in_figures(name: str) -> str:
    """The figure in brackets that may stand before or after the coin."""
    return (
        rf"(?:{S0}\({S0}(?:{_SIGN})?{S0}(?P<{name}>{FIGURE})(?:{S0}(?P<{name}_scale>{_BIG}))?"
        rf"(?:{S}(?:us{S})?dollars)?{S0}\))?"
    )


_HUNDREDTHS = rf"{S}(?:and{S})?(?P<%s>\d\d|no)/100"
_SPOKEN = re.compile(
    rf"(?:(?P<words>{WORDS})(?:{_HUNDREDTHS % 'before'})?"
    rf"|(?P<digits>{FIGURE})(?:{S}(?P<scale>{_BIG}))?)"
    rf"{_in_figures('early')}(?:{S0}|-){_COIN}"
    rf"(?:,?{S}(?:and{S})?(?P<cents>{WORDS}){S}cents?)?(?:{_HUNDREDTHS % 'after'})?"
    rf"{_in_figures('late')}"
)
_SAID_AFTER = re.compile(rf"{S0}\({_SPOKEN.pattern}\)")


def money(lower: str, at: int) -> Quantity | None:
    """An amount of money; the figure holds where words stand beside it."""
    found = _SIGNED.match(lower, at)
    if not found:
        spoken_amount = _SPOKEN.match(lower, at)
        return _in_words(spoken_amount) if spoken_amount else None
    big = _scale(found[3])
    unit = Unit("money", name=_SIGNS[found[1]])
    said = _SAID_AFTER.match(lower, found.end())
    beside = _in_words(said) if said else None
    return Quantity(
        unit,
        figure(found[2]) * big,
        said.end() if said else found.end(),
        words=beside.amount if beside else None,
        big=big,
    )


def _in_words(found: re.Match[str]) -> Quantity | None:
    if found["words"]:
        words = spoken(found["words"])
    else:
        words = figure(found["digits"]) * _scale(found["scale"])
    if words is None:
        return None
    for hundredths in (found["before"], found["after"]):
        words += Decimal(hundredths) / 100 if hundredths and hundredths != "no" else 0
    words += (spoken(found["cents"]) or 0) / Decimal(100) if found["cents"] else 0
    unit = Unit("money", name=_COINS[found["coin"].removesuffix("s")])
    for name in ("early", "late"):
        if found[name]:
            amount = figure(found[name]) * _scale(found[f"{name}_scale"])
            return Quantity(unit, amount, found.end(), words=words)
    return Quantity(unit, words, found.end())


def _scale(word: str | None) -> int:
    return SCALES.get(word, 0) or SHORT_SCALES[word] if word else 1
