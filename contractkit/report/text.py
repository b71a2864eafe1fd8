"""Comparison -> a few lines of plain text: the counts, then what needs a decision."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from contractkit.lang import language
from contractkit.model.comparison import Advice, Comparison
from contractkit.report.phrases import answer, facts_and_notes

QUOTED = 80  # characters of a text in its line


def comparison_text(comparison: Comparison) -> str:
    """The summary as text, a finding a line, with the basis on the line below it."""
    words = language(comparison.base.language).labels
    changes = Counter(pair.change for pair in comparison.pairs)
    tally = ", ".join(f"{words[change]} {count}" for change, count in changes.most_common())
    lines = [f"{name}: {text}" for name, text in facts_and_notes(comparison)]
    lines.insert(1, f"{words['pairs']}: {tally}")
    if not comparison.findings:
        lines.append(words["no_findings"])
    for finding in comparison.findings:
        lines.append(f"[{words[finding.severity]}] {finding.clause} {finding.message}")
        if finding.basis:
            lines.append(f"    {words['basis']}: {finding.basis}")
        if finding.advice:
            lines.append(f"    {words['advice']}: {advised(finding.advice, words)}")
    return "\n".join(lines) + "\n"


def advised(advice: Advice, words: Mapping[str, str]) -> str:
    """What to answer, in a line."""
    text = " ".join(advice.text.split())
    text = text if len(text) <= QUOTED else f"{text[:QUOTED]}…"
    return words[f"advice.{answer(advice)}"].format(text=text, who=advice.who)
