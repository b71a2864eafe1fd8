"""Comparison -> tables: the issue list to negotiate from, all clauses, all differences.

What a workbook and a Markdown page both show is decided here once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from contractkit.model.comparison import Comparison, Finding, Pair
from contractkit.report.phrases import SIDES, answer, difference, labels_of, name_of
from contractkit.sheets import Table

ISSUE = ("severity", "clause", "finding", "basis", "advice", "proposed", "decides")
"""The columns of the issue list that are read and printed."""
FREE = ("response", "settled")  # … those that are left for the negotiation
FULL = ("before", "after", "standing")  # … and what a finding's sentence says too, in full
FILLS = {"high": "F6C9C5", "medium": "FBE5B6", "low": "DCE6F1"}  # severities, as in the page


def issues(comparison: Comparison) -> Table:
    """The findings, a row each, with two columns left free for the negotiation; on paper only what
    is needed there.
    """
    words = labels_of(comparison)
    keys = (*ISSUE, *FREE, *FULL)
    return Table(
        words["findings"],
        ("#", *(words[key] for key in keys)),
        [
            (number, *_issue(finding, words), *(None for _ in FREE), *_full(finding, words))
            for number, finding in enumerate(comparison.findings, start=1)
        ],
        fills={words[severity]: colour for severity, colour in FILLS.items()},
        printed=1 + len(ISSUE) + len(FREE),
    )


def clauses(comparison: Comparison, *, review: bool) -> Table:
    """All pairs in reading order, also those without a finding: nothing is hidden."""
    words = labels_of(comparison)
    keys = (*SIDES[review], "change", "score", "reason", "differences")
    return Table(
        words["pairs"],
        tuple(words[key] for key in keys),
        [tuple(_clause(pair, words)) for pair in comparison.pairs],
    )


def differences(comparison: Comparison, *, review: bool) -> Table:
    """Each difference that means something, a row each."""
    words = labels_of(comparison)
    keys = (*SIDES[review], "kind", "before", "after", "direction")
    return Table(
        words["differences"],
        tuple(words[key] for key in keys),
        [
            (
                name_of(pair.base, words),
                name_of(pair.other, words),
                words.get(f"kind.{delta.kind}", delta.kind),
                delta.before,
                delta.after,
                words.get(delta.direction, ""),
            )
            for pair in comparison.pairs
            for delta in pair.deltas
        ],
    )


def _issue(finding: Finding, words: Mapping[str, str]) -> Iterator[str]:
    yield words[finding.severity]
    yield finding.clause
    yield finding.message
    yield finding.basis
    yield words[f"answer.{answer(finding.advice)}"] if finding.advice else ""
    yield finding.advice.text if finding.advice else ""
    yield finding.advice.who if finding.advice else ""


def _full(finding: Finding, words: Mapping[str, str]) -> Iterator[str]:
    yield finding.before
    yield finding.after
    yield words[f"standing.name.{finding.standing}"] if finding.standing else ""


def _clause(pair: Pair, words: Mapping[str, str]) -> Iterator[str]:
    yield name_of(pair.base, words)
    yield name_of(pair.other, words)
    yield words[pair.change]
    yield f"{pair.score:.0%}" if pair.base and pair.other else ""
    yield words.get(f"reason.{pair.reason}", pair.reason)
    yield "; ".join(
        difference(delta.kind, delta.before, delta.after, words) for delta in pair.deltas
    )
