"""What the parts of an agreement are: title, parties, recitals, definitions, signatures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from contractkit.lang import language
from contractkit.model.agreement import Agreement
from contractkit.model.document import Block

Part = Literal["title", "party", "recital", "text", "signature"]

DEFINING = ("chapter", "clause")  # the kinds of clauses that may be told as definitions


def preamble_parts(agreement: Agreement) -> Iterator[tuple[Part, Block]]:
    """The blocks before the clauses that are not blank, each with what it is.

    What follows a recital, up to the first clause, belongs to the recitals.
    """
    lexicon = language(agreement.language).lexicon
    recited = False
    for block in agreement.preamble:
        text = block.text.strip()
        if not text:
            continue
        recited = recited or bool(lexicon.recital.match(text))
        if recited:
            yield "recital", block
        elif text == agreement.title or lexicon.title.fullmatch(text):
            yield "title", block
        else:
            yield "party" if lexicon.party.match(text) else "text", block


def closing_parts(agreement: Agreement) -> Iterator[tuple[Part, Block]]:
    """The blocks after the clauses that are not blank: the signature block begins them."""
    for block in agreement.closing:
        if block.text.strip():
            yield "signature", block


def clause_kinds(agreement: Agreement) -> Iterator[str]:
    """The kind of each node in reading order, ``definitions`` where a clause says what words mean.

    Its heading tells; an attachment of definitions remains an attachment.
    """
    lexicon = language(agreement.language).lexicon
    for _, clause in agreement.walk():
        defines = clause.kind in DEFINING and lexicon.definitions.search(clause.heading.strip())
        yield "definitions" if defines else clause.kind
