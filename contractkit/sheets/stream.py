"""The rows of a large table one by one: a workbook, a CSV or a Parquet file.

As ``read_sheets``, but of one sheet and without holding its rows: a CSV or Parquet file of any
length takes no more memory than a short one. A workbook is held by calamine in its own form.
"""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from contractkit.errors import ReadError
from contractkit.files import MARKS
from contractkit.ooxml.package import ZIP_MAGIC, open_package
from contractkit.sheets.read import DELIMITERS, LIMITS, Cell, plain_cell, refuse_unreadable

PARQUET_MAGIC = b"PAR1"
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one sheet, to be gone through once, the heads first; each with its number.

    ``encoding`` is set when it was a guess (a CSV file).
    """

    name: str
    rows: Iterator[tuple[int, tuple[Cell, ...]]]
    encoding: str = ""


@contextmanager
def stream_rows(path: Path, sheet: str = "") -> Iterator[Rows]:
    """The rows of the ``sheet`` (the first when "") of the file at ``path``, blank ones left out.

    Raises ReadError, and UnsafeFile for an archive beyond the limits.
    """
    try:
        with path.open("rb") as file:
            start = file.read(4096)
    except OSError as error:
        raise ReadError(
            f"the sheet cannot be opened: {error.strerror}",
            where=str(path),
            hint="is it there, and closed in Excel?",
        ) from error
    if start.startswith(ZIP_MAGIC):
        yield _workbook(path, sheet)
    elif start.startswith(PARQUET_MAGIC):
        yield Rows(path.name, _numbered(_parquet(path)))
    elif b"\0" in start and not start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise ReadError(
            "this is neither a workbook (.xlsx) nor a CSV or Parquet file",
            where=path.name,
            hint="save it as .xlsx, without a password",
        )
    else:
        encoding, guess = _encoding(path)
        with path.open(encoding=encoding, newline="") as text:
            yield Rows(path.name, _numbered(_csv(text, path.name)), guess)


def _numbered(rows: Iterator[tuple[Cell, ...]]) -> Iterator[tuple[int, tuple[Cell, ...]]]:
    for number, row in enumerate(rows, 1):
        if any(cell not in ("", None) for cell in row):
            yield number, row


def _workbook(path: Path, sheet: str) -> Rows:
    from python_calamine import CalamineError, CalamineWorkbook

    package = open_package(path.read_bytes(), name=path.name, limits=LIMITS)
    refuse_unreadable(package.parts, path.name)
    del package  # calamine holds the sheet in a form of its own
    try:
        book = CalamineWorkbook.from_path(path)
        if sheet and sheet not in book.sheet_names:
            raise ReadError(
                f"there is no sheet {sheet!r}",
                where=path.name,
                hint=f"one of {', '.join(book.sheet_names)}",
            )
        name = sheet or book.sheet_names[0]
        found = book.get_sheet_by_name(name)
    except (CalamineError, ValueError) as error:
        raise ReadError(
            f"the workbook cannot be read: {error}",
            where=path.name,
            hint="open and save it in Excel",
        ) from error
    return Rows(
        name, _numbered(tuple(plain_cell(cell) for cell in row) for row in found.iter_rows())
    )


def _parquet(path: Path) -> Iterator[tuple[Cell, ...]]:
    try:
        import pyarrow
        import pyarrow.parquet as parquet
    except ImportError as error:
        raise ReadError(
            "Parquet needs pyarrow",
            where=path.name,
            hint="pip install 'contractkit-agreements[parquet]'",
        ) from error
    try:
        file = parquet.ParquetFile(path)
        yield tuple(file.schema_arrow.names)
        for batch in file.iter_batches(batch_size=2_000):
            columns = [column.to_pylist() for column in batch.columns]
            for row in zip(*columns, strict=True):
                yield tuple("" if cell is None else plain_cell(cell) for cell in row)
    except pyarrow.ArrowInvalid as error:
        raise ReadError(f"the Parquet file cannot be read: {error}", where=path.name) from error


def _encoding(path: Path) -> tuple[str, str]:
    """The encoding of a text file, and its name when that is a guess, without holding the file."""
    with path.open("rb") as file:
        start = file.read(4)
        for mark, encoding in MARKS:
            if start.startswith(mark):
                return encoding, ""
        for encoding, guess in (("utf-8", ""), ("gb18030", "GB18030 (GBK)")):
            file.seek(0)
            decoder = codecs.getincrementaldecoder(encoding)("strict")
            try:
                while block := file.read(_BLOCK):
                    decoder.decode(block)
                decoder.decode(b"", final=True)
            except UnicodeDecodeError:
                continue
            return encoding, guess
    raise ReadError("the text is neither UTF-8 nor GB18030", where=path.name, hint="save as UTF-8")


def _csv(text: Iterator[str], name: str) -> Iterator[tuple[Cell, ...]]:
    def lines(first: str) -> Iterator[str]:
        yield first
        yield from text

    try:
        first = next(text, "")
        delimiter = max(DELIMITERS, key=first.count)
        for row in csv.reader(lines(first), delimiter=delimiter):
            yield tuple(row)
    except (csv.Error, UnicodeError) as error:
        raise ReadError(f"the CSV file is damaged: {error}", where=name) from error
