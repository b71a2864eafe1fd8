"""Clauses cut, joined, buried in others, and moved."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from contractkit.compare import compare
from contractkit.compare.groups import at_most
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import Pair
from tests.builders import agreement

PAY = "甲方应当按月向乙方拨付结算款项，并同时出具清算明细供乙方核对。"
AUDIT = "甲方可以对乙方开展现场稽核，稽核人员不得少于两名并应当出示证件。"
KEEP = "乙方应当妥善保管全部病历资料，任何人不得篡改、隐匿或者销毁病历。"
QUIET = "双方应当对履行本协议知悉的商业秘密和个人信息严格保密。"


def clauses(*texts: str) -> Agreement:
    numerals = "一二三四五六"
    return agreement(
        *(f"第{numerals[i]}条 | {text}" for i, text in enumerate(texts)), language="zh"
    )


def pairs(base: Agreement, other: Agreement) -> list[Pair]:
    return list(compare(base, other).pairs)


def test_a_clause_cut_in_two_is_one_pair_with_both_parts() -> None:
    found = pairs(clauses(PAY, AUDIT + KEEP, QUIET), clauses(PAY, AUDIT, KEEP, QUIET))
    assert [pair.change for pair in found] == ["same", "split", "same"]
    assert found[1].other
    assert found[1].other.number == "第二条、第三条"
    assert found[1].other.text == f"{AUDIT}\n{KEEP}"
    assert {delta.kind for delta in found[1].deltas} <= {"numbering", "formatting"}


def test_two_clauses_made_one_are_one_pair() -> None:
    found = pairs(clauses(PAY, AUDIT, KEEP, QUIET), clauses(PAY, AUDIT + KEEP, QUIET))
    assert [pair.change for pair in found] == ["same", "merged", "same"]


def test_a_clause_buried_in_another_is_found_and_what_changed_in_it_too() -> None:
    buried = KEEP.replace("不得", "可以")
    found = pairs(clauses(PAY, KEEP, QUIET), clauses(PAY, QUIET + buried))
    assert [pair.change for pair in found] == ["same", "merged"]
    assert [d.kind for d in found[1].deltas if d.kind == "modality"] == ["modality"]


def test_a_clause_that_shares_words_with_another_is_not_a_part_of_it() -> None:
    found = pairs(clauses(PAY, KEEP), clauses(PAY, KEEP, "乙方应当妥善保管全部票据资料。"))
    assert [pair.change for pair in found] == ["same", "same", "added"]


def test_a_clause_in_another_place_has_moved() -> None:
    found = pairs(clauses(PAY, AUDIT, KEEP, QUIET), clauses(AUDIT, KEEP, QUIET, PAY))
    assert [pair.change for pair in found] == ["moved", "same", "same", "same"]


@given(st.text("甲乙丙丁", min_size=1, max_size=12), st.text("甲乙丙丁", max_size=30))
def test_no_stretch_of_a_text_is_more_like_another_than_their_characters_allow(
    part: str, more: str
) -> None:
    whole = part[::-1] + more
    assert fuzz.partial_ratio(part, whole) <= at_most(Counter(part), Counter(whole)) + 1e-9
