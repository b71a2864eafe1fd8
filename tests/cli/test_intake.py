"""contractkit intake: the sheet, the questions, the schema; generate takes the sheet back."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from contractkit.cli.values import read_given
from contractkit.library import read_values_file, write_values
from contractkit.model.standard import Library
from tests.cli.run import ROOT, Runner
from tests.intake.test_sheet import NAMES
from tests.intake.workbooks import cell_of, changed
from tests.library.small import write_small
from tests.writers.shipped import issue, issue_columns
from tools.examples import SHEETS

EXAMPLES = ROOT / "examples"


@pytest.mark.parametrize("template", NAMES)
def test_an_agreement_from_the_sheet_is_the_one_from_yaml(library: Library, template: str) -> None:
    sheet, yaml = (
        read_given(EXAMPLES / f"{template}.{kind}", library, template).values
        for kind in ("xlsx", "yaml")
    )
    for code in ("zh", "en"):
        assert issue(library, template, code, sheet)[1] == issue(library, template, code, yaml)[1]
    columns = [issue_columns(library, template, values)[2] for values in (sheet, yaml)]
    assert columns[0] == columns[1]


def test_generate_takes_the_sheet_as_it_takes_yaml(run: Runner, tmp_path: Path) -> None:
    made = []
    for kind in ("yaml", "xlsx"):
        out = tmp_path / f"{kind}.docx"
        ran = run(
            "generate", "renewal", EXAMPLES / f"renewal.{kind}", "-o", out, "--language", "both"
        )
        assert ran.code == 0, ran.err
        made.append(out.read_bytes())
    assert made[0] == made[1]


@pytest.mark.parametrize("template", NAMES)
def test_the_sheets_of_the_examples_are_what_intake_makes_of_them(
    run: Runner, tmp_path: Path, template: str
) -> None:
    out = tmp_path / "a.xlsx"
    values, code = EXAMPLES / f"{template}.yaml", SHEETS[template]
    ran = run("intake", template, "-o", out, "--from", values, "--language", code)
    assert (ran.code, ran.err) == (0, "")
    assert out.read_bytes() == (EXAMPLES / f"{template}.xlsx").read_bytes(), (
        "run python -m tools.examples"
    )


def test_an_empty_sheet_misses_what_has_no_default_each_with_its_cell(
    run: Runner, tmp_path: Path
) -> None:
    sheet = tmp_path / "values.xlsx"
    ran = run("intake", "renewal", "-o", sheet)
    assert ran.code == 0
    assert "(zh), 26 values, " in ran.out
    ran = run("generate", "renewal", sheet, "-o", tmp_path / "a.docx")
    assert ran.code == 12
    assert "  填写!B6: agreement_number (协议编号), used in the cover, is missing" in ran.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["values.xlsx"]


def test_a_sheet_says_in_which_language_the_agreement_is(run: Runner, tmp_path: Path) -> None:
    ran = run("generate", "single-case", EXAMPLES / "single-case.xlsx", "-o", tmp_path / "a.docx")
    assert "(en)" in ran.out


def test_a_sheet_of_an_older_library_is_used_with_a_note(run: Runner, tmp_path: Path) -> None:
    sheet = tmp_path / "old.xlsx"
    data = (EXAMPLES / "renewal.xlsx").read_bytes()
    sheet.write_bytes(changed(data, {"contractkit!B4": "0" * 64}))
    ran = run("generate", "renewal", sheet, "-o", tmp_path / "a.docx")
    assert ran.code == 0
    assert ran.err.startswith("note: old.xlsx was made with another version of the clause library")


def test_a_text_in_one_language_is_printed_in_the_other_with_a_note(
    run: Runner, tmp_path: Path
) -> None:
    sheet = tmp_path / "a.xlsx"
    data = (EXAMPLES / "single-case.xlsx").read_bytes()
    place = cell_of(data, "member_name")
    sheet.write_bytes(changed(data, {place.replace("!B", "!C"): None}))
    made = ("generate", "single-case", sheet, "--force", "-o", tmp_path / "a.docx", "--language")
    assert run(*made, "en").err == ""
    ran = run(*made, "zh")
    assert ran.code == 0
    assert ran.err == "note: 以下内容没有中文文本，按原文印出：参保人姓名\n"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("single-case",), 2, "the sheet is an .xlsx file (say -o values.xlsx)"),
        (("single-case", "-o", "a.csv"), 2, "the sheet is an .xlsx file"),
        (("none", "-o", "a.xlsx"), 12, "there is no template 'none' in zh (one of"),
        (("single-case", "-o", "a.xlsx", "--language", "fr"), 2, "unknown language 'fr'"),
        (("single-case", "-o", "a.xlsx", "--from", "b.yaml"), 12, "b.yaml: the values cannot be"),
        (("single-case", "--ask", "--schema"), 2, "--ask and --schema exclude one another"),
        (("renewal", "-o", "a.xlsx", "--from", EXAMPLES / "single-case.xlsx"), 12, "made for the"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_leaves_nothing(
    run: Runner,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[object, ...],
    code: int,
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run("intake", *arguments)
    assert ran.code == code
    assert message in ran.error
    assert list(tmp_path.iterdir()) == []


def test_values_that_a_template_does_not_ask_for_are_left_out_with_a_note(
    run: Runner, tmp_path: Path
) -> None:
    values = EXAMPLES / "renewal.yaml"
    ran = run("intake", "single-case", "-o", tmp_path / "a.xlsx", "--from", values)
    assert ran.code == 0
    assert ran.err.startswith("note: single-case does not ask for renewed_agreement_kind, ")


def test_a_partys_field_that_is_not_asked_for_is_left_out_with_a_note(
    run: Runner, tmp_path: Path
) -> None:
    values = dict(read_values_file(EXAMPLES / "physician-service.yaml"))
    provider = values["provider"]
    assert isinstance(provider, dict)
    given, out = tmp_path / "values.yaml", tmp_path / "a.xlsx"
    given.write_bytes(write_values({**values, "provider": {**provider, "representative": "A"}}))
    ran = run("intake", "physician-service", "-o", out, "--from", given, "--language", "zh")
    assert ran.code == 0
    assert ran.err == (
        "note: physician-service does not ask for provider.representative: left out\n"
    )


def test_the_schema_is_printed_or_written(run: Runner, tmp_path: Path) -> None:
    ran = run("intake", "renewal", "--schema", "--language", "en")
    assert json.loads(ran.out)["title"] == "Renewal Agreement"
    out = tmp_path / "schema.json"
    assert run("intake", "renewal", "--schema", "--language", "en", "-o", out).code == 0
    assert out.read_text(encoding="utf-8") == ran.out


ANSWERS = """\
00012345
云岭市
soon
2026年1月1日
2026-12-31
医保中心





云岭医院





101
3%
住院
1,200
y
门诊
80.5
n
y
9
2
15
"""


def test_questions_in_the_terminal_give_values_that_generate_takes(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, out = write_small(tmp_path / "library"), tmp_path / "values.yaml"
    monkeypatch.setattr(sys, "stdin", io.StringIO(ANSWERS))
    ran = run("intake", "small", "--ask", "-o", out, "--library", root)
    assert (ran.code, ran.out) == (0, f"{out}\n")
    assert ran.err.count("有误：") == 3  # soon, 101, 9
    assert "  2. 诊所\n" in ran.err
    assert "  地址 (可以不填): " in ran.err
    assert read_values_file(out) == {
        "agreement_number": "00012345",
        "signing_place": "云岭市",
        "effective_date": "2026-01-01",
        "expiry_date": "2026-12-31",
        "payer": {"name": "医保中心"},
        "provider": {"name": "云岭医院"},
        "penalty_percent": "3%",
        "fee_table": [
            {"service": "住院", "fee_amount": "1,200"},
            {"service": "门诊", "fee_amount": "80.5"},
        ],
        "kind": "clinic",
        "payment_days": "15",
    }
    made = ("generate", "small", out, "--library", root, "-o", tmp_path / "a.docx")
    assert run(*made).code == 0


def test_a_question_in_the_terminal_has_its_help_and_an_example(
    run: Runner, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = EXAMPLES / "hospital-service.yaml"
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n\n\n\n\n"))
    ran = run("intake", "hospital-service", "--ask", "--language", "en", "--from", source)
    assert "  the area in which basic medical insurance is pooled\n  Example: Yunling\n" in ran.err


def test_only_what_is_not_known_is_asked(run: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("n\n"))
    source = EXAMPLES / "renewal.yaml"
    ran = run("intake", "renewal", "--ask", "--from", source)
    assert ran.code == 0
    assert ran.out.encode() == write_values(read_values_file(source))


def test_an_end_of_the_answers_leaves_nothing(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("A-1\n"))
    ran = run("intake", "renewal", "--ask", "-o", tmp_path / "values.yaml")
    assert ran.code == 130
    assert list(tmp_path.iterdir()) == []
