"""Tables as people keep them: Excel workbooks and CSV files, read and written in one place."""

from contractkit.sheets.read import Cell, Sheet, read_sheets
from contractkit.sheets.write import Shaded, Table, csv_file, workbook

__all__ = ["Cell", "Shaded", "Sheet", "Table", "csv_file", "read_sheets", "workbook"]
