"""Who may renew: the campaign's rules, as data, held against a row of the sheet.

A rule refuses a row when all tests of ``refuse`` hold and not all of ``unless``. A test is named in
``TESTS``; a bound may be a number, a date, or ``{variable}``: the agreement's own term.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from contractkit.sheets import Cell

Condition = Mapping[str, object]

_NAMED = re.compile(r"\{([^{}]+)\}")
_TERM = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class Unreadable(ValueError):
    """A cell that a test needs and that is no number or date: told to the user."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One ground on which a row is not renewed, and the sentence that tells it.

    ``reason`` may name columns as ``{column}`` and variables; it is written in the campaign's
    language by whoever wrote the campaign.
    """

    id: str
    refuse: Condition
    reason: str
    unless: Condition | None = None

    @staticmethod
    def of(data: Mapping[str, object]) -> Rule:
        """The rule that ``data`` of the campaign file states."""
        return Rule(
            str(data["id"]),
            data["refuse"],  # type: ignore[arg-type]
            str(data["reason"]),
            data.get("unless"),  # type: ignore[arg-type]
        )

    @staticmethod
    def mistakes(data: object) -> Iterator[str]:
        """What is wrong with ``data`` as a rule."""
        if not isinstance(data, dict):
            yield "a rule is a mapping"
            return
        for key in ("id", "refuse", "reason"):
            if not data.get(key):
                yield f"the rule has no {key}"
        for key in set(data) - {"id", "refuse", "reason", "unless"}:
            yield f"unknown key {key} in a rule"
        for key in ("refuse", "unless"):
            condition = data.get(key)
            if condition is None:
                continue
            if not isinstance(condition, dict) or not isinstance(condition.get("column"), str):
                yield f"{key} names no column"
            elif unknown := set(condition) - {"column", *TESTS}:
                yield f"unknown test {min(unknown)} in {key}"
            elif len(condition) < 2:
                yield f"{key} tests nothing"
            elif not isinstance(condition.get("in", []), list):
                yield "in is a list"

    def columns(self) -> Iterator[str]:
        """The columns that it looks at."""
        yield str(self.refuse["column"])
        if self.unless:
            yield str(self.unless["column"])


def refusals(
    rules: tuple[Rule, ...], cells: Mapping[str, Cell], terms: Mapping[str, object]
) -> list[tuple[str, str]]:
    """Each rule that refuses the row: its id, and its reason filled in. Raises Unreadable.

    ``terms`` are the agreement's own values by variable, for bounds and reasons.
    """
    return [
        (rule.id, _filled(rule.reason, cells, terms))
        for rule in rules
        if _holds(rule.refuse, cells, terms)
        and not (rule.unless and _holds(rule.unless, cells, terms))
    ]


def _holds(condition: Condition, cells: Mapping[str, Cell], terms: Mapping[str, object]) -> bool:
    column = str(condition["column"])
    cell = cells.get(column, "")
    try:
        return all(
            TESTS[name](cell, _bound(bound, terms))
            for name, bound in condition.items()
            if name != "column"
        )
    except (ValueError, InvalidOperation) as error:
        raise Unreadable(f"{column}: {error}") from error


def _bound(bound: object, terms: Mapping[str, object]) -> object:
    if isinstance(bound, list):
        return [str(one) for one in bound]

    def term(match: re.Match[str]) -> str:
        if match[1] not in terms:
            raise ValueError(f"the agreement has no term {match[1]}")
        return str(terms[match[1]])

    return _TERM.sub(term, str(bound))


def _filled(reason: str, cells: Mapping[str, Cell], terms: Mapping[str, object]) -> str:
    def named(match: re.Match[str]) -> str:
        name = match[1]
        return _shown(cells[name] if name in cells else terms.get(name, match[0]))

    return _NAMED.sub(named, reason)


def _shown(value: object) -> str:
    return value.date().isoformat() if isinstance(value, datetime.datetime) else str(value)


def _number(cell: object) -> Decimal:
    try:
        return Decimal(str(cell).strip())
    except InvalidOperation:
        raise ValueError(f"{cell!r} is no number") from None


def day(cell: object) -> datetime.date:
    """The date in a cell. Raises ValueError."""
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, datetime.date):
        return cell
    try:
        return datetime.date.fromisoformat(str(cell).strip())
    except ValueError:
        raise ValueError(f"{cell!r} is no date such as 2026-12-31") from None


def _years_before(when: datetime.date, years: int) -> datetime.date:
    try:
        return when.replace(year=when.year - years)
    except ValueError:  # 29 February
        return when.replace(year=when.year - years, day=28)


def _within_years(cell: Cell, bound: object) -> bool:
    """Whether the day in ``cell`` lies less than N years before a day: ``N of DAY``."""
    years, _, when = str(bound).partition(" of ")
    return cell != "" and day(cell) > _years_before(day(when), int(_number(years)))


TESTS: Mapping[str, Callable[[Cell, object], bool]] = {
    "in": lambda cell, bound: str(cell).strip() in bound,  # type: ignore[operator]
    "at_least": lambda cell, bound: cell != "" and _number(cell) >= _number(bound),
    "below": lambda cell, bound: cell != "" and _number(cell) < _number(bound),
    "before": lambda cell, bound: cell != "" and day(cell) < day(bound),
    "empty": lambda cell, bound: (cell == "") == (str(bound) in ("true", "yes", "是")),
    "within_years": _within_years,
}
"""The tests by name: (the cell, the bound) -> whether it holds. An empty cell is below nothing."""
