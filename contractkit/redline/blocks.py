"""A container of both sides as the blocks of the result: paragraphs, tables, content controls.

The result is written from a list of events. A paragraph is its content and then its mark, apart,
because the two are not always paired alike: the last mark of a container can neither go nor come,
so the marks before it are what is deleted or inserted there (``_keep_closing_marks``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from lxml import etree

from contractkit.ooxml.elements import empty_like
from contractkit.ooxml.names import DEL, ID, INS, MOVE_FROM, MOVE_TO, NAME, local, w
from contractkit.ooxml.package import Element
from contractkit.ooxml.text import Piece
from contractkit.redline.align import Step, Words, align
from contractkit.redline.compose import Anchors, Line, both, moved, only
from contractkit.redline.partners import partners_of
from contractkit.redline.pen import Pen
from contractkit.redline.properties import paragraph_properties
from contractkit.redline.units import SECTION, Reader, Unit
from contractkit.redline.write import Anchor, Atom, Carrier, Item, ParagraphWriter


@dataclass(slots=True)
class Content:
    """The content of one or more paragraphs of each side, to be written up to the last mark."""

    base: list[Unit] = field(default_factory=list)
    other: list[Unit] = field(default_factory=list)
    status: str = ""  # of a half of a move: its tag
    partner: Unit | None = None


@dataclass(slots=True)
class Mark:
    """The mark that ends a paragraph."""

    base: Unit | None
    other: Unit | None
    status: str


@dataclass(slots=True)
class Keep:
    """A paragraph whose content is equal on both sides and stays untouched."""

    base: Unit
    other: Unit


@dataclass(slots=True)
class Block:
    """Finished elements of one side or both: a table, a content control, a loose bookmark."""

    elements: list[Element]
    side: str = ""  # DEL, INS, or "" for both


@dataclass(slots=True)
class Edge:
    """The start or the end of the range of a move."""

    element: Element
    starts: bool


Event = Content | Mark | Keep | Block | Edge


class Host(Carrier, Protocol):
    """What the blocks need from the story that they stand in."""

    base: Reader
    other: Reader
    pen: Pen
    words: Words

    def base_anchor(self, element: Element, *, going: bool) -> Element | None:
        """A bookmark or range of the base, as it goes into the result."""

    def other_anchor(self, element: Element, run: Element | None, *, new: bool) -> Element | None:
        """A bookmark or range of the other side, if the result takes it."""

    def block(self, base: Unit | None, other: Unit | None) -> list[Element]:
        """The elements for a table or content control of one side or both."""

    def move_name(self, number: int) -> str:
        """A name for a move that no other has."""


def merge(host: Host, base: Element | None, other: Element | None, *, moves: bool = False) -> None:
    """Write into ``base`` (or a new ``other``) the result of comparing the two containers."""
    left = host.base.units(base) if base is not None else []
    right = host.other.units(other) if other is not None else []
    events = _Events(host, left, right).build(moves=moves and bool(left) and bool(right))
    if left and right:
        _keep_closing_marks(events)
    target = base if base is not None else other
    if target is not None:
        _replace(target, list(_Layout(host).write(events)))


def _replace(container: Element, blocks: list[Element]) -> None:
    """Put ``blocks`` where the container's blocks were; its properties stay around them."""
    before = [c for c in container if str(c.tag).endswith("Pr") and c.tag != w("sectPr")]
    after = [c for c in container if c.tag == w("sectPr")]
    container[:] = [*before, *blocks, *after]


class _Events:
    def __init__(self, host: Host, base: Sequence[Unit], other: Sequence[Unit]) -> None:
        self._host = host
        self._base = base
        self._other = other
        self._moves: dict[int, tuple[str, list[str]]] = {}

    def build(self, *, moves: bool) -> list[Event]:
        steps = (
            align(self._base, self._other, self._host.words, moves=moves)
            if self._base and self._other
            else [
                *(Step([i], []) for i in range(len(self._base))),
                *(Step([], [j]) for j in range(len(self._other))),
            ]
        )
        events: list[Event] = []
        for at, step in enumerate(steps):
            half = self._half(step)
            before = self._half(steps[at - 1]) if at else None
            after = self._half(steps[at + 1]) if at + 1 < len(steps) else None
            if half and half != before:
                events.append(Edge(self._edge(half, True), True))
            events.extend(self._step(step))
            if half and half != after:
                events.append(Edge(self._edge(half, False), False))
        return events

    @staticmethod
    def _half(step: Step) -> tuple[int, str] | None:
        return (step.move, "moveFrom" if step.base else "moveTo") if step.move else None

    def _edge(self, half: tuple[int, str], starts: bool) -> Element:
        number, kind = half
        if starts:
            element = self._host.pen.mark(w(f"{kind}RangeStart"))
            element.set(NAME, self._host.move_name(number))
            self._moves.setdefault(number, ("", []))[1].append(element.get(ID, ""))
            return element
        element = etree.Element(w(f"{kind}RangeEnd"))
        element.set(ID, self._moves[number][1][-1])
        return element

    def _step(self, step: Step) -> Iterator[Event]:
        base = [self._base[i] for i in step.base]
        other = [self._other[j] for j in step.other]
        yield from self._loose(base, other)
        first = (base or other)[0]
        if first.kind != "p":
            side = "" if base and other else DEL if base else INS
            yield Block(
                self._host.block(base[0] if base else None, other[0] if other else None), side
            )
        elif base and other:
            yield from self._pair(base, other)
        elif base:
            partner = self._other[step.partner] if step.move else None
            status = MOVE_FROM if step.move else DEL
            yield Content(base, [], status, partner)
            yield Mark(base[0], None, status)
        else:
            partner = self._base[step.partner] if step.move else None
            status = MOVE_TO if step.move else INS
            yield Content([], other, status, partner)
            yield Mark(None, other[0], status)

    def _loose(self, base: list[Unit], other: list[Unit]) -> Iterator[Event]:
        """Bookmarks that stand between blocks."""
        kept = [
            self._host.base_anchor(element, going=not other) for u in base for element in u.loose
        ]
        new = [
            self._host.other_anchor(element, None, new=not base)
            for u in other
            for element in u.loose
        ]
        found = [element for element in [*kept, *new] if element is not None]
        if found:
            yield Block(found)

    def _pair(self, base: list[Unit], other: list[Unit]) -> Iterator[Event]:
        last, final = base[-1], other[-1]
        same_end = last.breaks_section == final.breaks_section
        if len(base) == len(other) == 1 and same_end and _untouched(self._host, last, final):
            yield Keep(last, final)
            return
        yield Content(base, other)
        if last.breaks_section == final.breaks_section:
            yield Mark(last, final, "")
        elif last.breaks_section:
            yield Mark(last, None, DEL)
            yield Mark(None, final, INS)
        else:
            yield Mark(None, final, INS)
            yield Mark(last, None, DEL)


def _untouched(host: Host, base: Unit, other: Unit) -> bool:
    """Whether the content of two paragraphs is the same in text, format and anchors."""
    if base.key.removesuffix(SECTION) != other.key.removesuffix(SECTION):
        return False
    if _formats(base) != _formats(other):
        return False
    return all(
        host.other_anchor(piece.element, piece.run, new=False) is None for _, piece in other.anchors
    )


def _formats(unit: Unit) -> list[tuple[int, int]]:
    """Where the format changes, and to which."""
    found: list[tuple[int, int]] = []
    for segment in unit.segments:
        if not found or found[-1][1] != segment.format:
            found.append((segment.start, segment.format))
    return found


def _keep_closing_marks(events: list[Event]) -> None:
    """Pair the marks that can neither go nor come, in place.

    "A¶" to "A¶B¶" at the end of a container: it is A's mark that is new; the last mark stays and
    takes B's properties. So does a mark that ends a section right before a table.
    """
    at = _previous(events, len(events), (Mark, Keep, Block, Content))
    if at >= 0:
        _pair_mark(events, at)
    for at in range(len(events) - 2, -1, -1):
        event = events[at] if at < len(events) - 1 else None
        if isinstance(event, Mark) and isinstance(events[at + 1], Block):
            unit = event.base or event.other
            if unit is not None and unit.breaks_section:
                _pair_mark(events, at)


def _pair_mark(events: list[Event], at: int) -> None:
    """Pair the mark at ``at`` with the nearest one before it that the other side has."""
    last = events[at]
    if not isinstance(last, Mark) or (last.base is not None and last.other is not None):
        return
    inserted = last.base is None
    place = _partner_mark(events, at, inserted)
    if place < 0:
        return
    found, final = events[place], last.other if inserted else last.base
    if not isinstance(found, Keep | Mark) or final is None:
        return
    mine, theirs = (found.base, found.other) if inserted else (found.other, found.base)
    if mine is None or mine.breaks_section != final.breaks_section:
        return
    events[at] = Mark(mine, last.other, "") if inserted else Mark(last.base, mine, "")
    if isinstance(found, Keep):
        events[place : place + 1] = [Content([found.base], [found.other]), _alone(theirs, inserted)]
    elif theirs is not None:
        events[place] = _alone(theirs, inserted)
    else:  # a paragraph that only one side has: its content goes to where its mark now is
        content = events[place - 1]
        del events[place - 1 : place + 1]
        events.insert(_previous(events, at - 2, (Content,)), content)


def _alone(unit: Unit | None, inserted: bool) -> Mark:
    return Mark(None, unit, INS) if inserted else Mark(unit, None, DEL)


def _previous(events: list[Event], before: int, kinds: tuple[type, ...]) -> int:
    at = before - 1
    while at >= 0 and not isinstance(events[at], kinds):
        at -= 1
    return at


def _partner_mark(events: list[Event], last: int, inserted: bool) -> int:
    """The nearest mark before ``last`` that the other side has; -1 if a block is in between."""
    own = INS if inserted else DEL
    for at in range(last - 1, -1, -1):
        event = events[at]
        if isinstance(event, Keep):
            return at
        if isinstance(event, Mark) and (event.base if inserted else event.other) is not None:
            return at
        if isinstance(event, Block) and event.side != own and event.elements:
            return -1
    return -1


class _Layout:
    """Writes events as blocks."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._writer = ParagraphWriter(host.pen, host, {})
        self._pending: list[Element] = []

    def write(self, events: list[Event]) -> Iterator[Element]:
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
            at = 1 if base.element.find(w("pPr")) is not None else 0
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
        return only(line, 0, line.width, alone, from_base=bool(event.base))

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
    properties = run.find(w("rPr"))
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
    old = paragraph.find(w("pPr"))
    if old is properties:
        return
    if old is not None:
        paragraph.remove(old)
    if properties is not None:
        paragraph.insert(0, properties)
