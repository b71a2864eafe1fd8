"""What a template wants to know, in the order of its agreement: a question for each variable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from contractkit.errors import AssemblyError
from contractkit.lang import language as language_of
from contractkit.model.standard import COVER, Library, StandardClause, Template, Texts, Variable
from contractkit.model.typed import PARTY_FIELDS


@dataclass(frozen=True, slots=True)
class Question:
    """A variable that is asked for, with the titles of the clauses that print it.

    ``when`` are the conditions of its clauses, (variable, the values that it must have), where it
    is used under conditions alone. ``fields`` are those of a party, with their labels.
    """

    variable: Variable
    clauses: tuple[str, ...] = ()
    when: tuple[tuple[Variable, tuple[str, ...]], ...] = ()
    fields: Texts = field(default_factory=dict)

    @property
    def required(self) -> bool:
        """Whether it must be answered, whatever the other answers are."""
        return self.variable.default is None and not self.when


@dataclass(frozen=True, slots=True)
class Group:
    """The questions of one chapter of the agreement, under its heading."""

    heading: str
    questions: tuple[Question, ...]


def questions(library: Library, template: str, language: str) -> tuple[Group, ...]:
    """All that ``template`` wants to know: the parties and the cover first, then by chapter.

    A variable stands where it is first used. Raises AssemblyError when there is no such template.
    """
    outline = library.templates.get((template, language))
    if outline is None:
        names = sorted({name for name, code in library.templates if code == language})
        raise AssemblyError(
            f"there is no template {template!r} in {language}", hint=f"one of {', '.join(names)}"
        )
    uses = _uses(library, outline)
    basics = language_of(language).labels["intake.basics"]
    asked = set[str]()
    groups = []
    for heading, names in ((basics, list(_basics(outline))), *_chapters(library, outline)):
        fresh = [name for name in dict.fromkeys(names) if name not in asked]
        asked.update(fresh)
        if fresh:
            group = (_question(library, outline, name, uses.get(name, [])) for name in fresh)
            groups.append(Group(heading, tuple(group)))
    return tuple(groups)


def _basics(outline: Template) -> Iterator[str]:
    yield from COVER
    for text in (outline.preamble, outline.closing):
        yield from (name for name in text.variables() if name not in outline.parties)
    yield from outline.parties


def _chapters(library: Library, outline: Template) -> Iterator[tuple[str, list[str]]]:
    for section in outline.sections:
        found = (library.clauses[identity] for identity in section.clauses)
        yield section.heading, [name for one in found for name in _names(one, outline.language)]


def _names(clause: StandardClause, language: str) -> Iterator[str]:
    yield from clause.when
    yield from clause.texts[language].variables()


def _uses(library: Library, outline: Template) -> dict[str, list[StandardClause]]:
    """The clauses that each variable is used in."""
    uses: dict[str, list[StandardClause]] = {}
    for section in outline.sections:
        for clause in map(library.clauses.__getitem__, section.clauses):
            for name in dict.fromkeys(_names(clause, outline.language)):
                uses.setdefault(name, []).append(clause)
    return uses


def _question(
    library: Library, outline: Template, name: str, clauses: list[StandardClause]
) -> Question:
    conditional = clauses and all(one.when and name not in one.when for one in clauses)
    when = {
        key: (library.variables[key], values)
        for one in clauses
        for key, values in one.when.items()
        if conditional
    }
    titles = dict.fromkeys(one.title[outline.language] for one in clauses)
    variable = library.variables[name]
    fields = _fields(library, outline, name) if variable.type == "party" else {}
    return Question(variable, tuple(titles), tuple(when.values()), fields)


def _fields(library: Library, outline: Template, role: str) -> Texts:
    """The label of each field of a party; of a natural person those that the agreement prints."""
    labels = language_of(outline.language).labels
    person = outline.persons.get(role)
    captions = outline.captions.get(role, {}) if person is None else person
    held = [library.clauses[one] for section in outline.sections for one in section.clauses]
    texts = (outline.preamble, outline.closing, *(one.texts[outline.language] for one in held))
    printed = {piece.name for text in texts for _, piece in text.pieces("value")}
    return {
        name: captions.get(name, labels[name])
        for name in PARTY_FIELDS
        if person is None or name == "name" or name in person or f"{role}.{name}" in printed
    }
