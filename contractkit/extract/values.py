"""Passages -> the values they state, and amounts whose words and figures disagree."""

from __future__ import annotations

from collections.abc import Iterator

from contractkit.extract.source import Source
from contractkit.model.extraction import Fact


def values(source: Source) -> Iterator[Fact]:
    """Every value of the text, in reading order; citations are ``references``."""
    for passage in source.passages:
        for value in source.language.values(passage.text):
            if value.kind != "clause" and (value.start or not passage.own):
                yield source.fact(
                    passage,
                    value.start,
                    value.end,
                    kind=value.kind,
                    name=value.unit,
                    value=value.value,
                    op=value.op,
                    rule=f"value.{value.kind}",
                )
