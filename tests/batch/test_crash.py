"""Killed at any moment and run again: every row has one file with the right bytes."""

from __future__ import annotations

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from contractkit.batch.campaign import Campaign
from contractkit.batch.executors import Processes
from contractkit.batch.ledger import SUFFIX, open_ledger
from contractkit.batch.run import Progress, run
from contractkit.batch.store import PART
from tests.batch.small import issued, planned, rows, write_campaign
from tests.cli.run import ROOT

ROWS = 400
DEADLINE = 60.0


def start(campaign: Campaign) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [
            sys.executable,
            str(ROOT / "cli.py"),
            "renew",
            "run",
            str(campaign.path),
            "--workers",
            "1",
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def until(met: Callable[[], bool], process: subprocess.Popen[bytes]) -> bool:
    """Whether ``met`` came true before the process ended."""
    deadline = time.monotonic() + DEADLINE
    while time.monotonic() < deadline:
        if met():
            return True
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.02)
            return met()
    raise AssertionError("neither the state nor the end was reached")


def files(campaign: Campaign) -> int:
    folder = campaign.folder / "issued"
    found = folder.iterdir() if folder.exists() else ()
    return sum(not path.name.startswith(PART) for path in found)


def entries(campaign: Campaign) -> int:
    path = campaign.beside(SUFFIX)
    if not path.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as base:
            return int(base.execute("SELECT count(*) FROM entries").fetchone()[0])
    except sqlite3.OperationalError:  # just being made
        return 0


@pytest.fixture(scope="module")
def wanted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The files of a run that nothing stopped."""
    campaign = write_campaign(tmp_path_factory.mktemp("whole"), rows(ROWS))
    library, plan = planned(campaign)
    pool = Processes(1)
    try:
        assert run(campaign, library, plan, pool).issued == ROWS
    finally:
        pool.close()
    return issued(campaign.folder)


def test_a_run_killed_twice_issues_every_row_once(tmp_path: Path, wanted: dict[str, str]) -> None:
    campaign = write_campaign(tmp_path, rows(ROWS))
    planned(campaign)
    killed = 0
    for at, count in ((1, files), (200, files)):
        process = start(campaign)
        until(lambda at=at, count=count: count(campaign) >= at, process)  # type: ignore[misc]
        killed += process.poll() is None
        process.kill()
        process.wait()
        assert whole(tmp_path).items() <= wanted.items()
    assert killed == 2
    last = start(campaign)
    assert last.wait(timeout=DEADLINE) == 0
    assert issued(tmp_path) == wanted
    ledger = open_ledger(campaign)
    try:
        found = list(ledger.entries())
        assert sorted(entry.digest for entry in found) == sorted(wanted.values())
        assert {entry.status for entry in found} == {"done"}
    finally:
        ledger.close()


def whole(folder: Path) -> dict[str, str]:
    """The digests of the files but for those that a worker, outliving its run, still writes."""
    found = (folder / "issued").iterdir()
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in found
        if not path.name.startswith(PART)
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent to a group there")
def test_ctrl_c_keeps_what_stands_and_says_how_to_go_on(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(ROWS))
    planned(campaign)
    process = subprocess.Popen(
        [
            sys.executable,
            str(ROOT / "cli.py"),
            "renew",
            "run",
            str(campaign.path),
            "--workers",
            "1",
        ],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert until(lambda: files(campaign) >= 1, process)  # type: ignore[arg-type]
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=DEADLINE)
    assert process.returncode == 130
    assert "renew run" in err
    assert "Traceback" not in err
    assert entries(campaign) == files(campaign) < ROWS
    assert f"{entries(campaign)} issued" in out


def test_a_worker_that_is_killed_loses_no_row(tmp_path: Path, wanted: dict[str, str]) -> None:
    campaign = write_campaign(tmp_path, rows(ROWS))
    library, plan = planned(campaign)
    pool = Processes(1)
    victims: list[int] = []

    def kill_one(progress: Progress) -> None:
        if not victims and pool._pool is not None:
            victims.append(next(iter(pool._pool._processes)))
            os.kill(victims[0], getattr(signal, "SIGKILL", signal.SIGTERM))

    try:
        progress = run(campaign, library, plan, pool, told=kill_one)
    finally:
        pool.close()
    assert len(victims) == 1
    assert (progress.issued, progress.failed) == (ROWS, 0)
    assert issued(tmp_path) == wanted
