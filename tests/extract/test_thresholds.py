"""What is told as a threshold, of what, for whom: and what is none."""

from __future__ import annotations

import pytest

from contractkit.lang import language
from contractkit.model.extraction import Fact
from tests.extract.places import details, facts

ZH = [
    ("二级医院平均住院日不得超过7天。", "平均住院日", "二级医院", "<=", "7", "D"),
    ("药品费用占比应低于28%。", "药品费用占比", "", "<", "28", "%"),
    ("次均住院费用不超过5,200元。", "次均住院费用", "", "<=", "5200", "CNY"),
    ("候诊时间不超过25分钟。", "候诊时间", "", "<=", "25", "MIN"),
    ("人次人头比不高于1.15。", "人次人头比", "", "<=", "1.15", ""),
    ("甲方收到申报后12个工作日内完成审核。", "审核时限", "", "<=", "12", "BD"),
    ("门诊病历至少保存15年。", "门诊病历保存期限", "", ">=", "15", "Y"),
    ("特需床位不超过总床位的8%。", "特需床位", "", "<=", "8", "%"),
    ("乙方应当配备不少于3名医保管理人员。", "医保管理人员", "", ">=", "3", "名"),
]
EN = [
    ("The average length of stay is at most 6 days.", "average length of stay", "", "<=", "6", "D"),
    ("The readmission rate shall be below 9%.", "readmission rate", "", "<", "9", "%"),
    ("Office wait time shall not exceed 20 minutes.", "Office wait time", "", "<=", "20", "MIN"),
    ("Urgent visits shall be given within 36 hours.", "appointment", "Urgent", "<=", "36", "H"),
    ("Clinic shall submit claims within 100 days.", "timely filing", "", "<=", "100", "D"),
    ("Plan shall pay clean claims within 25 days.", "claim payment", "", "<=", "25", "D"),
    ("Charts shall be kept for 7 years.", "record retention", "", "", "7", "Y"),
    ("Vacancies shall not be more than 5% of posts.", "Vacancies", "", "<=", "5", "%"),
    ("The case mix index shall be at least 1.1.", "case mix index", "", ">=", "1.1", ""),
]


def told(fact: Fact) -> tuple[str, str, str, str, str]:
    found = details(fact)
    return fact.name, found.get("applies", ""), fact.op, fact.value, found.get("unit", "")


@pytest.mark.parametrize("row", ZH)
def test_a_chinese_threshold_has_measure_level_comparator_and_unit(row: tuple[str, ...]) -> None:
    assert [told(fact) for fact in facts(f"第一条 {row[0]}\n", "zh", "threshold")] == [row[1:]]


@pytest.mark.parametrize("row", EN)
def test_an_english_threshold_has_measure_level_comparator_and_unit(row: tuple[str, ...]) -> None:
    assert [told(fact) for fact in facts(f"1. X. {row[0]}\n", "en", "threshold")] == [row[1:]]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("任何一方可以提前45日书面通知解除本协议。", "zh"),
        ("乙方按照应付金额的6%支付违约金。", "zh"),
        ("本协议有效期2年。", "zh"),
        ("存款按年利率3%以上计息。", "zh"),
        ("Either party may leave on at least 75 days' notice.", "en"),
        ("Overdue sums bear interest at the rate of 4%.", "en"),
        ("A receiver whose appointment is not dismissed within 80 days ends it.", "en"),
        ("Fees shall not exceed 12% of sales.", "en"),
    ],
)
def test_notice_term_price_and_penalty_are_no_thresholds(sentence: str, code: str) -> None:
    text = f"第一条 {sentence}\n" if code == "zh" else f"1. X. {sentence}\n"
    assert facts(text, code, "threshold") == []


def test_levels_that_share_a_measure_have_a_row_each() -> None:
    text = "第一条 自费率：三级医院≤12%，二级医院≤9%，其他医疗机构≤6%。\n"
    found = [told(fact)[:4] for fact in facts(text, "zh", "threshold")]
    assert found == [
        ("自费率", "三级医院", "<=", "12"),
        ("自费率", "二级医院", "<=", "9"),
        ("自费率", "其他医疗机构", "<=", "6"),
    ]


def test_a_level_may_follow_its_bound_in_english() -> None:
    text = (
        "1. X. The average length of stay shall be at most 9 days for a tertiary hospital, and not"
        " more than 7 days for a secondary hospital.\n"
    )
    found = [(f.value, details(f)["applies"]) for f in facts(text, "en", "threshold")]
    assert found == [("9", "tertiary hospital"), ("7", "secondary hospital")]


def test_a_threshold_shows_the_sentence_that_it_stands_in() -> None:
    (fact,) = facts("1. X. All is well. Uptime of 98% is owed.\n", "en", "threshold")
    assert details(fact)["sentence"] == "Uptime of 98% is owed."


@pytest.mark.parametrize("sentence", ["应当在20日内提交材料。", "应当在20日内提供材料。"])
def test_a_period_before_submitting_is_at_most(sentence: str) -> None:
    (value,) = language("zh").values(sentence)
    assert (value.value, value.op) == ("P20D", "<=")


def test_a_row_of_a_table_is_about_its_first_cell() -> None:
    text = (
        "1. Targets\n\nThe targets are these.\n\nGlucose under control\tclaims data\tat least 64%\n"
    )
    (fact,) = facts(text, "en", "threshold")
    assert told(fact) == ("Glucose under control", "", ">=", "64", "%")


def test_what_a_row_of_a_table_is_about_is_no_bound() -> None:
    text = (
        "1. Targets\n\nThe targets are these.\n\nVisits within 24 hours\tour data\tat least 64%\n"
    )
    assert [fact.value for fact in facts(text, "en", "threshold")] == ["64"]
