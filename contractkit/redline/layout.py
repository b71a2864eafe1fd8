"""Write events as blocks."""

from __future__ import annotations

from collections.abc import Iterator

from contractkit.ooxml.elements import child_of, empty_like
from contractkit.ooxml.names import DEL, INS, PPR, RPR, local
from contractkit.ooxml.package import Element
from contractkit.ooxml.text import Piece
from contractkit.redline.compose import Anchors, Line, both, moved, only
from contractkit.redline.events import Block, Content, Event, Keep, Mark
from contractkit.redline.host import Host
from contractkit.redline.items import Anchor, Atom, Item
from contractkit.redline.partners import partners_of
from contractkit.redline.properties import paragraph_properties
from contractkit.redline.units import Unit
from contractkit.redline.write import ParagraphWriter


class Layout:
    """Writes events as blocks."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._writer = ParagraphWriter(host.pen, host, {})

    def write(self, events: list[Event]) -> Iterator[Element]:
        """The blocks that ``events`` make."""
        for event in events:
            if isinstance(event, Content):
                yield from self._content(event)
            elif isinstance(event, Mark):
                yield self._close(event.base, event.other, event.status)
            elif isinstance(event, Keep):
                yield self._keep(event)
            elif isinstance(event, Block):
                yield from event.elements
            elif event.starts:
                self._writer.anchor(event.element)
            else:
                yield event.element

    def _keep(self, event: Keep) -> Element:
        host, base = self._host, event.base
        for segment, twin in zip(base.segments, event.other.segments, strict=False):
            if segment.kind in ("note", "object"):
                for piece, other in zip(segment.pieces, twin.pieces, strict=False):
                    host.pair(piece.element, other.element)
        _set_properties(base.element, paragraph_properties(base, event.other, "", host.pen))
        held = self._writer.take()
        if held:
            at = 1 if child_of(base.element, PPR) is not None else 0
            base.element[at:at] = held
        return base.element

    def _content(self, event: Content) -> Iterator[Element]:
        items = list(self._items(event))
        partners = partners_of(items, event.base, event.other)
        held = self._writer.take()
        self._writer = ParagraphWriter(self._host.pen, self._host, partners)
        for element in held:
            self._writer.anchor(element)
        for item in items:
            if isinstance(item, Atom):
                self._writer.write(item)
            elif isinstance(item, Anchor):
                self._writer.anchor(item.element)
            else:
                yield self._close(item.base, item.other, item.status)

    def _items(self, event: Content) -> Iterator[Item]:
        going, new = not event.other, not event.base
        base = Line(event.base, self._base_anchors(going))
        other = Line(event.other, self._other_anchors(new))
        if event.base and event.other:
            return both(base, other)
        line = base if event.base else other
        alone = DEL if event.base else INS
        if event.partner is not None:
            partner = Line([event.partner], lambda _: None)
            return moved(line, partner, event.status, alone, from_base=bool(event.base))
        return only(line, 0, line.width, alone, from_base=bool(event.base), closing=True)

    def _base_anchors(self, going: bool) -> Anchors:
        def anchor(piece: Piece) -> Element | None:
            return self._host.base_anchor(_anchor_element(piece), going=going)

        return anchor

    def _other_anchors(self, new: bool) -> Anchors:
        def anchor(piece: Piece) -> Element | None:
            return self._host.other_anchor(piece.element, piece.run, new=new)

        return anchor

    def _close(self, base: Unit | None, other: Unit | None, status: str) -> Element:
        """The paragraph of what was written since the last mark."""
        properties = paragraph_properties(base, other, status, self._host.pen)
        if base is not None:
            paragraph = base.element
        else:
            assert other is not None  # noqa: S101 - a mark is of one side or both
            paragraph = empty_like(other.element)
            drop_ids(paragraph)
        children = self._writer.take()
        paragraph[:] = ([properties] if properties is not None else []) + children
        return paragraph


def _anchor_element(piece: Piece) -> Element:
    run, element = piece.run, piece.element
    if run is None:
        return element
    alone = empty_like(run)
    properties = child_of(run, RPR)
    if properties is not None:
        alone.append(properties)
    alone.append(element)
    return alone


def drop_ids(paragraph: Element) -> None:
    """Take away the ids that a copy of a paragraph must not have too."""
    for name in list(paragraph.attrib):
        if local(str(name)) in ("paraId", "textId"):
            del paragraph.attrib[name]


def _set_properties(paragraph: Element, properties: Element | None) -> None:
    old = child_of(paragraph, PPR)
    if old is properties:
        return
    if old is not None:
        paragraph.remove(old)
    if properties is not None:
        paragraph.insert(0, properties)
