"""The ledger of a campaign: what became of each row, in one SQLite file beside the campaign.

Written by one process alone, in WAL mode, so that it may be read while a run goes on. An entry is
written after its file stands: what is in the ledger is on the disk, whenever a run was stopped.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import astuple, fields
from itertools import islice
from pathlib import Path

from contractkit.batch.campaign import Campaign
from contractkit.batch.rows import digest_of
from contractkit.errors import BatchError
from contractkit.model.renewal import STATUSES, Entry, Status, Unissued

SUFFIX = ".ledger.sqlite"
LOCK = ".running"
TOGETHER = 500  # entries a transaction
_COLUMNS = tuple(field.name for field in fields(Entry))
_SCHEMA = f"""
CREATE TABLE IF NOT EXISTS entries ({", ".join(_COLUMNS)}, PRIMARY KEY (key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS by_name ON entries (name);
CREATE INDEX IF NOT EXISTS by_status ON entries (status);
CREATE TABLE IF NOT EXISTS pdfs (key TEXT PRIMARY KEY, size INTEGER) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (id INTEGER PRIMARY KEY, issued INTEGER, seconds REAL);
"""


class Ledger:
    """The entries of a campaign. Open one with ``open_ledger``; close it with ``close``.

    ``archived`` is a ledger whose folder cannot be written: SQLite itself would make files there.
    """

    def __init__(self, path: Path, *, archived: bool = False) -> None:
        self._path = path
        if archived:
            self._base = sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True)
            return
        self._base = sqlite3.connect(path)
        self._base.execute("PRAGMA journal_mode = WAL")
        self._base.execute("PRAGMA synchronous = NORMAL")
        self._base.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the file."""
        self._base.close()

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction. Raises BatchError when it cannot be written: the disk is full."""
        try:
            with self._base:
                yield
        except sqlite3.OperationalError as error:
            raise BatchError(
                f"the ledger cannot be written: {error}",
                where=str(self._path),
                hint="make room and run it again: it goes on, nothing is lost",
            ) from error

    def find(self, key: str) -> Entry | None:
        """The entry of that key."""
        row = self._base.execute(f"{_SELECT} WHERE key = ?", (key,)).fetchone()
        return Entry(*row) if row else None

    def entries(self, status: Status | None = None) -> Iterator[Entry]:
        """The entries in the order of their rows, all or those of one status."""
        where, given = ("WHERE status = ?", (status,)) if status else ("", ())
        for row in self._base.execute(f"{_SELECT} {where} ORDER BY row, key", given):
            yield Entry(*row)

    def record(self, entries: Sequence[Entry]) -> None:
        """Write ``entries`` in one transaction; one that stands already stays as it is.

        An older entry of a row that was changed since is marked as replaced.
        """
        with self._writing():
            self._base.executemany(_INSERT, [astuple(entry) for entry in entries])
            self._base.executemany(
                "UPDATE entries SET status = 'replaced' "
                "WHERE name = ? AND key <> ? AND status IN ('done', 'failed')",
                [(entry.name, entry.key) for entry in entries if entry.status != "invalid"],
            )

    def begin(self, told: Iterable[Entry]) -> int:
        """Start a run: its number. ``told`` are the invalid and refused rows of the plan."""
        with self._writing():
            self._base.execute("DELETE FROM entries WHERE status IN ('invalid', 'refused')")
            number = self._base.execute(
                "INSERT INTO runs (issued, seconds) VALUES (0, 0)"
            ).lastrowid
        entries = iter(told)
        while batch := list(islice(entries, TOGETHER)):
            self.record(batch)
        return int(number or 0)

    def note(self, run: int, issued: int, seconds: float) -> None:
        """Write how far a run has come."""
        with self._writing():
            self._base.execute(
                "UPDATE runs SET issued = ?, seconds = ? WHERE id = ?", (issued, seconds, run)
            )

    def forget(self, status: Status) -> int:
        """Drop the entries of that status, so that their rows are tried again: how many."""
        with self._writing():
            return self._base.execute("DELETE FROM entries WHERE status = ?", (status,)).rowcount

    def drop(self, key: str) -> None:
        """Drop one entry, so that its row is issued again."""
        with self._writing():
            self._base.execute("DELETE FROM entries WHERE key = ?", (key,))

    def counts(self) -> dict[str, int]:
        """How many entries there are of each status."""
        found = dict(self._base.execute("SELECT status, count(*) FROM entries GROUP BY status"))
        return {status: found.get(status, 0) for status in STATUSES}

    def kinds(self) -> dict[str, int]:
        """How many rows failed, were invalid or refused, by the kind of the reason."""
        return dict(
            self._base.execute(
                "SELECT kind, count(*) FROM entries WHERE kind <> '' AND status <> 'replaced' "
                "GROUP BY kind ORDER BY count(*) DESC, kind"
            )
        )

    def printed(self) -> Iterator[tuple[Entry, int | None]]:
        """Each entry whose file stands, in the order of their rows, with the size of its PDF."""
        for *row, size in self._base.execute(_PRINTED):
            yield Entry(*row), size

    def note_pdfs(self, sizes: Iterable[tuple[str, int]]) -> None:
        """Write the sizes of PDFs by key."""
        with self._writing():
            self._base.executemany("INSERT OR REPLACE INTO pdfs VALUES (?, ?)", sizes)

    def rate(self) -> tuple[int, float]:
        """How many agreements all runs issued, and in how many seconds."""
        issued, seconds = self._base.execute(
            "SELECT sum(issued), sum(seconds) FROM runs"
        ).fetchone()
        return issued or 0, seconds or 0.0


_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM entries"  # noqa: S608 - the columns are ours
_PRINTED = (
    f"SELECT {', '.join(_COLUMNS)}, (SELECT size FROM pdfs WHERE pdfs.key = entries.key) "  # noqa: S608
    "FROM entries WHERE status = 'done' ORDER BY row, key"
)
_INSERT = (
    f"INSERT INTO entries VALUES ({', '.join('?' * len(_COLUMNS))}) ON CONFLICT (key) DO NOTHING"  # noqa: S608
)


def entry_of(one: Unissued) -> Entry:
    """The entry of a row that a plan does not issue."""
    key = digest_of([one.status, one.row, one.name])
    return Entry(key, one.name, one.row, one.status, kind=one.kind, reason=one.reason)


def open_ledger(campaign: Campaign, *, new: bool = False) -> Ledger:
    """The ledger of ``campaign``; with ``new`` it may be made. Raises BatchError."""
    path = campaign.beside(SUFFIX)
    if not new and not path.exists():
        raise BatchError(
            "the campaign was not run yet", where=str(campaign.path), hint="contractkit renew run"
        )
    try:
        return Ledger(path)
    except sqlite3.Error as error:
        if not new and not path.with_name(f"{path.name}-wal").exists():
            with suppress(sqlite3.Error):
                return Ledger(path, archived=True)
        raise BatchError(f"the ledger cannot be opened: {error}", where=str(path)) from error


class RunLock:
    """Holds a campaign for one run: the system frees it however the process ends.

    It is SQLite's own lock on a file of its own, the same on every system.
    """

    def __init__(self, campaign: Campaign) -> None:
        self._path = campaign.beside(LOCK)

    def __enter__(self) -> RunLock:
        """Take the lock. Raises BatchError when another run holds it, or the folder is closed."""
        try:
            self._base = sqlite3.connect(self._path, timeout=0, isolation_level=None)
            self._base.execute("PRAGMA journal_mode = DELETE")
            self._base.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise BatchError(
                    "another run of this campaign goes on",
                    where=str(self._path),
                    hint="wait for it, or stop it; contractkit renew status shows how far it is",
                ) from error
            raise BatchError(
                f"the campaign's folder cannot be written: {error}",
                where=str(self._path.parent.resolve()),
                hint="is it read-only, or the disk full?",
            ) from error
        return self

    def __exit__(self, *_: object) -> None:
        """Free it."""
        self._base.close()
