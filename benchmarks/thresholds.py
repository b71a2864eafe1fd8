"""Print how well thresholds are told: ``python benchmarks/thresholds.py [--misses]``.

The labels are ``threshold_labels.txt``: sentences of our own, as agreements say it, with a brace
around each threshold, ``{text|measure|applies to|comparator}``. A threshold is found when a fact
overlaps its text; of those found, the measure counts as right when one name holds the other.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from contractkit.extract import extract  # noqa: E402
from contractkit.lang import language  # noqa: E402
from contractkit.model.extraction import Fact  # noqa: E402
from contractkit.readers.outline import outline  # noqa: E402
from contractkit.readers.plain import read_plain  # noqa: E402

LABELS = Path(__file__).with_name("threshold_labels.txt")
_BRACE = re.compile(r"\{([^{}|]*)\|([^{}|]*)\|([^{}|]*)\|([^{}|]*)\}")


class Threshold(NamedTuple):
    """A labelled threshold: its place in the sentence, and what it says."""

    start: int
    end: int
    name: str
    applies: str
    op: str


def sentences(text: str) -> list[tuple[str, str, list[Threshold]]]:
    """The labelled sentences: language, the sentence without braces, its thresholds."""
    code, found = "zh", []
    for line in text.splitlines():
        if line.startswith("# == "):
            code = line[5:]
        if not line or line.startswith("#"):
            continue
        plain, last, labels = "", 0, []
        for brace in _BRACE.finditer(line):
            plain += line[last : brace.start()]
            labels.append(Threshold(len(plain), len(plain) + len(brace[1]), *brace.groups()[1:]))
            plain, last = plain + brace[1], brace.end()
        found.append((code, plain + line[last:], labels))
    return found


def told(code: str, sentence: str) -> list[Fact]:
    """The thresholds that ``extract`` tells of one sentence."""
    agreement = outline(read_plain(sentence.encode(), "sentence.txt"), language(code))
    return [fact for fact in extract(agreement).facts if fact.kind == "threshold"]


def same(ours: str, label: str) -> bool:
    """Whether one name holds the other, but for capitals."""
    ours, label = ours.lower(), label.lower()
    return ours == label or (bool(ours and label) and (ours in label or label in ours))


def main() -> int:
    rows = sentences(LABELS.read_text(encoding="utf-8"))
    for code in ("zh", "en"):
        wanted = found = right = names = applies = ops = 0
        for _, sentence, labels in (row for row in rows if row[0] == code):
            facts = told(code, sentence)
            wanted, found = wanted + len(labels), found + len(facts)
            for label in labels:
                fact = next((f for f in facts if f.start < label.end and label.start < f.end), None)
                if fact is None:
                    _miss("missed", sentence, label)
                    continue
                facts.remove(fact)
                right += 1
                checks = (
                    same(fact.name, label.name),
                    same(dict(fact.details)["applies"], label.applies),
                    fact.op == label.op,
                )
                names, applies, ops = names + checks[0], applies + checks[1], ops + checks[2]
                if not all(checks):
                    _miss("otherwise", sentence, label, fact)
            for fact in facts:
                _miss("wrong", sentence, fact)
        print(
            f"{code}: {wanted} thresholds, precision {100 * right / max(found, 1):.1f}%, recall "
            f"{100 * right / wanted:.1f}%; of those found measure {names}, applies to {applies}, "
            f"comparator {ops} of {right} right"
        )
    return 0


def _miss(what: str, sentence: str, *things: object) -> None:
    if "--misses" in sys.argv:
        print(f"{what}: {sentence}\n    {things}")


if __name__ == "__main__":
    sys.exit(main())
