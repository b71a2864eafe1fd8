"""Tables as people keep them: Excel workbooks and CSV files, read and written in one place."""

from contractkit.sheets.read import Cell, Sheet, read_sheets
from contractkit.sheets.stream import Rows, stream_rows
from contractkit.sheets.write import (
    Shaded,
    Table,
    clean,
    csv_file,
    sheet_name,
    text_width,
    workbook,
)

__all__ = [
    "Cell",
    "Rows",
    "Shaded",
    "Sheet",
    "Table",
    "clean",
    "csv_file",
    "read_sheets",
    "sheet_name",
    "stream_rows",
    "text_width",
    "workbook",
]
