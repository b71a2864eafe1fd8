"""Small acts on elements of a tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from lxml import etree

from contractkit.ooxml.names import CUSTOMXML, SDT, SDTCONTENT
from contractkit.ooxml.package import Element

CONTROLS = frozenset({SDT, SDTCONTENT, CUSTOMXML})


def empty_like(element: Element) -> Element:
    """A new element with the tag, attributes and namespaces of ``element``, and nothing in it."""
    namespaces = cast("dict[str, str]", element.nsmap)  # None names the default namespace
    new = etree.Element(element.tag, nsmap=namespaces)
    for name, value in element.attrib.items():
        new.set(name, value)
    return new


def child_of(parent: Element, tag: str) -> Element | None:
    """The first child with that tag: much quicker than ``find`` where it stands at the start."""
    for child in parent:
        if child.tag == tag:
            return child
    return None


def drop(element: Element) -> None:
    """Take ``element`` out of its parent, if it has one."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def held(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, also those in content controls."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in CONTROLS:
            yield from held(child, tag)


def drop_held(element: Element) -> None:
    """Take out a row or cell, and the content control that holds nothing without it."""
    tag, parent = element.tag, element.getparent()
    drop(element)
    while parent is not None and parent.tag in CONTROLS and next(held(parent, tag), None) is None:
        element, parent = parent, parent.getparent()
        drop(element)
