"""What a paragraph of the result is written from, in order."""

from __future__ import annotations

from dataclasses import dataclass

from contractkit.ooxml.package import Element
from contractkit.redline.units import Segment, Unit


@dataclass(slots=True)
class Atom:
    """A stretch of text or an object of the result.

    ``status`` is the tag of its mark, "" when it is in both; then ``other`` is its other side.
    """

    status: str
    segment: Segment
    text: str
    from_base: bool
    other: Segment | None = None


@dataclass(slots=True)
class Anchor:
    """A bookmark or a comment range, ready to be put where it stands."""

    element: Element


@dataclass(slots=True)
class MarkHere:
    """A paragraph mark inside a split or merged paragraph."""

    base: Unit | None
    other: Unit | None
    status: str


Item = Atom | Anchor | MarkHere
