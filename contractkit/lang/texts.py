"""Texts as data: tokens, words of the lexicon in their places, and what is comparable of a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Normalized:
    """A text made comparable, and for each of its characters the offset it came from.

    ``offsets`` has one entry more than ``text``: the last is the length of the source.
    """

    text: str
    offsets: tuple[int, ...]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The place in the source of characters ``start`` to ``end`` of the normalised text."""
        if start >= end:
            return self.offsets[start], self.offsets[start]
        return self.offsets[start], self.offsets[end - 1] + 1


class Token(NamedTuple):
    """A token of the text as it stands: ``text[start:end]``."""

    text: str
    start: int
    end: int


class Mention(NamedTuple):
    """A word of the lexicon in a text: ``kind`` is its table (``modality``), ``key`` its row."""

    kind: str
    key: str
    start: int
    end: int


class Folding(dict[int, str]):
    """What each character becomes where texts are made comparable, asked once.

    A character by NFKC, in lower case, with one form of each mark by ``punctuation``: none for white
    space, several for a ligature. It serves ``str.translate``.
    """

    def __init__(self, punctuation: Mapping[int, str]) -> None:
        super().__init__()
        self._punctuation = punctuation

    def __missing__(self, code: int) -> str:
        folded = unicodedata.normalize("NFKC", chr(code)).casefold().translate(self._punctuation)
        self[code] = "".join(folded.split())
        return self[code]

    def plain(self, text: str) -> str:
        """The text made comparable."""
        return text.translate(self)

    def normalize(self, text: str) -> Normalized:
        """The same with offsets back into the text."""
        pieces = [self[ord(character)] for character in text]
        offsets = [offset for offset, piece in enumerate(pieces) for _ in piece]
        return Normalized("".join(pieces), (*offsets, len(text)))
