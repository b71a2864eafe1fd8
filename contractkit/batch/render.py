"""Values -> the bytes of an agreement, many times over: what does not depend on a row, once."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from json.encoder import encode_basestring as _quoted
from typing import Any

from contractkit.assembly import assemble
from contractkit.assembly.bind import Bindings
from contractkit.assembly.manifest import printed_text
from contractkit.batch.pin import clauses_of
from contractkit.lang import language as language_of
from contractkit.model.agreement import Agreement
from contractkit.model.document import Block
from contractkit.model.standard import Library
from contractkit.model.typed import clean, typed
from contractkit.writers import write
from contractkit.writers.docx.compiled import Form, compile_docx, refilled, same_parts

_KNOWN = {"template", "language", "library", "clauses", "digests", "texts", "values"}
"""What a manifest may say: all but texts and values is alike in agreements of the same clauses."""
_MARK = "\ue8f2"
_CUT = re.compile(f'"{_MARK}(value/[^{_MARK}]+){_MARK}"|{_MARK}([^{_MARK}]+){_MARK}')
FORMS = 64  # kept at a time: one for each set of conditions that rows meet


@dataclass(frozen=True, slots=True)
class Shape:
    """What the agreements with the same clauses share.

    ``form`` is None when each must take the full path. ``names`` are the varying variables that
    they use, ``plain`` the texts and ``heads`` the header rows of the tables among them.
    """

    form: Form | None
    names: tuple[str, ...]
    plain: frozenset[str]
    heads: Mapping[str, tuple[str, ...]]


@dataclass(slots=True)
class Renderer:
    """Issues the agreements of one template in one language from a library.

    ``varying`` are the variables that differ between them; the others must be the same in all.
    """

    library: Library
    template: str
    language: str
    on: datetime.date
    varying: frozenset[str] = frozenset()
    _shapes: dict[tuple[str, ...], Shape] = field(default_factory=dict)
    _checked: dict[tuple[str, ...], tuple[str, ...]] = field(default_factory=dict)
    _when: tuple[str, ...] | None = None

    def render(self, values: Mapping[str, object]) -> bytes:
        """The agreement of ``values``, the same parts as ``full`` makes. Raises AssemblyError."""
        conditions = self.conditions(values)
        shape = self._shapes.get(conditions)
        if shape is None:
            if len(self._shapes) >= FORMS:
                self._shapes.clear()
            shape = self._shapes[conditions] = self._shape(values)
        data = self._filled(shape, values) if shape.form else None
        return self.full(values) if data is None else data

    def full(self, values: Mapping[str, object]) -> bytes:
        """The agreement by the path that ``contractkit generate`` takes. Raises AssemblyError."""
        return write(
            self.assembled(values), ".docx", look=self._look(), look_name=self._look_name()
        )

    def check(self, values: Mapping[str, object]) -> None:
        """Raises AssemblyError when ``values`` do not make an agreement."""
        conditions = self.conditions(values)
        names = self._checked.get(conditions)
        if names is None or self.bound(names, values) is None:
            agreement = self.assembled(values)
            self._checked[conditions], _ = self.varied(agreement)

    def assembled(self, values: Mapping[str, object]) -> Agreement:
        """The agreement of ``values``. Raises AssemblyError."""
        return assemble(self.library, self.template, values, language=self.language, on=self.on)

    def _look_name(self) -> str:
        return self.library.templates[self.template, self.language].look

    def _look(self) -> bytes:
        return self.library.looks[self.language, self._look_name()]

    def conditions(self, values: Mapping[str, object]) -> tuple[str, ...]:
        """What the conditions of clauses look at: equal for rows that have the same clauses."""
        if self._when is None:
            outline = self.library.templates[self.template, self.language]
            names = {name for clause in clauses_of(self.library, outline) for name in clause.when}
            self._when = tuple(sorted(names))
        variables = self.library.variables
        return tuple(
            str(values.get(name, variables[name].default if name in variables else None))
            for name in self._when
        )

    def _shape(self, values: Mapping[str, object]) -> Shape:
        agreement = self.assembled(values)
        manifest = json.loads(agreement.manifest)
        names, tables = self.varied(agreement)
        heads = {name: block.cells for name, block in tables.items()}
        plain = frozenset(n for n in names if self.library.variables[n].type == "text")
        indices = {block.index: name for name, block in tables.items()}
        stated = _cut(agreement, manifest, names, refilled(agreement, self.varying, indices, _mark))
        if stated is None:
            return Shape(None, names, plain, heads)
        form = compile_docx(
            agreement,
            self._look(),
            name=self._look_name(),
            varying=self.varying,
            tables=indices,
            manifest=stated,
        )
        shape = Shape(form, names, plain, heads)
        data = self._filled(shape, values)
        # A value that is printed otherwise than we know of shows here: the full path prints it.
        right = data is not None and same_parts(data, self.full(values))
        return shape if right else Shape(None, names, plain, heads)

    def varied(self, agreement: Agreement) -> tuple[tuple[str, ...], dict[str, Block]]:
        """The varying variables that ``agreement`` uses, and the header of each table of them."""
        names = tuple(sorted(self.varying & set(json.loads(agreement.manifest)["values"])))
        tables = dict(_tables(agreement, self.library)) if names else {}
        return names, {name: block for name, block in tables.items() if name in self.varying}

    def bound(self, names: Sequence[str], values: Mapping[str, object]) -> dict[str, object] | None:
        """The typed values of ``names``, or None when one is missing or does not fit."""
        bound: dict[str, object] = {}
        texts = []  # as ``typed`` reads them, but all of a row at once
        variables = self.library.variables
        for name in names:
            variable = variables[name]
            raw = values.get(name, variable.default)
            if raw is None:
                return None
            if type(raw) is str and variable.type == "text":
                bound[name] = text = raw.strip()
                if not text:
                    return None
                texts.append(text)
                continue
            try:
                bound[name] = typed(variable, raw)
            except ValueError:
                return None
        return bound if clean("\n".join(texts)) else None

    def _filled(self, shape: Shape, values: Mapping[str, object]) -> bytes | None:
        bound = self.bound(shape.names, values)
        if bound is None or shape.form is None:
            return None
        bindings = Bindings(language_of(self.language), self.library.variables, bound)
        tables = {name: [head, *bindings.rows(name)] for name, head in shape.heads.items()}
        texts = {}
        try:  # a slot is a name, with its form after a bar when that is not the plain one
            for slot in shape.form.texts:
                value = bound[slot] if slot in shape.plain else None
                # A text that is the same in all languages is printed as it is.
                texts[slot] = value if type(value) is str else bindings.text(*slot.split("|"))
        except ValueError:  # an amount that words cannot say
            return None
        quoted = _quoted(_MARK.join(texts.values()))[1:-1].split(_MARK)
        if texts and len(quoted) != len(texts):
            return None
        stated = dict(zip(texts, quoted, strict=False))
        for name, value in bound.items():
            stated[f"value/{name}"] = (
                f'"{stated[name]}"' if texts.get(name) is value else _json(value)
            )
        for name, rows in tables.items():
            stated[f"table/{name}"] = _quoted("\n".join(map("\t".join, rows)))[1:-1]
        return shape.form.fill(texts, tables, stated)


_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=str).encode
"""JSON as a manifest is written."""


def _mark(name: str) -> str:
    return f"{_MARK}{name}{_MARK}"


def _cut(
    agreement: Agreement, manifest: dict[str, Any], names: Sequence[str], marked: Agreement
) -> list[str] | None:
    """The manifest as JSON, cut where it states a varying value: literal, name, literal and so on.

    None when it says more than we know of.
    """
    values = {**manifest["values"], **{name: _mark(f"value/{name}") for name in names}}
    told = {**manifest, "values": values}
    if "texts" in manifest:
        if manifest["texts"] != _texts(agreement):
            return None
        told["texts"] = _texts(marked)
    if not _KNOWN.issuperset(manifest):
        return None
    pieces = _CUT.split(_json(told))
    return [piece for piece in pieces if piece is not None]


def _texts(agreement: Agreement) -> dict[str, str]:
    """The text of each clause, as a manifest keeps it."""
    return {
        clause.standard: printed_text(clause) for _, clause in agreement.walk() if clause.standard
    }


def _tables(agreement: Agreement, library: Library) -> Iterator[tuple[str, Block]]:
    """Each table variable that the clauses print, with the block of its header."""
    for _, clause in agreement.walk():
        if clause.standard is None:
            continue
        names = [
            paragraph.pieces[0].name
            for paragraph in library.clauses[clause.standard].texts[agreement.language].paragraphs
            if len(paragraph.pieces) == 1
            and paragraph.pieces[0].kind == "value"
            and library.variables[paragraph.pieces[0].name.partition(".")[0]].type == "table"
        ]
        blocks = [block for _, one in clause.walk() for block in one.blocks]
        groups = groupby(blocks, lambda block: block.style == "table")
        heads = [next(group) for is_table, group in groups if is_table]
        yield from zip(names, heads, strict=False)
