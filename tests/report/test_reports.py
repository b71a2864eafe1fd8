"""Reports as data and as text: exactly what is documented, and nothing that is no plain JSON."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

import pytest
from markdown_it import MarkdownIt
from rich.cells import cell_len

from contractkit.compare import compare
from contractkit.errors import WriteError
from contractkit.lang import language
from contractkit.report import REPORTS, comparison_terminal, render
from contractkit.sheets import read_sheets
from tests.builders import agreement
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
    with pytest.raises(WriteError, match="html, xlsx, json, md, txt"):
        render(example("zh"), "rtf")


def sheets(code: str) -> dict[str, tuple[tuple[object, ...], ...]]:
    return {s.name: s.rows for s in read_sheets(render(example(code), "xlsx"), "report.xlsx")}


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_workbook_lists_every_finding_and_every_pair(code: str) -> None:
    comparison, words, found = example(code), language(code).labels, sheets(code)
    issues = found[words["findings"]]
    assert [row[3] for row in issues[1:]] == [f.message for f in comparison.findings]
    assert [row[0] for row in issues[1:]] == list(range(1, len(comparison.findings) + 1))
    assert len(found[words["pairs"]]) == 1 + len(comparison.pairs)
    deltas = [delta for pair in comparison.pairs for delta in pair.deltas]
    assert len(found[words["differences"]]) == 1 + len(deltas)


def test_a_formula_in_a_draft_stays_a_text_in_the_workbook() -> None:
    formula = "=HYPERLINK(A1)"
    base = agreement("1. Payment | The Payer pays within 30 days.", language="en")
    other = agreement(f"1. Payment | {formula} pays within 60 days.", language="en", name=formula)
    data = render(compare(base, other), "xlsx")
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        assert not [n for n in book.namelist() if b"<f>" in book.read(n)]
    assert formula.encode() in b"".join(_parts(data))


def _parts(data: bytes) -> Iterator[bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        yield from (book.read(name) for name in book.namelist())


@pytest.mark.parametrize("code", EXAMPLES)
def test_nothing_in_a_draft_is_markup_in_the_markdown(code: str) -> None:
    page = MarkdownIt("commonmark").enable("table").render(render(example(code), "md").decode())
    assert "<script" not in page
    assert "<i " not in page
    assert page.count("<tr>") == 2 + len(example(code).findings) + len(example(code).pairs)


@pytest.mark.parametrize("code", EXAMPLES)
@pytest.mark.parametrize("width", [40, 80, 132])
def test_no_line_on_the_terminal_is_wider_than_it(code: str, width: int) -> None:
    lines = comparison_terminal(example(code), width).splitlines()
    assert max(map(cell_len, lines)) <= width
    told = "".join("".join(lines).split())
    for finding in example(code).findings:
        assert "".join(finding.message.split())[:12] in told or width == 40
    assert len(lines) > len(example(code).findings)


def test_a_draft_cannot_paint_on_the_terminal() -> None:
    base = agreement("1. Payment | The Payer pays within 30 days.", language="en")
    other = agreement("1. Pay[bold]\x1b[2J | The Payer pays within 60 days.", language="en")
    told = comparison_terminal(compare(base, other), 80)
    assert "\x1b" not in told
    assert "[bold]" in told
