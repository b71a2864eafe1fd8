"""A row of the table: a type of clause, and the words that tell it."""

from __future__ import annotations

import re

from contractkit.lang.statements import TypeRule


def rule(name: str, *needs: str, unless: str = "") -> TypeRule:
    """The rule that a sentence is of type ``name`` which has every one of ``needs``, not ``unless``."""
    return TypeRule(
        name,
        tuple(re.compile(pattern, re.IGNORECASE) for pattern in needs),
        re.compile(unless, re.IGNORECASE) if unless else None,
    )
