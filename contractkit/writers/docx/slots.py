"""An agreement with something else in the place of each value that varies: a mark, or a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from contractkit.model.agreement import Agreement, Clause, Party
from contractkit.model.document import Block, Mark
from contractkit.model.typed import PARTY_FIELDS

# Of the private use area: no text of ours holds them.
OPEN, CLOSE = "\ue8f0", "\ue8f1"
FAR = 900_000_000  # the index of a block whose bookmark's id shifts with the tables before it

Rows = Sequence[tuple[str, ...]]


def refilled(
    agreement: Agreement,
    varying: frozenset[str],
    tables: Mapping[int, str],
    text: Callable[[str], str],
) -> Agreement:
    """``agreement`` with ``text(name)`` for each varying text, and for each table one row of one
    cell, ``text("table/NAME")``.
    """
    slots = Slots(varying, tables, ())
    return slots.agreement(agreement, text, lambda name: text(f"table/{name}"))


class Slots:
    """Puts something else in the place of each varying value, and remembers which there are.

    ``texts`` are the slots that were marked, with their numbers; ``ids`` the bookmarks' ids that
    shift, each with how many varying tables stand before it; ``headers`` the tables by the index of
    the block of their header; ``stated`` what the manifest states of varying values.
    """

    def __init__(
        self, varying: frozenset[str], tables: Mapping[int, str], manifest: Sequence[str]
    ) -> None:
        self.texts: dict[str, int] = {}
        self.ids: list[tuple[int, int]] = []
        self.tables = tuple(tables.values())
        self.stated = tuple(dict.fromkeys(manifest[1::2]))
        self.headers = tables
        self.varying = varying
        self._manifest = manifest

    def manifest(self, text: Callable[[str], str]) -> str:
        """The manifest with ``text(name)`` for each varying value."""
        return "".join(
            text(piece) if place % 2 else piece for place, piece in enumerate(self._manifest)
        )

    def mark(self, name: str) -> str:
        """The mark of the slot of that name."""
        return f"{OPEN}{self.texts.setdefault(name, len(self.texts))}{CLOSE}"

    def table_mark(self, name: str) -> str:
        """The mark of a table: the only cell of its only row."""
        return f"{OPEN}9{self.tables.index(name):03}{CLOSE}"

    def agreement(
        self,
        agreement: Agreement,
        text: Callable[[str], str],
        row: Callable[[str], str] | None = None,
    ) -> Agreement:
        """``agreement`` with ``text(name)`` for each varying text, and for each table a row of one
        cell: ``row(name)``, or its mark.
        """
        walk = _Walk(self, text, row or self.table_mark)
        return replace(
            agreement,
            parties=tuple(self._party(party, text) for party in agreement.parties),
            details=tuple(
                (name, text(name) if name in self.varying else shown)
                for name, shown in agreement.details
            ),
            preamble=tuple(walk.blocks(agreement.preamble)),
            clauses=tuple(map(walk.clause, agreement.clauses)),
            closing=tuple(walk.blocks(agreement.closing)),
            manifest=self.manifest(lambda name: f"{OPEN}{name}{CLOSE}"),
        )

    def _party(self, party: Party, text: Callable[[str], str]) -> Party:
        def shown(name: str, printed: str) -> str:
            return text(name) if name.partition(".")[0] in self.varying else printed

        return replace(
            party,
            name=shown(f"{party.role}.name", party.name),
            details=tuple(
                (field, shown(f"{party.role}.{field}" if field in PARTY_FIELDS else field, printed))
                for field, printed in party.details
            ),
        )


class _Walk:
    """Goes through the blocks of an agreement in order."""

    def __init__(self, slots: Slots, text: Callable[[str], str], row: Callable[[str], str]) -> None:
        self._slots = slots
        self._text = text
        self._row = row
        self._before = 0  # varying tables so far
        self._rows = 0  # their rows in the sample
        self._inside = False
        slots.ids.clear()

    def clause(self, clause: Clause) -> Clause:
        blocks = tuple(self.blocks(clause.blocks))
        return replace(clause, blocks=blocks, children=tuple(map(self.clause, clause.children)))

    def blocks(self, blocks: Sequence[Block]) -> Iterator[Block]:
        slots = self._slots
        for block in blocks:
            if block.index in slots.headers:
                name = slots.headers[block.index]
                self._before, self._rows, self._inside = self._before + 1, self._rows + 1, True
                mark = self._row(name)
                yield replace(block, text=mark, cells=(mark,))
            elif self._inside and block.style == "table":
                self._rows += 1
            else:
                self._inside = False
                yield self._numbered(_refilled(block, slots.varying, self._text))

    def _numbered(self, block: Block) -> Block:
        if not (block.bookmarks and self._before):
            return block
        self._slots.ids.append((1000 + block.index - self._rows, self._before))
        return replace(block, index=FAR + len(self._slots.ids) - 1)


def _refilled(block: Block, varying: frozenset[str], text: Callable[[str], str]) -> Block:
    """``block`` with another text for each of its varying values, its marks moved along.

    ``text`` is asked by the value's name, with its form after a bar when that is not the plain one.
    """
    if not any(
        mark.kind == "value" and mark.name.partition(".")[0] in varying for mark in block.marks
    ):
        return block
    out: list[str] = []
    marks: list[Mark] = []
    at, length = 0, 0
    for mark in block.marks:
        before = block.text[at : mark.start]
        shown = block.text[mark.start : mark.end]
        if mark.kind == "value" and mark.name.partition(".")[0] in varying:
            shown = text(f"{mark.name}|{mark.form}" if mark.form else mark.name)
        start = length + len(before)
        length = start + len(shown)
        marks.append(replace(mark, start=start, end=length))
        out += [before, shown]
        at = mark.end
    return replace(block, text="".join(out) + block.text[at:], marks=tuple(marks))


def with_rows(agreement: Agreement, slots: Slots, rows: Mapping[str, Rows]) -> Agreement:
    """``agreement`` with ``rows`` for its tables, all blocks counted anew."""
    marks = {slots.table_mark(name): rows[name] for name in rows}
    count = 0

    def renewed(blocks: Sequence[Block]) -> Iterator[Block]:
        nonlocal count
        for block in blocks:
            for row in marks.get(block.text) or (None,):
                cells: dict[str, Any] = {"text": "\t".join(row), "cells": row} if row else {}
                yield replace(block, index=count, **cells)
                count += 1

    def clause(one: Clause) -> Clause:
        blocks = tuple(renewed(one.blocks))
        return replace(one, blocks=blocks, children=tuple(map(clause, one.children)))

    return replace(
        agreement,
        preamble=tuple(renewed(agreement.preamble)),
        clauses=tuple(map(clause, agreement.clauses)),
        closing=tuple(renewed(agreement.closing)),
    )
