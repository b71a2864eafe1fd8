"""Library and values -> Agreement: select, bind, number."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from decimal import Decimal

from contractkit.assembly.bind import COVER, Bindings, bind
from contractkit.assembly.number import Builder, clauses, places
from contractkit.assembly.select import Chosen, find_template, select
from contractkit.errors import AssemblyError
from contractkit.lang import language as language_of
from contractkit.model.agreement import Agreement, Party
from contractkit.model.standard import Library, Template
from contractkit.model.typed import PARTY_FIELDS
from contractkit.model.wording import Wording

__all__ = ["assemble", "fallback_texts", "standard_text"]


def assemble(
    library: Library,
    template: str,
    values: Mapping[str, object],
    *,
    language: str,
    on: datetime.date | None = None,
) -> Agreement:
    """The agreement that ``template`` makes of ``values``, in ``language``.

    ``on`` picks the clauses in force that day. The same input gives the same agreement. Raises
    AssemblyError with every missing, unknown or ill-typed value at once.
    """
    return _assemble(library, template, values, language, on, blanks=False)


def standard_text(
    library: Library, template: str, values: Mapping[str, object], *, language: str
) -> Agreement:
    """The standard clauses of ``template`` as an agreement, to hold an incoming draft against.

    As ``assemble``, but a variable that has no value and no default stands as a blank.
    """
    return _assemble(library, template, values, language, None, blanks=True)


def fallback_texts(
    library: Library, template: str, values: Mapping[str, object], *, language: str
) -> dict[str, tuple[str, ...]]:
    """The fallbacks of each clause of ``template`` that has any, in order, a line a paragraph.

    As in ``standard_text`` a variable that has no value and no default stands as a blank; a
    fallback that cites a clause which the agreement does not hold is left out.
    """
    tongue = language_of(language)
    outline = find_template(library, template, language)
    chosen = select(library, outline, values, None)
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
        blocks = builder.paragraphs(wording, "text")
    except AssemblyError:
        return ""
    return "\n".join(block.text for block in blocks)


def _assemble(
    library: Library,
    template: str,
    values: Mapping[str, object],
    language: str,
    on: datetime.date | None,
    *,
    blanks: bool,
) -> Agreement:
    tongue = language_of(language)
    outline = find_template(library, template, language)
    chosen = select(library, outline, values, on)
    bindings = bind(library, outline, chosen, values, tongue, blanks=blanks)
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
        manifest=_manifest(library, outline, chosen, bindings),
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


def _manifest(
    library: Library, template: Template, chosen: Sequence[Chosen], bindings: Bindings
) -> str:
    """What the agreement was issued from, as JSON: enough to assemble it again."""
    return json.dumps(
        {
            "template": template.name,
            "language": template.language,
            "library": library.digest,
            "clauses": {clause.id: clause.version for one in chosen for clause in one.clauses},
            "values": bindings.values,
        },
        ensure_ascii=False,
        sort_keys=True,
        default=_plain,
    )


def _plain(value: object) -> object:
    if isinstance(value, Decimal | datetime.date):
        return str(value)
    raise TypeError(f"{type(value).__name__} in a manifest")
