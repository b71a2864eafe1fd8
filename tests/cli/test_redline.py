"""contractkit redline, and review --redline: what they write and how they exit."""

from __future__ import annotations

from pathlib import Path

import pytest

from contractkit.ooxml import revisions
from contractkit.ooxml.package import open_package
from tests.cli.run import Runner, process
from tests.redline.builders import docx, ins, p
from tests.redline.builders import run as text


@pytest.fixture
def sides(tmp_path: Path) -> tuple[Path, Path]:
    base, other = tmp_path / "base.docx", tmp_path / "other.docx"
    base.write_bytes(docx(p("within thirty days")))
    other.write_bytes(docx(p("within sixty days")))
    return base, other


def found(path: Path) -> list[tuple[str, str, str, str]]:
    package = open_package(path.read_bytes())
    return [(r.author, r.date, r.kind, r.text) for r in revisions.revisions(package)]


def test_the_output_is_the_third_argument_or_an_option(
    run: Runner, sides: tuple[Path, Path], tmp_path: Path
) -> None:
    for arguments in ((tmp_path / "r.docx",), ("-o", tmp_path / "s.docx")):
        ran = run("redline", *sides, *arguments)
        assert (ran.code, ran.out) == (0, f"{arguments[-1]}\n")
        assert [row[2:] for row in found(Path(arguments[-1]))] == [
            ("del", "thirty"),
            ("ins", "sixty"),
        ]


def test_one_output_must_be_named(run: Runner, sides: tuple[Path, Path]) -> None:
    ran = run("redline", *sides)
    assert (ran.code, ran.error.partition(" (")[0]) == (2, "name one output")


def test_author_and_date_stand_on_every_change(
    run: Runner, sides: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "r.docx"
    ran = run("redline", *sides, out, "--author", "Legal", "--date", "2026-01-02T10:00:00+08:00")
    assert ran.code == 0
    assert {row[:2] for row in found(out)} == {("Legal", "2026-01-02T02:00:00Z")}


def test_a_date_that_is_none_is_a_usage_error(
    run: Runner, sides: tuple[Path, Path], tmp_path: Path
) -> None:
    ran = run("redline", *sides, tmp_path / "r.docx", "--date", "soon")
    assert ran.code == 2
    assert "'soon' is not a date" in ran.err


def test_two_equal_files_are_done_too(run: Runner, sides: tuple[Path, Path]) -> None:
    out = sides[0].with_name("same.docx")
    assert run("redline", sides[0], sides[0], out).code == 0
    assert found(out) == []


def test_an_output_that_exists_is_kept_unless_forced(
    run: Runner, sides: tuple[Path, Path], tmp_path: Path
) -> None:
    out = tmp_path / "r.docx"
    out.write_bytes(b"mine")
    assert run("redline", *sides, out).code == 2
    assert out.read_bytes() == b"mine"
    assert run("redline", "--force", *sides, out).code == 0
    assert len(found(out)) == 2


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"plain", "bad.docx: this is not a .docx file (save it as .docx in Word)"),
        (b"", "bad.docx: the file is empty (ask for it again)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "bad.docx: the file is protected by a password (ask for an open copy)",
        ),
    ],
)
def test_bad_input_is_one_line(
    run: Runner, sides: tuple[Path, Path], data: bytes, message: str
) -> None:
    bad = sides[0].with_name("bad.docx")
    bad.write_bytes(data)
    for pair in ((bad, sides[1]), (sides[0], bad)):
        ran = run("redline", *pair, sides[0].with_name("r.docx"))
        assert (ran.code, ran.error) == (10, message)
    assert not sides[0].with_name("r.docx").exists()


def test_a_file_that_is_not_there_is_one_line(run: Runner, sides: tuple[Path, Path]) -> None:
    ran = run("redline", sides[0], "nowhere.docx", sides[0].with_name("r.docx"))
    assert ran.code == 10
    assert ran.error.startswith("nowhere.docx: the file cannot be opened")


def test_earlier_changes_are_accepted_rejected_or_kept(run: Runner, tmp_path: Path) -> None:
    base, other, out = (tmp_path / f"{name}.docx" for name in "abc")
    base.write_bytes(docx(p("one", ins(text(" two")), " three")))
    other.write_bytes(docx(p("one two three")))
    expected = {
        "accept": [],
        "reject": [("contractkit", "ins", "two ")],
        "keep": [("Earlier", "ins", " two")],
    }
    for how, wanted in expected.items():
        assert run("redline", base, other, out, "--force", "--revisions", how).code == 0
        assert [(author, kind, words) for author, _, kind, words in found(out)] == wanted


def test_nothing_heavy_is_imported() -> None:
    program = (
        "import sys, contractkit.cli.redline, contractkit.redline; "
        "print(sorted({'spacy', 'jieba', 'scipy', 'numpy', 'pydantic', 'yaml', 'docx'} "
        "& set(sys.modules)))"
    )
    assert process(program=("-c", program)).out.strip() == "[]"


def test_a_review_writes_our_wording_into_the_draft(run: Runner, tmp_path: Path) -> None:
    issued, draft, out = (tmp_path / f"{name}.docx" for name in ("issued", "draft", "out"))
    lines = ["甲服务协议", "第一条 付款", "甲方应当在30日内付款。", "第二条 保密", "双方应当保密。"]
    issued.write_bytes(docx(*map(p, lines)))
    draft.write_bytes(docx(*(p(line.replace("30日", "90日")) for line in lines[:3])))
    ran = run("review", draft, "--against", issued, "--redline", out, "--author", "法务")
    assert ran.code == 1
    rows = [(author, kind, words) for author, _, kind, words in found(out)]
    assert ("法务", "del", "90") in rows
    assert ("法务", "ins", "30") in rows
    assert ("法务", "ins", "双方应当保密。") in rows
    assert len(open_package(out.read_bytes()).xml("word/comments.xml")) == 2


def test_a_review_of_a_plain_text_has_no_redline(run: Runner, tmp_path: Path) -> None:
    plain = tmp_path / "draft.txt"
    plain.write_text("甲服务协议\n第一条 付款\n甲方应当在30日内付款。\n", encoding="utf-8")
    out = tmp_path / "out.docx"
    ran = run("review", plain, "--against", plain, "--redline", out)
    assert (ran.code, ran.error) == (2, f"{plain}: --redline writes into a .docx")
    assert not out.exists()


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.docx"
    numbered = ("第一条 总则", "第二条 病历", "第三条 其他")
    path.write_bytes(docx(*(p(line, style="Heading1") + p("双方应当履行。") for line in numbered)))
    return path


def test_a_standard_clause_is_proposed_with_its_title_as_the_reason(
    run: Runner, draft: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out.docx"
    clause = "record_retention/medical_records"
    ran = run("redline", draft, "--text", clause, "--after", "第二条", "-o", out)
    assert (ran.code, ran.out) == (0, f"{out}\n")
    assert "number the new clause by hand" in ran.err
    assert "病历建立与保存" in [text for *_, text in found(out)]
    package = open_package(out.read_bytes())
    comments = package.xml(package.related(package.main, "/comments")[0])
    assert clause in "".join(map(str, comments.itertext()))


def test_the_text_of_a_file_takes_the_place_of_a_clause(
    run: Runner, draft: Path, tmp_path: Path
) -> None:
    out, file = tmp_path / "out.docx", tmp_path / "clause.md"
    file.write_text("# 病历\n\n双方应当诚信履行。\n", encoding="utf-8")
    ran = run("redline", draft, "--text", file, "--replace", "第二条", "-o", out, "--comment", "x")
    assert ran.code == 0
    assert [row[2:] for row in found(out)] == [("ins", "诚信")]
    again = run("redline", out, "--text", file, "--replace", "第二条", "-o", tmp_path / "b.docx")
    assert (again.code, "has this text already" in again.error) == (2, True)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--text", "general/none"), "--text goes with"),
        (("--text", "general/none", "--after", "第二条"), "the library holds no clause"),
        (("--text", "general/none", "--after", "第九条"), "there is no clause '第九条'"),
        ((), "name OTHER"),
    ],
)
def test_what_cannot_be_proposed_is_told_and_nothing_is_written(
    run: Runner, draft: Path, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    out = tmp_path / "out.docx"
    ran = run("redline", draft, *arguments, "-o", out)
    assert ran.code != 0
    assert message in ran.error
    assert not out.exists()
