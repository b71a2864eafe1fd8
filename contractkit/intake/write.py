"""Questions and the values known already -> the Excel sheet that a person fills in."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from contractkit.intake.layout import ABOUT
from contractkit.intake.page import KEYS, WIDTHS, Page, Styles, help_text
from contractkit.intake.questions import Group
from contractkit.intake.table import write_table
from contractkit.lang import language as language_of
from contractkit.model.standard import Library, Variable

if TYPE_CHECKING:
    from contractkit.intake.questions import Question

_CREATED = datetime(1980, 1, 1)  # the same bytes every time: no clock is asked


def write_intake(
    library: Library,
    template: str,
    groups: Sequence[Group],
    values: Mapping[str, object],
    *,
    language: str,
) -> bytes:
    """The workbook of ``template``'s questions, its cells filled with the typed ``values``.

    Labels and help are in ``language``; each text has a cell for every other language beside it.
    The same input gives the same bytes.
    """
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    book.set_properties({"created": _CREATED})
    tongue = language_of(language)
    first = book.add_worksheet(tongue.labels["intake.sheet"])
    page = Page(book, first, tongue, Styles(book), {first.name})
    about = book.add_worksheet(ABOUT)
    page.offer(about, [one.variable for group in groups for one in group.questions])
    rows = ((ABOUT, "1"), ("template", template), ("language", language),
            ("library", library.digest))  # fmt: skip
    for row, (key, value) in enumerate(rows):
        about.write_string(row, 0, key)
        about.write_string(row, 1, value)
    about.hide()
    _head(page, library.templates[template, language].title, template)
    row = 4
    for group in groups:
        row = _group(page, row, group, values)
    page.finish(row)
    book.close()
    return out.getvalue()


def _head(page: Page, title: str, template: str) -> None:
    """The title, how to fill the sheet in, the hidden keys, the heads of the columns."""
    sheet, styles, labels = page.sheet, page.styles, page.language.labels
    last = len(page.columns) - 1
    sheet.merge_range(0, 0, 0, last, labels["intake.title"].format(title=title), styles["title"])
    sheet.merge_range(1, 0, 1, last, labels["intake.how"].format(template=template), styles["how"])
    sheet.set_row(0, 30)
    sheet.set_row(1, 34)
    for column, key in enumerate(page.columns):
        name, _, code = key.partition(":")
        if name in KEYS:
            sheet.write_string(2, column, key)
        shown = labels[f"intake.other.{code}" if code else f"intake.{name}"]
        sheet.write_string(3, column, shown, styles["head"])
        sheet.set_column(column, column, WIDTHS["other" if code else name])
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_row(3, 20)
    sheet.freeze_panes(4, 1)


def _group(page: Page, row: int, group: Group, values: Mapping[str, object]) -> int:
    """The rows of a chapter's questions under a band with its heading; the row after them."""
    page.band(row, group.heading)
    row += 1
    for question in group.questions:
        variable = question.variable
        value = values.get(variable.name)
        if variable.type == "party":
            row = _party(page, row, question, value)
            continue
        page.about(row, variable, variable.name, help_text(question, page.language))
        page.note(row, "used", "\n".join(question.clauses))
        if variable.type == "table":
            write_table(page, row, variable, value)
        else:
            page.value(row, variable, value, required=question.required)
        row += 1
    return row


def _party(page: Page, row: int, question: Question, value: object) -> int:
    """A row for each field of a party, under one with its title."""
    variable = question.variable
    page.part(row, variable.label[page.language.code], variable.help.get(page.language.code, ""))
    fields = value if isinstance(value, Mapping) else {}
    for field, label in question.fields.items():
        row += 1
        asked = Variable(field, "text", {page.language.code: label})
        page.about(row, asked, f"{variable.name}.{field}", "")
        page.value(row, asked, fields.get(field), required=field == "name")
    return row + 1
