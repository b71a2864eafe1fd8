"""The agreement's references as facts."""

from __future__ import annotations

from collections.abc import Iterator

from contractkit.extract.references import references
from contractkit.extract.source import Source
from contractkit.model.extraction import Fact


def citations(source: Source) -> Iterator[Fact]:
    """Each reference: its normal form, whether it resolves, and the clauses that it means."""
    passage_of = {
        block.index: (passage, start)
        for passage in source.passages
        for start, block in passage.pieces
    }
    for one in references(source.agreement, source.values):
        if one.span.block not in passage_of:
            continue
        passage, start = passage_of[one.span.block]
        yield source.fact(
            passage,
            start + one.span.start,
            start + one.span.end,
            kind="reference",
            name=one.status,
            value=one.form,
            rule=f"reference.{one.status}",
            details=(("target", ", ".join(one.targets)),),
        )
