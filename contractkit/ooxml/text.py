"""The text of a paragraph, what an offset in it means, and how a span becomes whole runs.

The reader and the redliner both walk a paragraph by ``pieces``, so that they cannot disagree.
A character of the text is a character of a ``w:t`` (or of math), or one of the marks in
``RUN_TEXT``: a tab is one character, and so is a line break. Drawings, note references, field
codes and bookmarks have no width.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Final

from contractkit.ooxml.elements import empty_like
from contractkit.ooxml.names import (
    DEL,
    INLINE_WRAPPERS,
    INS,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    R_,
    RPR,
    SDT,
    SDTCONTENT,
    XML_SPACE,
    M,
    T,
    w,
)
from contractkit.ooxml.package import Element

TEXT, MARK, OBJECT, NOTE, FIELD, ANCHOR, MATH = (
    "text",  # characters of a w:t
    "mark",  # one character that is an element: tab, break
    "object",  # drawing, picture, anything else that stands in a run
    "note",  # footnote or endnote reference
    "field",  # fldChar, instrText
    "anchor",  # bookmark, comment range, comment reference, deleted text
    "math",
)

RUN_TEXT: Final = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
RUN_KIND: Final = {
    w("footnoteReference"): NOTE,
    w("endnoteReference"): NOTE,
    w("fldChar"): FIELD,
    w("instrText"): FIELD,
    w("commentReference"): ANCHOR,
}
NO_PIECE: Final = frozenset({RPR, w("lastRenderedPageBreak"), w("proofErr"), PPR})
OMATH: Final = frozenset({f"{{{M}}}oMath", f"{{{M}}}oMathPara"})
_MATH_TEXT: Final = f"{{{M}}}t"
_TRANSPARENT: Final = INLINE_WRAPPERS | {INS, MOVE_TO}
_HIDDEN: Final = frozenset({DEL, MOVE_FROM})


@dataclass(slots=True)
class Piece:
    """A stretch of a paragraph that is one element: its text, its run, the wrappers around it."""

    kind: str
    text: str
    element: Element
    run: Element | None
    path: tuple[Element, ...]


def pieces(paragraph: Element) -> Iterator[Piece]:
    """The pieces of ``paragraph`` in order; what is deleted or moved away is an anchor."""
    return _walk(paragraph, ())


def _walk(parent: Element, path: tuple[Element, ...]) -> Iterator[Piece]:
    for child in parent:
        tag = child.tag
        if tag == R_:
            for element in child:
                name = element.tag
                if name == T:
                    if element.text:
                        yield Piece(TEXT, element.text, element, child, path)
                elif name in RUN_TEXT:
                    yield Piece(MARK, RUN_TEXT[name], element, child, path)
                elif name not in NO_PIECE and isinstance(name, str):
                    yield Piece(RUN_KIND.get(name, OBJECT), "", element, child, path)
        elif tag in NO_PIECE or not isinstance(tag, str):
            continue
        elif tag in _HIDDEN:
            yield Piece(ANCHOR, "", child, None, path)
        elif tag in _TRANSPARENT:
            inner = child.find(SDTCONTENT) if tag == SDT else child
            if inner is not None:
                yield from _walk(inner, (*path, child))
        elif tag in OMATH:
            text = "".join(t.text or "" for t in child.iter(_MATH_TEXT))
            yield Piece(MATH, text, child, None, path)
        else:
            yield Piece(ANCHOR, "", child, None, path)


def paragraph_text(paragraph: Element) -> str:
    """The text of ``paragraph`` as it reads with its tracked changes accepted."""
    return "".join(piece.text for piece in pieces(paragraph))


def cut_run(run: Element, element: Element, offset: int) -> Element | None:
    """The new run that starts at character ``offset`` of ``element``; None if ``run`` does."""
    rest = empty_like(run)
    properties = run.find(RPR)
    if properties is not None:
        rest.append(deepcopy(properties))
    following = list(element.itersiblings())
    if offset:
        tail = deepcopy(element)
        set_text(tail, (element.text or "")[offset:])
        set_text(element, (element.text or "")[:offset])
        rest.append(tail)
    elif all(e.tag == RPR for e in element.itersiblings(preceding=True)):
        return None  # a run starts here already
    else:
        rest.append(element)
    rest.extend(following)
    run.addnext(rest)
    return rest


def is_loose(element: Element) -> bool:
    """Whether a ``w:t`` has white space at an end that Word drops: it does not say to keep it."""
    text = element.text or ""
    return text != text.strip(" \t\r\n") and element.get(XML_SPACE) != "preserve"


def set_text(element: Element, text: str) -> None:
    """Give a ``w:t`` its text, and the attribute that keeps white space at its ends."""
    element.text = text
    if text != text.strip():
        element.set(XML_SPACE, "preserve")
