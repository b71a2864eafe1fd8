"""Duties: who must, must not or may do what, when, on what condition."""

from __future__ import annotations

import pytest

from tests.extract.places import details, facts

Rows = list[tuple[str, str, str]]


def rows(text: str, code: str) -> Rows:
    return [(fact.name, fact.op, fact.value) for fact in facts(text, code, "duty")]


ZH: list[tuple[str, Rows]] = [
    ("乙方应当保存病历。", [("乙方", "must", "保存病历")]),
    (
        "乙方应当上传数据，并不得泄露。",
        [("乙方", "must", "上传数据"), ("乙方", "must_not", "泄露")],
    ),
    ("甲乙双方有权提出建议。", [("甲乙双方", "may", "提出建议")]),
    (
        "发现冒名的，乙方应当停止结算；甲方可以暂停拨付。",
        [("乙方", "must", "停止结算"), ("甲方", "may", "暂停拨付")],
    ),
    ("费用应当由甲方承担。", [("甲方", "must", "由甲方承担")]),
    ("病历应当归档。", [("", "must", "归档")]),
    ("乙方相应的费用由双方协商。", []),
    ("有效期届满，乙方继续经营的，应当申请换证。", [("乙方", "must", "申请换证")]),
    ("因特殊情况用人单位申请报销，应当提供病历。", [("用人单位", "must", "提供病历")]),
    ("甲方应当指派两名人员。", [("甲方", "must", "指派两名人员")]),
    ("平均住院日应控制在16天以下。", []),
]


def test_what_stands_before_chinese_clauses_may_oblige_and_english_recitals_do_not() -> None:
    text = "体检合同\n\n乙方应当在3日内报到。\n\n第一条 费用\n费用由双方议定。\n"
    assert rows(text, "zh") == [("乙方", "must", "在3日内报到")]
    recital = (
        'SERVICES AGREEMENT\n\nbetween Alpha Inc. ("Payer") and Beta LLC ("Provider")\n\n'
        "Provider shall serve members.\n\n"
        "1. Fees. Payer has set the fees for the services that members need, by kind of service,"
        " and has told them to all who asked.\n"
    )
    assert rows(recital, "en") == []


@pytest.mark.parametrize(("sentence", "wanted"), ZH)
def test_a_chinese_sentence_says_who_must_do_what(sentence: str, wanted: Rows) -> None:
    assert rows(f"第一条 {sentence}\n", "zh") == wanted


EN: list[tuple[str, Rows]] = [
    ("Provider shall keep records.", [("Provider", "must", "keep records")]),
    (
        "Payer shall pay claims and shall not offset them.",
        [("Payer", "must", "pay claims"), ("Payer", "must_not", "offset them")],
    ),
    ("Claims shall be paid by Payer.", [("Payer", "must", "be paid by Payer")]),
    ("Claims shall be paid promptly.", [("", "must", "be paid promptly")]),
    (
        "Neither party shall assign this Agreement.",
        [("each party", "must_not", "assign this Agreement")],
    ),
    ("In no event shall Provider bill a Member.", [("Provider", "must_not", "bill a Member")]),
    (
        "Provider, at its own expense, shall carry insurance.",
        [("Provider", "must", "carry insurance")],
    ),
    (
        "Payer may audit the records that Provider shall keep.",
        [("Payer", "may", "audit the records")],
    ),
    ("This Agreement shall be governed by the laws of Ohio.", []),
    ("“Claim” shall mean a request for payment.", []),
    ("Records   Provider shall keep records.", [("Provider", "must", "keep records")]),
    ("No fees or expenses will be paid.", [("", "must_not", "be paid")]),
    ("Payment by Payer will be made in cash.", [("Payer", "must", "be made in cash")]),
    (
        "Provider agrees to keep records and not to disclose them.",
        [("Provider", "must", "keep records"), ("Provider", "must_not", "disclose them")],
    ),
    (
        "Provider shall (a) keep records; and (b) produce them.",
        [("Provider", "must", "keep records"), ("Provider", "must", "produce them")],
    ),
]


@pytest.mark.parametrize(("sentence", "wanted"), EN)
def test_an_english_sentence_says_who_must_do_what(sentence: str, wanted: Rows) -> None:
    assert rows(f"1.1 Duty. {sentence}\n", "en") == wanted


def test_items_of_a_chinese_list_have_its_actor_and_its_modality() -> None:
    text = "第一条 乙方不得有下列行为：\n（一）伪造病历；\n（二）推诿患者。\n"
    assert rows(text, "zh")[1:] == [
        ("乙方", "must_not", "伪造病历"),
        ("乙方", "must_not", "推诿患者"),
    ]


def test_a_heading_names_the_actor_of_its_list() -> None:
    text = "第一条 甲方的义务\n（一）及时拨付费用；\n（二）公布定点名单。\n"
    assert {row[:2] for row in rows(text, "zh")} == {("甲方", "must")}


def test_a_list_of_cases_is_no_list_of_duties() -> None:
    text = "第一条 乙方有下列情形之一的，甲方可以解除协议：\n（一）伪造病历；\n（二）挂床住院。\n"
    assert rows(text, "zh") == [("甲方", "may", "解除协议")]


@pytest.mark.parametrize(
    "lead",
    [
        "Payer may end this Agreement if:",
        "Payer may end this Agreement upon any of the following events:",
        "Payer may end this Agreement for one of the following reasons:",
        "Payer may reject a bill which:",
    ],
)
def test_an_english_list_of_cases_is_no_list_of_duties(lead: str) -> None:
    text = f"1. End. {lead}\n(a) is late;\n(b) a person becomes entitled to sue Payer.\n"
    assert [row[:2] for row in rows(text, "en")] == [("Payer", "may")]


def test_an_exception_within_an_item_leaves_it_a_duty() -> None:
    text = (
        "1. Data. Provider shall:\n(a) not sell data, except that Provider may lend it; and\n"
        "(b) erase it, provided that Payer may keep one copy.\n"
    )
    assert rows(text, "en") == [
        ("Provider", "must_not", "sell data"),
        ("Provider", "may", "lend it"),
        ("Provider", "must", "erase it"),
        ("Payer", "may", "keep one copy"),
    ]


def test_what_a_party_warrants_in_a_list_is_said_of_it() -> None:
    text = "1. Law. Provider warrants that:\n(a) it is licensed; and\n(b) it will obey the law.\n"
    assert rows(text, "en") == [("Provider", "must", "obey the law")]


@pytest.mark.parametrize(
    "lead", ["Provider shall, if so asked:", "Provider shall do the following when asked:"]
)
def test_a_condition_within_a_lead_leaves_its_items_duties(lead: str) -> None:
    text = f"1. Duties. {lead}\n(a) keep records; and\n(b) produce them.\n"
    assert [row[:2] for row in rows(text, "en")][-2:] == [("Provider", "must")] * 2


def test_items_of_an_english_list_have_its_actor() -> None:
    text = "1. Duties. Provider shall:\n(a) keep records for ten years; and\n(b) produce them.\n"
    assert [row[:2] for row in rows(text, "en")][-2:] == [("Provider", "must")] * 2


def test_a_duty_has_its_deadline_and_what_that_is_counted_from() -> None:
    (zh,) = facts(
        "第一条 乙方应当自收到通知之日起3个工作日内答复，法定节假日除外。\n", "zh", "duty"
    )
    assert details(zh)["deadline"] == "<=P3BD"
    assert details(zh)["trigger"] == "收到通知"
    assert details(zh)["exception"] == "法定节假日除外"
    (en,) = facts(
        "1.1 Pay. If a claim is clean, Payer shall pay it within 30 days after receipt, "
        "unless it is disputed.\n",
        "en",
        "duty",
    )
    assert details(en) == {
        "deadline": "<=P30D",
        "trigger": "after receipt",
        "condition": "If a claim is clean",
        "exception": "unless it is disputed",
    }


def test_what_follows_a_breach_is_its_consequence() -> None:
    (duty, refusal) = facts("第一条 乙方应当在3日内补办手续，否则甲方不予支付。\n", "zh", "duty")
    assert details(duty)["consequence"] == "否则甲方不予支付"
    assert (refusal.name, refusal.op) == ("甲方", "must_not")
