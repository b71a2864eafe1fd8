"""What a standard text leaves open for the draft to fill in: the rows of a table, its cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from rapidfuzz.distance import LCSseq

from contractkit.compare.units import FRAMES
from contractkit.lang.base import Language
from contractkit.model.comparison import Delta, Unit

Line = tuple[int, int, int]  # start, end, tabs


def filled_rows(base: Unit, other: Unit) -> list[tuple[int, int]]:
    """Where rows stand in ``other`` that fill in a table which has its head alone in ``base``.

    Start and end in the text of ``other``.
    """
    heads = {
        base.text[start:end]
        for tabs, run in groupby(_lines(base.text), key=lambda line: line[2])
        if tabs and len(rows := list(run)) == 1
        for start, end, _ in rows
    }
    found: list[tuple[int, int]] = []
    if not heads or "\t" not in other.text:
        return [row for head in sorted(heads) for row in _cells(base.text, other.text, head)]
    for tabs, run in groupby(_lines(other.text), key=lambda line: line[2]):
        rows = list(run)
        if tabs and other.text[rows[0][0] : rows[0][1]] in heads:
            found += [(start, end) for start, end, _ in rows[1:]]
    return found


def _cells(base: str, other: str, head: str) -> list[tuple[int, int]]:
    """The lines of ``other``, which has lost its tables, from below ``head`` to what follows it."""
    start = other.find(head.replace("\t", "\n"))
    rest = base[base.index(head) + len(head) + 1 :].split("\n")[0]
    start += len(head) + 1
    end = other.find(f"\n{rest}", start) if rest else len(other)
    if start <= len(head) or end < start:
        return []
    return [(start + one, start + two) for one, two, _ in _lines(other[start:end])]


def without(unit: Unit, rows: Sequence[tuple[int, int]]) -> Unit:
    """The unit without ``rows`` in its text, to be held against an empty table."""
    text, at = "", 0
    for start, end in rows:
        text += unit.text[at:start]
        at = end + 1
    return replace(unit, text=text + unit.text[at:])


def kept(base: Unit, other: Unit, language: Language) -> float:
    """The share of the text of ``base``, without what it leaves open, that ``other`` has in order;
    0 where it leaves nothing open.
    """
    text, at = "", 0
    for one in base.filled:
        if base.text[one.start : one.end].startswith("["):
            text += base.text[at : one.start]
            at = one.end
    if not at:
        return 0.0
    left = language.plain(text + base.text[at:])
    return float(LCSseq.similarity(left, language.plain(other.text))) / max(len(left), 1)


def laid_out(base: Unit, other: Unit) -> Unit:
    """``base`` with a line for each cell where ``other`` has lost its tables, as a PDF has.

    Its text is as long as before.
    """
    if "\t" in base.text and "\t" not in other.text:
        return replace(base, text=base.text.replace("\t", "\n"))
    return base


def left_open(delta: Delta, base: Unit, rows: Sequence[tuple[int, int]]) -> Delta | None:
    """The delta as ``filled`` where it fills in a row; None where it is on the draft's cover.

    The standard has no title page and no list of parties; a duty put there counts all the same.
    """
    if any(start <= delta.other_start < end for start, end in rows):
        return replace(delta, kind="filled", subject="")
    if base.kind in FRAMES and delta.kind == "passage" and delta.start < 0:
        return None
    return delta


def _lines(text: str) -> list[Line]:
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, at + len(line), line.count("\t")))
        at += len(line) + 1
    return found
