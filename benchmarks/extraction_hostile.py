"""Print what no text may do: make a reader, an extractor or a review hang.

``extraction_hostile.py [zh|en] [RUN…]``. A text is one run of letters again and again, 200,000
characters of what patterns may choke on. Each is read as text and as Markdown, each extractor works
on it alone, and it is reviewed against the standard. A line is printed for what takes more than
``SLOW`` seconds of process time, or grows more than ``STEEP`` times for four times the text; what
takes more than ``LIMIT`` is stopped: the work is done in a process of its own.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from contractkit.batch.standards import review, standard_for  # noqa: E402
from contractkit.extract import EXTRACTORS  # noqa: E402
from contractkit.extract.source import source  # noqa: E402
from contractkit.lang import language  # noqa: E402
from contractkit.library import default_root, load_library  # noqa: E402
from contractkit.model.agreement import Agreement  # noqa: E402
from contractkit.model.document import Document  # noqa: E402
from contractkit.model.standard import Library  # noqa: E402
from contractkit.readers import outline  # noqa: E402
from contractkit.readers.markdown import read_markdown  # noqa: E402
from contractkit.readers.plain import lines, read_plain  # noqa: E402

LENGTH = 200_000  # characters
TIMES = 4
SLOW = 2.0  # seconds
STEEP = 5.0  # times as long for four times the text
LEAST = 0.2  # seconds: growth from less is noise
LIMIT = 240  # seconds of the clock
WORKS = ("read .txt", "read .md", *EXTRACTORS, "review")

# What patterns may choke on, parted by ¦.
RUNS = {
    "zh": (
        "9¦一¦(¦（¦【¦_¦第¦年¦￥¦,¦，¦.¦　¦百¦每¦省¦X¦\n¦“¦、¦ ¦1,¦1.¦1年¦（1）¦一1（¦3个月¦"
        "5%以上¦1元/¦百分之¦第一百第一百¦第十条、¦附件一、¦北京市¦路1号¦0571-¦a@¦不¦应当¦"
        "甲方：¦一\n\n¦甲方、¦第一条 甲\n¦（一）甲\n¦一、甲\n¦甲方应当¦乙方：甲\n¦“甲”¦"
        "《甲》¦（以下简称¦（以下简称“甲”）¦所称“甲”¦是指¦甲是指乙。¦平均住院日¦如甲，¦的"
    ).split("¦"),
    "en": (
        '9¦(¦[¦{¦_¦$¦€¦.¦ ¦,¦-¦a¦@¦#¦"¦\n¦*¦`¦>¦|¦A¦1,¦1.¦1.1¦1-¦1/¦1\n¦(1)¦(a)¦(a) (b) ¦'
        "_ ¦((¦()¦](¦- ¦one ¦one-¦thirty (¦1% ¦1.1 A\n¦(a) b\n¦1. A\n¦# A\n¦a: ¦a;¦A, ¦"
        "one hundred and ¦Section 1, ¦Exhibit A, ¦Exhibit A\n¦May 1 ¦not ¦and ¦1 Main St¦"
        "CA 90000 ¦per ¦$1,000,000 ¦a.b@¦123-¦(212) ¦NPI ¦99213, ¦within ¦shall ¦A shall ¦"
        'Aa ¦Aa Bb ¦Aa B.\n¦(the "Aa") ¦"Aa" means ¦between ¦Inc., ¦a\n\n¦if ¦to ¦'
        "of the ¦no later than ¦agreement ¦term ¦that ¦which ¦or, ¦by A ¦party ¦renew ¦"
        "terminate ¦Buyer: A\n¦<b>¦&amp;"
    ).split("¦"),
}


def main(code: str = "", runs: Sequence[str] = ()) -> int:
    for tongue in (code,) if code else RUNS:
        _hostile(tongue, runs or RUNS[tongue])
    return 0


def _hostile(code: str, runs: Sequence[str]) -> None:
    slowest: list[tuple[float, str, str]] = []
    child = _Child()
    for run in runs:
        for name in WORKS:
            short, long = child.seconds(code, run, name)
            slowest.append((long, name, run))
            growth = long / max(short, LEAST)
            if long > SLOW or growth > STEEP:
                times = f"{growth:.1f} x for {TIMES} x the text"
                told = times if long < LIMIT else "stopped"
                print(f"  {name:<14}{run!r:<24}{long:>6.2f} s   {told}", flush=True)
    child.stop()
    print(f"{code}: {len(runs)} runs of {LENGTH:,} characters, the slowest:")
    for seconds, name, run in sorted(slowest, reverse=True)[:5]:
        print(f"  {name:<14}{run!r:<24}{seconds:>6.2f} s")


class _Child:
    """The process that works; one that takes too long is ended, and another started."""

    def __init__(self) -> None:
        self._start()

    def seconds(self, code: str, run: str, name: str) -> tuple[float, float]:
        """What a quarter of the text takes, and the whole."""
        self._pipe.send((code, run, name))
        if not self._pipe.poll(LIMIT):
            self.stop()
            self._start()
            return 0.0, float(LIMIT)
        found: tuple[float, float] = self._pipe.recv()
        return found

    def stop(self) -> None:
        self._process.terminate()
        self._process.join()

    def _start(self) -> None:
        context = get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()


def _serve(pipe: Connection) -> None:
    """Time what is asked for, again and again."""
    library = load_library(default_root())
    while True:
        code, run, name = pipe.recv()
        short, long = ((run * n)[:n] for n in (LENGTH // TIMES, LENGTH))
        pipe.send((_seconds(code, short, name, library), _seconds(code, long, name, library)))


def _seconds(code: str, text: str, name: str, library: Library) -> float:
    work = _work(code, text, name, library)
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _work(code: str, text: str, name: str, library: Library) -> Callable[[], object]:
    """What is timed of ``name``; what it works on is made before."""
    tongue = language(code)
    if name == "read .txt":
        return lambda: outline(read_plain(text.encode(), "a.txt"), tongue)
    if name == "read .md":
        return lambda: outline(read_markdown(text.encode(), "a.md"), tongue)
    draft = outline(Document(lines(text)), tongue)
    if name == "review":
        return lambda: _reviewed(draft, library)
    return lambda: list(EXTRACTORS[name](source(draft, library)))


def _reviewed(draft: Agreement, library: Library) -> object:
    standard = standard_for(library, draft)
    return review(library, draft, standard, side="payer", ignore=())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2], runs=sys.argv[2:]))
