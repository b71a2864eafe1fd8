"""New comments in a Word file: the part that holds them is made where there is none."""

from __future__ import annotations

from typing import Final

from lxml import etree

from contractkit.ooxml.names import ID, R_, RELATIONSHIPS, P, R, T, W, w
from contractkit.ooxml.package import CONTENT_TYPES, Element, Package, relationships_part
from contractkit.ooxml.text import set_text
from contractkit.redline.pen import Pen

CONTENT_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"


class Comments:
    """Writes comments of one author into a package."""

    def __init__(self, package: Package, pen: Pen) -> None:
        self._package = package
        self._pen = pen

    def around(self, first: Element, last: Element, text: str) -> None:
        """Put a comment on what stands from ``first`` to ``last`` in a paragraph or in two."""
        identifier = self._write(text)
        start, end = etree.Element(w("commentRangeStart")), etree.Element(w("commentRangeEnd"))
        for element in (start, end):
            element.set(ID, identifier)
        first.addprevious(start)
        last.addnext(end)
        run = etree.Element(R_)
        etree.SubElement(run, w("commentReference")).set(ID, identifier)
        end.addnext(run)

    def _write(self, text: str) -> str:
        """Add a comment to the part, a paragraph a line; its id."""
        comment = self._pen.mark(w("comment"))
        comment.set(w("initials"), "".join(word[0] for word in self._pen.author.split()))
        for line in text.split("\n"):
            run = etree.SubElement(etree.SubElement(comment, P), R_)
            set_text(etree.SubElement(run, T), line)
        self._package.xml(self._part()).append(comment)
        return comment.get(ID, "")

    def _part(self) -> str:
        package = self._package
        own = next(iter(package.related(package.main, "/comments")), "")
        if own:
            return own
        folder = package.main.rpartition("/")[0]
        name, number = f"{folder}/comments.xml".lstrip("/"), 0
        while name in package.parts:
            number += 1
            name = f"{folder}/comments{number}.xml".lstrip("/")
        package.set_xml(name, etree.Element(w("comments"), nsmap={"w": W}))
        override = etree.SubElement(package.xml(CONTENT_TYPES), f"{{{TYPES}}}Override")
        override.set("PartName", f"/{name}")
        override.set("ContentType", CONTENT_TYPE)
        self._relate(name.rpartition("/")[2])
        return name

    def _relate(self, target: str) -> None:
        package = self._package
        rels = relationships_part(package.main)
        if rels not in package.parts:
            package.set_xml(rels, etree.Element(f"{{{RELATIONSHIPS}}}Relationships"))
        known, number = package.relationships(package.main), 1
        while f"rId{number}" in known:
            number += 1
        element = etree.SubElement(package.xml(rels), f"{{{RELATIONSHIPS}}}Relationship")
        element.set("Id", f"rId{number}")
        element.set("Type", f"{R}/comments")
        element.set("Target", target)
