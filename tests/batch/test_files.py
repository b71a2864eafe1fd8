"""Many files on many processes: an outcome each, in order, whatever a file does to its process."""

from __future__ import annotations

import os
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Future
from pathlib import Path

import pytest

from contractkit.batch import files
from contractkit.errors import ContractKitError, ReadError

POISON = "c.txt"


def reader(poison: str) -> Callable[[Path], str]:
    """What reads a file: one ends the process, one has mistakes, the rest are named."""

    def read(path: Path) -> str:
        if path.name == poison:
            os._exit(9)
        if path.name == "e.txt":
            raise ReadError("the file is damaged", where=path.name)
        return path.stem

    return read


def greedy(_order: str) -> Callable[[Path], str]:
    def read(path: Path) -> str:
        raise MemoryError

    return read


class Dead:
    """A pool none of whose workers lives."""

    workers = 2

    def __init__(self) -> None:
        self.tried = 0

    def submit(self, task: Callable[..., object], *given: object) -> Future[object]:
        self.tried += 1
        future: Future[object] = Future()
        future.set_exception(BrokenExecutor("killed"))
        return future

    def close(self) -> None:
        return None


def said(found: list[str | ContractKitError]) -> list[str]:
    return [str(one) for one in found]


def test_a_file_that_kills_its_process_is_an_error_of_its_own_and_the_others_are_delivered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    found = said(list(files.outcomes([Path(f"{c}.txt") for c in "abcdef"], reader, POISON)))
    assert found[:2] + found[3:] == ["a", "b", "d", "e.txt: the file is damaged", "f"]
    assert found[2].startswith("c.txt: the process that read it died")


def test_where_no_process_lives_every_file_is_told_and_few_are_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pool = Dead()
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(files, "Processes", lambda _workers: pool)
    found = said(list(files.outcomes([Path(f"{n}.txt") for n in range(40)], reader, "")))
    assert [one.partition(":")[0] for one in found] == [f"{n}.txt" for n in range(40)]
    assert pool.tried < 20


def test_a_file_that_takes_all_memory_is_an_error_of_its_own() -> None:
    (error,) = files.outcomes([Path("a.txt")], greedy, "")
    assert isinstance(error, ReadError)
    assert str(error) == "a.txt: there is not memory enough to read it"
