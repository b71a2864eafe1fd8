"""An agreement printed once, as the form of all that differ from it in values alone.

The agreement is written by ``write_docx``, docxtpl and all, with a mark of our own in the place of
each value that varies; the parts are cut at the marks. Another document is then its values,
escaped, between the pieces. It is the same XML, byte for byte, as ``write_docx`` makes; that is
checked when a form is made, with texts that need escaping in every slot. What a form cannot do
takes the full path: a look that computes with values or tests them, a value with a line break.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from contractkit.model.agreement import Agreement, Clause, Party
from contractkit.model.document import Block, Mark
from contractkit.model.typed import PARTY_FIELDS
from contractkit.writers.docx.places import prints_only
from contractkit.writers.docx.splice import Pieces, Splice
from contractkit.writers.docx.table import table
from contractkit.writers.docx.write import write_docx

# Of the private use area: no text of ours holds them.
_OPEN, _CLOSE, _NEXT = "\ue8f0", "\ue8f1", "\ue8f3"
_SLOT = re.compile(f"{_OPEN}(\\d+){_CLOSE}")
_FAR = 900_000_000  # the index of a block whose bookmark's id shifts with the tables before it
_ID = re.compile(r'(?<=w:id=")9\d{8}(?=")')

# What docxtpl or our runs make more of than a text, or refuse.
_NOT_PLAIN = re.compile("[\x00-\x1f\x7f\ue8f0\ue8f1\ufffe\uffff\ud800-\udfff]")
_TEMPLATE = ("{_{", "{_%", "}_}", "%_}")
_PROBE = "甲 A&B <i>\"q\" 'r'</i> {{ x }} {name}"

Rows = Sequence[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Form:
    """A document but for its values: ``texts`` and ``tables`` name those that ``fill`` needs, and
    ``manifest`` those that the manifest states.
    """

    texts: tuple[str, ...]
    tables: tuple[str, ...]
    manifest: tuple[str, ...]
    _ids: tuple[tuple[int, int], ...]
    _splice: Splice

    def fill(
        self, texts: Mapping[str, str], tables: Mapping[str, Rows], manifest: Mapping[str, str]
    ) -> bytes | None:
        """The .docx with these values, or None when one of them needs the full path.

        A table's rows come with its header; ``manifest`` has JSON.
        """
        given = [texts[name] for name in self.texts]
        cells = [cell for name in self.tables for row in tables[name] for cell in row]
        joined = _NEXT.join([*given, *cells])
        if _NOT_PLAIN.search(joined) or any(sign in joined for sign in _TEMPLATE):
            return None
        stated = [manifest[name] for name in self.manifest]
        escaped = _escaped(_NEXT.join([*given, *stated])).split(_NEXT.encode())
        if len(escaped) != len(given) + len(stated):
            return None
        slots = escaped[: len(given)]
        slots += [_table(tables[name]) for name in self.tables]
        slots += escaped[len(given) :]
        counts = [0]
        for name in self.tables:
            counts.append(counts[-1] + len(tables[name]))
        slots += [b"%d" % (number + counts[before]) for number, before in self._ids]
        return self._splice.fill(slots)


def compile_docx(
    agreement: Agreement,
    look: bytes,
    *,
    name: str,
    varying: frozenset[str],
    tables: Mapping[int, str],
    manifest: Sequence[str],
) -> Form | None:
    """The form of ``agreement`` in ``look``, or None when its documents need the full path.

    ``varying`` are the variables that differ between documents; ``tables`` those among them that
    are tables, by the index of the block of their header, in order. ``manifest`` is cut where it
    states a varying value: literal, name, literal and so on. Raises as ``write_docx`` does.
    """
    if not prints_only(look):
        return None
    slots = _Slots(varying, tables, manifest)
    marked = slots.agreement(agreement, slots.mark)
    pieces = _cut(write_docx(marked, look, name=name), slots)
    if pieces is None:
        return None
    names = (tuple(slots.texts), tuple(tables.values()), tuple(dict.fromkeys(manifest[1::2])))
    form = Form(*names, tuple(slots.ids), Splice(pieces))
    return form if _proved(form, agreement, look, name, slots) else None


def refilled(
    agreement: Agreement,
    varying: frozenset[str],
    tables: Mapping[int, str],
    text: Callable[[str], str],
) -> Agreement:
    """``agreement`` with ``text(name)`` for each varying text, and for each table one row of one
    cell, ``text("table/NAME")``.
    """
    slots = _Slots(varying, tables, ())
    return slots.agreement(agreement, text, lambda name: text(f"table/{name}"))


class _Slots:
    """Puts something else in the place of each varying value, and remembers which there are."""

    def __init__(
        self, varying: frozenset[str], tables: Mapping[int, str], manifest: Sequence[str]
    ) -> None:
        self.texts: dict[str, int] = {}
        self.ids: list[tuple[int, int]] = []
        self._varying = varying
        self._tables = tables
        self._manifest = manifest

    def manifest(self, text: Callable[[str], str]) -> str:
        """The manifest with ``text(name)`` for each varying value."""
        return "".join(
            text(piece) if place % 2 else piece for place, piece in enumerate(self._manifest)
        )

    def mark(self, name: str) -> str:
        """The mark of the slot of that name."""
        return f"{_OPEN}{self.texts.setdefault(name, len(self.texts))}{_CLOSE}"

    def table_mark(self, name: str) -> str:
        """The mark of a table: the only cell of its only row."""
        return f"{_OPEN}9{list(self._tables.values()).index(name):03}{_CLOSE}"

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
                (name, text(name) if name in self._varying else shown)
                for name, shown in agreement.details
            ),
            preamble=tuple(walk.blocks(agreement.preamble)),
            clauses=tuple(map(walk.clause, agreement.clauses)),
            closing=tuple(walk.blocks(agreement.closing)),
            manifest=self.manifest(lambda name: f"{_OPEN}{name}{_CLOSE}"),
        )

    def _party(self, party: Party, text: Callable[[str], str]) -> Party:
        def shown(name: str, printed: str) -> str:
            return text(name) if name.partition(".")[0] in self._varying else printed

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

    def __init__(
        self, slots: _Slots, text: Callable[[str], str], row: Callable[[str], str]
    ) -> None:
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
            if block.index in slots._tables:
                name = slots._tables[block.index]
                self._before, self._rows, self._inside = self._before + 1, self._rows + 1, True
                mark = self._row(name)
                yield replace(block, text=mark, cells=(mark,))
            elif self._inside and block.style == "table":
                self._rows += 1
            else:
                self._inside = False
                yield self._numbered(_refilled(block, slots._varying, self._text))

    def _numbered(self, block: Block) -> Block:
        if not (block.bookmarks and self._before):
            return block
        self._slots.ids.append((1000 + block.index - self._rows, self._before))
        return replace(block, index=_FAR + len(self._slots.ids) - 1)


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


def same_parts(one: bytes, other: bytes) -> bool:
    """Whether two Word files hold the same parts, however they are packed."""
    return _parts(one) == _parts(other)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _cut(data: bytes, slots: _Slots) -> dict[str, Pieces] | None:
    """The parts of the marked document, cut; None when a table in it is not as we know it."""
    found: dict[str, Pieces] = {}
    names = list(slots._tables.values())
    first_table = len(slots.texts)
    numbers = {}
    for name in names:
        mark = slots.table_mark(name)
        rows = _table([(mark,)]).decode()
        numbers[rows] = first_table + names.index(name)
    first_stated = first_table + len(names)
    stated = list(dict.fromkeys(slots._manifest[1::2]))
    for place, name in enumerate(stated, first_stated):
        numbers[f"{_OPEN}{name}{_CLOSE}"] = place
    first_id = first_stated + len(stated)
    ids = {str(1000 + _FAR + n): first_id + n for n in range(len(slots.ids))}
    for part, raw in _parts(data).items():
        text = raw.decode("utf-8") if _OPEN.encode() in raw or b'w:id="9' in raw else ""
        found[part] = list(_pieces(text, numbers, ids)) if text else [raw]
    seen = {piece for pieces in found.values() for piece in pieces if isinstance(piece, int)}
    wanted = {*numbers.values(), *range(first_table), *ids.values()}
    return found if seen == wanted else None


def _pieces(text: str, numbers: Mapping[str, int], ids: Mapping[str, int]) -> Iterator[bytes | int]:
    fixed = "".join(f"{re.escape(text)}|" for text in numbers)
    at = 0
    for match in re.finditer(f"{fixed}{_SLOT.pattern}|{_ID.pattern}", text):
        if match.start() > at:
            yield text[at : match.start()].encode()
        found = match[0]
        yield int(match[1]) if match[1] else numbers[found] if found in numbers else ids[found]
        at = match.end()
    if at < len(text):
        yield text[at:].encode()


def _proved(form: Form, agreement: Agreement, look: bytes, name: str, slots: _Slots) -> bool:
    """Whether the form makes what ``write_docx`` makes, with texts in it that need escaping."""
    probe: Callable[[str], str] = lambda slot: f"{_PROBE}{slot}"  # noqa: E731
    rows = {table: [(probe(table), "2"), ("3&", probe("4"))] for table in form.tables}
    stated = dict.fromkeys(form.manifest, '{"a": "<&>\'\\""}')
    wanted = _with_rows(slots.agreement(agreement, probe), slots, rows)
    data = form.fill({slot: probe(slot) for slot in form.texts}, rows, stated)
    wanted = replace(wanted, manifest=slots.manifest(stated.__getitem__))
    full = write_docx(wanted, look, name=name)
    return data is not None and same_parts(data, full)


def _with_rows(agreement: Agreement, slots: _Slots, rows: Mapping[str, Rows]) -> Agreement:
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


def _escaped(text: str) -> bytes:
    """``text`` as libxml2 writes it into an element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()


def _table(rows: Rows) -> bytes:
    """A table as libxml2 writes it: it escapes less than a template does."""
    blocks = [Block(0, "", style="table", cells=row) for row in rows]
    return str(table(blocks)).replace("&#34;", '"').replace("&#39;", "'").encode()
