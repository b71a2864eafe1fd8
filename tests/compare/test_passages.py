"""A clause that the draft has inside another is not missing; one that it lacks is."""

# ruff: noqa: E501 - a clause on a line

from __future__ import annotations

import pytest

from contractkit.compare import compare
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import Comparison, Finding
from contractkit.model.standard import Library
from tests.builders import agreement

BASE = {
    "zh": (
        "第一条 身份核验 | 乙方应当核对就诊人与医保凭证，做到人证相符，发现冒名就医的应当停止结算。",
        "第二条 费用明细 | 乙方应当每日向住院患者提供费用明细清单和免费查询。",
        "第三条 外伤 | 经治医师应当在病历中如实记载受伤原因和经过。",
        "第四条 转诊 | 年度转院率不超过3%，转诊应当备案。",
        "第五条 药品 | 目录内药品的备药率不低于70%。",
        "第六条 期限 | 本协议有效期一年。",
    ),
    "en": (
        "1. Identity | Provider checks the credential and the person, and stops an impostor.",
        "2. Statements | Provider gives each inpatient a daily itemized statement free of charge.",
        "3. Trauma | The physician records the cause and course of an injury truthfully.",
        "4. Transfers | The transfer rate does not exceed 3% and each transfer is reported.",
        "5. Drugs | At least 70% of the drugs in the catalogue are kept in stock.",
        "6. Term | This Agreement lasts for one year.",
    ),
}
OTHER = {
    "zh": (
        "第一条 服务 | 乙方做好下列工作。",
        "  （一） | 免费为住院病人查询，每日打印费用明细清单。",
        "  （二） | 医生在病历里如实写清受伤原因。",
        "第二条 停车 | 院区停车场由物业公司管理。",
    ),
    "en": (
        "1. Services | Provider does all of this.",
        "  (a) | It prints a daily itemized statement for each inpatient, free of charge.",
        "  (b) | The physician records truthfully the cause of any injury.",
        "2. Parking | The landlord runs the car park.",
    ),
}
EACH = pytest.mark.parametrize("code", ["zh", "en"])


def sides(code: str) -> tuple[Agreement, Agreement]:
    return agreement(*BASE[code], language=code), agreement(*OTHER[code], language=code)


def by_rule(result: Comparison, rule: str) -> list[Finding]:
    return [finding for finding in result.findings if finding.rule == rule]


@EACH
def test_a_clause_that_a_passage_speaks_of_is_told_where_it_is(code: str) -> None:
    base, other = sides(code)
    result = compare(base, other)
    within = by_rule(result, "within")
    missing = {finding.clause for finding in by_rule(result, "missing")}
    texts = [pair.other.text for pair in result.pairs if pair.other]
    for finding in within:
        (held,) = [text for text in texts if finding.after.rstrip("…") in text]
        assert finding.after.rstrip("…") in held[finding.start : finding.end]
        assert finding.clause not in missing
    answered = sum(bool(pair.base and pair.other) for pair in result.pairs)
    assert within
    assert len(within) + len(missing) + answered == len(BASE[code])
    assert len(missing) < 5


@EACH
def test_a_clause_that_was_only_dropped_is_missing(code: str) -> None:
    base = agreement(*BASE[code], language=code)
    other = agreement(*BASE[code][:4], *BASE[code][5:], language=code)
    result = compare(base, other)
    assert [finding.rule for finding in result.findings] == ["missing"]


@EACH
def test_an_added_clause_that_speaks_of_ours_is_no_new_one(code: str) -> None:
    base, other = sides(code)
    result = compare(base, other)
    parking, services = ("第二条", "第一条") if code == "zh" else ("2.", "1.")
    severity = {one.clause: one.severity for one in by_rule(result, "added")}
    assert severity[parking] == "medium"
    assert severity.get(services, "low") == "low"


def test_a_draft_that_answers_nothing_is_told_once(library: Library) -> None:
    base = agreement(*BASE["zh"], language="zh")
    other = agreement("第一条 停车 | 院区停车场由物业公司管理。", language="zh")
    result = compare(base, other, library=library)
    assert [one.severity for one in by_rule(result, "unlike")] == ["high"]
    assert not by_rule(result, "missing")
    assert "6" in by_rule(result, "unlike")[0].message


def test_a_rewritten_clause_names_the_required_words_that_it_lacks(library: Library) -> None:
    words = library.clauses["record_retention/medical_records"].required["zh"]
    head = "第一条 病历保存 @record_retention/medical_records"
    base = agreement(f"{head} | 住院病历自出院之日起保存30年，{words[1]}。", language="zh")
    other = agreement("第一条 病历保存 | 医院把病案收好，以备甲方查阅。", language="zh")
    (finding,) = by_rule(compare(base, other, library=library), "rewritten")
    assert words[1] in finding.message
    assert not by_rule(compare(base, other, library=library), "required")


@pytest.mark.parametrize(
    ("code", "before", "after", "what"),
    [
        ("zh", "协议期满前双方协商续签", "协议期满自动续签，双方不另行协商续签", "自动续期"),
        ("en", "The term ends after a year", "The term ends after a year and renews automatically", "automatic renewal"),
    ],
)  # fmt: skip
def test_something_risky_in_a_clause_of_ours_is_told(
    code: str, before: str, after: str, what: str
) -> None:
    one, two = (agreement(f"1. | {text}.", language=code) for text in (before, after))
    (finding,) = by_rule(compare(one, two), "risk")
    assert what in finding.message
    assert not by_rule(compare(two, two), "risk")


def test_blanks_and_nameless_parties_are_told_in_one_finding(library: Library) -> None:
    draft = agreement(
        "第一条 期限 | 本协议自20年月日起生效。",
        "第二条 地址 | 通知送达＿＿＿＿。",
        "第三条 付款 | 甲方应当及时付款。",
        language="zh",
    )
    (finding,) = by_rule(compare(draft, draft, library=library), "open")
    assert "第一条 期限" in finding.message
    assert "第二条 地址" in finding.message
    assert "第三条" not in finding.message
    assert not by_rule(compare(draft, draft), "open")
