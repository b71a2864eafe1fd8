"""Items -> outcomes, by chunks on a pool: bounded in number, and no death of a worker loses one.

When a worker dies, any chunk that was on the way may have killed it. Each is tried again alone, so
that a second death has one culprit: it is halved until the item that kills stands alone, and that
is its outcome: a row's error in the ledger, a file's own error.
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
from typing import Generic, TypeVar

from contractkit.batch.executors import Pool, died
from contractkit.errors import BatchError

AHEAD = 2  # chunks a worker: one that runs and one that waits
HOPELESS = 3  # items in a row that kill their worker: then it is not the items

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")


@dataclass(slots=True)
class Dispatcher(Generic[Item, Outcome]):
    """Sends chunks and hands back outcomes; ``interrupted`` is set by a Ctrl-C.

    ``submit`` puts a chunk on the pool; ``killed`` is what is said of an item that kills
    its worker.
    """

    pool: Pool
    submit: Callable[[tuple[Item, ...]], Future[list[Outcome]]]
    size: int
    killed: Callable[[Item], Outcome]
    interrupted: bool = False
    _flying: dict[Future[list[Outcome]], tuple[Item, ...]] = field(default_factory=dict)
    _suspects: deque[tuple[tuple[Item, ...], int]] = field(default_factory=deque)
    _deaths: int = 0

    def outcomes(self, items: Iterator[Item]) -> Iterator[list[Outcome]]:
        """The outcomes of each chunk as it comes back. Raises BatchError when no worker lives."""
        deaths = 0
        while True:
            if self._suspects and not self._flying and not self.interrupted:
                chunk, deaths = self._suspects.popleft()
                self._send(chunk)
                alone = True
            else:
                alone = False
                self._fill(items)
            if not self._flying:
                return
            for chunk, result in self._landed():
                if result is not None:
                    self._deaths = 0
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

    def _fill(self, items: Iterator[Item]) -> None:
        while not (self.interrupted or self._suspects):
            if len(self._flying) >= AHEAD * self.pool.workers:
                return
            chunk = tuple(islice(items, self.size))
            if not chunk:
                return
            self._send(chunk)

    def _send(self, chunk: tuple[Item, ...]) -> None:
        self._flying[self.submit(chunk)] = chunk

    def _landed(self) -> Iterator[tuple[tuple[Item, ...], list[Outcome] | None]]:
        """The chunks that came back: with their outcomes, or None when the worker died."""
        for future in wait(self._flying, return_when=FIRST_COMPLETED).done:
            chunk = self._flying.pop(future)
            try:
                yield chunk, future.result()
            except Exception as error:
                if not died(error):
                    raise
                yield chunk, None

    def _convicted(self, item: Item) -> Outcome:
        self._deaths += 1
        if self._deaths >= HOPELESS:
            raise BatchError(
                f"the workers died over {self._deaths} tasks one after another",
                hint="is there memory enough? try --workers 1",
            )
        return self.killed(item)
