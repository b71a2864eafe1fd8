"""A text cut into sentences after the stops of a language."""

from __future__ import annotations

import re

from contractkit.lang.texts import Token


def cut(text: str, stop: re.Pattern[str]) -> tuple[Token, ...]:
    """The sentences of ``text`` in order, each up to the end of a match of ``stop``.

    White space around a sentence is no part of it, and a sentence is never empty.
    """
    found: list[Token] = []
    at = 0
    for match in stop.finditer(text):
        _add(found, text, at, match.end())
        at = match.end()
    _add(found, text, at, len(text))
    return tuple(found)


def _add(found: list[Token], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip())
    if piece.strip():
        found.append(Token(piece.strip(), start, start + len(piece.strip())))
