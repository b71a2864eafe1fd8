"""Lines -> clause tree: which number hangs where, and what is only text."""

from __future__ import annotations

import pytest

from contractkit.lang import language
from contractkit.model.agreement import Agreement
from contractkit.readers import document, outline
from tests.builders import docx, p, r
from tests.ooxml.lists import abstract, lvl, num


def read(text: str, code: str | None = None, part: int | None = None) -> Agreement:
    tongue = language(code) if code else None
    return outline(document(text.encode(), "a.txt"), tongue, part=part)


def drawn(agreement: Agreement) -> list[str]:
    """The tree, a line a node: its level by indentation, label, heading and text."""
    return [
        "  " * level
        + " ".join(x for x in (c.label, c.heading, f"| {c.text}" if c.text else "") if x)
        for level, c in agreement.walk()
    ]


# what · lines · the tree
ZH = {
    "chapters hold articles that run on, articles hold items": (
        "第一章总则\n第一条甲方守法。\n第二条乙方：\n（一）守法；\n（二）守约。\n"
        "第二章 附 则\n第三条签字生效。",
        [
            "第一章 总则",
            "  第一条 | 甲方守法。",
            "  第二条 | 乙方：",
            "    （一） | 守法；",
            "    （二） | 守约。",
            "第二章 附 则",
            "  第三条 | 签字生效。",
        ],
    ),
    "items hold smaller items": (
        "第一条 资料：\n（一）甲类：\n1.原件；\n2.复印件。\n（二）乙类：\n1、原件。\n第二条 完。",
        [
            "第一条 | 资料：",
            "  （一） | 甲类：",
            "    1. | 原件；",
            "    2. | 复印件。",
            "  （二） | 乙类：",
            "    1、 | 原件。",
            "第二条 | 完。",
        ],
    ),
    "short forms number a whole agreement": (
        "一、付款\n（一）按月拨付。\n（二）年度清算。\n二、期限\n一年。",
        ["一、 付款", "  （一） | 按月拨付。", "  （二） | 年度清算。", "二、 期限 | 一年。"],
    ),
    "a caption in brackets is the heading": (
        "第一条（双方权利）甲方可以检查。\n第二条【期限】一年。",
        ["第一条 双方权利 | 甲方可以检查。", "第二条 期限 | 一年。"],
    ),
    "a short line alone is the heading": (
        "第一条 病历保存\n乙方妥善保存病历。\n第二条 期限\n一年。",
        ["第一条 病历保存 | 乙方妥善保存病历。", "第二条 期限 | 一年。"],
    ),
    "a sentence is no heading": (
        "第一条 甲方付款。\n第二条 完。",
        ["第一条 | 甲方付款。", "第二条 | 完。"],
    ),
    "a citation at the start of a line is text": (
        "第一条 甲方付款：\n（一）按月。\n第一条第二款所称费用另计。\n第二条 完。",
        [
            "第一条 | 甲方付款：",
            "  （一） | 按月。",
            "  | 第一条第二款所称费用另计。",
            "第二条 | 完。",
        ],
    ),
    "a year or a rate at the start of a line is text": (
        "第一条 期限：\n2026年1月1日起一年。\n3.5%以下不计。\n第二条 完。",
        ["第一条 | 期限：\n2026年1月1日起一年。\n3.5%以下不计。", "第二条 | 完。"],
    ),
    "a paragraph after a finished list stands beside it": (
        "第一条 资料：\n（一）原件；\n（二）复印件。\n乙方每月提交一次。\n第二条 完。",
        [
            "第一条 | 资料：",
            "  （一） | 原件；",
            "  （二） | 复印件。",
            "  | 乙方每月提交一次。",
            "第二条 | 完。",
        ],
    ),
    "a paragraph after an unfinished item belongs to it": (
        "第一条 资料：\n（一）原件，包括\n病历；\n（二）复印件。",
        ["第一条 | 资料：", "  （一） | 原件，包括\n病历；", "  （二） | 复印件。"],
    ),
    "a list that goes on after a paragraph keeps it": (
        "第一条 资料：\n（一）原件。\n原件查验后退还。\n（二）复印件。\n第二条 完。",
        [
            "第一条 | 资料：",
            "  （一） | 原件。\n原件查验后退还。",
            "  （二） | 复印件。",
            "第二条 | 完。",
        ],
    ),
    "attachments hold articles of their own": (
        "第一条 正文。\n附件一：参数\n第一条 费率。\n附件二\n第一条 名册。",
        ["第一条 | 正文。", "附件一： 参数", "  第一条 | 费率。", "附件二", "  第一条 | 名册。"],
    ),
}
EN = {
    "articles hold sections, sections hold items": (
        "ARTICLE 1 DEFINITIONS\n1.1 Plan. The payer.\n1.2 Claims. As follows:\n(a) clean; and\n"
        "(b) others.\nARTICLE 2 TERM\n2.1 Length. A year.",
        ["ARTICLE 1 DEFINITIONS", "  1.1 Plan | The payer.", "  1.2 Claims | As follows:",
         "    (a) | clean; and", "    (b) | others.", "ARTICLE 2 TERM", "  2.1 Length | A year."],
    ),
    "a heading is run in with its text": (
        "1. Term. Two years.\n2. Fees: None apply.\n3. Notices – In writing.",
        ["1. Term | Two years.", "2. Fees | None apply.", "3. Notices | In writing."],
    ),
    "(i) after (h) is a letter, after (a) a numeral": (
        "1. List:\n" + "\n".join(f"({c}) item {c};" for c in "abcdefghij") + "\n2. Other:\n"
        "(a) one:\n(i) first;\n(ii) second.\n(b) two.",
        ["1. List", *(f"  ({c}) | item {c};" for c in "abcdefghij"), "2. Other", "  (a) | one:",
         "    (i) | first;", "    (ii) | second.", "  (b) | two."],
    ),
    "decimals nest": (
        "1. Term. One year.\n1.1 Renewal. By notice.\n1.1.1 Form. In writing.\n"
        "1.2 End. Never.\n2. Fees. None.",
        ["1. Term | One year.", "  1.1 Renewal | By notice.", "    1.1.1 Form | In writing.",
         "  1.2 End | Never.", "2. Fees | None."],
    ),
    "a reference that a line begins with is text": (
        "Section 1.1 Audit. Records are open, as in\nSection 1.1 of this Agreement and\n"
        "Section 1.1(a) of this one.\nSection 1.2 Term. A year.",
        ["Section 1.1 Audit | Records are open, as in\nSection 1.1 of this Agreement and\n"
         "Section 1.1(a) of this one.", "Section 1.2 Term | A year."],
    ),
    "exhibits stand beside articles": (
        "ARTICLE I TERM\nA year.\nEXHIBIT A RATES\n1. Visits. $90.",
        ["ARTICLE I TERM | A year.", "EXHIBIT A RATES", "  1. Visits | $90."],
    ),
}  # fmt: skip
CASES = {("zh", name): case for name, case in ZH.items()} | {
    ("en", name): case for name, case in EN.items()
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}: {case[1]}")
def test_the_tree(case: tuple[str, str]) -> None:
    text, tree = CASES[case]
    assert drawn(read(text, case[0])) == tree


KINDS = {
    "第一章 总则": ["chapter"],
    "第一章 总则\n第一条 甲方：\n（一）守法。\n其他。": ["chapter", "clause", "item", "paragraph"],
    "附件一：参数\n第一条 费率。": ["attachment", "clause"],
    "一、付款\n（一）按月。": ["clause", "item"],
}


@pytest.mark.parametrize("text", KINDS)
def test_each_node_has_its_kind(text: str) -> None:
    assert [clause.kind for _, clause in read(text).walk()] == KINDS[text]


def test_clauses_of_an_attachment_have_its_scope_and_items_their_whole_path() -> None:
    found = read(
        "第一条 正文：\n（一）甲；\n1.乙。\n附件一：参数\n第二条 费率：\n（三）跳号；\n（一）丙。"
    )
    assert [(c.number.path, c.scope) for _, c in found.walk() if c.number] == [
        ((1,), ""),
        ((1, 1), ""),
        ((1, 1, 1), ""),
        ((1,), "附件一："),
        ((2,), "附件一："),
        ((2, 1), "附件一："),
    ]


def test_typed_and_automatic_numbers_make_the_same_tree() -> None:
    lists = [
        abstract(
            0,
            lvl(0, "第%1章", "chineseCounting"),
            lvl(1, "第%2条", "chineseCounting", restart=0),
            lvl(2, "（%3）", "chineseCounting"),
        ),
        num(1, 0),
    ]
    levels = [(0, "总则"), (1, "甲方："), (2, "守法；"), (2, "守约。"), (0, "附则"), (1, "完。")]
    automatic = outline(
        document(docx(*(p(text, num=(1, n)) for n, text in levels), numbering=lists), "a.docx")
    )
    typed = read("第一章 总则\n第一条 甲方：\n（一）守法；\n（二）守约。\n第二章 附则\n第二条 完。")
    assert drawn(automatic) == drawn(typed)


def test_a_bold_automatic_heading_is_the_whole_paragraph() -> None:
    lists = [abstract(0, lvl(0, "%1.")), num(1, 0)]
    found = outline(
        document(
            docx(
                p(r("Hold harmless; no balance billing", b=True), num=(1, 0), outline=1),
                p("Provider bills nobody."),
                numbering=lists,
            ),
            "a.docx",
        )
    )
    assert drawn(found) == ["1. Hold harmless; no balance billing | Provider bills nobody."]
