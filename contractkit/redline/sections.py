"""Headers and footers: each section's are compared with those of the section that it became.

A section without a reference of its own shows the header of the section before it, so what counts
is what a section shows. A header that one side lacks is an inserted or deleted text, not a part
that comes or goes: a reference cannot be tracked.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from contractkit.ooxml.names import SECTPR, R, local, w
from contractkit.ooxml.package import Element, Package, Relationship
from contractkit.redline.stories import Desk

REFERENCES: Final = (w("headerReference"), w("footerReference"))
RELATION_ID: Final = f"{{{R}}}id"
Slot = tuple[str, str]  # headerReference or footerReference; default, first, even
Shown = dict[Slot, str]  # the part that a section shows in each slot


def shown(package: Package, root: Element) -> list[tuple[Element, Shown]]:
    """Each section of the document with the parts that it shows, its own or inherited."""
    relationships = package.relationships(package.main)
    current: Shown = {}
    found = []
    for section in root.iter(SECTPR):
        for reference in section.iterchildren(*REFERENCES):
            relationship = relationships.get(reference.get(RELATION_ID, ""))
            if relationship is not None and relationship.target in package.parts:
                slot = (reference.tag, reference.get(w("type"), "default"))
                current = {**current, slot: relationship.target}
        found.append((section, current))
    return found


class Headers:
    """Pairs the headers and footers of both sides, and writes each pair once."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._base = desk.importer.base
        self._other = desk.importer.other
        self._written: dict[tuple[str, str], str] = {}
        self._originals = {
            part: deepcopy(self._base.xml(part))
            for suffix in ("/header", "/footer")
            for part in self._base.related(self._base.main, suffix)
        }
        self._used: set[str] = set()

    def compare(self, pairs: list[tuple[Shown | None, Shown | None, Element]]) -> None:
        """For each section of the result: what its two sides show, and its ``sectPr``."""
        for base, other, section in pairs:
            self._section(base, other, section)

    def _section(self, base: Shown | None, other: Shown | None, section: Element) -> None:
        for reference in list(section.iterchildren(*REFERENCES)):
            section.remove(reference)
        slots = sorted({*(base or {}), *(other or {})})
        for at, slot in enumerate(slots):
            mine, theirs = (base or {}).get(slot, ""), (other or {}).get(slot, "")
            part = self._part(slot, mine, theirs, both=base is not None and other is not None)
            reference = etree.Element(slot[0])
            reference.set(w("type"), slot[1])
            kind = f"{R}/{local(slot[0]).removesuffix('Reference')}"
            reference.set(
                RELATION_ID,
                self._desk.importer.relate(self._base.main, Relationship(kind, part, False)),
            )
            section.insert(at, reference)

    def _part(self, slot: Slot, mine: str, theirs: str, *, both: bool) -> str:
        key = (mine, theirs)
        if key not in self._written:
            if mine and not theirs and not both:
                self._written[key] = self._clone(mine)
            elif mine:
                self._written[key] = self._compare(mine, theirs)
            else:
                self._written[key] = self._insert(theirs, tracked=both)
        return self._written[key]

    def _clone(self, mine: str) -> str:
        """The base's part as it was: under its own name if no section compares it."""
        if mine not in self._used:
            self._used.add(mine)
            return mine
        name = self._desk.importer.free_name(mine)
        self._base.set_xml(name, deepcopy(self._originals[mine]))
        self._desk.importer.declare_as(name, _type_of(self._base, mine))
        for relationship in self._base.relationships(mine).values():
            self._desk.importer.relate(name, relationship)
        return name

    def _compare(self, mine: str, theirs: str) -> str:
        name = self._clone(mine)
        story = self._desk.story(name, theirs or name)
        story.compare(self._base.xml(name), self._other.xml(theirs) if theirs else None)
        return name

    def _insert(self, theirs: str, *, tracked: bool) -> str:
        name = self._desk.importer.free_name(theirs)
        root = self._other.xml(theirs)
        copy = deepcopy(root)
        self._base.set_xml(name, copy)
        self._desk.importer.declare(name, theirs)
        if tracked:
            self._desk.story(name, theirs).compare(None, copy)
        else:
            self._base.set_xml(name, self._desk.importer.at_home(root, name, theirs))
        return name


def _type_of(package: Package, part: str) -> str:
    for element in package.xml("[Content_Types].xml"):
        if element.get("PartName", "").lstrip("/") == part:
            return element.get("ContentType", "")
    return ""
