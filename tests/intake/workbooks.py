"""A workbook with some cells changed, as somebody who fills it in leaves it."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping

import xlsxwriter

from contractkit.sheets import Cell, read_sheets

Change = Mapping[str, Cell | None]
"""New contents by cell (``填写!B12``); None empties one."""


def changed(data: bytes, changes: Change) -> bytes:
    """The workbook with ``changes``, written anew: its formats and checks are lost, as by paste."""
    left = dict(changes)
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for sheet in read_sheets(data, "a.xlsx"):
        page = book.add_worksheet(sheet.name)
        cells = {
            (row, column): cell
            for row, line in enumerate(sheet.rows)
            for column, cell in enumerate(line)
        }
        for name in [name for name in left if name.startswith(f"{sheet.name}!")]:
            cell = left.pop(name)
            cells[_place(name.partition("!")[2])] = "" if cell is None else cell
        for (row, column), cell in cells.items():
            if isinstance(cell, dt.date):
                page.write_datetime(row, column, cell, day)
            elif cell != "":
                page.write(row, column, cell)
    book.close()
    assert not left, f"no such sheet: {left}"
    return out.getvalue()


def _place(name: str) -> tuple[int, int]:
    letter, number = name[0], name[1:]
    return int(number) - 1, ord(letter) - 65


def cell_of(data: bytes, variable: str) -> str:
    """The name of the cell that holds the value of ``variable`` on the first sheet."""
    first = read_sheets(data, "a.xlsx")[0]
    (row,) = [number for number, line in enumerate(first.rows, 1) if line and line[-1] == variable]
    return f"{first.name}!B{row}"
