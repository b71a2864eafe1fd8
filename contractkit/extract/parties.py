"""An agreement's parties, each with its role, its name and what else is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from contractkit.extract.source import Passage, Source
from contractkit.lang.statements import Named
from contractkit.model.extraction import Fact

FRONT = 6_000  # characters of the beginning in which an agreement names its parties


def parties(source: Source) -> Iterator[Fact]:
    """Each party once: ``name`` is what the agreement calls it, ``value`` its name."""
    for passage, named in named_parties(source):
        roles = source.language.lexicon.parties
        role = roles.get(named.title) or roles.get(named.title.title(), "")
        yield source.fact(
            passage,
            named.start,
            named.end,
            kind="party",
            name=named.title,
            value=named.name,
            rule=named.rule,
            details=(("role", role), *named.details),
        )


def actors(source: Source) -> tuple[str, ...]:
    """What the agreement calls its parties, and their names."""
    if "actors" not in source.memo:
        found = [named for _, named in named_parties(source)]
        names = [part for named in found for part in (named.title, named.name) if len(part) > 1]
        source.memo["actors"] = tuple(dict.fromkeys(names))
    return cast("tuple[str, ...]", source.memo["actors"])


def named_parties(source: Source) -> list[tuple[Passage, Named]]:
    """The parties with the passage that names each; the first name that is given counts."""
    if "parties" not in source.memo:
        found: dict[str, tuple[Passage, Named]] = {}
        for passage, text in _front(source):
            for named in source.language.statements.parties(text):
                key = named.title or named.name
                if key not in found or (named.name and not found[key][1].name):
                    found[key] = (passage, named)
        source.memo["parties"] = list(found.values())
    return cast("list[tuple[Passage, Named]]", source.memo["parties"])


def _front(source: Source) -> Iterator[tuple[Passage, str]]:
    """The passages of the beginning, then those of the signature page, while they name parties."""
    read = 0
    for passage in source.passages:
        if passage.part == "closing":
            continue
        if read < FRONT:
            yield passage, passage.text
        read += len(passage.text)
    for passage in source.passages:
        if passage.part == "closing":
            yield passage, passage.text
