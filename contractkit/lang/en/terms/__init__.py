"""How an English agreement says its terms; ``TERMS`` is the table that ``extract`` reads."""

from __future__ import annotations

from contractkit.lang.en.terms.dates import AGREEMENT_DATE, EFFECTIVE_DATE
from contractkit.lang.en.terms.disputes import DISPUTE_RESOLUTION
from contractkit.lang.en.terms.ending import DURATION, END, TERMINATION_NOTICE
from contractkit.lang.en.terms.law import GOVERNING_LAW
from contractkit.lang.en.terms.payment import PAYMENT
from contractkit.lang.en.terms.renewal import RENEWAL, RENEWAL_NOTICE

TERMS = (
    *AGREEMENT_DATE,
    *EFFECTIVE_DATE,
    *END,
    *DURATION,
    *RENEWAL,
    *RENEWAL_NOTICE,
    *TERMINATION_NOTICE,
    *GOVERNING_LAW,
    *DISPUTE_RESOLUTION,
    *PAYMENT,
)

__all__ = ["TERMS"]
