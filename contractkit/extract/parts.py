"""Which passages are the agreement's own, where its file holds several documents."""

from __future__ import annotations

from typing import cast

from contractkit.extract.source import Passage, Source


def own_passages(source: Source) -> tuple[Passage, ...]:
    """The passages from the heading that begins the agreement's part to the next such heading.

    A reader leaves what stands before and after the chosen document in its preamble and closing.
    """
    if "own" not in source.memo:
        passages = source.passages
        first = max((n for n, p in _parts(source, "preamble")), default=-1) + 1
        last = min((n for n, p in _parts(source, "closing")), default=len(passages))
        source.memo["own"] = passages[first:last]
    return cast("tuple[Passage, ...]", source.memo["own"])


def _parts(source: Source, place: str) -> list[tuple[int, Passage]]:
    """The headings of parts that stand in the preamble or in the closing."""
    begins = source.language.lexicon.part
    return [
        (number, passage)
        for number, passage in enumerate(source.passages)
        if passage.part == place and any(map(begins.match, passage.text.splitlines()))
    ]
