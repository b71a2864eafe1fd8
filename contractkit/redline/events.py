"""What a container of the result is written from, in order.

A paragraph is its content and then its mark, apart, because the two are not always paired alike
(``closing``).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from contractkit.ooxml.package import Element
from contractkit.redline.units import Unit


@dataclass(slots=True)
class Content:
    """The content of one or more paragraphs of each side, to be written up to the last mark."""

    base: list[Unit] = field(default_factory=list)
    other: list[Unit] = field(default_factory=list)
    status: str = ""  # of a half of a move: its tag
    partner: Unit | None = None


@dataclass(slots=True)
class Mark:
    """The mark that ends a paragraph."""

    base: Unit | None
    other: Unit | None
    status: str


@dataclass(slots=True)
class Keep:
    """A paragraph whose content is equal on both sides and stays untouched."""

    base: Unit
    other: Unit


@dataclass(slots=True)
class Block:
    """Finished elements of one side or both: a table, a content control, a loose bookmark."""

    elements: list[Element]
    side: str = ""  # DEL, INS, or "" for both


@dataclass(slots=True)
class Edge:
    """The start or the end of the range of a move."""

    element: Element
    starts: bool


Event = Content | Mark | Keep | Block | Edge
