"""What is read out of an agreement as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from contractkit.model.document import Span

Status = Literal["resolved", "dangling", "outside"]
FACTS = (
    "party",
    "term",
    "duty",
    "threshold",
    "date",
    "date_blank",
    "duration",
    "money",
    "percent",
    "multiple",
    "score",
    "count",
    "code",
    "phone",
    "email",
    "address",
    "disagreement",
    "definition",
    "undefined",
    "reference",
    "clause",
    "clause_type",
    "name",
)
"""The kinds of facts in the order of the sheets."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A clause cited in the text of another.

    ``form`` is its normal form (``10/2``, ``7..9``, or ``clause-1`` for the clause before);
    ``clause`` the number of the clause it stands in; ``targets`` the numbers of the clauses it
    means, with their attachment. ``status`` is ``dangling`` when the agreement has no such clause,
    and ``outside`` when the text says that another document is meant.
    """

    span: Span
    text: str
    form: str
    clause: str
    status: Status
    targets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that an agreement says.

    ``kind`` is one of ``FACTS``; ``name`` what it is of (``governing_law``, the party that must);
    ``value`` and ``op`` say it in normal form, or in the text's own words. ``start`` and ``end``
    count the characters of the source: the decoded text of a plain file, else the document's blocks
    joined by line breaks; ``span`` is the place in the block where it starts. ``rule`` found it;
    ``confidence`` is the share of labels on which that rule was right. ``details`` are what else a
    row of its kind has, such as a duty's deadline.
    """

    kind: str
    name: str
    value: str
    op: str
    text: str
    start: int
    end: int
    clause: str
    scope: str
    rule: str
    confidence: float
    span: Span
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All facts of one file, by kind and in reading order within a kind."""

    file: str
    language: str
    title: str
    facts: tuple[Fact, ...]
    notes: tuple[str, ...] = ()
