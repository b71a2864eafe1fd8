"""What a comparison finds: which clause answers which, what differs, what a person must decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Change = Literal["same", "edited", "moved", "split", "merged", "added", "removed"]
Direction = Literal["better", "worse", ""]
Severity = Literal["high", "medium", "low"]


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

    ``id`` is the standard clause where known, else the number; ``kind`` is that of the clause, or
    ``preamble`` and ``closing`` for what stands before and after. ``places`` are the paragraphs of
    the text and where they come from. ``mark`` is the bookmark that we gave the clause, or "".
    """

    id: str
    kind: str
    number: str
    heading: str
    text: str
    places: tuple[Place, ...] = ()
    filled: tuple[Filled, ...] = ()
    mark: str = ""


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
    """A difference that means something: a value, a modality, a negation.

    ``before`` and ``after`` are normal forms ("" where the one side has none); ``subject`` is the
    variable that the base filled in there, when it is known; the offsets are those of the units'
    texts (-1 where the side has none).
    """

    kind: str
    before: str
    after: str
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
    next best partner is.
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
class Finding:
    """What a person must decide, said in one sentence; ``clause`` is the number of the clause."""

    rule: str
    severity: Severity
    clause: str
    message: str
    basis: str = ""
    before: str = ""
    after: str = ""


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
    """Two agreements held against one another. Pairs stand in reading order."""

    base: Side
    other: Side
    pairs: tuple[Pair, ...]
    findings: tuple[Finding, ...]
