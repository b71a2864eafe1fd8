"""An agreement's parties, each with its role, its name and what else is known of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from contractkit.extract.parts import own_passages
from contractkit.extract.source import Passage, Source
from contractkit.model.document import Block
from contractkit.model.extraction import Fact

if TYPE_CHECKING:
    from contractkit.lang.statements import Named

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
        told = [(one.title, one.name, dict(one.details).get("alias", "")) for one in found]
        names = [name for three in told for name in three if len(name) > 1]
        source.memo["actors"] = tuple(dict.fromkeys(names))
    return cast("tuple[str, ...]", source.memo["actors"])


def named_parties(source: Source) -> list[tuple[Passage, Named]]:
    """The parties with the passage that names each; the first name that is given counts."""
    if "parties" not in source.memo:
        found: dict[str, tuple[Passage, Named]] = {}
        for passage in _front(source):
            for named in source.language.statements.parties(passage.text):
                key = named.title or named.name
                if key not in found or (named.name and not found[key][1].name):
                    found[key] = (passage, named)
                elif named.details and named.name in ("", found[key][1].name):
                    first, known = found[key]
                    more = dict(named.details) | dict(known.details)
                    found[key] = (first, replace(known, details=tuple(more.items())))
        source.memo["parties"] = list(found.values())
    return cast("list[tuple[Passage, Named]]", source.memo["parties"])


def _front(source: Source) -> Iterator[Passage]:
    """The beginning of the agreement as one passage, then those of the signature page."""
    pieces: list[tuple[int, Block]] = []
    text = ""
    for passage in own_passages(source):
        if passage.part == "closing" or len(text) > FRONT:
            break
        start = len(text) + 2 if text else 0
        text = f"{text}\n\n{passage.text}" if text else passage.text
        pieces += [(start + offset, block) for offset, block in passage.pieces]
    if pieces:
        yield Passage(text, 0, tuple(pieces), "preamble")
    yield from (passage for passage in own_passages(source) if passage.part == "closing")
