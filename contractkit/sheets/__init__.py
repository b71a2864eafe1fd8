"""Tables as people keep them: Excel workbooks and CSV files, read and written in one place."""

from contractkit.sheets.read import Cell, Sheet, read_sheets
from contractkit.sheets.stream import Rows, stream_rows
from contractkit.sheets.write import Shaded, Table, csv_file, workbook

__all__ = [
    "Cell",
    "Rows",
    "Shaded",
    "Sheet",
    "Table",
    "csv_file",
    "read_sheets",
    "stream_rows",
    "workbook",
]
