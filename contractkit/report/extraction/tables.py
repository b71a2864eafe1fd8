"""Extractions -> a workbook with a sheet for each kind of fact, or one CSV file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contractkit.lang import language as language_of
from contractkit.model.extraction import FACTS, Extraction, Fact
from contractkit.sheets import Table, csv_file, workbook

COLUMNS = ("file", "clause", "scope", "name", "value", "op", "text", "rule", "confidence")
PLACES = ("start", "end")


def extraction_xlsx(extractions: Sequence[Extraction]) -> bytes:
    """A sheet a kind, a row a fact, file by file; the heads in the first file's language."""
    labels = _labels(extractions)
    tables = []
    for kind in _kinds(extractions):
        extra = _details(extractions, kind)
        heads = tuple(_head(labels, kind, key) for key in (*COLUMNS[:6], *extra, *COLUMNS[6:]))
        rows = [
            _row(extraction, fact, extra)
            for extraction in extractions
            for fact in extraction.facts
            if fact.kind == kind
        ]
        tables.append(Table(labels.get(f"facts.{kind}", kind), heads, rows))
    if not tables:
        tables.append(Table(labels["facts"], tuple(labels[f"fact.{key}"] for key in COLUMNS), ()))
    return workbook(tables)


def extraction_csv(extractions: Sequence[Extraction]) -> bytes:
    """All facts on one sheet with their kind and place; the details in one column each."""
    labels = _labels(extractions)
    extra = tuple(
        dict.fromkeys(key for kind in _kinds(extractions) for key in _details(extractions, kind))
    )
    keys = ("kind", *COLUMNS[:6], *extra, *COLUMNS[6:], *PLACES)
    return csv_file(
        [_head(labels, "", key) for key in keys],
        [
            (fact.kind, *_row(extraction, fact, extra), fact.start, fact.end)
            for extraction in extractions
            for fact in extraction.facts
        ],
    )


def _row(extraction: Extraction, fact: Fact, extra: Sequence[str]) -> tuple[object, ...]:
    labels = language_of(extraction.language).labels
    details = dict(fact.details)
    return (
        extraction.file,
        fact.clause,
        fact.scope,
        labels.get(f"fact.{fact.kind}.{fact.name}", fact.name),
        fact.value,
        labels.get(fact.op, fact.op) if fact.kind == "duty" else fact.op,
        *(details.get(key, "") for key in extra),
        " ".join(fact.text.split()),
        fact.rule,
        fact.confidence,
    )


def _head(labels: Mapping[str, str], kind: str, key: str) -> str:
    """The head of a column: what a duty's name is called, or what any fact's is."""
    head = labels.get(f"fact.{kind}.column.{key}") or labels.get(f"fact.{key}", key)
    return head[:1].upper() + head[1:]


def _labels(extractions: Sequence[Extraction]) -> dict[str, str]:
    code = extractions[0].language if extractions else "en"
    return dict(language_of(code).labels)


def _kinds(extractions: Sequence[Extraction]) -> list[str]:
    found = {fact.kind for extraction in extractions for fact in extraction.facts}
    return [kind for kind in FACTS if kind in found] + sorted(found - set(FACTS))


def _details(extractions: Sequence[Extraction], kind: str) -> tuple[str, ...]:
    """The details that facts of ``kind`` have, in the order in which they first come."""
    return tuple(
        dict.fromkeys(
            key
            for extraction in extractions
            for fact in extraction.facts
            if fact.kind == kind
            for key, _ in fact.details
        )
    )
