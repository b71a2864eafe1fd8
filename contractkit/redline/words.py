"""Blocks as strings of words, and the steps that an alignment is made of."""

from __future__ import annotations

from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from contractkit.redline.tokens import SAID
from contractkit.redline.units import Unit

FIRST_CODE = 0x100
SURROGATES = range(0xD800, 0xE000)


@dataclass(slots=True)
class Step:
    """Blocks of the base that become blocks of the other; one side empty: deleted or inserted.

    ``move`` is the number of the move that a deletion and an insertion are the halves of.
    """

    base: list[int]
    other: list[int]
    move: int = 0
    partner: int = -1  # of a moved block: the index of its other half


class _Codes(dict[str, str]):
    """A character for each word, given when the word is first asked for."""

    def __missing__(self, word: str) -> str:
        number = FIRST_CODE + len(self)
        if number >= SURROGATES.start:
            number += len(SURROGATES)
        self[word] = chr(min(number, 0x10FFFF))
        return self[word]


class Words:
    """Blocks as strings with one character a word, so that they are compared at C speed."""

    def __init__(self) -> None:
        self._codes = _Codes()

    def code(self, unit: Unit) -> str:
        """The words of ``unit``, a character each."""
        if unit.code is None:
            words = SAID.findall(unit.text)
            if unit.kind == "p" and not words and unit.segments:
                words = [unit.key]  # objects only
            unit.code = "".join(map(self._codes.__getitem__, words))
        return unit.code

    def alike(self, a: Unit, b: Unit) -> float:
        """The part of their words that two blocks share; 1 is the same words."""
        if a.key == b.key:
            return 1.0
        code, twin = self.code(a), self.code(b)
        longer = len(code) + len(twin)
        return 2 * in_common(code, twin) / longer if longer else 0.0


def in_common(code: str, twin: str) -> int:
    """How many words two blocks have in common, in order."""
    return int(LCSseq.similarity(code, twin))


def compatible(a: Unit, b: Unit) -> bool:
    """Whether two blocks can be one edited block at all."""
    if a.kind != b.kind or a.kind == "other":
        return a.key == b.key
    if a.kind == "sdt":
        return a.key.removeprefix(f"\x04sdt{a.text}") == b.key.removeprefix(f"\x04sdt{b.text}")
    return True
