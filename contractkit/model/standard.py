"""The clause library as data: what legal staff keep, validated and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from contractkit.model.wording import Wording

VariableType = Literal[
    "text",
    "choice",
    "yes_no",
    "integer",
    "decimal",
    "percent",
    "multiple",
    "money",
    "years",
    "months",
    "days",
    "business_days",
    "hours",
    "date",
    "party",
    "table",
]
Severity = Literal["high", "medium", "low"]
Texts = Mapping[str, str]
"""A text in each language, by its code."""
BOTH = "both"
"""In the place of a language's code: two languages in two columns."""

COVER = ("agreement_number", "signing_place", "effective_date", "expiry_date")
"""The variables that every look prints on its cover."""


@dataclass(frozen=True, slots=True)
class Variable:
    """What a person fills in: its type, bounds, and the words that explain it.

    ``minimum`` and ``maximum`` are in the type's own unit. ``choices`` maps each value to the words
    that are printed; ``columns`` are a table's columns.
    """

    name: str
    type: VariableType
    label: Texts
    help: Texts = field(default_factory=dict)
    default: object = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    currency: str = ""
    choices: Mapping[str, Texts] = field(default_factory=dict)
    columns: tuple[Variable, ...] = ()
    example: object = None


@dataclass(frozen=True, slots=True)
class Position:
    """What the payer wants of one variable: the playbook.

    ``better`` is ``more`` or ``less``; ``preferred``, ``acceptable`` and ``walk_away`` are
    conditions such as ``>=30``, ``<=60`` or ``30..60``.
    """

    variable: str
    better: Literal["more", "less"]
    preferred: str
    acceptable: str
    walk_away: str = ""
    escalate_to: str = ""


@dataclass(frozen=True, slots=True)
class StandardClause:
    """A clause of the library in all its languages, with its playbook.

    ``texts`` and each of ``fallbacks`` hold the wording by language; ``when`` are equalities that
    the values must fulfil for the clause to stand in an agreement; ``languages`` says that it
    stands in agreements in one language, or in two, only. An agreement that holds the clause must
    hold those that it ``needs`` and none that it ``excludes``. ``variables`` are the names of those
    that it declares, ``declared`` what they were in this version; ``archive`` are its superseded
    versions.
    """

    id: str
    version: str
    status: Literal["draft", "published", "retired"]
    effective: str
    owner: str
    change: str
    title: Texts
    basis: tuple[str, ...]
    texts: Mapping[str, Wording]
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    variables: tuple[str, ...] = ()
    positions: tuple[Position, ...] = ()
    fallbacks: tuple[Mapping[str, Wording], ...] = ()
    required: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    prohibited: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    severity: Severity = "medium"
    needs: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    languages: Literal["", "one", "two"] = ""
    declared: Mapping[str, Variable] = field(default_factory=dict)
    archive: tuple[StandardClause, ...] = ()

    def versions(self) -> tuple[StandardClause, ...]:
        """This version and the superseded ones, the newest first."""
        return tuple(sorted((self, *self.archive), key=_age, reverse=True))


def _age(clause: StandardClause) -> tuple[str, tuple[int, ...]]:
    """The day from which a version is used, then its number: by these versions follow."""
    return clause.effective, tuple(map(int, clause.version.split(".")))


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter or an attachment of a template: its heading and the ids of its clauses."""

    heading: str
    clauses: tuple[str, ...]
    attachment: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """An agreement's outline in one language; ``look`` is the Word file that it is printed with.

    ``persons`` are the roles that a natural person fills, each with what is printed of that person:
    a field of the party or a variable, and the words before it. ``captions`` are, by role, the
    words before a field of another party where they are not the language's own. ``contents`` says
    that a table of contents stands after the cover.
    """

    name: str
    language: str
    title: str
    parties: Texts
    preamble: Wording
    sections: tuple[Section, ...]
    closing: Wording
    look: str
    persons: Mapping[str, Texts] = field(default_factory=dict)
    captions: Mapping[str, Texts] = field(default_factory=dict)
    contents: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """What the law fixes, whatever the parties agree.

    A *floor* or *ceiling* holds a value of kind ``kind`` that is said of ``subjects``, with one of
    ``verbs`` in the same part of the sentence, against ``minimum`` or ``maximum``. A *void* finds
    words in ``phrases`` that must not be agreed, unless one of ``unless`` stands in the same
    sentence, and of ``subjects``, if any, where one stands there too. ``replace`` says what to
    write for a phrase; without ``phrases`` its keys are *names* that have changed, of bodies and
    statutes. Words are by language; ``templates`` limits a rule to agreements made from these.
    """

    id: str
    severity: Severity
    basis: str
    message: Texts
    subjects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    verbs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kind: str = ""
    minimum: str = ""
    maximum: str = ""
    phrases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unless: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    replace: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    templates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """All clauses, variables, templates and rules of a library; ``digest`` is that of its files."""

    clauses: Mapping[str, StandardClause]
    variables: Mapping[str, Variable]
    templates: Mapping[tuple[str, str], Template]
    looks: Mapping[tuple[str, str], bytes]
    rules: tuple[Rule, ...] = ()
    digest: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """A mistake in the library: ``file:line:column: message``. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"
