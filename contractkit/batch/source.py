"""The rows of a campaign's sheet -> what is to become of each: a job, a refusal, or mistakes."""

from __future__ import annotations

import hashlib
from collections import ChainMap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from contractkit.batch.campaign import Campaign
from contractkit.batch.changes import Changes, computed_table
from contractkit.batch.eligibility import Unreadable, refusals
from contractkit.batch.floors import Floors
from contractkit.batch.pin import pinned
from contractkit.batch.render import Renderer
from contractkit.batch.rows import Cells, Reader, digest_of, name_of, open_rows, read_tables
from contractkit.batch.store import Store, open_store
from contractkit.compare.lawful import forbids
from contractkit.errors import AssemblyError, BatchError
from contractkit.model.renewal import Job, RowProblem, Unissued
from contractkit.model.standard import Library

Outcome = Job | Unissued


@dataclass(slots=True)
class Source:
    """The rows of a campaign; ``pin`` is the digest of the clauses that it is issued from.

    ``name`` and ``encoding`` are those of the sheet, once it was opened; ``changes`` computes
    tables of changes, where the campaign wants them.
    """

    campaign: Campaign
    library: Library
    pin: str
    name: str = ""
    encoding: str = ""
    renderer: Renderer = field(init=False)
    changes: Changes | None = field(init=False)
    _floors: Floors = field(init=False)
    _last_year: Store = field(init=False)
    _terms: dict[str, object] = field(init=False)

    def __post_init__(self) -> None:
        campaign, library = self.campaign, self.library
        template, language = campaign.template, campaign.language
        self._last_year = open_store(str(campaign.folder.resolve()))
        table = computed_table(campaign, library)
        self.changes = (
            Changes.of(library, template, language, table, self._last_year) if table else None
        )
        varying = {path.partition(".")[0] for path in campaign.columns} | set(campaign.tables)
        small = pinned(library, template, language, campaign.on)
        self.renderer = Renderer(
            small, template, language, campaign.on, frozenset(varying | {table} - {""})
        )
        self._floors = Floors(self.renderer, library)
        defaults = {name: one.default for name, one in library.variables.items()}
        defaults = {name: one for name, one in defaults.items() if one is not None}
        self._terms = {**defaults, **campaign.values}

    def outcomes(self) -> Iterator[Outcome]:
        """What is to become of each row in order, as far as the row alone shows."""
        reader = self._reader()
        with open_rows(self.campaign) as (self.name, self.encoding, rows):
            for row, cells in rows:
                yield self._refused(row, cells) or self._job(reader, row, cells)

    def jobs(self, unissued: Iterable[Unissued]) -> Iterator[Job]:
        """The jobs of a plan that is current: all rows but ``unissued``, which come in order.

        A job lacks its table of changes: that is computed where it is issued.
        """
        reader = self._reader()
        without = (one.row for one in unissued)
        skipped = next(without, None)
        with open_rows(self.campaign) as (_, _, rows):
            for row, cells in rows:
                if row == skipped:
                    skipped = next(without, None)
                    continue
                job = reader.planned(row, cells)
                if self.changes:
                    job = replace(job, key=digest_of([job.key, self._digest(job.previous)]))
                yield job

    def check(self, job: Job) -> tuple[list[RowProblem], list[RowProblem]]:
        """What is wrong with the values of ``job`` together: missing ones, and what breaks the law
        so that it is not issued; and what breaks it otherwise, for a person to know.
        """
        try:
            self.renderer.check(job.values)
        except AssemblyError as error:
            lines = error.message.split("\n")
            return self._told(job, [line.strip() for line in lines[1:]] or lines), []
        found = self._floors.check(job.values)
        told = self._told(job, map(str, found))
        return (told, []) if forbids(found) else ([], told)

    def _told(self, job: Job, lines: Iterable[str]) -> list[RowProblem]:
        return [RowProblem(job.row, self.name, "", line, job.name) for line in lines]

    def _refused(self, row: int, cells: Cells) -> Unissued | None:
        """The row as one that is not renewed, when a rule of the campaign says so."""
        campaign = self.campaign
        name = name_of(campaign, cells)
        own: dict[str, object] = {
            path: cells[column]
            for path, column in campaign.columns.items()
            if cells.get(column, "") != ""
        }
        try:
            refused = refusals(campaign.eligibility, cells, ChainMap(own, self._terms))
        except Unreadable as error:
            return Unissued.invalid((RowProblem(row, self.name, "", str(error), name),))
        if not refused:
            return None
        ids, reasons = zip(*refused, strict=True)
        return Unissued(row, name, "refused", ids[0], "; ".join(reasons))

    def _job(self, reader: Reader, row: int, cells: Cells) -> Outcome:
        job, problems = reader.job(row, cells, self.name)
        if job is None:
            return Unissued.invalid(tuple(problems))
        if not self.changes:
            return job
        try:
            return replace(job, values=self.changes.completed(job.values, job.previous))
        except BatchError as error:
            return Unissued.invalid((RowProblem(row, self.name, "", str(error), job.name),))

    def _digest(self, previous: str) -> str:
        """The digest of last year's agreement; of one that is gone the worker tells."""
        try:
            return hashlib.sha256(self._last_year.read(previous)).hexdigest()
        except OSError:
            return ""

    def _reader(self) -> Reader:
        campaign = self.campaign
        pin = digest_of([self.pin, campaign.values])
        tables, root = read_tables(campaign), campaign.store_root
        return Reader(campaign, self.library, pin, tables, root)
