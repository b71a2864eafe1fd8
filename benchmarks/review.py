"""Prints what a review costs: ``python benchmarks/review.py [PAGES ...]``.

The hospital agreement is lengthened to 20, 100 and 400 pages of text by repeating its chapters with
other numbers in their sentences, one value in twenty changed, and held as a whole process against
the same text unchanged (``contractkit compare``) and against the library (``contractkit review``,
the template told by ``--against``, and found by itself). Time is processor time of the process, so
that another program's work does not count; memory is its peak. Modules are compiled beforehand, as
they are in an installed package, and the library is kept from the command before, as it is from the
second command on; ``review anew`` reads it from its files.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from contractkit.assembly import assemble
from contractkit.lang import language
from contractkit.library import default_root, load_library, read_values_file
from contractkit.model.agreement import Agreement

ROOT = Path(__file__).resolve().parents[1]
PAGES = (20, 100, 400)
PAGE = 700  # characters of a page of a Chinese contract


def main() -> None:
    """Write the texts, run the commands, print a line each."""
    pages = tuple(int(one) for one in sys.argv[1:]) or PAGES
    library = load_library(default_root())
    values = read_values_file(ROOT / "examples" / "hospital-service.yaml")
    made = assemble(library, "hospital-service", values, language="zh")
    print(f"{'pages':>6}{'clauses':>9}{'command':>18}{'cpu s':>8}{'MB':>6}  ms a page")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["CONTRACTKIT_CACHE"] = kept = str(Path(folder) / "cache")
        _run("review", str(ROOT / "examples" / "incoming-hospital.zh.txt"))
        for count in pages:
            base, other = (Path(folder) / f"{name}-{count}.txt" for name in ("base", "other"))
            clauses = _write(made, count, base, other)
            for name, *command in (
                ("compare", "compare", str(base)),
                ("review --against", "review", "--against", "hospital-service"),
                ("review", "review"),
                ("review anew", "review"),
            ):
                os.environ["CONTRACTKIT_CACHE"] = "" if name == "review anew" else kept
                seconds, memory = min(_run(*command, str(other)) for _ in range(3))
                line = f"{count:>6}{clauses:>9}{name:>18}{seconds:>8.2f}{memory:>6.0f}"
                print(f"{line}  {seconds * 1000 / count:.0f}")


def _write(made: Agreement, pages: int, base: Path, other: Path) -> int:
    """Two texts of that many pages, one value in twenty changed; how many clauses they have."""
    chance = random.Random(pages)  # noqa: S311 - no secret
    paragraphs = [
        (node.heading if not at else "", node.kind, block.text[node.start if not at else 0 :])
        for _, node in made.walk()
        for at, block in enumerate(node.blocks)
        if node.kind != "attachment" and node.kind != "chapter"
    ]
    number = language("zh").numbering.label
    lines: list[tuple[str, str]] = [("服务协议", "服务协议")]
    size = clause = turn = 0
    while size < pages * PAGE:
        heading, kind, text = paragraphs[turn % len(paragraphs)]
        text = f"{text.rstrip('。')}（第{turn}批）。" if turn >= len(paragraphs) else text
        turn += 1
        if kind == "clause" and heading:
            clause += 1
            label = number("clause", (clause,))
            lines.append((f"{label} {heading}",) * 2)
        changed = text.replace("应当", "可以", 1) if chance.random() < 0.05 else text
        if text.strip():
            lines.append((text, changed))
        size += len(text)
    base.write_text("\n".join(one for one, _ in lines), "utf-8")
    other.write_text("\n".join(two for _, two in lines), "utf-8")
    return clause


def _run(*arguments: str) -> tuple[float, float]:
    """Processor seconds and peak megabytes of a process of the command line."""
    program = (
        "import resource, sys\n"
        "from contractkit.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "used = resource.getrusage(resource.RUSAGE_SELF)\n"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss, file=sys.stderr)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, check=True
    )
    seconds, memory = ran.stderr.split()[-2:]
    return float(seconds), float(memory) / 1024


if __name__ == "__main__":
    main()
