"""What a plan finds of the rows of a sheet, in a private file of SQLite: memory stays flat."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby

from contractkit.model.renewal import RowProblem, Unissued

_SCHEMA = """
CREATE TABLE taken (what TEXT, row INTEGER, PRIMARY KEY (what)) WITHOUT ROWID;
CREATE TABLE found (row INTEGER, kind TEXT, name TEXT, sheet TEXT, col TEXT, message TEXT);
CREATE INDEX by_row ON found (row);
"""


class Tally:
    """Notes mistakes and refusals by row, and which row took a key or a file's name first."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("")
        self._base.executescript(_SCHEMA)

    def take(self, what: str, row: int) -> int:
        """The row that took ``what`` before, or 0 when ``row`` is the first to take it."""
        found = self._base.execute("SELECT row FROM taken WHERE what = ?", (what,)).fetchone()
        if found is None:
            self._base.execute("INSERT INTO taken VALUES (?, ?)", (what, row))
        return int(found[0]) if found else 0

    def blame(self, problems: Iterable[RowProblem]) -> None:
        """Note mistakes."""
        self._base.executemany(
            "INSERT INTO found VALUES (?, '', ?, ?, ?, ?)",
            [(one.row, one.name, one.sheet, one.column, one.message) for one in problems],
        )

    def refuse(self, one: Unissued) -> None:
        """Note a row that a rule refuses."""
        self._base.execute(
            "INSERT INTO found VALUES (?, ?, ?, '', '', ?)",
            (one.row, one.kind, one.name, one.reason),
        )

    def blamed(self, row: int) -> bool:
        """Whether a mistake of that row was noted."""
        query = "SELECT 1 FROM found WHERE row = ?"
        return self._base.execute(query, (row,)).fetchone() is not None

    def __iter__(self) -> Iterator[Unissued]:
        """The rows that are not issued, in order."""
        found = self._base.execute("SELECT * FROM found ORDER BY row, kind, sheet, col, message")
        for row, group in groupby(found, lambda one: one[0]):
            lines = list(group)
            _, kind, name, _, _, message = lines[0]
            if kind:
                yield Unissued(row, name, "refused", kind, message)
            else:
                yield Unissued.invalid(
                    tuple(RowProblem(row, one[3], one[4], one[5], name) for one in lines)
                )
