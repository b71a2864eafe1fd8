"""How an English agreement says how long it runs, when it ends, and on what notice."""

from __future__ import annotations

from contractkit.lang.en.terms.words import LASTING, TIME, dated, every, find
from contractkit.lang.statements import TermRule

_SUBJECT = r"\b(?:agreement|term|contract|addendum|transaction|appointment|engagement|lease|licen[cs]e|period)\b"

END = (
    dated(
        "expiration_date.labelled",
        r"(?:\A|\n|[\"“])\W{0,12}(?:scheduled\s+)?(?:(?:expiration|expiry|termination|end)\s+date)\b[\"”]?\)?\s*(?:of\s+(?:this|the)\s+\w+\s*)?(?:is|shall\s+be|shall\s+mean|:|means|[-–—])",
    ),
    dated(
        "expiration_date.line",  # Term: January 1, 2026 to December 31, 2026
        LASTING,
        side="end",
    ),
    dated(
        "expiration_date.until",
        _SUBJECT,
        r"\b(?:expires?|expiring|until|through|ends?|ending|terminates?|termination\s+date|expiration\s+date|extend|conclude[sd]?)\b(?:\s+(?:on|as\s+of|and\s+including|to))?",
        unless=r"\A\W*whereas\b|\b(?:audit|reports?|invoices?|warranty\s+period|fiscal|insurance|statements?|registration|pay(?:s|able|ment|ments)?|installments?|solicit|commission\w*|payer\s+period|offer|polic(?:y|ies)|terminated\s+agreement)\b",
    ),
    dated(
        "expiration_date.to",
        _SUBJECT,
        r"\b(?:from|commenc\w+|begin\w*|effective|start\w*)\b[^.;]{0,60}?\b\d{4}\b[^.;]{0,40}?\b(?:to|through|until|till|thru)\b",
        side="end",
        unless=r"\A\W*whereas\b|\b(?:audit|reports?|invoices?|fiscal|insurance|pay(?:s|able|ment|ments)?)\b",
    ),
    TermRule(
        "expiration_date",
        "term.expiration_date.event",
        every(
            r"\b(?:term|agreement|contract)\b",
            r"\b(?:shall|will)\s+(?:continue|remain|expire|terminate|extend|end|be\s+in\s+(?:full\s+force|effect)|stay)\b|\b(?:expires?|continues?|ends|and\s+(?:continue|ending))\b",
            r"\b(?:automatically\s+)?(?P<value>\b(?:until|upon|through|on\s+the\s+(?:earlier|later|earliest|expiration|date|first|second|third|fourth|fifth|tenth|\d+\w\w|last|anniversary)|if\s+the|automatically|at\s+the\s+end\s+of|indefinitely|in\s+perpetuity)\b[^.;]{0,160})",
        ),
        single=True,
        unless=find(
            r"\b(?:renew|confidential\w*|surviv\w+|obligations?\s+(?:of|under|to)|insurance|indemnif\w+|warranty|employment|purchase\s+orders?|terminated\s+agreement)\b|\A\W*if\b"
        ),
    ),
)
_LASTS = r"(?:continue|remain|be|extend|endure|last|run|stay)s?"
DURATION = (
    TermRule(
        "term",
        "term.term.initial",
        every(
            r"\b(?:initial\s+(?:term|period)|term\s+of\s+(?:this|the)\s+\w+(?:\s+agreement)?|term\s*[\"”:)]|initial[\"”]?\)?\s+\w+\s+term|contract\s+(?:term|period))"
        ),
        ("duration",),
        strict=True,
        single=True,
        unless=find(
            r"\b(?:renewal\s+term\s+shall\s+be|preceding\s+the\s+end|confidential\w*|records?|books|retain|solicit|compete|installments?|thereafter\b[^.]{0,60}\bnot)\b"
        ),
    ),
    TermRule(
        "term",
        "term.term.continues",
        every(
            r"\b(?:agreement|appointment|engagement|contract|addendum|lease|engaged|appointed|retained|it)\b",
            rf"\b{_LASTS}\s+(?:in\s+(?:full\s+)?(?:force|effect)[^.;]{{0,30}}|for)|\b(?:period|duration|term)\s+of\b|\bterm\s+(?:shall|is|will)\b|\b(?:shall|will)\s+extend\b|\bruns?\s+for\b",
        ),
        ("duration",),
        side="after",
        strict=True,
        single=True,
        unless=find(
            r"\b(?:notice|confidential\w*|surviv\w+|records?|cure|insurance|warrant\w+|default|breach|solicit|compete"
            r"|following\s+(?:the\s+)?termination|could\s+not|after\s+(?:the\s+)?(?:termination|expiration)|post-termination|invoice|days?)\b"
        ),
    ),
)
TERMINATION_NOTICE = (
    TermRule(
        "termination_notice",
        "term.termination_notice.upon",
        every(
            r"\bterminat\w+|\bcancel\b",
            rf"{TIME}[’']?\s+(?:(?:prior|advance|written|previous|calendar|of|in)[\s,-]+){{0,4}}(?:notice|notif\w+|prior|advance)\b|\bnotice\b[^.;,]{{0,40}}?\b(?:of|least|than)\s+(?:at\s+least\s+|not\s+less\s+than\s+)?{TIME}",
        ),
        ("duration",),
        strict=True,
        unless=find(r"\b(?:renew\w*|insurance|employment|cured?)\b"),
    ),
)
