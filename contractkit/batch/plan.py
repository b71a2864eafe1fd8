"""The plan of a campaign: every row checked, clause versions and the sheet pinned; nothing issued.

A plan is the lock of a campaign: ``run`` refuses when the campaign file, the sheet or a clause is
no longer what the plan was made from.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections import ChainMap
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from contractkit.batch.campaign import Campaign
from contractkit.batch.changes import Changes, computed_table
from contractkit.batch.eligibility import Unreadable, refusals
from contractkit.batch.floors import Floors
from contractkit.batch.names import folded
from contractkit.batch.pin import pin, pinned
from contractkit.batch.render import Renderer
from contractkit.batch.rows import Reader, digest_of, open_rows, read_tables, unknown_variables
from contractkit.batch.store import open_store
from contractkit.errors import AssemblyError, BatchError
from contractkit.files import read_bytes
from contractkit.model.renewal import Job, RowProblem
from contractkit.model.standard import Library

SUFFIX = ".plan.json"
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Refusal:
    """A row that a rule refuses: the rule's id and its reason, in the campaign's language."""

    row: int
    name: str
    rule: str
    reason: str


@dataclass(slots=True)
class Plan:
    """What ``run`` may do, and what it was made from; ``jobs`` are the first few, to look at."""

    campaign: str
    sheet: str
    sheet_digest: str
    encoding: str
    library: str
    pin: str
    clauses: dict[str, str]
    rows: int = 0
    issue: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    jobs: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def invalid(self) -> dict[int, list[RowProblem]]:
        """The mistakes by row."""
        found: dict[int, list[RowProblem]] = {}
        for problem in self.problems:
            found.setdefault(problem.row, []).append(problem)
        return found

    def json(self) -> str:
        """The plan as JSON, the same bytes for the same plan."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"


Outcome = Job | Refusal | list[RowProblem]


def make_plan(campaign: Campaign, library: Library) -> Plan:
    """The plan of ``campaign``. Raises BatchError for what is wrong with it as a whole."""
    if wrong := list(unknown_variables(campaign, library)):
        raise BatchError("".join(f"\n  {one}" for one in wrong), where=campaign.path.name)
    plan = _pinned(campaign, library)
    source = Source(campaign, library, plan.pin)
    with closing(sqlite3.connect("")) as seen:  # a private file, so that memory stays flat
        seen.execute("CREATE TABLE names (kind, text, row INTEGER, PRIMARY KEY (kind, text))")
        for outcome in source.outcomes(plan):
            _count(plan, outcome, source, seen)
    plan.problems.sort()
    return plan


def read_plan(campaign: Campaign) -> Plan:
    """The plan that stands beside the campaign. Raises BatchError when there is none."""
    path = campaign.beside(SUFFIX)
    if not path.exists():
        raise BatchError(
            "the campaign has no plan", where=str(campaign.path), hint="contractkit renew plan"
        )
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        data["problems"] = [RowProblem(**one) for one in data["problems"]]
        data["refused"] = [Refusal(**one) for one in data["refused"]]
        return Plan(**data)
    except (ValueError, TypeError, KeyError) as error:
        raise BatchError(
            "the plan is damaged", where=str(path), hint="contractkit renew plan makes it anew"
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


@dataclass(slots=True)
class Source:
    """The rows of a campaign, each as what is to become of it."""

    campaign: Campaign
    library: Library
    pin: str
    renderer: Renderer = field(init=False)
    name: str = ""
    encoding: str = ""
    floors: Floors = field(init=False)
    _table: str = field(init=False)
    _changes: Changes = field(init=False)

    def __post_init__(self) -> None:
        campaign = self.campaign
        self._table = computed_table(campaign, self.library)
        last_year = open_store(str(campaign.folder.resolve()))
        self._changes = Changes(self.library, campaign.template, campaign.language, last_year)
        small = pinned(self.library, campaign.template, campaign.language, campaign.on)
        varying = {path.partition(".")[0] for path in campaign.columns} | set(campaign.tables)
        varying |= {self._table} - {""}
        self.renderer = Renderer(
            small, campaign.template, campaign.language, campaign.on, frozenset(varying)
        )
        self.floors = Floors(self.renderer, self.library)

    def outcomes(self, plan: Plan) -> Iterator[Outcome]:
        """Each row in order: a job, a refusal, or its mistakes as far as one row shows them."""
        campaign = self.campaign
        reader = self._reader(plan)
        defaults = {name: one.default for name, one in self.library.variables.items()}
        fixed = {
            **{name: one for name, one in defaults.items() if one is not None},
            **campaign.values,
        }
        with open_rows(campaign) as (self.name, self.encoding, rows):
            for row, cells in rows:
                name = str(cells.get(campaign.key, "")).strip()
                own: dict[str, object] = {
                    path: cells[column]
                    for path, column in campaign.columns.items()
                    if cells.get(column, "") != ""
                }
                try:
                    refused = refusals(campaign.eligibility, cells, ChainMap(own, fixed))
                except Unreadable as error:
                    yield [RowProblem(row, self.name, "", str(error), name)]
                    continue
                if refused:
                    ids, reasons = zip(*refused, strict=True)
                    yield Refusal(row, name, ids[0], "; ".join(reasons))
                    continue
                job, problems = reader.job(row, cells, self.name)
                yield problems if job is None else self._changed(job)

    def jobs(self, plan: Plan) -> Iterator[Job]:
        """The jobs of a plan that is current: its rows are not checked again."""
        reader = self._reader(plan)
        without = {one.row for one in plan.problems} | {one.row for one in plan.refused}
        with open_rows(self.campaign) as (_, _, rows):
            for row, cells in rows:
                if row not in without:
                    job = reader.planned(row, cells)
                    changed = self._changed(job)
                    # Last year's file is gone since the plan: the row fails, and says what lacks.
                    yield changed if isinstance(changed, Job) else job

    def _changed(self, job: Job) -> Job | list[RowProblem]:
        """The job with its table of changes, where that is to be computed."""
        if not self._table:
            return job
        try:
            rows = self._changes.rows(job.previous, job.values)
        except BatchError as error:
            return [RowProblem(job.row, self.name, "", str(error), job.name)]
        values = {**job.values, self._table: rows}
        return replace(job, key=digest_of([job.key, rows]), values=values)

    def _reader(self, plan: Plan) -> Reader:
        pin = digest_of([plan.pin, self.campaign.values])
        return Reader(self.campaign, self.library, pin, read_tables(self.campaign))

    def check(self, job: Job) -> list[RowProblem]:
        """What is wrong with the values of ``job`` together: missing ones, breaches of law."""
        try:
            self.renderer.check(job.values)
        except AssemblyError as error:
            lines = error.message.split("\n")
            told = [line.strip() for line in lines[1:]] or lines
        else:
            told = list(self.floors.check(job.values))
        return [RowProblem(job.row, self.name, "", line, job.name) for line in told]


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


def _count(plan: Plan, outcome: Outcome, source: Source, seen: sqlite3.Connection) -> None:
    plan.rows += 1
    plan.encoding = source.encoding
    if isinstance(outcome, Refusal):
        plan.refused.append(outcome)
        return
    if isinstance(outcome, Job):
        clashes = list(_clashes(outcome, source.name, seen))
        problems = [*clashes, *source.check(outcome)]
        twins = {problem.row for problem in clashes} - {outcome.row}
        plan.issue -= len(twins - {problem.row for problem in plan.problems})
    else:
        problems = outcome
    plan.problems += problems
    if not problems and isinstance(outcome, Job):
        plan.issue += 1
        if len(plan.jobs) < SHOWN:
            plan.jobs.append((outcome.row, outcome.name, outcome.output))


def _clashes(job: Job, sheet: str, seen: sqlite3.Connection) -> Iterator[RowProblem]:
    """A problem for this row and for the one before it that has the same key or file."""
    told: Mapping[str, tuple[str, str]] = {
        "key": (job.name, f"the key {job.name} stands in row {{}} too"),
        "file": (folded(job.output), f"{job.output} would be the file of row {{}} too"),
    }
    for kind, (text, message) in told.items():
        found = seen.execute(
            "SELECT row FROM names WHERE kind = ? AND text = ?", (kind, text)
        ).fetchone()
        if found is None:
            seen.execute("INSERT INTO names VALUES (?, ?, ?)", (kind, text, job.row))
            continue
        yield RowProblem(job.row, sheet, "", message.format(found[0]), job.name)
        yield RowProblem(found[0], sheet, "", message.format(job.row), job.name)
        return
