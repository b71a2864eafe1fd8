"""A row of the sheet -> a Job, or what is wrong with it: every mistake with its column."""

from __future__ import annotations

import datetime
import hashlib
import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal

from contractkit.batch.campaign import Campaign
from contractkit.batch.names import fill, mistakes
from contractkit.errors import BatchError
from contractkit.model.renewal import Job, RowProblem
from contractkit.model.standard import Library, Variable
from contractkit.model.typed import PARTY_FIELDS, typed
from contractkit.sheets import Cell, stream_rows

LONGEST_NUMBER = 10**15
"""Excel keeps fifteen digits of a number: a longer one has lost its last digits already."""

Cells = Mapping[str, Cell]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the rows of a campaign's sheet; ``pin`` stands for all that is not in a row: the
    template, its clauses, the values that all rows share; ``root`` is where outputs go.
    """

    campaign: Campaign
    library: Library
    pin: str
    tables: Mapping[str, Mapping[str, list[Cells]]] = field(default_factory=dict)
    root: str = ""

    def job(self, row: int, cells: Cells, sheet: str) -> tuple[Job | None, list[RowProblem]]:
        """The job of one row, or the mistakes that keep it from being one."""
        campaign = self.campaign
        name = name_of(campaign, cells)
        problems = [
            RowProblem(row, sheet, column, message, name)
            for column, message in self._mistakes(cells, name)
        ]
        return (None, problems) if problems else (self.planned(row, cells), [])

    def planned(self, row: int, cells: Cells) -> Job:
        """The job of a row that is known to have no mistakes."""
        campaign = self.campaign
        name = name_of(campaign, cells)
        own = self._values(cells, name)
        output = fill(campaign.output, cells)
        previous = fill(campaign.previous, cells)
        key = digest_of([self.pin, own, output, previous])
        return Job(row, name, key, {**campaign.values, **own}, output, previous)

    def _mistakes(self, cells: Cells, name: str) -> Iterator[tuple[str, str]]:
        campaign = self.campaign
        key = cells.get(campaign.key, "")
        if not name:
            yield campaign.key, "the key is empty"
        elif not isinstance(key, str):
            yield campaign.key, _number_in_text(key)
        for path, column in campaign.columns.items():
            if message := self._mistake(path, cells.get(column, "")):
                yield column, message
        for table, rows in self.tables.items():
            for cells_of_row in rows.get(name, ()):
                yield from self._table_mistakes(table, cells_of_row)
        try:
            path = fill(campaign.output, cells)
            fill(campaign.previous, cells)
        except ValueError as error:
            yield "", str(error)
        else:
            yield from (("", told) for told in mistakes(path, self.root))

    def _mistake(self, path: str, cell: Cell) -> str:
        """Why ``cell`` does not fit the variable, or ""; whether a missing one is needed is seen
        when the agreement is assembled.
        """
        variable = self.library.variables[path.partition(".")[0]]
        if cell == "":
            return ""
        if message := _lossy(cell):
            return message
        if variable.type in ("text", "party", "choice") and not isinstance(cell, str):
            return _number_in_text(cell)
        if variable.type == "party":
            return _typed(variable, {"name": "-", path.partition(".")[2]: cell})
        return _typed(variable, _raw(cell))

    def _table_mistakes(self, table: str, cells: Cells) -> Iterator[tuple[str, str]]:
        columns = {column.name: column for column in self.library.variables[table].columns}
        for name, heading in self.campaign.tables[table].columns.items():
            cell = cells.get(heading, "")
            kind = columns[name].type
            lossy = _lossy(cell)
            if not lossy and kind in ("text", "choice") and not isinstance(cell, str):
                lossy = _number_in_text(cell)
            if message := lossy or _typed(columns[name], _raw(cell)):
                yield f"{self.campaign.tables[table].sheet}: {heading}", message

    def _values(self, cells: Cells, name: str) -> dict[str, object]:
        """The values that the row states itself, a party with what the campaign states of it."""
        fixed = self.campaign.values
        values: dict[str, object] = {}
        for path, column in self.campaign.columns.items():
            cell = cells.get(column, "")
            if cell == "":
                continue
            variable, _, part = path.partition(".")
            if part:
                party = values.get(variable, fixed.get(variable))
                values[variable] = {**(party if isinstance(party, Mapping) else {}), part: cell}
            else:
                values[variable] = _raw(cell)
        for table, rows in self.tables.items():
            if mine := rows.get(name):
                columns = self.campaign.tables[table].columns
                values[table] = [
                    {key: _raw(row.get(column, "")) for key, column in columns.items()}
                    for row in mine
                ]
        return values


def name_of(campaign: Campaign, cells: Cells) -> str:
    """The key of a row as text."""
    return _text(cells.get(campaign.key, ""))


@contextmanager
def open_rows(campaign: Campaign) -> Iterator[tuple[str, str, Iterator[tuple[int, Cells]]]]:
    """The sheet's name, the guess at its encoding, and its rows by column.

    Raises BatchError when a column that the campaign names is missing or stands twice.
    """
    with stream_rows(campaign.sheet_file, campaign.sheet) as sheet:
        yield (
            sheet.name,
            sheet.encoding,
            _by_column(sheet.rows, set(campaign.used_columns()), sheet.name),
        )


def _by_column(
    rows: Iterator[tuple[int, tuple[Cell, ...]]], wanted: set[str], name: str
) -> Iterator[tuple[int, Cells]]:
    _, heads = next(rows, (0, ()))
    columns = [_text(head) for head in heads]
    if missing := sorted(wanted - set(columns)):
        raise BatchError(
            f"the sheet has no column {', '.join(missing)}",
            where=name,
            hint=f"its columns are {', '.join(filter(None, columns))}",
        )
    if twice := sorted(column for column in wanted if columns.count(column) > 1):
        raise BatchError(f"the column {twice[0]} stands twice", where=name)
    places = [(column, place) for place, column in enumerate(columns) if column]
    for number, row in rows:
        yield number, {column: row[place] if place < len(row) else "" for column, place in places}


def read_tables(campaign: Campaign) -> dict[str, dict[str, list[Cells]]]:
    """The rows of each table variable by key; they are held, as a table belongs to its row."""
    found: dict[str, dict[str, list[Cells]]] = {}
    for name, table in campaign.tables.items():
        by_key = found.setdefault(name, {})
        with stream_rows(campaign.sheet_file, table.sheet) as sheet:
            wanted = {table.key, *table.columns.values()}
            for _, cells in _by_column(sheet.rows, wanted, sheet.name):
                by_key.setdefault(_text(cells.get(table.key, "")), []).append(cells)
    return found


def unknown_variables(campaign: Campaign, library: Library) -> Iterator[str]:
    """What the campaign fills that the library does not declare."""
    for path in campaign.columns:
        variable, _, part = path.partition(".")
        declared = library.variables.get(variable)
        if declared is None:
            yield f"columns: {path} is no variable of the library"
        elif (declared.type == "party") != bool(part) or (part and part not in PARTY_FIELDS):
            yield f"columns: {path}: a party is filled field by field, such as {variable}.name"
        elif declared.type == "table":
            yield f"columns: {path} is a table: fill it under tables"
    for name, table in campaign.tables.items():
        declared = library.variables.get(name)
        if declared is None or declared.type != "table":
            yield f"tables: {name} is no table of the library"
        elif extra := set(table.columns) - {column.name for column in declared.columns}:
            yield f"tables: {name} has no column {min(extra)}"
    for name, value in campaign.values.items():
        declared = library.variables.get(name)
        if declared is None:
            yield f"values: {name} is no variable of the library"
        elif declared.type != "party" and (message := _typed(declared, value)):
            yield f"values: {name} {message}"


def _typed(variable: Variable, raw: object) -> str:
    try:
        typed(variable, raw)
    except ValueError as error:
        return str(error)
    return ""


def _lossy(cell: Cell) -> str:
    if isinstance(cell, datetime.time | datetime.timedelta):
        return "a time of day"
    if isinstance(cell, int | float) and abs(cell) >= LONGEST_NUMBER:
        return f"the number {cell} has more than the 15 digits that Excel keeps: type it as text"
    return ""


def _number_in_text(cell: object) -> str:
    kind = "a date" if isinstance(cell, datetime.date) else "a number"
    return (
        f"{cell} is {kind} where a text is wanted, and may have lost its zeros: format it as text"
    )


def _raw(cell: Cell) -> object:
    """A cell as ``typed`` takes it: floats as they are shown, a moment as its day."""
    if isinstance(cell, float):
        return Decimal(repr(cell))
    return cell.date() if isinstance(cell, datetime.datetime) else cell


def _text(cell: Cell) -> str:
    return str(cell).strip()


def digest_of(data: object) -> str:
    """The SHA-256 of ``data`` as JSON: the same for equal data."""
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
