"""What a standard text leaves open is no difference when a draft fills it in."""

from __future__ import annotations

from contractkit.compare import compare
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import Comparison
from tests.builders import agreement

OPENING = "甲方与乙方经协商一致，签订本协议，共同遵守。"
HEAD = "院区\t服务类别\t床位"


def standard(*lines: str) -> Agreement:
    return agreement(OPENING, *lines, language="zh")


def draft(*lines: str) -> Agreement:
    return agreement(*lines, language="zh")


def beds(*rows: str) -> str:
    return "第一条 床位 | 乙方开放的床位如下表：\n" + "\n".join((HEAD, *rows))


def found(base: Agreement, other: Agreement) -> Comparison:
    return compare(base, other)


CLAUSE = "第一条 付款 | 甲方应当按月向乙方拨付结算款项，并同时出具清算明细供乙方核对。"


def test_a_title_and_the_parties_are_no_addition_to_the_preamble() -> None:
    other = draft(
        "服务协议", "甲方：某中心", "乙方：某医院", OPENING.replace("签订", "订立"), CLAUSE
    )
    messages = [finding.message for finding in found(standard(CLAUSE), other).findings]
    assert not [one for one in messages if "某中心" in one or "服务协议" in one]


def test_a_duty_among_them_is_told() -> None:
    other = draft(
        "服务协议", OPENING.replace("签订", "订立"), "甲方应当每月向乙方预付全部费用。", CLAUSE
    )
    kinds = [finding.kind for finding in found(standard(CLAUSE), other).findings]
    assert "obligation" in kinds


def test_rows_in_a_table_that_was_empty_are_filled_in() -> None:
    other = draft(OPENING, beds("本部\t住院\t860", "北城\t日间\t60"))
    (_, pair) = (comparison := found(standard(beds()), other)).pairs
    assert {delta.kind for delta in pair.deltas} == {"filled"}
    assert comparison.findings == ()


def test_a_row_more_in_a_table_that_has_rows_is_told() -> None:
    other = draft(OPENING, beds("本部\t住院\t860", "北城\t日间\t60"))
    assert found(standard(beds("本部\t住院\t860")), other).findings


def test_a_table_that_lost_its_cells_is_the_same_table() -> None:
    rows = ("本部\t住院\t860", "北城\t日间\t60")
    other = draft(OPENING, beds(*rows).replace("\t", "\n"))
    comparison = found(standard(beds(*rows)), other)
    assert comparison.findings == ()


def test_cells_in_lines_below_the_head_of_an_empty_table_are_filled_in() -> None:
    rows = ("本部\t住院\t860", "北城\t日间\t60")
    other = draft(OPENING, beds(*rows).replace("\t", "\n"))
    assert found(standard(beds()), other).findings == ()


NOTICE = (
    "第一条 通知 | 通知送达下列地址：\n"
    "甲方：{payer=[甲方]}，{payer=[甲方]}，联系人{payer=[甲方]}，电话{payer=[甲方]}；\n"
    "姓名：{member=[姓名]}；"
)


def filled(*lines: str) -> list[str]:
    other = draft(OPENING, "第一条 通知 | " + "\n".join(("通知送达下列地址：", *lines)))
    return [finding.rule for finding in found(standard(NOTICE), other).findings]


def test_a_variable_without_a_value_is_open_to_be_filled_in() -> None:
    assert filled("甲方：某某中心，东路1号，联系人李某，电话010-1234；", "姓名：王某；") == []


def test_a_condition_in_what_was_filled_in_is_told_all_the_same() -> None:
    rules = filled(
        "甲方：某某中心，东路1号，联系人李某，电话010-1234；", "姓名：王某，但甲方另行指定的除外；"
    )
    assert rules == ["exception"]


def test_another_line_in_the_place_of_a_blank_one_is_told() -> None:
    assert filled("甲方：某某中心，东路1号，联系人李某，电话010-1234；", "甲方应当另行预付费用。")
