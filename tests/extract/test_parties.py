"""How the beginnings of made-up agreements name their parties."""

from __future__ import annotations

import pytest

from contractkit.lang.en.parties import parties as english
from contractkit.lang.zh.parties import parties as chinese
from tests.extract.places import details, facts

ENGLISH = [
    (
        'This Agreement is made by and between [PAYER NAME], a [state] corporation ("Payer"), and '
        '____________ ("Provider").',
        [("Payer", ""), ("Provider", "")],
    ),
    (
        "SERVICE AGREEMENT\n\nbetween\n\nAlpha Limited\n\nand\n\nBeta AS\n\nTHIS AGREEMENT is "
        'between\n(1) Alpha Limited ("Alpha"); and\n(2) Beta AS ("Beta").',
        [("Alpha", "Alpha Limited"), ("Beta", "Beta AS")],
    ),
    (
        'AGREEMENT made as of May 2, 2014 (Date), between Alpha Industries, Inc. ("Company"), and '
        'Beta Care, LLC ("Contractor").',
        [("Company", "Alpha Industries, Inc."), ("Contractor", "Beta Care, LLC")],
    ),
    (
        'Alpha Health, Inc., a Delaware corporation ("Plan") and Dr. Jane Roe, an individual '
        '("Physician") agree to the following terms.',
        [("Plan", "Alpha Health, Inc."), ("Physician", "Dr. Jane Roe")],
    ),
    (
        'To: Alpha Bank, N.A. ("Counterparty")\nFrom: Beta AG, London Branch ("Beta")\nSubject: X',
        [("Counterparty", "Alpha Bank, N.A."), ("Beta", "Beta AG")],
    ),
    (
        "DATED 30 January 2020\n\nAGREEMENT\n\nbetween\n\nAlpha Limited\n\nand\n\nBeta AS\n",
        [("", "Alpha Limited"), ("", "Beta AS")],
    ),
    (
        "This Agreement is between Alpha, Inc., a Delaware corporation (“Alpha”), Gamma L.P., "
        "Delta Fund, L.P. and John Roe (collectively, the “Holders”).",
        [("Alpha", "Alpha, Inc."), ("", "Gamma L.P."), ("", "Delta Fund, L.P."), ("", "John Roe")],
    ),
    (
        'THIS AGREEMENT is between Alpha Corp., hereinafter called "Owner", and Beta Corp., '
        'hereinafter called "Operator".',
        [("Owner", "Alpha Corp."), ("Operator", "Beta Corp.")],
    ),
    (
        'This Agreement ("Agreement") is entered into by Alpha Inc. ("Payer") and Beta Hospital '
        '("Hospital"). Payer owns the programs (the "Software").',
        [("Payer", "Alpha Inc."), ("Hospital", "Beta Hospital")],
    ),
    (
        "This Form is under the Terms between {first} and {second}. Client may use the Portal "
        'for a free trial ("Trial Period"). The Paid Period will begin after the Trial Period. '
        "Section 7.2 (Vendor Service Remedy) does not apply, and Section 8 (Costs) does.",
        [],
    ),
    (
        "This letter creates no duty between either of us.\nWe, the Vendor, may tell you what is "
        "secret. Neither of us will (a) use it; nor (b) sell it. You, the Client, shall keep it.",
        [],
    ),
    (
        "This Agreement is between Will Roe Stores, Inc. (“Stores”) and May & Sons LLC (“Sons”).",
        [("Stores", "Will Roe Stores, Inc."), ("Sons", "May & Sons LLC")],
    ),
]


@pytest.mark.parametrize(("text", "named"), ENGLISH)
def test_each_english_party_is_told_once_by_title_and_name(
    text: str, named: list[tuple[str, str]]
) -> None:
    assert [(one.title, one.name) for one in english(text)] == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("甲方：\t云岭市中心\n乙方：\n", [("甲方", "云岭市中心"), ("乙方", "")]),
        (
            "甲方：\n\n云岭市医保局乙方：\n\n第一医院\n",
            [("甲方", "云岭市医保局"), ("乙方", "第一医院")],
        ),
        ("甲方：\n地址：云岭市人民路1号\n", [("甲方", "")]),
    ],
)  # fmt: skip
def test_a_chinese_name_may_stand_on_the_line_below(
    text: str, named: list[tuple[str, str]]
) -> None:
    assert [(one.title, one.name) for one in chinese(text)] == named


def test_what_a_later_mention_says_of_a_party_is_added_to_it() -> None:
    text = (
        "服务协议\n\n甲方：云岭市中心\n\n乙方：第一医院\n\n签订地点：云岭市\n\n"
        "甲方：云岭市中心\n统一社会信用代码：12539901MB0X41207A\n\n第一条 服务\n乙方提供服务。\n"
    )
    first, _ = facts(text, "zh", "party")
    assert (first.value, details(first)["code"]) == ("云岭市中心", "12539901MB0X41207A")
