"""Prints how a campaign of many rows fares whose worker and whose run are killed on the way.

    python benchmarks/renewal_killed.py [--rows N] [--folder DIR]

The campaign is that of examples/campaign.yaml with N physicians: the run is killed twice with
SIGKILL and one of its workers once, and goes on each time. DIR must be new; it is kept.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))


def sheet(path: Path, rows: int) -> None:
    from tools.campaign_sheet import COLUMNS, physician

    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(1, rows + 1):
            row = physician(number)
            row[4] = f"0870-{number:07}"
            writer.writerow("" if cell is None else cell for cell in row)


def start(campaign: Path) -> subprocess.Popen[bytes]:
    command = [
        sys.executable,
        str(ROOT / "cli.py"),
        "renew",
        "run",
        str(campaign),
        "--workers",
        "2",
    ]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def done(campaign: Path) -> int:
    path = campaign.with_suffix(".ledger.sqlite")
    if not path.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as base:
            return int(
                base.execute("SELECT count(*) FROM entries WHERE status = 'done'").fetchone()[0]
            )
    except sqlite3.OperationalError:
        return 0


def worker_of(process: subprocess.Popen[bytes]) -> int:
    """The process of a worker, when there is one: the youngest child, as the oldest keeps
    semaphores; 0 when the run ended before.
    """
    path = Path(f"/proc/{process.pid}/task/{process.pid}/children")
    while process.poll() is None:
        if len(children := path.read_text().split()) > 1:
            return int(children[-1])
        time.sleep(0.05)
    return 0


def killed_campaign(folder: Path, rows: int) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    campaign = folder / "campaign.yaml"
    text = (ROOT / "examples" / "campaign.yaml").read_text(encoding="utf-8")
    text = text.replace("file: campaign-physicians.xlsx, name: 医师", "file: physicians.csv")
    campaign.write_text(text.replace("issued/{执业机构}/", "issued/"), encoding="utf-8")
    sheet(folder / "physicians.csv", rows)
    began = time.monotonic()
    plan = [sys.executable, str(ROOT / "cli.py"), "renew", "plan", str(campaign)]
    subprocess.run(plan, check=False, stdout=subprocess.DEVNULL)
    planned = time.monotonic() - began
    wanted = json.loads(
        campaign.with_suffix(".plan.jsonl").read_text(encoding="utf-8").partition("\n")[0]
    )["issue"]
    print(f"plan     {rows:,} rows in {planned:.1f} s, {wanted:,} to issue")
    began = time.monotonic()
    process = start(campaign)
    for share, what in ((0.2, "run"), (0.4, "worker"), (0.6, "run")):
        while process.poll() is None and done(campaign) < share * wanted:
            time.sleep(0.2)
        if what == "run":
            process.kill()
            process.wait()
            process = start(campaign)
        elif worker := worker_of(process):
            os.kill(worker, signal.SIGKILL)
        print(f"killed   a {what} after {done(campaign):,}, {time.monotonic() - began:.1f} s")
    process.wait()
    total = time.monotonic() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    rate = wanted / total
    print(f"issued   {done(campaign):,} in {total:.1f} s with all stops, {rate:.0f} a second")
    print(f"memory   {peak:.0f} MiB at most in one process")
    verified(campaign, wanted)


def verified(campaign: Path, wanted: int) -> None:
    with closing(sqlite3.connect(campaign.with_suffix(".ledger.sqlite"))) as base:
        entries = list(base.execute("SELECT output, digest FROM entries WHERE status = 'done'"))
    right = sum(
        hashlib.sha256((campaign.parent / output).read_bytes()).hexdigest() == digest
        for output, digest in entries
    )
    files = sum(1 for path in (campaign.parent / "issued").rglob("*") if path.is_file())
    names = len({output for output, _ in entries})
    print(
        f"verified {right:,} digests of {len(entries):,} entries, {names:,} names, {files:,} files"
    )
    if not right == len(entries) == names == files == wanted:
        sys.exit("the campaign is not whole")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    folder = given.folder or Path(tempfile.mkdtemp())
    try:
        killed_campaign(folder, given.rows)
    finally:
        if given.folder is None:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
