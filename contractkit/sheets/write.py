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

_CREATED = datetime(1980, 1, 1)  # the same bytes every time: no clock is asked
_LONGEST = 32_767  # characters that a cell holds
_FORBIDDEN_IN_NAME = re.compile(r"[\[\]:*?/\\]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NUMBER = re.compile(r"[+-]?[\d.,]+%?\Z")
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet to be written: its name, the heads of its columns, its rows.

    A row's values are texts, numbers, booleans, dates or None. ``fills`` colours a cell by its
    value (``{"高": "F8D7DA"}``, RGB). Columns are as wide as their content, within reason.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[object]]
    fills: Mapping[str, str] = field(default_factory=dict)


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
    head = book.add_format(
        {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E8EEF4"}
    )
    body = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top", "align": "left"})
    names: set[str] = set()
    for table in tables:
        sheet = book.add_worksheet(sheet_name(table.name, names))
        fills = {
            value: book.add_format({"text_wrap": True, "valign": "top", "bg_color": f"#{colour}"})
            for value, colour in table.fills.items()
        }
        widths = [_width(title) for title in table.columns]
        for column, title in enumerate(table.columns):
            sheet.write_string(0, column, title, head)
        for number, row in enumerate(table.rows, start=1):
            for column, value in enumerate(row):
                if isinstance(value, bool | int | float):
                    sheet.write(number, column, value, body)
                elif isinstance(value, date):
                    sheet.write_datetime(number, column, value, day)
                elif value is not None and value != "":
                    text = clean(str(value))
                    sheet.write_string(number, column, text, fills.get(text, body))
                    widths[column] = max(widths[column], _width(text))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(len(table.rows), 1), len(table.columns) - 1)
    book.close()
    return out.getvalue()


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
    return sum(2 if ord(character) > 0x2E7F else 1 for character in line)


def _width(text: str) -> int:
    """How wide a column ``text`` wants, within reason: that of its longest line."""
    return min(max(map(text_width, text[:400].split("\n"))) + 2, _WIDEST)


def sheet_name(name: str, taken: set[str]) -> str:
    """``name`` as Excel allows it: 31 characters, none of ``[]:*?/\\``, each once."""
    plain = _FORBIDDEN_IN_NAME.sub(" ", name).strip("' ")[:31] or "Sheet"
    unique, number = plain, 2
    while unique.lower() in taken:
        tail = f" {number}"
        unique, number = plain[: 31 - len(tail)] + tail, number + 1
    taken.add(unique.lower())
    return unique
