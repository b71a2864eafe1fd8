"""Jobs -> entries, by chunks on a pool: bounded in number, and no death of a worker loses a row.

When a worker dies, any chunk that was on the way may have killed it. Each is tried again alone, so
that a second death has one culprit: it is halved until the row that kills stands alone, and that
row is an error in the ledger.
"""

from __future__ import annotations

import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

from contractkit.batch.executors import Pool, died
from contractkit.errors import BatchError
from contractkit.model.renewal import Entry, Job

Chunk = tuple[Job, ...]

AHEAD = 2  # chunks a worker: one that runs and one that waits
HOPELESS = 3  # rows in a row that kill their worker: then it is not the rows


@dataclass(slots=True)
class Dispatcher:
    """Sends chunks and hands back entries; ``interrupted`` is set by a Ctrl-C.

    ``submit`` puts a chunk on the pool.
    """

    pool: Pool
    submit: Callable[[Chunk], Future[list[Entry]]]
    size: int
    interrupted: bool = False
    _flying: dict[Future[list[Entry]], Chunk] = field(default_factory=dict)
    _suspects: deque[tuple[Chunk, int]] = field(default_factory=deque)
    _killed: int = 0

    def entries(self, jobs: Iterator[Job]) -> Iterator[list[Entry]]:
        """The entries of each chunk as it comes back. Raises BatchError when no worker lives."""
        deaths = 0
        while True:
            if self._suspects and not self._flying and not self.interrupted:
                chunk, deaths = self._suspects.popleft()
                self._send(chunk)
                alone = True
            else:
                alone = False
                self._fill(jobs)
            if not self._flying:
                return
            for chunk, result in self._landed():
                if result is not None:
                    self._killed = 0
                    yield result
                elif not alone:
                    self._suspects.append((chunk, 0))
                elif len(chunk) > 1:
                    middle = len(chunk) // 2
                    self._suspects.extendleft([(chunk[middle:], 0), (chunk[:middle], 0)])
                elif deaths == 0:
                    self._suspects.appendleft((chunk, 1))
                else:
                    yield [self._convicted(chunk[0])]

    @contextmanager
    def stopping_at_ctrl_c(self) -> Iterator[None]:
        """The first Ctrl-C ends the run when the chunks on the way are back, a second at once."""

        def stop(*_: object) -> None:
            if self.interrupted:
                raise KeyboardInterrupt
            self.interrupted = True

        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = signal.signal(signal.SIGINT, stop)
        try:
            yield
        finally:
            signal.signal(signal.SIGINT, before)

    def _fill(self, jobs: Iterator[Job]) -> None:
        while not (self.interrupted or self._suspects):
            if len(self._flying) >= AHEAD * self.pool.workers:
                return
            chunk = tuple(islice(jobs, self.size))
            if not chunk:
                return
            self._send(chunk)

    def _send(self, chunk: Chunk) -> None:
        self._flying[self.submit(chunk)] = chunk

    def _landed(self) -> Iterator[tuple[Chunk, list[Entry] | None]]:
        """The chunks that came back: with their entries, or None when the worker died."""
        for future in wait(self._flying, return_when=FIRST_COMPLETED).done:
            chunk = self._flying.pop(future)
            try:
                yield chunk, future.result()
            except Exception as error:
                if not died(error):
                    raise
                yield chunk, None

    def _convicted(self, job: Job) -> Entry:
        self._killed += 1
        if self._killed >= HOPELESS:
            raise BatchError(
                f"the workers died over {self._killed} rows one after another",
                hint="is there memory enough? try --workers 1",
            )
        return Entry(
            job.key,
            job.name,
            job.row,
            "failed",
            job.output,
            kind="WorkerDied",
            reason="the worker process died over this row, three times",
        )
