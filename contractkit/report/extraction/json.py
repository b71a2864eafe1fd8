"""Extractions -> JSON, in the documented shape (docs/json.md)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from contractkit.model.extraction import Extraction, Fact


def extraction_json(extractions: Sequence[Extraction]) -> bytes:
    """One object for one file, a list of them for several."""
    data = [_file(extraction) for extraction in extractions]
    shown = data[0] if len(data) == 1 else data
    return (json.dumps(shown, ensure_ascii=False, indent=1) + "\n").encode()


def _file(extraction: Extraction) -> dict[str, Any]:
    return {
        "file": extraction.file,
        "language": extraction.language,
        "facts": [_fact(fact) for fact in extraction.facts],
    }


def _fact(fact: Fact) -> dict[str, Any]:
    data: dict[str, Any] = {
        "kind": fact.kind,
        "name": fact.name,
        "value": fact.value,
        "op": fact.op,
        "text": fact.text,
        "start": fact.start,
        "end": fact.end,
        "clause": fact.clause,
        "scope": fact.scope,
        "rule": fact.rule,
        "confidence": fact.confidence,
    }
    if fact.details:
        data["details"] = dict(fact.details)
    return data
