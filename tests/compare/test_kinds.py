"""Each kind of delta is told by its name, with both texts; and so is each harmless one."""

from __future__ import annotations

import pytest

from contractkit.compare import compare
from contractkit.extract import references
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import HARMFUL, HARMLESS, OTHER
from tests.builders import agreement

ZH = "乙方应当在每月10日前向甲方报送上月的费用清单，甲方按项目付费。"
EN = "Provider shall send Payer the list of charges by the tenth day of each month. "

TOLD = [
    ("zh", "甲方承担全部检测费用。", "乙方承担全部检测费用。", "party 甲方 乙方"),
    ("zh", "乙方提交全部病历资料备查。", "乙方提交主要病历资料备查。", "scope 全部 主要"),
    ("zh", "住院费用由甲方按项目付费结算。", "住院费用由甲方按床日付费结算。", "method 项目 床日"),
    ("zh", "甲方自收到账单之日起30日内付清。", "甲方自开具账单之日起30日内付清。",
     "start 自收到 自开具"),
    ("zh", "稽核，是指甲方的全面核查。", "督查，是指甲方的全面核查。", "term 稽核 督查"),
    ("zh", "乙方赔偿因此造成的损失。", "乙方赔偿因此造成的损失，但不可抗力造成的除外。",
     "exception  但不可抗力造成的除外"),
    ("zh", "乙方支付保证金5万元整。", "乙方支付保证金____元整。", "blank 5万元整 ____元整"),
    ("en", "Payer bears the cost of every test.", "Provider bears the cost of every test.",
     "party Payer Provider"),
    ("en", "Provider hands over all records.", "Provider hands over material records.",
     "scope all material"),
    ("en", "Payer pays within 30 days after receipt of the bill.",
     "Payer pays within 30 days after issuance of the bill.", "start receipt issuance"),
    ("en", "Payer pays the lesser of the rate and the charge.",
     "Payer pays the greater of the rate and the charge.", "method lesser greater"),
    ("en", "Payer pays the fee in full.", "Subject to available funds, Payer pays the fee in full.",
     "condition  Subject to available funds"),
    ("en", "Payer pays the fee in full.", "Payer pays the fee in full, unless Provider objects.",
     "exception  unless Provider objects"),
]  # fmt: skip


def told(code: str, before: str, after: str) -> list[str]:
    rest = {"zh": ZH, "en": EN}[code]
    label = {"zh": "第一条 约定", "en": "1. Terms"}[code]
    one, two = (agreement(f"{label} | {rest}{text}", language=code) for text in (before, after))
    (pair,) = compare(one, two).pairs
    assert pair.base
    assert pair.other
    for delta in pair.deltas:
        assert delta.kind in (*HARMFUL, *HARMLESS, *OTHER)
    return [f"{d.kind} {d.before} {d.after}" for d in pair.deltas if d.kind in HARMFUL]


@pytest.mark.parametrize(("code", "before", "after", "wanted"), TOLD)
def test_a_kind_is_told_with_both_texts(code: str, before: str, after: str, wanted: str) -> None:
    assert told(code, before, after) == [wanted]


@pytest.mark.parametrize(
    ("code", "gone", "kind"),
    [
        ("zh", "乙方不得向参保人员收取押金。", "obligation"),
        ("zh", "本条自签订之日起施行。", "passage"),
        ("en", "Provider shall not bill the Member.", "obligation"),
        ("en", "This section takes effect at signing.", "passage"),
    ],
)
def test_a_sentence_that_went_or_came_is_told_whole(code: str, gone: str, kind: str) -> None:
    assert told(code, gone, "") == [f"{kind} {gone} "]
    assert told(code, "", gone) == [f"{kind}  {gone}"]


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("zh", "病历和处方", "病历或者处方"),
        ("zh", "病历或处方", "病历以及处方"),
        ("en", "records and claims", "records or claims"),
        ("en", "records or claims", "records as well as claims"),
    ],
)
def test_and_that_became_or_is_told(code: str, before: str, after: str) -> None:
    tail = "由乙方按月报送甲方审核" if code == "zh" else " are sent to Payer every month"
    (one,) = told(code, f"{before}{tail}", f"{after}{tail}")
    assert one.startswith("conjunction ")


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("zh", "病历和处方", "病历以及处方"),
        ("en", "records and claims", "records as well as claims"),
    ],
)
def test_another_word_for_and_is_harmless(code: str, before: str, after: str) -> None:
    tail = "由乙方按月报送甲方审核" if code == "zh" else " are sent to Payer every month"
    assert told(code, f"{before}{tail}", f"{after}{tail}") == []


def test_a_code_that_changed_is_a_value_that_changed() -> None:
    assert told("en", "90837\tpsychotherapy\tnone", "90844\tpsychotherapy\tnone") == [
        "value 90837 90844"
    ]


def draft(*extra: str, cited: str) -> Agreement:
    return agreement(
        "第一条 总则 | 双方遵循诚信原则履行本协议的各项约定。",
        *extra,
        "第二条 付款 | 甲方按月向乙方拨付上月的全部结算款项。",
        "第三条 违约 | 甲方逾期拨付结算款项的，承担违约责任。",
        f"第四条 救济 | 发生{cited}所列情形的，乙方可以申请复核。",
        language="zh",
    )


def kinds(base: Agreement, other: Agreement) -> set[str]:
    cited = (references(base), references(other))
    pairs = compare(base, other, references=cited).pairs
    return {delta.kind for pair in pairs for delta in pair.deltas}


def renumbered(cited: str) -> Agreement:
    return agreement(
        "第一条 总则 | 双方遵循诚信原则履行本协议的各项约定。",
        "第二条 停车 | 院内车位由物业公司统一安排并且收费。",
        "第三条 付款 | 甲方按月向乙方拨付上月的全部结算款项。",
        "第四条 违约 | 甲方逾期拨付结算款项的，承担违约责任。",
        f"第五条 救济 | 发生{cited}所列情形的，乙方可以申请复核。",
        language="zh",
    )


def test_a_reference_that_follows_the_renumbering_is_harmless() -> None:
    assert kinds(draft(cited="第三条"), renumbered("第四条")) == {"numbering"}


def test_a_reference_to_another_clause_is_told_though_its_number_is_the_same() -> None:
    assert "reference" in kinds(draft(cited="第三条"), renumbered("第三条"))
    assert "reference" in kinds(draft(cited="第三条"), draft(cited="第二条"))


def test_list_items_in_another_order_are_harmless() -> None:
    items = [
        "（一） | 约谈乙方的负责人；",
        "（二） | 暂停拨付有关的费用；",
        "（三） | 追回违规费用。",
    ]
    one, two = (
        agreement("第一条 处理 | 甲方可以采取下列措施：", *(f"  {i}" for i in order), language="zh")
        for order in (
            items,
            ["（一） | 暂停拨付有关的费用；", "（二） | 约谈乙方的负责人；", items[2]],
        )
    )
    result = compare(one, two)
    assert [pair.change for pair in result.pairs] == ["same"]
    assert dict(result.ignored) == {"order": 1}


def test_what_is_not_ignored_is_a_finding_of_form() -> None:
    one = agreement(f"第一条 约定 | {ZH}", language="zh")
    two = agreement(f"第一条 约定 | {ZH.replace('，', ',')}", language="zh")
    assert compare(one, two).findings == ()
    (finding,) = compare(one, two, ignore=()).findings
    assert (finding.rule, finding.kind, finding.severity) == ("form", "width", "low")
