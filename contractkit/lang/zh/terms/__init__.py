"""How a Chinese agreement says its terms; ``TERMS`` is the table that ``extract`` reads."""

from __future__ import annotations

from contractkit.lang.zh.terms.dates import AGREEMENT_DATE, EFFECTIVE_DATE
from contractkit.lang.zh.terms.disputes import DISPUTE_RESOLUTION
from contractkit.lang.zh.terms.ending import END, RENEWAL
from contractkit.lang.zh.terms.law import GOVERNING_LAW, LEGAL_BASIS
from contractkit.lang.zh.terms.payment import PAYMENT

TERMS = (
    *AGREEMENT_DATE,
    *EFFECTIVE_DATE,
    *END,
    *RENEWAL,
    *GOVERNING_LAW,
    *LEGAL_BASIS,
    *DISPUTE_RESOLUTION,
    *PAYMENT,
)

__all__ = ["TERMS"]
