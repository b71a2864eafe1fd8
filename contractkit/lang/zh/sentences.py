"""Chinese contract text -> its sentences."""

from __future__ import annotations

import re

from contractkit.lang.texts import Token

LONGEST = 4000  # characters: what goes on for longer is cut, so that no rule reads more at a time

_SENTENCE = re.compile(r"[^。！？!?]+[。！？!?]*[”’」』）)]*")


def sentences(text: str) -> tuple[Token, ...]:
    """The sentences with their places; each of at most ``LONGEST`` characters."""
    found: list[Token] = []
    for match in _SENTENCE.finditer(text):
        for start in range(match.start(), match.end(), LONGEST):
            piece = text[start : min(match.end(), start + LONGEST)]
            lead = len(piece) - len(piece.lstrip())
            if piece.strip():
                found.append(Token(piece.strip(), start + lead, start + lead + len(piece.strip())))
    return tuple(found)
