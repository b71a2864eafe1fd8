"""The marks that can neither go nor come: the last of a container, and some that end a section."""

from __future__ import annotations

from contractkit.ooxml.names import DEL, INS
from contractkit.redline.events import Block, Content, Event, Keep, Mark
from contractkit.redline.units import Unit


def keep_closing_marks(events: list[Event]) -> None:
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
                _pass_over(events, at)


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
    else:
        del events[place]
        content = events[place - 1] if place else None
        if isinstance(content, Content) and not (content.base and content.other):
            # a paragraph that only one side has: its content goes to where its mark now is
            del events[place - 1]
            events.insert(_previous(events, at - 2, (Content,)), content)


def _pass_over(events: list[Event], at: int) -> None:
    """Let a paragraph of one side change places with the tables of the other side after it."""
    mark, content = events[at], events[at - 1]
    if not isinstance(mark, Mark) or not isinstance(content, Content) or not mark.status:
        return
    opposite = INS if mark.base is not None else DEL
    while at + 1 < len(events):
        block = events[at + 1]
        if not isinstance(block, Block) or block.side != opposite:
            return
        events[at - 1 : at + 2] = [block, content, mark]
        at += 1


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
