"""Extractions -> lines for a terminal: the kinds, and under each its facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from contractkit.lang import language as language_of
from contractkit.model.extraction import Extraction, Fact
from contractkit.report.extraction.readings import called, detail, reading

TEXT = 72  # characters of a fact's text on its line


def extraction_text(extractions: Sequence[Extraction]) -> bytes:
    """The facts, a line each, under a line for each kind with how many there are."""
    lines = [line for extraction in extractions for line in _lines(extraction)]
    return ("\n".join(lines) + "\n").encode()


def _lines(extraction: Extraction) -> Iterator[str]:
    labels = language_of(extraction.language).labels
    yield f"{extraction.file}: {extraction.title}" if extraction.title else extraction.file
    for kind, group in groupby(extraction.facts, key=lambda fact: fact.kind):
        facts = list(group)
        yield f"  {labels.get(f'facts.{kind}', kind)} ({len(facts)})"
        yield from (f"    {_line(fact, labels)}" for fact in facts)


def _value(fact: Fact, labels: Mapping[str, str]) -> str:
    said = labels.get(f"reading.{fact.kind}.{fact.value}") or reading(fact.value, fact.op, labels)
    return f"{said} ({fact.op}{fact.value})" if said else f"{fact.op}{fact.value}"


def _line(fact: Fact, labels: Mapping[str, str]) -> str:
    where = f"{fact.scope} {fact.clause}".strip()
    duty = fact.kind == "duty"
    details = "; ".join(
        f"{labels.get(f'fact.{key}', key)}: {detail(key, text, labels)}"
        for key, text in fact.details
        if text
    )
    text = " ".join(fact.text.split())
    text = text if len(text) <= TEXT else f"{text[:TEXT]}…"
    parts = (
        f"[{where}]" if where else "",
        called(fact, labels),
        f"{labels.get(fact.op, fact.op)} {fact.value}" if duty else _value(fact, labels),
        f"({details})" if details else "",
        f"| {text}" if text and text != fact.value and not duty else "",
    )
    return " ".join(part for part in parts if part.strip())
