"""Agreement -> facts about it. ``EXTRACTORS`` is the table of what is looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from contractkit.extract.citations import citations
from contractkit.extract.clause_types import clause_types
from contractkit.extract.definitions import definitions
from contractkit.extract.duties import duties
from contractkit.extract.names import model_names
from contractkit.extract.parties import parties
from contractkit.extract.references import references
from contractkit.extract.source import Source, source
from contractkit.extract.terms import terms
from contractkit.extract.thresholds import thresholds
from contractkit.extract.values import values
from contractkit.lang.texts import Token
from contractkit.model.agreement import Agreement
from contractkit.model.extraction import FACTS, Extraction, Fact
from contractkit.model.standard import Library

__all__ = ["EXTRACTORS", "Source", "extract", "references"]

EXTRACTORS: Mapping[str, Callable[[Source], Iterable[Fact]]] = {
    "parties": parties,
    "terms": terms,
    "duties": duties,
    "thresholds": thresholds,
    "values": values,
    "definitions": definitions,
    "references": citations,
    "clause_types": clause_types,
}


def extract(
    agreement: Agreement,
    *,
    library: Library | None = None,
    names: Callable[[str], tuple[Token, ...]] | None = None,
    extractors: Mapping[str, Callable[[Source], Iterable[Fact]]] = EXTRACTORS,
) -> Extraction:
    """The facts of ``agreement``, by kind in the order of ``FACTS``, then in reading order.

    With a ``library`` each clause is labelled with the standard clause that is nearest to it;
    ``names`` finds names in a text by a model, where somebody has one.
    """
    seen = source(agreement, library)
    facts = [fact for find in extractors.values() for fact in find(seen)]
    facts += model_names(seen, names) if names else ()
    order = {kind: place for place, kind in enumerate(FACTS)}
    facts.sort(key=lambda fact: (order.get(fact.kind, len(order)), fact.kind, fact.start, fact.end))
    return Extraction(
        file=agreement.name,
        language=agreement.language,
        title=agreement.title,
        facts=tuple(facts),
        notes=agreement.notes,
    )
