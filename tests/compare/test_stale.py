"""References that were left as they were when clauses went: one finding for the whole draft."""

from __future__ import annotations

import pytest

from contractkit.compare import compare
from contractkit.extract import references
from contractkit.model.comparison import Advice, Comparison
from tests.builders import agreement

ZH = (
    "甲方应当按月向乙方拨付结算款项，并同时出具清算明细供乙方核对。",
    "甲方可以对乙方开展现场稽核，稽核人员不得少于两名并应当出示证件。",
    "乙方应当妥善保管全部病历资料，任何人不得篡改、隐匿或者销毁病历。",
    "违反第三条的，甲方可以暂停拨付；情节严重的，依照第五条解除本协议。",
    "解除协议应当提前三十日书面通知，并依照第三条移交病历。",
)


def review(*left: int, cited: str = "") -> Comparison:
    """The five clauses against those that are left, numbered anew, their references as typed."""
    base = agreement(
        *(f"第{'一二三四五'[i]}条 | {text}" for i, text in enumerate(ZH)), language="zh"
    )
    other = agreement(
        *(
            f"第{'一二三四五'[at]}条 | {ZH[i].replace('第五条', cited or '第五条')}"
            for at, i in enumerate(left)
        ),
        language="zh",
    )
    return compare(base, other, references=(references(base), references(other)))


def test_references_left_as_they_were_are_one_finding_with_the_right_numbers() -> None:
    (finding,) = [one for one in review(0, 2, 3, 4).findings if one.kind == "reference"]
    assert (finding.rule, finding.severity, finding.clause) == ("stale", "medium", "")
    assert "第三条应为第二条（见第三条、第四条）" in finding.message
    assert finding.advice is not None
    assert finding.advice.kind == "push_back"
    assert "第三条应为第二条" in finding.advice.text


@pytest.mark.parametrize("cited", ["第一条"])
def test_a_reference_that_was_typed_anew_is_a_finding_of_its_own(cited: str) -> None:
    (finding,) = [one for one in review(*range(5), cited=cited).findings if one.kind == "reference"]
    assert (finding.rule, finding.clause) == ("reference", "第四条")
    assert finding.advice == Advice("push_back", "第五条")


def test_references_that_follow_the_numbers_are_no_finding() -> None:
    assert not [one for one in review(*range(5)).findings if one.kind == "reference"]
