"""Bring over what inserted content needs: parts (pictures, charts …) and relationships."""

from __future__ import annotations

import posixpath
from copy import deepcopy
from typing import Final

from lxml import etree

from contractkit.ooxml.names import RELATIONSHIPS, R
from contractkit.ooxml.package import (
    CONTENT_TYPES,
    Element,
    Package,
    Relationship,
    relationships_part,
)

CONTENT_TYPE_NAMESPACE: Final = "http://schemas.openxmlformats.org/package/2006/content-types"


class Importer:
    """Copies parts of the other package into the base's, each once, under names that are free."""

    def __init__(self, base: Package, other: Package) -> None:
        self.base = base
        self.other = other
        self._brought: dict[str, str] = {}
        self._relations: dict[tuple[str, str, str], str] = {}

    def relation(self, base_part: str, other_part: str, identifier: str) -> str:
        """The id in ``base_part`` of what ``identifier`` is in ``other_part``."""
        key = (base_part, other_part, identifier)
        if key not in self._relations:
            found = self.other.relationships(other_part).get(identifier)
            if found is None:
                return identifier
            target = found.target if found.external else self.part(found.target)
            self._relations[key] = self.relate(
                base_part, Relationship(found.type, target, found.external)
            )
        return self._relations[key]

    def relate(self, part: str, wanted: Relationship) -> str:
        """The id of a relationship of ``part``: one that it has, or a new one."""
        existing = self.base.relationships(part)
        for identifier, relationship in existing.items():
            if relationship == wanted:
                return identifier
        rels = relationships_part(part)
        if rels not in self.base.parts:
            self.base.set_xml(rels, etree.Element(f"{{{RELATIONSHIPS}}}Relationships"))
        number = len(existing) + 1
        while f"rId{number}" in existing:
            number += 1
        element = etree.SubElement(self.base.xml(rels), f"{{{RELATIONSHIPS}}}Relationship")
        element.set("Id", f"rId{number}")
        element.set("Type", wanted.type)
        if wanted.external:
            element.set("Target", wanted.target)
            element.set("TargetMode", "External")
        else:
            folder = posixpath.dirname(part)
            element.set("Target", posixpath.relpath(wanted.target, folder or "."))
        return f"rId{number}"

    def part(self, name: str) -> str:
        """The name in the base of a part of the other side; equal parts are not copied."""
        if name in self._brought:
            return self._brought[name]
        own = self.base.parts.get(name)
        if own is not None and own == self.other.parts.get(name) and not self._related(name):
            self._brought[name] = name
            return name
        free = self.free_name(name)
        self._brought[name] = free
        if name in self.other.parts:
            self.base.parts[free] = self.other.parts[name]
            self.declare(free, name)
            if self._related(name):
                self._copy_relationships(name, free)
        return free

    def _related(self, name: str) -> bool:
        return relationships_part(name) in self.other.parts

    def _copy_relationships(self, name: str, free: str) -> None:
        rels = etree.Element(f"{{{RELATIONSHIPS}}}Relationships")
        self.base.set_xml(relationships_part(free), rels)
        folder = posixpath.dirname(free)
        for identifier, relationship in self.other.relationships(name).items():
            element = etree.SubElement(rels, f"{{{RELATIONSHIPS}}}Relationship")
            element.set("Id", identifier)
            element.set("Type", relationship.type)
            if relationship.external:
                element.set("Target", relationship.target)
                element.set("TargetMode", "External")
            else:
                element.set("Target", posixpath.relpath(self.part(relationship.target), folder))

    def free_name(self, name: str) -> str:
        """``name``, or one like it that the base does not use."""
        stem, dot, extension = name.rpartition(".")
        number, free = 0, name
        while free in self.base.parts:
            number += 1
            free = f"{stem}_r{number}{dot}{extension}"
        return free

    def declare(self, name: str, like: str) -> None:
        """Give the part ``name`` the content type that ``like`` has on the other side."""
        override, default = _content_type(self.other, like)
        types = self.base.xml(CONTENT_TYPES)
        extension = name.rpartition(".")[2].lower()
        known = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in types}
        if override or known.get(extension, default) != default:
            self.declare_as(name, override or default)
        elif default and extension not in known:
            element = etree.Element(f"{{{CONTENT_TYPE_NAMESPACE}}}Default")
            element.set("Extension", extension)
            element.set("ContentType", default)
            types.insert(0, element)

    def declare_as(self, name: str, content_type: str) -> None:
        """State the content type of one part."""
        element = etree.SubElement(
            self.base.xml(CONTENT_TYPES), f"{{{CONTENT_TYPE_NAMESPACE}}}Override"
        )
        element.set("PartName", f"/{name}")
        element.set("ContentType", content_type)

    def at_home(self, element: Element, base_part: str, other_part: str) -> Element:
        """A copy of an element of ``other_part`` whose relationships are ``base_part``'s."""
        copy = deepcopy(element)
        for holder in copy.iter():
            for key, value in holder.attrib.items():
                if str(key).startswith(f"{{{R}}}") and value:
                    holder.set(key, self.relation(base_part, other_part, str(value)))
        return copy


def _content_type(package: Package, name: str) -> tuple[str, str]:
    """The content type that a part states for itself, and the one of its file extension."""
    override = default = ""
    extension = name.rpartition(".")[2].lower()
    for element in package.xml(CONTENT_TYPES):
        if element.get("PartName", "").lstrip("/").lower() == name.lower():
            override = element.get("ContentType", "")
        elif element.get("Extension", "").lower() == extension:
            default = element.get("ContentType", "")
    return override, default
