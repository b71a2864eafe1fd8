"""What stands on a page of a PDF: characters and ruled lines, with where they stand.

The only module that knows PDFium's calls. Coordinates are points from the lower left corner of the
page as it is shown, so a page that is turned is turned here; characters that are still not upright
then (a watermark across the page, a stamp on its edge) are counted and left out.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import Any, NamedTuple

OBJECTS = 20_000  # drawn objects looked at on a page: a map or a plan has more, a table has not
POINTS = 64  # corners of one drawn object: a table's border has few, a picture's outline many
THIN = 3.0  # a filled box that is no thicker is a ruled line

_BOLD = re.compile(r"bold|black|heavy|demi|simhei|heiti|方正小标宋", re.IGNORECASE)
_HEAVY = 600  # of PDFium's font weights: 400 is regular, 700 bold
_LINK, _POPUP = 2, 16  # kinds of annotation, as PDFium counts them
_FILL_AND_STROKE = 2  # the text rendering mode that makes a font without a bold cut bold
_GENERATED = frozenset({0, 9, 10, 13, 32})  # what PDFium puts between words and lines
_HYPHENS = str.maketrans("\x02\ufffe", "--")  # PDFium's marks for a hyphen at a line end


class Glyph(NamedTuple):
    """A character: its left and right edge, the height of its baseline, its size, its look."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


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
    turn = _Turn(source.get_rotation(), *_corner(source), width, height)
    for glyph, upright in _glyphs(source, turn, page):
        if upright:
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


@dataclass(frozen=True, slots=True)
class _Turn:
    """From a page's own coordinates to those of the page as it is shown."""

    angle: int
    left: float
    bottom: float
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        x, y = x - self.left, y - self.bottom
        if self.angle == 90:
            return y, self.height - x
        if self.angle == 180:
            return self.width - x, self.height - y
        if self.angle == 270:
            return self.width - y, x
        return x, y


def _corner(source: Any) -> tuple[float, float]:
    left, bottom, _, _ = source.get_cropbox()
    return left, bottom


@dataclass(slots=True)
class _Look:
    """The look that all characters of one text object share."""

    size: float
    bold: bool
    upright: bool


def _glyphs(source: Any, turn: _Turn, page: Page) -> Iterator[tuple[Glyph, bool]]:
    """Each character of the page in the order of its content, and whether it is upright."""
    import pypdfium2.raw as pdfium

    text = source.get_textpage()
    unicode, generated, text_object, origin, loose_box = _calls()
    handle = ctypes.cast(text.raw, ctypes.c_void_p).value
    start, box = (ctypes.c_double * 2)(), (ctypes.c_float * 4)()
    x = ctypes.addressof(start)
    y, edges = x + ctypes.sizeof(ctypes.c_double), ctypes.addressof(box)
    known: tuple[int, float] | None = None
    look, base = _Look(0, bold=False, upright=True), 0.0
    for index in range(pdfium.FPDFText_CountChars(text.raw)):
        code = unicode(handle, index)
        if code in _GENERATED and generated(handle, index) == 1:
            continue  # a space or a line end that PDFium put there: we measure for ourselves
        character = _character(code)
        if not character:
            page.unread += 1
            continue
        loose_box(handle, index, edges)
        left, top, right, bottom = box
        now = (text_object(handle, index) or 0, left if turn.angle in (90, 270) else bottom)
        if now != known:  # all characters of a text object that stand in line have its look
            if not known or now[0] != known[0]:
                shown = pdfium.FPDFText_GetTextObject(text.raw, index)
                look = _look(pdfium, text.raw, index, shown, turn.angle)
            origin(handle, index, x, y)
            _, base = turn.point(*start)
            known = now
        if turn.angle:
            left, _ = turn.point(left, bottom)
            right, _ = turn.point(right, top)
        else:
            left, right = left - turn.left, right - turn.left
        if right < left:
            left, right = right, left
        yield Glyph(character, left, right, base, look.size, look.bold), look.upright
    text.close()


class _Calls(NamedTuple):
    """PDFium's functions that are called for every character, with plain addresses as arguments.

    The wrappers of pypdfium2 make a pointer object for each argument and result, which takes longer
    than the call.
    """

    unicode: Callable[[int | None, int], int]
    generated: Callable[[int | None, int], int]
    text_object: Callable[[int | None, int], int | None]
    origin: Callable[[int | None, int, int, int], int]
    box: Callable[[int | None, int, int], int]


@cache
def _calls() -> _Calls:
    import pypdfium2.raw as pdfium

    handle, number, place = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p

    def call(name: str, result: Any, *more: Any) -> Any:
        address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value
        return ctypes.CFUNCTYPE(result, handle, number, *more)(address)

    return _Calls(
        call("FPDFText_GetUnicode", ctypes.c_uint),
        call("FPDFText_IsGenerated", number),
        call("FPDFText_GetTextObject", ctypes.c_void_p),
        call("FPDFText_GetCharOrigin", number, place, place),
        call("FPDFText_GetLooseCharBox", number, place),
    )


@lru_cache(maxsize=4096)
def _character(code: int) -> str:
    """The character of that code point; "" for what is none, such as half of a pair."""
    if code in (0, 0xFFFD) or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return ""
    character = chr(code).translate(_HYPHENS)
    if character in "\t\r\n\x0b\x0c\xa0":
        return " "
    return "" if character < " " else character


def _look(pdfium: Any, raw: Any, index: int, shown: Any, angle: int) -> _Look:
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(raw, index, name, 128, flags)
    matrix, scale, slope, size = pdfium.FS_MATRIX(), 1.0, 0.0, ctypes.c_float()
    if shown and pdfium.FPDFPageObj_GetMatrix(shown, matrix):
        scale = math.hypot(matrix.c, matrix.d)
        slope = math.degrees(math.atan2(matrix.b, matrix.a)) + angle * -1
    if not (shown and pdfium.FPDFTextObj_GetFontSize(shown, size)):
        size.value = pdfium.FPDFText_GetFontSize(raw, index)
    heavy = pdfium.FPDFText_GetFontWeight(raw, index) >= _HEAVY
    stroked = bool(shown) and pdfium.FPDFTextObj_GetTextRenderMode(shown) == _FILL_AND_STROKE
    bold = heavy or stroked or bool(_BOLD.search(name.value.decode("utf-8", "replace")))
    return _Look(abs(size.value * scale) or 1.0, bold, abs((slope + 180) % 360 - 180) < 10)


def _drawings(source: Any, turn: _Turn, page: Page) -> None:
    """Put the ruled lines and the pictures of ``source`` into ``page``."""
    import pypdfium2.raw as pdfium

    area = max(page.width * page.height, 1.0)
    for count, drawn in enumerate(source.get_objects(max_depth=3)):
        if count >= OBJECTS:
            return
        if drawn.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, bottom, right, top = drawn.get_bounds()
            page.pictures += 1
            page.covered += abs((right - left) * (top - bottom)) / area
        elif drawn.type == pdfium.FPDF_PAGEOBJ_PATH and drawn.level == 0:
            page.rules += _rules(pdfium, drawn, turn)


def _rules(pdfium: Any, drawn: Any, turn: _Turn) -> list[Rule]:
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
