"""Tables as people keep them: Excel workbooks and CSV files, read and written in one place."""

from contractkit.sheets.read import Cell, Sheet, read_sheets
from contractkit.sheets.write import Table, clean, csv_file, sheet_name, text_width, workbook

__all__ = [
    "Cell",
    "Sheet",
    "Table",
    "clean",
    "csv_file",
    "read_sheets",
    "sheet_name",
    "text_width",
    "workbook",
]
