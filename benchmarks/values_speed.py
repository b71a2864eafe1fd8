"""How fast values are found, and that no text makes the search hang: run by ``values.py``."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from contractkit.lang.base import Value

Finder = Callable[[str], tuple[Value, ...]]
RUNS = 5


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
    print(f"{name}: 8 times the text takes {_growth(find, text, 8):.1f} times as long")


# What a pattern may choke on: long runs of what values begin with, and of what stands in them.
HOSTILE = {
    "zh": (
        *"9一（(【_第年壹￥€,，.　百-每省X",
        *(
            "1,",
            "1.",
            "1年",
            "9]",
            "（1）",
            "一1（",
            "3至",
            "3个月",
            "5%以上",
            "1元/",
            "百分之",
            "第1.",
        ),
        *("第十条、", "附件一、", "北京市", "路1号", "0571-", "a@", "A1", "不"),
    ),
    "en": (
        *"9([_$€. ,-a@#",
        *("1,", "1.", "1-", "1/", "1\n", "(1)", "(a)", "_ ", "one ", "one-", "thirty (", "1 to "),
        *("one hundred and ", "Section 1, ", "Exhibit A, ", "May 1 ", "not ", "no later than "),
        *("1 Main St", "CA 90000 ", "per ", "$1 per ", "a.b@", "123-", "(212) ", "NPI ", "99213, "),
    ),
}


def hang(name: str, find: Finder, runs: tuple[str, ...]) -> None:
    """Print the slowest of the long runs, and the one whose time grows fastest with its length."""
    worst = max((_seconds(find, (run * 50_000)[:50_000]), run) for run in runs)
    growths = {run: _growth(find, (run * 10_000)[:10_000], 4) for run in runs}
    steepest = max(growths, key=lambda run: growths[run])
    print(
        f"{name}: the slowest of {len(runs)} long runs is {worst[1]!r}, {worst[0] * 4:.2f} s for"
        f" 200,000 characters; the steepest {steepest!r}, 4 times as long takes"
        f" {growths[steepest]:.1f} times the time"
    )


def _growth(find: Finder, text: str, times: int) -> float:
    once, more = (min(_seconds(find, text * n) for _ in range(3)) for n in (1, times))
    return more / max(once, 1e-3)


def _seconds(find: Finder, text: str) -> float:
    begun = time.process_time()
    find(text)
    return time.process_time() - begun
