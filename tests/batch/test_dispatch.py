"""Chunks on a pool: every job comes back once, whatever dies; the row that kills stands alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contractkit.batch.dispatch import AHEAD, Dispatcher
from contractkit.batch.worker import killed
from contractkit.errors import BatchError
from contractkit.model.renewal import Entry, Job
from tests.batch.inline import Inline


def jobs(count: int) -> Iterator[Job]:
    return (Job(n, f"n{n}", f"k{n}", {}, f"{n}.docx") for n in range(count))


def done(chunk: tuple[Job, ...]) -> list[Entry]:
    return [Entry(job.key, job.name, job.row, "done") for job in chunk]


def dispatched(count: int, size: int, pool: Inline) -> list[Entry]:
    dispatcher = Dispatcher(pool, lambda chunk: pool.submit(done, chunk), size, killed)
    return [entry for entries in dispatcher.outcomes(jobs(count)) for entry in entries]


@given(
    count=st.integers(0, 60),
    size=st.integers(1, 25),
    poison=st.sets(st.integers(0, 59).map(lambda n: 2 * n), max_size=1),
)
def test_every_job_comes_back_once_and_only_the_poisoned_one_failed(
    count: int, size: int, poison: set[int]
) -> None:
    entries = dispatched(count, size, Inline(frozenset(f"n{n}" for n in poison)))
    assert sorted(entry.row for entry in entries) == list(range(count))
    failed = {entry.row for entry in entries if entry.status == "failed"}
    assert failed == {n for n in poison if n < count}


def test_a_chunk_that_kills_is_halved_and_the_single_row_has_a_second_chance() -> None:
    pool = Inline(frozenset({"n5"}))
    entries = dispatched(8, 8, pool)
    assert pool.sizes == [8, 8, 4, 4, 2, 1, 1, 1, 2]
    assert [entry.reason for entry in entries if entry.status == "failed"] == [
        "the worker process died over this row, three times"
    ]


def test_workers_that_die_over_every_row_end_the_run() -> None:
    pool = Inline(frozenset(f"n{n}" for n in range(50)))
    with pytest.raises(BatchError, match="one after another"):
        dispatched(50, 10, pool)


def test_no_more_chunks_are_on_the_way_than_the_workers_need() -> None:
    taken: list[int] = []
    pool = Inline(workers=2)

    def watched() -> Iterator[Job]:
        for job in jobs(1000):
            taken.append(job.row)
            yield job

    dispatcher = Dispatcher(pool, lambda chunk: pool.submit(done, chunk), 10, killed)
    next(dispatcher.outcomes(watched()))
    assert len(taken) <= (AHEAD * 2 + 1) * 10


def test_what_a_task_raises_is_raised() -> None:
    def broken(chunk: tuple[Job, ...]) -> list[Entry]:
        raise BatchError("the look is broken")

    pool = Inline()
    dispatcher = Dispatcher(pool, lambda chunk: pool.submit(broken, chunk), 5, killed)
    with pytest.raises(BatchError, match="look is broken"):
        list(dispatcher.outcomes(jobs(3)))
