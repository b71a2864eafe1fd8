"""Prints how well clauses are aligned on real pairs: ``python benchmarks/alignment.py [--missed]``.

English: the five pairs of corpus/en/versions. Their gold tells, for each paragraph of the new text,
the old one it comes from (machine-made); a paragraph is put into a clause by its text, so that the
gold tells for a new clause which old clause most of it comes from. Of the new clauses that have
one, those are right that stand in a pair with that old clause.

Chinese: two statutes in two versions each. What is certain by their own continuity is judged alone:
an article whose text has one counterpart that is at least 50 of 100 alike by characters, both ways
the best, must be paired with it. The likeness is that of Python's difflib, not our own.
"""

from __future__ import annotations

import difflib
import json
import os
import re
import sys
from collections import Counter
from pathlib import Path

from contractkit.compare import compare
from contractkit.compare.units import units
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import Comparison, Unit
from contractkit.readers import read

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path(os.environ.get("CONTRACTKIT_CORPUS", ROOT / ".." / "shared" / "corpus"))
LAWS = (
    ("pair_nsfc_2007-02-24", "pair_nsfc_2024-11-08"),
    ("pair_xkz_2005-07-09", "pair_xkz_2023-07-20"),
)
CERTAIN = 0.5

Blocks = frozenset[int]


def blocks_of(unit: Unit | None) -> Blocks:
    """The blocks of the document that a unit, or several as one, stand in."""
    return frozenset(place.block for place in unit.places) if unit else frozenset()


def plain(text: str) -> str:
    """Letters and digits alone, without markup."""
    return re.sub(r"\W+", "", re.sub(r"<[^>]*>|\]\([^)]*\)", "", text)).lower()


def holder(paragraph: str, found: list[tuple[str, Blocks]]) -> Blocks | None:
    """The unit whose text holds the paragraph."""
    wanted = plain(paragraph)
    wanted = re.sub(r"^\d+", "", wanted)
    if len(wanted) < 12:
        return None
    return next((blocks for text, blocks in found if wanted[:200] in text), None)


def texts(agreement: Agreement) -> list[tuple[str, Blocks]]:
    """The clauses with their letters, headings included."""
    return [
        (plain(unit.heading + unit.text), blocks_of(unit))
        for unit in units(agreement)
        if unit.kind == "clause" and unit.places
    ]


def partners(result: Comparison) -> list[tuple[Blocks, Blocks]]:
    """The pairs as blocks of either document."""
    return [(blocks_of(p.base), blocks_of(p.other)) for p in result.pairs if p.base and p.other]


def english(folder: Path) -> tuple[int, int, list[str]]:
    """Right, judged and the missed of a pair with gold."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    old, new = read(folder / "old.md"), read(folder / "new.md")
    ours, theirs = texts(old), texts(new)
    votes: dict[Blocks, Counter[Blocks]] = {}
    for after, before in enumerate(gold["new_to_old"]):
        sources = before if isinstance(before, list) else [before]
        home = holder(gold["new_paras"][after], theirs)
        for source in sources:
            if source is None or source < 0 or home is None:
                continue
            origin = holder(gold["old_paras"][source], ours)
            if origin is not None:
                votes.setdefault(home, Counter())[origin] += len(gold["new_paras"][after])
    found = partners(compare(old, new))
    names = {blocks: text[:60] for text, blocks in (*theirs, *ours)}
    missed = []
    for home, count in votes.items():
        best = count.most_common(1)[0][0]
        if not any(best <= base and home <= other for base, other in found):
            missed.append(f"{names[home]} <- {names[best]}")
    return len(votes) - len(missed), len(votes), missed


def chinese(before: str, after: str) -> tuple[int, int, list[str]]:
    """Right, judged and the missed of two versions of a statute."""
    old, new = (read(CORPUS / "zh" / "laws" / f"{name}.txt") for name in (before, after))
    ours, theirs = texts(old), texts(new)
    scores = [
        [difflib.SequenceMatcher(None, one, two, autojunk=False).ratio() for two, _ in theirs]
        for one, _ in ours
    ]
    certain = []
    for i, row in enumerate(scores):
        j = max(range(len(row)), key=row.__getitem__)
        if row[j] >= CERTAIN and max(line[j] for line in scores) == row[j]:
            certain.append((ours[i], theirs[j]))
    found = partners(compare(old, new))
    missed = [
        one[0][:40]
        for one, two in certain
        if not any(one[1] <= base and two[1] <= other for base, other in found)
    ]
    return len(certain) - len(missed), len(certain), missed


def main() -> None:
    """Print a line for each pair, and all together."""
    rows = [
        (f.name, english(f)) for f in sorted((CORPUS / "en" / "versions").iterdir()) if f.is_dir()
    ]
    rows += [(after, chinese(before, after)) for before, after in LAWS]
    for name, (right, judged, missed) in rows:
        print(f"{name:<34}{right:>5} of {judged:>4}  {right / max(judged, 1):.1%}")
        if "--missed" in sys.argv:
            print("".join(f"    {line}\n" for line in missed), end="")
    right, judged = (sum(row[1][k] for row in rows) for k in (0, 1))
    print(f"{'all':<34}{right:>5} of {judged:>4}  {right / judged:.1%}")


if __name__ == "__main__":
    main()
