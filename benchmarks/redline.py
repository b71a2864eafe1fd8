"""Prints how the redline does beside its peers: exact both ways, clean, minimal, seconds.

    python benchmarks/redline.py [--peers VENV] [--pairs DIR] [--bench redline_bench.py]

Every engine is a process of its own, one after another on this machine, measured by the judge in
../shared/tools. The peers come from an environment of their own (``--peers`` or
CONTRACTKIT_PEERS), made once with

    python -m venv VENV && VENV/bin/pip install 'python-redlines[all]' jubarte-redlines

and are never a dependency: jubarte is AGPL. One that is not there is skipped, and that is said.
The last figures are of a pair of 400 pages, made by repeating one of a hundred.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from contractkit.ooxml.names import SECTPR, T, w
from contractkit.ooxml.package import open_package

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FOLDERS = ("feature", "versions", "wc", "large")
LARGE = ("large", "en_100p")
TIMES = 4
RUNS = 3
LIMIT = 180  # seconds for the long pair
SENTENCE = 40  # characters of a text that the repetition may make different

# Each peer: what tells that it is installed, and the program that is given to its Python.
PEERS: Mapping[str, tuple[str, str]] = {
    "docxodus": ("python_redlines_docxodus", "DocxodusEngine"),
    "wmlcomparer": ("python_redlines_ooxmlpowertools", "XmlPowerToolsEngine"),
    "jubarte": ("jubarte_redlines", ""),
}
PYTHON_REDLINES = """
import sys, warnings
from pathlib import Path
warnings.simplefilter("ignore")
from python_redlines.engines import {engine} as Engine
base, other, out = map(Path, sys.argv[1:4])
out.write_bytes(Engine().run_redline("A", base.read_bytes(), other.read_bytes())[0])
"""
JUBARTE = """
import sys
from pathlib import Path
from jubarte_redlines import _native
base, other, out = map(Path, sys.argv[1:4])
out.write_bytes(_native.compare_documents(base.read_bytes(), other.read_bytes(), "A"))
"""


def main() -> int:
    options = _options()
    with tempfile.TemporaryDirectory() as scratch:
        engines = _engines(options.peers, Path(scratch))
        rows = {name: _run(name, engines[name], options, Path(scratch)) for name in engines}
        _table(rows)
        base, other = (options.pairs.joinpath(*LARGE, f"{s}.docx") for s in ("original", "revised"))
        if base.exists():
            _long(engines, base, other, Path(scratch))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--pairs", type=Path, default=SHARED / "corpus" / "redline")
    parser.add_argument("--bench", type=Path, default=SHARED / "tools" / "redline_bench.py")
    parser.add_argument("--peers", default=os.environ.get("CONTRACTKIT_PEERS", ""), metavar="VENV")
    return parser.parse_args()


def _engines(peers: str, scratch: Path) -> dict[str, str]:
    """The command of each engine that is there."""
    found = {"contractkit": f"{sys.executable} {ROOT / 'cli.py'} redline --force"}
    python = Path(peers or "nowhere") / "bin" / "python"
    for name, (module, engine) in PEERS.items():
        arguments = [str(python), "-c", f"import {module}"]
        if not python.exists() or _fails(arguments):
            print(f"{name} is skipped: no {module} in {peers or 'CONTRACTKIT_PEERS, not set'}")
            continue
        program = scratch / f"{name}.py"
        program.write_text(PYTHON_REDLINES.format(engine=engine) if engine else JUBARTE)
        found[name] = f"{python} {program}"
    return found


def _fails(arguments: list[str]) -> bool:
    return subprocess.run(arguments, capture_output=True, check=False).returncode != 0


def _run(
    name: str, command: str, options: argparse.Namespace, scratch: Path
) -> list[dict[str, Any]]:
    """The judge's rows for all folders."""
    rows = []
    for folder in FOLDERS:
        pairs, result = options.pairs / folder, scratch / f"{name}-{folder}.jsonl"
        if not pairs.is_dir():
            continue
        arguments = ["--name", name, "--cmd", command, "--pairs", str(pairs), "--out", str(result)]
        subprocess.run(
            [sys.executable, str(options.bench), "run", *arguments],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        lines = result.read_text("utf-8").splitlines()
        rows += [{**json.loads(line), "folder": folder} for line in lines]
    return rows


def _table(rows: Mapping[str, list[dict[str, Any]]]) -> None:
    ours = {(r["folder"], r["pair"]): r["seconds"] for r in next(iter(rows.values()))}
    head = "pairs   ran  rej=  acc= both= clean  fmt= pfmt=   min50  marks/bound   s50  time/ours"
    print(f"{'engine':<13}{head}")
    for name, found in rows.items():
        ran = [row for row in found if row.get("ok")]
        counts = [
            len(found),
            len(ran),
            sum(row["reject"]["exact"] for row in ran),
            sum(row["accept"]["exact"] for row in ran),
            sum(row["reject"]["exact"] and row["accept"]["exact"] for row in ran),
            sum(not row["integrity"] for row in ran),
            sum(min(row[s]["fmt"] for s in ("reject", "accept")) > 0.999 for row in ran),
            sum(min(row[s]["pfmt"] for s in ("reject", "accept")) > 0.999 for row in ran),
        ]
        least = [row["minimality"] for row in ran if row.get("minimality")]
        marks = sum(row["marked"] + row["moved"] for row in ran)
        bound = sum(row["bound"] for row in ran)
        seconds = statistics.median(row["seconds"] for row in found)
        ratio = statistics.median(
            row["seconds"] / ours[row["folder"], row["pair"]] for row in found
        )
        print(
            f"{name:<13}" + "".join(f"{count:>5} " for count in counts),
            f"{statistics.median(least):>6.2f} {marks / max(bound, 1):>12.3f}",
            f"{seconds:>5.2f} {ratio:>10.1f}",
        )


def _long(engines: Mapping[str, str], base: Path, other: Path, scratch: Path) -> None:
    sides = [scratch / f"long-{name}" for name in (base.name, other.name)]
    for source, target in zip((base, other), sides, strict=True):
        target.write_bytes(_repeated(source.read_bytes()))
    print(f"\n{TIMES} times {base.parent.name}, the best of {RUNS}: seconds and peak memory")
    for name, command in engines.items():
        first = _measured(command, sides, scratch / "long.docx")
        if first[0] == float("inf"):
            print(f"{name:<13}fails, or takes more than {LIMIT} s", flush=True)
            continue
        again = (_measured(command, sides, scratch / "long.docx") for _ in range(RUNS - 1))
        seconds, memory = min([first, *again])
        print(f"{name:<13}{seconds:>8.2f} s {memory:>6} MB", flush=True)


def _measured(command: str, sides: list[Path], out: Path) -> tuple[float, int]:
    """Seconds and megabytes of one run, its own processes counted."""
    start = time.perf_counter()
    arguments = [*command.split(), *map(str, sides), str(out)]
    process = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    limit = threading.Timer(LIMIT, process.kill)
    limit.start()
    _, status, usage = os.wait4(process.pid, 0)
    limit.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start if process.returncode == 0 else float("inf")
    return seconds, usage.ru_maxrss // 1024


def _repeated(data: bytes) -> bytes:
    """The document several times over, each time a little different."""
    package = open_package(data)
    body = package.xml(package.main).find(w("body"))
    assert body is not None  # noqa: S101 - the judge has read it
    items = [child for child in body if child.tag != SECTPR]
    end = body.index(items[-1]) + 1
    for number in range(1, TIMES):
        for item in items:
            copy = deepcopy(item)
            for text in copy.iter(T):
                if text.text and len(text.text) > SENTENCE:
                    text.text = text.text.replace("the ", f"the {number} ", 1)
            body.insert(end, copy)
            end += 1
    return package.save()


if __name__ == "__main__":
    sys.exit(main())
