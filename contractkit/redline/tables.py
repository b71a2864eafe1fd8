"""Tables of both sides as one: rows and columns that came or went, cells that changed inside.

Content controls around rows or cells: those of the base stay, those of the other side are left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import Final

from lxml import etree

from contractkit.ooxml.elements import empty_like, held
from contractkit.ooxml.names import (
    DEL,
    INS,
    TBLGRID,
    TBLPR,
    TC,
    TCPR,
    TR,
    TRPR,
    local,
    w,
)
from contractkit.ooxml.package import Element
from contractkit.ooxml.text import paragraph_text
from contractkit.redline.align import align
from contractkit.redline.blocks import APART, merge
from contractkit.redline.host import Host
from contractkit.redline.properties import changed, same
from contractkit.redline.signature import written_alike
from contractkit.redline.units import Unit
from contractkit.redline.words import Step

CELL_INS, CELL_DEL = w("cellIns"), w("cellDel")
TBLPREX: Final = w("tblPrEx")


def merge_tables(host: Host, base: Element, other: Element) -> None:
    """Write into ``base`` what became of it in ``other``."""
    if written_alike(base, other, APART):
        return
    _properties(base, other, TBLPR, host)
    _grid(base, other, host)
    left, right = _units(base, TR), _units(other, TR)
    steps = align(left, right, host.words, moves=False)
    columns = _columns(steps, left, right, host)
    place = _Place(base, left)
    for step in steps:
        if step.base and step.other:
            row, twin = left[step.base[0]].element, right[step.other[0]].element
            _merge_rows(host, row, twin, columns)
            place.pass_over(row)
        elif step.base:
            place.pass_over(delete_row(host, left[step.base[0]].element))
        else:
            place.insert(insert_row(host, right[step.other[0]].element))


def insert_table(host: Host, other: Element) -> Element:
    """A copy of the other side's table, inserted."""
    table = empty_like(other)
    table.extend(deepcopy(child) for child in other if child.tag in (TBLPR, TBLGRID))
    table.extend(insert_row(host, row) for row in held(other, TR))
    return table


def delete_table(host: Host, base: Element) -> Element:
    """The base's table, deleted."""
    for row in held(base, TR):
        delete_row(host, row)
    return base


def insert_row(host: Host, other: Element) -> Element:
    """A copy of the other side's row, inserted."""
    row = etree.Element(TR)
    row.extend(deepcopy(child) for child in other if child.tag in (TRPR, TBLPREX))
    row.extend(_insert_cell(host, cell) for cell in held(other, TC))
    _mark_row(row, INS, host)
    return row


def delete_row(host: Host, base: Element) -> Element:
    """The base's row, deleted."""
    for cell in held(base, TC):
        merge(host, cell, None)
    _mark_row(base, DEL, host)
    return base


def _insert_cell(host: Host, other: Element) -> Element:
    cell = deepcopy(other)
    merge(host, None, cell)
    return cell


def _mark_row(row: Element, status: str, host: Host) -> None:
    properties = row.find(TRPR)
    if properties is None:
        properties = etree.Element(TRPR)
        row.insert(1 if row.find(TBLPREX) is not None else 0, properties)
    at = next((i for i, e in enumerate(properties) if e.tag == w("trPrChange")), len(properties))
    properties.insert(at, host.pen.mark(status))


def _mark_cell(cell: Element, tag: str, host: Host) -> Element:
    properties = cell.find(TCPR)
    if properties is None:
        properties = etree.Element(TCPR)
        cell.insert(0, properties)
    at = next((i for i, e in enumerate(properties) if e.tag == w("tcPrChange")), len(properties))
    properties.insert(at, host.pen.mark(tag))
    return cell


class _Place:
    """Where the next new row of a table, or cell of a row, goes: the base's stay where they are."""

    def __init__(self, parent: Element, units: Sequence[Unit]) -> None:
        self._parent = parent
        self._first = units[0].element if units else None
        self._last: Element | None = None

    def pass_over(self, element: Element) -> None:
        """The next one of the base."""
        self._last = element

    def insert(self, element: Element) -> None:
        """Put a new one behind the last."""
        if self._last is not None:
            self._last.addnext(element)
        elif self._first is not None:
            self._first.addprevious(element)
        else:
            self._parent.append(element)
        self._last = element


def _units(parent: Element, tag: str) -> list[Unit]:
    found = []
    for child in held(parent, tag):
        text = "\n".join(paragraph_text(p) for p in child.iter(w("p")))
        found.append(Unit(local(tag), child, key=f"{local(tag)} {text}", text=text))
    return found


def _columns(
    steps: list[Step], left: Sequence[Unit], right: Sequence[Unit], host: Host
) -> list[Step] | None:
    """How columns correspond, from all paired rows together; None where rows differ in that."""
    pairs = [
        (_units(left[s.base[0]].element, TC), _units(right[s.other[0]].element, TC))
        for s in steps
        if s.base and s.other
    ]
    widths = {(len(a), len(b)) for a, b in pairs}
    if len(widths) != 1:
        return None
    ((rows, columns),) = widths
    if rows == columns:
        return [Step([i], [i]) for i in range(rows)]
    joined = [
        [_join([pair[side][k] for pair in pairs]) for k in range((rows, columns)[side])]
        for side in (0, 1)
    ]
    return align(joined[0], joined[1], host.words, moves=False)


def _join(cells: list[Unit]) -> Unit:
    text = "\n".join(cell.text for cell in cells)
    return Unit("tc", cells[0].element, key=text, text=text)


def _merge_rows(host: Host, base: Element, other: Element, columns: list[Step] | None) -> None:
    _properties(base, other, TRPR, host)
    left, right = _units(base, TC), _units(other, TC)
    if columns is None:
        columns = (
            [Step([i], [i]) for i in range(len(left))]
            if len(left) == len(right)
            else align(left, right, host.words, moves=False)
        )
    place = _Place(base, left)
    for step in columns:
        if step.base and step.other:
            cell, twin = left[step.base[0]].element, right[step.other[0]].element
            _properties(cell, twin, TCPR, host)
            merge(host, cell, twin)
            place.pass_over(cell)
        elif step.base:
            cell = left[step.base[0]].element
            merge(host, cell, None)
            place.pass_over(_mark_cell(cell, CELL_DEL, host))
        else:
            cell = _insert_cell(host, right[step.other[0]].element)
            place.insert(_mark_cell(cell, CELL_INS, host))


def _properties(base: Element, other: Element, tag: str, host: Host) -> None:
    old, new = base.find(tag), other.find(tag)
    if same(old, new):
        return
    result = changed(old, new, tag, host.pen)
    if old is not None:
        base.replace(old, result)
    else:
        base.insert(1 if tag == TRPR and base.find(TBLPREX) is not None else 0, result)


def _grid(base: Element, other: Element, host: Host) -> None:
    old, new = base.find(TBLGRID), other.find(TBLGRID)
    if old is None or new is None or same(old, new):
        return
    result = etree.Element(TBLGRID)
    result.extend(deepcopy(column) for column in new.iterchildren(w("gridCol")))
    change = etree.SubElement(result, w("tblGridChange"))
    change.set(w("id"), host.pen.fresh())
    inner = etree.SubElement(change, TBLGRID)
    inner.extend(deepcopy(column) for column in old.iterchildren(w("gridCol")))
    base.replace(old, result)
