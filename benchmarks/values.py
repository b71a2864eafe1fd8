"""Print how well values are found: ``python benchmarks/values.py [--missed]``.

The corpus is that of CONTRACTKIT_CORPUS, or ../shared/corpus beside the repository. Its own labels
(zh/value_labels.jsonl) were in sight when the patterns were written and are a sample: precision
counts only what is found upon a labelled span. The labels of ``labels_values/`` are complete for
their passages, which were read by a person before anything was run on them. ``dev.jsonl`` was in
sight while the patterns grew; of its English part, 312 labels were held out at first, and the first
run on them gave 95.5% precision and 95.2% recall. ``held_out.jsonl`` was run on when the patterns
were done. Its Chinese files are others than those of ``dev.jsonl``, its English passages are other
parts of the contracts. ``fresh.jsonl`` is English passages of 13 contracts that had no labels: 167
values, labelled before anything was run on them. The first run gave 97.6% precision, 95.8% recall
(78 clauses, 31 dates, 30 durations, 9 addresses, 2 amounts of money); of its nine faults eight were
mended, one is a matter of opinion (whether a building's name begins an address).
``agreements.jsonl`` is English model agreements in Word (321 values), ``contracts.jsonl`` passages
of contracts that are dense in figures (618 values), each labelled by somebody who never saw a rule,
in two halves, and run once before anything was mended on it. First runs, precision and recall:
agreements 93.1% and 73.8% (but for sections of statutes, which were no values then, recall 95.2%),
then 96.8% and 95.5%; contracts 92.9% and 90.3%, then 94.2% and 92.0%. The Chinese statutes are
labelled from end to end, so that no fresh Chinese text is left in the corpus. On excerpts of
Chinese contracts from elsewhere, which are not ours to keep, first runs gave 92.1% and 94.2% (173
values), 82.7% and 81.0% (153; most of it a matter of spans, as to whether 人民币 and the words
beside an amount belong to it) and, that settled, 98.9% and 97.2% (290).

A row of these labels is a passage (``file``, ``passage``: its first character and the one after
its last) or a value in one (``start``, ``end``, ``type``, ``value``, ``op``, and ``unit`` where it
is paid by something). What counts as a value there:

- dates with a year or the blanks of one; no day without a year, no time of day, in English no lone
  year;
- durations with their unit, also as an adjective (30-day); money, percentages, multiples;
- counts of people, copies, shares, instalments, users, visits and the like, not of any thing;
- citations of clauses and attachments by number, not a clause's own number at the start of its
  line, nor 前款 or 本条第一款; sections of a statute too (§ 13-8-51(10)), but for those with four
  digits in a row;
- addresses of China and the United States in full (their span only), phones, e-mail addresses;
- comparators by meaning: "up to", "in no event later than"; a date has none.

``--missed`` lists what was not found, found wrongly or found in excess.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from texts import CORPUS, text_of

from contractkit.lang.en.values import values as english
from contractkit.lang.value import KINDS, Value
from contractkit.lang.zh.values import values as chinese

LABELS = Path(__file__).with_name("labels_values")

Finder = Callable[[str], tuple[Value, ...]]
Told = tuple[str, str, str]
FINDERS: dict[str, Finder] = {"zh": chinese, "en": english}


@dataclass
class Score:
    """What was labelled, found and right, by kind."""

    labelled: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)

    def print(self, title: str) -> None:
        """Print precision and recall of spans with the value, the comparator and the unit right."""
        print(f"{title}: {self.labelled.total()} labels")
        print(f"  {'kind':<12}{'labels':>8}{'precision':>11}{'recall':>8}")
        for kind in (*KINDS, "all"):
            right, found, labelled = (
                count.total() if kind == "all" else count[kind]
                for count in (self.right, self.found, self.labelled)
            )
            if found or labelled:
                precision = f"{right / found:.1%}" if found else "-"
                recall = f"{right / labelled:.1%}" if labelled else "-"
                print(f"  {kind:<12}{labelled:>8}{precision:>11}{recall:>8}")


def read(path: Path) -> Iterator[dict[str, object]]:
    return (json.loads(line) for line in path.read_text("utf-8").splitlines())


def sampled(path: Path) -> Score:
    """The score on labels that are a sample of their files' values."""
    score = Score()
    files: dict[str, dict[tuple[int, int], Told]] = {}
    for row in read(path):
        told = (str(row["type"]), str(row["value"]), str(row["op"]))
        files.setdefault(str(row["file"]), {})[row["start"], row["end"]] = told
    for name, truth in files.items():
        score.labelled.update(told[0] for told in truth.values())
        for value in chinese(text_of(name)):
            if any(value.start < end and start < value.end for start, end in truth):
                score.found[value.kind] += 1
                if truth.get((value.start, value.end)) == (value.kind, value.value, value.op):
                    score.right[value.kind] += 1
    return score


def complete(path: Path, language: str) -> Score:
    """The score of one language on labels that hold all values of their passages."""
    score = Score()
    passages: dict[str, list[list[int]]] = {}
    labels: dict[str, dict[tuple[int, int], dict[str, str]]] = {}
    for row in read(path):
        if row["language"] != language:
            continue
        if "passage" in row:
            passages.setdefault(str(row["file"]), []).append(row["passage"])
        else:
            labels.setdefault(str(row["file"]), {})[row["start"], row["end"]] = row
    for name, parts in passages.items():
        text, truth = text_of(name), labels.get(name, {})
        found = [
            value
            for value in FINDERS[language](text)
            if any(start <= value.start < end for start, end in parts)
            and not _own_number(text, value, truth)
        ]
        _count(score, name, found, truth)
    return score


def _own_number(text: str, value: Value, truth: dict[tuple[int, int], dict[str, str]]) -> bool:
    """Whether it is the number of the clause that starts there, which is no citation."""
    line = text[text.rfind("\n", 0, value.start) + 1 : value.start]
    return (
        value.kind == "clause"
        and not line.strip(" #*　\t")
        and not any(start < value.end and value.start < end for start, end in truth)
    )


def _count(
    score: Score, name: str, found: list[Value], truth: dict[tuple[int, int], dict[str, str]]
) -> None:
    score.labelled.update(row["type"] for row in truth.values())
    score.found.update(value.kind for value in found)
    spans = {(value.start, value.end): value for value in found}
    for span, row in truth.items():
        value = spans.get(span)
        if value and _agrees(value, row):
            score.right[value.kind] += 1
        else:
            score.notes.append(f"{name[-40:]} {span} wanted {_told(row)}")
    for value in found:
        row = truth.get((value.start, value.end))
        if not row or not _agrees(value, row):
            told = f"{value.kind} {value.op}{value.value} {value.unit}"
            score.notes.append(f"{name[-40:]} {value.start, value.end} found {told} {value.text!r}")


def _agrees(value: Value, row: dict[str, str]) -> bool:
    return (
        (value.kind, value.op) == (row["type"], row["op"])
        and value.value == row.get("value", value.value)
        and value.unit == row.get("unit", value.unit)
    )


def _told(row: dict[str, str]) -> str:
    return f"{row['type']} {row['op']}{row.get('value', '')} {row.get('unit', '')} {row['text']!r}"


def main() -> int:
    if not CORPUS.is_dir():
        print(f"no corpus at {CORPUS}: set CONTRACTKIT_CORPUS", file=sys.stderr)
        return 1
    if "--missed" in sys.argv:
        for path in sorted(LABELS.glob("*.jsonl")):
            for language in FINDERS:
                print(*complete(path, language).notes, sep="\n")
        return 0
    sampled(CORPUS / "zh" / "value_labels.jsonl").print("value_labels.jsonl, seen")
    for part in ("dev", "held_out", "fresh", "agreements", "contracts"):
        for language in FINDERS:
            score = complete(LABELS / f"{part}.jsonl", language)
            if score.labelled:
                score.print(f"{part}.jsonl, {language}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
