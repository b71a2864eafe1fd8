"""Values -> the bytes of an agreement, many times over: what does not depend on a row, once."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from json.encoder import encode_basestring as _quoted
from typing import Any

from contractkit.assembly import assemble
from contractkit.assembly.bind import Bindings
from contractkit.assembly.manifest import printed_text
from contractkit.batch.inputs import Inputs
from contractkit.batch.pin import clauses_of
from contractkit.lang import language as language_of
from contractkit.model.agreement import Agreement
from contractkit.model.document import Block
from contractkit.model.standard import Library
from contractkit.writers import write
from contractkit.writers.docx.compiled import Form, compile_docx, same_parts
from contractkit.writers.docx.slots import refilled

_KNOWN = {"template", "language", "library", "clauses", "digests", "texts", "values"}
"""What a manifest may say: all but texts and values is alike in agreements of the same clauses."""
_MARK = "\ue8f2"
_CUT = re.compile(f'"{_MARK}(value/[^{_MARK}]+){_MARK}"|{_MARK}([^{_MARK}]+){_MARK}')
FORMS = 64  # kept at a time: one for each set of conditions that rows meet


@dataclass(frozen=True, slots=True)
class Shape:
    """What the agreements with the same clauses share.

    ``inputs`` are the varying variables that they use, ``heads`` the header rows of the tables
    among them; ``form`` is None when each must take the full path. Of the inputs, ``plain`` are the
    texts that are the same in all languages: they are printed and stated as they are.
    """

    inputs: Inputs
    heads: Mapping[str, tuple[str, ...]]
    plain: frozenset[str] = frozenset()
    form: Form | None = None


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
    _checked: dict[tuple[str, ...], Inputs] = field(default_factory=dict)
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
        inputs = self._checked.get(conditions)
        if inputs is None or inputs.typed(values) is None:
            self._checked[conditions], _ = self.varied(self.assembled(values))

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
        inputs, tables = self.varied(agreement)
        full = Shape(inputs, {name: block.cells for name, block in tables.items()})
        indices = {block.index: name for name, block in tables.items()}
        marked = refilled(agreement, self.varying, indices, _mark)
        plain = frozenset(n for n in inputs.texts if isinstance(manifest["values"][n], str))
        stated = _cut(agreement, manifest, inputs, plain, marked)
        if stated is None:
            return full
        form = compile_docx(
            agreement,
            self._look(),
            name=self._look_name(),
            varying=self.varying,
            tables=indices,
            manifest=stated,
        )
        shape = replace(full, plain=plain, form=form)
        data = self._filled(shape, values)
        # A value that is printed otherwise than we know of shows here: the full path prints it.
        return shape if data is not None and same_parts(data, self.full(values)) else full

    def varied(self, agreement: Agreement) -> tuple[Inputs, dict[str, Block]]:
        """The varying variables that ``agreement`` uses, and the header of each table of them."""
        names = sorted(self.varying & set(json.loads(agreement.manifest)["values"]))
        tables = dict(_tables(agreement, self.library)) if names else {}
        return (
            Inputs.of(names, self.library.variables),
            {name: block for name, block in tables.items() if name in self.varying},
        )

    def _filled(self, shape: Shape, values: Mapping[str, object]) -> bytes | None:
        form, bound = shape.form, shape.inputs.typed(values)
        if bound is None or form is None:
            return None
        bindings = Bindings(language_of(self.language), self.library.variables, bound)
        tables = {name: [head, *bindings.rows(name)] for name, head in shape.heads.items()}
        plain = shape.plain
        texts: dict[str, Any] = {name: one for name, one in bound.items() if name in plain}
        try:  # a slot is a name, with its form after a bar when that is not the plain one
            texts |= {s: bindings.text(*s.split("|")) for s in form.texts if s not in plain}
            quoted = _quoted(_MARK.join(texts.values()))[1:-1].split(_MARK) if texts else []
        except (ValueError, TypeError):  # an amount that words cannot say, a text by language
            return None
        if len(quoted) != len(texts):
            return None
        stated = dict(zip(texts, quoted, strict=True))
        stated |= {f"value/{n}": _json(value) for n, value in bound.items() if n not in plain}
        for name, rows in tables.items():
            stated[f"table/{name}"] = _quoted("\n".join(map("\t".join, rows)))[1:-1]
        return form.fill(texts, tables, stated)


_json = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=str).encode
"""JSON as a manifest is written."""


def _mark(name: str) -> str:
    return f"{_MARK}{name}{_MARK}"


def _cut(
    agreement: Agreement,
    manifest: dict[str, Any],
    inputs: Inputs,
    plain: frozenset[str],
    marked: Agreement,
) -> list[str] | None:
    """The manifest as JSON, cut where it states a varying value: literal, name, literal and so on.

    None when it says more than we know of.
    """
    names = {name: _mark(name if name in plain else f"value/{name}") for name in inputs.names}
    values = {**manifest["values"], **names}
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
