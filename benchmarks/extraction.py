"""Prints how well and how fast values are found: ``python benchmarks/extraction.py``.

The labels are those of the corpus (CONTRACTKIT_CORPUS, or ../shared/corpus beside the repository).
The patterns were written with these labels in sight, so their figures say that nothing was lost
since, not how new text fares.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from contractkit.lang.base import KINDS, Value
from contractkit.lang.en.values import values as english
from contractkit.lang.zh.values import values as chinese

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path(os.environ.get("CONTRACTKIT_CORPUS", ROOT / ".." / "shared" / "corpus"))
RUNS = 5

Span = tuple[str, int, int]
Finder = Callable[[str], tuple[Value, ...]]


def accuracy(labels: Path) -> None:
    """Print precision and recall by kind, of spans with the value and the comparator right.

    The labels are a sample, so precision counts only what is found upon a labelled span.
    """
    rows = [json.loads(line) for line in labels.read_text("utf-8").splitlines()]
    truth: dict[Span, tuple[str, str, str]] = {
        (row["file"], row["start"], row["end"]): (row["type"], row["value"], row["op"])
        for row in rows
    }
    found: dict[Span, tuple[str, str, str]] = {}
    for name in sorted({row["file"] for row in rows}):
        spans = [(start, end) for file, start, end in truth if file == name]
        for value in chinese((CORPUS / name).read_text("utf-8")):
            if any(value.start < end and start < value.end for start, end in spans):
                told = (value.kind, value.value, value.op)
                found[name, value.start, value.end] = told
    right = Counter(told[0] for span, told in found.items() if truth.get(span) == told)
    labelled = Counter(told[0] for told in truth.values())
    given = Counter(told[0] for told in found.values())
    print(f"{labels.name}: {len(rows)} labels, seen when the patterns were written")
    print(f"  {'kind':<12}{'labels':>8}{'precision':>11}{'recall':>8}")
    for kind in (*KINDS, "all"):
        counts = [c.total() if kind == "all" else c[kind] for c in (right, given, labelled)]
        if counts[2]:
            precision = counts[0] / counts[1] if counts[1] else 0.0
            print(f"  {kind:<12}{counts[2]:>8}{precision:>11.1%}{counts[0] / counts[2]:>8.1%}")


def speed(name: str, find: Finder, paths: list[Path]) -> None:
    """Print the megabytes of UTF-8 read in a second on one core, the best of some runs."""
    texts = [path.read_text("utf-8", errors="replace") for path in paths]
    size = sum(len(text.encode()) for text in texts) / 1e6
    times = []
    count = 0
    for _ in range(RUNS):
        begun = time.process_time()
        count = sum(len(find(text)) for text in texts)
        times.append(time.process_time() - begun)
    print(f"{name}: {size:.2f} MB, {count} values, {size / min(times):.2f} MB/s")


def linear(name: str, find: Finder, paths: list[Path]) -> None:
    """Print how the time grows when the text does: 8 is linear."""
    text = "\n".join(path.read_text("utf-8", errors="replace") for path in paths)[:300_000]

    def seconds(times: int) -> float:
        begun = time.process_time()
        find(text * times)
        return time.process_time() - begun

    once, eightfold = (min(seconds(times) for _ in range(RUNS)) for times in (1, 8))
    print(f"{name}: 8 times the text takes {eightfold / once:.1f} times as long")


def main() -> int:
    if not CORPUS.is_dir():
        print(f"no corpus at {CORPUS}: set CONTRACTKIT_CORPUS", file=sys.stderr)
        return 1
    laws = [*sorted((CORPUS / "zh" / "laws").glob("*.txt")), *(CORPUS / "seeds").glob("003*.txt")]
    contracts = sorted((CORPUS / "en" / "cuad" / "contracts").glob("*.txt"))
    accuracy(CORPUS / "zh" / "value_labels.jsonl")
    for name, find, paths in (
        ("values, Chinese", chinese, laws),
        ("values, English", english, contracts),
    ):
        speed(name, find, paths)
        linear(name, find, paths)
    return 0


if __name__ == "__main__":
    sys.exit(main())
