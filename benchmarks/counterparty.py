"""Prints what a review says of a counterparty's edits: ``python -m benchmarks.counterparty``.

``counterparty.jsonl`` holds edits as counterparties make them, made by hand in the agreements that
the library issues: what is done in Word, the kinds of finding that name it rightly, how grave it is
at least, and the direction for the side that the review is made for. The findings of the edits that
are named are printed in full, with ``--missed`` those of the edits that are not told as expected;
``--docx FOLDER`` keeps the files. Of the first 73 the review told 48 as expected before it was
mended for them; of the last 30, made afterwards, 26 on the first run.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from benchmarks.counterparty_edits import edited
from contractkit.assembly import assemble, find_look
from contractkit.batch.standards import review, standard_for
from contractkit.compare.judge import ORDER
from contractkit.lang import language
from contractkit.library import default_root, load_library, read_values_file
from contractkit.model.comparison import HARMLESS, Comparison, Finding
from contractkit.model.standard import Library
from contractkit.readers import document, outline
from contractkit.writers import write

ROOT = Path(__file__).resolve().parents[1]
CASES = Path(__file__).with_suffix(".jsonl")


@cache
def library() -> Library:
    """The clause library that comes with contractkit."""
    return load_library(default_root())


@cache
def issued(template: str, code: str) -> bytes:
    """The agreement of the sample values as it is issued."""
    values = read_values_file(ROOT / "examples" / f"{template}.yaml")
    made = assemble(library(), template, values, language=code)
    look = library().templates[template, code].look
    return write(made, ".docx", look=find_look(library(), code, look), look_name=look)


def returned(case: Mapping[str, object]) -> bytes:
    """The Word file that comes back."""
    return edited(issued(str(case["template"]), str(case["language"])), case["does"])  # type: ignore[arg-type]


def reviewed(case: Mapping[str, object], data: bytes) -> Comparison:
    """The review of the file that came back."""
    draft = outline(document(data, f"{case['id']}.docx"))
    standard = standard_for(library(), draft)
    return review(library(), draft, standard, side=case["side"], ignore=HARMLESS)  # type: ignore[arg-type]


def is_told(case: Mapping[str, object], result: Comparison) -> bool:
    """Whether a finding names the edit rightly: its kind, its weight at least, its direction."""
    said = language(result.base.language).labels
    return any(
        {one.kind, one.rule} & set(case["expect"])  # type: ignore[call-overload]
        and ORDER[one.severity] <= ORDER[case["severity"]]  # type: ignore[index]
        and (not case["direction"] or said[f"why.{case['direction']}"].strip() in one.message)
        for one in result.findings
    )


def line(finding: Finding) -> str:
    """A finding on one line."""
    advice = finding.advice.kind if finding.advice else "-"
    return f"    {finding.severity:<6} {finding.rule}/{finding.kind} [{advice}] {finding.message}"


def main() -> None:
    """Print a line for each edit, and how many are told as expected."""
    parser = argparse.ArgumentParser()
    parser.add_argument("ids", nargs="*")
    parser.add_argument("--missed", action="store_true")
    parser.add_argument("--docx", type=Path)
    given = parser.parse_args()
    cases = [json.loads(row) for row in CASES.read_text("utf-8").splitlines()]
    told, more = 0, 0
    for case in cases:
        data = returned(case)
        if given.docx:
            (given.docx / f"{case['id']}.docx").write_bytes(data)
        result = reviewed(case, data)
        right = is_told(case, result)
        told += right
        more += max(len(result.findings) - len(case["does"]), 0)
        kinds = ", ".join(f"{one.kind or one.rule} ({one.severity})" for one in result.findings)
        print(f"{'yes' if right else 'NO':<4}{case['id']:<22}{kinds or '-'}")
        if case["id"] in given.ids or (given.missed and not right):
            print("\n".join(map(line, result.findings)))
    print(f"{told} of {len(cases)} told as expected; {more} findings more than edits")


if __name__ == "__main__":
    main()
