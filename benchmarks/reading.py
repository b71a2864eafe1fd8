"""Print how long reading a .docx or .pdf of 20, 100 and 400 pages takes, and how much memory.

    python benchmarks/reading.py [FILE ...]

Each reading is a process of its own: seconds from the file's bytes to the clause tree (without the
start of Python, the imports and, for Chinese, the dictionary), and the peak of its memory with all
that. Beside it, in the same run, what python-docx's own walk over the paragraphs and cells takes,
which computes no numbers and builds no tree. The files are a contract of numbered clauses, items,
tables and headings of our own, printed as .pdf too where LibreOffice is installed; those of the
corpus of about 100 pages, where it stands.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
CORPUS = Path(os.environ.get("CONTRACTKIT_CORPUS", ROOT.parent / "shared" / "corpus"))
PAGES = (20, 100, 400)
CLAUSES_A_PAGE = 3
RUNS = 3


def main() -> int:
    if sys.argv[1:2] == ["--one"]:
        return _one(sys.argv[2], Path(sys.argv[3]))
    with tempfile.TemporaryDirectory() as scratch:
        files = [Path(name) for name in sys.argv[1:]] or _files(Path(scratch))
        print(f"{'file':28} {'KB':>6} | {'contractkit':>20} | {'python-docx walk':>20}")
        for path in files:
            ours = _measure("contractkit", path)
            theirs = _measure("python-docx", path) if path.suffix == ".docx" else "-"
            name = path.name if path.parent == Path(scratch) else path.parent.name
            size = path.stat().st_size // 1024
            print(f"{name:28} {size:6} | {ours:>20} | {theirs:>20}", flush=True)
    return 0


def _files(folder: Path) -> list[Path]:
    made = []
    for pages in PAGES:
        for language in ("en", "zh"):
            path = folder / f"{pages} pages, {language}.docx"
            path.write_bytes(contract(pages, language))
            made.append(path)
    large = sorted((CORPUS / "redline" / "large").glob("*/original.docx"))
    return [*made, *_printed(made, folder), *large]


def _printed(files: list[Path], folder: Path) -> list[Path]:
    """The files as .pdf, printed by LibreOffice; none where it is not installed."""
    program = shutil.which("soffice")
    if program is None:
        return []
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*convert, *map(str, files)], check=True, capture_output=True)
    return [path.with_suffix(".pdf") for path in files]


def contract(pages: int, language: str) -> bytes:
    """A contract of about so many pages, about 450 words or 900 characters a page."""
    from tests.builders import docx, ins, p, r, row, tbl
    from tests.ooxml.lists import abstract, lvl, num, style

    words = {
        "en": (
            "Obligations of the Provider",
            "The Provider shall submit each clean claim within ninety (90) days after the date of "
            "service, and the Plan shall pay it. ",
            "%1.",
        ),
        "zh": (
            "乙方的义务",
            "乙方应当在服务发生之日起三十日内提交结算申报材料，甲方应当按照本协议约定审核并拨付。",
            "第%1条",
        ),
    }
    heading, sentence, clause = words[language]
    numbering = [
        abstract(0, lvl(0, clause), lvl(1, "%1.%2"), lvl(2, "(%3)", "lowerLetter")),
        num(1, 0),
    ]
    styles = [style("H", '<w:numPr><w:numId w:val="1"/></w:numPr>', name="heading 1", run="<w:b/>")]
    blocks = []
    for number in range(pages * CLAUSES_A_PAGE):
        blocks += [
            p(heading, style="H"),
            p(r(sentence * 2), r(sentence, b=True), sentence, num=(1, 1)),
            p(sentence, ins(sentence) if number % 10 == 0 else sentence, num=(1, 2)),
            p(sentence, num=(1, 2)),
            p(sentence),
        ]
        if number % 5 == 0:
            blocks.append(tbl(*(row("A", sentence, "1,000.00") for _ in range(4))))
    return docx(*blocks, numbering=numbering, styles=styles)


def _measure(kind: str, path: Path) -> str:
    """The best of some runs: seconds, and megabytes at most."""
    best: tuple[float, int] | None = None
    for _ in range(RUNS):
        command = [sys.executable, __file__, "--one", kind, str(path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        seconds, peak = done.stdout.split()
        best = min(best or (9e9, 0), (float(seconds), int(peak)))
    return f"{best[0]:.2f} s, {best[1]} MB" if best else ""


def _one(kind: str, path: Path) -> int:
    data = path.read_bytes()
    walk = _read if kind == "contractkit" else _walk
    seconds = walk(data)
    print(seconds, _peak() // 1024)
    return 0


def _peak() -> int:
    """The most memory, in kilobytes, that this process had; by Linux, or at least by getrusage."""
    status = Path("/proc/self/status")
    if status.exists() and (found := re.search(r"VmHWM:\s*(\d+) kB", status.read_text())):
        return int(found[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _read(data: bytes) -> float:
    from contractkit.readers import document, outline

    outline(document("第一条 甲方".encode(), "warm.txt"))
    started = time.perf_counter()
    outline(document(data, "a"))
    return time.perf_counter() - started


def _walk(data: bytes) -> float:
    import io

    import docx

    started = time.perf_counter()
    opened = docx.Document(io.BytesIO(data))
    length = sum(len(paragraph.text) for paragraph in opened.paragraphs)
    for table in opened.tables:
        for line in table.rows:
            length += sum(len(cell.text) for cell in line.cells)
    return time.perf_counter() - started if length else 0.0


if __name__ == "__main__":
    sys.exit(main())
