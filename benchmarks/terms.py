"""Print how well terms and clause types are found in the CUAD contracts of the corpus.

    python benchmarks/terms.py [--rules] [--misses NAME…]

The contracts are sorted by name. The first rules were written with every second one in sight
(``seen``: the first, third, …). Of the others every second one (``read later``: the second, sixth,
…) was opened for a revision. Of the last (``held out``: the fourth, eighth, …) no text was read for
rules; but totals, and for the two dates which rule told the wrong ones and where, were looked at
between revisions: near to new text, not blind. All counts are by document: a contract counts as
found when the term is told and it has a label. ``place`` counts it only when a fact
overlaps a labelled span. Dates and parties count when the normalised value or the name is the
label's. ``floor`` is what keywords alone reach on all 510 contracts, as F1. ``--rules`` prints for
each rule how often it was right in the contracts that were read, the table of
``contractkit/extract/confidence.py``.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from contractkit.extract import EXTRACTORS, extract  # noqa: E402
from contractkit.lang import language  # noqa: E402
from contractkit.model.extraction import Fact  # noqa: E402
from contractkit.readers import read  # noqa: E402

CORPUS = Path(os.environ.get("CONTRACTKIT_CORPUS", ROOT.parent / "shared" / "corpus"))
FOLDER = CORPUS / "en" / "cuad"

# The label, the kind of fact and its names, and F1 of the keyword floor where one was measured.
FAMILIES: tuple[tuple[str, str, tuple[str, ...], float | None], ...] = (
    ("Governing Law", "term", ("governing_law",), 0.985),
    ("Insurance", "clause_type", ("Insurance",), 0.92),
    ("Anti-Assignment", "clause_type", ("Anti-Assignment",), 0.93),
    ("Cap On Liability", "clause_type", ("Cap On Liability",), 0.90),
    ("Audit Rights", "clause_type", ("Audit Rights",), 0.85),
    ("Notice Period To Terminate Renewal", "term", ("renewal_notice",), 0.71),
    ("Renewal Term", "term", ("renewal_term",), 0.70),
    ("Termination For Convenience", "clause_type", ("Termination For Convenience",), 0.64),
    ("Post-Termination Services", "clause_type", ("Post-Termination Services",), 0.61),
    ("Expiration Date", "term", ("expiration_date", "term"), None),
    ("License Grant", "clause_type", ("License Grant",), None),
    ("Non-Compete", "clause_type", ("Non-Compete",), None),
    ("Exclusivity", "clause_type", ("Exclusivity",), None),
    ("Change Of Control", "clause_type", ("Change Of Control",), None),
    ("Warranty Duration", "clause_type", ("Warranty Duration",), None),
)
VALUES = (("Agreement Date", "agreement_date"), ("Effective Date", "effective_date"))


@dataclass(frozen=True)
class Contract:
    """A contract with its labels (spans by category) and the facts that we found."""

    name: str
    text: str
    labels: dict[str, list[tuple[int, int]]]
    facts: tuple[Fact, ...]

    def found(self, kind: str, names: Iterable[str]) -> list[Fact]:
        """The facts of that kind and of these names."""
        return [fact for fact in self.facts if fact.kind == kind and fact.name in names]


def contracts() -> list[Contract]:
    rows = [json.loads(line) for line in (FOLDER / "spans.jsonl").read_text("utf-8").splitlines()]
    wanted = {name: EXTRACTORS[name] for name in ("parties", "terms", "clause_types")}
    found = []
    for row in sorted(rows, key=lambda row: str(row["file"])):
        path = FOLDER / "contracts" / row["file"]
        labels: dict[str, list[tuple[int, int]]] = {}
        for span in row["spans"]:
            labels.setdefault(span["cat"], []).append((span["start"], span["end"]))
        facts = extract(read(path, language=language("en")), extractors=wanted).facts
        text = path.read_bytes().decode("utf-8")
        found.append(Contract(row["file"], text, labels, facts))
    return found


def overlaps(fact: Fact, spans: Iterable[tuple[int, int]]) -> bool:
    return any(fact.start < end and start < fact.end for start, end in spans)


def score(right: int, given: int, wanted: int) -> str:
    precision = right / given if given else 0.0
    recall = right / wanted if wanted else 0.0
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"{precision:5.2f} {recall:5.2f} {f1:5.2f}"


def family(half: list[Contract], label: str, kind: str, names: tuple[str, ...]) -> str:
    right = given = wanted = placed = 0
    for contract in half:
        found, spans = contract.found(kind, names), contract.labels.get(label, [])
        right += bool(found and spans)
        placed += any(overlaps(fact, spans) for fact in found)
        given += bool(found)
        wanted += bool(spans)
    return f"{wanted:4} {score(right, given, wanted)}   {score(placed, given, wanted)}"


def dates(half: list[Contract], label: str, name: str) -> str:
    right = given = wanted = placed = 0
    values = language("en").values
    for contract in half:
        spans = contract.labels.get(label, [])
        stated: set[str] = set()
        events = []  # labelled in words, without a day
        for start, end in spans:
            days = [v for v in values(contract.text[start:end]) if v.kind.startswith("date")]
            stated |= {value.value for value in days}
            events += [(start, end)] if not days else []
        told = contract.found("term", (name,))
        there = any(overlaps(fact, spans) for fact in told)
        wanted += bool(spans)
        given += bool(told)
        right += any(fact.value in stated or overlaps(fact, events) for fact in told)
        placed += there
    return f"{wanted:4} {score(right, given, wanted)}   {score(placed, given, wanted)}"


def plain(text: str) -> str:
    text = re.sub(r"[^\w\s]", " ", text.lower())
    return " ".join(word for word in text.split() if word not in ("the", "a", "an"))


def parties(half: list[Contract]) -> tuple[str, str]:
    """Names: of ours that are a label's, of labels that are ours; and contracts with all right."""
    right = given = wanted = met = whole = 0
    for contract in half:
        labels = {
            plain(contract.text[start:end]) for start, end in contract.labels.get("Parties", [])
        }
        labels = {one for one in labels if "parties" not in one and 1 < len(one) <= 80}
        ours = {
            plain(name)
            for fact in contract.facts
            if fact.kind == "party"
            for name in (fact.name, fact.value, dict(fact.details).get("alias", ""))
            if name
        }
        right_here = sum(any(same(name, one) for one in labels) for name in ours)
        met_here = sum(any(same(name, one) for name in ours) for one in labels)
        right, given, met, wanted = (
            right + right_here,
            given + len(ours),
            met + met_here,
            wanted + len(labels),
        )
        whole += bool(labels) and right_here == len(ours) and met_here == len(labels)
    precision, recall = right / max(given, 1), met / max(wanted, 1)
    f1 = 2 * precision * recall / (precision + recall) if right else 0.0
    return f"{precision:5.2f} {recall:5.2f} {f1:5.2f}", f"{whole} of {len(half)}"


def same(one: str, other: str) -> bool:
    """Whether two names are one: equal, or one begins with the other word by word."""
    return one == other or f"{one} ".startswith(f"{other} ") or f"{other} ".startswith(f"{one} ")


def rules(half: list[Contract]) -> None:
    """Print for each rule how many of its facts lay on a label, and how many there are."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    wanted = {(kind, name): label for label, kind, names, _ in FAMILIES for name in names}
    wanted |= {("term", name): label for label, name in VALUES}
    for contract in half:
        for fact in contract.facts:
            label = "Parties" if fact.kind == "party" else wanted.get((fact.kind, fact.name))
            if label is None:
                continue
            seen[fact.rule] += 1
            right[fact.rule] += overlaps(fact, contract.labels.get(label, []))
    for rule in sorted(seen):
        print(f'    "{rule}": ({right[rule]}, {seen[rule]}),')


def misses(half: list[Contract], label: str) -> None:
    """Print what is missed and what is found wrongly of one family."""
    families = (*FAMILIES, *((one, "term", (name,), None) for one, name in VALUES))
    kind, names = next((k, n) for one, k, n, _ in families if one == label)
    for contract in half:
        found, spans = contract.found(kind, names), contract.labels.get(label, [])
        if bool(found) == bool(spans) and (not spans or any(overlaps(f, spans) for f in found)):
            continue
        print(
            "-",
            contract.name[:40],
            "MISSED" if not found else "WRONG" if not spans else "ELSEWHERE",
        )
        for start, end in spans[:3]:
            print("   label:", " ".join(contract.text[start:end].split())[:400])
        for fact in found[:3]:
            print("   found:", " ".join(fact.text.split())[:400])


def table(name: str, half: list[Contract]) -> None:
    print(f"{name}: {len(half)} contracts")
    print(f"  {'':<36}{'docs':>4} {'by document: P R F1':<19} {'by place: P R F1':<19} floor")
    for label, fact_name in VALUES:
        print(f"  {label:<36}{dates(half, label, fact_name)}")
    for label, kind, names, floor in FAMILIES:
        line = f"  {label:<36}{family(half, label, kind, names)}"
        print(line + (f" {floor:5.2f}" if floor else ""))
    scores, whole = parties(half)
    print(f"  {'Parties (names)':<36}     {scores}   contracts with every name right: {whole}")


def main() -> int:
    if not FOLDER.is_dir():
        print(f"no corpus at {CORPUS}: set CONTRACTKIT_CORPUS", file=sys.stderr)
        return 1
    found = contracts()
    seen, later, held_out = found[0::2], found[1::4], found[3::4]
    if "--misses" in sys.argv:
        for label in sys.argv[sys.argv.index("--misses") + 1 :]:
            print(label)
            misses([*seen, *later], label)
        return 0
    table("seen when the rules were written", seen)
    table("read later", later)
    table("held out", held_out)
    table("all", found)
    if "--rules" in sys.argv:
        rules([*seen, *later])
    return 0


if __name__ == "__main__":
    sys.exit(main())
