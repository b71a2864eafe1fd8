"""Many files -> one outcome each, in order: on all cores, and one that fails stops no other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, TypeVar

from contractkit.batch.dispatch import Dispatcher
from contractkit.batch.executors import Pool, Processes
from contractkit.errors import BatchError, ContractKitError, ReadError

FEW = 4  # files for which starting more processes costs more than it saves

Order = TypeVar("Order")
Result = TypeVar("Result")
Worker = Callable[[Path], Result]
Ready = Callable[[Order], Worker[Result]]
Numbered = tuple[int, Path]
_READY: dict[tuple[Any, Any], Worker[Any]] = {}


def outcomes(
    files: Sequence[Path], ready: Ready[Order, Result], order: Order
) -> Iterator[Result | ContractKitError]:
    """What came of each file, or the error that stopped it; one over which its process died too.

    ``ready(order)`` is called once in each process and returns what makes a result of a path; both
    must be picklable, ``order`` hashable. The machine's cores are used when there are more than a
    few files.
    """
    cores = os.cpu_count() or 1
    if len(files) < FEW or cores < 2:
        yield from (_one(ready, order, path) for path in files)
        return
    pool = Processes(min(cores, len(files)))
    try:
        yield from _on(pool, files, ready, order)
    finally:
        pool.close()


def _on(
    pool: Pool, files: Sequence[Path], ready: Ready[Order, Result], order: Order
) -> Iterator[Result | ContractKitError]:
    """The outcomes of the files on ``pool``, each as soon as those before it are there."""
    dispatcher: Dispatcher[Numbered, tuple[int, Result | ContractKitError]] = Dispatcher(
        pool, lambda chunk: pool.submit(_numbered, ready, order, chunk), 1, _killed
    )
    waiting: dict[int, Result | ContractKitError] = {}
    told = 0
    try:
        for found in dispatcher.outcomes(enumerate(files)):
            waiting.update(found)
            while told in waiting:
                yield waiting.pop(told)
                told += 1
    except BatchError as error:  # no worker lives any more
        for place in range(told, len(files)):
            left = ReadError(error.message, where=str(files[place]), hint="is there memory enough?")
            yield waiting.pop(place, left)


def _numbered(
    ready: Ready[Order, Result], order: Order, chunk: Sequence[Numbered]
) -> list[tuple[int, Result | ContractKitError]]:
    return [(place, _one(ready, order, path)) for place, path in chunk]


def _one(ready: Ready[Order, Result], order: Order, path: Path) -> Result | ContractKitError:
    if (ready, order) not in _READY:
        _READY[ready, order] = ready(order)
    try:
        result: Result = _READY[ready, order](path)
    except ContractKitError as error:
        return error
    except MemoryError:
        return ReadError("there is not memory enough to read it", where=str(path))
    return result


def _killed(item: Numbered) -> tuple[int, ContractKitError]:
    """What is said of a file over which each process died that read it."""
    place, path = item
    return place, ReadError(
        "the process that read it died, each time that it was tried",
        where=str(path),
        hint="is it very large, or damaged?",
    )
