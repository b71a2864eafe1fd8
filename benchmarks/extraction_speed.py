"""Print how fast facts are found: ``extraction.py --speed``, or ``extraction_speed.py [zh|en]``.

For each extractor alone, and for all together: the seconds of process time that a megabyte of
UTF-8 takes on one core, and how many times as long the whole takes as a quarter of it (4 is
linear). The text is the corpus's contracts (English), and its statutes with seed 003 (Chinese);
every fourth file is a quarter. Each file is read by itself and then they stand one after another
in one agreement: so the whole is in nothing different from its quarters but in its length.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from contractkit.extract import EXTRACTORS, extract  # noqa: E402
from contractkit.extract.source import Source, source  # noqa: E402
from contractkit.lang import language  # noqa: E402
from contractkit.library import default_root, load_library  # noqa: E402
from contractkit.model.agreement import Agreement, Clause  # noqa: E402
from contractkit.model.document import Block, Document  # noqa: E402
from contractkit.model.extraction import Fact  # noqa: E402
from contractkit.model.standard import Library  # noqa: E402
from contractkit.readers import outline  # noqa: E402
from contractkit.readers.plain import lines  # noqa: E402

CORPUS = Path(os.environ.get("CONTRACTKIT_CORPUS", ROOT / ".." / "shared" / "corpus"))
TEXTS = {
    "zh": (("zh/laws", "*.txt"), ("seeds", "003*.txt")),
    "en": (("en/cuad/contracts", "*.txt"),),
}
PARTS = 4
ROUNDS = 2  # of which the faster counts

Work = Callable[[], object]


def main(codes: Sequence[str] = tuple(TEXTS)) -> int:
    if not CORPUS.is_dir():
        print(f"no corpus at {CORPUS}: set CONTRACTKIT_CORPUS", file=sys.stderr)
        return 1
    library = load_library(default_root())
    for code in codes:
        texts = tuple(_texts(code))
        agreements = [outline(Document(lines(text)), language(code)) for text in texts]
        megabytes = sum(len(text.encode()) for text in texts) / 1e6
        _speed(code, agreements, megabytes, library)
    return 0


def _speed(code: str, agreements: Sequence[Agreement], megabytes: float, library: Library) -> None:
    parts = [_works(_together(agreements[n::PARTS]), library) for n in range(PARTS)]
    whole = _works(_together(agreements), library)
    for work in parts[0].values():  # what is made once is made
        work()
    print(f"{code}: {megabytes:.2f} MB in {len(agreements)} files")
    print(f"  {'extractor':<14}{'s/MB':>7}{'MB/s':>7}{f'x{PARTS} text':>9}")
    for name, work in whole.items():
        short, long = sum(_seconds(part[name]) for part in parts) / PARTS, _seconds(work)
        growth = f"{long / short:.1f}" if short > 0.01 else "-"
        print(
            f"  {name:<14}{long / megabytes:>7.2f}{megabytes / long:>7.2f}{growth:>9}", flush=True
        )


def _works(agreement: Agreement, library: Library) -> Mapping[str, Work]:
    """What is timed: the values alone, each extractor on a source of its own, all of them."""
    tongue = language(agreement.language)
    texts = [block.text for block in agreement.blocks()]
    works: dict[str, Work] = {"only values": lambda: [tongue.values(text) for text in texts]}
    for name, find in EXTRACTORS.items():
        works[name] = partial(_found, find, agreement, library)
    return works | {"all": lambda: extract(agreement, library=library)}


def _found(
    find: Callable[[Source], Iterable[Fact]], agreement: Agreement, library: Library
) -> list[Fact]:
    return list(find(source(agreement, library)))


def _together(agreements: Sequence[Agreement]) -> Agreement:
    """The agreements as one: what stands before their clauses, the clauses, what stands after."""
    begun = 0
    preamble: list[Block] = []
    clauses: list[Clause] = []
    closing: list[Block] = []
    for one in agreements:
        preamble += (_moved(block, begun) for block in one.preamble)
        clauses += (_clause(clause, begun) for clause in one.clauses)
        closing += (_moved(block, begun) for block in one.closing)
        begun += sum(len(block.text) + 1 for block in one.blocks()) + 1
    return replace(
        agreements[0], preamble=tuple(preamble), clauses=tuple(clauses), closing=tuple(closing)
    )


def _clause(clause: Clause, begun: int) -> Clause:
    blocks = tuple(_moved(block, begun) for block in clause.blocks)
    return replace(
        clause, blocks=blocks, children=tuple(_clause(child, begun) for child in clause.children)
    )


def _moved(block: Block, begun: int) -> Block:
    """The block as of a file that begins so many characters later."""
    return replace(block, index=begun + block.index, offset=begun + block.offset)


def _texts(code: str) -> Iterator[str]:
    for folder, names in TEXTS[code]:
        for path in sorted((CORPUS / folder).glob(names)):
            yield path.read_text("utf-8", errors="replace")


def _seconds(work: Work) -> float:
    return min(_once(work) for _ in range(ROUNDS))


def _once(work: Work) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or tuple(TEXTS)))
