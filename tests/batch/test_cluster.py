"""The same campaign on a Dask scheduler: the same files, though a worker is killed on the way."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from contractkit.batch.executors import Cluster, Processes
from contractkit.batch.run import Progress, run
from contractkit.errors import BatchError
from tests.batch.small import issued, planned, rows, write_campaign

distributed = pytest.importorskip("distributed")
ROWS = 160


@pytest.fixture(scope="module")
def scheduler() -> Iterator[Any]:
    """A scheduler with two worker processes."""
    with distributed.LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        dashboard_address=None,
        silence_logs=50,
    ) as cluster:
        yield cluster


def test_a_cluster_issues_what_processes_issue_though_a_worker_is_killed(
    scheduler: Any, tmp_path: Path
) -> None:
    sheet = rows(ROWS)
    here, there = (write_campaign(tmp_path / name, sheet) for name in ("here", "there"))
    library, plan = planned(here)
    pool = Processes(1)
    try:
        run(here, library, plan, pool)
    finally:
        pool.close()

    library, plan = planned(there)
    victims: list[int] = []

    def kill_one(progress: Progress) -> None:
        if not victims:
            worker = next(iter(scheduler.workers.values()))
            victims.append(worker.process.pid)
            os.kill(victims[0], getattr(signal, "SIGKILL", signal.SIGTERM))

    cluster = Cluster(scheduler.scheduler_address)
    try:
        progress = run(there, library, plan, cluster, told=kill_one)
    finally:
        cluster.close()
    assert len(victims) == 1
    assert (progress.issued, progress.failed) == (ROWS, 0)
    assert issued(there.folder) == issued(here.folder)


def test_a_scheduler_that_is_not_there_is_one_clear_line() -> None:
    with pytest.raises(BatchError, match="scheduler cannot be reached"):
        Cluster("tcp://127.0.0.1:9", patience=0.2)
