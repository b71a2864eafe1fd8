"""The types of clause of commercial contracts (those of CUAD) that words can tell."""

from __future__ import annotations

from contractkit.lang.en.clause_types.exchange import EXCHANGE
from contractkit.lang.en.clause_types.protection import PROTECTION
from contractkit.lang.en.clause_types.restriction import RESTRICTION

TYPES = (*PROTECTION, *RESTRICTION, *EXCHANGE)

__all__ = ["TYPES"]
