"""A workbook or a CSV file -> Sheets, each cell as the type it has in the file.

A workbook is read by calamine: what Excel shows for a formula is its stored result; nothing is
computed, and no macro runs. A number is a number and a text is a text: that 00012345 came as the
number 12345 is for the caller to refuse, since no reader can know it. A CSV file holds texts only.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from contractkit.errors import ReadError, UnsafeFile
from contractkit.files import decode
from contractkit.ooxml.package import ZIP_MAGIC, Limits, open_package

Cell = str | int | float | bool | date | datetime | time | timedelta
"""What a cell holds; an empty one is ""."""

# A hundred thousand rows of forty columns, each cell a few tags of XML.
LIMITS = Limits(unpacked=1 << 30, tags=25_000_000)
AREA = 8_000_000  # cells from A1 to the last one, empty ones too
_PLACE = re.compile(rb"\sr\s{0,9}=\s{0,9}[\"']([A-Za-z]{0,3})([0-9]{1,9})[\"']")
DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its rows from the first of the file on, blank ones kept, so that row ``i`` of
    ``rows`` is row ``i + 1`` in Excel. ``encoding`` is set when it was a guess (a CSV file).
    """

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    hidden: bool = False
    encoding: str = ""


def read_sheets(data: bytes, name: str) -> tuple[Sheet, ...]:
    """The sheets of a workbook (.xlsx, .xlsm), or the one of a CSV file, told by content.

    Raises ReadError, and UnsafeFile for an archive beyond the limits; ``name`` stands in messages.
    """
    if data.startswith(ZIP_MAGIC):
        return _workbook(data, name)
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadError(
            "this is neither a workbook (.xlsx) nor a CSV file",
            where=name,
            hint="save it as .xlsx, without a password",
        )
    return (_csv(data, name),)


def _workbook(data: bytes, name: str) -> tuple[Sheet, ...]:
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    refuse_unreadable(open_package(data, name=name, limits=LIMITS).parts, name)
    try:
        with CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            return tuple(
                Sheet(
                    about.name,
                    tuple(
                        tuple(plain_cell(cell) for cell in row)
                        for row in book.get_sheet_by_name(about.name).to_python(
                            skip_empty_area=False
                        )
                    ),
                    hidden=about.visible != SheetVisibleEnum.Visible,
                )
                for about in book.sheets_metadata
            )
    except (CalamineError, ValueError) as error:
        raise ReadError(
            f"the workbook cannot be read: {error}", where=name, hint="open and save it in Excel"
        ) from error


def refuse_unreadable(parts: Mapping[str, bytes], name: str) -> None:
    """Raise what the reader would not survive: it makes room for all cells up to the last one."""
    if "xl/workbook.xml" not in parts or {"xl/workbook.bin", "content.xml"} & parts.keys():
        raise ReadError(
            "this is not an Excel workbook (.xlsx)", where=name, hint="save it as .xlsx"
        )
    for part, content in parts.items():
        if part.startswith("xl/") and part.endswith(".xml"):
            last_row = last_column = 0
            for letters, number in _PLACE.findall(content):
                last_row = max(last_row, int(number))
                last_column = max(last_column, _column(letters))
            if last_row * max(last_column, 1) > AREA:
                raise UnsafeFile(
                    f"a sheet goes to row {last_row:,} and column {last_column:,}",
                    where=name,
                    hint="delete the empty rows and columns after the last filled ones",
                )


def _column(letters: bytes) -> int:
    """The number of a column by its letters: 1 for A, 27 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def plain_cell(cell: Cell) -> Cell:
    """The cell, a whole number as an int: Excel itself knows no other numbers than floats."""
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return cell


def _csv(data: bytes, name: str) -> Sheet:
    text, guess = decode(data, name)
    first = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=first.count)
    try:
        rows = tuple(tuple(row) for row in csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise ReadError(f"the CSV file is damaged: {error}", where=name) from error
    return Sheet(name, rows, encoding=guess)
