"""Bookmarks, comments and permissions: no change of them can be tracked, so both sides' are kept.

An anchor of the base stays where it is. One that only the other side has is added. One that both
have and whose place in the base is deleted (a clause that moved) goes to its new place.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from contractkit.ooxml.elements import empty_like
from contractkit.ooxml.names import AUTHOR, DATE, ID, NAME, P, local, w
from contractkit.ooxml.package import Element, Package, Relationship
from contractkit.redline.pen import Pen
from contractkit.redline.resources import Importer

GO_BACK: Final = "_GoBack"  # where the cursor was: of no use in a comparison
COMMENTS: Final = "/comments"
STARTS: Final = (w("bookmarkStart"), w("commentRangeStart"), w("permStart"))
COMMENT_KINDS: Final = frozenset({"commentRangeStart", "commentRangeEnd", "commentReference"})


class Anchors:
    """Decides for each anchor of the other side whether the result takes it, and under which id."""

    def __init__(self, importer: Importer, pen: Pen) -> None:
        self._importer = importer
        self._pen = pen
        self._names = _bookmark_names(importer.base)
        self._going: set[Element] = set()  # starts in deleted text of the base
        self._coming: set[Element] = set()  # copies of anchors that the base has too
        self._ids: dict[tuple[str, str, str], str] = {}
        self._comments = _same_comments(importer)
        self._brought: dict[str, str] = {}

    def of_base(self, element: Element, *, going: bool) -> Element:
        """The base's anchor; whether it stands in deleted text is remembered."""
        if going:
            self._going.update(element.iter(*STARTS, w("commentReference")))
        return element

    def of_other(
        self, element: Element, run: Element | None, part: str, *, new: bool
    ) -> Element | None:
        """The other side's anchor if the result takes it; ``new``: it stands in inserted text."""
        kind = local(element.tag)
        identifier = element.get(ID, "")
        if kind in COMMENT_KINDS:
            taken = self._comment(identifier, new)
        elif kind.endswith("Start"):
            taken = self._start(element, kind, identifier, part, new)
        else:
            taken = self._ids.get((part, kind.removesuffix("End"), identifier))
        if taken is None:
            return None
        copy = deepcopy(element)
        copy.tail = None
        copy.set(ID, taken)
        self._coming.add(copy)
        if run is None:
            return copy
        alone = etree.Element(run.tag)
        properties = run.find(w("rPr"))
        if properties is not None:
            alone.append(deepcopy(properties))
        alone.append(copy)
        return alone

    def _start(
        self, element: Element, kind: str, identifier: str, part: str, new: bool
    ) -> str | None:
        name = element.get(NAME, "")
        if name == GO_BACK or (name in self._names and not new):
            return None
        if kind == "permStart" and not new:
            return None
        key = (part, kind.removesuffix("Start"), identifier)
        self._ids[key] = self._pen.fresh()
        return self._ids[key]

    def _comment(self, identifier: str, new: bool) -> str | None:
        own = self._comments.get(identifier)
        if own is not None:
            return own if new else None
        if identifier not in self._brought:
            self._brought[identifier] = self._bring_comment(identifier)
        return self._brought[identifier] or None

    def _bring_comment(self, identifier: str) -> str:
        """Copy a comment of the other side into the base's comments; its new id, "" without it."""
        other = self._importer.other
        source = next(iter(other.related(other.main, COMMENTS)), "")
        found = [c for c in other.xml(source) if c.get(ID) == identifier] if source else []
        if not found:
            return ""
        copy = self._importer.at_home(found[0], self._comments_part(source), source)
        new = self._pen.fresh()
        copy.set(ID, new)
        self._importer.base.xml(self._comments_part(source)).append(copy)
        return new

    def _comments_part(self, source: str) -> str:
        base = self._importer.base
        own = next(iter(base.related(base.main, COMMENTS)), None)
        if own is not None:
            return own
        name = self._importer.free_name(source)
        theirs = self._importer.other.xml(source)
        base.set_xml(name, empty_like(theirs))
        self._importer.declare(name, source)
        other = self._importer.other
        kind = next(r.type for r in other.relationships(other.main).values() if r.target == source)
        self._importer.relate(base.main, Relationship(kind, name, False))
        return name

    def settle(self, root: Element) -> None:
        """Leave each anchor once in a story, and no start or end without its other half."""
        for start, end, key in (
            ("bookmarkStart", "bookmarkEnd", NAME),
            ("commentRangeStart", "commentRangeEnd", ID),
            ("commentReference", "", ID),
        ):
            self._once(root, w(start), w(end) if end else "", key)

    def _once(self, root: Element, start: str, end: str, key: str) -> None:
        ends: dict[str, list[Element]] = {}
        for element in root.iter(end) if end else ():
            ends.setdefault(element.get(ID, ""), []).append(element)
        groups: dict[str, list[Element]] = {}
        for element in root.iter(start):
            if not _in_fallback(element):
                groups.setdefault(element.get(key, ""), []).append(element)
        for group in groups.values():
            group.sort(key=lambda e: (e in self._going, e not in self._coming))
            for extra in group[1:]:
                same_id = extra.get(ID) == group[0].get(ID)
                spare = ends.get(extra.get(ID, ""), [])
                _remove(extra)
                if spare and not (same_id and len(spare) == 1):
                    _remove(spare.pop(self._spare(spare)))

    def _spare(self, ends: list[Element]) -> int:
        return next((i for i, e in enumerate(ends) if e not in self._coming), 0)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
        if parent.tag == w("r") and not any(c.tag != w("rPr") for c in parent):
            _remove(parent)


def _in_fallback(element: Element) -> bool:
    return any(local(a.tag) in ("Fallback", "txbxContent") for a in element.iterancestors())


def _bookmark_names(package: Package) -> set[str]:
    found: set[str] = set()
    for part in (package.main, *package.related(package.main, "/header")):
        found.update(e.get(NAME, "") for e in package.xml(part).iter(w("bookmarkStart")))
    return found


def _same_comments(importer: Importer) -> dict[str, str]:
    """The comments of the other side that the base has too, by id: who, when and what is equal."""
    known = {key: identifier for identifier, key in _comments(importer.base).items()}
    return {
        identifier: known[key]
        for identifier, key in _comments(importer.other).items()
        if key in known
    }


def _comments(package: Package) -> dict[str, tuple[str, str, str]]:
    found: dict[str, tuple[str, str, str]] = {}
    for part in package.related(package.main, COMMENTS):
        for comment in package.xml(part):
            text = "\n".join("".join(str(t) for t in p.itertext()) for p in comment.iter(P))
            key = (comment.get(AUTHOR, ""), comment.get(DATE, ""), text)
            found[comment.get(ID, "")] = key
    return found
