"""All that differs between languages; ``language(code)`` is the one door.

A language is made when it is first asked for: its patterns take longer to compile than a short
draft takes to review.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from contractkit.errors import UsageError
from contractkit.lang.base import Language
from contractkit.lang.en import script as en_script
from contractkit.lang.zh import script as zh_script

# The languages by code, each with the share of a text that is written in it, 0 to 1.
SHARES: Mapping[str, Callable[[str], float]] = {"zh": zh_script.share, "en": en_script.share}


class _Languages(Mapping[str, Language]):
    """The languages by code."""

    def __getitem__(self, code: str) -> Language:
        if code not in SHARES:
            raise KeyError(code)
        made: Language = import_module(f"contractkit.lang.{code}.language").LANGUAGE
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(SHARES)

    def __contains__(self, code: object) -> bool:
        return code in SHARES

    def __len__(self) -> int:
        return len(SHARES)


LANGUAGES = _Languages()


def language(code: str) -> Language:
    """The language of that code, ``zh`` or ``en``. Raises UsageError for any other."""
    if code not in LANGUAGES:
        raise UsageError(f"unknown language {code!r}", hint=f"one of {', '.join(LANGUAGES)}")
    return LANGUAGES[code]


def first_written(text: str) -> Language:
    """The first language that any of the text is written in; the last where none is."""
    written = (code for code, share in SHARES.items() if share(text) > 0)
    return LANGUAGES[next(written, [*SHARES][-1])]


def detect(text: str) -> Language:
    """The language that most of the text is written in."""
    sample = text[:200_000]
    return LANGUAGES[max(SHARES, key=lambda code: SHARES[code](sample))]
