"""A table variable as a sheet of its own: a column for each of its columns, rows to fill in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contractkit.intake.cells import unit, wanted
from contractkit.intake.layout import VALUE, table_key
from contractkit.intake.page import Page
from contractkit.model.standard import Variable
from contractkit.sheets import sheet_name, text_width

BLANK_ROWS = 20  # that stand below the rows that are filled
_HEADS = 3  # the row of the visible heads: below title, how, and the hidden keys


def write_table(page: Page, row: int, variable: Variable, value: object) -> None:
    """Write the table's sheet, and point to it from ``row`` of the first sheet."""
    labels = page.language.labels
    name = sheet_name(variable.label[page.language.code], page.names)
    sheet = page.book.add_worksheet(name)
    sheet.write_string(0, 0, variable.label[page.language.code], page.styles["title"])
    sheet.set_row(0, 28)
    sheet.write_string(1, 0, labels["intake.rows"], page.styles["note"])
    filled: Sequence[Mapping[str, object]] = value if isinstance(value, tuple) else ()
    columns = [(column, "") for column in variable.columns]
    columns += [
        (column, code)
        for code in page.others
        for column in variable.columns
        if column.type == "text"
    ]
    for at, (column, code) in enumerate(columns):
        sheet.write_string(_HEADS - 1, at, table_key(variable.name, column.name, code))
        head, width = _head(page, column, code), _width(column, page.language.code)
        sheet.write_string(_HEADS, at, head, page.styles["head"])
        sheet.set_column(at, at, width)
        page.fit(sheet, _HEADS, head, width - 2)
        for number in range(len(filled) + BLANK_ROWS):
            cell = filled[number][column.name] if number < len(filled) else None
            page.put(sheet, _HEADS + 1 + number, at, column, cell, code=code, width=width)
    sheet.merge_range(1, 0, 1, max(len(columns) - 1, 1), labels["intake.rows"], page.styles["how"])
    sheet.set_row(_HEADS - 1, None, None, {"hidden": True})
    sheet.freeze_panes(_HEADS + 1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    for code in page.others:
        page.sheet.write_blank(row, page.at(f"{VALUE}:{code}"), None, page.styles["none"])
    pointer = labels["intake.table"].format(sheet=name)
    quoted = name.replace("'", "''")
    link = f"internal:'{quoted}'!A{_HEADS + 2}"
    page.sheet.write_url(row, page.at(VALUE), link, page.styles["pointer"], pointer)


def _head(page: Page, column: Variable, code: str) -> str:
    """A column's head: its label, with the unit or the language; and what fits, below."""
    labels = page.language.labels
    beside = labels[f"intake.other.{code}"] if code else unit(column, page.language)
    label = column.label[page.language.code]
    head = f"{label} ({beside})" if beside else label
    fits = "" if code else wanted(column, page.language)
    return f"{head}\n{fits}" if fits else head


def _width(column: Variable, code: str) -> float:
    """Room for the head, and for a sentence in a column of texts."""
    label = column.label[code]
    return min(max(text_width(label) + 6, 30 if column.type == "text" else 20), 44)
