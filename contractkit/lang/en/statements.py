"""What English knows of the statements of a contract."""

from __future__ import annotations

from contractkit.lang.en.capitals import capitals
from contractkit.lang.en.clause_types import TYPES
from contractkit.lang.en.definitions import defined, quoted
from contractkit.lang.en.duties import duties, lead
from contractkit.lang.en.measures import indices, measure
from contractkit.lang.en.parties import parties
from contractkit.lang.en.sentences import sentences
from contractkit.lang.en.terms import TERMS
from contractkit.lang.statements import Statements

STATEMENTS = Statements(
    sentences=sentences,
    duties=duties,
    lead=lead,
    parties=parties,
    defined=defined,
    quoted=quoted,
    capitals=capitals,
    indices=indices,
    measure=measure,
    terms=TERMS,
    types=TYPES,
    recitals=True,
)
