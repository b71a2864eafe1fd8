"""Comparison -> Markdown: the counts, the findings and the clauses as tables."""

from __future__ import annotations

import re
from collections import Counter

from contractkit.model.comparison import Comparison
from contractkit.report.phrases import SIDES, facts_and_notes, labels_of
from contractkit.report.tables import FREE, clauses, issues
from contractkit.sheets import Table

# What has a meaning in Markdown or in the HTML that it may hold; a counterparty's text has none.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#!&])")


def comparison_markdown(comparison: Comparison, *, review: bool = False) -> str:
    """The report as Markdown text, every text of the documents escaped."""
    words = labels_of(comparison)
    counts = Counter(finding.severity for finding in comparison.findings)
    tally = ", ".join(
        f"{words[severity]} {counts[severity]}" for severity in ("high", "medium", "low")
    )
    sides = (
        f"- {words[key]}: {_escape(' – '.join(filter(None, (side.title, side.name))))}"
        for key, side in zip(SIDES[review], (comparison.base, comparison.other), strict=True)
    )
    told = (f"- {name}: {_escape(text)}" for name, text in facts_and_notes(comparison))
    parts = [
        f"# {words['review_title']}",
        "\n".join((*sides, f"- {words['findings']}: {tally}", *told)),
        f"## {words['findings']}",
        _table(issues(comparison)) if comparison.findings else words["no_findings"],
        f"## {words['pairs']}",
        _table(clauses(comparison, review=review)),
        f"*{words['generated_by']}*",
    ]
    return "\n\n".join(parts) + "\n"


def _table(table: Table) -> str:
    """The columns of ``table`` that are printed: the rest says the same in full, or is for filling
    in by hand.
    """
    columns = table.printed - len(FREE) if table.printed else len(table.columns)
    lines = [table.columns[:columns], ("---",) * columns]
    lines += [tuple(_escape(str(cell)) for cell in row[:columns]) for row in table.rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
