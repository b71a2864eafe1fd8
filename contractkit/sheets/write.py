"""Tables -> a workbook or a CSV file that Excel opens as it should.

Every text stays a text: nothing that a counterparty wrote becomes a formula or a link. The same
tables give the same bytes.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

_CREATED = datetime(1980, 1, 1)  # the same bytes every time: no clock is asked
_LONGEST = 32_767  # characters that a cell holds
_FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?[\d.,]+%?\Z")
_WIDEST = 44
_CELL = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#D9DEE5"}
_LINE = 15.0  # points
_TALLEST = 25  # lines; Excel shows no row taller than 409 points
_FIRST_WIDE = 0x2E7F
_PRINTED = 320  # characters across from which a page's width would be too small to read
_SMALL = 60  # … and the scale, in per cent, that such a sheet is printed at
_PAGE = 165  # characters that a printed page is wide, at a size that can be read
_BY_HAND = 16  # … and a column that somebody writes into
_A4 = 9  # its number in SpreadsheetML


@dataclass(frozen=True, slots=True)
class Shaded:
    """A text whose cell is coloured by ``shade``, a key of the table's fills."""

    text: str
    shade: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet to be written: its name, the heads of its columns, its rows.

    A row's values are texts, numbers, booleans, dates or None. ``fills`` colours a cell by its
    text, or by the shade of a ``Shaded`` one (``{"高": "F8D7DA"}``, RGB). Columns are as wide as
    their content, within reason; the first ``frozen`` stay in sight beside those that are scrolled.
    Where ``printed`` is given, the first so many columns alone are printed, and narrow enough to be
    read on a page; those that no row fills are left for writing by hand.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    fills: Mapping[str, str] = field(default_factory=dict)
    frozen: int = 0
    printed: int = 0


def workbook(tables: Sequence[Table]) -> bytes:
    """An .xlsx of ``tables``: heads bold and frozen, filters on, text wrapped, dates as dates."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "default_date_format": "yyyy-mm-dd",
        },
    )
    book.set_properties({"created": _CREATED})
    names: set[str] = set()
    for table in tables:
        _fill(book, book.add_worksheet(sheet_name(table.name, names)), table)
    book.close()
    return out.getvalue()


def _fill(book: Any, sheet: Any, table: Table) -> None:
    """Write ``table`` into the empty ``sheet`` of ``book``."""
    widths = _widths(table)
    head = book.add_format({**_CELL, "bold": True, "bg_color": "#E8EEF4"})
    body = book.add_format(_CELL)
    day = book.add_format({**_CELL, "num_format": "yyyy-mm-dd", "align": "left"})
    fills = {
        value: book.add_format({**_CELL, "bg_color": f"#{colour}"})
        for value, colour in table.fills.items()
    }
    for column, (title, width) in enumerate(zip(table.columns, widths, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, title, head)
    for number, row in enumerate(table.rows, start=1):
        sheet.set_row(number, _LINE * min(_lines(row, widths), _TALLEST))
        for column, value in enumerate(row):
            if isinstance(value, bool | int | float):
                sheet.write(number, column, value, body)
            elif isinstance(value, date):
                sheet.write_datetime(number, column, value, day)
            elif value is None or value == "":
                sheet.write_blank(number, column, None, body)
            else:
                shade = value.shade if isinstance(value, Shaded) else str(value)
                sheet.write_string(number, column, clean(str(value)), fills.get(shade, body))
    sheet.freeze_panes(1, table.frozen)
    sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.repeat_rows(0)
    if table.printed:
        sheet.print_area(0, 0, len(table.rows), table.printed - 1)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
    if table.frozen and sum(widths) > _PRINTED:
        sheet.set_print_scale(_SMALL)
        sheet.repeat_columns(0, table.frozen - 1)
    else:
        sheet.fit_to_pages(1, 0)  # printed: as many pages long as it takes, one wide


def _widths(table: Table) -> list[int]:
    """A width for each column, in characters: that of its widest text, within reason."""
    widths = [text_width(title) for title in table.columns]
    for row in table.rows:
        for column, value in enumerate(row):
            lines = "" if value is None else str(value)[:400]
            longest = max((text_width(line) for line in lines.split("\n")), default=0)
            widths[column] = max(widths[column], longest)
    widths = [min(width + 2, _WIDEST) for width in widths]
    if table.printed and table.rows:
        for column in range(table.printed):
            if all(row[column] is None for row in table.rows):
                widths[column] = max(widths[column], _BY_HAND)
        widths[: table.printed] = _fitted(widths[: table.printed])
    return widths


def _fitted(widths: Sequence[int]) -> list[int]:
    """The widths, the widest cut alike, so that together they fit on a page."""
    widest = max(widths)
    while widest > _BY_HAND and sum(min(width, widest) for width in widths) > _PAGE:
        widest -= 1
    return [min(width, widest) for width in widths]


def _lines(row: Sequence[object], widths: Sequence[int]) -> int:
    """The lines that the tallest cell of ``row`` takes: not every program finds them by itself."""
    return max(
        (
            sum(max(1, -(-text_width(line) // (width - 2))) for line in str(value).split("\n"))
            for value, width in zip(row, widths, strict=True)
            if isinstance(value, str | Shaded)
        ),
        default=1,
    )


def csv_file(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """A CSV file in UTF-8 with a mark, as Excel wants it; a text that looks like a formula gets
    an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_harmless(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def clean(text: str) -> str:
    """``text`` as a cell can hold it: without control characters, cut to what Excel allows."""
    text = _CONTROL.sub("\ufffd", text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _harmless(value: object) -> object:
    if isinstance(value, str) and value.startswith(_FORMULA) and not _NUMBER.match(value):
        return f"'{value}"
    return "" if value is None else value


def text_width(line: str) -> int:
    """How many columns of characters a line takes: a wide character counts as two."""
    return sum(2 if ord(character) > _FIRST_WIDE else 1 for character in line)


def sheet_name(name: str, taken: set[str]) -> str:
    """``name`` as Excel allows it: 31 characters, none of ``[]:*?/\\``, each once."""
    plain = _FORBIDDEN_IN_NAME.sub(" ", name).strip("' ")[:31] or "Sheet"
    unique, number = plain, 2
    while unique.lower() in taken:
        tail = f" {number}"
        unique, number = plain[: 31 - len(tail)] + tail, number + 1
    taken.add(unique.lower())
    return unique
