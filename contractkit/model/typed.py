"""What a person wrote for a variable -> a value of the variable's type.

Everything arrives as text (YAML scalars are kept as they were written, so that a code keeps its
zeros) or as what JSON and a spreadsheet know. Nothing is guessed: what does not fit is refused with
a reason.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial

from contractkit.model.standard import Variable, VariableType

PARTY_FIELDS = ("name", "code", "representative", "address", "phone", "contact")
YES_NO = {"true": True, "yes": True, "是": True, "false": False, "no": False, "否": False}

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_LONGEST = 100  # digits: what is more is no number that a contract states
_GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?")
_FIGURES = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")


Path = tuple[str | int, ...]
"""A place in a value: ``("name",)`` of a party, ``(2, "rate")`` of a table, its rows from 1."""


class Misfit(ValueError):
    """All that is wrong with one value: ``faults`` are (place in it, what is wrong there)."""

    def __init__(self, faults: Iterable[tuple[Path, str]]) -> None:
        self.faults = tuple(faults)
        super().__init__("; ".join(message for _, message in self.faults))


@dataclass(frozen=True, slots=True)
class Unfit:
    """What stands where a value should, and why its reader did not take it for one."""

    reason: str


def typed(variable: Variable, raw: object) -> object:
    """The value of ``variable`` that ``raw`` states.

    Decimal for numbers, in one form (203.5 for 203.50); date, bool, str, a mapping for a party, a
    tuple of mappings for a table. A text may be a mapping by language. Raises ValueError with the
    reason, Misfit where there can be several.
    """
    return _READERS[variable.type](variable, raw)


def clean(text: str) -> bool:
    """Whether ``text`` is free of the control characters that ``typed`` refuses in a text."""
    return text.isprintable() or _CONTROL.search(text) is None


def _text(variable: Variable, raw: object) -> object:
    if not isinstance(raw, str) and isinstance(raw, Mapping):
        if not raw:
            raise ValueError("is empty")
        return _all(((str(code),), "", _line, text) for code, text in raw.items())
    return _line(raw)


def _all(
    parts: Iterable[tuple[Path, str, Callable[[object], object], object]],
) -> dict[str, object]:
    """The parts of a value by the last key of their places, each read by its reader; a part is
    (place, what a message calls it, reader, what was given). Raises Misfit for all at once.
    """
    read, faults = {}, list[tuple[Path, str]]()
    for place, called, reader, raw in parts:
        try:
            read[str(place[-1])] = reader(raw)
        except Misfit as error:
            faults += [((*place, *inner), f"{called}{message}") for inner, message in error.faults]
        except ValueError as error:
            faults.append((place, f"{called}{error}"))
    if faults:
        raise Misfit(faults)
    return read


def _line(raw: object) -> str:
    if not isinstance(raw, str):
        if isinstance(raw, Unfit):
            raise ValueError(raw.reason)
        if isinstance(raw, bool) or not isinstance(raw, int | float | Decimal):
            raise ValueError("must be text")
    text = str(raw).strip()
    if not text:
        raise ValueError("is empty")
    if not text.isprintable() and (control := _CONTROL.search(text)):
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
    if type(raw) is str and _FIGURES.fullmatch(raw):
        number = _plain(raw)
    else:
        number = _plain(_figures(variable, raw))
    low, high = variable.minimum, variable.maximum
    if low is not None and number < low:
        raise ValueError(f"is {number}; at least {low} is wanted")
    if high is not None and number > high:
        raise ValueError(f"is {number}; at most {high} is wanted")
    return number


def _figures(variable: Variable, raw: object) -> str:
    """The number that ``raw`` states, in plain figures. Raises ValueError."""
    text = _line(raw).removesuffix("%") if variable.type == "percent" else _line(raw)
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise ValueError(f"is {text!r}; a number is wanted") from None
    if not number.is_finite() or abs(number.adjusted()) > _LONGEST:
        raise ValueError(f"is {text!r}; a number is wanted")
    return f"{number:f}"


def _plain(figures: str) -> Decimal:
    """The number without zeros at its end: equal numbers are written alike."""
    return Decimal(figures.rstrip("0").rstrip(".") if "." in figures else figures)


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
        raise Misfit([(("name",), "has no name")])
    return _all(
        ((str(key),), f"{key} ", lambda value: _text(variable, value), value)
        for key, value in raw.items()
    )


def _table(variable: Variable, raw: object) -> tuple[Mapping[str, object], ...]:
    if not isinstance(raw, Sequence) or isinstance(raw, str | bytes) or not raw:
        raise ValueError("must be a list of rows")
    rows: list[Mapping[str, object]] = []
    faults: list[tuple[Path, str]] = []
    for number, row in enumerate(raw, 1):
        try:
            rows.append(_row(variable, number, row))
        except Misfit as error:
            faults += error.faults
    if faults:
        raise Misfit(faults)
    return tuple(rows)


def _row(variable: Variable, number: int, row: object) -> Mapping[str, object]:
    if not isinstance(row, Mapping):
        raise Misfit([((number,), f"row {number}: must name its columns")])
    if len(row) == len(variable.columns):
        try:  # a row as it should be; what is wrong with another is told below, all at once
            return {column.name: typed(column, row[column.name]) for column in variable.columns}
        except (KeyError, ValueError):
            pass
    known = {column.name for column in variable.columns}
    if unknown := [str(key) for key in row if key not in known]:
        raise Misfit([((number,), f"row {number}: unknown column {unknown[0]!r}")])
    given = {column.name: row.get(column.name, column.default) for column in variable.columns}
    missing = [name for name, raw in given.items() if raw is None]
    if missing:
        told = "row {}: column {} is missing"
        raise Misfit(((number, name), told.format(number, name)) for name in missing)
    return _all(
        ((number, column.name), f"row {number}: {column.name} ", partial(typed, column), raw)
        for column, raw in zip(variable.columns, given.values(), strict=True)
    )


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
