"""Defined terms with their uses, and terms that are used as if they were defined and are not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from contractkit.extract.parties import actors
from contractkit.extract.source import Passage, Source
from contractkit.model.extraction import Fact

if TYPE_CHECKING:
    from contractkit.lang.statements import Defined


def definitions(source: Source) -> Iterator[Fact]:
    """Each definition with how often its term is used elsewhere; then what lacks a definition."""
    found: dict[str, tuple[Passage, Defined]] = {}
    for passage in source.passages:
        for one in source.language.statements.defined(passage.text):
            found.setdefault(one.term, (passage, one))
    uses = _uses(source, found)
    for passage, one in found.values():
        yield source.fact(
            passage,
            one.start,
            one.end,
            kind="definition",
            name=one.term,
            value=" ".join(one.meaning.split()),
            rule=one.rule,
            details=(("uses", str(max(uses[one.term] - 1, 0))),),
        )
    yield from _undefined(source, found)


def _uses(source: Source, found: Mapping[str, object]) -> Counter[str]:
    """How often each term stands in the text, its definition included; the longest term counts."""
    counts: Counter[str] = Counter()
    if not found:
        return counts
    terms = sorted(found, key=len, reverse=True)
    pattern = re.compile("|".join(rf"(?<![A-Za-z]){re.escape(term)}(?![a-z])" for term in terms))
    for passage in source.passages:
        counts.update(match[0] for match in pattern.finditer(" ".join(passage.text.split())))
    return counts


def _undefined(source: Source, found: Mapping[str, object]) -> Iterator[Fact]:
    known = {term.casefold() for term in found} | {name.casefold() for name in actors(source)}
    known |= {form + "s" for form in known} | {form.removesuffix("s") for form in known}
    headings = {
        clause.heading.casefold() for _, clause in source.agreement.walk() if clause.heading
    }
    first: dict[str, tuple[Passage, int, int]] = {}
    uses: Counter[str] = Counter()
    for passage in source.passages:
        if passage.part != "body":
            continue
        for token in source.language.statements.quoted(passage.text):
            name = token.text.casefold()
            inside = any(name in term or term in name for term in known if len(term) > 2)
            if name in known or inside or name in headings or token.start < passage.own:
                continue
            uses[name] += 1
            first.setdefault(name, (passage, token.start, token.end))
    for name, (passage, start, end) in first.items():
        text = passage.text[start:end]
        yield source.fact(
            passage,
            start,
            end,
            kind="undefined",
            name=" ".join(text.split()),
            value="",
            rule="undefined.term",
            details=(("uses", str(uses[name])),),
        )
