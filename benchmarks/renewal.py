"""Prints how many renewals a second we issue beside docxtpl and docx-mailmerge2, and a campaign
of many rows whose worker and whose run are killed on the way.

    python benchmarks/renewal.py [--peers VENV] [--seconds S] [--rows N] [--folder DIR]

The agreement has 30 clauses, 180 values that differ in every document and a table of 25 rows. Each
engine fills the same text from the same values and writes a file each, for S seconds of one core,
then in two processes. docx-mailmerge2 comes from an environment of its own (``--peers``), made with

    python -m venv VENV && VENV/bin/pip install docx-mailmerge2

The campaign is that of examples/campaign.yaml with N physicians: it is killed twice with SIGKILL
and one of its workers once, and goes on each time.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import hashlib
import io
import json
import os
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
CLAUSES, PER_CLAUSE, ROWS = 30, 6, 25
NAMES = [f"v{n:03}" for n in range(CLAUSES * PER_CLAUSE)]
FEW = 12  # values that differ in a campaign as they are, such as that of the example
PLACE = re.compile(r"\{\{ (?:r\.)?(\w+) \}\}")
SENTENCES = (
    "乙方应当按照甲方公布的标准提供服务，本项约定为{%s}，自收到书面通知之日起执行；",
    "双方对前项约定有不同意见的，应当在{%s}内书面提出，逾期未提出的视为认可；",
    "因政策调整需要变更的，以{%s}为准，并由双方另行签订补充协议予以明确。",
)


OUTLINE = """\
name: small
look: look.docx
title: 服务协议
parties: {{payer: 甲方, provider: 乙方}}
preamble: "{{payer.name}}与{{provider.name}}订立本协议。"
sections:
  - heading: 约定
    clauses: [{}]
attachments:
  - heading: 价格
    clauses: [payment/schedule]
closing: （以下无正文）
"""


def library_at(root: Path) -> Any:
    """A library of one template with the clauses, values and table that are measured."""
    from contractkit.library import load_library
    from tests.library.small import VARIABLES, clause_yaml, write_small

    label = "{zh: 值, en: value}"
    extra = "".join(f"{name}: {{type: text, label: {label}}}\n" for name in NAMES)
    files: dict[str, str | bytes | None] = {"clause_library/variables.yaml": VARIABLES + extra}
    ids = []
    for number in range(CLAUSES):
        names = NAMES[number * PER_CLAUSE :][:PER_CLAUSE]
        text = "\n\n".join(SENTENCES[n % 3] % name for n, name in enumerate(names))
        ids.append(f"measured/c{number:02}")
        folder = f"clause_library/{ids[-1]}"
        files[f"{folder}/clause.yaml"] = clause_yaml(f"第{number}项约定", f"Clause {number}")
        files[f"{folder}/standard.zh.md"] = files[f"{folder}/standard.en.md"] = text + "\n"
    files["templates/zh/small.yaml"] = OUTLINE.format(", ".join(ids))
    return load_library(write_small(root, files))


def values(number: int) -> dict[str, object]:
    """The values of document ``number``: all of them its own."""
    return {
        "payer": {"name": "医保中心"},
        "provider": {"name": f"第{number}医院"},
        "agreement_number": f"N-{number:06}",
        "signing_place": "云岭市",
        "effective_date": "2027-01-01",
        "expiry_date": "2027-12-31",
        **{name: f"{number * 7 + at}个工作日" for at, name in enumerate(NAMES)},
        "fee_table": [
            {"service": f"项目{number % 97}-{n}", "fee_amount": f"{number * 17 % 9973 + n * 11}.50"} for n in range(ROWS)
        ],
    }


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
        template.render(_context(number))
        template.save(out)
        return out.getvalue()

    return render


def _context(number: int) -> dict[str, object]:
    given = values(number)
    return {
        **{name: given[name] for name in NAMES},
        "agreement_number": given["agreement_number"],
        "provider": given["provider"]["name"],  # type: ignore[index]
        "rows": given["fee_table"],
    }


ENGINES = {"contractkit": ours, "contractkit, 12 values": ours_few, "docxtpl": docxtpl_plain}
MAILMERGE = """
import io, json, sys, time
sys.path.insert(0, sys.argv[4])
from mailmerge import MailMerge
path, seconds, target = sys.argv[1], float(sys.argv[2]), sys.argv[3]
contexts = json.load(open(sys.argv[5], encoding="utf-8"))
def render(number):
    context = dict(contexts[number % len(contexts)])
    rows = context.pop("rows")
    with MailMerge(path) as document:
        document.merge(**context)
        document.merge_rows("service", rows)
        document.write(target)
render(0)
start, count = time.process_time(), 0
while time.process_time() - start < seconds:
    count += 1
    render(count)
print(count / (time.process_time() - start))
"""


def templates_at(folder: Path) -> None:
    """The same agreement as a template of docxtpl and of Word's mail merge."""
    from contractkit.assembly import assemble
    from contractkit.writers import write

    library = library_at(folder / "library")
    given = values(0) | {name: f"{{{{ {name} }}}}" for name in NAMES}
    given["agreement_number"] = "{{ agreement_number }}"
    given["provider"] = {"name": "{{ provider }}"}
    given["fee_table"] = [
        {"service": "{%tr for r in rows %}", "fee_amount": "0"},
        {"service": "{{ r.service }}", "fee_amount": "77"},
        {"service": "{%tr endfor %}", "fee_amount": "0"},
    ]
    agreement = assemble(library, "small", given, language="zh")
    data = write(agreement, ".docx", look=library.looks["zh", "look.docx"])
    (folder / "docxtpl.docx").write_bytes(
        _changed(data, lambda xml: xml.replace("77.00", "{{ r.fee_amount }}"))
    )
    (folder / "merge.docx").write_bytes(_changed(data, _merge_fields))


def _merge_fields(xml: str) -> str:
    xml = xml.replace("77.00", "{{ r.fee_amount }}")
    xml = re.sub(r"<w:tr>(?:(?!</w:tr>).)*\{%tr (?:(?!</w:tr>).)*</w:tr>", "", xml)
    field = (
        '</w:t></w:r><w:fldSimple w:instr=" MERGEFIELD {0} "><w:r><w:t>«{0}»</w:t></w:r>'
        '</w:fldSimple><w:r><w:t xml:space="preserve">'
    )
    return PLACE.sub(lambda match: field.format(match[1]), xml)


def _changed(data: bytes, change: Callable[[str], str]) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            raw = old.read(name)
            new.writestr(
                name, change(raw.decode()).encode() if name == "word/document.xml" else raw
            )
    return out.getvalue()


def measure(engine: str, folder: str, seconds: float, worker: int = 0) -> float:
    """Documents a second of processor time, each written to a file."""
    render = ENGINES[engine](Path(folder))
    target = Path(folder) / f"out-{worker}.docx"
    target.write_bytes(render(0))
    start, count = time.process_time(), 0
    while time.process_time() - start < seconds:
        count += 1
        target.write_bytes(render(count))
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
                done = pool.map(measure, [name] * workers, [str(folder)] * workers,
                                [seconds] * workers, range(workers))  # fmt: skip
                rates[name, workers] = sum(done)
    contexts = folder / "contexts.json"
    contexts.write_text(json.dumps([_context(n) for n in range(50)]), encoding="utf-8")
    if peers is not None:
        python = next(peers.glob("[bS]*/python*"))
        for workers in (1, 2):
            runs = [
                subprocess.Popen(
                    [python, "-c", MAILMERGE, folder / "merge.docx", str(seconds),
                     folder / f"merged-{worker}.docx", "", contexts],
                    stdout=subprocess.PIPE,
                )
                for worker in range(workers)
            ]  # fmt: skip
            rates["docx-mailmerge2", workers] = sum(float(run.communicate()[0]) for run in runs)
    else:
        print("docx-mailmerge2: left out (--peers)")
    base = rates["docxtpl", 1]
    print("documents a second of processor time, one worker and two; times docxtpl per core")
    for name in dict.fromkeys(name for name, _ in rates):
        one, two = rates[name, 1], rates[name, 2]
        print(f"{name:24} {one:9.1f} {two:9.1f}   {one / base:6.1f}")


# ---- a campaign of many rows that is killed


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
    wanted = json.loads(campaign.with_suffix(".plan.json").read_text(encoding="utf-8"))["issue"]
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
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--rows", type=int, default=10_000)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        engines(Path(temporary), given.seconds, given.peers)
    if given.rows:
        folder = given.folder or Path(tempfile.mkdtemp())
        try:
            killed_campaign(folder, given.rows)
        finally:
            if given.folder is None:
                shutil.rmtree(folder)


if __name__ == "__main__":
    main()
