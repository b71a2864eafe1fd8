"""What stands around the clauses, told apart: title, parties, recitals, signatures."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from contractkit.lang import language
from contractkit.model.agreement import Agreement
from contractkit.model.document import Block

Part = Literal["title", "party", "recital", "text", "signature"]


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
