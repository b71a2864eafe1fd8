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
    calls = _calls()
    unicode, generated, text_object, origin, loose_box = calls[:5]
    handle = ctypes.cast(text.raw, ctypes.c_void_p).value
    looks = _Looks(calls, text.raw, turn.angle)
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
                look = looks.of(now[0], index)
            origin(handle, index, x, y)
            base = turn.point(*start)[1] if turn.angle else start[1] - turn.bottom
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
    """PDFium's functions that are called for every character and every text object, with plain
    addresses as arguments.

    The wrappers of pypdfium2 make a pointer object for each argument and result, which takes longer
    than the call.
    """

    unicode: Callable[[int | None, int], int]
    generated: Callable[[int | None, int], int]
    text_object: Callable[[int | None, int], int | None]
    origin: Callable[[int | None, int, int, int], int]
    box: Callable[[int | None, int, int], int]
    font: Callable[[int], int | None]
    matrix: Callable[[int, int], int]
    size: Callable[[int, int], int]
    mode: Callable[[int], int]


@cache
def _calls() -> _Calls:
    import pypdfium2.raw as pdfium

    handle, number, place = ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p

    def call(name: str, result: Any, *arguments: Any) -> Any:
        address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
        return ctypes.CFUNCTYPE(result, handle, *arguments)(address)

    return _Calls(
        call("FPDFText_GetUnicode", ctypes.c_uint, number),
        call("FPDFText_IsGenerated", number, number),
        call("FPDFText_GetTextObject", ctypes.c_void_p, number),
        call("FPDFText_GetCharOrigin", number, number, place, place),
        call("FPDFText_GetLooseCharBox", number, number, place),
        call("FPDFTextObj_GetFont", ctypes.c_void_p),
        call("FPDFPageObj_GetMatrix", number, place),
        call("FPDFTextObj_GetFontSize", number, place),
        call("FPDFTextObj_GetTextRenderMode", number),
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


class _Looks:
    """The looks of the text objects of a page; what a font is called and weighs is asked once."""

    def __init__(self, calls: _Calls, raw: Any, angle: int) -> None:
        self._calls = calls
        self._raw = raw
        self._angle = angle
        self._bold: dict[int | None, bool] = {}
        self._matrix, self._size = (ctypes.c_float * 6)(), ctypes.c_float()
        self._places = ctypes.addressof(self._matrix), ctypes.addressof(self._size)

    def of(self, shown: int, index: int) -> _Look:
        """The look of the text object at that address, or of a character that is of none (0)."""
        scale, slope, stroked, font, sized = 1.0, 0.0, False, None, False
        if shown:
            font = self._calls.font(shown)
            if self._calls.matrix(shown, self._places[0]):
                a, b, c, d, _, _ = self._matrix
                scale = math.hypot(c, d)
                slope = math.degrees(math.atan2(b, a)) - self._angle
            sized = bool(self._calls.size(shown, self._places[1]))
            stroked = self._calls.mode(shown) == _FILL_AND_STROKE
        size = self._size.value if sized else self._own_size(index)
        bold = self._bold.get(font) if font else None
        if bold is None:
            bold = self._bold[font] = self._is_bold(index)
        upright = abs((slope + 180) % 360 - 180) < 10
        return _Look(abs(size * scale) or 1.0, bold or stroked, upright)

    def _own_size(self, index: int) -> float:
        import pypdfium2.raw as pdfium

        return float(pdfium.FPDFText_GetFontSize(self._raw, index))

    def _is_bold(self, index: int) -> bool:
        """Whether the font of a character is bold, by its weight or by its name."""
        import pypdfium2.raw as pdfium

        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._raw, index, name, 128, flags)
        heavy = pdfium.FPDFText_GetFontWeight(self._raw, index) >= _HEAVY
        return heavy or bool(_BOLD.search(name.value.decode("utf-8", "replace")))
