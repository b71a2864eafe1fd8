"""Library and values -> Agreement: select, bind, number."""

from __future__ import annotations

import datetime
from collections.abc import Mapping

from contractkit.assembly.bind import Bindings, bind, untranslated
from contractkit.assembly.manifest import manifest
from contractkit.assembly.number import Builder, clauses, places
from contractkit.assembly.select import find_template, select
from contractkit.lang import language as language_of
from contractkit.model.agreement import Agreement, Party
from contractkit.model.standard import COVER, Library, Template
from contractkit.model.typed import PARTY_FIELDS, Path

__all__ = ["assemble", "standard_text"]


def assemble(
    library: Library,
    template: str,
    values: Mapping[str, object],
    *,
    language: str,
    on: datetime.date | None = None,
    origins: Mapping[Path, str] | None = None,
) -> Agreement:
    """The agreement that ``template`` makes of ``values``, in ``language``.

    ``on`` picks the clauses in force that day; ``origins`` tell where each value comes from. The
    same input gives the same agreement. Raises AssemblyError with every missing, unknown or
    ill-typed value at once, each with its place.
    """
    return _assemble(library, template, values, language, on, blanks=False, origins=origins)


def standard_text(
    library: Library, template: str, values: Mapping[str, object], *, language: str
) -> Agreement:
    """The standard clauses of ``template`` as an agreement, to hold an incoming draft against.

    As ``assemble``, but a variable that has no value and no default stands as a blank.
    """
    return _assemble(library, template, values, language, None, blanks=True)


def _assemble(
    library: Library,
    template: str,
    values: Mapping[str, object],
    language: str,
    on: datetime.date | None,
    *,
    blanks: bool,
    origins: Mapping[Path, str] | None = None,
) -> Agreement:
    tongue = language_of(language)
    outline = find_template(library, template, language)
    chosen = select(library, outline, values, on)
    bindings = bind(library, outline, chosen, values, tongue, blanks=blanks, origins=origins)
    builder = Builder(bindings, places(chosen, tongue.numbering, language))
    preamble = builder.paragraphs(outline.preamble, "preamble")
    tree = tuple(clauses(chosen, builder))
    closing = builder.paragraphs(outline.closing, "closing")
    return Agreement(
        language=language,
        title=outline.title,
        parties=_parties(outline, bindings),
        preamble=preamble,
        clauses=tree,
        closing=closing,
        details=tuple((name, bindings.text(name)) for name in COVER),
        notes=_notes(bindings),
        manifest=manifest(library, outline, chosen, bindings, tree),
    )


def _parties(template: Template, bindings: Bindings) -> tuple[Party, ...]:
    return tuple(
        Party(
            title,
            role,
            bindings.text(f"{role}.name"),
            tuple((field, bindings.text(f"{role}.{field}")) for field in PARTY_FIELDS[1:]),
        )
        for role, title in template.parties.items()
    )


def _notes(bindings: Bindings) -> tuple[str, ...]:
    """What whoever issues the agreement should know: texts that are not in its language."""
    labels = bindings.language.labels
    names = [
        bindings.variables[name].label[bindings.language.code] for name in untranslated(bindings)
    ]
    detail = labels["intake.join"].join(names)
    return (labels["note.untranslated"].format(detail=detail),) if detail else ()
