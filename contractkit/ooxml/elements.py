"""Small acts on elements of a tree."""

from __future__ import annotations

from typing import cast

from lxml import etree

from contractkit.ooxml.package import Element


def empty_like(element: Element) -> Element:
    """A new element with the tag, attributes and namespaces of ``element``, and nothing in it."""
    namespaces = cast("dict[str, str]", element.nsmap)  # None names the default namespace
    new = etree.Element(element.tag, nsmap=namespaces)
    for name, value in element.attrib.items():
        new.set(name, value)
    return new


def drop(element: Element) -> None:
    """Take ``element`` out of its parent, if it has one."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
