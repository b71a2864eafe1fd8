"""Reports as data and as text: exactly what is documented, and nothing that is no plain JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from contractkit.compare import compare
from contractkit.errors import WriteError
from contractkit.lang import language
from contractkit.report import REPORTS, render
from tests.report.examples import EXAMPLES, example

KEYS = {
    "": {"base", "other", "pairs", "findings", "side", "verdict", "ignored"},
    "side": {"name", "title", "language", "clauses", "digest", "notes"},
    "pair": {"change", "score", "margin", "reason", "base", "other", "edits", "deltas"},
    "unit": {"id", "kind", "number", "heading", "text"},
    "edit": {"before", "after", "base", "other"},
    "delta": {"kind", "before", "after", "direction", "subject", "base", "other"},
    "finding": {
        "rule", "severity", "clause", "message", "basis", "before", "after", "kind", "standing",
        "other", "advice",
    },
}  # fmt: skip
WANTED = {
    "pair": {"change", "score", "reason", "base", "other", "edits", "deltas"},
    "unit": {"id", "number", "heading", "text"},
    "delta": {"kind", "before", "after", "direction"},
    "finding": KEYS["finding"],
}


def data(code: str) -> Any:
    return json.loads(render(example(code), "json"))


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_json_has_exactly_the_documented_keys(code: str) -> None:
    found = data(code)
    assert set(found) == KEYS[""]
    assert set(found["base"]) == set(found["other"]) == KEYS["side"]
    assert found["pairs"]
    assert found["findings"]
    parts = {
        "pair": found["pairs"],
        "unit": [u for p in found["pairs"] for u in (p["base"], p["other"]) if u is not None],
        "edit": [edit for pair in found["pairs"] for edit in pair["edits"]],
        "delta": [delta for pair in found["pairs"] for delta in pair["deltas"]],
        "finding": found["findings"],
    }
    for name, objects in parts.items():
        assert objects, name
        for one in objects:
            extra = set(one) - KEYS[name] - {"standard"}
            assert not extra, (name, extra)
            assert set(one) >= WANTED.get(name, KEYS[name])


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_json_tells_what_the_comparison_holds(code: str) -> None:
    comparison, found = example(code), data(code)
    assert [pair["change"] for pair in found["pairs"]] == [p.change for p in comparison.pairs]
    assert [f["message"] for f in found["findings"]] == [f.message for f in comparison.findings]
    for pair in found["pairs"]:
        for edit in pair["edits"]:
            start, end = edit["base"]
            assert pair["base"]["text"][start:end] == edit["before"]
            start, end = edit["other"]
            assert pair["other"]["text"][start:end] == edit["after"]
        if pair["change"] in ("added", "removed"):
            assert (pair["base"] is None) is (pair["change"] == "added")


@pytest.mark.parametrize("form", REPORTS)
def test_the_same_comparison_gives_the_same_bytes(form: str) -> None:
    assert render(example("zh"), form) == render(example("zh"), form)


def test_the_json_keeps_hanzi_readable() -> None:
    assert "付款" in render(example("zh"), "json").decode()


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_text_has_one_line_for_each_finding(code: str) -> None:
    comparison = example(code)
    lines = render(comparison, "txt").decode().splitlines()
    marked = [line for line in lines if line.startswith("[")]
    assert len(marked) == len(comparison.findings)
    for line, finding in zip(marked, comparison.findings, strict=True):
        assert finding.message in line
        assert f"[{language(code).labels[finding.severity]}]" in line
    assert sum(language(code).labels["basis"] in line for line in lines) == sum(
        bool(finding.basis) for finding in comparison.findings
    )


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_text_says_when_there_is_nothing_to_decide(code: str) -> None:
    one = EXAMPLES[code][0]
    told = render(compare(one, one), "txt").decode()
    assert language(code).labels["no_findings"] in told


def test_an_unknown_form_is_refused_with_the_known_ones() -> None:
    with pytest.raises(WriteError, match="html, json, txt"):
        render(example("zh"), "rtf")
