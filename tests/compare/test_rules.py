"""Each rule of law that is shipped finds what it is for, in both languages, and nothing beside."""

# ruff: noqa: E501 - a case of a rule on two lines

from __future__ import annotations

from collections.abc import Mapping

import pytest

from contractkit.assembly import standard_text
from contractkit.compare import compare
from contractkit.model.comparison import Advice, Finding
from contractkit.model.standard import Library
from tests.builders import agreement

# For each rule: zh that breaks it, zh that does not, and the same in en ("" where the law is not
# about agreements in that language).
CASES: Mapping[str, tuple[str, str, str, str]] = {
    "inpatient_record_retention": (
        "住院病历至少保存十五年。", "住院病历保存三十年，出院后3日内归档。",
        "Inpatient records are kept for 15 years.", "Inpatient records are kept for 30 years.",
    ),
    "outpatient_record_retention": (
        "门诊病历保存10年。", "门诊病历保存15年，每年盘点一次。",
        "Outpatient records are kept for 10 years.", "Outpatient records are kept for 15 years.",
    ),
    "arbitration_clause": (
        "争议提交仲裁委员会。", "约定仲裁的条款无效。",
        "Disputes go to arbitration to avoid delay.", "A clause on arbitration is void.",
    ),
    "fines_by_payer": (
        "甲方对乙方处以罚款。", "罚款由医疗保障行政部门决定。",
        "Payer may fine Provider.", "Terms are confined to what is defined above.",
    ),
    "credential_custody": (
        "住院期间医保卡由医保办保管。", "乙方不得保管参保人员的医保卡；病历由乙方保管。",
        "The insurance card is held by Provider.", "Provider shall keep records; it shall not take the insurance card.",
    ),
    "outdated_bodies": (
        "报当地人社局备案。", "报医疗保障局备案。",
        "File with the Social Insurance Bureau.", "File with the medical security agency.",
    ),
    "outdated_departments": (
        "向卫生行政部门报告。", "向卫生健康主管部门报告。",
        "Report to the Administration for Industry and Commerce.", "Report to the Health Commission.",
    ),
    "outdated_schemes": (
        "参加城镇医疗保险的人员。", "依照《本市城镇医疗保险办法》执行。",
        "Members of the new rural cooperative medical scheme.", "Members of the employee scheme.",
    ),
    "repealed_laws": (
        "依照《中华人民共和国合同法》签订。", "依照《中华人民共和国劳动合同法》签订。",
        "Under the Contract Law of the People's Republic of China.", "Under the Labor Contract Law.",
    ),
    "outdated_names_us": (
        "适用HCFA的规定。", "适用CMS的规定。",
        "The manuals of the Health Care Financing Administration apply.", "The manuals of CMS apply.",
    ),
    "reconsideration_period": (
        "不服的，可以在7日内提出申诉。", "不服的，可以在60日内申请行政复议。",
        "If Provider disagrees with a decision, it may appeal within 7 days.",
        "If Provider disagrees with a decision, it may appeal within 60 days.",
    ),
    "emergency_record_supplement": (
        "抢救结束后24小时内补记。", "抢救结束后6小时内补记。",
        "The record is complete within 24 hours after emergency treatment.",
        "After emergency treatment the practitioner shall complete the record within 6 hours.",
    ),
    "general_prescription_supply": (
        "一般处方用量不超过14日。", "一般处方用量不超过7日。",
        "A general prescription is for a supply of 14 days.",
        "A general prescription is for a supply of 7 days.",
    ),
    "emergency_prescription_supply": (
        "急诊处方用量不超过7日。", "急诊处方用量不超过3日。",
        "An emergency prescription is for a supply of 7 days.",
        "An emergency prescription is for a supply of 3 days.",
    ),
    "long_term_prescription_supply": (
        "长期处方用量不超过180日。", "长期处方用量不超过84日。",
        "A long-term prescription is for a supply of 180 days.",
        "A long-term prescription is for a supply of 84 days.",
    ),
    "renewal_inpatient_record_retention": (
        "住院病历保存15年。", "住院病历保存30年。",
        "Inpatient records are kept for 15 years.", "Inpatient records are kept for 30 years.",
    ),
    "renewal_outpatient_record_retention": (
        "门诊病历保存10年。", "门诊病历保存15年。",
        "Outpatient records are kept for 10 years.", "Outpatient records are kept for 15 years.",
    ),
    "hipaa_documentation_retention": (
        "HIPAA文件保存5年。", "HIPAA文件保存6年。",
        "HIPAA documentation is kept for 5 years.", "HIPAA documentation is kept for 6 years.",
    ),
    "balance_billing": (
        "乙方可以向患者收取差额。", "乙方不得向患者收取差额。",
        "Provider may bill the patient for the difference.", "Provider shall not bill the patient.",
    ),
    "gag_clause": (
        "医师不得与患者讨论其他方案。", "医师可以与患者讨论其他方案。",
        "A physician shall not discuss treatment that is not covered.", "A physician may discuss treatment.",
    ),
}  # fmt: skip


def found(library: Library, rule: str, text: str, code: str) -> list[Finding]:
    """The findings of ``rule`` in a clause of that text, by the first template it holds for."""
    (template, *_) = next(one.templates for one in library.rules if one.id == rule)
    label = "第一条 约定" if code == "zh" else "1. Terms"
    one = agreement(f"{label} | {text}", language=code)
    result = compare(one, one, library=library, template=template)
    return [finding for finding in result.findings if finding.rule == rule]


def test_every_rule_of_the_library_is_tried_here(library: Library) -> None:
    assert set(CASES) == {rule.id for rule in library.rules}


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_finds_what_breaks_it_in_either_language(library: Library, rule: str) -> None:
    for code, text in (("zh", CASES[rule][0]), ("en", CASES[rule][2])):
        (finding,) = found(library, rule, text, code)
        assert finding.basis
        assert text[finding.start : finding.end] == finding.after
        assert finding.advice is not None
        assert finding.advice.kind == "push_back"


@pytest.mark.parametrize("rule", CASES)
def test_a_rule_is_silent_where_nothing_breaks_it(library: Library, rule: str) -> None:
    for code, text in (("zh", CASES[rule][1]), ("en", CASES[rule][3])):
        assert found(library, rule, text, code) == []


def test_no_standard_text_of_ours_breaks_a_rule(library: Library) -> None:
    ids = {rule.id for rule in library.rules}
    for name, code in library.templates:
        text = standard_text(library, name, {}, language=code)
        result = compare(text, text, library=library, template=name)
        assert not [finding for finding in result.findings if finding.rule in ids], (name, code)


def test_a_name_that_changed_is_told_once_with_its_places_and_the_new_name(
    library: Library,
) -> None:
    draft = agreement(
        "甲方：某县社会保险局",
        "第一条 备案 | 向社会保险局备案。",
        "第二条 申诉 | 向人力资源社会保障局申诉。",
        language="zh",
    )
    result = compare(draft, draft, library=library, template="hospital-service")
    (finding,) = [one for one in result.findings if one.rule == "outdated_bodies"]
    assert finding.advice == Advice(
        "push_back", "社会保险局→医疗保障经办机构、人力资源社会保障局→医疗保障局"
    )
    assert "首部、第一条" in finding.message
    assert "第二条" in finding.message
    assert finding.before == "医疗保障经办机构"
