"""A value that a text states, in its normal form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Value:
    """A value that a text states, normalised.

    ``kind`` is one of ``KINDS``; ``value`` its normal form (``P15Y``, ``P3BD``, ``PT6H``,
    ``P3M..P12M``, ``3%``, ``3..5``, ``10000..50000``, ``2021-05-01``, ``20__-__-__``); ``op`` its
    comparator, one of ``>= <= > < ~`` or "" for exactly; ``start`` and ``end`` where it stands in the
    text. ``unit`` is a currency, what is counted or a code's scheme, and what it is paid by after a
    slash: ``CNY``, ``visit``, ``NPI``, ``USD/member/month``, ``/day`` of a percentage; ``MDY`` is a date
    in figures whose month was read first and might stand second. ``conflict`` is the other value that
    the text gives: what its words say where its figures differ, a code with the check digit that is
    right for it (``?`` where none is); "" for no conflict.
    """

    kind: str
    value: str
    op: str
    text: str
    start: int
    end: int
    unit: str = ""
    conflict: str = ""


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
    "code",
    "phone",
    "email",
    "address",
)
