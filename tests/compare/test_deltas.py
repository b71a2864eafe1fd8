"""What a changed word means: values, duty, denial; and what means nothing."""

from __future__ import annotations

import pytest

from contractkit.compare import compare
from contractkit.lang import language
from contractkit.model.comparison import HARMLESS as HARMLESS_KINDS
from contractkit.model.comparison import Comparison
from tests.builders import agreement

REST = {
    "zh": "。甲方按月向乙方拨付结算款项，乙方妥善保管全部凭证并接受甲方的日常检查",
    "en": ". The Payer remits all settlement sums monthly, the Provider keeps every voucher safe",
}
LABEL = {"zh": "第一条 付款", "en": "1. Payment"}


def compared(code: str, before: str, after: str) -> Comparison:
    """A clause that begins with ``before`` against the same one that begins with ``after``."""
    one, two = (
        agreement(f"{LABEL[code]} | {text}{REST[code]}", language=code) for text in (before, after)
    )
    return compare(one, two)


CHANGED = [
    ("zh", "病历保存15年", "病历保存10年", ["value P15Y P10Y"]),
    ("zh", "病历保存不少于15年", "病历保存15年", ["value >=P15Y P15Y"]),
    ("zh", "入院后3个工作日内备案", "入院后3日内备案", ["value <=P3BD <=P3D"]),
    ("zh", "保证金10万元", "保证金10元", ["value 100000 CNY 10 CNY"]),
    ("zh", "转院率不超过3%", "转院率不超过5%", ["value <=3% <=5%"]),
    ("zh", "自2026年1月1日起", "自2026年7月1日起", ["value 2026-01-01 2026-07-01"]),
    ("zh", "费用限额5万元", "费用限额", ["value 50000 CNY ∅"]),
    ("zh", "乙方应当提供清单", "乙方可以提供清单", ["modality 应当 可以"]),
    ("zh", "乙方可以收取押金", "乙方不得收取押金", ["modality 可以 不得"]),
    ("zh", "乙方收取押金的", "乙方不收取押金的", ["negation ∅ 不"]),
    ("zh", "门诊病历保存15年，住院病历保存30年", "门诊病历保存30年，住院病历保存15年",
     ["value P15Y P30Y", "value P30Y P15Y"]),
    ("en", "Payer shall pay on time", "Payer may pay on time", ["modality shall may"]),
    ("en", "Provider may bill Members", "Provider may not bill Members", ["modality may may not"]),
    ("en", "Payer shall deduct", "Payer shall  not deduct", ["modality shall shall  not"]),
    ("en", "Payer shall not deduct", "Payer shall deduct", ["modality shall not shall"]),
    ("en", "paid within thirty (30) days", "paid within sixty (60) days", ["value <=P30D <=P60D"]),
    ("en", "at 110% of the rate", "at 90% of the rate", ["value 110% 90%"]),
    ("en", "with notice", "without notice", ["negation ∅ without"]),
    ("en", "a fee of $1,000", "a fee of $10,000", ["value 1000 USD 10000 USD"]),
    ("en", "ends on May 1, 2026", "ends on June 1, 2026", ["value 2026-05-01 2026-06-01"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "before", "after", "wanted"), CHANGED)
def test_a_change_of_meaning_is_told(code: str, before: str, after: str, wanted: list[str]) -> None:
    (pair,) = compared(code, before, after).pairs
    told = [f"{d.kind} {d.before or '∅'} {d.after or '∅'}" for d in pair.deltas]
    assert told == wanted
    assert pair.change == "edited"
    assert pair.base
    assert pair.other
    for delta in pair.deltas:
        if delta.kind != "value":
            assert pair.base.text[max(delta.start, 0) : max(delta.end, 0)] == delta.before
            assert (
                pair.other.text[max(delta.other_start, 0) : max(delta.other_end, 0)] == delta.after
            )


@pytest.mark.parametrize(("code", "before", "after", "wanted"), CHANGED)
def test_a_change_of_meaning_is_a_finding_that_quotes_both_sides(
    code: str, before: str, after: str, wanted: list[str]
) -> None:
    findings = compared(code, before, after).findings
    absent = language(code).labels["nothing"]
    told = [f for f in findings if f.rule.startswith(wanted[0].split()[0])]
    assert len(told) == len(wanted)
    for finding in told:
        assert finding.clause == LABEL[code].split()[0]
        assert finding.severity in ("high", "medium")
        assert any(finding.before in quoted for quoted in (before, absent, *wanted))
        assert any(finding.after in quoted for quoted in (after, absent, *wanted))
        assert finding.message


HARMLESS = [
    ("zh", "病历（住院）保存15年，不少于", "病历(住院)保存15年,不少于"),
    ("zh", "病历保存15年", "病历 保存 １５ 年"),
    ("zh", "称为“押金”的", "称为「押金」的"),
    ("zh", "应当在30日内", "应当在三十日内"),
    ("en", "The “Plan” shall pay", 'the "plan" SHALL pay'),
    ("en", "Payer's thirty (30) days", "Payer’s  thirty (30) days"),
]


@pytest.mark.parametrize(("code", "before", "after"), HARMLESS)
def test_a_change_of_form_alone_is_no_change_of_meaning(code: str, before: str, after: str) -> None:
    result = compared(code, before, after)
    deltas = [delta for pair in result.pairs for delta in pair.deltas]
    assert {delta.kind for delta in deltas} <= set(HARMLESS_KINDS)
    assert {pair.change for pair in result.pairs} == {"same"}
    assert result.findings == ()
    assert dict(result.ignored).keys() == {delta.kind for delta in deltas}


def test_a_reference_that_follows_the_numbering_is_no_value() -> None:
    result = compared("zh", "按第五条约定执行", "按第六条约定执行")
    assert [d for pair in result.pairs for d in pair.deltas if d.kind == "value"] == []


def test_a_renamed_heading_is_told() -> None:
    one = agreement("第一条 付款 | 甲方按月拨付款项。", language="zh")
    two = agreement("第一条 结算 | 甲方按月拨付款项。", language="zh")
    (pair,) = compare(one, two).pairs
    assert [(d.kind, d.before, d.after) for d in pair.deltas] == [("heading", "付款", "结算")]
