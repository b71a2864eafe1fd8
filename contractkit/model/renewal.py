"""A renewal campaign as data: what is to be issued, what is wrong, what became of each row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Status = Literal["done", "failed", "invalid", "refused", "replaced"]
"""What became of a row.

``done``: its file stands. ``failed``: it could not be made. ``invalid``: the plan found a mistake
in it. ``refused``: a rule of the campaign says that it is not renewed. ``replaced``: the row was
changed afterwards and issued again.
"""
STATUSES: tuple[Status, ...] = ("done", "failed", "invalid", "refused", "replaced")


@dataclass(frozen=True, slots=True)
class Job:
    """One agreement to be issued.

    ``row`` is its row in the sheet as a person counts (the heads are row 1), ``name`` the key that
    the sheet gives it, ``key`` the digest of all that its bytes depend on. ``values`` are what
    ``assemble`` takes; ``output`` and ``previous`` are paths below the campaign's folder.
    """

    row: int
    name: str
    key: str
    values: Mapping[str, object]
    output: str
    previous: str = ""


@dataclass(frozen=True, slots=True, order=True)
class RowProblem:
    """A mistake in the sheet: where it stands, and what is wrong. ``column`` may be ""."""

    row: int
    sheet: str
    column: str
    message: str
    name: str = ""

    def __str__(self) -> str:
        column = f", {self.column}" if self.column else ""
        return f"{self.sheet}, row {self.row}{column}: {self.message}"


@dataclass(frozen=True, slots=True)
class Unissued:
    """A row of a plan that is not issued, and why.

    ``kind`` is the id of the rule that refuses it, or ``invalid``; ``problems`` are the mistakes
    of a row that is invalid.
    """

    row: int
    name: str
    status: Literal["invalid", "refused"]
    kind: str
    reason: str
    problems: tuple[RowProblem, ...] = ()

    @staticmethod
    def invalid(problems: tuple[RowProblem, ...]) -> Unissued:
        """The row that has these mistakes, one or more."""
        reason = "; ".join(
            f"{one.column}: {one.message}" if one.column else one.message for one in problems
        )
        return Unissued(problems[0].row, problems[0].name, "invalid", "invalid", reason, problems)


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of a row: a line of the ledger.

    ``digest`` and ``size`` are those of the file, ``extra`` and ``extra_digest``
    are the path and the digest of its redline; ``kind`` names the family of what went wrong and
    ``reason`` says it.
    """

    key: str
    name: str
    row: int
    status: Status
    output: str = ""
    digest: str = ""
    size: int = 0
    seconds: float = 0.0
    kind: str = ""
    reason: str = ""
    extra: str = ""
    extra_digest: str = ""
