"""The characters of symbol fonts: ``w:sym`` -> the Unicode character that looks the same.

Only what contracts use: boxes to tick, arrows, bullets, Greek letters and signs of the Symbol font.
A symbol that the table does not hold stays what it is, a character of the private use area.
"""

from __future__ import annotations

from contractkit.ooxml.names import w
from contractkit.ooxml.package import Element

_GREEK = dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True))
_CAPITALS = dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True))
_SYMBOL = {
    **_GREEK,
    **_CAPITALS,
    0xA2: "′", 0xA3: "≤", 0xA5: "∞", 0xAB: "↔", 0xAC: "←", 0xAD: "↑", 0xAE: "→", 0xAF: "↓",
    0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xB9: "≠",
    0xBA: "≡", 0xBB: "≈", 0xBC: "…", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xD6: "√", 0xDE: "⇒",
    0xE2: "®", 0xE3: "©", 0xE4: "™", 0xE5: "∑",
}  # fmt: skip
_WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x3F: "✍", 0x4A: "☺", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□",
    0x70: "□", 0x71: "❑", 0x72: "❒", 0x73: "⬧", 0x74: "⧫", 0x75: "◆", 0x76: "❖", 0x77: "⬥",
    0x78: "☒", 0x9E: "·", 0x9F: "•", 0xA7: "▪", 0xA8: "☐", 0xAB: "★", 0xD8: "➢", 0xDF: "←",
    0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓", 0xFD: "☒",
    0xFE: "☑",
    **{0x80 + n: "⓪①②③④⑤⑥⑦⑧⑨⑩"[n] for n in range(11)},
    **{0x8B + n: "⓿❶❷❸❹❺❻❼❽❾❿"[n] for n in range(11)},
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0xA3: "☐",
    **{0x69 + n: "⓪①②③④⑤⑥⑦⑧⑨⑩"[n] for n in range(11)},
}  # fmt: skip
FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}
_PRIVATE = 0xF000  # where symbol fonts keep their characters


def symbol(element: Element) -> str:
    """The character of a ``w:sym``; "" where it names none."""
    code = character_code(element.get(w("char"), ""))
    if code is None:
        return ""
    known = FONTS.get(element.get(w("font"), "").strip().lower(), {})
    return known.get(code - _PRIVATE if code >= _PRIVATE else code) or chr(code)


def character_code(text: str) -> int | None:
    """A character's number written in hexadecimal; None where it is no character of a text."""
    try:
        code = int(text, 16) if len(text) <= 8 else -1
    except ValueError:
        return None
    return code if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else None


def is_private(character: str) -> bool:
    """Whether the character is one of a font that the table does not know."""
    return "\ue000" <= character <= "\uf8ff"
