"""Run a campaign: issue what the plan says and the ledger does not have, each row once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from contractkit.batch.campaign import Campaign
from contractkit.batch.dispatch import Dispatcher
from contractkit.batch.executors import Pool
from contractkit.batch.ledger import TOGETHER, Ledger, RunLock, entry_of, open_ledger
from contractkit.batch.plan import Plan, require_current
from contractkit.batch.rows import digest_of
from contractkit.batch.source import Source
from contractkit.batch.store import Store, open_store
from contractkit.batch.worker import STOP, Spec, issue, killed
from contractkit.errors import BatchError
from contractkit.model.renewal import Entry, Job
from contractkit.model.standard import Library

WAIT = 1.0  # seconds: a transaction that is smaller does not wait longer
CHUNK = 200  # rows a task, fewer when there are few rows


@dataclass(slots=True)
class Progress:
    """How far a run is: rows of the plan that stand, that this run issued, that failed."""

    total: int
    standing: int = 0
    issued: int = 0
    failed: int = 0
    interrupted: bool = False

    @property
    def left(self) -> int:
        """The rows that are still to come."""
        return self.total - self.standing - self.issued - self.failed


def run(
    campaign: Campaign,
    library: Library,
    plan: Plan,
    pool: Pool,
    *,
    author: str = "",
    told: Callable[[Progress], None] = lambda progress: None,
) -> Progress:
    """Issue every row of ``plan`` that the ledger does not have. Raises BatchError.

    ``author`` asks for redlines against last year's agreements, in that name. ``told`` hears of
    every chunk.
    """
    with RunLock(campaign):
        require_current(plan, campaign, library)
        store = open_store(campaign.store_root, campaign.owner)
        store.prepare()
        ledger = open_ledger(campaign, new=True)
        try:
            source = Source(campaign, library, plan.pin)
            spec = _spec(campaign, source, plan, author)
            number = ledger.begin(map(entry_of, plan.unissued))
            return _Run(campaign, plan, ledger, store, pool, spec, number, told).go(source)
        finally:
            ledger.close()


@dataclass(slots=True)
class _Run:
    campaign: Campaign
    plan: Plan
    ledger: Ledger
    store: Store
    pool: Pool
    spec: Spec
    number: int
    told: Callable[[Progress], None]

    def go(self, source: Source) -> Progress:
        progress = Progress(self.plan.issue)
        size = max(1, min(CHUNK, self.plan.issue // (4 * self.pool.workers)))
        dispatcher = Dispatcher(
            self.pool, lambda chunk: self.pool.submit(issue, self.spec, chunk), size, killed
        )
        buffer: list[Entry] = []
        start = committed = time.monotonic()

        def commit() -> None:
            self.ledger.record(buffer)
            self.ledger.note(self.number, progress.issued, time.monotonic() - start)
            buffer.clear()

        stop: Entry | None = None
        try:
            with dispatcher.stopping_at_ctrl_c():
                for entries in dispatcher.outcomes(self._jobs(source, progress)):
                    whole = [entry for entry in entries if entry.kind != STOP]
                    if len(whole) < len(entries):  # what is on the way still comes back
                        stop, dispatcher.interrupted = entries[-1], True
                    buffer += whole
                    done = sum(entry.status == "done" for entry in whole)
                    progress.issued += done
                    progress.failed += len(whole) - done
                    if len(buffer) >= TOGETHER or time.monotonic() - committed > WAIT:
                        commit()
                        committed = time.monotonic()
                    self.told(progress)
        finally:
            commit()
        self.store.clear()  # of a worker that died
        if stop is not None:
            hint = f"{progress.issued} were issued; make room and run it again: it goes on"
            raise BatchError(stop.reason, hint=hint)
        progress.interrupted = dispatcher.interrupted
        return progress

    def _jobs(self, source: Source, progress: Progress) -> Iterator[Job]:
        """The jobs that are still to be done, counting those that stand."""
        for job in source.jobs(self.plan.unissued):
            entry = self.ledger.find(self._key(job))
            if entry is None:
                yield replace(job, key=self._key(job))
            elif entry.status == "failed":
                progress.failed += 1
            elif self._stands(entry):
                progress.standing += 1
            else:  # the file was lost or cut short
                self.ledger.drop(entry.key)
                yield replace(job, key=self._key(job))

    def _stands(self, entry: Entry) -> bool:
        """Whether the file of an entry is there, and its redline."""
        if self.store.size(entry.output) != entry.size:
            return False
        return not entry.extra or self.store.size(entry.extra) is not None

    def _key(self, job: Job) -> str:
        """The key of a job: with a redline it is another task than without."""
        return digest_of([job.key, "redline"]) if self.spec.author else job.key


def _spec(campaign: Campaign, source: Source, plan: Plan, author: str) -> Spec:
    if author and not campaign.previous:
        raise BatchError(
            "the campaign does not say where last year's agreements are",
            where=campaign.path.name,
            hint='previous: "2026/{column}.docx"',
        )
    if author and source.changes:
        raise BatchError(
            "a renewal agreement amends last year's: a redline against it would strike all of it",
            where=campaign.path.name,
            hint="its table of changes tells what differs; a campaign that issues last year's "
            "template anew has redlines",
        )
    renderer = source.renderer
    root, folder = campaign.store_root, str(campaign.folder.resolve())
    return Spec(
        digest_of([plan.pin, plan.campaign, renderer.library.digest, root, author]),
        renderer.library,
        renderer.template,
        renderer.language,
        renderer.on,
        renderer.varying,
        root,
        folder,
        campaign.owner,
        source.changes,
        author,
    )
