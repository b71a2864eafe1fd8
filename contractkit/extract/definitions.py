"""Defined terms with their uses, and terms that are used as if they were defined and are not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from contractkit.extract.occurrences import occurrences
from contractkit.extract.parties import actors
from contractkit.extract.source import Passage, Source
from contractkit.model.extraction import Fact

if TYPE_CHECKING:
    from contractkit.lang.statements import Defined

ABBREVIATION = 4  # letters: what is longer and in capitals is a word
MOST_WORDS = 16  # of a term or heading that count
Pieces = frozenset[tuple[str, ...]]


def definitions(source: Source) -> Iterator[Fact]:
    """Each definition with how often its term is used elsewhere; then what lacks a definition."""
    found: dict[str, tuple[Passage, Defined]] = {}
    for passage in source.passages:
        for one in source.language.statements.defined(passage.text):
            found.setdefault(one.term, (passage, one))
    forms = {term: {term, *_lower_forms(term)} for term in found}
    uses = occurrences(
        {form for several in forms.values() for form in several},
        (" ".join(passage.text.split()) for passage in source.passages),
    )
    for passage, one in found.values():
        yield source.fact(
            passage,
            one.start,
            one.end,
            kind="definition",
            name=one.term,
            value=" ".join(one.meaning.split()),
            rule=one.rule,
            details=(("uses", str(max(sum(uses[form] for form in forms[one.term]) - 1, 0))),),
        )
    yield from _undefined(source, found)


def _lower_forms(term: str) -> Iterator[str]:
    """A term defined in capitals (NET SALES) as the text goes on to write it (Net Sales)."""
    if term.isupper() and len(term) > ABBREVIATION:
        yield " ".join(word.capitalize() for word in term.split())


def _undefined(source: Source, found: Mapping[str, object]) -> Iterator[Fact]:
    known = _known(source, found)
    within = _pieces(source, (*known, *_headings(source)))
    first: dict[str, tuple[Passage, int, int]] = {}
    uses: Counter[str] = Counter()
    for passage in source.passages:
        if passage.part != "body":
            continue
        said = source.language.statements.quoted(passage.text)
        stated = [(v.start, v.end) for v in source.values(passage.text)] if said else []
        for token in said:
            name = " ".join(token.text.casefold().split())
            if token.start < passage.own or _words(source, name) in within:
                continue
            if any(start < token.end and token.start < end for start, end in stated):
                continue  # part of an address, or an amount in words
            if not _pieces(source, (name,)).isdisjoint(known.values()):
                continue
            same = next((form for form in (name, name + "s", name[:-1]) if form in first), name)
            uses[same] += 1
            first.setdefault(same, (passage, token.start, token.end))
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


def _known(source: Source, found: Mapping[str, object]) -> Mapping[str, tuple[str, ...]]:
    """The words of each defined term and party's name, in small letters, one and many."""
    terms = {" ".join(term.casefold().split()) for term in (*found, *actors(source))}
    terms |= {form.removesuffix("y") + "ies" for form in terms if form.endswith("y")}
    terms |= {form + "s" for form in terms} | {form.removesuffix("s") for form in terms}
    return {term: _words(source, term) for term in terms if len(term) > 2}


def _headings(source: Source) -> Iterator[str]:
    for _, clause in source.agreement.walk():
        if clause.heading:
            yield clause.heading.casefold()


def _words(source: Source, text: str) -> tuple[str, ...]:
    return tuple(token.text for token in source.language.tokens(text))


def _pieces(source: Source, texts: Iterable[str]) -> Pieces:
    """Every run of words of the texts: what a phrase is looked up in that may be part of one."""
    found: set[tuple[str, ...]] = set()
    for text in texts:
        words = _words(source, text)[:MOST_WORDS]
        ends = range(1, len(words) + 1)
        found.update(words[start:end] for end in ends for start in range(end))
    return frozenset(found)
