"""One sheet of an intake workbook while it is written: its styles, its columns, its cells."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from contractkit.intake.cells import (
    LISTED,
    explained,
    number_format,
    shown,
    unit,
    validation,
    wanted,
    words_of_choices,
)
from contractkit.intake.layout import ABOUT, VALUE, VARIABLE
from contractkit.lang import LANGUAGES
from contractkit.lang.base import Language
from contractkit.model.standard import Variable
from contractkit.sheets import clean, text_width

if TYPE_CHECKING:
    from contractkit.intake.questions import Question

KEYS: Final = frozenset({VALUE, VARIABLE})
WIDTHS: Final = {
    "label": 36,
    VALUE: 36,
    "other": 32,
    "unit": 13,
    "help": 44,
    "used": 28,
    VARIABLE: 36,
}
_CHOICES_FROM = 3  # the column of the hidden sheet in which the words of drop-downs begin

_BASE = {"text_wrap": True, "valign": "vcenter", "font_size": 10, "indent": 1,
         "border": 1, "border_color": "#D5DCE4"}  # fmt: skip
_ENTRY = _BASE | {"bg_color": "#FFF9E0", "locked": False, "border_color": "#D9C77A"}
_MISSING = {"bg_color": "#FFD966"}
_SMALLER = 1.2  # as much more text is in a line of a note
_LINE, _ROOM = 13.5, 6  # points: a line of text, and the room above and below
STYLES: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "valign": "vcenter", "font_color": "#1F3A5F"},
    "how": {"text_wrap": True, "valign": "top", "font_size": 10, "font_color": "#44546A"},
    "head": {
        "bold": True,
        "text_wrap": True,
        "valign": "vcenter",
        "indent": 1,
        "bg_color": "#1F3A5F",
        "font_color": "#FFFFFF",
    },
    "band": {
        "bold": True,
        "valign": "vcenter",
        "indent": 1,
        "bg_color": "#DCE6F1",
        "font_color": "#1F3A5F",
    },
    "part": {"bold": True, "valign": "vcenter", "indent": 1, "bg_color": "#F2F5F9"},
    "label": _BASE,
    "note": _BASE | {"font_size": 9, "font_color": "#44546A"},
    "name": _BASE | {"font_size": 8, "font_color": "#8A94A0"},
    "none": _BASE | {"bg_color": "#F4F5F7"},
    "pointer": _BASE | {"italic": True, "font_color": "#1F3A5F"},
}


class Styles:
    """The formats of a workbook: the named ones, and an entry's by its number format."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        return self._get(name, STYLES[name])

    def entry(self, numbers: str) -> Any:
        """A cell that a person fills in, its content on the left."""
        return self._get(f"entry {numbers}", {**_ENTRY, "num_format": numbers, "align": "left"})

    @property
    def missing(self) -> Any:
        """What an entry looks like as long as it must be filled in and is not."""
        return self._get("missing", _MISSING)

    def _get(self, name: str, look: Mapping[str, Any]) -> Any:
        if name not in self._made:
            self._made[name] = self._book.add_format(dict(look))
        return self._made[name]


@dataclass(slots=True)
class Page:
    """The first sheet, and what its tables' sheets share with it.

    ``choices`` are the ranges of the hidden sheet that hold the words of each drop-down.
    """

    book: Any
    sheet: Any
    language: Language
    styles: Styles
    names: set[str]
    choices: dict[str, str] = field(default_factory=dict)
    heights: dict[tuple[str, int], int] = field(default_factory=dict)

    @property
    def others(self) -> list[str]:
        """The languages beside the sheet's own."""
        return [code for code in LANGUAGES if code != self.language.code]

    @property
    def columns(self) -> list[str]:
        """The keys of the first sheet's columns, in order."""
        others = [f"{VALUE}:{code}" for code in self.others]
        return ["label", VALUE, *others, "unit", "help", "used", VARIABLE]

    def at(self, key: str) -> int:
        """The column of that key."""
        return self.columns.index(key)

    def offer(self, about: Any, variables: Sequence[Variable]) -> None:
        """Write the words of every drop-down to the hidden sheet, a column each."""
        listed = [one for one in variables if one.type in LISTED]
        listed += [one for table in variables for one in table.columns if one.type in LISTED]
        for column, variable in enumerate(listed, _CHOICES_FROM):
            words = words_of_choices(variable, self.language)
            for row, text in enumerate(words):
                about.write_string(row, column, text)
            letter = chr(65 + column) if column < 26 else f"A{chr(65 + column - 26)}"
            self.choices[variable.name] = f"={ABOUT}!${letter}$1:${letter}${len(words)}"

    def band(self, row: int, heading: str) -> None:
        """The heading of a chapter, across all columns."""
        for column in range(len(self.columns)):
            self.sheet.write_string(row, column, heading if not column else "", self.styles["band"])
        self.sheet.set_row(row, 20)

    def part(self, row: int, label: str, help_: str) -> None:
        """The title of a party above its fields."""
        for column in range(len(self.columns)):
            self.sheet.write_string(row, column, "", self.styles["part"])
        self.sheet.write_string(row, 0, label, self.styles["part"])
        self.sheet.set_row(row, 20)
        self.sheet.write_string(row, self.at("help"), help_, self.styles["note"])

    def about(self, row: int, variable: Variable, name: str, help_: str) -> None:
        """All of a row but its value: what it is, its unit, help, and name."""
        self.note(row, "label", variable.label[self.language.code], "label")
        for key, text, style in (
            ("unit", unit(variable, self.language), "note"),
            ("help", help_, "note"),
            ("used", "", "note"),
            (VARIABLE, name, "name"),
        ):
            self.note(row, key, text, style)

    def note(self, row: int, key: str, text: str, style: str = "note") -> None:
        """A text beside the value, in the column of that key."""
        self.sheet.write_string(row, self.at(key), text, self.styles[style])
        small = style in {"note", "name"}
        self.fit(self.sheet, row, text, WIDTHS[key] * (_SMALLER if small else 1))

    def fit(self, sheet: Any, row: int, text: str, width: float) -> None:
        """Make ``row`` high enough for ``text`` in a column of that width."""
        lines = sum(max(1, -(-text_width(line) // int(width - 1))) for line in text.split("\n"))
        key = (sheet.name, row)
        self.heights[key] = max(self.heights.get(key, 1), lines)
        sheet.set_row(row, self.heights[key] * _LINE + _ROOM)

    def value(self, row: int, variable: Variable, value: object, *, required: bool) -> None:
        """The cell of a row's value, and those of its texts in other languages."""
        column = self.at(VALUE)
        self.put(self.sheet, row, column, variable, value, width=WIDTHS[VALUE])
        if required:
            self.sheet.conditional_format(
                row, column, row, column, {"type": "blanks", "format": self.styles.missing}
            )
        for code in self.others:
            column = self.at(f"{VALUE}:{code}")
            if variable.type == "text":
                width = WIDTHS["other"]
                self.put(self.sheet, row, column, variable, value, code=code, width=width)
            else:
                self.sheet.write_blank(row, column, None, self.styles["none"])

    def put(
        self,
        sheet: Any,
        row: int,
        column: int,
        variable: Variable,
        value: object,
        *,
        width: float,
        code: str = "",
    ) -> None:
        """One cell to fill in, with ``value`` in it, and what Excel checks of it.

        ``code`` is set for the cell of a text in another language; ``width`` is its column's.
        """
        style = self.styles.entry(number_format(variable))
        if variable.type == "text":
            value = _text(value, code, self.language.code)
        elif value is not None:
            value = shown(variable, value, self.language)
        if value is None:
            sheet.write_blank(row, column, None, style)
        elif isinstance(value, datetime.date):
            sheet.write_datetime(row, column, value, style)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, style)
        else:
            sheet.write_string(row, column, clean(str(value)), style)
            self.fit(sheet, row, str(value), width)
        rule = validation(variable, self.language, self.choices.get(variable.name, ""))
        if rule:
            sheet.data_validation(row, column, row, column, rule)

    def finish(self, rows: int) -> None:
        """How the sheet behaves and prints: only entries can be changed, without a password."""
        self.sheet.protect("", {"format_columns": True, "format_rows": True, "sort": False})
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(3)
        self.sheet.print_area(0, 0, rows - 1, len(self.columns) - 1)
        self.sheet.hide_gridlines(2)
        self.sheet.activate()


def _text(value: object, code: str, own: str) -> object:
    """A text's part for one cell: of a text by language that one's; of a plain one the text."""
    if isinstance(value, Mapping):
        return value.get(code or own)
    return None if code else value


def help_text(question: Question, language: Language) -> str:
    """What a row tells whoever fills it in: help, example, bounds, and the condition of its use."""
    variable, labels = question.variable, language.labels
    lines = [*explained(variable, language)]
    if variable.type not in LISTED and variable.type != "date":
        lines.append(wanted(variable, language))
    for asked, values in question.when:
        words = [asked.choices[one][language.code] if asked.choices else one for one in values]
        lines.append(
            labels["intake.when"].format(
                label=asked.label[language.code], choices=labels["intake.join"].join(words)
            )
        )
    return "\n".join(line for line in lines if line)
