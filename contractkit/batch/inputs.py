"""The varying variables that agreements with the same clauses use, read all at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from contractkit.model.standard import Variable
from contractkit.model.typed import clean, typed


@dataclass(frozen=True, slots=True)
class Inputs:
    """Variables by name: ``texts`` are those of type text, and ``others`` the rest."""

    texts: Mapping[str, Variable]
    others: Mapping[str, Variable]

    @staticmethod
    def of(names: Iterable[str], variables: Mapping[str, Variable]) -> Inputs:
        """The inputs of these names among ``variables``."""
        used = {name: variables[name] for name in names}
        texts = {name: one for name, one in used.items() if one.type == "text"}
        return Inputs(texts, {name: one for name, one in used.items() if name not in texts})

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all."""
        return (*self.texts, *self.others)

    def typed(self, values: Mapping[str, object]) -> dict[str, object] | None:
        """The typed values, or None when one is missing or does not fit."""
        try:  # a row has nearly all of its texts, and they are plain: as ``typed`` reads them
            texts = [str.strip(values[name]) for name in self.texts]  # type: ignore[arg-type]
        except (KeyError, TypeError):  # one has a default, or is a number or a text by language
            return _typed({**self.texts, **self.others}, values)
        if not all(texts) or not clean("".join(texts)):
            return None
        others = _typed(self.others, values)
        return None if others is None else {**dict(zip(self.texts, texts, strict=True)), **others}


def _typed(
    variables: Mapping[str, Variable], values: Mapping[str, object]
) -> dict[str, object] | None:
    found = {}
    for name, variable in variables.items():
        raw = values.get(name, variable.default)
        if raw is None:
            return None
        try:
            found[name] = typed(variable, raw)
        except ValueError:
            return None
    return found
