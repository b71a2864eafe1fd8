"""contractkit compare and review: a text and its version in another language."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.run import ROOT, Runner

VALUES = ROOT / "examples" / "renewal.yaml"


@pytest.fixture
def issue(tmp_path: Path, run: Runner) -> Callable[[str], Path]:
    """The renewal as it is issued in a language, or in both columns."""

    def issued(code: str) -> Path:
        path = tmp_path / f"{code}.docx"
        assert run("generate", "renewal", VALUES, "-o", path, "--language", code).code == 0
        return path

    return issued


def test_two_columns_as_issued_agree(run: Runner, issue: Callable[[str], Path]) -> None:
    ran = run("compare", issue("both"), "--json")
    assert (ran.code, json.loads(ran.out)["findings"]) == (0, [])


def test_of_two_columns_that_are_both_read_no_note_says_which(
    run: Runner, issue: Callable[[str], Path]
) -> None:
    assert "--language" not in run("compare", issue("both")).out


def test_a_version_is_reviewed_against_what_was_issued_in_the_other(
    run: Runner, issue: Callable[[str], Path], tmp_path: Path
) -> None:
    ran = run("review", issue("en"), "--against", issue("zh"), "-o", tmp_path / "a.html")
    assert ran.code == 0, ran.out
    assert '<html lang="zh' in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_what_one_version_says_otherwise_is_a_finding(run: Runner, tmp_path: Path) -> None:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("第一条 付款\n甲方应当在30日内付款。\n第二条 病案\n乙方保存病案5年。\n", "utf-8")
    two.write_text(
        "1. Payment\nPayer shall pay within 30 days.\n"
        "2. Charts\nProvider keeps charts for 6 years.\n",
        "utf-8",
    )
    ran = run("compare", one, two)
    assert ran.code == 1
    assert "一种语言文本为5年，另一种为6 years" in ran.out


def test_one_file_must_have_two_columns(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("1. Payment\nPayer shall pay within 30 days.\n", "utf-8")
    ran = run("compare", path)
    assert ran.code == 2
    assert "one in two columns of two languages" in ran.error
