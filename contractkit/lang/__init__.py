"""All that differs between languages; ``language(code)`` is the one door."""

from __future__ import annotations

from contractkit.errors import UsageError
from contractkit.lang.base import Language
from contractkit.lang.en import EN
from contractkit.lang.zh import ZH

LANGUAGES = {language.code: language for language in (ZH, EN)}


def language(code: str) -> Language:
    """The language of that code, ``zh`` or ``en``. Raises UsageError for any other."""
    if code not in LANGUAGES:
        raise UsageError(f"unknown language {code!r}", hint=f"one of {', '.join(LANGUAGES)}")
    return LANGUAGES[code]


def first_written(text: str) -> Language:
    """The first language that any of the text is written in; the last where none is."""
    for known in LANGUAGES.values():
        if known.share(text) > 0:
            return known
    return known


def detect(text: str) -> Language:
    """The language that most of the text is written in."""
    sample = text[:200_000]
    return max(LANGUAGES.values(), key=lambda known: known.share(sample))
