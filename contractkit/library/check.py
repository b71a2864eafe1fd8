"""What must agree between the files of a library: references, variables, the two languages.

Each check is a function from what was loaded to problems; ``CHECKS`` lists them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from contractkit.lang import LANGUAGES, language
from contractkit.library.load import CLAUSES, Loaded, load
from contractkit.model.standard import Problem, StandardClause, Template
from contractkit.model.typed import PARTY_FIELDS, typed
from contractkit.model.wording import Paragraph, Piece, Wording


def check(root: Path) -> tuple[Problem, ...]:
    """Every problem of the library under ``root``, by file, line and column."""
    loaded = load(root)
    found = [problem for one in CHECKS for problem in one(loaded)]
    return tuple(sorted({*loaded.problems, *found}))


def _texts(clause: StandardClause) -> Iterator[tuple[str, str, Wording]]:
    """Each text of a clause: its name, its language, its wording."""
    for code, text in clause.texts.items():
        yield "standard", code, text
    for number, fallback in enumerate(clause.fallbacks, 1):
        for code, text in fallback.items():
            yield f"fallback-{number}", code, text


def _file(clause: StandardClause, name: str, code: str) -> str:
    return f"{CLAUSES}/{clause.id}/{name}.{code}.md"


def _yaml(clause: StandardClause) -> str:
    return f"{CLAUSES}/{clause.id}/clause.yaml"


def _all_texts(loaded: Loaded) -> Iterator[tuple[str, str, Wording]]:
    """Each text of the library: its file, its language, its wording."""
    for clause in loaded.clauses.values():
        for name, code, text in _texts(clause):
            yield _file(clause, name, code), code, text


def _variables_are_declared(loaded: Loaded) -> Iterator[Problem]:
    for file, _, text in _all_texts(loaded):
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
        for _, _, text in _all_texts(loaded)
        for _, piece in text.pieces("value")
    }
    conditions = {name for clause in loaded.clauses.values() for name in clause.when}
    for clause in loaded.clauses.values():
        source = loaded.sources[_yaml(clause)]
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
            if position.variable not in loaded.variables:
                yield loaded.sources[_yaml(clause)].problem(
                    ("positions", position.variable),
                    f"a position on {position.variable}, which is not a variable",
                )


def _references_hold(loaded: Loaded) -> Iterator[Problem]:
    for file, code, text in _all_texts(loaded):
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
            if variable is None:
                message = f"when: {name} is not a variable"
            elif variable.choices and (unknown := set(wanted) - set(variable.choices)):
                message = f"when: {min(unknown)} is not a choice of {name}"
            else:
                continue
            yield loaded.sources[_yaml(clause)].problem(("when", name), message)


def _phrases_hold(loaded: Loaded) -> Iterator[Problem]:
    for clause in loaded.clauses.values():
        source = loaded.sources[_yaml(clause)]
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


def _languages_agree(loaded: Loaded) -> Iterator[Problem]:
    first, *rest = LANGUAGES
    for clause in loaded.clauses.values():
        for name, texts in (
            ("standard", clause.texts),
            *((f"fallback-{n}", fallback) for n, fallback in enumerate(clause.fallbacks, 1)),
        ):
            for code in rest:
                if first in texts and code in texts:
                    file = _file(clause, name, code)
                    yield from _halves(file, first, texts[first], code, texts[code])


def _halves(file: str, one: str, base: Wording, two: str, other: Wording) -> Iterator[Problem]:
    if [p.level for p in base.paragraphs] != [p.level for p in other.paragraphs]:
        yield Problem(file, 1, 1, f"paragraphs and list items are not those of the {one} text")
        return
    for left, right in zip(base.paragraphs, other.paragraphs, strict=True):
        for what, facts in (
            ("variables", _names("value")),
            ("references", _names("reference")),
            ("values", _values),
        ):
            missing = facts(left, one) - facts(right, two)
            extra = facts(right, two) - facts(left, one)
            if missing or extra:
                message = (
                    f"{what} differ: {_list(missing)} in {one} line {left.line}, "
                    f"{_list(extra)} in {two}"
                )
                yield Problem(file, right.line, 1, message)


def _list(found: Counter[str]) -> str:
    return ", ".join(sorted(found)) or "nothing"


def _names(kind: str) -> Callable[[Paragraph, str], Counter[str]]:
    def names(paragraph: Paragraph, _code: str) -> Counter[str]:
        return Counter(piece.name for piece in paragraph.pieces if piece.kind == kind)

    return names


# A count, score or citation is worded differently in each language; these are not.
_COMPARABLE = ("date", "duration", "money", "percent", "multiple")


def _values(paragraph: Paragraph, code: str) -> Counter[str]:
    return Counter(
        found.value for found in language(code).values(paragraph.text) if found.kind in _COMPARABLE
    )


def _templates_hold(loaded: Loaded) -> Iterator[Problem]:
    for (name, code), template in loaded.templates.items():
        source = loaded.sources[f"templates/{code}/{name}.yaml"]
        if template.name != name:
            yield source.problem(("name",), f"name: {template.name!r} is not the file's name")
        for role in template.parties:
            if role not in loaded.variables or loaded.variables[role].type != "party":
                message = f"parties: {role} is not a variable of type party"
                yield source.problem(("parties", role), message)
        held = Counter(identity for section in template.sections for identity in section.clauses)
        for identity in sorted(identity for identity, count in held.items() if count > 1):
            yield source.problem(("sections",), f"the clause {identity} stands twice")
        inside = set(held)
        for identity in sorted(inside - set(loaded.clauses)):
            yield source.problem(("sections",), f"there is no clause {identity}")
        for identity in sorted(inside & set(loaded.clauses)):
            for target in sorted(_targets(loaded.clauses[identity], code) - inside):
                message = f"{identity} refers to {target}, which the template does not hold"
                yield source.problem(("sections",), message)
        yield from _same_outline(loaded, name, code, template)


def _targets(clause: StandardClause, code: str) -> set[str]:
    if code not in clause.texts:
        return set()
    return {piece.name.partition("#")[0] for _, piece in clause.texts[code].pieces("reference")}


def _same_outline(loaded: Loaded, name: str, code: str, template: Template) -> Iterator[Problem]:
    source = loaded.sources[f"templates/{code}/{name}.yaml"]
    for other in LANGUAGES:
        twin = loaded.templates.get((name, other))
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
    _languages_agree,
    _templates_hold,
)
