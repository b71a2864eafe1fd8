"""Contracts in two columns of two languages: one side is read, the other kept in step."""

from __future__ import annotations

from pathlib import Path

import pytest

from contractkit.lang import language
from contractkit.model.agreement import Agreement
from contractkit.readers import document, outline
from tests.builders import docx, p, row, tbl
from tests.cli.run import Runner

ROWS = (
    ("医疗服务协议", "Medical Services Agreement"),
    ("第一条 甲方按月拨付费用。", "Section 1. The Payer pays the fees each month."),
    (
        p("第二条 乙方：") + p("（一）保存病历；") + p("（二）接受检查。"),
        p("Section 2. The Provider shall:") + p("(a) keep records; and") + p("(b) be audited."),
    ),
    ("第三条 期限一年。", "Section 3. The term is one year."),
)


def two(*rows: tuple[str, ...], before: str = "") -> bytes:
    return docx(*([p(before)] if before else []), tbl(*(row(*cells) for cells in rows)))


def read(data: bytes, code: str | None = None) -> Agreement:
    tongue = language(code) if code else None
    return outline(document(data, "a.docx", language=tongue), tongue)


@pytest.mark.parametrize(
    ("code", "title", "labels"),
    [
        ("zh", "医疗服务协议", ["第一条", "第二条", "（一）", "（二）", "第三条"]),
        (
            "en",
            "Medical Services Agreement",
            ["Section 1.", "Section 2.", "(a)", "(b)", "Section 3."],
        ),
    ],
)
def test_each_side_is_an_agreement_of_its_language(
    code: str, title: str, labels: list[str]
) -> None:
    found = read(two(*ROWS), code)
    assert (found.language, found.title) == (code, title)
    assert [clause.label for _, clause in found.walk()] == labels


def test_the_left_side_is_read_when_none_is_asked_for_and_a_note_says_so() -> None:
    assert read(two(*ROWS)).language == "zh"
    turned = read(two(*(cells[::-1] for cells in ROWS)))
    assert turned.language == "en"
    assert any("--language" in note for note in turned.notes)


def test_the_other_side_is_kept_in_step() -> None:
    found = document(two(*ROWS), "a.docx")
    blocks = {block.index: block for block in (*found.blocks, *found.asides)}
    assert len(blocks) == len(found.blocks) + len(found.asides)
    beside = [
        (blocks[aside.anchor.block].text[:3], aside.text[:10])
        for aside in found.asides
        if aside.anchor and aside.story == "other_side"
    ]
    assert beside == [
        ("医疗服", "Medical Se"),
        ("第一条", "Section 1."),
        ("第二条", "Section 2."),
        ("第二条", "(a) keep r"),
        ("第二条", "(b) be aud"),
        ("第三条", "Section 3."),
    ]


def test_numbers_in_a_column_of_their_own_belong_to_the_side_that_is_read() -> None:
    rows = [("1.", "甲方付款。", "The Payer pays."), ("2.", "乙方服务。", "The Provider serves.")]
    for code, second in (("zh", "乙方服务。"), ("en", "The Provider serves.")):
        found = read(two(*rows), code)
        assert [clause.label for clause in found.clauses] == ["1.", "2."]
        assert found.clauses[1].blocks[0].text == f"2. {second}"


def test_a_glossary_in_a_contract_of_one_language_is_a_table() -> None:
    clauses = "第一条 双方按照本协议约定的内容履行各自的义务，直至本协议终止为止。" * 9
    found = read(two(("参保人", "Member"), ("协议", "Agreement"), before=clauses))
    assert [block.cells for block in found.blocks() if block.cells] == [
        ("参保人", "Member"),
        ("协议", "Agreement"),
    ]


def test_the_language_option_picks_the_side(run: Runner, tmp_path: Path) -> None:
    path = tmp_path / "two.docx"
    path.write_bytes(two(*ROWS))
    assert "第三条" in run("read", path).out
    out = run("read", path, "--language", "en").out
    assert "Section 3." in out
    assert "第三条" not in out
