"""CAMPAIGN.yaml -> Campaign, with all its mistakes told at once as file:line:column."""

from __future__ import annotations

import datetime
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from contractkit.batch.eligibility import TESTS, Rule
from contractkit.errors import BatchError
from contractkit.files import decode, read_bytes
from contractkit.lang import LANGUAGES
from contractkit.library.source import Source, read_yaml

PLACE = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class TableSheet:
    """The rows of a table variable: in which sheet, by which key column, from which columns."""

    sheet: str
    key: str
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Campaign:
    """What is renewed: the template, the sheet, which column fills which variable, the names.

    ``columns`` maps a variable (``provider.name``) to a column; ``values`` are the same for all
    rows. ``output`` and ``previous`` are patterns with ``{column}``, below ``folder``; ``root`` is
    where outputs go when that is elsewhere (any fsspec address).
    """

    path: Path
    name: str
    template: str
    language: str
    sheet_file: Path
    sheet: str
    key: str
    columns: Mapping[str, str]
    values: Mapping[str, object]
    output: str
    on: datetime.date
    previous: str = ""
    root: str = ""
    library: Path | None = None
    tables: Mapping[str, TableSheet] = field(default_factory=dict)
    eligibility: tuple[Rule, ...] = ()

    @property
    def folder(self) -> Path:
        """The folder of the campaign file: what its paths start from."""
        return self.path.parent

    @property
    def store_root(self) -> str:
        """Where outputs go: an address with ``://``, or an absolute folder."""
        if "://" in self.root:
            return self.root
        return str((self.folder / self.root).resolve())

    @property
    def owner(self) -> str:
        """A short name of this campaign, unlike that of any other on the machine."""
        return hashlib.sha256(str(self.path.resolve()).encode()).hexdigest()[:12]

    def beside(self, suffix: str) -> Path:
        """A file that we keep beside the campaign: the plan, the ledger."""
        return self.path.with_suffix(suffix)

    def used_columns(self) -> Iterator[str]:
        """Every column of the sheet that the campaign names, some of them more than once."""
        yield self.key
        yield from self.columns.values()
        yield from PLACE.findall(self.output)
        yield from PLACE.findall(self.previous)
        for rule in self.eligibility:
            yield from rule.columns()


_REQUIRED = ("template", "language", "sheet", "key", "columns", "output", "on")
_TEXTS = ("template", "language", "key", "output", "on", "name", "previous", "root", "library")
_SHAPES: Mapping[str, type] = {
    **dict.fromkeys(_TEXTS, str),
    "sheet": dict,
    "columns": dict,
    "values": dict,
    "tables": dict,
    "eligibility": list,
}


def read_campaign(path: Path) -> Campaign:
    """The campaign in the file at ``path``. Raises BatchError with every mistake at once."""
    text, _ = decode(read_bytes(path), path.name)
    source = read_yaml(text, path.name)
    data = source.data if isinstance(source.data, dict) else {}
    problems = [*source.problems]
    if not problems:
        problems = [source.problem(at, message) for at, message in _mistakes(data)]
    if problems:
        lines = "".join(f"\n  {problem}" for problem in sorted(problems))
        count = "1 mistake" if len(problems) == 1 else f"{len(problems)} mistakes"
        raise BatchError(f"{count} in the campaign:{lines}")
    return _campaign(path, data, source)


def _campaign(path: Path, data: dict[str, object], source: Source) -> Campaign:
    def text(key: str) -> str:
        return str(data.get(key) or "")

    sheet: Mapping[str, str] = data["sheet"]  # type: ignore[assignment]
    tables: Mapping[str, dict[str, object]] = data.get("tables") or {}  # type: ignore[assignment]
    rules: list[dict[str, object]] = data.get("eligibility") or []  # type: ignore[assignment]
    return Campaign(
        path=path,
        name=text("name") or path.stem,
        template=text("template"),
        language=text("language"),
        sheet_file=path.parent / sheet["file"],
        sheet=str(sheet.get("name") or ""),
        key=text("key"),
        columns=data["columns"],  # type: ignore[arg-type]
        values=data.get("values") or {},  # type: ignore[arg-type]
        output=text("output"),
        on=datetime.date.fromisoformat(text("on")),
        previous=text("previous"),
        root=text("root"),
        library=path.parent / text("library") if data.get("library") else None,
        tables={
            name: TableSheet(str(one["sheet"]), str(one["key"]), one["columns"])  # type: ignore[arg-type]
            for name, one in tables.items()
        },
        eligibility=tuple(Rule.of(rule) for rule in rules),
    )


def _mistakes(data: dict[str, object]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Each mistake with the place of its key."""
    for key in _REQUIRED:
        if not data.get(key):
            yield (), f"{key} is missing"
    for key, value in data.items():
        shape = _SHAPES.get(key)
        if shape is None:
            yield (key,), f"unknown key {key}; one of {', '.join(_SHAPES)}"
        elif value is not None and not isinstance(value, shape):
            yield (key,), f"{key} must be {_TOLD[shape]}"
    if (language := data.get("language")) and language not in LANGUAGES:
        yield ("language",), f"{language!r} is no language; one of {', '.join(LANGUAGES)}"
    if isinstance(on := data.get("on"), str):
        try:
            datetime.date.fromisoformat(on)
        except ValueError:
            yield ("on",), f"{on!r} is not a date such as 2026-12-31"
    if isinstance(output := data.get("output"), str) and not output.endswith(".docx"):
        yield ("output",), f"{output!r} does not end with .docx"
    sheet = data.get("sheet")
    if isinstance(sheet, dict) and (set(sheet) - {"file", "name"} or not sheet.get("file")):
        yield ("sheet",), "sheet holds file, and name for a sheet of a workbook"
    columns = data.get("columns")
    for variable, column in columns.items() if isinstance(columns, dict) else ():
        if not isinstance(column, str):
            yield ("columns", variable), "is the name of a column"
    yield from _nested(data)


_TOLD: Mapping[type, str] = {str: "a text", dict: "a mapping", list: "a list"}


def _nested(data: dict[str, object]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    tables = data.get("tables")
    for name, table in tables.items() if isinstance(tables, dict) else ():
        whole = isinstance(table, dict) and set(table) == {"sheet", "key", "columns"}
        if not whole or not isinstance(table["columns"], dict):
            yield ("tables", name), "a table has sheet, key, and columns (a mapping)"
    rules = data.get("eligibility")
    for number, rule in enumerate(rules if isinstance(rules, list) else ()):
        for message in Rule.mistakes(rule):
            yield ("eligibility", number), f"{message} (tests: {', '.join(TESTS)})"
