"""Comparison -> a few lines of plain text: the counts, then what needs a decision."""

from __future__ import annotations

from collections import Counter

from contractkit.lang import language
from contractkit.model.comparison import Comparison


def comparison_text(comparison: Comparison) -> str:
    """The summary as text, a finding a line, with the basis on the line below it."""
    words = language(comparison.base.language).labels
    changes = Counter(pair.change for pair in comparison.pairs)
    tally = ", ".join(f"{words[change]} {count}" for change, count in changes.most_common())
    lines = [f"{words['pairs']}: {tally}"]
    if not comparison.findings:
        lines.append(words["no_findings"])
    for finding in comparison.findings:
        lines.append(f"[{words[finding.severity]}] {finding.clause} {finding.message}")
        if finding.basis:
            lines.append(f"    {words['basis']}: {finding.basis}")
    return "\n".join(lines) + "\n"
