"""Print how the files of the corpus are read: errors, time, losses, and the sections found.

    python benchmarks/corpus_reading.py [--missed]    the files of CONTRACTKIT_CORPUS

Every .docx, .txt and .md is read. Held against each: the text of all blocks of the agreement, in
order, is the text of the document; in a plain file every block stands in the decoded text at its
offset, and nothing but white space stands between two. Statutes: the 条 that a line begins with, by
a pattern over the raw text, are the clauses, in order. CUAD contracts: the sections that are found,
of those that an independent scan expects: the longest chain of numbers in the raw text in which
each goes on from the one before (1. 1.1 1.2 2. …), wherever they stand. ``--missed`` lists what was
expected and not found.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from contractkit.errors import ContractKitError  # noqa: E402
from contractkit.files import decode  # noqa: E402
from contractkit.lang.zh.counters import number  # noqa: E402
from contractkit.model.agreement import Agreement  # noqa: E402
from contractkit.model.document import Document  # noqa: E402
from contractkit.readers import READERS, document, outline  # noqa: E402

CORPUS = Path(os.environ.get("CONTRACTKIT_CORPUS", ROOT.parent / "shared" / "corpus"))
KINDS = (".docx", ".txt", ".md")

Path_ = tuple[int, ...]
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_NUMBER = re.compile(
    r"(?<![\w.,$#/(%-])(?:(?P<article>(?:ARTICLE|Article)\s+(?:[IVXL]+|\d{1,2}))"
    r"|(?:(?:SECTION|Section|§)\s*)?(?P<dotted>\d{1,2}(?:\.\d{1,3}){1,4})\.?\)?"
    r"|(?:(?:SECTION|Section)\s+)?(?P<single>\d{1,2})[.)])(?=[\s:.–—-]{1,12}[\"“‘'(\[*_]{0,3}[A-Z])"
)
_CITES = re.compile(
    r"(?:sections?|articles?|clauses?|paragraphs?|exhibits?|schedules?|and|or|to|through|of|under"
    r"|in|with|by|no\.?|,)\s*\Z",
    re.IGNORECASE,
)


def main() -> int:
    missed = "--missed" in sys.argv[1:]
    errors = lost = 0
    seconds = 0.0
    sections = [0, 0, 0]
    files = sorted(path for path in CORPUS.rglob("*") if path.suffix in KINDS)
    for path in files:
        data = path.read_bytes()
        started = time.process_time()
        try:
            read = document(data, path.name)
            made = outline(read)
        except ContractKitError as error:
            errors += 1
            print(f"{path.name}: {error}")
            continue
        seconds += time.process_time() - started
        losses = list(_losses(made, read, data, path))
        lost += bool(losses)
        for loss in losses:
            print(f"{path.name}: {loss}")
        text = decode(data, path.name)[0] if path.suffix == ".txt" else ""
        if path.parent.name == "laws":
            _statute(path, text, made)
        elif "cuad" in path.parts:
            _contract(path, text, made, sections, missed=missed)
    found, expected, more = sections
    print(
        f"files: {len(files)}, errors: {errors}, with losses: {lost}, {seconds:.1f} s of processor"
    )
    print(f"sections of CUAD: {found} of {expected} found; {more} more with a number of this kind")
    return 1 if errors or lost else 0


def _losses(made: Agreement, read: Document, data: bytes, path: Path) -> Iterator[str]:
    """What differs from the laws; nothing where they hold."""
    if [block.text for block in made.blocks()] != [block.text for block in read.blocks]:
        yield "the agreement's blocks are not the document's"
    if path.suffix != ".txt" or READERS["markdown"].knows(data, path.name):
        return  # statutes with headings are Markdown, whose offsets are not those of the file
    text, _ = decode(data, path.name)
    end = 0
    for block in read.blocks:
        if text[end : block.offset].strip() or not text.startswith(block.text, block.offset):
            yield f"block {block.index} is not at its offset"
            return
        end = block.offset + len(block.text)
    if text[end:].strip():
        yield "the end of the text is in no block"


def _statute(path: Path, text: str, made: Agreement) -> None:
    wanted = [
        number(n)
        for n in re.findall(r"^[#\s]*第([一二三四五六七八九十百零]+)条(?=\s)", text, re.MULTILINE)
    ]
    found = [c.number.path[-1] for _, c in made.walk() if c.number and c.label.endswith("条")]
    state = "all in order, none more" if found == wanted else "DIFFER"
    print(f"{path.name}: {len(found)} of {len(wanted)} 条, {state}")


def _contract(path: Path, text: str, made: Agreement, sums: list[int], *, missed: bool) -> None:
    wanted = expected(text)
    have = {one for _, c in made.walk() if (one := _typed(c.label))}
    found = [number for number in wanted if number in have]
    more = have - set(wanted)
    for at, count in enumerate((len(found), len(wanted), len(more))):
        sums[at] += count
    print(f"{path.name[:40]:40} {len(found):4} of {len(wanted):4} sections, {len(more):3} more")
    if missed and len(found) < len(wanted):
        print("    missed:", " ".join(_dotted(one) for one in wanted if one not in have))
    if missed and more:
        print("    more:  ", " ".join(_dotted(one) for one in sorted(more)))


def _dotted(path: Path_) -> str:
    return ".".join(map(str, path))


def _typed(label: str) -> Path_:
    """The number in a label as the scan reads it, () for one of another kind."""
    match = _NUMBER.match(f"{label} A") or _NUMBER.match(f"{label}. A")
    return _path(match) if match else ()


def expected(text: str) -> list[Path_]:
    """The longest chain of numbers in ``text`` in which each goes on from the one before it."""
    found = [
        _path(match)
        for match in _NUMBER.finditer(text)
        if not _CITES.search(text[max(0, match.start() - 14) : match.start()])
    ]
    best: list[int] = []
    back: list[int] = []
    latest: dict[Path_, int] = {}  # of each number, the candidate that ends the longest chain
    for at, path in enumerate(found):
        before = [latest[one] for one in _predecessors(path, latest)]
        last = max(before, key=lambda one: best[one], default=-1)
        if last < 0 and any(part > 1 for part in path):
            best.append(0)
            back.append(-1)
            continue
        best.append(1 + (best[last] if last >= 0 else 0))
        back.append(last)
        if path not in latest or best[at] >= best[latest[path]]:
            latest[path] = at
    chain = []
    at = max(range(len(best)), key=lambda one: best[one], default=-1)
    while at >= 0:
        chain.append(found[at])
        at = back[at]
    return chain[::-1] if len(chain) > 1 else []


def _predecessors(path: Path_, known: dict[Path_, int]) -> Iterator[Path_]:
    """Those of the known numbers that ``path`` goes on from."""
    for one in known:
        if one != path and _goes_on(one, path):
            yield one


def _goes_on(one: Path_, path: Path_) -> bool:
    shared = 0
    while shared < min(len(one), len(path)) and one[shared] == path[shared]:
        shared += 1
    if shared == len(path):
        return False
    rest = path[shared:]
    if shared == len(one):  # its first child
        return all(part <= 1 for part in rest)
    return 0 < rest[0] - one[shared] <= 2 and all(part <= 1 for part in rest[1:])


def _path(match: re.Match[str]) -> Path_:
    if match["article"]:
        text = match["article"].split()[-1]
        return (int(text) if text.isdigit() else _roman(text),)
    return tuple(int(part) for part in (match["dotted"] or match["single"]).split("."))


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-a if a < b else a for a, b in zip(values, following, strict=True))


if __name__ == "__main__":
    sys.exit(main())
