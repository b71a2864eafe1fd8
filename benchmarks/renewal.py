"""Prints how many renewals a second we issue beside docxtpl and docx-mailmerge2.

    python benchmarks/renewal.py [--peers VENV] [--seconds S]

The agreement has 30 clauses, 180 values that differ in every document and a table of 25 rows. Each
engine fills the same text from the same values and writes a file for each document, for S seconds
of one core, then in two processes. docx-mailmerge2 comes from an environment of its own
(``--peers``), made with

    python -m venv VENV && VENV/bin/pip install docx-mailmerge2
"""

from __future__ import annotations

import argparse
import datetime
import io
import json
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
from benchmarks.renewal_agreement import FEW, NAMES, context, library_at, templates_at, values  # noqa: E402

# ---- the engines: each makes, from a folder, a function from a document's number to its bytes


def ours(folder: Path, *, few: bool = False) -> Callable[[int], bytes]:
    """Our forms; with ``few`` most values are the same in all documents."""
    from contractkit.batch.render import Renderer

    library = library_at(folder / "library")
    varying = frozenset(
        {"provider", "agreement_number", *(NAMES[:FEW] if few else library.variables)}
    )
    renderer = Renderer(library, "small", "zh", datetime.date(2027, 1, 1), varying)
    fixed = {name: one for name, one in values(0).items() if name not in varying}

    def render(number: int) -> bytes:
        return renderer.render({**values(number), **fixed})

    render(0)
    return render


def ours_few(folder: Path) -> Callable[[int], bytes]:
    """Our forms where twelve values and the party differ, as in a campaign."""
    return ours(folder, few=True)


def docxtpl_plain(folder: Path) -> Callable[[int], bytes]:
    """docxtpl as it is shown in its documentation: open, render, save."""
    from docxtpl import DocxTemplate

    path = str(folder / "docxtpl.docx")

    def render(number: int) -> bytes:
        out = io.BytesIO()
        template = DocxTemplate(path)
        template.render(context(number))
        template.save(out)
        return out.getvalue()

    return render


ENGINES = {"contractkit": ours, "contractkit, 12 values": ours_few, "docxtpl": docxtpl_plain}
MAILMERGE = """
import json, sys, tempfile, time
from mailmerge import MailMerge
path, seconds, folder = sys.argv[1], float(sys.argv[2]), tempfile.mkdtemp(dir=sys.argv[3])
contexts = json.load(open(sys.argv[4], encoding="utf-8"))
def render(number):
    context = dict(contexts[number % len(contexts)])
    rows = context.pop("rows")
    with MailMerge(path) as document:
        document.merge(**context)
        document.merge_rows("service", rows)
        document.write(f"{folder}/{number}.docx")
render(0)
start, count = time.process_time(), 0
while time.process_time() - start < seconds:
    count += 1
    render(count)
print(count / (time.process_time() - start))
"""


def measure(engine: str, folder: str, seconds: float) -> float:
    """Documents a second of processor time, each written to a file."""
    render = ENGINES[engine](Path(folder))
    targets = Path(tempfile.mkdtemp(dir=folder))
    start, count = time.process_time(), 0
    while time.process_time() - start < seconds:
        count += 1
        (targets / f"{count}.docx").write_bytes(render(count))
    return count / (time.process_time() - start)


def engines(folder: Path, seconds: float, peers: Path | None) -> None:
    templates_at(folder)
    for name in ENGINES:
        data = ENGINES[name](folder)(1)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = archive.getinfo("word/document.xml").file_size
        print(f"{name:24} {len(data):>8,} bytes a file, {size:,} of XML in it")
    rates: dict[tuple[str, int], float] = {}
    for workers in (1, 2):
        for name in ENGINES:
            with ProcessPoolExecutor(workers, get_context("spawn")) as pool:
                runs = [pool.submit(measure, name, str(folder), seconds) for _ in range(workers)]
                rates[name, workers] = sum(run.result() for run in runs)
    contexts = folder / "contexts.json"
    contexts.write_text(json.dumps([context(n) for n in range(50)]), encoding="utf-8")
    if peers is not None:
        python = next(peers.glob("[bS]*/python*"))
        for workers in (1, 2):
            command = [
                python,
                "-c",
                MAILMERGE,
                folder / "merge.docx",
                str(seconds),
                folder,
                contexts,
            ]
            started = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(workers)]
            rates["docx-mailmerge2", workers] = sum(float(one.communicate()[0]) for one in started)
    else:
        print("docx-mailmerge2: left out (--peers)")
    base = rates["docxtpl", 1]
    print("documents a second of processor time, one worker and two; times docxtpl per core")
    for name in dict.fromkeys(name for name, _ in rates):
        one, two = rates[name, 1], rates[name, 2]
        print(f"{name:24} {one:9.1f} {two:9.1f}   {one / base:6.1f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])  # type: ignore[union-attr]
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--seconds", type=float, default=5)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        engines(Path(temporary), given.seconds, given.peers)


if __name__ == "__main__":
    main()
