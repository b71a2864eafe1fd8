"""English text cut up: made comparable, for a diff, into words, sentences and lexicon words."""

from __future__ import annotations

import re

from contractkit.lang.en.lexicon import LEXICON
from contractkit.lang.mentions import finder, rows
from contractkit.lang.sentences import cut
from contractkit.lang.texts import Folding, Mention, Token

PUNCTUATION = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"}
)

_TOKEN = re.compile(r"\$?[0-9]+(?:[.,][0-9]+)*%?|[^\W\d_]+(?:['’][^\W\d_]+)*|_+|\S")

_NUMBER_NEXT = re.compile(r"\s*\d")
_WITHIN = re.compile(r"[\w,]\s\Z")
# A stop ends a sentence unless it is an abbreviation's or a list's own number.
_STOP = re.compile(
    r"(?<!\b[A-Z])(?<!\bNo)(?<!\bSec)(?<!\bArt)(?<!\bInc)(?<!\bv)(?<!\bvs)(?<!\be\.g)(?<!\bi\.e)"
    r"[.!?;]+[\"”’)\]]*(?=\s|\Z)|\n"
)

_found = finder(LEXICON.words, spaced=True)
variants = finder(
    {"synonym": rows(LEXICON.synonyms), "spelling": rows(LEXICON.spellings)}, spaced=True
)
"""The words that another may stand for."""

# Words that every contract is full of, and that say nothing of what a clause is about.
COMMON = frozenset(
    [
        "a",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "but",
        "by",
        "for",
        "from",
        "has",
        "have",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "may",
        "no",
        "not",
        "of",
        "on",
        "or",
        "shall",
        "such",
        "that",
        "the",
        "their",
        "this",
        "to",
        "under",
        "upon",
        "was",
        "which",
        "will",
        "with",
    ]
)


_FOLDING = Folding(PUNCTUATION)

normalize = _FOLDING.normalize
"""The text by NFKC, lower case, straight quotes and dashes and no spaces, with offsets back."""

plain = _FOLDING.plain
"""The normalised text alone."""


def tokens(text: str) -> tuple[Token, ...]:
    """Words, numbers with their sign, and marks of punctuation; spaces are left out."""
    return tuple(Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text))


def words(text: str) -> tuple[str, ...]:
    """The words that say what a text is about, in lower case and without a plural s."""
    found = re.findall(r"[a-z]+|[0-9][0-9.,]*%?", text.casefold())
    return tuple(
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
        for word in found
        if word not in COMMON
    )


def sentences(text: str) -> tuple[Token, ...]:
    """The sentences, each with its place."""
    return cut(text, _STOP)


def mentions(text: str) -> tuple[Mention, ...]:
    """The words of the lexicon that stand in the text, longest first where they overlap."""
    return tuple(
        mention
        for mention in _found(text)
        if not (text[mention.start : mention.end] == "May" and _is_month(text, mention))
    )


def _is_month(text: str, may: Mention) -> bool:
    """Whether "May" is the month: before a number, or with its capital within a sentence."""
    return bool(_NUMBER_NEXT.match(text, may.end) or _WITHIN.search(text[: may.start]))
