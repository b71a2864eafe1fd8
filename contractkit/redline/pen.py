"""The pen that marks: whose changes, when, and the next free id."""

from __future__ import annotations

import datetime as dt
from typing import Final, cast

from lxml import etree

from contractkit.ooxml.names import AUTHOR, DATE, ID, WP, W
from contractkit.ooxml.package import Element

LARGEST_ID: Final = 2**31 - 2
MOST_DIGITS: Final = 10
IDS: Final = etree.XPath(
    "//@w:id | //wp:docPr/@id", namespaces={"w": W, "wp": WP}, smart_strings=False
)


class Pen:
    """Makes the elements that say: inserted, deleted, moved, changed, by whom and when."""

    def __init__(self, author: str, when: dt.datetime, first: int) -> None:
        self.author = author
        if when.tzinfo is not None:
            when = when.astimezone(dt.UTC)
        self.date = when.strftime("%Y-%m-%dT%H:%M:%SZ")
        self._first = self._next = first

    def fresh(self) -> str:
        """An id that no annotation of the document has."""
        self._next += 1
        return str(self._next - 1)

    def issued(self, identifier: str) -> bool:
        """Whether this pen gave that id."""
        return _is_small(identifier) and self._first <= int(identifier) < self._next

    def mark(self, tag: str) -> Element:
        """A new element ``tag`` with id, author and date."""
        element = etree.Element(tag)
        element.set(ID, self.fresh())
        element.set(AUTHOR, self.author)
        element.set(DATE, self.date)
        return element


def first_free_id(roots: list[Element]) -> int:
    """One more than the largest id of any annotation in ``roots``."""
    largest = 0
    for root in roots:
        for value in cast("list[str]", IDS(root)):
            if _is_small(value) and largest < int(value) < LARGEST_ID // 2:
                largest = int(value)
    return largest + 1


def _is_small(identifier: str) -> bool:
    """Whether it is a number that can be compared; a hostile file may hold one of any length."""
    return identifier.isdecimal() and len(identifier) <= MOST_DIGITS
