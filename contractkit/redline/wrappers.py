"""Wrappers (hyperlinks, content controls) as the result holds them."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from contractkit.ooxml.elements import empty_like
from contractkit.ooxml.names import ID, SDTPR, w
from contractkit.ooxml.package import Element
from contractkit.redline.pen import Pen

SHELL_CHILDREN = frozenset({SDTPR, w("sdtEndPr"), w("fldData"), w("customXmlPr"), w("smartTagPr")})


def copy_shell(wrapper: Element) -> Element:
    """A wrapper without its content: its attributes and its properties."""
    shell = empty_like(wrapper)
    shell.extend(deepcopy(child) for child in wrapper if child.tag in SHELL_CHILDREN)
    return shell


def tracked_control(control: Element, kind: str, pen: Pen) -> list[Element]:
    """A content control between the marks that say it was inserted (Ins) or deleted (Del)."""
    opening = pen.mark(w(f"customXml{kind}RangeStart"))
    closing = etree.Element(w(f"customXml{kind}RangeEnd"))
    closing.set(ID, opening.get(ID, ""))
    return [opening, control, closing]
