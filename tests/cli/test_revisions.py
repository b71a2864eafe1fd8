"""contractkit revisions: what it lists, and what it resolves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from contractkit.ooxml.package import open_package
from contractkit.ooxml.text import paragraph_text
from tests.cli.run import Runner
from tests.redline.builders import deleted, docx, ins, p
from tests.redline.builders import run as text

DATE = "2025-01-01T00:00:00Z"
GONE = f'<w:del w:id="7" w:author="Bob" w:date="{DATE}"/>'


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    path.write_bytes(
        docx(
            p("甲服务协议"),
            p("第一条 付款"),
            p("甲方应当在", deleted("30", "Ann"), ins(text("60"), author="Ann"), "日内付款。"),
            p(deleted("第二条 保密", "Bob"), mark=GONE),
            p(deleted("双方应当保密。", "Bob"), mark=GONE),
            p("第三条 争议"),
            p("向", ins(text("乙方"), author="Bob"), "所在地法院起诉。"),
        )
    )
    return path


def listed(run: Runner, *arguments: object) -> list[tuple[str, str, str, str]]:
    ran = run("revisions", *arguments, "--json")
    assert ran.code == 0
    rows = json.loads(ran.out)
    return [(row["author"], row["kind"], row["clause"], row["text"]) for row in rows]


ANN = [("Ann", "del", "第一条", "30"), ("Ann", "ins", "第一条", "60")]
BOB = [
    ("Bob", "del", "第二条", "¶"),
    ("Bob", "del", "第二条", "第二条 保密"),
    ("Bob", "del", "第二条", "¶"),
    ("Bob", "del", "第二条", "双方应当保密。"),
    ("Bob", "ins", "第三条", "乙方"),
]


def lines(path: Path) -> list[str]:
    package = open_package(path.read_bytes())
    return [paragraph_text(e) for e in package.xml(package.main).iter("{*}p")]


def test_each_change_is_listed_with_the_clause_that_it_stands_in(run: Runner, draft: Path) -> None:
    assert listed(run, draft) == ANN + BOB


def test_a_change_is_a_line_with_tabs(run: Runner, draft: Path) -> None:
    ran = run("revisions", draft, "--author", "Ann", "--kind", "ins")
    assert (ran.code, ran.out) == (0, f"{DATE}\tAnn\tins\t第一条\t60\n")


def test_the_list_is_filtered_by_author_kind_and_clause(run: Runner, draft: Path) -> None:
    assert listed(run, draft, "--author", "Ann") == ANN
    assert listed(run, draft, "--kind", "ins") == [ANN[1], BOB[4]]
    assert listed(run, draft, "--clause", "第二条") == BOB[:4]
    assert listed(run, draft, "--clause", "第九条") == []


def test_all_are_accepted_or_rejected(run: Runner, draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    assert run("revisions", draft, "--accept", "-o", out).code == 0
    assert lines(out)[2:] == ["甲方应当在60日内付款。", "第三条 争议", "向乙方所在地法院起诉。"]
    assert run("revisions", draft, "--reject", "-o", out, "--force").code == 0
    assert lines(out)[2:5] == ["甲方应当在30日内付款。", "第二条 保密", "双方应当保密。"]
    assert listed(run, out) == []


def test_only_what_is_listed_is_resolved(run: Runner, draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.docx"
    ran = run("revisions", draft, "--reject", "--clause", "第二条", "-o", out)
    assert ran.out.splitlines()[-1] == str(out)
    assert listed(run, out) == [*ANN, BOB[4]]
    run("revisions", draft, "--accept", "--author", "Ann", "-o", out, "--force")
    assert listed(run, out) == BOB


def test_an_output_goes_with_a_deed(run: Runner, draft: Path, tmp_path: Path) -> None:
    for arguments in (("--accept",), ("-o", tmp_path / "out.docx")):
        assert run("revisions", draft, *arguments).code == 2


def test_a_file_without_changes_lists_nothing(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "plain.docx"
    path.write_bytes(docx(p("x")))
    ran = run("revisions", path)
    assert (ran.code, ran.out) == (0, "")


def test_what_is_not_a_docx_is_one_line(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("x", encoding="utf-8")
    ran = run("revisions", path)
    assert (ran.code, ran.error) == (
        10,
        "x.txt: this is not a .docx file (save it as .docx in Word)",
    )
