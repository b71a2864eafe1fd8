"""The JSON Schema of a template's values holds of the examples, and of nothing that is wrong."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest
import yaml

from contractkit.intake import json_schema, questions
from contractkit.lang import language
from contractkit.model.standard import Library
from tests.cli.run import ROOT
from tests.intake.test_sheet import NAMES

jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")


def schema(library: Library, template: str, code: str) -> dict[str, Any]:
    groups = questions(library, template, code)
    return json_schema(groups, title=template, language=language(code))


def example(template: str) -> Any:
    """The example as other programs read it: numbers as numbers, dates as their text."""
    text = Path(ROOT / "examples" / f"{template}.yaml").read_text(encoding="utf-8")
    return _dates_as_text(yaml.safe_load(text))


def _dates_as_text(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _dates_as_text(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_dates_as_text(value) for value in data]
    return data if isinstance(data, str | int | float) else str(data)


@pytest.mark.parametrize("template", NAMES)
@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_examples_are_valid(library: Library, template: str, code: str) -> None:
    found = schema(library, template, code)
    jsonschema.Draft202012Validator.check_schema(found)
    jsonschema.Draft202012Validator(found).validate(example(template))


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"rate_basis": "guess"}, ["rate_basis"]),
        ({"authorized_sessions": 0}, ["authorized_sessions"]),
        ({"authorized_sessions": 2.5}, ["authorized_sessions"]),
        ({"authorized_sessions": "ten"}, ["authorized_sessions"]),
        ({"effective_date": "31/12/2026"}, ["effective_date"]),
        ({"payer": {"code": "1"}}, ["payer"]),
        ({"member_name": {"fr": "Jean"}}, ["member_name"]),
        ({"single_case_lines": []}, ["single_case_lines"]),
        ({"no_such_thing": 1}, []),
    ],
)
def test_what_is_wrong_is_not(library: Library, change: dict[str, Any], where: list[str]) -> None:
    values = copy.deepcopy(example("single-case")) | change
    validator = jsonschema.Draft202012Validator(schema(library, "single-case", "en"))
    errors = list(validator.iter_errors(values))
    assert [list(error.absolute_path) for error in errors] == [where]


def test_labels_help_defaults_and_bounds_are_told(library: Library) -> None:
    found = schema(library, "single-case", "en")
    assert found["properties"]["clean_claim_days"]["title"] == "Time to pay a clean claim"
    assert found["properties"]["authorized_sessions"]["maximum"] == 120
    assert "payer" in found["required"]
    assert "clean_claim_days" not in found["required"]
    zh = schema(library, "single-case", "zh")["properties"]
    assert zh["member_name"]["title"] == "参保人姓名"
