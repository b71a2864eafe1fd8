"""The shapes of clause.yaml, variables.yaml, rules.yaml and a template's outline.

Validated by pydantic, so that all mistakes of a file are told at once; unknown keys are mistakes.
"""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from contractkit.lang import LANGUAGES
from contractkit.model.standard import Severity, VariableType

CONDITION = re.compile(r"(>=|<=|==|>|<)-?\d+(\.\d+)?|-?\d+(\.\d+)?\.\.-?\d+(\.\d+)?")
NAME = r"^[a-z][a-z0-9_]*$"


def _all_languages(texts: dict[str, Any]) -> dict[str, Any]:
    missing = [code for code in LANGUAGES if code not in texts]
    unknown = [code for code in texts if code not in LANGUAGES]
    if missing:
        raise ValueError(f"the text in {missing[0]} is missing")
    if unknown:
        raise ValueError(f"unknown language {unknown[0]}")
    return texts


def _known_languages(texts: dict[str, Any]) -> dict[str, Any]:
    if unknown := [code for code in texts if code not in LANGUAGES]:
        raise ValueError(f"unknown language {unknown[0]}")
    return texts


def _iso_date(text: str) -> str:
    datetime.date.fromisoformat(text)
    return text


def _condition(text: str) -> str:
    if text and not CONDITION.fullmatch(text):
        raise ValueError(f"{text!r} is not a condition such as >=30, <=60 or 30..60")
    return text


Texts = Annotated[dict[str, str], AfterValidator(_all_languages)]
Phrases = Annotated[dict[str, tuple[str, ...]], AfterValidator(_known_languages)]
Replacements = Annotated[dict[str, dict[str, str]], AfterValidator(_known_languages)]
Date = Annotated[str, AfterValidator(_iso_date)]
Condition = Annotated[str, AfterValidator(_condition)]


class Shape(BaseModel):
    """What all shapes share: frozen, and no key that is not known."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class VariableShape(Shape):
    """A variable of clause.yaml or variables.yaml, or a column of a table."""

    type: VariableType
    label: Texts
    help: Texts | dict[str, str] = Field(default_factory=dict)
    default: Any = None
    min: Decimal | None = None
    max: Decimal | None = None
    currency: Literal["", "CNY", "USD"] = ""
    choices: dict[str, Texts] = Field(default_factory=dict)
    columns: dict[str, VariableShape] = Field(default_factory=dict)
    example: Any = None

    @model_validator(mode="after")
    def _whole(self) -> VariableShape:
        for name, wanted, given in (
            ("choices", self.type == "choice", bool(self.choices)),
            ("columns", self.type == "table", bool(self.columns)),
            ("currency", self.type == "money", bool(self.currency)),
        ):
            if wanted != given:
                raise ValueError(f"{name} {'are missing' if wanted else 'do not fit the type'}")
        return self


class PositionShape(Shape):
    """The playbook's position on one variable."""

    better: Literal["more", "less"]
    preferred: Condition
    acceptable: Condition
    walk_away: Condition = ""
    escalate_to: str = ""


class ClauseShape(Shape):
    """clause.yaml: what is true of a clause in both languages."""

    version: Annotated[str, Field(pattern=r"^\d+\.\d+$")]
    status: Literal["draft", "published", "retired"]
    effective: Date
    owner: str
    change: str
    title: Texts
    basis: tuple[str, ...] = ()
    when: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    variables: dict[Annotated[str, Field(pattern=NAME)], VariableShape] = Field(
        default_factory=dict
    )
    positions: dict[str, PositionShape] = Field(default_factory=dict)
    fallbacks: tuple[str, ...] = ()
    required: Phrases = Field(default_factory=dict)
    prohibited: Phrases = Field(default_factory=dict)
    severity: Severity = "medium"
    needs: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    languages: Literal["", "one", "two"] = ""

    @model_validator(mode="before")
    @classmethod
    def _fallbacks_stand_with_positions(cls, data: Any) -> Any:
        if isinstance(data, dict) and isinstance(data.get("positions"), dict):
            positions = dict(data["positions"])
            fallbacks = positions.pop("fallbacks", ())
            return {**data, "positions": positions, "fallbacks": fallbacks}
        return data


class SectionShape(Shape):
    """A chapter or an attachment of a template."""

    heading: str
    clauses: Annotated[tuple[str, ...], Field(min_length=1)]


class TemplateShape(Shape):
    """A template's outline in one language."""

    name: str
    look: str
    title: str
    parties: dict[str, str]
    preamble: str
    sections: Annotated[tuple[SectionShape, ...], Field(min_length=1)]
    attachments: tuple[SectionShape, ...] = ()
    closing: str = ""
    persons: dict[str, dict[str, str]] = Field(default_factory=dict)
    captions: dict[str, dict[str, str]] = Field(default_factory=dict)
    contents: bool = False


class RuleShape(Shape):
    """A rule of law: a floor, a ceiling, a void, or names that have changed."""

    id: str
    severity: Severity
    basis: str
    message: Texts
    subjects: Phrases = Field(default_factory=dict)
    verbs: Phrases = Field(default_factory=dict)
    kind: str = ""
    minimum: str = ""
    maximum: str = ""
    phrases: Phrases = Field(default_factory=dict)
    unless: Phrases = Field(default_factory=dict)
    replace: Replacements = Field(default_factory=dict)
    templates: tuple[str, ...] = ()
