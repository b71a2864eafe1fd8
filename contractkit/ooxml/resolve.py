"""Accept or reject tracked changes in a tree, in place.

What accepting and rejecting mean follows ECMA-376 part 1, 17.13.5, and what Word does where the
standard is silent (docs/analysis/tracked-changes.md):

- ``ins`` and ``moveTo`` stay on accepting, go on rejecting; ``del`` and ``moveFrom`` the reverse;
- a paragraph whose *mark* goes is joined to the next one, which keeps its own properties;
- a paragraph that is left empty with no paragraph after it goes as a whole;
- a row or cell goes by its own mark; a table without rows goes with its last row;
- a property change holds the properties as they were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lxml import etree

from contractkit.ooxml.elements import drop, drop_held, held
from contractkit.ooxml.joining import BLOCKS, join_to_next
from contractkit.ooxml.names import (
    COMING,
    CONTROL_RANGES,
    DEL,
    DELINSTRTEXT,
    DELTEXT,
    GOING,
    INSTRTEXT,
    MOVE_RANGES,
    PPR,
    PROPERTY_CHANGES,
    RPR,
    SDT,
    SDTCONTENT,
    SECTPR,
    TBL,
    TC,
    TCPR,
    TR,
    TRACKED,
    TRPR,
    VAL,
    M,
    P,
    T,
    local,
    w,
)
from contractkit.ooxml.package import Element

CELL_INS, CELL_DEL, CELL_MERGE = w("cellIns"), w("cellDel"), w("cellMerge")
ROW_MARK, CELL_MARK, PARAGRAPH_MARK, CONTENT, PROPERTY = "row", "cell", "mark", "content", "format"


def resolve(root: Element, accepting: bool, chosen: set[Element] | None = None) -> None:
    """Accept or reject in place the changes under ``root``: all, or the elements in ``chosen``."""
    marks = [e for e in marks_of(root) if chosen is None or e in chosen]
    if marks:
        going = GOING if accepting else COMING
        _rows_and_cells(marks, accepting, going)
        _properties(marks, accepting)
        _contents(marks, going)
        _control_ranges(root, marks, accepting)
        _paragraph_marks(marks, going)
    if chosen is None:
        for element in list(root.iter(*MOVE_RANGES, *CONTROL_RANGES)):
            drop(element)
    if marks:
        _tidy(root)


def marks_of(root: Element) -> Iterator[Element]:
    """The elements under ``root`` that are tracked changes, in document order."""
    return root.iter(*TRACKED, *PROPERTY_CHANGES, CELL_INS, CELL_DEL, CELL_MERGE)


def subject_of(element: Element) -> str:
    """What a tracked change is about: a row, a cell, a paragraph mark, formatting or content."""
    if element.tag in PROPERTY_CHANGES:
        return PROPERTY
    parent = element.getparent()
    inside = parent.tag if parent is not None else ""
    if inside == TRPR:
        return ROW_MARK
    if inside == TCPR:
        return CELL_MARK
    if inside in (RPR, w("numPr")) or inside == f"{{{M}}}ctrlPr":
        return PARAGRAPH_MARK
    return CONTENT


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _rows_and_cells(marks: Iterable[Element], accepting: bool, going: frozenset[str]) -> None:
    gone_cell = CELL_DEL if accepting else CELL_INS
    for mark in marks:
        parent = mark.getparent()
        if parent is None:
            continue
        if parent.tag == TRPR:
            row = parent.getparent()
            if row is not None and mark.tag in going:
                _drop_from_table(row)
            parent.remove(mark)
        elif parent.tag == TCPR and mark.tag in (CELL_INS, CELL_DEL):
            cell = parent.getparent()
            if cell is not None and mark.tag == gone_cell:
                _drop_from_table(cell)
            parent.remove(mark)
        elif mark.tag == CELL_MERGE:
            _resolve_merge(parent, mark, accepting)


def _drop_from_table(element: Element) -> None:
    """Remove a row or cell, and the row or table that is empty without it."""
    owner = next(element.iterancestors(TR if element.tag == TC else TBL), None)
    drop_held(element)
    if owner is None or next(held(owner, element.tag), None) is not None:
        return
    if owner.tag == TR:
        _drop_from_table(owner)
    else:
        drop(owner)


def _resolve_merge(properties: Element, mark: Element, accepting: bool) -> None:
    value = mark.get(w("vMerge") if accepting else w("vMergeOrig"))
    properties.remove(mark)
    if value and properties.find(w("vMerge")) is None:
        merge = etree.SubElement(properties, w("vMerge"))
        merge.set(VAL, {"cont": "continue", "rest": "restart"}.get(value, value))


# What a property change does not speak of, and that stays as it is when it is rejected.
KEPT = {
    "pPrChange": (RPR, SECTPR),
    "rPrChange": tuple(TRACKED),
    "sectPrChange": (w("headerReference"), w("footerReference")),
    "trPrChange": tuple(TRACKED),
    "tcPrChange": (CELL_INS, CELL_DEL, CELL_MERGE),
}
LAST = (RPR, SECTPR)


def _properties(marks: Iterable[Element], accepting: bool) -> None:
    for mark in marks:
        if mark.tag not in PROPERTY_CHANGES:
            continue
        owner = mark.getparent()
        if owner is None:
            continue
        owner.remove(mark)
        name = local(mark.tag)
        if accepting or name == "numberingChange":
            continue
        kept = [child for child in owner if child.tag in KEPT.get(name, ())]
        before = list(mark[0]) if len(mark) else []
        owner[:] = [
            *(child for child in kept if child.tag not in LAST),
            *before,
            *(child for child in kept if child.tag in LAST),
        ]


def _contents(marks: Iterable[Element], going: frozenset[str]) -> None:
    for mark in marks:
        if mark.tag not in TRACKED or subject_of(mark) != CONTENT:
            continue
        if mark.tag in going:
            drop(mark)
            continue
        if mark.tag == DEL:
            for tag, plain in ((DELTEXT, T), (DELINSTRTEXT, INSTRTEXT)):
                for element in mark.iter(tag):
                    element.tag = plain
        _unwrap(mark)


def _control_ranges(root: Element, marks: list[Element], accepting: bool) -> None:
    """Unwrap the content controls whose tags were inserted (rejecting) or deleted (accepting)."""
    start = w(f"customXml{'Del' if accepting else 'Ins'}RangeStart")
    for mark in list(root.iter(start)):
        following = mark.getnext()
        if following is not None and following.tag in (SDT, w("customXml")):
            content = following.find(SDTCONTENT) if following.tag == SDT else following
            held = content if content is not None else []
            following[:] = [child for child in held if child.tag != w("customXmlPr")]
            _unwrap(following)


def _paragraph_marks(marks: Iterable[Element], going: frozenset[str]) -> None:
    for mark in marks:
        properties = mark.getparent()
        if mark.tag not in TRACKED or properties is None or subject_of(mark) != PARAGRAPH_MARK:
            continue
        owner = properties.getparent()
        paragraph = owner.getparent() if owner is not None and owner.tag == PPR else None
        properties.remove(mark)
        _drop_if_empty(properties)
        if mark.tag not in going:
            continue
        if paragraph is not None and paragraph.tag == P and paragraph.getparent() is not None:
            join_to_next(paragraph)


def _drop_if_empty(properties: Element) -> None:
    """Remove a holder of properties that holds nothing any more, and then its own holder."""
    parent = properties.getparent()
    if not len(properties) and not properties.attrib and parent is not None:
        parent.remove(properties)
        if parent.tag == PPR:
            _drop_if_empty(parent)


def _tidy(root: Element) -> None:
    """Remove what resolving left empty: hyperlinks without runs, property holders, cells."""
    for link in list(root.iter(w("hyperlink"), w("fldSimple"), w("smartTag"))):
        if len(link) == 0:
            drop(link)
    for cell in root.iter(TC):
        if not any(child.tag in BLOCKS for child in cell):
            etree.SubElement(cell, P)
