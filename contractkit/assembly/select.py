"""Which clauses stand in an agreement: those of the template whose conditions the values meet."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from contractkit.errors import AssemblyError, LibraryError
from contractkit.model.standard import Library, Section, StandardClause, Template


@dataclass(frozen=True, slots=True)
class Chosen:
    """A section of the template with the clauses that stand in it."""

    section: Section
    clauses: tuple[StandardClause, ...]


def find_template(library: Library, name: str, language: str) -> Template:
    """The template of that name. Raises AssemblyError that lists the names there are."""
    template = library.templates.get((name, language))
    if template is None:
        names = sorted({known for known, code in library.templates if code == language})
        raise AssemblyError(
            f"there is no template {name!r} in {language}",
            hint=f"one of {', '.join(names)}" if names else "the library has none in this language",
        )
    return template


def select(
    library: Library,
    template: Template,
    values: Mapping[str, object],
    on: datetime.date | None,
) -> tuple[Chosen, ...]:
    """The sections of ``template`` with the clauses in force ``on`` that day whose ``when`` holds.

    A section that is left without a clause is left out, so that numbering has no hole. Raises
    LibraryError when the library does not hold a clause of the template.
    """
    inside = {identity for section in template.sections for identity in section.clauses}
    if unknown := sorted(inside - set(library.clauses)):
        raise LibraryError(
            f"the template holds {unknown[0]}, which the library does not",
            where=f"{template.name} ({template.language})",
            hint="run contractkit library check",
        )
    chosen = (
        Chosen(
            section,
            tuple(
                clause
                for clause in map(library.clauses.__getitem__, section.clauses)
                if _in_force(clause, on) and _holds(library, clause, values)
            ),
        )
        for section in template.sections
    )
    return tuple(one for one in chosen if one.clauses)


def _in_force(clause: StandardClause, on: datetime.date | None) -> bool:
    if clause.status != "published":
        return False
    return on is None or datetime.date.fromisoformat(clause.effective) <= on


def _holds(library: Library, clause: StandardClause, values: Mapping[str, object]) -> bool:
    for name, wanted in clause.when.items():
        variable = library.variables.get(name)
        value = values.get(name, variable.default if variable else None)
        if str(value) not in wanted:
            return False
    return True
