"""What the blocks of a container need from the story that they stand in."""

from __future__ import annotations

from typing import Protocol

from contractkit.ooxml.package import Element
from contractkit.redline.pen import Pen
from contractkit.redline.reading import Reader
from contractkit.redline.units import Unit
from contractkit.redline.words import Words
from contractkit.redline.write import Carrier


class Host(Carrier, Protocol):
    """What the blocks need from the story that they stand in."""

    base: Reader
    other: Reader
    pen: Pen
    words: Words

    def base_anchor(self, element: Element, *, going: bool) -> Element | None:
        """A bookmark or range of the base, as it goes into the result."""

    def other_anchor(self, element: Element, run: Element | None, *, new: bool) -> Element | None:
        """A bookmark or range of the other side, if the result takes it."""

    def block(self, base: Unit | None, other: Unit | None) -> list[Element]:
        """The elements for a table or content control of one side or both."""

    def move_name(self, number: int) -> str:
        """A name for a move that no other has."""
