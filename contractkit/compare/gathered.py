"""What several findings say of one place -> one finding that says it all.

A retention of 15 years breaks a floor of the law and stands beyond the playbook's limit, and was 30
years before: that is one thing to decide, for two reasons.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from contractkit.model.comparison import Advice, Finding, Severity

ORDER: tuple[Severity, ...] = ("high", "medium", "low")
# What a breach of law says with it: the reasons of some, nothing more of others.
REASONS = ("value", "value_added", "value_removed", "prohibited")
SAME = ("passage", "obligation")


def gathered(findings: Iterable[Finding], then: str) -> list[Finding]:
    """The findings in their order, those of a place that a breach of law is at within it.

    A required word that is missing is told by the finding that quotes it as gone. ``then`` stands
    between two sentences.
    """
    kept = list(findings)
    by_clause: dict[str, list[Finding]] = defaultdict(list)
    for finding in kept:
        by_clause[finding.clause].append(finding)
    gone: set[int] = set()
    grown: dict[int, Finding] = {}
    for clause, found in by_clause.items():
        if not clause:
            continue
        for keeper in (one for one in found if one.basis or one.kind):
            for other in found:
                if other is keeper or id(other) in gone or not _is_of(other, keeper):
                    continue
                gone.add(id(other))
                grown[id(keeper)] = _with(grown.get(id(keeper), keeper), other, then)
    return [grown.get(id(one), one) for one in kept if id(one) not in gone]


def _is_of(other: Finding, keeper: Finding) -> bool:
    """Whether the other finding is about what the keeper tells already."""
    if other.rule == "required":
        return other.before in keeper.before
    if not keeper.basis or other.basis or other.rule not in (*REASONS, *SAME):
        return False
    return other.start >= 0 and other.start < keeper.end and keeper.start < other.end


def _with(keeper: Finding, other: Finding, then: str) -> Finding:
    """The keeper with the reason of the other, as grave as the graver, for whoever decides."""
    message = keeper.message if other.rule in SAME else f"{keeper.message}{then}{other.message}"
    advice = keeper.advice
    if advice and other.advice and other.advice.who and not advice.who:
        advice = Advice(advice.kind, advice.text, other.advice.who)
    return replace(
        keeper,
        message=message,
        severity=min(keeper.severity, other.severity, key=ORDER.index),
        advice=advice,
        kind=keeper.kind or other.kind,
        standing=keeper.standing or other.standing,
    )
