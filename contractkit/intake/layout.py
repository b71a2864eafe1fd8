"""How an intake sheet is laid out: what its writer puts in it and its reader looks for.

Each sheet has a hidden row of keys above its heads: a column is known by its key, not by its place
or its head, so that columns may be moved and heads rewritten. On the first sheet the keys are
``variable`` and ``value``; on a table's sheet ``table:NAME:COLUMN``. A column for a text in the
other language has ``:CODE`` after its key. A hidden sheet says what the workbook was made from.
"""

from __future__ import annotations

from typing import Final

ABOUT: Final = "contractkit"  # the hidden sheet, and its first cell
VARIABLE: Final = "variable"
VALUE: Final = "value"
TABLE: Final = "table:"
ROW_KEYS: Final = ("template", "language", "library")  # the rows of the hidden sheet
DEEPEST_KEYS: Final = 20  # rows in which the keys are looked for


def table_key(table: str, column: str, code: str = "") -> str:
    """The key of a table's column, for its texts in language ``code`` where that is given."""
    return f"{TABLE}{table}:{column}" + (f":{code}" if code else "")


def cell_name(row: int, column: int) -> str:
    """The name of a cell as Excel shows it: B12 for row 11, column 1, both from 0."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"
