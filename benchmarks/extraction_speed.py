"""Print how fast facts are found, and that no text makes it hang: ``extraction.py --speed``.

For each extractor alone, and for all together: the seconds of process time that a megabyte of
UTF-8 takes on one core, and how many times as long four times the text takes (4 is linear). The
text is the corpus's contracts (English) and statutes with seed 003 (Chinese), 250 KB and that four
times over. Then the long runs of what patterns may choke on: 200,000 characters of each.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from contractkit.extract import EXTRACTORS, extract  # noqa: E402
from contractkit.extract.source import Source, source  # noqa: E402
from contractkit.lang import language  # noqa: E402
from contractkit.library import default_root, load_library  # noqa: E402
from contractkit.model.agreement import Agreement  # noqa: E402
from contractkit.model.document import Document  # noqa: E402
from contractkit.model.extraction import Fact  # noqa: E402
from contractkit.model.standard import Library  # noqa: E402
from contractkit.readers import outline  # noqa: E402
from contractkit.readers.plain import lines  # noqa: E402

CORPUS = Path(os.environ.get("CONTRACTKIT_CORPUS", ROOT / ".." / "shared" / "corpus"))
TEXTS = {
    "zh": (("zh/laws", "*.txt"), ("seeds", "003*.txt")),
    "en": (("en/cuad/contracts", "*.txt"),),
}
SIZE = 250_000  # bytes
TIMES = 4
RUN = 200_000  # characters
# What a pattern may choke on: long runs of what facts begin with, and of what stands in them.
RUNS = {
    "zh": (
        *"9一(（【_第年￥,，.　百每省X\n“、",
        *("1,", "1.", "1年", "（1）", "一1（", "3个月", "5%以上", "1元/", "百分之", "第一百第一百"),
        *(
            "第十条、",
            "附件一、",
            "北京市",
            "路1号",
            "0571-",
            "a@",
            "不",
            "应当",
            "甲方：",
            "一\n\n",
        ),
        *("（以下简称", "所称“甲”", "是指", "平均住院日"),
    ),
    "en": (
        *'9([_$€. ,-a@#"\n',
        *(
            "1,",
            "1.",
            "1.1",
            "1-",
            "1/",
            "1\n",
            "(1)",
            "(a)",
            "_ ",
            "one ",
            "one-",
            "thirty (",
            "1% ",
        ),
        *("one hundred and ", "Section 1, ", "Exhibit A, ", "May 1 ", "not ", "no later than "),
        *(
            "1 Main St",
            "CA 90000 ",
            "per ",
            "$1,000,000 ",
            "a.b@",
            "123-",
            "(212) ",
            "NPI ",
            "99213, ",
        ),
        *("within ", "shall ", "Aa ", "Aa Bb ", '(the "Aa") ', '"Aa" means ', "between ", "a\n\n"),
    ),
}

Work = Callable[[], object]


def main() -> int:
    if not CORPUS.is_dir():
        print(f"no corpus at {CORPUS}: set CONTRACTKIT_CORPUS", file=sys.stderr)
        return 1
    library = load_library(default_root())
    for code in TEXTS:
        _speed(code, library)
    for code, runs in RUNS.items():
        _hostile(code, runs, library)
    return 0


def _speed(code: str, library: Library) -> None:
    text = _text(code)
    megabytes = len(text.encode()) * TIMES / 1e6
    once, more = (_works(code, _several(text, n), library) for n in (1, TIMES))
    print(f"{code}: {megabytes:.2f} MB")
    print(f"  {'extractor':<14}{'s/MB':>7}{'MB/s':>7}{f'x{TIMES} text':>9}")
    for name in once:
        short, long = min(_seconds(once[name]) for _ in range(3)), _seconds(more[name])
        growth = f"{long / short:.1f}" if short > 0.01 else "-"
        print(
            f"  {name:<14}{long / megabytes:>7.2f}{megabytes / long:>7.2f}{growth:>9}", flush=True
        )


def _works(code: str, text: str, library: Library) -> Mapping[str, Work]:
    """What is timed: the values alone, each extractor on a source of its own, all of them."""
    agreement = _agreement(code, text)
    works: dict[str, Work] = {"only values": lambda: language(code).values(text)}
    for name, find in EXTRACTORS.items():
        works[name] = partial(_found, find, agreement, library)
    return works | {"all": lambda: extract(agreement, library=library)}


def _found(
    find: Callable[[Source], Iterable[Fact]], agreement: Agreement, library: Library
) -> list[Fact]:
    return list(find(source(agreement, library)))


def _hostile(code: str, runs: tuple[str, ...], library: Library) -> None:
    """Print the slowest long runs and the steepest: an extractor and what it chokes on."""
    times: list[tuple[float, float, str, str]] = []
    for run in runs:
        once, more = (_works(code, (run * n)[:n], library) for n in (RUN // TIMES, RUN))
        for name in EXTRACTORS:
            short, long = _seconds(once[name]), _seconds(more[name])
            times.append((long, long / max(short, 0.05), name, run))
    print(f"{code}: {len(runs)} long runs of {RUN:,} characters")
    for seconds, _, name, run in sorted(times, reverse=True)[:3]:
        print(f"  slowest   {name:<14}{run!r:<18}{seconds:>6.2f} s")
    for _, growth, name, run in sorted(times, key=lambda row: -row[1])[:3]:
        print(f"  steepest  {name:<14}{run!r:<18}{growth:>6.1f} x for {TIMES} x the text")


def _several(text: str, times: int) -> str:
    """The text so many times over, no passage the same: what is found once is kept."""
    return "\n".join(text.replace("\n", " " * n + "\n") for n in range(times))


def _text(code: str) -> str:
    paths = [
        path for folder, names in TEXTS[code] for path in sorted((CORPUS / folder).glob(names))
    ]
    data = "\n".join(path.read_text("utf-8", errors="replace") for path in paths).encode()
    return data[:SIZE].decode("utf-8", errors="ignore")


def _agreement(code: str, text: str) -> Agreement:
    return outline(Document(lines(text)), language(code))


def _seconds(work: Work) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main())
