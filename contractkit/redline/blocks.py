"""A container of both sides as the blocks of the result: paragraphs, tables, content controls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from contractkit.ooxml.names import DEL, ID, INS, MOVE_FROM, MOVE_TO, NAME, SECTPR, w
from contractkit.ooxml.package import Element
from contractkit.redline.align import align
from contractkit.redline.closing import keep_closing_marks
from contractkit.redline.events import Block, Content, Edge, Event, Keep, Mark
from contractkit.redline.host import Host
from contractkit.redline.layout import Layout
from contractkit.redline.notes import KINDS
from contractkit.redline.reading import ANCHORS
from contractkit.redline.signature import written_alike
from contractkit.redline.units import Unit
from contractkit.redline.words import Step

# What is compared or carried over apart from the text that it stands in.
APART: Final = frozenset(map(w, [*KINDS, *ANCHORS]))


def merge(host: Host, base: Element | None, other: Element | None, *, moves: bool = False) -> None:
    """Write into ``base`` (or a new ``other``) the result of comparing the two containers."""
    if base is not None and other is not None and written_alike(base, other, APART):
        return
    left = host.base.units(base) if base is not None else []
    right = host.other.units(other) if other is not None else []
    events = _Events(host, left, right).build(moves=moves and bool(left) and bool(right))
    if left and right:
        keep_closing_marks(events)
    target = base if base is not None else other
    if target is not None:
        _replace(target, list(Layout(host).write(events)))


def _replace(container: Element, blocks: list[Element]) -> None:
    """Put ``blocks`` where the container's blocks were; its properties stay around them.

    What stands where it should is not moved: libxml2 walks through all that is in it.
    """
    held = list(container)
    before = [c for c in held if str(c.tag).endswith("Pr") and c.tag != SECTPR]
    wanted = [*before, *blocks, *(c for c in held if c.tag == SECTPR)]
    kept = set(wanted)
    for child in held:
        if child not in kept:
            container.remove(child)
    here = next(iter(container), None)
    for element in wanted:
        if element is here:
            here = here.getnext()
        elif here is not None:
            here.addprevious(element)
        else:
            container.append(element)


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
    if base.bare_key != other.bare_key:
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
