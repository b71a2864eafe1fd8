"""Whole numbers as clauses and lists are counted in English: xiii, bb."""

from __future__ import annotations

ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
ROMAN_UNITS = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def roman(text: str) -> int | None:
    """The number that a Roman numeral writes; None if it is not written as one."""
    values = [ROMAN.get(character, 0) for character in text.lower()]
    total = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return total if total > 0 and to_roman(total) == text.lower() else None


def to_roman(value: int) -> str:
    """``value`` as a Roman numeral in lower case."""
    out = ""
    for unit, letters in ROMAN_UNITS:
        count, value = divmod(value, unit)
        out += letters * count
    return out


def letter(value: int) -> str:
    """``value`` as Word's lowerLetter: a … z, aa, bb …"""
    count, index = divmod(value - 1, 26)
    return chr(ord("a") + index) * (count + 1)
