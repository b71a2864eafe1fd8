"""Two Agreements -> Comparison: align, diff, changes, judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from types import MappingProxyType

from contractkit.compare.align import align
from contractkit.compare.changes import Context, paired
from contractkit.compare.citations import citations
from contractkit.compare.encoder import Encoder
from contractkit.compare.judge import Judge
from contractkit.compare.meaning import by_meaning
from contractkit.compare.signs import Reader
from contractkit.compare.units import units
from contractkit.compare.versions import version, version_findings, versions_paired
from contractkit.compare.vocabulary import Vocabulary
from contractkit.lang import language as language_of
from contractkit.lang.base import Language
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import HARMLESS, Comparison, Role, Side, Unit
from contractkit.model.extraction import Reference
from contractkit.model.standard import Library

__all__ = ["closest", "compare"]

NONE: Mapping[str, Sequence[str]] = MappingProxyType({})


def compare(
    base: Agreement,
    other: Agreement,
    *,
    library: Library | None = None,
    template: str = "",
    side: Role = "payer",
    references: tuple[Sequence[Reference], Sequence[Reference]] = ((), ()),
    fallbacks: Mapping[str, Sequence[str]] = NONE,
    ignore: Sequence[str] = HARMLESS,
    encoder: Encoder | None = None,
) -> Comparison:
    """What differs between ``base`` and ``other``, clause by clause, in reading order.

    With a ``library`` the findings follow its playbook and, for agreements made from ``template``,
    its rules of law; ``fallbacks`` are our second positions by clause, as texts. They are judged
    for the party ``side``; deltas of the kinds in ``ignore`` are counted and make no finding.
    ``references`` are those that ``extract.references`` finds in either side: without them a
    citation that only follows the numbering counts as another one. With an ``encoder``, a model of
    sentences, clauses whose words have nothing in common are paired by what they mean.
    Where the two are in different languages, what is told is whether both say the same, as far as
    it has a form in both; of the ``library`` its headings alone are used.
    """
    language = language_of(base.language)
    language = replace(language, values=cache(language.values))  # several ask for those of a text
    ours, theirs = units(base), units(other)
    titles = (_titles(base, language), _titles(other, language_of(other.language)))
    cited = (citations(base, references[0]), citations(other, references[1]))
    if base.language != other.language:
        pairs = versions_paired(
            version(ours, language, titles[0]),
            version(theirs, language_of(other.language), titles[1]),
            cited,
            [clause.title for clause in library.clauses.values()] if library else (),
            encoder,
        )
        found = version_findings(pairs, language)
        return Comparison(_side(base, ours), _side(other, theirs), pairs, found, side)
    judge = Judge(language, library, template, side, titles[0], fallbacks, frozenset(ignore))
    context = Context(
        language,
        cited,
        (Reader(language, titles[0]), Reader(language, titles[1])),
        judge.direction,
        frozenset(ignore),
        standard=not base.digest,
    )
    matches = align(ours, theirs, language)
    if encoder is not None:
        matches = by_meaning(ours, theirs, matches, language, encoder)
    pairs = paired(ours, theirs, matches, context)
    counts = Counter(d.kind for pair in pairs for d in pair.deltas if d.kind in context.ignored)
    return Comparison(
        _side(base, ours),
        _side(other, theirs),
        pairs,
        judge.findings(pairs, theirs, other if library else None),
        side,
        tuple((kind, counts[kind]) for kind in HARMLESS if counts[kind]),
    )


def _titles(agreement: Agreement, language: Language) -> dict[str, str]:
    """The roles by the titles that the parties go by."""
    own = {party.title: party.role for party in agreement.parties if party.title and party.role}
    known = own or language.lexicon.parties
    return {**known, **{title.upper(): role for title, role in known.items()}}


def closest(other: Agreement, bases: Mapping[str, Agreement]) -> list[tuple[str, float]]:
    """The names in ``bases`` with their likeness to ``other``, the most alike first.

    The likeness is the mean, over the clauses of ``other``, of that with the best clause of a base;
    a text without clauses counts by all that it has.
    """
    language = language_of(other.language)
    vocabulary = Vocabulary(language.words)
    theirs = vocabulary.bags(_clauses(other))
    ranked = []
    for name, base in bases.items():
        ours = vocabulary.bags(_clauses(base))
        best = vocabulary.cosines(ours, theirs).max(axis=0) if ours.size and theirs.size else None
        ranked.append((name, 0.0 if best is None else float(best.mean())))
    return sorted(ranked, key=lambda pair: (-pair[1], pair[0]))


def _clauses(agreement: Agreement) -> list[str]:
    """The texts of the clauses; of an agreement without any, all that it has."""
    found = units(agreement)
    clauses = [unit for unit in found if unit.kind == "clause"] or found
    return [f"{unit.heading} {unit.text}" for unit in clauses]


def _side(agreement: Agreement, its_units: Sequence[Unit]) -> Side:
    clauses = sum(unit.kind == "clause" for unit in its_units)
    return Side(
        agreement.name,
        agreement.title,
        agreement.language,
        clauses,
        agreement.digest,
        agreement.notes,
    )
