"""What a person wrote for a variable -> a value of the variable's type.

Everything arrives as text (YAML scalars are kept as they were written, so that a code keeps its
zeros) or as what JSON and a spreadsheet know. Nothing is guessed: what does not fit is refused with
a reason.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal, InvalidOperation

from contractkit.model.standard import Variable, VariableType

PARTY_FIELDS = ("name", "code", "representative", "address", "phone", "contact")
YES_NO = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")


def typed(variable: Variable, raw: object) -> object:
    """The value of ``variable`` that ``raw`` states.

    Decimal for numbers, date, bool, str, a mapping for a party, a tuple of mappings for a table.
    A text may be a mapping by language. Raises ValueError with the reason.
    """
    return _READERS[variable.type](variable, raw)


def _text(variable: Variable, raw: object) -> object:
    if not isinstance(raw, str) and isinstance(raw, Mapping):
        if not raw:
            raise ValueError("is empty")
        return {str(language): _line(text) for language, text in raw.items()}
    return _line(raw)


def _line(raw: object) -> str:
    if not isinstance(raw, str) and (
        isinstance(raw, bool) or not isinstance(raw, int | float | Decimal)
    ):
        raise ValueError("must be text")
    text = str(raw).strip()
    if not text:
        raise ValueError("is empty")
    if control := _CONTROL.search(text):
        raise ValueError(f"holds the control character U+{ord(control[0]):04X}")
    return text


def _choice(variable: Variable, raw: object) -> str:
    text = _line(raw)
    if text not in variable.choices:
        raise ValueError(f"is {text!r}; one of {', '.join(variable.choices)} is wanted")
    return text


def _yes_no(variable: Variable, raw: object) -> bool:
    if isinstance(raw, bool):
        return raw
    text = _line(raw).casefold()
    if text not in YES_NO:
        raise ValueError(f"is {text!r}; yes or no is wanted")
    return YES_NO[text]


def _number(variable: Variable, raw: object) -> Decimal:
    text = _line(raw).removesuffix("%") if variable.type == "percent" else _line(raw)
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError(f"is {text!r}; a number is wanted") from None
    if not number.is_finite():
        raise ValueError(f"is {text!r}; a number is wanted")
    low, high = variable.minimum, variable.maximum
    if low is not None and number < low:
        raise ValueError(f"is {number}; at least {low} is wanted")
    if high is not None and number > high:
        raise ValueError(f"is {number}; at most {high} is wanted")
    return number


def _whole(variable: Variable, raw: object) -> Decimal:
    number = _number(variable, raw)
    if number != number.to_integral_value():
        raise ValueError(f"is {number}; a whole number is wanted")
    return number


def _date(variable: Variable, raw: object) -> datetime.date:
    if isinstance(raw, datetime.datetime):
        return raw.date()
    if isinstance(raw, datetime.date):
        return raw
    text = _line(raw)
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        raise ValueError(f"is {text!r}; a date such as 2026-12-31 is wanted") from None


def _party(variable: Variable, raw: object) -> Mapping[str, object]:
    if not isinstance(raw, Mapping):
        raise ValueError("must give a party: name, code, representative, address, phone, contact")
    unknown = [str(key) for key in raw if key not in PARTY_FIELDS]
    if unknown:
        raise ValueError(f"has the unknown field {unknown[0]!r}")
    if "name" not in raw:
        raise ValueError("has no name")
    return {str(key): _text(variable, value) for key, value in raw.items()}


def _table(variable: Variable, raw: object) -> tuple[Mapping[str, object], ...]:
    if not isinstance(raw, Sequence) or isinstance(raw, str | bytes) or not raw:
        raise ValueError("must be a list of rows")
    return tuple(_row(variable, number, row) for number, row in enumerate(raw, 1))


def _row(variable: Variable, number: int, row: object) -> Mapping[str, object]:
    if not isinstance(row, Mapping):
        raise ValueError(f"row {number}: must name its columns")
    known = {column.name for column in variable.columns}
    if unknown := [str(key) for key in row if key not in known]:
        raise ValueError(f"row {number}: unknown column {unknown[0]!r}")
    values = {}
    for column in variable.columns:
        raw = row.get(column.name, column.default)
        if raw is None:
            raise ValueError(f"row {number}: column {column.name} is missing")
        try:
            values[column.name] = typed(column, raw)
        except ValueError as error:
            raise ValueError(f"row {number}: {column.name} {error}") from None
    return values


_READERS: Mapping[VariableType, Callable[[Variable, object], object]] = {
    "text": _text,
    "choice": _choice,
    "yes_no": _yes_no,
    "integer": _whole,
    "decimal": _number,
    "percent": _number,
    "multiple": _number,
    "money": _number,
    "years": _whole,
    "months": _whole,
    "days": _whole,
    "business_days": _whole,
    "hours": _whole,
    "date": _date,
    "party": _party,
    "table": _table,
}
