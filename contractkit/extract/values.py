"""Passages -> the values they state, where these disagree, and the clauses' own numbers."""

from __future__ import annotations

from collections.abc import Iterator

from contractkit.extract.source import Source
from contractkit.model.extraction import Fact


def values(source: Source) -> Iterator[Fact]:
    """Every value of the text; of clause numbers the clauses' own, since others are citations.

    A value whose words and figures differ, or a code whose check digit is wrong, is also a
    ``disagreement``: its name the kind of value, its ``other`` what the text says beside it.
    """
    for passage in source.passages:
        for value in source.values(passage.text):
            own = value.end <= passage.own
            if value.kind == "clause" and not own:
                continue
            yield source.fact(
                passage,
                value.start,
                value.end,
                kind=value.kind,
                name=passage.heading if value.kind == "clause" else value.unit,
                value=value.value,
                op=value.op,
                rule=f"value.{value.kind}",
            )
            if value.conflict:
                yield source.fact(
                    passage,
                    value.start,
                    value.end,
                    kind="disagreement",
                    name=value.kind,
                    value=value.value,
                    op=value.op,
                    rule=f"disagreement.{value.kind}",
                    details=[("other", value.conflict)],
                )
