"""What a comparison finds: which clause answers which, what differs, what a person must decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Change = Literal["same", "edited", "moved", "split", "merged", "added", "removed"]
Direction = Literal["better", "worse", ""]
Severity = Literal["high", "medium", "low"]
Answer = Literal["accept", "push_back", "escalate"]
Role = Literal["payer", "provider"]

HARMLESS = (
    "punctuation", "width", "case", "spaces", "numbering", "formatting", "spelling", "synonym",
    "order",
)  # fmt: skip
"""Kinds of delta that change no meaning: counted, and ignored unless asked for."""
HARMFUL = (
    "value", "modality", "negation", "party", "exception", "condition", "scope", "method", "start",
    "reference", "term", "obligation", "passage", "blank", "conjunction", "precedence",
)  # fmt: skip
"""Kinds of delta that change what was agreed."""
OTHER = ("heading", "filled", "wording")
"""A heading, a blank that was filled in, and words that no table knows: to be read."""


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph of a unit: its offset in the unit's text, its block, offset there, and label."""

    offset: int
    block: int
    start: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Filled:
    """Where a variable was filled in: characters ``start`` to ``end`` of the unit's text."""

    start: int
    end: int
    variable: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A clause as it is compared: its whole text with all that stands below it, on one string.

    ``id`` is the standard clause where known, else the number, else the heading; ``kind`` is that
    of the clause, or ``preamble`` and ``closing`` for what stands before and after. ``places`` are
    the paragraphs of the text and where they come from. ``mark`` is the bookmark that we gave the
    clause, or "".
    """

    id: str
    kind: str
    number: str
    heading: str
    text: str
    places: tuple[Place, ...] = ()
    filled: tuple[Filled, ...] = ()
    mark: str = ""

    @property
    def name(self) -> str:
        """What a list cites it by: its number, or else its heading."""
        return self.number or self.heading


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace ``base.text[start:end]`` by ``other.text[other_start:other_end]``, given as texts."""

    start: int
    end: int
    before: str
    other_start: int
    other_end: int
    after: str


@dataclass(frozen=True, slots=True)
class Delta:
    """A difference and what it means: ``kind`` is one of HARMFUL, HARMLESS and OTHER.

    ``before`` and ``after`` are normal forms of values, and else the texts ("" where a side has
    none); ``direction`` is seen from the party we act for; ``subject`` is the variable that
    the base filled in there, when it is known; the offsets are those of the units' texts (-1
    where the side has none).
    """

    kind: str
    before: str = ""
    after: str = ""
    direction: Direction = ""
    subject: str = ""
    start: int = -1
    end: int = -1
    other_start: int = -1
    other_end: int = -1


@dataclass(frozen=True, slots=True)
class Pair:
    """A clause of the base and the clause of the other that answers it; one side may be absent.

    ``score`` is their similarity from 0 to 1; ``reason`` says why they were paired: ``mark``,
    ``text``, ``heading``, ``number``, ``similarity``, ``order``; ``margin`` how far behind the
    next best partner is. A clause that was ``split`` or ``merged`` has the texts of all its
    parts on one side, in order.
    """

    base: Unit | None
    other: Unit | None
    change: Change
    score: float = 0.0
    margin: float = 0.0
    reason: str = ""
    edits: tuple[Edit, ...] = ()
    deltas: tuple[Delta, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """What to answer: accept it, push back with ``text`` of ours, or escalate to ``who``."""

    kind: Answer
    text: str = ""
    who: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a person must decide, said in one sentence; ``clause`` is the ``name`` of the clause.

    ``kind`` is that of the delta it is about, "" where it is about a whole clause; ``standing``
    says where the playbook has it: ``preferred``, ``acceptable``, ``approval``, ``walk_away``
    or "".
    ``start`` and ``end`` are its place in the text of the other's clause, -1 where it has none.
    """

    rule: str
    severity: Severity
    clause: str
    message: str
    basis: str = ""
    before: str = ""
    after: str = ""
    advice: Advice | None = None
    kind: str = ""
    standing: str = ""
    start: int = -1
    end: int = -1


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two agreements, in short."""

    name: str
    title: str
    language: str
    clauses: int
    digest: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two agreements held against one another. Pairs stand in reading order.

    ``side`` is the party we act for; ``ignored`` counts the deltas of each harmless kind that no
    finding speaks of.
    """

    base: Side
    other: Side
    pairs: tuple[Pair, ...]
    findings: tuple[Finding, ...]
    side: Role = "payer"
    ignored: tuple[tuple[str, int], ...] = ()

    @property
    def verdict(self) -> str:
        """The gravest severity that was found, or ``none``."""
        found = {finding.severity for finding in self.findings}
        return next((one for one in ("high", "medium", "low") if one in found), "none")
