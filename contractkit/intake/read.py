"""A filled intake workbook -> values, each with the cell that it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from contractkit.errors import AssemblyError
from contractkit.intake.cell_values import stated
from contractkit.intake.layout import (
    ABOUT,
    DEEPEST_KEYS,
    ROW_KEYS,
    TABLE,
    VALUE,
    VARIABLE,
    cell_name,
)
from contractkit.model.standard import Library, Variable
from contractkit.model.typed import PARTY_FIELDS, Path
from contractkit.ooxml.package import ZIP_MAGIC
from contractkit.sheets import Cell, Sheet, read_sheets


@dataclass(slots=True)
class Intake:
    """What a workbook holds: the values by variable as ``assemble`` takes them, and the cell that
    each comes from (``填写!B12``). ``older`` says that its library was another than ours.
    """

    template: str
    language: str
    older: bool
    values: dict[str, object] = field(default_factory=dict)
    origins: dict[Path, str] = field(default_factory=dict)


def is_workbook(data: bytes) -> bool:
    """Whether ``data`` is a workbook, told by how it begins."""
    return data.startswith(ZIP_MAGIC)


def read_intake(data: bytes, name: str, library: Library, template: str) -> Intake:
    """The values of an intake workbook for ``template``. Raises AssemblyError for another's.

    Cells that do not fit are in the values as Unfit, so that all mistakes are told together.
    """
    sheets = read_sheets(data, name)
    about = next((_about(sheet) for sheet in sheets if _about(sheet)), None)
    if about is None:
        raise AssemblyError(
            "this workbook is not an intake sheet",
            where=name,
            hint=f"contractkit intake {template} -o values.xlsx makes one",
        )
    if about["template"] != template:
        other = f", or make a sheet by contractkit intake {template}"
        raise AssemblyError(
            f"the sheet was made for the template {about['template']}, not for {template}",
            where=name,
            hint=f"generate {about['template']}{other if _is_known(library, template) else ''}",
        )
    intake = Intake(template, about["language"], about["library"] != library.digest)
    for sheet in sheets:
        _sheet(sheet, intake, library.variables)
    return intake


def _is_known(library: Library, template: str) -> bool:
    return any(name == template for name, _ in library.templates)


def _about(sheet: Sheet) -> dict[str, str] | None:
    """What the hidden sheet says of the workbook, or None when this is another sheet."""
    cells = {str(row[0]): str(row[1]) for row in sheet.rows[:DEEPEST_KEYS] if len(row) > 1}
    if ABOUT in cells and all(key in cells for key in ROW_KEYS):
        return {key: cells[key] for key in ROW_KEYS}
    return None


def _sheet(sheet: Sheet, intake: Intake, variables: Mapping[str, Variable]) -> None:
    for number, row in enumerate(sheet.rows[:DEEPEST_KEYS]):
        keys = {str(cell): column for column, cell in enumerate(row) if cell}
        if VARIABLE in keys and VALUE in keys:
            return _single(sheet, number, keys, intake, variables)
        tables = {key: column for key, column in keys.items() if key.startswith(TABLE)}
        if tables:
            return _table(sheet, number, tables, intake, variables)
    return None


def _single(
    sheet: Sheet,
    start: int,
    keys: Mapping[str, int],
    intake: Intake,
    variables: Mapping[str, Variable],
) -> None:
    """The values of the first sheet: a row each, known by the variable's name in it."""
    columns = {key.partition(":")[2]: at for key, at in keys.items() if key.startswith(VALUE)}
    for number, row in enumerate(sheet.rows[start + 2 :], start + 2):
        name = str(_cell(row, keys[VARIABLE])).strip()
        base, _, part = name.partition(".")
        variable = variables.get(base)
        if not base or (variable and variable.type == "table"):
            continue
        path: Path = (base, part) if part else (base,)
        at = f"{sheet.name}!"
        intake.origins.setdefault((base,), at + cell_name(number, columns[""]))
        intake.origins[path] = at + cell_name(number, columns[""])
        intake.origins |= {
            (*path, code): at + cell_name(number, column)
            for code, column in columns.items()
            if code
        }
        asked = Variable(base, "text", {}) if variable is None or part else variable
        value = _value(asked, {code: _cell(row, at) for code, at in columns.items()}, intake)
        if value is None:
            continue
        if part in PARTY_FIELDS:
            party = intake.values.setdefault(base, {})
            assert isinstance(party, dict)  # noqa: S101 - a name with a part is a party's
            party[part] = value
        else:
            intake.values[base] = value


def _table(
    sheet: Sheet,
    start: int,
    keys: Mapping[str, int],
    intake: Intake,
    variables: Mapping[str, Variable],
) -> None:
    """The rows of a table's sheet, below the heads; blank ones do not count."""
    table = next(iter(keys)).split(":")[1]
    columns: dict[str, dict[str, int]] = {}
    for key, at in keys.items():
        _, _, column, *code = key.split(":")
        columns.setdefault(column, {})["".join(code)] = at
    variable = variables.get(table)
    known = {column.name: column for column in variable.columns} if variable else {}
    intake.origins[(table,)] = f"{sheet.name}!{cell_name(start + 2, 0)}"
    found: list[dict[str, object]] = []
    for number, row in enumerate(sheet.rows[start + 2 :], start + 2):
        cells = {
            name: _value(
                known.get(name, Variable(name, "text", {})),
                {code: _cell(row, at) for code, at in places.items()},
                intake,
            )
            for name, places in columns.items()
        }
        if filled := {name: value for name, value in cells.items() if value is not None}:
            found.append(filled)
            for path, at in _places((table, len(found)), columns):
                intake.origins[path] = f"{sheet.name}!{cell_name(number, at)}"
    if found:
        intake.values[table] = found


def _places(row: Path, columns: Mapping[str, Mapping[str, int]]) -> Iterator[tuple[Path, int]]:
    """The column of each value of a table's row."""
    yield row, 0
    for name, places in columns.items():
        for code, at in places.items():
            yield (*row, name, code) if code else (*row, name), at


def _value(variable: Variable, cells: Mapping[str, Cell], intake: Intake) -> object:
    """What the cells of one value state: a text in several languages is a mapping of them."""
    own = stated(variable, cells.get("", ""))
    if variable.type != "text":
        return own
    others = {code: stated(variable, cell) for code, cell in cells.items() if code}
    texts = {code: text for code, text in others.items() if text is not None}
    if not texts:
        return own
    return texts if own is None else {intake.language: own, **texts}


def _cell(row: tuple[Cell, ...], column: int) -> Cell:
    return row[column] if column < len(row) else ""
