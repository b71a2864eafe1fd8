"""All that differs between languages, as one object of data and small functions.

A stage asks the ``Language`` that an agreement is written in; none compares its code. ``ZH`` and
``EN`` fill the same fields from modules of the same names, and one contract test runs over both.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Normalized:
    """A text made comparable, and for each of its characters the offset it came from.

    ``offsets`` has one entry more than ``text``: the last is the length of the source.
    """

    text: str
    offsets: tuple[int, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of characters ``start`` to ``end`` of the normalised text."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Token:
    """A token of the text as it stands: ``text[start:end]``."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a text states, normalised.

    ``kind`` is one of ``KINDS``; ``value`` its normal form (``P15Y``, ``P3BD``, ``PT6H``,
    ``P3M..P12M``, ``3%``, ``3..5``, ``10000..50000``, ``2021-05-01``, ``20__-__-__``); ``op`` its
    comparator, one of ``>= <= > < ~`` or "" for exactly; ``unit`` a currency (``CNY``, ``USD``) or
    what is counted or paid by (``PMPM``); ``start`` and ``end`` where it stands in the text.
    """

    kind: str
    value: str
    op: str
    text: str
    start: int
    end: int
    unit: str = ""


KINDS = (
    "date",
    "date_blank",
    "duration",
    "money",
    "percent",
    "multiple",
    "score",
    "count",
    "clause",
)
