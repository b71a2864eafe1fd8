"""References between clauses: what they mean, those that dangle, those of other documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from contractkit.extract import references
from contractkit.lang import language
from contractkit.model.agreement import Agreement
from contractkit.model.document import Document
from contractkit.readers import outline, read
from contractkit.readers.plain import lines


def agreement(text: str, code: str) -> Agreement:
    return outline(Document(lines(text)), language(code))


ZH = """第一章 总则
第一条 本协议依照《医疗机构管理条例》第三条订立。
第二条 甲方应当按时付款。
前款期限自收到申报之日起计算。
第三条 乙方应当：
（一）保存病历；
（二）按照前条申报费用。
第四条 {sentence}
附件一 费用表
第一条 单价如下。
"""


def test_what_stands_above_the_clauses_as_a_label_cites_nothing() -> None:
    text = "Exhibit 10.1\n\nSERVICES AGREEMENT\n\nSchedule 2 Rates\n\n1. Fees. As Exhibit 3 says.\n"
    assert [one.text for one in references(agreement(text, "en"))] == ["Exhibit 3"]


@pytest.mark.parametrize(
    ("sentence", "targets"),
    [
        ("It pays (a) fees and (b) costs; clause (b) ends first.", ("1.",)),
        ("It pays as clause (c) says.", ()),
        ("It pays as Section 1(a)-(b) says: (a) fees and (b) costs.", ("1.",)),
    ],
)
def test_items_in_the_run_of_a_text_are_found(sentence: str, targets: tuple[str, ...]) -> None:
    (one,) = references(agreement(f"SERVICES AGREEMENT\n\n1. Fees. {sentence}\n", "en"))
    assert one.targets == targets


def test_a_clause_with_a_letter_is_found_by_its_letter() -> None:
    text = "SERVICES AGREEMENT\n\nA. Fees. As Section B says.\n\nB. Term. One year.\n"
    assert [one.targets for one in references(agreement(text, "en"))] == [("B.",)]


EN = """ARTICLE 1 Definitions
1.1 Term. It lasts as Section 2.1 says.
ARTICLE 2 Payment
2.1 Duty. Payer shall pay:
(a) claims; and
(b) interest.
2.2 Limits. {sentence}
Attachment A Rates
1. Unit rates. They are as listed.
"""


@pytest.mark.parametrize(
    ("sentence", "status", "targets"),
    [
        ("违反第二条的，承担责任。", "resolved", ("第二条",)),
        ("违反第二条第二款的，承担责任。", "resolved", ("第二条",)),
        ("违反第三条第（二）项的，承担责任。", "resolved", ("第三条",)),
        ("违反第三条第（九）项的，承担责任。", "dangling", ()),
        ("违反第一条至第三条的，承担责任。", "resolved", ("第一条", "第二条", "第三条")),
        ("违反第二条至第九条的，承担责任。", "dangling", ()),
        ("违反第四十条的，承担责任。", "dangling", ()),
        ("依照《社会保险法》第四十条处理。", "outside", ()),
        ("依照附件一第一条结算。", "resolved", ("附件一 第一条",)),
        ("依照附件二结算。", "dangling", ()),
    ],
)
def test_a_chinese_reference_is_resolved(
    sentence: str, status: str, targets: tuple[str, ...]
) -> None:
    found = references(agreement(ZH.format(sentence=sentence), "zh"))
    mine = [one for one in found if one.clause == "第四条"]
    assert mine[-1].status == status
    assert mine[-1].targets == targets


def test_words_of_position_mean_the_clause_before_or_the_paragraph() -> None:
    found = references(agreement(ZH.format(sentence="无。"), "zh"))
    by_text = {one.text: one for one in found}
    assert by_text["前条"].targets == ("第二条",)
    assert by_text["前款"].targets == ("第二条",)
    assert by_text["前条"].form == "clause-1"


@pytest.mark.parametrize(
    ("sentence", "status", "targets"),
    [
        ("Section 2.1 applies.", "resolved", ("2.1",)),
        ("Section 2.1(b) applies.", "resolved", ("2.1",)),
        ("Section 2.1(d) does not stand there.", "dangling", ()),
        ("Sections 2.1 through 2.2 apply.", "resolved", ("2.1", "2.2")),
        ("Section 9.9 applies.", "dangling", ()),
        ("Article 1 applies.", "resolved", ("ARTICLE 1",)),
        ("Section 1 of Attachment A applies.", "resolved", ("Attachment A 1.",)),
        ("Section 4 of the Social Security Act applies.", "outside", ()),
        ("The limit is that of 29 U.S.C. § 203(s).", "outside", ()),
        ("Article 28 of the GDPR applies.", "outside", ()),
        ("Mich. Comp. Laws § 445.77(1) applies.", "outside", ()),
        ("See § 13-8-51(10) for who is a professional.", "outside", ()),
        ("Attachment C applies.", "dangling", ()),
    ],
)
def test_an_english_reference_is_resolved(
    sentence: str, status: str, targets: tuple[str, ...]
) -> None:
    found = references(agreement(EN.format(sentence=sentence), "en"))
    mine = [one for one in found if one.clause == "2.2"]
    assert mine[0].status == status
    assert mine[0].targets == targets


def test_a_section_is_no_article_of_that_number_where_clauses_run_on() -> None:
    text = (
        "ARTICLE 1 Start\n1. Aim. To begin.\nARTICLE 2 Middle\n2. Pay. On time.\n"
        "3. Late. Section 2 applies, and Article 1 does not."
    )
    found = [one for one in references(agreement(text, "en")) if one.clause == "3."]
    assert found[0].targets == ("2.",)


def test_the_span_of_a_reference_is_its_place_in_the_block() -> None:
    text = ZH.format(sentence="违反第二条的，承担责任。")
    source = agreement(text, "zh")
    blocks = {block.index: block for block in source.blocks()}
    for one in references(source):
        assert blocks[one.span.block].text[one.span.start : one.span.end] == one.text


@pytest.mark.parametrize("name", ["law_jijin_jianguan_2021", "pair_nsfc_2024-11-08"])
def test_no_reference_of_a_statute_dangles(corpus: Path, name: str) -> None:
    found = references(read(corpus / "zh" / "laws" / f"{name}.txt"))
    assert len(found) > 10
    assert [one.text for one in found if one.status == "dangling"] == []
