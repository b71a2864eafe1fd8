"""Values that somebody has already -> typed values for a template's questions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from contractkit.errors import AssemblyError
from contractkit.intake.questions import Group
from contractkit.model.typed import Misfit, typed


def prefilled(
    groups: Sequence[Group], values: Mapping[str, object], *, name: str = ""
) -> dict[str, object]:
    """The value that stands in the sheet for each variable: the given one, else the default.

    What ``values`` hold beyond the questions is left out. Raises AssemblyError with every value
    that does not fit; ``name`` is the file's that they come from.
    """
    found: dict[str, object] = {}
    mistakes: list[str] = []
    for group in groups:
        for question in group.questions:
            variable = question.variable
            raw = values.get(variable.name, variable.default)
            if raw is None:
                continue
            try:
                found[variable.name] = typed(variable, raw)
            except Misfit as error:
                mistakes += [f"{variable.name} {message}" for _, message in error.faults]
            except ValueError as error:
                mistakes.append(f"{variable.name} {error}")
    if mistakes:
        lines = "".join(f"\n  {mistake}" for mistake in mistakes)
        raise AssemblyError(f"{len(mistakes)} of the values do not fit:{lines}", where=name)
    return found
