"""How an English agreement says when it is paid."""

from __future__ import annotations

from contractkit.lang.en.terms.words import every, find
from contractkit.lang.statements import TermRule

_BY = r"(?:within|(?:no|not)\s+later\s+than|net|on\s+or\s+before|days\s+(?:of|after|from))"
PAYMENT = (
    TermRule(
        "payment",
        "term.payment.within",
        every(
            r"\b(?:shall|will|must|agrees?\s+to)\s+(?:\w+\s+){0,3}?(?:pay|remit|reimburse|be\s+(?:paid|due|made|payable|remitted))\b"
            r"|\b(?:due|payable)\s+(?:and\s+payable\s+)?(?:within|net|no\s+later|on)\b|\bpayment\s+(?:terms|is\s+due|within)",
            rf"\b(?:pay(?:able|ments?)?|paid|remit\w*|reimburse\w*|due|made)\b[^.;]{{0,100}}?\b{_BY}\b|\b{_BY}\b(?:(?!,\s+and\b)[^.;]){{0,100}}?\b(?:pay(?:able)?|paid|remit\w*|reimburse\w*)\b",
        ),
        ("duration",),
        strict=True,
        unless=find(
            r"\b(?:terminat\w+|cure|notice\s+of\s+(?:breach|default)|renew\w*|indemnif\w+|liquidated\s+damages|penalt\w+|answer\s+in\s+writing|transfers?\s+a\s+member)\b"
        ),
    ),
)
