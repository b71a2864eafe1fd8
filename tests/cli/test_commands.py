"""contractkit read, compare, review and library: what they print and how they exit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.run import ROOT, Runner
from tests.library.small import swap, write_small

TEXT_A = "甲服务协议\n第一条 付款\n甲方应当在30日内付款。\n第二条 保密\n双方应当保密。\n"
TEXT_B = TEXT_A.replace("30日", "60日")


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The hospital agreement in zh, as ``contractkit generate`` issues it."""
    from contractkit import assemble, default_root, load_library, read_values_file, write

    library = load_library(default_root())
    values = read_values_file(ROOT / "examples" / "hospital-service.yaml")
    agreement = assemble(library, "hospital-service", values, language="zh")
    path = tmp_path_factory.mktemp("issued") / "issued.docx"
    path.write_bytes(write(agreement, ".docx", look=library.looks["zh", "agreement.docx"]))
    return path


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    a, b = tmp_path / "a.txt", tmp_path / "b.txt"
    a.write_text(TEXT_A, encoding="utf-8")
    b.write_text(TEXT_B, encoding="utf-8")
    return a, b


def test_read_prints_a_line_a_clause(run: Runner, sides: tuple[Path, Path]) -> None:
    ran = run("read", sides[0])
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "甲服务协议 (zh)",
        "第一条 付款 | 甲方应当在30日内付款。",
        "第二条 保密 | 双方应当保密。",
    ]


def test_read_prints_the_agreement_as_json(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "服务协议\n甲方：某中心\n第一条 付款：\n（一）按月。\n甲方（盖章）：", encoding="utf-8"
    )
    data = json.loads(run("read", path, "--json").out)
    assert data["parties"] == [{"title": "甲方", "role": "payer", "name": "某中心"}]
    assert [(part["kind"], part["text"]) for part in data["preamble"]] == [
        ("title", "服务协议"),
        ("party", "甲方：某中心"),
    ]
    assert data["clauses"][1] == {
        "number": "1.1",
        "label": "（一）",
        "heading": "",
        "text": "按月。",
        "level": 1,
        "kind": "item",
        "scope": "",
    }
    assert [part["kind"] for part in data["closing"]] == ["signature"]


def test_our_own_agreement_leaves_nothing_unread(run: Runner, issued: Path) -> None:
    ran = run("read", issued)
    assert ran.code == 0
    assert ran.err == ""
    assert ran.out.startswith("基本医疗保险定点医疗机构医疗服务协议 (zh)\n甲方: ")


def test_a_document_compared_with_itself_has_no_findings(run: Runner, issued: Path) -> None:
    ran = run("compare", issued, issued, "--json")
    data = json.loads(ran.out)
    assert (ran.code, data["findings"]) == (0, [])
    assert {pair["change"] for pair in data["pairs"]} == {"same"}


def test_a_change_is_a_finding_and_exit_code_1(run: Runner, sides: tuple[Path, Path]) -> None:
    ran = run("compare", *sides, "--json")
    data = json.loads(ran.out)
    assert ran.code == 1
    assert set(data) == {"base", "other", "pairs", "findings", "side", "verdict", "ignored"}
    changed = [pair for pair in data["pairs"] if pair["change"] == "edited"]
    assert [pair["base"]["number"] for pair in changed] == ["第一条"]
    assert [(d["before"], d["after"]) for d in changed[0]["deltas"]] == [("<=P30D", "<=P60D")]
    assert {finding["clause"] for finding in data["findings"]} == {"第一条"}


def test_a_report_is_written_by_its_suffix(run: Runner, sides: tuple[Path, Path]) -> None:
    folder = sides[0].parent
    for suffix, start in (("html", "<!doctype html>"), ("json", "{"), ("txt", "结论: ")):
        out = folder / f"report.{suffix}"
        ran = run("compare", *sides, "-o", out)
        assert ran.code == 1
        assert ran.out.splitlines()[-1] == str(out)
        assert out.read_text(encoding="utf-8").lower().startswith(start)
        assert run("compare", *sides, "-o", out).error.startswith(f"{out}: the file exists")
    assert run("compare", *sides, "-o", folder / "report.pdf").code == 15
    assert not (folder / "report.pdf").exists()


@pytest.mark.parametrize("against", [(), ("--against", "hospital-service"), ("--against", "SELF")])
def test_an_issued_agreement_answers_its_own_standard_clauses(
    run: Runner, issued: Path, against: tuple[str, ...]
) -> None:
    options = [issued if word == "SELF" else word for word in against]
    data = json.loads(run("review", issued, *options, "--json").out)
    clauses = [pair for pair in data["pairs"] if pair["base"] and pair["base"]["number"]]
    assert len(clauses) > 50
    assert {pair["change"] for pair in clauses} == {"same"}
    assert {pair["reason"] for pair in clauses} <= {"mark", "text"}


def test_a_review_finds_the_template_and_says_by_how_much(
    run: Runner, sides: tuple[Path, Path]
) -> None:
    out = sides[0].parent / "review.html"
    ran = run("review", sides[0], "-o", out)
    assert ran.code == 1
    assert ran.err.startswith("note: held against ")
    assert "likeness 0." in ran.err
    assert out.stat().st_size > 1000


def test_a_review_of_the_seed_reports_the_retention_period(
    run: Runner, corpus: Path, tmp_path: Path
) -> None:
    seed = next((corpus / "seeds").glob("003*.txt"))
    ran = run("review", seed, "--against", "hospital-service", "--json")
    assert ran.code == 1
    data = json.loads(ran.out)
    found = [one for one in data["findings"] if one["rule"] == "inpatient_record_retention"]
    assert [(one["clause"], one["before"], one["after"]) for one in found] == [
        ("第十三条", "30年", "15年")
    ]
    assert found[0]["severity"] == "high"
    assert found[0]["basis"].endswith("第二十九条")


def test_review_against_something_unknown_is_told(run: Runner, sides: tuple[Path, Path]) -> None:
    ran = run("review", sides[0], "--against", "nothing")
    assert ran.code == 12
    assert "there is no template 'nothing' in zh" in ran.error


def test_the_shipped_library_has_no_problems(run: Runner) -> None:
    ran = run("library", "check")
    assert (ran.code, ran.out) == (0, "0 problems\n")
    assert run("library", "check", "--json").out == "[]\n"


def test_a_problem_of_a_library_is_a_line_and_exit_code_1(run: Runner, tmp_path: Path) -> None:
    change = swap("clause_library/payment/terms/standard.en.md", "5 years", "6 years")
    root = write_small(tmp_path, change)
    ran = run("library", "check", "--library", root)
    assert ran.code == 1
    assert ran.out.splitlines() == [
        "clause_library/payment/terms/standard.en.md:3:1: "
        "values differ: P6Y here, P5Y in clause_library/payment/terms/standard.zh.md:3",
        "1 problems",
    ]
    (row,) = json.loads(run("library", "check", "--library", root, "--json").out)
    assert (row["file"], row["line"]) == ("clause_library/payment/terms/standard.en.md", 3)


def test_library_list_has_a_line_a_clause(run: Runner, tmp_path: Path) -> None:
    root = write_small(tmp_path)
    lines = run("library", "list", "--library", root).out.splitlines()
    assert len(lines) == 6
    assert "payment/terms  1.0  2026-01-01  high  付款期限 · Payment term" in lines
    rows = json.loads(run("library", "list", "--library", root, "--json").out)
    assert [row["id"] for row in rows] == sorted(row["id"] for row in rows)


def test_library_show_prints_the_text_as_it_is_kept(run: Runner, tmp_path: Path) -> None:
    root = write_small(tmp_path)
    ran = run("library", "show", "payment/terms", "--library", root, "--language", "en")
    assert ran.code == 0
    assert ran.out.startswith("Payment term (payment/terms, 1.0, 2026-01-01)\n\nPayer shall pay ")
    assert "within {payment_days}" in ran.out
    assert "fallback 1:\n\nPayer shall pay up in {payment_days}.\n" in ran.out
    assert "甲方" in run("library", "show", "payment/terms", "--library", root).out


def test_library_show_prints_json(run: Runner, tmp_path: Path) -> None:
    root = write_small(tmp_path)
    shown = json.loads(run("library", "show", "payment/terms", "--library", root, "--json").out)
    assert shown["title"] == {"zh": "付款期限", "en": "Payment term"}
    assert (shown["versions"], shown["owner"], len(shown["fallbacks"])) == (["1.0"], "Legal", 1)
    assert "within {payment_days}" in shown["texts"]["en"]


def test_library_search_prints_the_best_first(run: Runner, tmp_path: Path) -> None:
    root = write_small(tmp_path)
    ran = run("library", "search", "付款", "期限", "--library", root)
    assert ran.code == 0
    assert ran.out.startswith("payment/terms  付款期限\n")
    (row, *_) = json.loads(run("library", "search", "fees", "--library", root, "--json").out)
    assert row["language"] == "en"
    assert run("library", "search", "xylophone", "--library", root).code == 1


def test_library_history_prints_a_redline(run: Runner) -> None:
    clause = "record_retention/medical_records"
    ran = run("library", "history", clause, "--language", "zh")
    assert "内{+移交病案管理部门+}归档" in ran.out
    assert "inpatient_years: default 15 -> 30, minimum 15 -> 30" in ran.out
    newest, first = json.loads(run("library", "history", clause, "--json").out)
    assert (newest["version"], first["version"], first["texts"]) == ("1.0", "0.9", [])
    assert {one["op"] for one in newest["texts"][0]["redline"]} == {"same", "inserted"}


def test_library_lock_notes_the_texts_once(run: Runner, tmp_path: Path) -> None:
    root = write_small(tmp_path)
    assert run("library", "lock", "--library", root).out.endswith(": 14 texts added\n")
    assert run("library", "lock", "--library", root).out.endswith(": 0 texts added\n")
    assert run("library", "check", "--library", root).out == "0 problems\n"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("none/none",), "there is no clause none/none"),
        (("payment/terms", "--language", "fr"), "fr"),
    ],
)
def test_library_show_tells_what_is_not_there(
    run: Runner, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    ran = run("library", "show", *arguments, "--library", write_small(tmp_path))
    assert ran.code == 2
    assert message in ran.error


def test_the_exit_code_follows_the_severity_that_is_asked_for(
    run: Runner, sides: tuple[Path, Path]
) -> None:
    graves = [f["severity"] for f in json.loads(run("compare", *sides, "--json").out)["findings"]]
    assert set(graves) == {"medium"}
    assert run("compare", *sides, "--fail-on", "high").code == 0
    assert run("compare", *sides, "--fail-on", "medium").code == 1


def test_a_difference_of_form_is_counted_and_reported_only_when_asked_for(
    run: Runner, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    text = TEXT_A.replace("应当在", "应当，在")
    one.write_text(text, encoding="utf-8")
    two.write_text(text.replace("，", ","), encoding="utf-8")
    told = json.loads(run("compare", one, two, "--json").out)
    assert told["findings"] == []
    assert told["ignored"]["width"] >= 1
    ran = run("compare", one, two, "--ignore", "none", "--json")
    assert ran.code == 1
    assert {f["kind"] for f in json.loads(ran.out)["findings"]} == {"width"}
    refused = run("compare", one, two, "--ignore", "colour")
    assert refused.code == 2
    assert "punctuation" in refused.err


def test_the_other_side_sees_the_other_direction(run: Runner, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(TEXT_A, encoding="utf-8")
    ran = run("review", draft, "--against", "hospital-service", "--side", "provider", "--json")
    assert json.loads(ran.out)["side"] == "provider"
