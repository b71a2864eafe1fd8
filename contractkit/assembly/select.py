"""Which clauses stand in an agreement, and in which version."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from contractkit.errors import AssemblyError, LibraryError
from contractkit.model.standard import Library, Section, StandardClause, Template
from contractkit.model.typed import YES_NO


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


def find_look(library: Library, language: str, name: str) -> bytes:
    """The Word file of that name for a language, or for two. Raises AssemblyError."""
    look = library.looks.get((language, name))
    if look is None:
        raise AssemblyError(
            f"there is no look templates/{language}/{name}",
            hint="copy it from the library that comes with contractkit",
        )
    return look


def select(
    library: Library,
    template: Template,
    values: Mapping[str, object],
    on: datetime.date | None,
    *,
    languages: str = "one",
) -> tuple[Chosen, ...]:
    """The sections of ``template`` with the clauses in force ``on`` that day whose ``when`` holds.

    ``languages`` says whether the agreement is in ``one`` or in ``two``. A section that is left
    without a clause is left out, so that numbering has no hole. Raises LibraryError when the
    library does not hold a clause of the template, AssemblyError when a clause that is chosen needs
    one that is not, or excludes one that is.
    """
    inside = {identity for section in template.sections for identity in section.clauses}
    if unknown := sorted(inside - set(library.clauses)):
        raise LibraryError(
            f"the template holds {unknown[0]}, which the library does not",
            where=f"{template.name} ({template.language})",
            hint="run contractkit library check",
        )
    sections = (
        Chosen(section, tuple(_standing(library, section, values, on, languages)))
        for section in template.sections
    )
    chosen = tuple(one for one in sections if one.clauses)
    if not chosen:
        day = f" on {on}" if on else ""
        raise AssemblyError(f"no clause of {template.name} is in force{day}", hint="see --on")
    if mistakes := list(_unsuited(chosen)):
        raise AssemblyError(
            f"clauses of {template.name} do not go together: {'; '.join(mistakes)}",
            hint="change the values that choose them, or the template",
        )
    return chosen


def in_version(library: Library, chosen: Sequence[Chosen]) -> Library:
    """``library`` with the variables as the chosen versions declare them, bounds and defaults."""
    declared = [clause.declared for one in chosen for clause in one.clauses]
    variables = {name: one for each in declared for name, one in each.items()}
    return replace(library, variables={**library.variables, **variables})


def in_force(
    clause: StandardClause, on: datetime.date | None, begins: str = ""
) -> StandardClause | None:
    """The published version of ``clause`` in force ``on`` that day, or None.

    Without a day it is the newest that is in force when the agreement ``begins``, and when none is,
    the newest of all: a text that is to come stands in no agreement that begins before.
    """
    day = on.isoformat() if on else begins
    known = [version for version in clause.versions() if version.status != "draft"]
    begun = [version for version in known if not day or version.effective <= day]
    found = begun or ([] if on else known)
    return found[0] if found and found[0].status == "published" else None


def _standing(
    library: Library,
    section: Section,
    values: Mapping[str, object],
    on: datetime.date | None,
    languages: str,
) -> Iterator[StandardClause]:
    begins = str(values.get("effective_date") or "")
    for identity in section.clauses:
        clause = in_force(library.clauses[identity], on, begins)
        if clause and clause.languages in ("", languages) and _holds(library, clause, values):
            yield clause


def _holds(library: Library, clause: StandardClause, values: Mapping[str, object]) -> bool:
    for name, wanted in clause.when.items():
        variable = clause.declared.get(name) or library.variables.get(name)
        value = values.get(name, variable.default if variable else None)
        if variable and variable.type == "yes_no":
            meant = YES_NO.get(str(value).strip().casefold())
            if meant not in {YES_NO.get(one.casefold()) for one in wanted}:
                return False
        elif str(value) not in wanted:
            return False
    return True


def _unsuited(chosen: Sequence[Chosen]) -> Iterator[str]:
    """What is wrong between the chosen clauses, naming both."""
    clauses = [clause for one in chosen for clause in one.clauses]
    held = {clause.id for clause in clauses}
    for clause in clauses:
        for identity in clause.needs:
            if identity not in held:
                yield f"{clause.id} needs {identity}, which does not stand in the agreement"
        for identity in clause.excludes:
            if identity in held:
                yield f"{clause.id} excludes {identity}, which stands in the agreement too"
