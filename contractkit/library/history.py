"""The versions of a clause, and what each changed in the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from contractkit.lang import language
from contractkit.library.texts import named_texts
from contractkit.model.standard import StandardClause, Variable

Op = Literal["same", "inserted", "deleted"]
_KEYS = ("type", "default", "minimum", "maximum")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text: it stands in both versions, in the newer only, or in the older only."""

    op: Op
    text: str


@dataclass(frozen=True, slots=True)
class Revised:
    """A text of a version, as a redline against the version before: its name and language."""

    name: str
    language: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A version with what it changed; ``variables`` are lines such as ``x: default 15 -> 30``.

    The first version changes nothing.
    """

    clause: StandardClause
    texts: tuple[Revised, ...]
    variables: tuple[str, ...]


def history(clause: StandardClause) -> tuple[Step, ...]:
    """The versions of ``clause``, the newest first, each against the one before it."""
    versions = clause.versions()
    steps = []
    for newer, older in zip(versions, [*versions[1:], None], strict=True):
        texts = tuple(_texts(newer, older)) if older else ()
        variables = tuple(_variables(newer, older)) if older else ()
        steps.append(Step(newer, texts, variables))
    return tuple(steps)


def _texts(newer: StandardClause, older: StandardClause) -> Iterator[Revised]:
    """Each text that differs; one that only one version has is inserted or deleted whole."""
    before, after = dict(named_texts(older)), dict(named_texts(newer))
    for name in dict.fromkeys((*after, *before)):
        for code in dict.fromkeys((*after.get(name, ()), *before.get(name, ()))):
            sources = [
                texts[name][code].source.strip() if code in texts.get(name, ()) else ""
                for texts in (before, after)
            ]
            if sources[0] != sources[1]:
                yield Revised(name, code, tuple(_stretches(sources[0], sources[1], code)))


def _stretches(before: str, after: str, code: str) -> Iterator[Stretch]:
    old, new = _pieces(before, code), _pieces(after, code)
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Stretch("same", "".join(old[a:b]))
            continue
        if a < b:
            yield Stretch("deleted", "".join(old[a:b]))
        if c < d:
            yield Stretch("inserted", "".join(new[c:d]))


def _pieces(text: str, code: str) -> list[str]:
    """The tokens of the language, and what stands between them: together the whole text."""
    pieces, at = [], 0
    for token in language(code).tokens(text):
        if token.start > at:
            pieces.append(text[at : token.start])
        pieces.append(text[token.start : token.end])
        at = token.end
    return [*pieces, text[at:]] if at < len(text) else pieces


def _variables(newer: StandardClause, older: StandardClause) -> Iterator[str]:
    for name in dict.fromkeys((*newer.declared, *older.declared)):
        before, after = older.declared.get(name), newer.declared.get(name)
        if before is None or after is None:
            yield f"{name}: {'added' if before is None else 'removed'}"
        elif changes := list(_changes(before, after)):
            yield f"{name}: {', '.join(changes)}"


def _changes(before: Variable, after: Variable) -> Iterator[str]:
    for key in _KEYS:
        old, new = getattr(before, key), getattr(after, key)
        if old != new:
            yield f"{key} {_told(old)} -> {_told(new)}"


def _told(value: object) -> str:
    return "none" if value is None else str(value)
