"""What Chinese knows of the statements of a contract."""

from __future__ import annotations

from contractkit.lang.statements import Statements
from contractkit.lang.zh.definitions import defined, quoted
from contractkit.lang.zh.duties import duties, lead
from contractkit.lang.zh.measures import indices, measure
from contractkit.lang.zh.parties import parties
from contractkit.lang.zh.sentences import sentences
from contractkit.lang.zh.terms import TERMS

STATEMENTS = Statements(
    sentences=sentences,
    duties=duties,
    lead=lead,
    parties=parties,
    defined=defined,
    quoted=quoted,
    capitals=lambda _text, _known: (),
    indices=indices,
    measure=measure,
    terms=TERMS,
)
