"""How much of a text is English: what tells the language before any of it is needed."""

from __future__ import annotations

import re

_HAN = re.compile(r"[㐀-鿿]+")
_LATIN = re.compile(r"[A-Za-z]+")


def share(text: str) -> float:
    """The share of the text's words that are in Latin letters, a Chinese character being a word."""
    han, latin = sum(map(len, _HAN.findall(text))), len(_LATIN.findall(text))
    return latin / (han + latin) if han + latin else 0.0
