"""Properties of runs, paragraphs, rows, cells, tables, sections: new ones that remember the old.

A property change holds the properties as they were and stands last in the new ones.
"""

from __future__ import annotations

from copy import deepcopy
from typing import Final

from lxml import etree

from contractkit.ooxml.elements import child_of
from contractkit.ooxml.names import (
    PPR,
    PROPERTY_CHANGES,
    RPR,
    SECTPR,
    TRACKED,
    local,
    w,
)
from contractkit.ooxml.package import Element
from contractkit.redline.pen import Pen
from contractkit.redline.signature import plain, signature
from contractkit.redline.units import Unit

HEADER_REFERENCES: Final = (w("headerReference"), w("footerReference"))
# What is not a property of its owner and is neither compared nor kept in the change.
NOT_PROPERTIES: Final = {
    PPR: (RPR, SECTPR),
    SECTPR: HEADER_REFERENCES,
}
CELL_MARKS: Final = (w("cellIns"), w("cellDel"), w("cellMerge"))


def _held(element: Element | None) -> list[Element]:
    if element is None:
        return []
    apart = NOT_PROPERTIES.get(element.tag, ())
    return [
        child
        for child in element
        if isinstance(child.tag, str)
        and child.tag not in apart
        and child.tag not in PROPERTY_CHANGES
        and child.tag not in TRACKED
        and child.tag not in CELL_MARKS
    ]


def same(base: Element | None, other: Element | None) -> bool:
    """Whether two sets of properties mean the same."""
    if base is None and other is None:
        return True
    if base is not None and other is not None and plain(base) == plain(other):
        return True
    return _bare(base) == _bare(other)


def _bare(element: Element | None) -> list[str]:
    found = (signature(child) for child in _held(element))
    return sorted(
        repr(s) for s in found if len(s) > 3 or s[1] or s[2] or s[0] not in ("rPr", "pPr")
    )


def changed(base: Element | None, other: Element | None, tag: str, pen: Pen) -> Element:
    """``other``'s properties in a new ``tag``, with ``base``'s inside as what they were."""
    new = etree.Element(tag)
    new.extend(deepcopy(child) for child in _held(other))
    change = pen.mark(f"{tag}Change")
    old = etree.SubElement(change, tag)
    earlier = base.find(f"{tag}Change/{tag}") if base is not None else None
    old.extend(deepcopy(child) for child in _held(base if earlier is None else earlier))
    new.append(change)
    return new


def run_properties(base: Element | None, other: Element | None, pen: Pen) -> Element:
    """The properties of a run whose formatting changed."""
    return changed(base, other, RPR, pen)


def paragraph_properties(
    base: Unit | None, other: Unit | None, status: str, pen: Pen
) -> Element | None:
    """The ``pPr`` of a paragraph of the result; ``status`` is the tag of its mark's change, or "".

    The properties belong to the paragraph's mark: those of a mark that stays are compared.
    """
    old = child_of(base.element, PPR) if base is not None else None
    new = child_of(other.element, PPR) if other is not None else None
    if base is None or other is None:
        mine = deepcopy(old if other is None else new)
        result = etree.Element(PPR) if mine is None else mine
        for element in list(result.iter(*PROPERTY_CHANGES)):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
    elif same(old, new):
        result = etree.Element(PPR) if old is None else old
    else:
        result = changed(old, new, PPR, pen)
    _place_mark(result, old, new, base is not None and other is not None, status, pen)
    _place_section(result, old, new, pen)
    return result if len(result) else None


def _place_mark(
    result: Element,
    old: Element | None,
    new: Element | None,
    both: bool,
    status: str,
    pen: Pen,
) -> None:
    """Put the properties of the paragraph mark into ``result``, and its change if it has one."""
    before = child_of(old, RPR) if old is not None else None
    after = child_of(new, RPR) if new is not None else None
    mark = child_of(result, RPR)
    if both:
        wanted = before if same(before, after) else changed(before, after, RPR, pen)
        if mark is not None and mark is not wanted:
            result.remove(mark)
        if wanted is not None and wanted is not before and before is not None:
            wanted[:0] = [deepcopy(child) for child in before if child.tag in TRACKED]
        mark = wanted
    if status and (mark is None or mark.find(status) is None):
        mark = etree.Element(RPR) if mark is None else mark
        mark.insert(0, pen.mark(status))
    if mark is not None and len(mark) and mark.getparent() is not result:
        _insert_before(result, mark, ("sectPr", "pPrChange"))


def _place_section(result: Element, old: Element | None, new: Element | None, pen: Pen) -> None:
    before = child_of(old, SECTPR) if old is not None else None
    after = child_of(new, SECTPR) if new is not None else None
    if before is None or after is None:
        return
    for element in result.findall(SECTPR):
        result.remove(element)
    _insert_before(result, section_properties(before, after, pen), ("pPrChange",))


def section_properties(base: Element, other: Element, pen: Pen) -> Element:
    """The ``sectPr`` of a section of both sides; its header references are those of ``base``."""
    if same(base, other):
        return base
    result = changed(base, other, SECTPR, pen)
    for at, reference in enumerate(e for e in base if e.tag in HEADER_REFERENCES):
        result.insert(at, deepcopy(reference))
    return result


def _insert_before(parent: Element, child: Element, names: tuple[str, ...]) -> None:
    for at, element in enumerate(parent):
        if local(element.tag) in names:
            parent.insert(at, child)
            return
    parent.append(child)
