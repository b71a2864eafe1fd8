"""What a text says in a form that every language has: values, parties, words of the lexicon's rows.

A word of one language has no likeness to its translation, but 30 days are P30D, Payer and 甲方 are
one role, and the rows of the lexicon's tables have the same names in each language.
"""

from __future__ import annotations

import re

from contractkit.compare.signs import NARROW, Statement
from contractkit.lang.value import Value

# Tables whose words one language has where another has none.
_IDIOM = ("comparator", "conjunction")
# Kinds of value that mean nothing on the other side: another text's numbers, names of places.
_OWN = ("clause", "date_blank", "address")
# Figures, and names in capitals, which stand untranslated.
_WRITTEN = re.compile(r"[A-Z][A-Z0-9-]+|(?<![\d.,])\d{1,15}(?:\.\d{1,6})?(?![\d.,])")


def concepts(statement: Statement) -> list[str]:
    """What the unit says, a key each time that it says it."""
    text = f"{statement.unit.heading}\n{statement.unit.text}".translate(NARROW)
    signs = (sign for sentence in statement.sentences for sign in sentence.signs)
    return [
        *(sign.key for sign in signs if sign.kind == "party"),
        *(f"{one.kind} {one.key}" for one in statement.mentions if one.kind not in _IDIOM),
        *(form for value in statement.values for form in common_forms(value)),
        *_WRITTEN.findall(text),
    ]


def common_forms(value: Value) -> tuple[str, ...]:
    """The normal forms that every language gives a value; none where each has its own.

    A range is its two ends, for one language says 3 to 5 times where another says 3 times to 5
    times; what is counted, and per what a rate is, are words; a comparator may be a negation.
    """
    if value.kind in _OWN:
        return ()
    currency = value.unit.partition("/")[0] if value.kind == "money" else ""
    return tuple(f"{value.kind} {end} {currency}".strip() for end in value.value.split(".."))
