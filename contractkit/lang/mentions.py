"""The words of a lexicon in a text: one pass of one pattern, the longest word at each place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from contractkit.lang.texts import Mention

PLAIN = "plain"  # words that are none of the others, however much they look like one

Words = Mapping[str, Mapping[str, tuple[str, ...]]]


def finder(words: Words, *, spaced: bool) -> Callable[[str], tuple[Mention, ...]]:
    """A function from a text to the mentions of ``words`` in it, in order, none over another.

    Words are found in any case. In a ``spaced`` script a word ends where its letters end, and a
    phrase goes on over any white space.
    """
    meaning = {
        _form(word): (kind, key)
        for kind, table in words.items()
        for key, found in table.items()
        for word in found
    }
    ordered = sorted(meaning, key=len, reverse=True)
    inner = _by_first([r"\s+".join(map(re.escape, word.split(" "))) for word in ordered])
    edges = (r"(?<![\w-])", r"(?![\w-])") if spaced else ("", "")
    pattern = re.compile(f"{edges[0]}(?:{inner}){edges[1]}", re.IGNORECASE)

    def mentions(text: str) -> tuple[Mention, ...]:
        found = []
        for match in pattern.finditer(text):
            word = match[0]
            kind, key = meaning.get(word) or meaning[_form(word)]
            if kind != PLAIN:
                found.append(Mention(kind, key, match.start(), match.end()))
        return tuple(found)

    return mentions


def _by_first(patterns: Sequence[str]) -> str:
    """One alternative for each first letter, so that few are tried at a place."""
    rest: dict[str, list[str]] = {}
    for pattern in patterns:
        rest.setdefault(pattern[0], []).append(pattern[1:])
    return "|".join(f"{first}(?:{'|'.join(found)})" for first, found in rest.items())


def rows(table: Sequence[tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """A table of rows without names as one with: the first word of each."""
    return {row[0]: row for row in table}


def _form(word: str) -> str:
    return " ".join(word.casefold().split())
