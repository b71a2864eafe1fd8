"""What stands around the clauses: title, parties, signature block, other agreements in the file."""

from __future__ import annotations

import pytest

from contractkit.model.agreement import Agreement
from contractkit.readers import document, outline
from contractkit.readers.frame import clause_kinds, closing_parts, preamble_parts


def read(text: str, part: int | None = None) -> Agreement:
    return outline(document(text.encode(), "a.txt"), part=part)


SEVERAL = (
    "某网站\n篇一：\n甲服务协议\n第一条 一。\n"
    "篇二：\n乙服务协议\n第一条 一。\n第二条 二。\n篇三：\n尾巴"
)


@pytest.mark.parametrize(
    ("part", "title"), [(None, "乙服务协议"), (1, "甲服务协议"), (2, "乙服务协议"), (3, "")]
)
def test_several_agreements_in_a_file_are_told_apart(part: int | None, title: str) -> None:
    found = read(SEVERAL, part=part)
    assert found.title == title
    assert [block.text for block in found.blocks()] == SEVERAL.split("\n")
    assert any("3" in note for note in found.notes)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("医疗服务协议\n第一条 完。", "医疗服务协议"),
        ("某市定点医疗\n机构服务协议书\n第一条 完。", "某市定点医疗机构服务协议书"),
        ("协议编号：一号\n\n购销合同\n\n甲方：某店\n第一条 完。", "购销合同"),
        (
            "Provider Participation Agreement\n1. Term. One year.",
            "Provider Participation Agreement",
        ),
        ("第一条 没有标题。", ""),
    ],
)
def test_the_title_is_the_line_that_names_the_agreement(text: str, title: str) -> None:
    assert read(text).title == title


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "甲方：某中心\n乙方：某医院\n第一条 完。",
            [("甲方", "payer", "某中心"), ("乙方", "provider", "某医院")],
        ),
        ("甲 方（盖章）：\n某中心\n第一条 完。", [("甲方", "payer", "某中心")]),
        ("第一条 完。\n甲方：某中心", [("甲方", "payer", "某中心")]),
        (
            "甲方：\n乙方：某医院\n第一条 完。",
            [("甲方", "payer", ""), ("乙方", "provider", "某医院")],
        ),
        (
            "Payer: A Plan\nProvider: B Clinic\n1. Term. Long.",
            [("Payer", "payer", "A Plan"), ("Provider", "provider", "B Clinic")],
        ),
    ],
)
def test_parties_are_named_by_their_lines(text: str, parties: list[tuple[str, str, str]]) -> None:
    assert [(one.title, one.role, one.name) for one in read(text).parties] == parties


@pytest.mark.parametrize(
    ("text", "closing"),
    [
        ("第一条 完。\n（以下无正文）\n甲方（盖章）：", ["（以下无正文）", "甲方（盖章）："]),
        ("第一条 完。\n甲方：签字\n第二条 又一条。", []),
        (
            "1. Term. Long.\nIN WITNESS WHEREOF the parties sign.\nBy: ____",
            ["IN WITNESS WHEREOF the parties sign.", "By: ____"],
        ),
    ],
)
def test_the_signature_block_begins_after_the_last_number(text: str, closing: list[str]) -> None:
    assert [block.text for block in read(text).closing] == closing


def test_the_language_is_found_when_it_is_not_given() -> None:
    assert read("第一条 完。").language == "zh"
    assert read("1. Term. Long.").language == "en"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "Supply Agreement\nPayer: A\nRECITALS\nA. The Payer buys.\nB. The Provider sells.\n"
            "1. Term\n1.1 Start. Today.\n2. Fees. None.\nIN WITNESS WHEREOF they sign.\nBy: __",
            ["title", "party", "recital", "recital", "recital", "signature", "signature"],
        ),
        (
            "服务协议\n甲方：某中心\n鉴于乙方有资质，双方约定：\n第一条 完。\n甲方（盖章）：",
            ["title", "party", "recital", "signature"],
        ),
    ],
)
def test_what_stands_around_the_clauses_is_told_apart(text: str, kinds: list[str]) -> None:
    found = read(text)
    parts = [*preamble_parts(found), *closing_parts(found)]
    assert [kind for kind, _ in parts] == kinds
    assert [block.text for block in found.blocks()] == text.split("\n")


def test_a_list_that_ends_before_the_first_section_is_recited_and_no_clause() -> None:
    found = read("A. One buys.\nB. One sells.\n1. Term\n1.1 Start. Today.\n2. Fees. None.")
    assert [clause.label for clause in found.clauses] == ["1.", "2."]
    assert [block.text for block in found.preamble] == ["A. One buys.", "B. One sells."]


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("附件2\n\n医疗服务协议\n第一条 完。", [""]),
        ("Exhibit 10\n1. Term. Long.", [""]),
        ("附件一 支付参数\n第一条 完。", ["附件一", "附件一"]),
        ("Exhibit A\n1. Term. Long.", ["Exhibit A", "Exhibit A"]),
        ("附件一 申请表\n附件二 某市医师服务协议\n甲方：某中心\n乙方：某人\n第一条 完。", [""]),
        ("附件二 费用表\n甲方：某中心\n第一条 完。", ["附件二", "附件二"]),
    ],
)
def test_a_stamp_of_the_file_is_no_attachment_of_the_agreement(
    text: str, scopes: list[str]
) -> None:
    assert [clause.scope for _, clause in read(text).walk()] == scopes


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "第一条 定义与解释\n1. 病历指诊疗记录。\n第二条 付费\n第三条 用语含义\n附件一 术语",
            ["definitions", "item", "clause", "definitions", "attachment"],
        ),
        (
            "第一章 释 义\n第一条 甲方指某中心。\n第二条 定义权归甲方",
            ["definitions", "clause", "clause"],
        ),
        (
            "1. Certain Definitions. Words.\n2. Definition of Confidential Information. Words.\n"
            "3. DEFINITIONS AND INTERPRETATION\n3.1 Words.",
            ["definitions", "clause", "definitions", "clause"],
        ),
    ],
)
def test_a_clause_whose_heading_says_so_is_one_of_definitions(text: str, kinds: list[str]) -> None:
    assert list(clause_kinds(read(text))) == kinds
