"""Values -> typed values for every variable that the chosen texts use; all mistakes at once."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from contractkit.assembly.select import Chosen
from contractkit.errors import AssemblyError
from contractkit.lang.base import Language
from contractkit.model.standard import Library, Template, Variable
from contractkit.model.typed import typed
from contractkit.model.wording import Wording

COVER = ("agreement_number", "signing_place", "effective_date", "expiry_date")
"""The variables that every look prints on its cover."""


@dataclass(frozen=True, slots=True)
class Bindings:
    """The typed value of each variable, printed in one language on demand."""

    language: Language
    variables: Mapping[str, Variable]
    values: Mapping[str, object]

    def text(self, name: str) -> str:
        """What ``name`` (``years`` or ``payer.name``) prints; a blank shows its label."""
        base, _, part = name.partition(".")
        if base not in self.values:
            return f"[{self.variables[base].label[self.language.code]}]"
        value = self.values[base]
        if part:
            fields = value if isinstance(value, Mapping) else {}
            return self._localized(fields.get(part, self.language.labels["blank"]))
        return self.printed(self.variables[base], value)

    def printed(self, variable: Variable, value: object) -> str:
        """``value`` in the language's form, with its unit."""
        labels = self.language.labels
        if variable.type == "text":
            return self._localized(value)
        if variable.type == "choice":
            return variable.choices[str(value)][self.language.code]
        if variable.type == "yes_no":
            return labels["yes"] if value else labels["no"]
        if variable.type == "money":
            return self.language.format_value("money", value, currency=variable.currency)
        return self.language.format_value(variable.type, value)

    def _localized(self, value: object) -> str:
        if isinstance(value, Mapping):
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
) -> Bindings:
    """Typed values for all that is used. Raises AssemblyError with every mistake at once.

    A mistake names the variable, its label, and the text that it is used in. With ``blanks`` a
    missing value is none: it prints as a blank.
    """
    used = dict(_used(template, chosen, language.code))
    mistakes = list(_unknown(library, values))
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
            mistakes.append(f"{told} is missing")
            continue
        try:
            bound[name] = typed(variable, raw)
        except ValueError as error:
            mistakes.append(f"{told} {error}")
    if mistakes:
        count = "1 mistake" if len(mistakes) == 1 else f"{len(mistakes)} mistakes"
        lines = "".join(f"\n  {mistake}" for mistake in mistakes)
        raise AssemblyError(f"{count} in the values for {template.name}:{lines}")
    return Bindings(language, library.variables, bound)


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
    for _, piece in text.pieces("value"):
        yield piece.name.partition(".")[0], place


def _unknown(library: Library, values: Mapping[str, object]) -> Iterator[str]:
    for name in values:
        if name not in library.variables:
            close = difflib.get_close_matches(name, library.variables, 1)
            yield f"{name} is unknown" + (f"; do you mean {close[0]}?" if close else "")
