"""The units of English amounts, and the normal form of an amount of one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from contractkit.lang.en.numerals import S


@dataclass(frozen=True, slots=True)
class Unit:
    """How an amount of a unit is printed: ``form`` with amount * factor; ``name`` is its unit."""

    kind: str
    form: str = "{}"
    factor: Decimal = Decimal(1)
    name: str = ""


# A day that is no working day is a day: thirty (30) calendar days are P30D.
_QUALIFIER = (
    "calendar|consecutive|full|additional|further|contract|fiscal|tax|policy|benefit|plan|academic|more|other|whole|successive|running"
    "|complete|continuous|straight|clear|extra|original|duplicate|executed|separate"
)
_WORKING = "business|working|banking|trading|bank|work"
# What stands between a number and the thing counted: six equal installments, 25,000 common shares.
_OF_A_THING = (
    "monthly|semi-monthly|bi-?weekly|quarterly|annual|yearly|weekly|daily|equal|consecutive|successive|restricted|common|preferred|ordinary"
    "|additional|named|authorized|licensed|covered|enrolled|eligible|inpatient|outpatient|initial|renewal|full-time"
    "|registered|certified|office|therapy|individual|group|original|duplicate|executed|separate|further|independent"
)
# The things counted. An original may be a thing or say of what kind one is, so it stands alone.
_COUNTED = (
    "unit session visit copy counterpart",
    "original",
    "member encounter bed share license user installment instalment employee director appointment "
    "treatment admission patient procedure test physician provider participant person arbitrator mediator",
)
_PLURALS = {"copy": "copies"}


def _forms(nouns: str) -> dict[str, str]:
    """The plural and the singular of each noun, with the name that it is counted by."""
    return {
        form: noun.replace("instalment", "installment")
        for noun in nouns.split()
        for form in (_PLURALS.get(noun, f"{noun}s"), noun)
    }


_NAMES = _forms(" ".join(_COUNTED))
_ROWS: tuple[tuple[str, Unit], ...] = (
    (rf"(?:{_WORKING})(?:-|{S})days?", Unit("duration", "P{}BD")),
    (rf"days?{S}\((?:{_WORKING}){S}days?\)", Unit("duration", "P{}BD")),
    ("days?", Unit("duration", "P{}D")),
    ("weeks?", Unit("duration", "P{}W")),
    ("fortnights?", Unit("duration", "P{}W", Decimal(2))),
    ("months?", Unit("duration", "P{}M")),
    ("(?:calendar )?quarters?(?! point)", Unit("duration", "P{}M", Decimal(3))),
    ("years?", Unit("duration", "P{}Y")),
    (rf"(?:(?:{_WORKING}){S})?(?:hours?|hrs?)", Unit("duration", "PT{}H")),
    ("minutes?", Unit("duration", "PT{}M")),
    (r"seconds|(?<=-)second|second(?=\s*\(:)", Unit("duration", "PT{}S")),  # no second opinion
    ("percentage points?|percent|per cent|%", Unit("percent", "{}%")),
    ("basis points?|bps", Unit("percent", "{}%", Decimal("0.01"))),
    (
        rf"times(?={S}(?:per|a|an|each|in|during|every|within|daily|weekly|annually|monthly)"
        r"(?![a-z]))",
        Unit("count", name="time"),
    ),
    (r"times|(?<!\d{3})x(?![a-z0-9])", Unit("multiple")),
    ("points?(?! of| type| font)", Unit("score")),
    *(
        (
            rf"(?:(?:{_OF_A_THING}){S}){{0,3}}(?:{'|'.join(_forms(nouns))})",
            Unit("count"),
        )
        for nouns in _COUNTED
    ),
)
_NAMED = "|".join(f"(?P<row{place}>{pattern})" for place, (pattern, _) in enumerate(_ROWS))
UNIT = re.compile(rf"(?:(?:{_QUALIFIER})(?:{S}|-)){{0,2}}(?:{_NAMED})(?![a-z0-9])|(?P<sign>%)")
_UNITS = {f"row{place}": unit for place, (_, unit) in enumerate(_ROWS)} | {
    "sign": Unit("percent", "{}%")
}
_FINER = {"P{}Y": ("P{}M", 12), "PT{}H": ("PT{}M", 60), "P{}D": ("PT{}H", 24)}


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount found, where it ends, and what its words say where a figure stands beside them."""

    unit: Unit
    amount: Decimal
    end: int
    op: str = ""
    words: Decimal | None = None
    big: int = 1


def plain_number(amount: Decimal) -> str:
    """The number without exponent, separators or needless zeros: 0.5, 10000."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def unit_of(found: re.Match[str]) -> Unit:
    """The unit that a match of ``UNIT`` names."""
    row = str(found.lastgroup)
    unit = _UNITS[row]
    if unit.kind == "count" and not unit.name:
        return replace(unit, name=_NAMES[found[row].split()[-1]])
    return unit


def form(unit: Unit, amount: Decimal) -> str:
    """The normal form of an amount: P30D, 1.5%, 10000; half a year is P6M."""
    shape = unit.form
    if (
        shape in _FINER
        and amount != amount.to_integral_value()
        and not (shape == "P{}D" and amount > 1)
    ):
        finer, times = _FINER[shape]
        if amount * times == (amount * times).to_integral_value():
            shape, amount = finer, amount * times
    return shape.format(plain_number(amount))
