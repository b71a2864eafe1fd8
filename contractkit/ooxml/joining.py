"""Join a paragraph whose mark goes to the next one; one that is left empty with none after it goes.

A container keeps a last paragraph where it would not be valid without one.
"""

from __future__ import annotations

from contractkit.ooxml.elements import drop
from contractkit.ooxml.names import (
    ALTERNATE,
    CONTROL_RANGES,
    CUSTOMXML,
    MOVE_RANGES,
    PPR,
    SDT,
    SECTPR,
    TBL,
    TC,
    M,
    P,
    w,
)
from contractkit.ooxml.package import Element

BLOCKS = frozenset({P, TBL, SDT, CUSTOMXML})
ANCHORS = frozenset(
    w(name)
    for name in (
        "bookmarkStart bookmarkEnd proofErr commentRangeStart commentRangeEnd permStart permEnd"
    ).split()
)
_SOLID = (
    f"{{{M}}}t",
    ALTERNATE,
    *map(
        w,
        (
            "t tab ptab br cr drawing pict object footnoteReference endnoteReference sym fldChar "
            "fldSimple noBreakHyphen softHyphen commentReference"
        ).split(),
    ),
)


def join_to_next(paragraph: Element) -> None:
    """Put what stands in ``paragraph`` before the next one's, whose properties stay."""
    body = [child for child in paragraph if child.tag != PPR]
    following = _next_block(paragraph)
    if following is not None and following.tag == P:
        at = 1 if following.find(PPR) is not None else 0
        following[at:at] = body
        drop(paragraph)
    elif not any(_is_content(child) for child in body) and _may_go(paragraph):
        previous = paragraph.getprevious()
        if body and previous is not None and previous.tag == P:
            previous.extend(body)
        drop(paragraph)


def _next_block(paragraph: Element) -> Element | None:
    """The block after ``paragraph`` in its container, inside a content control if one follows."""
    following = paragraph.getnext()
    while following is not None and following.tag not in BLOCKS:
        following = None if following.tag == SECTPR else following.getnext()
    while following is not None and following.tag not in (P, TBL):
        following = next((e for e in following.iter(*BLOCKS) if e is not following), None)
    return following


def _may_go(paragraph: Element) -> bool:
    """Whether a container is still valid without this last, empty paragraph."""
    container = paragraph.getparent()
    if container is None:
        return False
    others = any(e.tag in BLOCKS for e in container if e is not paragraph)
    previous = paragraph.getprevious()
    closes_cell = (
        container.tag == TC
        and _next_block(paragraph) is None
        and previous is not None
        and previous.tag == TBL
    )
    return others and not closes_cell


def _is_content(element: Element) -> bool:
    if element.tag in ANCHORS or element.tag in MOVE_RANGES or element.tag in CONTROL_RANGES:
        return False
    return next(element.iter(*_SOLID), None) is not None
