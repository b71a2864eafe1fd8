"""Numbers, references and marks of an assembled agreement."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from contractkit.assembly import assemble, standard_text
from contractkit.errors import AssemblyError
from contractkit.library import load_library
from contractkit.model.agreement import Agreement, Clause
from contractkit.model.document import Mark
from contractkit.model.standard import Library
from tests.library.small import VALUES, swap, write_small

PURPOSE = "clause_library/general/purpose/standard"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_small(tmp_path_factory.mktemp("small")))


def outline(agreement: Agreement) -> list[tuple[int, str, str]]:
    return [(level, one.kind, one.label) for level, one in agreement.walk()]


def find(agreement: Agreement, standard: str) -> Clause:
    return next(clause for _, clause in agreement.walk() if clause.standard == standard)


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        (
            "zh",
            "第一章 第一条 第二章 第二条 第三条 （一） （二） 1. 2. - 附件一 第一条 第二条",
        ),
        (
            "en",
            "ARTICLE_1 1.1 ARTICLE_2 2.1 2.2 (a) (b) (i) (ii) - ATTACHMENT_A 1. 2.",
        ),
    ],
)
def test_clauses_are_numbered_as_their_language_does(
    small: Library, language: str, labels: str
) -> None:
    agreement = assemble(small, "small", VALUES, language=language)
    found = [label.replace(" ", "_") or "-" for _, _, label in outline(agreement)]
    assert found == labels.split()


def test_kinds_and_levels_are_the_same_in_both_languages(small: Library) -> None:
    zh, en = (assemble(small, "small", VALUES, language=code) for code in ("zh", "en"))
    assert [one[:2] for one in outline(zh)] == [one[:2] for one in outline(en)]
    assert [one[:2] for one in outline(zh)] == [
        (0, "chapter"),
        (1, "clause"),
        (0, "chapter"),
        (1, "clause"),
        (1, "clause"),
        (2, "item"),
        (2, "item"),
        (3, "item"),
        (3, "item"),
        (2, "paragraph"),
        (0, "attachment"),
        (1, "clause"),
        (1, "clause"),
    ]


def test_zh_runs_through_the_chapters_and_en_counts_within_each(library: Library) -> None:
    ids = [one for s in library.templates["hospital-service", "zh"].sections for one in s.clauses]
    assert len(ids) > 50
    for code, run_on in (("zh", True), ("en", False)):
        agreement = standard_text(library, "hospital-service", {}, language=code)
        chapters = [one for one in agreement.clauses if one.kind == "chapter"]
        numbers = [[one.number.path for one in c.children if one.number] for c in chapters]
        flat = [path for chapter in numbers for path in chapter]
        if run_on:
            assert flat == [(n,) for n in range(1, len(flat) + 1)]
        else:
            assert numbers == [
                [(n, m) for m in range(1, len(chapter) + 1)] for n, chapter in enumerate(numbers, 1)
            ]


@pytest.mark.parametrize(
    ("language", "text", "cited"),
    [
        (
            "zh",
            "双方按照第二条付款，遵守第三条第（二）项和附件一第二条。",
            ["第二条", "第三条第（二）项", "附件一第二条"],
        ),
        (
            "en",
            "The parties pay under Section 2.1, and observe Section 2.2(b) "
            "and Section 2 of Attachment A.",
            ["Section 2.1", "Section 2.2(b)", "Section 2 of Attachment A"],
        ),
    ],
)
def test_a_reference_prints_the_number_and_is_marked(
    small: Library, language: str, text: str, cited: list[str]
) -> None:
    clause = find(assemble(small, "small", VALUES, language=language), "general/purpose")
    assert clause.text == text
    block = clause.blocks[-1]
    marks = [mark for mark in block.marks if mark.kind == "reference"]
    assert [block.text[mark.start : mark.end] for mark in marks] == cited
    assert [mark.name for mark in marks] == [
        "payment/terms",
        "records/retention#2",
        "payment/changes",
    ]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_mark_of_the_shipped_agreements_covers_what_it_names(
    library: Library, language: str
) -> None:
    agreement = standard_text(library, "hospital-service", {}, language=language)
    numbers = {one.standard: one.label.rstrip(".") for _, one in agreement.walk() if one.standard}
    references = 0
    for block in agreement.blocks():
        for mark in block.marks:
            covered = block.text[mark.start : mark.end]
            assert covered
            if mark.kind == "reference":
                references += 1
                assert numbers[mark.name.partition("#")[0]] in covered
    assert references > 5


def test_a_condition_that_holds_adds_its_chapter_and_one_that_does_not_leaves_no_hole(
    small: Library,
) -> None:
    without = assemble(small, "small", VALUES, language="zh")
    held = assemble(small, "small", {**VALUES, "kind": "clinic"}, language="zh")
    assert [one.heading for one in without.clauses] == ["总则", "付款与资料", "价格"]
    assert [one.heading for one in held.clauses] == ["总则", "诊所", "付款与资料", "价格"]
    assert [one.label for one in held.clauses] == ["第一章", "第二章", "第三章", "附件一"]
    assert find(held, "payment/terms").label == "第三条"
    assert "按照第三条付款" in find(held, "general/purpose").text


def test_terms_and_values_are_marked(small: Library) -> None:
    agreement = assemble(small, "small", VALUES, language="zh")
    terms = find(agreement, "payment/terms").blocks
    assert terms[1].marks == (Mark("value", 5, 8, "payment_days"),)
    assert terms[1].text[5:8] == "30日"
    item = find(agreement, "records/retention").children[0].blocks[0]
    assert item.marks == (Mark("term", 0, 4, "住院病历"),)


def test_a_heading_runs_in_with_its_text_in_en_and_stands_alone_in_zh(small: Library) -> None:
    zh = find(assemble(small, "small", VALUES, language="zh"), "payment/terms")
    en = find(assemble(small, "small", VALUES, language="en"), "payment/terms")
    assert zh.blocks[0].text == "付款期限"
    assert en.blocks[0].text == "Payment term. Payer shall pay within 30 days."
    assert en.blocks[0].text[en.start :] == "Payer shall pay within 30 days."


def test_a_table_is_a_header_and_a_block_a_row(small: Library) -> None:
    clause = find(assemble(small, "small", VALUES, language="zh"), "payment/schedule")
    assert [block.cells for block in clause.blocks if block.cells] == [
        ("服务", "单价"),
        ("住院", "1,200.00元"),  # since another one has cents
        ("门诊", "80.50元"),
    ]
    assert clause.scope == "附件一"


def test_blocks_are_counted_in_reading_order(small: Library) -> None:
    agreement = assemble(small, "small", VALUES, language="en")
    assert [block.index for block in agreement.blocks()] == list(
        range(sum(1 for _ in agreement.blocks()))
    )


@pytest.mark.parametrize("item", ["9", "0", "x"])
def test_a_reference_to_no_list_item_stops_the_work(tmp_path: Path, item: str) -> None:
    change = swap(f"{PURPOSE}.zh.md", "retention#2", f"retention#{item}")
    broken = load_library(write_small(tmp_path, change))
    with pytest.raises(AssemblyError, match=f"records/retention has no list item {item}"):
        assemble(broken, "small", VALUES, language="zh")


def test_a_reference_to_a_clause_not_yet_in_force_stops_the_work(small: Library) -> None:
    with pytest.raises(AssemblyError, match="refers to payment/changes"):
        assemble(small, "small", VALUES, language="zh", on=datetime.date(2026, 6, 30))
