"""Paragraphs of both sides as items: what is in both, what went, what came, in order."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from contractkit.ooxml.names import DEL, INS
from contractkit.ooxml.package import Element
from contractkit.ooxml.text import TEXT, Piece
from contractkit.redline.items import Anchor, Atom, Item, MarkHere
from contractkit.redline.tokens import Range, Tokens, common
from contractkit.redline.units import Segment, Unit

PARAGRAPH_MARK = "\x05"
Anchors = Callable[[Piece], Element | None]


@dataclass(slots=True)
class Part:
    """A part of a segment."""

    segment: Segment
    text: str
    width: int


class Line:
    """Paragraphs of one side in a row, their inner marks one wide; the last mark not in it."""

    def __init__(self, units: Sequence[Unit], anchors: Anchors) -> None:
        self._anchor = anchors
        self._rows: list[tuple[int, Unit]] = []
        at = 0
        for unit in units:
            self._rows.append((at, unit))
            at += unit.width + 1
        self.width = max(at - 1, 0)

    def tokens(self) -> Tokens:
        """The tokens of all its paragraphs, with one for each inner mark."""
        found = Tokens()
        for start, unit in self._rows:
            if start:
                found.add_object(PARAGRAPH_MARK)
            found.add(unit.segments)
        return found

    def parts(
        self, start: int, end: int, *, closing: bool = False
    ) -> Iterator[Part | Anchor | Unit]:
        """What stands from ``start`` to ``end``; a unit stands for its paragraph mark.

        An anchor goes with the character after it; at the end of a paragraph, with its mark: those
        at the end of the line only if ``closing``.
        """
        for origin, unit in self._rows:
            if origin > end or origin + unit.width < start:
                continue
            yield from self._parts_of(unit, start - origin, end - origin, closing)
            if start <= origin + unit.width < end:
                yield unit

    def _parts_of(self, unit: Unit, start: int, end: int, last: bool) -> Iterator[Part | Anchor]:
        anchors = deque(
            (at, piece)
            for at, piece in unit.anchors
            if start <= at < end or (last and at == end == unit.width)
        )
        for segment in unit.segments:
            at, stop = max(segment.start, start), min(segment.end, end)
            while at < stop:
                while anchors and anchors[0][0] <= at:
                    yield from self._anchors(anchors.popleft()[1])
                cut = min(stop, anchors[0][0]) if anchors else stop
                text = segment.text
                if segment.kind == TEXT:
                    text = text[at - segment.start : cut - segment.start]
                yield Part(segment, text, cut - at)
                at = cut
        for _, piece in anchors:
            yield from self._anchors(piece)

    def _anchors(self, piece: Piece) -> Iterator[Anchor]:
        element = self._anchor(piece)
        if element is not None:
            yield Anchor(element)


def both(base: Line, other: Line) -> Iterator[Item]:
    """The items of edited paragraphs."""
    at_base = at_other = 0
    ranges = common(base.tokens(), other.tokens())
    for start, end, first, last in [*ranges, (base.width, base.width, other.width, other.width)]:
        closing = start == end  # the last one
        if at_base < start or at_other < first or closing:
            yield from only(base, at_base, start, DEL, from_base=True, closing=closing)
            yield from only(other, at_other, first, INS, from_base=False, closing=closing)
        if start < end:
            yield from _equal(list(base.parts(start, end)), list(other.parts(first, last)))
        at_base, at_other = end, last


def only(
    line: Line, start: int, end: int, status: str, *, from_base: bool, closing: bool
) -> Iterator[Item]:
    """The items of a stretch that one side has alone."""
    for part in line.parts(start, end, closing=closing):
        if isinstance(part, Part):
            yield Atom(status, part.segment, part.text, from_base)
        elif isinstance(part, Unit):
            yield MarkHere(part if from_base else None, None if from_base else part, status)
        else:
            yield part


def moved(line: Line, partner: Line, move: str, alone: str, *, from_base: bool) -> Iterator[Item]:
    """The items of one half of a move: words that both halves have, and words that one has."""
    found: list[Range] = (
        common(line.tokens(), partner.tokens())
        if from_base
        else [(b, d, a, c) for a, c, b, d in common(partner.tokens(), line.tokens())]
    )
    at = 0
    for start, end, *_ in found:
        if at < start:
            yield from only(line, at, start, alone, from_base=from_base, closing=False)
        yield from only(line, start, end, move, from_base=from_base, closing=False)
        at = end
    yield from only(line, at, line.width, alone, from_base=from_base, closing=True)


def _equal(base: list[Part | Anchor | Unit], other: list[Part | Anchor | Unit]) -> Iterator[Item]:
    """Two equally wide stretches as atoms, cut where either changes its format."""
    left, right = deque(base), deque(other)
    while left or right:
        for side in (left, right):
            while side and not isinstance(side[0], Part):
                item = side.popleft()
                if isinstance(item, Anchor):
                    yield item
        if not left or not right:
            continue
        a, b = left[0], right[0]
        if not isinstance(a, Part) or not isinstance(b, Part):
            continue
        width = min(a.width, b.width)
        text = a.text[:width] if a.segment.kind == TEXT else a.text
        yield Atom("", a.segment, text, True, b.segment)
        for side, part in ((left, a), (right, b)):
            if part.width == width:
                side.popleft()
            else:
                side[0] = Part(part.segment, part.text[width:], part.width - width)
