"""What stands on a page of a PDF: characters and ruled lines, with where they stand.

With ``characters`` the only module that knows PDFium's calls. Coordinates are points from the lower
left corner of the page as it is shown, so a page that is turned is turned here; characters that are
still not upright then (a watermark across the page, a stamp on its edge) are counted and left out.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, NamedTuple

from contractkit.readers.pdf.characters import Glyph, Turn, characters

OBJECTS = 20_000  # drawn objects looked at on a page: a map or a plan has more, a table has not
DEPTH = 3  # of objects that hold objects
POINTS = 64  # corners of one drawn object: a table's border has few, a picture's outline many
THIN = 3.0  # a filled box that is no thicker is a ruled line

_LINK, _POPUP = 2, 16  # kinds of annotation, as PDFium counts them


class Rule(NamedTuple):
    """A ruled line: ``along`` its two ends, ``at`` its height, or its place if it is upright."""

    upright: bool
    at: float
    start: float
    end: float


@dataclass(slots=True)
class Page:
    """A page: what is written and ruled on it.

    ``covered`` is the share of it that its ``pictures`` cover; ``turned`` counts the characters
    that are not upright, ``annotations`` the comments, stamps and form fields, ``unread`` the
    characters whose font does not say what they are.
    """

    width: float
    height: float
    glyphs: list[Glyph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: int = 0
    covered: float = 0.0
    turned: int = 0
    annotations: int = 0
    unread: int = 0


def read_page(source: Any) -> Page:
    """The content of PDFium's page ``source``."""
    width, height = source.get_size()
    page = Page(width, height)
    turn = Turn(source.get_rotation(), *_corner(source), width, height)
    for glyph, upright in characters(source, turn):
        if glyph is None:
            page.unread += 1
        elif upright:
            page.glyphs.append(glyph)
        else:
            page.turned += not glyph.text.isspace()
    _drawings(source, turn, page)
    page.annotations = sum(1 for _ in _annotations(source))
    return page


def _annotations(source: Any) -> Iterator[int]:
    """The kind of each comment, stamp and form field of the page, links left out."""
    import pypdfium2.raw as pdfium

    for place in range(pdfium.FPDFPage_GetAnnotCount(source.raw)):
        annotation = pdfium.FPDFPage_GetAnnot(source.raw, place)
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        pdfium.FPDFPage_CloseAnnot(annotation)
        if kind not in (_LINK, _POPUP):
            yield kind


def _corner(source: Any) -> tuple[float, float]:
    left, bottom, _, _ = source.get_cropbox()
    return left, bottom


def _drawings(source: Any, turn: Turn, page: Page) -> None:
    """Put the ruled lines and the pictures of ``source`` into ``page``."""
    import pypdfium2
    import pypdfium2.raw as pdfium

    area = max(page.width * page.height, 1.0)
    for raw, kind, level in islice(_objects(source.raw), OBJECTS):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = pypdfium2.PdfObject(raw, page=source).get_bounds()
            page.pictures += 1
            page.covered += abs((right - left) * (top - bottom)) / area
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and level == 0:
            page.rules += _rules(pdfium, pypdfium2.PdfObject(raw, page=source), turn)


def _objects(parent: Any, level: int = 0) -> Iterator[tuple[Any, int, int]]:
    """What is drawn on a page or in an object of it: PDFium's object, its kind, how deep it is.

    Most of it is text, of which nothing more is asked here: pypdfium2 would make an object of each.
    """
    import pypdfium2
    import pypdfium2.raw as pdfium

    count, get = (
        (pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject)
        if level
        else (pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject)
    )
    for index in range(count(parent)):
        raw = get(parent, index)
        if not raw:
            raise pypdfium2.PdfiumError("no such object")
        kind = pdfium.FPDFPageObj_GetType(raw)
        yield raw, kind, level
        if kind == pdfium.FPDF_PAGEOBJ_FORM and level < DEPTH - 1:
            yield from _objects(raw, level + 1)


def _rules(pdfium: Any, drawn: Any, turn: Turn) -> list[Rule]:
    """The ruled lines of one drawn object: its edges, or itself where it is a thin filled box."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(drawn.raw, fill, stroke)
    if not (fill.value or stroke.value) or pdfium.FPDFPath_CountSegments(drawn.raw) > POINTS:
        return []
    found = [
        rule
        for one, other in _edges(pdfium, drawn)
        if (rule := _rule(turn.point(*one), turn.point(*other)))
    ]
    if stroke.value:
        return found
    left, bottom, right, top = drawn.get_bounds()
    if min(right - left, top - bottom) > THIN:
        return []  # a shaded cell or a coloured bar: nothing is ruled
    return found


def _edges(pdfium: Any, drawn: Any) -> Iterator[tuple[tuple[float, float], tuple[float, float]]]:
    """The straight edges of a drawn object, on the page before it is turned."""
    a, b, c, d, e, f = drawn.get_matrix().get()
    x, y = ctypes.c_float(), ctypes.c_float()
    first = last = (0.0, 0.0)
    for index in range(pdfium.FPDFPath_CountSegments(drawn.raw)):
        segment = pdfium.FPDFPath_GetPathSegment(drawn.raw, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = here
        elif kind == pdfium.FPDF_SEGMENT_LINETO:
            yield last, here
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield here, first
        last = here


def _rule(one: tuple[float, float], other: tuple[float, float]) -> Rule | None:
    """The ruled line between two points, if it is level or upright and longer than a dot."""
    across, up = abs(one[0] - other[0]), abs(one[1] - other[1])
    if max(across, up) <= THIN or min(across, up) > 1:
        return None
    upright = up > across
    along, over = (1, 0) if upright else (0, 1)
    start, end = sorted((one[along], other[along]))
    return Rule(upright, (one[over] + other[over]) / 2, start, end)
