"""Where chunks run: worker processes of this machine, or a Dask cluster.

Both are a ``concurrent.futures.Executor`` that survives the death of a worker.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing.connection import wait
from typing import Any, Protocol, TypeVar

from contractkit.errors import BatchError

Result = TypeVar("Result")


MOST = 61 if os.name == "nt" else 1024
"""Worker processes of one pool: Windows waits for no more."""


class Pool(Protocol):
    """Where chunks run."""

    workers: int

    def submit(self, task: Callable[..., Result], *given: object) -> Future[Result]:
        """Run ``task`` on a worker."""

    def close(self) -> None:
        """Let the workers go."""


def died(error: BaseException) -> bool:
    """Whether ``error`` says that a worker died over the task, and not what the task said."""
    return isinstance(error, BrokenExecutor) or type(error).__name__ == "KilledWorker"


class Processes:
    """Worker processes of this machine, started anew after a death; the same on every system."""

    def __init__(self, workers: int) -> None:
        self.workers = min(workers, MOST)
        self._pool: ProcessPoolExecutor | None = None

    def submit(self, task: Callable[..., Result], *given: object) -> Future[Result]:
        """As ``Pool.submit``."""
        if self._pool is not None:
            try:
                return self._pool.submit(task, *given)
            except BrokenExecutor:
                self._pool.shutdown(wait=False)
        self._pool = ProcessPoolExecutor(
            self.workers, multiprocessing.get_context("spawn"), _start_worker
        )
        return self._pool.submit(task, *given)

    def close(self) -> None:
        """As ``Pool.close``."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def _start_worker() -> None:
    """Leave Ctrl-C to the parent, and go when it is gone: a killed run leaves nobody behind."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_follow, args=(parent.sentinel,), daemon=True).start()


def _follow(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


class Cluster:
    """The workers of a Dask scheduler at ``address`` (``tcp://host:port``)."""

    def __init__(self, address: str, *, patience: float = 10) -> None:
        try:
            import distributed
        except ImportError as error:
            raise BatchError(
                "a scheduler needs Dask", hint="pip install 'contractkit-agreements[cluster]'"
            ) from error
        try:
            client: Any = distributed.Client
            self._client = client(address, timeout=patience, set_as_default=False)
        except (OSError, ValueError, TimeoutError) as error:
            raise BatchError(
                f"the scheduler cannot be reached: {error}",
                where=address,
                hint="start one with: dask scheduler",
            ) from error
        self.workers = max(1, sum(self._client.nthreads().values()))
        self._executor = self._client.get_executor(pure=False)

    def submit(self, task: Callable[..., Result], *given: object) -> Future[Result]:
        """As ``Pool.submit``."""
        future: Future[Result] = self._executor.submit(task, *given)
        return future

    def close(self) -> None:
        """As ``Pool.close``."""
        self._executor.shutdown(wait=False)
        self._client.close()
