"""Questions -> a JSON Schema (2020-12) of the values, for editors and for other programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from contractkit.intake.cells import WHOLE, unit
from contractkit.intake.questions import Group
from contractkit.lang import LANGUAGES
from contractkit.lang.base import Language
from contractkit.model.standard import Texts, Variable
from contractkit.model.typed import PARTY_FIELDS

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NUMBER = r"^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$"
_WHOLE = r"^-?(\d+|\d{1,3}(,\d{3})+)$"
_PERCENT = r"^-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?%?$"

Schema = dict[str, Any]


def json_schema(groups: Sequence[Group], *, title: str, language: Language) -> Schema:
    """The schema of the values that ``groups`` ask for, its words in ``language``.

    Required is what has no default and is used whatever is chosen. A number may be written as a
    text too ("11,860"), since YAML and spreadsheets do; a text may be given by language.
    """
    asked = [question for group in groups for question in group.questions]
    return {
        "$schema": DIALECT,
        "title": title,
        "type": "object",
        "properties": {
            one.variable.name: _described(one.variable, language, one.fields) for one in asked
        },
        "required": [one.variable.name for one in asked if one.required],
        "additionalProperties": False,
        "$defs": {"text": _TEXT},
    }


_TEXT: Schema = {
    "anyOf": [
        {"type": "string", "pattern": r"\S"},
        {
            "type": "object",
            "properties": {code: {"type": "string", "pattern": r"\S"} for code in LANGUAGES},
            "minProperties": 1,
            "additionalProperties": False,
        },
    ]
}


def _described(
    variable: Variable, language: Language, fields: Texts = MappingProxyType({})
) -> Schema:
    """The schema of a variable with the words that explain it; ``fields`` are a party's labels."""
    code = language.code
    told = (variable.help.get(code, ""), unit(variable, language))
    described: Schema = {"title": variable.label[code]}
    if text := language.labels["intake.join"].join(part for part in told if part):
        described["description"] = text
    if variable.default is not None:
        described["default"] = variable.default
    if variable.example is not None:
        described["examples"] = [variable.example]
    return {**described, **_shape(variable, language, fields)}


def _shape(variable: Variable, language: Language, labels: Texts) -> Schema:
    if variable.type == "choice":
        return {"enum": list(variable.choices)}
    if variable.type == "party":
        text = {"$ref": "#/$defs/text"}
        titles = {**language.labels, **labels}
        return _object(
            {field: {"title": titles[field], **text} for field in PARTY_FIELDS}, ["name"]
        )
    if variable.type == "table":
        columns = {column.name: _described(column, language) for column in variable.columns}
        needed = [column.name for column in variable.columns if column.default is None]
        return {"type": "array", "minItems": 1, "items": _object(columns, needed)}
    if variable.type in _SIMPLE:
        return dict(_SIMPLE[variable.type])
    return _number(variable)


_SIMPLE: Mapping[str, Schema] = {
    "text": {"$ref": "#/$defs/text"},
    "yes_no": {"enum": [True, False, "yes", "no", "是", "否"]},
    "date": {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
}


def _number(variable: Variable) -> Schema:
    """A number with its bounds, which JSON Schema checks on numbers alone, or one in a text."""
    whole = variable.type in WHOLE
    pattern = _WHOLE if whole else _PERCENT if variable.type == "percent" else _NUMBER
    bounds = (("minimum", variable.minimum), ("maximum", variable.maximum))
    return {
        "type": ["integer" if whole else "number", "string"],
        **{name: _plain(bound) for name, bound in bounds if bound is not None},
        "pattern": pattern,
    }


def _plain(number: Decimal) -> int | float:
    return int(number) if number == number.to_integral_value() else float(number)


def _object(properties: Schema, required: list[str]) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
