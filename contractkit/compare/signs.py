"""A text -> signs: its words by what they say, so that texts that say the same have equal signs.

A value counts by its normal form, a reference by the clause it means, a party by its role, a word
of the lexicon by its row, any other word by itself without regard to case, width, spelling and
synonym. Marks of punctuation are no signs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from contractkit.lang.base import Language
from contractkit.lang.texts import Mention
from contractkit.lang.value import Value
from contractkit.model.comparison import Unit

# Tables of the lexicon whose rows say the same whatever the word.
WORDS = ("modality", "negation", "exception", "condition", "scope", "party", "comparator",
         "conjunction")  # fmt: skip
BLANK = "blank"  # the key and the kind of what is left to be filled in
_BLANK = re.compile(r"[_＿]{2,}|[_＿][_＿ ]*[_＿]")

# Letters and digits of full width, one for one, as those of half width.
NARROW = {code + 0xFEE0: code for code in range(0x21, 0x7F) if chr(code).isalnum()}

Target = Callable[[int, Value], str]
"""From an offset in the unit's text and the value that cites there to what it means."""


class Sign(NamedTuple):
    """What characters ``start`` to ``end`` say: equal ``key``, equal meaning.

    ``kind`` is ``value``, ``reference``, ``blank``, a table of the lexicon, or ``word``.
    """

    key: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a unit: where it stands, and its signs."""

    start: int
    end: int
    signs: tuple[Sign, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """What it says."""
        return tuple(sign.key for sign in self.signs)


@dataclass(frozen=True, slots=True)
class Statement:
    """A unit as it is understood: its sentences, values and words of the lexicon."""

    unit: Unit
    sentences: tuple[Sentence, ...]
    values: tuple[Value, ...]
    mentions: tuple[Mention, ...]


class Reader:
    """Reads the units of one agreement, whose parties go by ``titles``."""

    def __init__(self, language: Language, titles: Mapping[str, str]) -> None:
        self._language = language
        self._titles = titles
        self._keys: dict[str, str] = {}
        names = sorted(titles, key=len, reverse=True)
        edge = r"(?<![A-Za-z])(?:{})(?![A-Za-z])"
        self._party = re.compile(edge.format("|".join(map(re.escape, names))) if names else "(?!)")

    def read(self, unit: Unit, target: Target) -> Statement:
        """What the unit says, sentence by sentence; ``target`` tells what its citations mean."""
        text, language = unit.text.translate(NARROW), self._language
        values, mentions = language.values(unit.text), language.mentions(text)
        found = (
            *_open(unit),
            *blanks(unit.text, values),
            *self._stated(values, target),
            *self._parties(text),
            *self._worded(mentions),
            *self._variants(text),
            *self._tokens(unit.text),
        )
        signs = sorted(_apart(found, len(text)), key=lambda sign: sign.start)
        sentences = []
        at = 0
        for sentence in language.sentences(text):
            first = at
            while at < len(signs) and signs[at].start < sentence.end:
                at += 1
            own = tuple(signs[first:at])
            if own:
                sentences.append(Sentence(sentence.start, sentence.end, own))
        return Statement(unit, tuple(sentences), values, mentions)

    @staticmethod
    def _stated(values: Sequence[Value], target: Target) -> Iterator[Sign]:
        for value in values:
            if value.kind == "clause":
                key = target(value.start, value)
                yield Sign(f"reference {key}", "reference", value.start, value.end)
            else:
                yield Sign(f"{value.kind} {form(value)}", "value", value.start, value.end)

    def _parties(self, text: str) -> Iterator[Sign]:
        for match in self._party.finditer(text):
            yield Sign(f"party {self._titles[match[0]]}", "party", *match.span())

    @staticmethod
    def _worded(mentions: Sequence[Mention]) -> Iterator[Sign]:
        for one in mentions:
            if one.kind in WORDS:
                yield Sign(f"{one.kind} {one.key}", one.kind, one.start, one.end)

    def _variants(self, text: str) -> Iterator[Sign]:
        for one in self._language.variants(text):
            yield Sign(f"{one.kind} {one.key}", "word", one.start, one.end)

    def _tokens(self, text: str) -> Iterator[Sign]:
        for token in self._language.tokens(text):
            key = self._keys.get(token.text)
            if key is None:
                key = self._keys[token.text] = self._key(token.text)
            if key:
                yield Sign(key, "word", token.start, token.end)

    def _key(self, word: str) -> str:
        """What a word says: itself in its usual spelling; nothing for a mark of punctuation."""
        key = self._language.plain(word)
        for usual, *others in self._language.lexicon.spellings:
            for other in others:
                if other in key:
                    return key.replace(other, usual)
        return key if any(character.isalnum() for character in key) else ""


def blanks(text: str, values: Sequence[Value]) -> Iterator[Sign]:
    """Where a text of theirs leaves something to be filled in: a date without its parts, a line."""
    for value in values:
        if value.kind == "date_blank":
            yield Sign(BLANK, BLANK, value.start, value.end)
    for match in _BLANK.finditer(text):
        yield Sign(BLANK, BLANK, match.start(), match.end())


def _open(unit: Unit) -> Iterator[Sign]:
    """The variables of a text of ours that have no value."""
    for filled in unit.filled:
        if unit.text[filled.start : filled.end].startswith("["):
            yield Sign(BLANK, BLANK, filled.start, filled.end)


def _apart(signs: Iterable[Sign], length: int) -> Iterator[Sign]:
    """The signs that stand on no character of one before them in ``signs``."""
    taken = bytearray(length)
    for sign in signs:
        if not any(taken[sign.start : sign.end]):
            taken[sign.start : sign.end] = b"\1" * (sign.end - sign.start)
            yield sign


def form(value: Value) -> str:
    """The normal form of a value with its comparator and unit: ``>=P30Y``, ``10000 CNY``."""
    unit = f" {value.unit}" if value.unit else ""
    return f"{value.op}{value.value}{unit}"
