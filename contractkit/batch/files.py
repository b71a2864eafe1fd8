"""Many files -> one outcome each, in order: on all cores, and one that fails stops no other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

from contractkit.batch.executors import MOST
from contractkit.errors import ContractKitError

FEW = 4  # files for which starting more processes costs more than it saves

Order = TypeVar("Order")
Result = TypeVar("Result")
Worker = Callable[[Path], Result]
_READY: dict[tuple[Any, Any], Worker[Any]] = {}


def outcomes(
    files: Sequence[Path],
    ready: Callable[[Order], Worker[Result]],
    order: Order,
    *,
    executor: Executor | None = None,
) -> Iterator[Result | ContractKitError]:
    """What came of each file, or the error that stopped it.

    ``ready(order)`` is called once in each process and returns what makes a result of a path; both
    must be picklable, ``order`` hashable. ``executor`` is any of concurrent.futures, a cluster's
    too; without one the machine's cores are used when there are more than a few files.
    """
    cores = os.cpu_count() or 1
    if executor is not None:
        yield from executor.map(_one, ((ready, order, path) for path in files))
    elif len(files) < FEW or cores < 2:
        yield from (_one((ready, order, path)) for path in files)
    else:
        workers = min(cores, len(files), MOST)
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            yield from pool.map(_one, ((ready, order, path) for path in files))


def _one(task: tuple[Callable[[Order], Worker[Result]], Order, Path]) -> Result | ContractKitError:
    ready, order, path = task
    if (ready, order) not in _READY:
        _READY[ready, order] = ready(order)
    try:
        result: Result = _READY[ready, order](path)
    except ContractKitError as error:
        return error
    return result
