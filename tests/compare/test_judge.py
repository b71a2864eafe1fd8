"""Findings: by the playbook, by the law, and by neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from contractkit.assembly import standard_text
from contractkit.compare import compare
from contractkit.model.comparison import Advice, Comparison, Finding
from contractkit.model.standard import Library
from contractkit.readers import read
from tests.builders import agreement

HEAD = "第一条 病历保存 @record_retention/medical_records"
LAW = "hospital-service"


def of_law(library: Library, text: str, template: str = LAW) -> list[Finding]:
    """The findings of the rules of law in a clause of that text."""
    one = agreement(f"第一条 约定 | {text}", language="zh")
    ids = {rule.id for rule in library.rules}
    found = compare(one, one, library=library, template=template).findings
    return [finding for finding in found if finding.rule in ids]


def retention(library: Library, before: str, after: str) -> Comparison:
    text = (
        "乙方应当妥善保存住院病历，自患者出院之日起保存期限不少于{}，不得篡改、伪造、隐匿、毁灭。"
    )
    base = agreement(f"{HEAD} | {text.format('{inpatient_years=' + before + '}')}", language="zh")
    other = agreement(f"第一条 病历保存 | {text.format(after)}", language="zh")
    return compare(base, other, library=library)


@pytest.mark.parametrize(
    ("before", "after", "direction", "severity"),
    [("30年", "15年", "worse", "high"), ("30年", "40年", "better", "low")],
)
def test_the_direction_of_a_value_follows_the_playbook(
    library: Library, before: str, after: str, direction: str, severity: str
) -> None:
    result = retention(library, before, after)
    (delta,) = [delta for pair in result.pairs for delta in pair.deltas]
    assert (delta.subject, delta.direction) == ("inpatient_years", direction)
    (finding,) = [finding for finding in result.findings if finding.rule == "value"]
    assert finding.severity == severity
    assert (finding.before, finding.after) == (before, after)


def test_a_value_outside_the_acceptable_range_names_it_and_who_decides(library: Library) -> None:
    position = next(
        position
        for clause in library.clauses.values()
        for position in clause.positions
        if position.variable == "inpatient_years"
    )
    (finding,) = [f for f in retention(library, "30年", "15年").findings if f.rule == "value"]
    assert position.acceptable.replace(">=", "≥") in finding.message
    assert position.escalate_to in finding.message
    assert finding.standing == "walk_away"
    assert finding.advice == Advice("push_back", "30年", position.escalate_to)
    (fine,) = [f for f in retention(library, "30年", "40年").findings if f.rule == "value"]
    assert (fine.standing, fine.advice) == ("preferred", Advice("accept"))


def test_a_prohibited_or_missing_phrase_of_the_playbook_is_told(library: Library) -> None:
    required = library.clauses["record_retention/medical_records"].required["zh"]
    assert required
    text = "乙方应当保存患者的全部病历，并按照规定归档、编目和提供查阅"
    base = agreement(f"{HEAD} | {text}，{required[0]}。", language="zh")
    other = agreement(f"第一条 病历保存 | {text}。", language="zh")
    told = " ".join(finding.message for finding in compare(base, other, library=library).findings)
    assert all(f"缺少应有的“{words}”" in told for words in required)
    same = [f for f in compare(base, base, library=library).findings if f.rule == "required"]
    assert required[0] not in [f.before for f in same]


LAWFUL = [
    "住院病历保存30年，门诊病历保存15年。",
    "门诊病历保存15年，住院病历保存不少于三十年。",
    "住院病历应当在出院后3日内移交病案室。",
    "住院病历在24小时内完成，自出院之日起保存30年。",
    "本协议期限为1年。",
    "约定仲裁的条款无效。",
    "劳动争议可以申请仲裁。",
    "罚款由医疗保障行政部门依法作出。",
]
UNLAWFUL = {
    "住院病历保存15年。": ["inpatient_record_retention"],
    "门诊病历保存15年，住院病历保存20年。": ["inpatient_record_retention"],
    "住院病历保存30年，门诊病历保存10年。": ["outpatient_record_retention"],
    "住院病历保存10年，门诊病历保存5年。": [
        "inpatient_record_retention",
        "outpatient_record_retention",
    ],
    "病案室保管住院病历，期限不少于二十五年。": [],
    "双方协商不成的，提交仲裁委员会仲裁。": ["arbitration_clause"],
    "乙方违约的，甲方处以1万元罚款。": ["fines_by_payer"],
    "报人力资源社会保障局备案。": ["outdated_bodies"],
}


@pytest.mark.parametrize("text", LAWFUL)
def test_a_lawful_text_raises_no_alarm(library: Library, text: str) -> None:
    assert of_law(library, text) == []


@pytest.mark.parametrize("text", [text for text, rules in UNLAWFUL.items() if rules])
def test_an_unlawful_text_is_found_with_its_basis(library: Library, text: str) -> None:
    found = of_law(library, text)
    assert sorted(f.rule for f in found) == sorted(UNLAWFUL[text])
    assert all(f.basis and f.clause == "第一条" and f.after in text for f in found)


def test_a_rule_holds_for_its_templates_only(library: Library) -> None:
    text = "双方协商不成的，提交仲裁委员会仲裁。"
    assert of_law(library, text, "provider-participation") == []


def test_without_a_library_a_changed_value_has_no_direction_but_is_found() -> None:
    one, two = (
        agreement(f"第一条 病历 | 乙方对病历自出院之日起保存{n}年。", language="zh")
        for n in (15, 10)
    )
    result = compare(one, two)
    assert [delta.direction for pair in result.pairs for delta in pair.deltas] == [""]
    assert [finding.severity for finding in result.findings] == ["medium"]


@pytest.mark.parametrize(
    ("code", "before", "after", "forms"),
    [
        ("zh", "备药率不低于70%", "备药率不高于70%", (">=70%", "<=70%")),
        ("zh", "保存30年以上", "保存30年以下", (">=P30Y", "<=P30Y")),
        ("en", "at least 30 days", "at most 30 days", (">=P30D", "<=P30D")),
    ],
)
def test_a_changed_comparator_is_told_apart_from_the_number(
    code: str, before: str, after: str, forms: tuple[str, str]
) -> None:
    tail = "，乙方每月向甲方报送执行情况" if code == "zh" else ", and the Provider reports monthly"
    one, two = (agreement(f"1. | {text}{tail}", language=code) for text in (before, after))
    (finding,) = compare(one, two).findings
    assert (finding.before, finding.after) == forms
    assert all(form in finding.message for form in forms)


def test_findings_stand_the_gravest_first(library: Library) -> None:
    result = retention(library, "30年", "15年")
    order = ["high", "medium", "low"]
    places = [order.index(finding.severity) for finding in result.findings]
    assert places == sorted(places)


def test_the_seed_review_pairs_its_articles_and_finds_the_retention_period(
    library: Library, corpus: Path
) -> None:
    draft = read(next((corpus / "seeds").glob("003*.txt")), part=1)
    base = standard_text(library, LAW, {}, language="zh")
    result = compare(base, draft, library=library, template=LAW)
    partner = {p.other.number: p.base.id for p in result.pairs if p.base and p.other}
    for number in ("第五条", "第六条", "第七条"):
        assert partner[number].startswith("information_systems/")
    assert partner["第十二条"].startswith("admission/")
    assert partner["第十三条"] == "record_retention/medical_records"
    (finding,) = [f for f in result.findings if f.rule == "inpatient_record_retention"]
    assert finding.clause == "第十三条"
    assert finding.severity == "high"
    assert "国卫医发〔2013〕31号" in finding.basis
    assert (finding.before, finding.after) == ("30年", "15年")
