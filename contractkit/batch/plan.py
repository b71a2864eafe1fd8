"""The plan of a campaign: every row checked, clause versions and the sheet pinned; nothing issued.

A plan is the lock of a campaign: ``run`` refuses when the campaign file, the sheet or a clause is
no longer what the plan was made from. As a file it is JSON Lines: the lock, then a line for each
row that is not issued; so that neither is ever held whole.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any

from contractkit.batch.campaign import Campaign
from contractkit.batch.names import folded
from contractkit.batch.pin import pin, pinned
from contractkit.batch.rows import unknown_variables
from contractkit.batch.source import Source
from contractkit.batch.tally import Tally
from contractkit.errors import BatchError
from contractkit.files import read_bytes
from contractkit.model.renewal import Job, RowProblem, Unissued
from contractkit.model.standard import Library

SUFFIX = ".plan.jsonl"
SHOWN = 20


@dataclass(slots=True)
class Plan:
    """What ``run`` may do, and what it was made from.

    ``issue``, ``refused`` and ``invalid`` count rows, ``problems`` the mistakes of those that are
    invalid, ``noted`` what else breaks a rule of law and is issued all the same; ``jobs`` and
    ``notes`` are the first few of either, to look at. ``unissued`` are the rows that are not
    issued, in order; they may be gone through as often as one likes.
    """

    campaign: str
    sheet: str
    sheet_digest: str
    encoding: str
    library: str
    pin: str
    clauses: dict[str, str]
    rows: int = 0
    issue: int = 0
    refused: int = 0
    invalid: int = 0
    problems: int = 0
    noted: int = 0
    jobs: list[tuple[int, str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unissued: Iterable[Unissued] = field(default=(), compare=False)

    def lines(self) -> Iterator[str]:
        """The plan as JSON Lines, the same for the same plan."""
        yield _line({name: getattr(self, name) for name in _LOCK})
        for one in self.unissued:
            yield _line(asdict(one))


_LOCK = tuple(one.name for one in fields(Plan) if one.name != "unissued")


def _line(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False) + "\n"


def make_plan(campaign: Campaign, library: Library) -> Plan:
    """The plan of ``campaign``. Raises BatchError for what is wrong with it as a whole."""
    if wrong := list(unknown_variables(campaign, library)):
        raise BatchError("".join(f"\n  {one}" for one in wrong), where=campaign.path.name)
    plan = _pinned(campaign, library)
    source = Source(campaign, library, plan.pin)
    plan.unissued = tally = Tally()
    for outcome in source.outcomes():
        plan.rows += 1
        if isinstance(outcome, Job):
            _consider(plan, outcome, source, tally)
        elif outcome.status == "refused":
            plan.refused += 1
            tally.refuse(outcome)
        else:
            _blame(plan, outcome.problems, tally)
    plan.encoding = source.encoding
    return plan


def _consider(plan: Plan, job: Job, source: Source, tally: Tally) -> None:
    """Count a job as one to be issued, or blame it and the row that it clashes with."""
    clashes = _clashes(job, source.name, tally)
    for one in clashes[1:]:
        plan.issue -= not tally.blamed(one.row)
        _blame(plan, (one,), tally)
    wrong, notes = source.check(job)
    if problems := (*clashes[:1], *wrong):
        _blame(plan, problems, tally)
        return
    plan.noted += len(notes)
    plan.notes += map(str, notes[: SHOWN - len(plan.notes)])
    plan.issue += 1
    if len(plan.jobs) < SHOWN:
        plan.jobs.append((job.row, job.name, job.output))


def _blame(plan: Plan, problems: tuple[RowProblem, ...], tally: Tally) -> None:
    plan.invalid += not tally.blamed(problems[0].row)
    plan.problems += len(problems)
    tally.blame(problems)


def _clashes(job: Job, sheet: str, tally: Tally) -> tuple[RowProblem, ...]:
    """A problem for this row and for the one before it that has the same key or file."""
    for what, message in (
        (f"key {job.name}", f"the key {job.name} stands in row {{}} too"),
        (f"file {folded(job.output)}", f"{job.output} would be the file of row {{}} too"),
    ):
        if before := tally.take(what, job.row):
            return tuple(
                RowProblem(row, sheet, "", message.format(other), job.name)
                for row, other in ((job.row, before), (before, job.row))
            )
    return ()


def read_plan(campaign: Campaign) -> Plan:
    """The plan that stands beside the campaign. Raises BatchError when there is none."""
    path = campaign.beside(SUFFIX)
    if not path.exists():
        raise BatchError(
            "the campaign has no plan", where=str(campaign.path), hint="contractkit renew plan"
        )
    lines = _Lines(path)
    with lines.read() as found:
        return Plan(**next(found, {}), unissued=lines)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The rows that a plan's file says are not issued, read one by one each time."""

    path: Path

    def __iter__(self) -> Iterator[Unissued]:
        with self.read() as lines:
            next(lines, None)
            for one in lines:
                problems = tuple(RowProblem(**problem) for problem in one.pop("problems"))
                yield Unissued(**one, problems=problems)

    @contextmanager
    def read(self) -> Iterator[Iterator[dict[str, Any]]]:
        """The lines of the file. Raises BatchError when it is damaged."""
        try:
            with self.path.open(encoding="utf-8") as file:
                yield map(json.loads, file)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise BatchError(
                "the plan is damaged",
                where=str(self.path),
                hint="contractkit renew plan makes it anew",
            ) from error


def require_current(plan: Plan, campaign: Campaign, library: Library) -> None:
    """Raises BatchError when something is no longer what ``plan`` was made from."""
    now = _pinned(campaign, library)
    again = "look at it, then run contractkit renew plan again"
    if now.campaign != plan.campaign:
        raise BatchError("the campaign file was changed after the plan", hint=again)
    if now.sheet_digest != plan.sheet_digest:
        raise BatchError(
            "the sheet was changed after the plan", where=campaign.sheet_file.name, hint=again
        )
    if now.pin != plan.pin:
        changed = sorted(
            f"{identity} {plan.clauses.get(identity, 'none')} → {now.clauses.get(identity, 'none')}"
            for identity in {*plan.clauses, *now.clauses}
            if plan.clauses.get(identity) != now.clauses.get(identity)
        )
        told = ", ".join(changed) or "a text, a variable or the look"
        raise BatchError(f"the clause library was changed after the plan: {told}", hint=again)


def _pinned(campaign: Campaign, library: Library) -> Plan:
    small = pinned(library, campaign.template, campaign.language, campaign.on)
    digest = pin(small, campaign.template, campaign.language, campaign.on)
    return Plan(
        campaign=hashlib.sha256(read_bytes(campaign.path)).hexdigest(),
        sheet=campaign.sheet_file.name,
        sheet_digest=file_digest(campaign.sheet_file),
        encoding="",
        library=library.digest,
        pin=digest,
        clauses={clause.id: clause.version for clause in small.clauses.values()},
    )


def file_digest(path: Path) -> str:
    """The SHA-256 of a file of any length. Raises BatchError."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise BatchError(
            f"the sheet cannot be opened: {error.strerror}",
            where=str(path),
            hint="is it there, and closed in Excel?",
        ) from error
