"""Comparison -> JSON, in the documented shape (docs/json.md)."""

from __future__ import annotations

import json
from typing import Any

from contractkit.model.comparison import Advice, Comparison, Delta, Edit, Finding, Pair, Side, Unit


def comparison_json(comparison: Comparison) -> str:
    """The comparison as indented JSON text; pairs stand in reading order."""
    return json.dumps(comparison_data(comparison), ensure_ascii=False, indent=1)


def comparison_data(comparison: Comparison) -> dict[str, Any]:
    """The comparison as plain data."""
    return {
        "base": _side(comparison.base),
        "other": _side(comparison.other),
        "pairs": [_pair(pair) for pair in comparison.pairs],
        "findings": [_finding(finding) for finding in comparison.findings],
        "side": comparison.side,
        "verdict": comparison.verdict,
        "ignored": dict(comparison.ignored),
    }


def _side(side: Side) -> dict[str, Any]:
    return {
        "name": side.name,
        "title": side.title,
        "language": side.language,
        "clauses": side.clauses,
        "digest": side.digest,
        "notes": list(side.notes),
    }


def _pair(pair: Pair) -> dict[str, Any]:
    return {
        "change": pair.change,
        "score": pair.score,
        "margin": pair.margin,
        "reason": pair.reason,
        "base": _unit(pair.base),
        "other": _unit(pair.other),
        "edits": [_edit(edit) for edit in pair.edits],
        "deltas": [_delta(delta) for delta in pair.deltas],
    }


def _unit(unit: Unit | None) -> dict[str, Any] | None:
    if unit is None:
        return None
    return {
        "id": unit.id,
        "kind": unit.kind,
        "number": unit.number,
        "heading": unit.heading,
        "text": unit.text,
    }


def _edit(edit: Edit) -> dict[str, Any]:
    return {
        "before": edit.before,
        "after": edit.after,
        "base": [edit.start, edit.end],
        "other": [edit.other_start, edit.other_end],
    }


def _delta(delta: Delta) -> dict[str, Any]:
    return {
        "kind": delta.kind,
        "before": delta.before,
        "after": delta.after,
        "direction": delta.direction,
        "subject": delta.subject,
        "base": [delta.start, delta.end] if delta.start >= 0 else None,
        "other": [delta.other_start, delta.other_end] if delta.other_start >= 0 else None,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "clause": finding.clause,
        "message": finding.message,
        "basis": finding.basis,
        "before": finding.before,
        "after": finding.after,
        "kind": finding.kind,
        "standing": finding.standing,
        "other": [finding.start, finding.end] if finding.start >= 0 else None,
        "advice": _advice(finding.advice),
    }


def _advice(advice: Advice | None) -> dict[str, str] | None:
    if advice is None:
        return None
    return {"kind": advice.kind, "text": advice.text, "who": advice.who}
