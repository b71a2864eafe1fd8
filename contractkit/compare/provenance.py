"""Whether a document still is what was issued, clause by clause, and whether changes were marked.

What came back is held against what was issued twice: with its tracked changes refused, and with
them accepted. Refused, an honest document is what was issued; where it is not, somebody changed it
and did not mark it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from contractkit.compare.diff import edits
from contractkit.compare.units import FRAMES, units
from contractkit.lang import language as language_of
from contractkit.lang.base import Language
from contractkit.lang.value import Value
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import Edit, Unit
from contractkit.ooxml.manifest import bookmark_name

_RUNNING = frozenset({"header", "footer"})
_PAGE = re.compile(r"(?<![0-9A-Za-z-])[0-9]{1,4}(?![0-9A-Za-z-])")

State = Literal["unchanged", "tracked", "silent", "missing", "added"]
STATES: tuple[State, ...] = ("unchanged", "tracked", "silent", "missing", "added")


@dataclass(frozen=True, slots=True)
class Trace:
    """What became of one clause, or of what stands around them (``kind`` says of what).

    ``mark`` is the bookmark that we gave the clause, "" for what has none.
    ``tracked`` is changed by tracked changes alone, ``silent`` without them; ``missing`` and
    ``added`` are whole clauses, without tracked changes too. ``edits`` lead from the text that was
    issued to the one that came back: refused for ``silent``, accepted for ``tracked``; to all of
    what was ``added``. ``lost`` and ``gained`` are the values that only the one or the other
    of the two states.
    """

    id: str
    kind: str
    number: str
    heading: str
    state: State
    edits: tuple[Edit, ...] = ()
    lost: tuple[str, ...] = ()
    gained: tuple[str, ...] = ()
    mark: str = ""


def provenance(
    issued: Agreement | None,
    refused: Agreement,
    accepted: Agreement,
    *,
    texts: dict[str, str] | None = None,
) -> tuple[Trace, ...]:
    """The trace of every clause, in the order of what was issued; then what was added.

    ``refused`` and ``accepted`` are what came back, its tracked changes read so. Without the
    document that was ``issued``, ``texts`` are those of its clauses by id, and what stands around
    the clauses is not looked at. A row of two columns has the bookmarks of both, that of the left
    one first: it is what either column is known by.
    """
    language = language_of(refused.language)
    ours = units(issued) if issued else tuple(_from_texts(texts or {}))
    kept, proposed = _comparable(refused, issued), _comparable(accepted, issued)
    in_kept, in_proposed = _partners(ours, kept), _partners(ours, proposed)
    traces = [
        replace(_trace(unit, in_kept.get(index), in_proposed.get(index), language), mark=unit.mark)
        for index, unit in enumerate(ours)
    ]
    return (*traces, *_added(kept, in_kept, proposed, in_proposed))


def _from_texts(texts: dict[str, str]) -> Iterator[Unit]:
    for identity, text in texts.items():
        yield Unit(identity, "clause", "", "", text, mark=bookmark_name(identity))


def _comparable(agreement: Agreement, issued: Agreement | None) -> Sequence[Unit]:
    """The units of what came back: clauses alone when no more is known of what was issued."""
    found = units(agreement)
    return found if issued else [unit for unit in found if unit.kind == "clause"]


def _partners(ours: Sequence[Unit], theirs: Sequence[Unit]) -> dict[int, Unit]:
    """By its index the unit of ``theirs`` that answers each of ``ours``; the surest signs first."""
    signs: tuple[Callable[[Unit], Hashable], ...] = (
        lambda unit: unit.mark,
        lambda unit: unit.kind if unit.kind in FRAMES else "",
        lambda unit: (unit.kind, _words(unit)),
        lambda unit: (unit.kind, unit.heading) if unit.heading else "",
        lambda unit: (unit.kind, unit.number) if unit.kind != "clause" and unit.number else "",
    )
    found: dict[int, Unit] = {}
    free = dict(enumerate(theirs))
    for sign in signs:
        waiting: dict[Hashable, list[int]] = {}
        for index, unit in free.items():
            if key := sign(unit):
                waiting.setdefault(key, []).append(index)
        for index, unit in enumerate(ours):
            if index not in found and (same := waiting.get(sign(unit) or None)):
                found[index] = free.pop(same.pop(0))
    return found


def _trace(unit: Unit, kept: Unit | None, proposed: Unit | None, language: Language) -> Trace:
    """What became of ``unit``, which is ``kept`` in the refused text, ``proposed`` in the other."""
    shown = kept or unit
    about = (unit.id, unit.kind, shown.number, shown.heading)
    if kept is None:
        return Trace(*about, "missing")
    if _words(kept) != _words(unit):
        return Trace(*about, "silent", *_difference(_whole(unit), _whole(kept), language))
    if proposed is None or _words(proposed) != _words(unit):
        after = _whole(proposed) if proposed else ""
        return Trace(*about, "tracked", *_difference(_whole(unit), after, language))
    return Trace(*about, "unchanged")


def _difference(
    before: str, after: str, language: Language
) -> tuple[tuple[Edit, ...], tuple[str, ...], tuple[str, ...]]:
    """The edits from one text to the other, and the values that only one of them states."""
    sides = []
    for text in (before, after):
        values = language.values(text)
        sides.append(([(one.kind, one.op, one.value, one.unit) for one in values], values))
    (ours, our_values), (theirs, their_values) = sides
    lost, gained = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    return (
        edits(before, after, language),
        tuple(_named(zip(ours, our_values, strict=True), lost)),
        tuple(_named(zip(theirs, their_values, strict=True), gained)),
    )


def _named(values: Iterable[tuple[Hashable, Value]], wanted: Counter[Any]) -> Iterator[str]:
    """The values among ``wanted`` as the text writes them, each as often as it is wanted."""
    for key, value in values:
        if wanted[key] > 0:
            wanted[key] -= 1
            yield value.text


def _added(
    kept: Sequence[Unit], in_kept: dict[int, Unit], proposed: Sequence[Unit],
    in_proposed: dict[int, Unit],
) -> Iterator[Trace]:  # fmt: skip
    """What answers nothing that was issued: added without a mark, and by tracked changes."""
    known = {id(unit) for unit in (*in_kept.values(), *in_proposed.values())}
    silent = {_words(unit) for unit in kept if id(unit) not in known}
    for unit in kept:
        if id(unit) not in known:
            came = (Edit(0, 0, "", 0, len(unit.text), unit.text),) if unit.text else ()
            yield Trace(unit.id, unit.kind, unit.number, unit.heading, "added", came)
    for unit in proposed:
        if id(unit) not in known and _words(unit) not in silent:
            yield Trace(unit.id, unit.kind, unit.number, unit.heading, "tracked")


def _whole(unit: Unit) -> str:
    """The unit's heading and text."""
    return f"{unit.heading}\n{unit.text}" if unit.heading else unit.text


def _words(unit: Unit) -> str:
    """The unit's text with one space between its words: how lines break is not what was agreed.

    In headers and footers a number by itself is taken for that of a page, which every program that
    saves the file counts anew.
    """
    words = " ".join(_whole(unit).split())
    return _PAGE.sub("#", words) if unit.kind in _RUNNING else words
