"""The characters of a page of a PDF, with their place and look, as PDFium tells them one by one."""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

_BOLD = re.compile(r"bold|black|heavy|demi|simhei|heiti|方正小标宋", re.IGNORECASE)
_HEAVY = 600  # of PDFium's font weights: 400 is regular, 700 bold
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


@dataclass(frozen=True, slots=True)
class Turn:
    """From a page's own coordinates to those of the page as it is shown."""

    angle: int
    left: float
    bottom: float
    width: float
    height: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The point as it is shown."""
        x, y = x - self.left, y - self.bottom
        if self.angle == 90:
            return y, self.height - x
        if self.angle == 180:
            return self.width - x, self.height - y
        if self.angle == 270:
            return self.width - y, x
        return x, y


@dataclass(slots=True)
class _Look:
    """The look that all characters of one text object share."""

    size: float
    bold: bool
    upright: bool


def characters(source: Any, turn: Turn) -> Iterator[tuple[Glyph | None, bool]]:
    """Each character of the page in the order of its content, and whether it is upright.

    None for one whose font does not say what it is.
    """
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
            yield None, look.upright
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
        address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
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
