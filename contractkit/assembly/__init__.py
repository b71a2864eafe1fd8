"""Library and values -> Agreement: select, bind, number."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import replace

from contractkit.assembly.bind import Bindings, bind, untranslated
from contractkit.assembly.manifest import manifest
from contractkit.assembly.number import Builder, clauses, places
from contractkit.assembly.select import find_look, find_template, in_version, select
from contractkit.errors import AssemblyError
from contractkit.lang import language as language_of
from contractkit.lang.base import Language
from contractkit.model.agreement import Agreement, Party
from contractkit.model.standard import COVER, Library, Template
from contractkit.model.typed import PARTY_FIELDS, Path
from contractkit.model.wording import Wording

__all__ = ["assemble", "assemble_columns", "fallback_texts", "find_look", "standard_text"]


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

    ``on`` picks the versions of the clauses that are in force that day; without it the newest that
    are published stand. ``origins`` tell where each value comes from. The same input gives the same
    agreement. Raises AssemblyError with every missing, unknown or ill-typed value at once, each
    with its place.
    """
    return _assemble(library, template, values, language_of(language), on, origins=origins)


def assemble_columns(
    library: Library,
    template: str,
    values: Mapping[str, object],
    *,
    languages: tuple[str, str] = ("zh", "en"),
    on: datetime.date | None = None,
    origins: Mapping[Path, str] | None = None,
) -> tuple[Agreement, Agreement]:
    """The agreement in two languages, to stand in two columns: one clause beside the other.

    As ``assemble``; the clauses have the same numbers in both, and those stand in it that are meant
    for agreements in two languages.
    """
    tongues = [replace(one, numbering=one.beside) for one in map(language_of, languages)]
    left, right = (
        _assemble(library, template, values, one, on, languages="two", origins=origins)
        for one in tongues
    )
    return left, right


def standard_text(
    library: Library,
    template: str,
    values: Mapping[str, object],
    *,
    language: str,
    languages: str = "one",
) -> Agreement:
    """The standard clauses of ``template`` as an agreement, to hold an incoming draft against.

    As ``assemble``, but a variable that has no value and no default stands as a blank, and it has
    no manifest, being issued to nobody. ``languages`` says whether the draft is in ``one`` or in
    ``two``.
    """
    tongue = language_of(language)
    return _assemble(library, template, values, tongue, None, blanks=True, languages=languages)


def fallback_texts(
    library: Library,
    template: str,
    values: Mapping[str, object],
    *,
    language: str,
    languages: str = "one",
) -> dict[str, tuple[str, ...]]:
    """The fallbacks of each clause of ``template`` that has any, in order, a line a paragraph.

    As in ``standard_text`` a variable that has no value and no default stands as a blank; a
    fallback that cites a clause which the agreement does not hold is left out.
    """
    tongue = language_of(language)
    outline = find_template(library, template, language)
    chosen = select(library, outline, values, None, languages=languages)
    library = in_version(library, chosen)
    bindings = bind(library, outline, chosen, values, tongue, blanks=True)
    builder = Builder(bindings, places(chosen, tongue.numbering, language))
    found = {}
    for one in chosen:
        for clause in one.clauses:
            texts = (_filled(fallback[language], builder) for fallback in clause.fallbacks)
            found[clause.id] = tuple(text for text in texts if text)
    return {identity: texts for identity, texts in found.items() if texts}


def _filled(wording: Wording, builder: Builder) -> str:
    try:
        return builder.lines(wording)
    except AssemblyError:
        return ""


def _assemble(
    library: Library,
    template: str,
    values: Mapping[str, object],
    tongue: Language,
    on: datetime.date | None,
    *,
    blanks: bool = False,
    languages: str = "one",
    origins: Mapping[Path, str] | None = None,
) -> Agreement:
    outline = find_template(library, template, tongue.code)
    chosen = select(library, outline, values, on, languages=languages)
    library = in_version(library, chosen)
    bindings = bind(library, outline, chosen, values, tongue, blanks=blanks, origins=origins)
    builder = Builder(bindings, places(chosen, tongue.numbering, tongue.code))
    preamble = builder.paragraphs(outline.preamble, "preamble")
    tree = tuple(clauses(chosen, builder))
    closing = builder.paragraphs(outline.closing, "closing")
    parties = _parties(outline, bindings)
    return Agreement(
        language=tongue.code,
        title=outline.title,
        parties=parties,
        preamble=preamble,
        clauses=tree,
        closing=closing,
        details=tuple((name, bindings.text(name)) for name in COVER),
        notes=tuple(_notes(parties, bindings)),
        manifest="" if blanks else manifest(library, outline, chosen, bindings, tree),
        contents=outline.contents,
    )


def _parties(template: Template, bindings: Bindings) -> tuple[Party, ...]:
    return tuple(
        _party(role, title, template, bindings) for role, title in template.parties.items()
    )


def _party(role: str, title: str, template: Template, bindings: Bindings) -> Party:
    """The party; of a natural person what its captions name, a field of the party or a variable."""
    person = role in template.persons
    captions = template.persons[role] if person else template.captions.get(role, {})
    details = tuple(
        (field, bindings.text(f"{role}.{field}" if field in PARTY_FIELDS else field))
        for field in (captions if person else PARTY_FIELDS[1:])
    )
    name = bindings.text(f"{role}.name")
    return Party(title, role, name, details, tuple(captions.items()), person)


def _notes(parties: tuple[Party, ...], bindings: Bindings) -> Iterator[str]:
    """What whoever issues the agreement should know: foreign texts, and blanks of the parties."""
    labels = bindings.language.labels
    foreign = [
        bindings.variables[name].label[bindings.language.code] for name in untranslated(bindings)
    ]
    blank = [
        labels["note.blank.field"].format(
            party=party.title, field={**labels, **dict(party.captions)}[field]
        )
        for party in parties
        for field, text in party.details
        if text == labels["blank"]
    ]
    for key, names in (("note.untranslated", foreign), ("note.blank", blank)):
        if names:
            yield labels[key].format(detail=labels["intake.join"].join(names))
