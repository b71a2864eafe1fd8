"""How clauses are numbered: schemes, the readings of a number, and how ours are printed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Label:
    """A clause number at the start of a text, by one reading of it.

    ``length`` counts the characters that it takes, with the space after it.
    """

    scheme: Scheme
    path: tuple[int, ...]
    text: str
    length: int


@dataclass(frozen=True, slots=True)
class Scheme:
    """One way to number clauses, such as 第X条 or (a).

    ``pattern`` matches at the start of a text, its group 1 the number, read by ``read`` into a path.
    ``rank`` orders the schemes whose place in the tree is fixed (0 is the highest); lists have none
    and nest as they come. ``holds_clauses`` is a chapter or an attachment; ``sectional`` makes a
    clause of its own even inside a numbered one. ``explicit`` needs no neighbour to be believed.
    ``dotted`` numbers are the levels of one scheme, 1. above 1.1 above 1.1.1.
    """

    name: str
    pattern: re.Pattern[str]
    read: Callable[[Any], tuple[int, ...] | None]
    rank: int | None = None
    holds_clauses: bool = False
    sectional: bool = False
    explicit: bool = False
    attachment: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Joint:
    """A place inside a text where a numbered clause may begin: ``text[at:]`` starts with a number.

    ``sure`` when a sentence or a gap ends before it; else it may stand after a heading, or be part
    of a sentence.
    """

    at: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Numbering:
    """The clause numbers of a language: how they are read, and how ours are printed.

    ``printed`` maps a role (``chapter``, ``clause``, ``item``, ``subitem``, ``attachment``,
    ``attachment_clause``) to a function from the number's path to its label.
    """

    schemes: tuple[Scheme, ...]
    printed: Mapping[str, Callable[[tuple[int, ...]], str]]
    cite: Callable[[str, tuple[str, ...], str], str]
    """From a clause's label, its items' labels and its attachment's label to a citation of it."""
    clauses_run_on: bool
    """Whether clauses are numbered through all chapters (第一条 …) or within each (1.1, 2.1)."""
    joints: Callable[[str], Iterator[Joint]]
    """The places inside a text where a number stands that is not cited there."""

    def parse(self, text: str) -> tuple[Label, ...]:
        """Every reading of the number that ``text`` starts with; none if it starts with none."""
        found = []
        indent = len(text) - len(text.lstrip())
        for scheme in self.schemes:
            match = scheme.pattern.match(text, indent)
            path = scheme.read(match[1]) if match else None
            if match and path:
                found.append(Label(scheme, path, match[0].strip(), match.end()))
        return tuple(found)

    def label(self, role: str, path: tuple[int, ...]) -> str:
        """The number ``path`` as this language prints it for ``role``."""
        return self.printed[role](path)
