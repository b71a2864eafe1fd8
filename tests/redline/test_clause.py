"""Our clause in a draft: where it goes, and how little is marked."""

from __future__ import annotations

import datetime as dt

import pytest

from contractkit.errors import RedlineError
from contractkit.model.agreement import Agreement
from contractkit.ooxml import revisions
from contractkit.ooxml.package import open_package
from contractkit.readers import document, outline
from contractkit.redline.clause import clause_behind, clause_in_place, find_clause
from contractkit.redline.propose import propose
from tests.redline.builders import docx, p

WHEN = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
FIRST = "病历保存不少于十五年。"
SECOND = "乙方应当配合查阅。"
DRAFT = docx(
    p("服务协议"),
    p("第一条 总则", style="Heading1"),
    p("双方应当履行本协议。"),
    p("第二条 病历", style="Heading1"),
    p(FIRST),
    p(SECOND),
    p("第三条 其他", style="Heading1"),
    p("未尽事宜由双方协商。"),
)


def read(source: bytes) -> Agreement:
    return outline(document(source, "draft.docx"))


def written(
    lines: tuple[str, ...], *, replace: str = "", after: str = "", heading: str = ""
) -> bytes:
    draft = read(DRAFT)
    clause = find_clause(draft, replace or after)
    proposals = (
        clause_in_place(clause, lines, "why")
        if replace
        else clause_behind(clause, heading, lines, "why")
    )
    found = document(DRAFT, "draft.docx")
    return propose(DRAFT, found, proposals, author="Legal", when=WHEN)


def accepted(data: bytes) -> list[str]:
    package = open_package(data)
    revisions.accept(package)
    return [
        block.text for block in document(package.save(), "x.docx").blocks if block.story == "body"
    ]


def marks(data: bytes) -> list[tuple[str, str]]:
    return [(r.kind, r.text) for r in revisions.revisions(open_package(data))]


def test_a_clause_is_found_by_its_number_as_printed() -> None:
    draft = read(DRAFT)
    assert find_clause(draft, "第二条").heading == "病历"
    assert find_clause(draft, " 第二条 ").heading == "病历"
    with pytest.raises(RedlineError, match=r"no clause '第九条'.*第一条, 第二条, 第三条"):
        find_clause(draft, "第九条")


def test_a_number_that_several_clauses_have_is_refused() -> None:
    twice = docx(*(p(f"第一条 {name}", style="Heading1") for name in ("甲", "乙")))
    with pytest.raises(RedlineError, match="2 clauses have the number"):
        find_clause(read(twice), "第一条")


def test_only_the_words_that_differ_are_marked() -> None:
    data = written((FIRST.replace("十五", "三十"), SECOND), replace="第二条")
    assert sorted(marks(data)) == [("del", "五"), ("ins", "三")]
    assert accepted(data)[4:6] == ["病历保存不少于三十年。", SECOND]


def test_paragraphs_come_and_go_as_a_whole() -> None:
    new = "电子病历的保存期限相同。"
    assert accepted(written((FIRST, new, SECOND), replace="第二条"))[4:7] == [FIRST, new, SECOND]
    data = written((SECOND,), replace="第二条")
    assert accepted(data)[3:6] == ["第二条 病历", SECOND, "第三条 其他"]
    assert marks(data) == [("del", "¶"), ("del", FIRST)]


def test_a_text_that_stands_there_already_is_no_proposal() -> None:
    assert clause_in_place(find_clause(read(DRAFT), "第二条"), (FIRST, SECOND), "why") == ()


def test_a_new_clause_stands_behind_the_whole_of_another() -> None:
    data = written(("稽核不影响诊疗。",), after="第二条", heading="稽核")
    assert accepted(data)[5:8] == [SECOND, "稽核", "稽核不影响诊疗。"]
    assert {kind for kind, _ in marks(data)} == {"ins"}
    text = open_package(data).xml("word/document.xml")
    styles = [e.get(e.keys()[0]) for e in text.iter("{*}pStyle")]
    assert styles.count("Heading1") == 4


def test_the_reason_is_said_once() -> None:
    data = written(
        (FIRST.replace("十五", "三十"), SECOND.replace("配合", "协助")), replace="第二条"
    )
    package = open_package(data)
    assert len(package.xml(package.related(package.main, "/comments")[0])) == 1


def test_a_heading_with_its_text_in_one_paragraph_keeps_its_number() -> None:
    source = docx(
        p("第一条 总则", style="Heading1"), p("第二条 病历应当保存十五年。"), p("第三条 其他。")
    )
    clause = find_clause(read(source), "第二条")
    found = document(source, "draft.docx")
    lines = ("病历应当保存三十年。", SECOND)
    data = propose(source, found, clause_in_place(clause, lines, ""), author="A", when=WHEN)
    assert accepted(data)[1:] == ["第二条 病历应当保存三十年。", SECOND, "第三条 其他。"]
