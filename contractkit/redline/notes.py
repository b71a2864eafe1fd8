"""Footnotes and endnotes: those of both sides compared, new ones brought over, old ones deleted."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Final

from lxml import etree

from contractkit.ooxml.elements import empty_like
from contractkit.ooxml.names import ID, local, w
from contractkit.ooxml.package import Element, Relationship
from contractkit.redline.resources import Importer

KINDS: Final = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
Merge = Callable[[str, str, Element | None, Element | None], None]


class Notes:
    """The notes that references speak of; what to do with them waits until the story is written."""

    def __init__(self, importer: Importer) -> None:
        self._importer = importer
        self._tasks: list[tuple[str, str, str]] = []  # kind, id in the base, id in the other
        self._planned: dict[tuple[str, str], str] = {}
        self._next: dict[str, int] = {}

    def pair(self, reference: Element, other: Element) -> None:
        """Both sides have this reference."""
        self._plan(reference, other.get(ID, ""))

    def leave(self, reference: Element) -> None:
        """The base's reference is deleted, and the text of its note with it."""
        self._plan(reference, "")

    def _plan(self, reference: Element, theirs: str) -> None:
        """Take down what is to be done with a note of the base; a second wish gets a copy of it."""
        kind, mine = local(reference.tag), reference.get(ID, "")
        first = self._planned.setdefault((kind, mine), theirs)
        if (kind, mine, theirs) in self._tasks:
            return
        if first != theirs:
            note = self._find(kind, mine, other=False)
            if note is None:
                return
            root = self._importer.base.xml(self._part(kind))
            copy = deepcopy(note)
            mine = self._fresh(kind, root)
            copy.set(ID, mine)
            root.append(copy)
            reference.set(ID, mine)
        self._tasks.append((kind, mine, theirs))

    def bring(self, reference: Element) -> Element:
        """The other side's reference with the id of its note in the result."""
        kind = local(reference.tag)
        note = self._find(kind, reference.get(ID, ""), other=True)
        copy = deepcopy(reference)
        copy.tail = None
        if note is None:
            return copy
        root = self._importer.base.xml(self._part(kind))
        identifier = self._fresh(kind, root)
        bare = etree.SubElement(root, note.tag)
        bare.set(ID, identifier)
        copy.set(ID, identifier)
        self._tasks.append((kind, identifier, reference.get(ID, "")))
        return copy

    def write(self, merge: Merge) -> None:
        """Compare, insert and delete the texts of the notes that the story asked for."""
        for kind, mine, theirs in self._tasks:
            base = self._find(kind, mine, other=False)
            other = self._find(kind, theirs, other=True) if theirs else None
            if base is None:
                continue
            merge(self._part(kind), self._other_part(kind), base, other)
        self._tasks.clear()

    def _fresh(self, kind: str, root: Element) -> str:
        if kind not in self._next:
            used = [int(n.get(ID, "0")) for n in root if n.get(ID, "").lstrip("-").isdigit()]
            self._next[kind] = max([*used, 0]) + 1
        self._next[kind] += 1
        return str(self._next[kind] - 1)

    def _find(self, kind: str, identifier: str, *, other: bool) -> Element | None:
        part = self._other_part(kind) if other else self._part(kind)
        package = self._importer.other if other else self._importer.base
        if not part:
            return None
        return next((n for n in package.xml(part) if n.get(ID) == identifier), None)

    def _other_part(self, kind: str) -> str:
        other = self._importer.other
        return next(iter(other.related(other.main, f"/{KINDS[kind]}")), "")

    def _part(self, kind: str) -> str:
        """The base's part for this kind of notes; made like the other side's if it has none."""
        base = self._importer.base
        own = next(iter(base.related(base.main, f"/{KINDS[kind]}")), "")
        source = self._other_part(kind)
        if own or not source:
            return own
        other = self._importer.other
        name = self._importer.free_name(source)
        theirs = other.xml(source)
        root = empty_like(theirs)
        root.extend(deepcopy(n) for n in theirs if n.get(w("type")) is not None)
        base.set_xml(name, root)
        self._importer.declare(name, source)
        relation = next(r for r in other.relationships(other.main).values() if r.target == source)
        self._importer.relate(base.main, Relationship(relation.type, name, False))
        return name
