"""contractkit generate: what it makes, what it refuses, what it leaves behind."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from contractkit.assembly import assemble
from contractkit.library import read_values_file
from contractkit.model.standard import Library
from contractkit.readers import read
from tests.cli.run import ROOT, Runner
from tests.library.small import VALUES, swap, write_small

VALUES_FILE = ROOT / "examples" / "hospital-service.yaml"
GENERATE = ("generate", "hospital-service", VALUES_FILE, "-o")


KINDS = {"definitions": "clause"}  # what `read` tells of a clause by its heading


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.mark.parametrize(
    ("options", "code", "start"),
    [
        ((), "zh", "第一章"),
        (("--language", "zh"), "zh", "第一章"),
        (("--language", "en"), "en", "ARTICLE 1"),
    ],
)
def test_an_agreement_is_made_in_the_language_of_the_values_or_the_option(
    run: Runner, tmp_path: Path, options: tuple[str, ...], code: str, start: str
) -> None:
    out = tmp_path / "deep" / "a.docx"
    ran = run(*GENERATE, out, *options)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"{out}: ")
    assert ran.out.endswith(f"({code}), 63 clauses\n")
    assert read(out).clauses[0].label == start
    assert files(out.parent) == ["a.docx"]


def test_read_json_prints_the_tree_that_was_assembled(
    run: Runner, tmp_path: Path, library: Library
) -> None:
    out = tmp_path / "a.docx"
    made = run(*GENERATE, out, "--json")
    agreement = assemble(library, "hospital-service", read_values_file(VALUES_FILE), language="zh")
    assert json.loads(made.out) == agreement.outline()
    shown = json.loads(run("read", out, "--json").out)
    told = [{**one, "kind": KINDS.get(one["kind"], one["kind"])} for one in shown["clauses"]]
    assert told == agreement.outline()
    assert [one["heading"] for one in shown["clauses"] if one["kind"] == "definitions"] == [
        "用语含义"
    ]
    assert shown["title"] == agreement.title


def test_an_existing_file_is_overwritten_with_force_alone(run: Runner, tmp_path: Path) -> None:
    out = tmp_path / "a.docx"
    out.write_bytes(b"mine")
    ran = run(*GENERATE, out)
    assert (ran.code, out.read_bytes()) == (2, b"mine")
    assert ran.error == f"{out}: the file exists (--force overwrites it)"
    assert run(*GENERATE, out, "--force").code == 0
    assert out.read_bytes().startswith(b"PK")
    assert files(tmp_path) == ["a.docx"]


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("no-such", VALUES_FILE, "-o", "a.docx"), 12, "there is no template 'no-such' in zh"),
        (("hospital-service", "none.yaml", "-o", "a.docx"), 12, "none.yaml: the values cannot be"),
        (("hospital-service", ".", "-o", "a.docx"), 12, ".: the values cannot be opened"),
        (("hospital-service", VALUES_FILE, "-o", "a.odt"), 15, "cannot be written as .odt"),
        (("hospital-service", VALUES_FILE, "-o", "a"), 15, "cannot be written as a file without"),
        (("hospital-service", VALUES_FILE, "-o", "a.docx", "--language", "fr"), 2, "unknown lang"),
        (("hospital-service", VALUES_FILE, "-o", "a.docx", "--library", "."), 11, "no folder"),
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
    ran = run("generate", *arguments)
    assert ran.code == code
    assert message in ran.error
    assert files(tmp_path) == []


def test_an_output_that_is_a_folder_is_refused_and_kept(run: Runner, tmp_path: Path) -> None:
    out = tmp_path / "a.docx"
    out.mkdir()
    ran = run(*GENERATE, out, "--force")
    assert ran.code == 15
    assert ran.error.startswith(f"{out}: the file cannot be written")
    assert files(tmp_path) == ["a.docx"]


def test_all_mistakes_in_the_values_are_told_at_once(run: Runner, tmp_path: Path) -> None:
    values = tmp_path / "values.yaml"
    values.write_text("agreement_nummer: 1\nexpiry_date: soon\npayer: {}\n", encoding="utf-8")
    ran = run("generate", "hospital-service", values, "-o", tmp_path / "a.docx", "--language", "en")
    assert ran.code == 12
    assert ran.error.endswith("mistakes in the values for hospital-service:")
    told = ran.err
    assert "agreement_nummer is unknown; do you mean agreement_number?" in told
    assert "expiry_date (Expiry date), used in" in told
    assert "payer (Payer), used in the parties, has no name" in told
    assert "provider (Provider), used in the parties, is missing" in told
    assert files(tmp_path) == ["values.yaml"]


def test_a_library_of_ones_own_is_used_by_option_and_by_environment(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_small(tmp_path / "library")
    values = tmp_path / "values.json"
    values.write_text(json.dumps(VALUES, ensure_ascii=False), encoding="utf-8")
    one, two = tmp_path / "1.docx", tmp_path / "2.docx"
    assert run("generate", "small", values, "-o", one, "--library", root).code == 0
    monkeypatch.setenv("CONTRACTKIT_LIBRARY", str(root))
    assert run("generate", "small", values, "-o", two).code == 0
    assert one.read_bytes() == two.read_bytes()


def test_a_day_picks_the_clauses_in_force(run: Runner, tmp_path: Path) -> None:
    change = swap("clause_library/general/purpose/standard.zh.md", "和[[payment/changes]]", "")
    root = write_small(tmp_path / "library", change)
    values = tmp_path / "values.json"
    values.write_text(json.dumps(VALUES), encoding="utf-8")
    made = ["generate", "small", values, "--library", root, "--language", "zh", "--json", "-o"]
    counts = [
        len(json.loads(run(*made, tmp_path / f"{day}.docx", "--on", day).out))
        for day in ("2026-06-30", "2026-07-01")
    ]
    assert counts == [12, 13]
    assert run(*made, tmp_path / "x.docx", "--on", "tomorrow").code == 2


PHYSICIAN = ROOT / "examples" / "physician-service.yaml"


@pytest.fixture
def scope(tmp_path: Path) -> Callable[[str], Path]:
    """Writes the values of the physician agreement with another practice scope, in a text."""

    def write(text: str) -> Path:
        lines = PHYSICIAN.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if not line.startswith("physician_practice_scope:")]
        assert len(kept) == len(lines) - 1
        path = tmp_path / "values.yaml"
        stated = f"physician_practice_scope: {json.dumps(text, ensure_ascii=False)}"
        path.write_text("\n".join([*kept, stated]), encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("language", "text", "first", "cited"),
    [
        ("zh", "内科，争议提交仲裁委员会仲裁", "下列约定违反法律规定", "法释〔2019〕17号"),
        ("zh", "内科，住院病历保存10年", "下列约定违反法律规定", "第二十九条"),
        ("en", "disputes go to arbitration", "the agreement was not issued", "法释〔2019〕17号"),
        ("en", "inpatient records are kept for 10 years", "the agreement was not", "第二十九条"),
        ("both", "内科，争议提交仲裁委员会仲裁", "下列约定违反法律规定", "法释〔2019〕17号"),
    ],
)
def test_what_a_text_agrees_against_the_law_is_refused_with_the_article(
    run: Runner,
    tmp_path: Path,
    scope: Callable[[str], Path],
    language: str,
    text: str,
    first: str,
    cited: str,
) -> None:
    values = scope(text)
    out = tmp_path / "a.docx"
    ran = run("generate", "physician-service", values, "-o", out, "--language", language)
    assert ran.code == 12
    assert ran.error.startswith(first)
    (told,) = ran.err.splitlines()[1:]
    assert cited in told
    assert files(tmp_path) == ["values.yaml"]


def test_what_the_law_only_advises_against_is_told_and_issued(
    run: Runner, tmp_path: Path, scope: Callable[[str], Path]
) -> None:
    out = tmp_path / "a.docx"
    ran = run("generate", "physician-service", scope("内科，由社会保险局核定"), "-o", out)
    assert (ran.code, out.read_bytes()[:2]) == (0, b"PK")
    (told,) = ran.err.splitlines()
    assert told.startswith("note: 机构名称已经变更")
    assert "第三条" in told
    assert "第735号" in told
