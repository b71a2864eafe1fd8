"""Values -> typed values for every variable that the chosen texts use; all mistakes at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from contractkit.assembly.select import Chosen
from contractkit.errors import AssemblyError
from contractkit.lang.base import Language
from contractkit.model.standard import COVER, Library, Template, Variable
from contractkit.model.typed import Misfit, Path, typed
from contractkit.model.wording import Wording

# What no code holds: a letter beyond ASCII, or small letters side by side.
_PROSE = re.compile(r"[^\W\d_a-zA-Z]|[a-z]{2}")


@dataclass(frozen=True, slots=True)
class Bindings:
    """The typed value of each variable, printed in one language on demand."""

    language: Language
    variables: Mapping[str, Variable]
    values: Mapping[str, object]

    def text(self, name: str, form: str = "") -> str:
        """What ``name`` (``years`` or ``payer.name``) prints; a blank shows its label.

        ``form`` is that of its piece: ``words`` prints an amount in words too.
        """
        base, _, part = name.partition(".")
        if base not in self.values:
            return f"[{self.variables[base].label[self.language.code]}]"
        value = self.values[base]
        if part:
            fields = value if isinstance(value, Mapping) else {}
            return self._localized(fields.get(part, self.language.labels["blank"]))
        return self.printed(self.variables[base], value, form)

    def printed(self, variable: Variable, value: object, form: str = "") -> str:
        """``value`` in the language's form, with its unit. ValueError when it has no words.

        ``form`` is for money: ``words``, or ``cents`` whether there are any or not.
        """
        labels = self.language.labels
        if variable.type == "text":
            return self._localized(value)
        if variable.type == "choice":
            return variable.choices[str(value)][self.language.code]
        if variable.type == "yes_no":
            return labels["yes"] if value else labels["no"]
        if variable.type == "money":
            forms = {form: True} if form else {}
            return self.language.format_value("money", value, currency=variable.currency, **forms)
        return self.language.format_value(variable.type, value)

    def rows(self, name: str) -> list[tuple[str, ...]]:
        """The rows of a table as they are printed, none for a blank.

        Of the amounts in a column all have cents when one has.
        """
        columns = self.variables[name].columns
        rows: Sequence[Mapping[str, Any]] = self.values.get(name, ())  # type: ignore[assignment]
        printed = []
        for column in columns:
            cells = [row[column.name] for row in rows]
            cents = column.type == "money" and any(cell % 1 for cell in cells)
            form = "cents" if cents else ""
            printed.append([self.printed(column, cell, form) for cell in cells])
        return list(zip(*printed, strict=True))

    def _localized(self, value: object) -> str:
        if not isinstance(value, str) and isinstance(value, Mapping):
            return str(value.get(self.language.code) or next(iter(value.values())))
        return str(value)


def bind(
    library: Library,
    template: Template,
    chosen: tuple[Chosen, ...],
    values: Mapping[str, object],
    language: Language,
    *,
    blanks: bool = False,
    origins: Mapping[Path, str] | None = None,
) -> Bindings:
    """Typed values for all that is used. Raises AssemblyError with every mistake at once.

    A mistake names the variable, its label, and the text that it is used in; before it stands
    where in ``origins`` it comes from (a cell of a sheet), by variable and place in it. With
    ``blanks`` a missing value is none: it prints as a blank.
    """
    origins = origins or {}
    used = dict(_used(template, chosen, language.code))
    mistakes = [f"{_at(origins, (name,))}{told}" for name, told in _unknown(library, values)]
    bound: dict[str, object] = {}
    for name, place in used.items():
        variable = library.variables.get(name)
        if variable is None:
            mistakes.append(f"{name}, used in {place}, is not declared in the library")
            continue
        raw = values.get(name, variable.default)
        told = f"{name} ({variable.label[language.code]}), used in {place},"
        if raw is None and blanks:
            continue
        if raw is None:
            mistakes.append(f"{_at(origins, (name,))}{told} is missing")
            continue
        try:
            bound[name] = typed(variable, raw)
        except Misfit as error:
            mistakes += [f"{_at(origins, (name, *at))}{told} {fault}" for at, fault in error.faults]
        except ValueError as error:
            mistakes.append(f"{_at(origins, (name,))}{told} {error}")
    bindings = Bindings(language, library.variables, bound)
    mistakes += [f"{_at(origins, (name,))}{told}" for name, told in _wordless(bindings, chosen)]
    if mistakes:
        count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        lines = "".join(f"\n  {mistake}" for mistake in mistakes)
        raise AssemblyError(f"{count} in the values for {template.name}:{lines}")
    return bindings


def untranslated(bindings: Bindings) -> Iterator[str]:
    """The name of each value with a text that is not in the language it is printed in.

    A code (LCHP-2026-S-0093) is in no language.
    """
    tongue = bindings.language
    for name, value in bindings.values.items():
        if any(_is_foreign(text, tongue) for text in _texts(bindings.variables[name], value)):
            yield name


def _texts(variable: Variable, value: object) -> Iterator[object]:
    """The texts within a typed value, each plain or by language."""
    if variable.type == "text":
        yield value
    elif variable.type == "party" and isinstance(value, Mapping):
        yield from value.values()
    elif variable.type == "table" and isinstance(value, tuple):
        for column in variable.columns:
            for row in value:
                yield from _texts(column, row[column.name])


def _is_foreign(text: object, tongue: Language) -> bool:
    if isinstance(text, Mapping):
        return tongue.code not in text
    return tongue.share(str(text)) == 0 and bool(_PROSE.search(str(text)))


def _at(origins: Mapping[Path, str], path: Path) -> str:
    """Where the value at ``path`` comes from, for the beginning of a line: "" when unknown."""
    while path and path not in origins:
        path = path[:-1]
    return f"{origins[path]}: " if path else ""


def _wordless(bindings: Bindings, chosen: tuple[Chosen, ...]) -> Iterator[tuple[str, str]]:
    """Each amount that a text wants in words and that words cannot say, with the reason."""
    code = bindings.language.code
    wanted = {
        piece.name: clause.id
        for one in chosen
        for clause in one.clauses
        for _, piece in clause.texts[code].pieces("value")
        if piece.form and piece.name in bindings.values
    }
    for name, place in wanted.items():
        try:
            bindings.text(name, "words")
        except ValueError as error:
            label = bindings.variables[name].label[code]
            yield name, f"{name} ({label}), used in {place} in words, {error}"


def _used(template: Template, chosen: tuple[Chosen, ...], code: str) -> Iterator[tuple[str, str]]:
    """Each variable that is used, with the place of a use: the last one is kept by a dict."""
    for name in COVER:
        yield name, "the cover"
    for one in chosen:
        for clause in one.clauses:
            place = f"{clause.id}"
            for name in clause.when:
                yield name, place
            yield from _names(clause.texts[code], place)
    for text, place in ((template.preamble, "the preamble"), (template.closing, "the closing")):
        yield from _names(text, place)
    for name in template.parties:
        yield name, "the parties"


def _names(text: Wording, place: str) -> Iterator[tuple[str, str]]:
    for name in text.variables():
        yield name, place


def _unknown(library: Library, values: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for name in values:
        if name not in library.variables:
            close = difflib.get_close_matches(name, library.variables, 1)
            yield name, f"{name} is unknown" + (f"; do you mean {close[0]}?" if close else "")
