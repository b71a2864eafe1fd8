"""How a value stands in a cell: its number format, what Excel checks of it, what is shown."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from contractkit.lang.base import Language
from contractkit.model.standard import Variable, VariableType

WHOLE: frozenset[VariableType] = frozenset(
    {"integer", "years", "months", "days", "business_days", "hours"}
)
LISTED: frozenset[VariableType] = frozenset({"choice", "yes_no"})

# A percentage is one in Excel too: whoever types 30 or 30% sees 30.0%, and what is seen is read.
NUMBER_FORMATS: Mapping[str, str] = {
    "text": "@",
    "choice": "@",
    "yes_no": "@",
    "percent": "0.0####%",
    "multiple": "General",
    "decimal": "General",
    "money": "#,##0.00####",
    "date": "yyyy-mm-dd",
}
_WHOLE_FORMAT = "#,##0"
_EARLIEST, _LATEST = datetime.date(1900, 1, 1), datetime.date(9999, 12, 31)
_BEYOND = 10**12  # Excel wants a bound where there is none
_LONGEST_MESSAGE = 255


def number_format(variable: Variable) -> str:
    """Excel's format for a cell of the variable."""
    return NUMBER_FORMATS.get(variable.type, _WHOLE_FORMAT)


def shown(variable: Variable, value: object, language: Language) -> object:
    """What stands in the cell for a typed value: a number, a date, or a text."""
    if variable.type == "choice":
        return variable.choices[str(value)][language.code]
    if variable.type == "yes_no":
        return language.labels["yes" if value else "no"]
    if isinstance(value, Decimal):
        number = value / 100 if variable.type == "percent" else value
        return int(number) if number == number.to_integral_value() else float(number)
    return value


def words_of_choices(variable: Variable, language: Language) -> list[str]:
    """The words that a drop-down offers, in order."""
    if variable.type == "yes_no":
        return [language.labels["yes"], language.labels["no"]]
    return [texts[language.code] for texts in variable.choices.values()]


def explained(variable: Variable, language: Language) -> Iterator[str]:
    """The help for a variable and an example of it, as far as there are any."""
    if text := variable.help.get(language.code):
        yield text
    if variable.example is not None:
        yield language.labels["intake.example"].format(value=_example(variable, language))


def _example(variable: Variable, language: Language) -> str:
    if isinstance(variable.example, Mapping):
        return str(variable.example.get(language.code) or next(iter(variable.example.values())))
    if variable.type == "choice":
        return variable.choices[str(variable.example)][language.code]
    return str(variable.example)


def wanted(variable: Variable, language: Language) -> str:
    """One sentence on what fits: "A whole number, at least 15, at most 60"; "" for a text."""
    labels = language.labels
    if variable.type in LISTED:
        return labels["intake.want.choice"]
    if variable.type == "date":
        return labels["intake.want.date"]
    kind = "whole" if variable.type in WHOLE else "number"
    kind = "percent" if variable.type == "percent" else kind
    if variable.type in {"text", "party", "table"}:
        return ""
    unit = "%" if variable.type == "percent" else ""
    bounds = ((variable.minimum, "intake.low"), (variable.maximum, "intake.high"))
    parts = [labels[f"intake.want.{kind}"]]
    parts += [
        labels[name].format(value=f"{bound:,f}{unit}")
        for bound, name in bounds
        if bound is not None
    ]
    return labels["intake.join"].join(parts)


def unit(variable: Variable, language: Language) -> str:
    """The unit that a number is in, or ""."""
    return language.labels.get(f"unit.{variable.currency or variable.type}", "")


def validation(variable: Variable, language: Language, choices: str) -> dict[str, Any] | None:
    """What Excel lets into the cell, as xlsxwriter wants it; None for a text.

    ``choices`` is the range that holds a drop-down's words.
    """
    message = wanted(variable, language)
    if not message:
        return None
    rule: dict[str, Any] = {
        "error_title": language.labels["intake.wrong"],
        "error_message": message[:_LONGEST_MESSAGE],
    }
    if variable.type in LISTED:
        return {**rule, "validate": "list", "source": choices}
    if variable.type == "date":
        return {**rule, "validate": "date", "criteria": "between",
                "minimum": _EARLIEST, "maximum": _LATEST}  # fmt: skip
    low = -_BEYOND if variable.minimum is None else variable.minimum
    high = _BEYOND if variable.maximum is None else variable.maximum
    scale = 100 if variable.type == "percent" else 1
    return {
        **rule,
        "validate": "integer" if variable.type in WHOLE else "decimal",
        "criteria": "between",
        "minimum": _figure(low, scale),
        "maximum": _figure(high, scale),
    }


def _figure(bound: Decimal | int, scale: int) -> int | float:
    number = Decimal(bound) / scale
    return int(number) if number == number.to_integral_value() else float(number)
