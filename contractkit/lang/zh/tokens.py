"""Chinese text cut up: made comparable, for a diff, into words, sentences and lexicon words.

A diff is by single character with numbers whole, likeness by pairs of characters; sentences and
words of the lexicon come from patterns. No tokenizer is needed, and none cuts across numbers.
"""

from __future__ import annotations

import re
from operator import add

from contractkit.lang.mentions import finder, rows
from contractkit.lang.sentences import cut
from contractkit.lang.texts import Folding, Token
from contractkit.lang.zh.lexicon import LEXICON

# One form for each mark of punctuation; NFKC has folded the full-width ones to ASCII already.
PUNCTUATION = str.maketrans(
    {"。": ".", "“": '"', "”": '"', "‘": "'", "’": "'", "【": "[", "】": "]", "〔": "[", "〕": "]",
     "「": '"', "」": '"', "—": "-", "–": "-", "～": "~", "‐": "-"}
)  # fmt: skip

_WORD = re.compile(r"[0-9.]+%?|[a-z]+|[㐀-鿿]+")
_TOKEN = re.compile(
    r"[0-9０-９]+(?:[.,．，][0-9０-９]+)*[%％‰]?|[A-Za-zＡ-Ｚａ-ｚ]+|\S",
)

_STOP = re.compile(r"[。；！？;!?]+[”’」』\"）)]*|(?<=[㐀-鿿）)])\.(?![\d.])|\n")

mentions = finder(LEXICON.words, spaced=False)
"""The words of the lexicon that stand in a text, longest first where they overlap."""

variants = finder(
    {"synonym": rows(LEXICON.synonyms), "spelling": rows(LEXICON.spellings)}, spaced=False
)
"""The words that another may stand for."""


_FOLDING = Folding(PUNCTUATION)

normalize = _FOLDING.normalize
"""The text by NFKC, lower case, one form of punctuation and no spaces, with offsets back."""

plain = _FOLDING.plain
"""The normalised text alone."""


def tokens(text: str) -> tuple[Token, ...]:
    """Single characters, with numbers and Latin words whole; spaces are left out."""
    return tuple(Token(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text))


def words(text: str) -> tuple[str, ...]:
    """Pairs of neighbouring characters, and numbers: what likeness is measured by."""
    found: list[str] = []
    for run in _WORD.findall(plain(text)):
        if len(run) == 1 or not "㐀" <= run[0] <= "鿿":
            found.append(run)
        else:
            found += map(add, run, run[1:])
    return tuple(found)


def sentences(text: str) -> tuple[Token, ...]:
    """The sentences, each with its place."""
    return cut(text, _STOP)
