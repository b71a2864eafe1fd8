"""What an agreement is made of, apart from its values: the part of a library that is pinned."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from dataclasses import replace

from contractkit.assembly.select import find_template, in_force
from contractkit.model.standard import COVER, Library, StandardClause, Template


def pinned(library: Library, template: str, language: str, on: datetime.date) -> Library:
    """The library with nothing but what ``template`` needs ``on`` that day, small enough to send to
    a worker: of each clause the version in force, with the variables as it declares them.
    """
    outline = find_template(library, template, language)
    clauses = {
        one.id: replace(in_force(one, on) or one, archive=())
        for one in clauses_of(library, outline)
    }
    declared = {name: one for clause in clauses.values() for name, one in clause.declared.items()}
    return replace(
        library,
        clauses=clauses,
        variables={**library.variables, **declared},
        templates={(template, language): outline},
        looks={(language, outline.look): library.looks[language, outline.look]},
        rules=(),
    )


def clauses_of(library: Library, outline: Template) -> Iterator[StandardClause]:
    """The clauses that ``outline`` may hold, in order."""
    for section in outline.sections:
        for identity in section.clauses:
            yield library.clauses[identity]


def pin(library: Library, template: str, language: str, on: datetime.date) -> str:
    """The digest of a ``pinned`` library: the outline, the look, the clauses, their variables.

    A change elsewhere in the library leaves it as it is: no agreement is issued again for it.
    """
    outline = find_template(library, template, language)
    clauses = list(clauses_of(library, outline))
    names = {*COVER, *outline.parties}
    names |= {name for captions in outline.persons.values() for name in captions}
    for text in (outline.preamble, outline.closing, *(one.texts[language] for one in clauses)):
        names |= {piece.name.partition(".")[0] for _, piece in text.pieces("value")}
    names |= {name for clause in clauses for name in clause.when}
    variables = [library.variables[name] for name in sorted(names & set(library.variables))]
    digest = hashlib.sha256(library.looks[language, outline.look])
    for part in (on.isoformat(), outline, *clauses, *variables):
        digest.update(repr(part).encode())
    return digest.hexdigest()
