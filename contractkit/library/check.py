"""What must agree between the files of a library: references, variables, the two languages.

Each check is a function from what was loaded to problems; ``CHECKS`` lists them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from contractkit.lang import LANGUAGES
from contractkit.library.capitals import capitalised_terms_are_defined
from contractkit.library.floors import bounds_meet_the_law
from contractkit.library.load import load
from contractkit.library.loaded import Loaded, Place
from contractkit.library.source import Source
from contractkit.library.terms import terms_are_defined_and_used
from contractkit.library.texts import all_texts, clause_file
from contractkit.library.twins import languages_agree
from contractkit.library.versions import published_texts_stand
from contractkit.model.standard import Problem, StandardClause, Template
from contractkit.model.typed import PARTY_FIELDS, typed
from contractkit.model.wording import Paragraph, Piece


def check(root: Path) -> tuple[Problem, ...]:
    """Every problem of the library under ``root``, by file, line and column."""
    loaded = load(root)
    found = [problem for one in CHECKS for problem in one(loaded)]
    return tuple(sorted({*loaded.problems, *found}))


def _variables_are_declared(loaded: Loaded) -> Iterator[Problem]:
    for file, _, text in all_texts(loaded):
        for paragraph, piece in text.pieces("value"):
            if message := _undeclared(loaded, piece, paragraph):
                yield Problem(file, paragraph.line, piece.column, message)
    for (name, code), template in loaded.templates.items():
        source = loaded.sources[f"templates/{code}/{name}.yaml"]
        for key, text in (("preamble", template.preamble), ("closing", template.closing)):
            for paragraph, piece in text.pieces("value"):
                if message := _undeclared(loaded, piece, paragraph):
                    yield source.problem((key,), message)


def _undeclared(loaded: Loaded, piece: Piece, paragraph: Paragraph) -> str:
    name, _, part = piece.name.partition(".")
    variable = loaded.variables.get(name)
    if variable is None and name in loaded.damaged:
        return ""
    if variable is None:
        return f"the variable {name} is not declared in any clause.yaml or in variables.yaml"
    if part and (variable.type != "party" or part not in PARTY_FIELDS):
        return f"{name} has no field {part!r}"
    if variable.type == "party" and not part:
        return f"{name} is a party: say which field, such as {{{name}.name}}"
    if piece.form and variable.type != "money":
        return f"{name} is no amount of money: nothing else is printed in words"
    if variable.type == "table" and len(paragraph.pieces) > 1:
        return f"the table {name} must stand in a paragraph of its own"
    return ""


def _variables_are_used(loaded: Loaded) -> Iterator[Problem]:
    used = {
        piece.name.partition(".")[0]
        for _, _, text in all_texts(loaded)
        for _, piece in text.pieces("value")
    }
    conditions = {name for clause in loaded.clauses.values() for name in clause.when}
    for clause in loaded.clauses.values():
        source = loaded.sources[clause_file(clause)]
        for name in clause.variables:
            if name not in used | conditions:
                yield source.problem(("variables", name), f"the variable {name} is never used")


def _defaults_fit(loaded: Loaded) -> Iterator[Problem]:
    for name, variable in loaded.variables.items():
        file, at = loaded.declared[name]
        for key, raw in (("default", variable.default), ("example", variable.example)):
            if raw is None:
                continue
            try:
                typed(variable, raw)
            except ValueError as error:
                yield loaded.sources[file].problem((*at, key), f"{key} of {name} {error}")


def _positions_fit(loaded: Loaded) -> Iterator[Problem]:
    for clause in loaded.clauses.values():
        for position in clause.positions:
            if position.variable not in {*loaded.variables, *loaded.damaged}:
                yield loaded.sources[clause_file(clause)].problem(
                    ("positions", position.variable),
                    f"a position on {position.variable}, which is not a variable",
                )


def _references_hold(loaded: Loaded) -> Iterator[Problem]:
    for file, code, text in all_texts(loaded):
        for paragraph, piece in text.pieces("reference"):
            target, _, item = piece.name.partition("#")
            if target not in loaded.clauses:
                message = f"there is no clause {target}"
            elif item and not item.isdecimal():
                message = f"{item!r} is not the number of a list item"
            elif item and not 0 < int(item) <= _items(loaded.clauses[target], code):
                message = f"{target} has no list item {item}"
            else:
                continue
            yield Problem(file, paragraph.line, piece.column, message)


def _items(clause: StandardClause, code: str) -> int:
    text = clause.texts.get(code)
    return sum(paragraph.level == 1 for paragraph in text.paragraphs) if text else 0


def _conditions_hold(loaded: Loaded) -> Iterator[Problem]:
    for clause in loaded.clauses.values():
        for name, wanted in clause.when.items():
            variable = loaded.variables.get(name)
            if name in loaded.damaged:
                continue
            if variable is None:
                message = f"when: {name} is not a variable"
            elif variable.choices and (unknown := set(wanted) - set(variable.choices)):
                message = f"when: {min(unknown)} is not a choice of {name}"
            else:
                continue
            yield loaded.sources[clause_file(clause)].problem(("when", name), message)


def _phrases_hold(loaded: Loaded) -> Iterator[Problem]:
    for clause in loaded.clauses.values():
        source = loaded.sources[clause_file(clause)]
        for key, phrases, wanted in (
            ("required", clause.required, True),
            ("prohibited", clause.prohibited, False),
        ):
            for code, words in phrases.items():
                text = clause.texts[code].source.casefold() if code in clause.texts else ""
                for word in words:
                    if (word.casefold() in text) is not wanted:
                        missing = "is missing from" if wanted else "stands in"
                        message = f"{key}: {word!r} {missing} standard.{code}.md"
                        yield source.problem((key, code), message)


def _templates_hold(loaded: Loaded) -> Iterator[Problem]:
    for (name, code), template in loaded.templates.items():
        source = loaded.sources[f"templates/{code}/{name}.yaml"]
        if template.name != name:
            yield source.problem(("name",), f"name: {template.name!r} is not the file's name")
        for role in template.parties:
            if role not in loaded.variables or loaded.variables[role].type != "party":
                message = f"parties: {role} is not a variable of type party"
                yield source.problem(("parties", role), message)
        for role, captions in template.persons.items():
            for caption in set(captions) - {*PARTY_FIELDS, *loaded.variables, *loaded.damaged}:
                message = f"persons: {caption} is neither a field of a party nor a variable"
                yield source.problem(("persons", role, caption), message)
        for role, captions in template.captions.items():
            if role not in template.parties or role in template.persons:
                message = f"captions: {role} is no party of the template, or a natural person"
                yield source.problem(("captions", role), message)
            for caption in set(captions) - {*PARTY_FIELDS}:
                message = f"captions: {caption} is not a field of a party"
                yield source.problem(("captions", role, caption), message)
        yield from _clauses_stand(loaded, source, code)
        yield from _same_outline(loaded, name, code, template)


def _clauses_stand(loaded: Loaded, source: Source, code: str) -> Iterator[Problem]:
    """What is wrong with the clauses of a template, each at its own line."""
    places: dict[str, Place] = {}
    for at, identity in _held(source.data):
        if identity in places:
            yield source.problem(at, f"the clause {identity} stands twice")
        elif identity not in loaded.clauses:
            yield source.problem(at, f"there is no clause {identity}")
        places.setdefault(identity, at)
    for identity in sorted(set(places) & set(loaded.clauses)):
        clause = loaded.clauses[identity]
        for target in sorted(_targets(clause, code) - set(places)):
            message = f"{identity} refers to {target}, which the template does not hold"
            yield source.problem(places[identity], message)
        for target in sorted(set(clause.needs) - set(places)):
            message = f"{identity} needs {target}, which the template does not hold"
            yield source.problem(places[identity], message)


def _held(data: object) -> Iterator[tuple[Place, str]]:
    """The clauses of an outline with their places in it."""
    outline = data if isinstance(data, dict) else {}
    for key in ("sections", "attachments"):
        for n, section in enumerate(outline.get(key) or ()):
            for m, identity in enumerate(section.get("clauses") or ()):
                yield (key, n, "clauses", m), identity


def _dependencies_hold(loaded: Loaded) -> Iterator[Problem]:
    for clause in loaded.clauses.values():
        source = loaded.sources[clause_file(clause)]
        for key, identities in (("needs", clause.needs), ("excludes", clause.excludes)):
            for position, identity in enumerate(identities):
                if identity not in loaded.clauses or identity == clause.id:
                    message = f"{key}: there is no other clause {identity}"
                    yield source.problem((key, position), message)


def _targets(clause: StandardClause, code: str) -> set[str]:
    if code not in clause.texts:
        return set()
    return {piece.name.partition("#")[0] for _, piece in clause.texts[code].pieces("reference")}


def _same_outline(loaded: Loaded, name: str, code: str, template: Template) -> Iterator[Problem]:
    source = loaded.sources[f"templates/{code}/{name}.yaml"]
    for other in LANGUAGES:
        twin = loaded.templates.get((name, other))
        if twin is None and f"templates/{other}/{name}.yaml" in loaded.sources:
            continue  # what is wrong with it is told there
        if twin is None:
            yield source.problem((), f"there is no templates/{other}/{name}.yaml")
        elif _order(twin) != _order(template):
            yield source.problem(
                ("sections",), f"the clauses are not those of the {other} template"
            )


def _order(template: Template) -> list[tuple[tuple[str, ...], bool]]:
    return [(section.clauses, section.attachment) for section in template.sections]


CHECKS: tuple[Callable[[Loaded], Iterator[Problem]], ...] = (
    _variables_are_declared,
    _variables_are_used,
    _defaults_fit,
    _positions_fit,
    _references_hold,
    _conditions_hold,
    _phrases_hold,
    _dependencies_hold,
    _templates_hold,
    languages_agree,
    terms_are_defined_and_used,
    capitalised_terms_are_defined,
    bounds_meet_the_law,
    published_texts_stand,
)
