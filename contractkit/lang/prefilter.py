"""A pattern -> strings that stand in whatever it matches: a cheap look before the pattern is tried.

Most sentences lack what a rule needs. A pattern is read as RE2's prefilter reads one: of what
follows one another all must be there, of alternatives one. What cannot be told is left out: a text
without any of the strings is surely not matched, and of the others nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

MOST = 24  # strings: what may be more than these is told by its neighbours
LONG = 4  # letters: a string of so many is rare enough
_ZERO_WIDTH = frozenset("AbBZ")
_TOKEN = re.compile(
    r"(?P<look>\(\?<?[=!])|(?P<open>\((?:\?(?:P<\w+>|[a-z]*(?:-[a-z]+)?:))?)|(?P<close>\))|(?P<branch>\|)"
    r"|(?P<many>(?:[*+?]|\{(?:\d+,?\d*|,\d+)\})[?+]?)|(?P<any>\[\^?\]?(?:\\.|[^\]\\])*+\]|\.)"
    r"|(?P<edge>[$^])|\\(?P<escape>u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|.)"
    r"|(?P<letters>[A-Za-z](?:[A-Za-z](?![*+?{]))*|.)",
    re.DOTALL,
)
# What IGNORECASE takes for an ASCII letter, and str.lower does not.
_ODD = str.maketrans({"\u0130": "i", "\u0131": "i", "\u017f": "s"})


def lowered(text: str) -> str:
    """``text`` in small letters, as ``required`` says its strings."""
    return text.lower() if text.isascii() else text.translate(_ODD).lower()


def required(pattern: re.Pattern[str]) -> tuple[str, ...]:
    """Strings of which one stands in ``lowered(text)`` wherever ``pattern`` is found in ``text``.

    () where none are known, as of a pattern that is laid out with VERBOSE.
    """
    if pattern.flags & re.VERBOSE:
        return ()
    groups = [_Group()]
    for token in _TOKEN.finditer(pattern.pattern):
        kind = token.lastgroup
        if kind in ("open", "look"):
            groups.append(_Group(is_look=kind == "look"))
        elif kind == "branch":
            groups[-1].branches.append([])
        elif kind == "many":
            groups[-1].put(_repeated(groups[-1].branches[-1].pop(), token[0]))
        elif kind == "close":
            closed = groups.pop()
            groups[-1].put(_EMPTY if closed.is_look else closed.whole())
        else:
            groups[-1].put(_single(kind, token))
    return groups[0].whole().surely()


class Shortlist:
    """Several rules, each of patterns that must all be found; and which of them a text may meet."""

    def __init__(self, rules: Iterable[Sequence[re.Pattern[str]]]) -> None:
        self._rules = [tuple(filter(None, map(required, patterns))) for patterns in rules]

    def of(self, text: str) -> Iterator[int]:
        """The places of the rules that ``text`` may meet; those left out it surely does not."""
        text = lowered(text)
        for place, needs in enumerate(self._rules):
            for strings in needs:
                for string in strings:
                    if string in text:
                        break
                else:
                    break
            else:
                yield place


@lru_cache(maxsize=8)
def shortlist(rules: tuple[tuple[re.Pattern[str], ...], ...]) -> Shortlist:
    """The shortlist of ``rules``, made once."""
    return Shortlist(rules)


@dataclass(frozen=True, slots=True)
class _Piece:
    """What a piece of a pattern matches: one of the strings ``exact``; or, where that is None,
    something in which one of ``needs`` stands, if there are any.
    """

    exact: frozenset[str] | None
    needs: tuple[str, ...] = ()

    def surely(self) -> tuple[str, ...]:
        """The strings of which one stands in what it matches, none within another."""
        found = self.needs if self.exact is None else _shortest(self.exact)
        return found if len(found) <= MOST else ()


_EMPTY = _Piece(frozenset({""}))
_UNKNOWN = _Piece(None)


@dataclass(slots=True)
class _Group:
    """What stands in brackets, as far as it is read: alternatives, each of pieces in order."""

    is_look: bool = False
    branches: list[list[_Piece]] = field(default_factory=lambda: [[]])

    def put(self, piece: _Piece) -> None:
        self.branches[-1].append(piece)

    def whole(self) -> _Piece:
        """The group as one piece."""
        found = [_joined(pieces) for pieces in self.branches]
        exact = [one.exact for one in found if one.exact is not None]
        if len(exact) == len(found) and sum(map(len, exact)) <= MOST:
            return _Piece(frozenset().union(*exact))
        needs = [one.surely() for one in found]
        return _Piece(None, _shortest(sum(needs, ())) if all(needs) else ())


def _single(kind: str | None, token: re.Match[str]) -> _Piece:
    letters = token["letters"] or token["escape"]
    if kind == "edge" or (kind == "escape" and letters in _ZERO_WIDTH):
        return _EMPTY
    if kind == "any" or (kind == "escape" and letters.isalnum()):
        return _UNKNOWN  # a class, a digit, \u3000
    return _Piece(frozenset({lowered(letters)}))


def _repeated(piece: _Piece, many: str) -> _Piece:
    if many.startswith(("*", "{0", "{,")):
        return _UNKNOWN
    if many.startswith("?"):
        return _Piece(piece.exact | {""}) if piece.exact is not None else _UNKNOWN
    return _Piece(None, piece.surely())


def _joined(pieces: Iterable[_Piece]) -> _Piece:
    """Pieces that follow one another: what they say together, or the most telling of it."""
    run = frozenset({""})  # what is matched since the last piece that is not known exactly
    needs: tuple[str, ...] = ()
    whole = True
    for piece in pieces:
        if piece.exact is not None and len(run) * len(piece.exact) <= MOST:
            run = frozenset(one + other for one in run for other in piece.exact)
            continue
        whole = False
        needs = max(needs, _Piece(run).surely(), piece.surely(), key=_telling)
        run = frozenset({""})
    return _Piece(run) if whole else _Piece(None, max(needs, _Piece(run).surely(), key=_telling))


def _telling(strings: tuple[str, ...]) -> tuple[int, int]:
    """How much it tells that one of the strings must be there: long ones, and few."""
    return min((*map(len, strings), LONG)) if strings else 0, -len(strings)


def _shortest(strings: Iterable[str]) -> tuple[str, ...]:
    """The strings without those in which another stands; () if one is empty."""
    found = sorted(set(strings), key=len)
    kept: list[str] = []
    for one in found:
        if not any(other in one for other in kept):
            kept.append(one)
    return tuple(kept) if all(kept) else ()
