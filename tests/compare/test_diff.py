"""Edits turn one text into the other; numbers are whole, hanzi single."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contractkit.compare.diff import edits
from contractkit.lang import language
from contractkit.model.comparison import Edit

ZH = st.lists(
    st.sampled_from(
        "甲方 乙方 应当 可以 不得 30日 15年 3.5% （60） ， 。 住院 病历 保存 DRG 、".split()
    )
)
EN = st.lists(
    st.sampled_from(
        "the Payer shall may not pay , . thirty (30) days $1,250.00 2.5% Plan’s ; \n".split(" ")
    )
)


def applied(text: str, changes: tuple[Edit, ...]) -> str:
    for edit in reversed(changes):
        assert text[edit.start : edit.end] == edit.before
        text = f"{text[: edit.start]} {edit.after} {text[edit.end :]}"
    return text


def assert_law(base: str, other: str, code: str) -> None:
    tongue = language(code)
    found = edits(base, other, tongue)
    assert tongue.normalize(applied(base, found)).text == tongue.normalize(other).text
    assert all(other[e.other_start : e.other_end] == e.after for e in found)
    for one, two in pairwise(found):
        assert one.end <= two.start
        assert one.other_end <= two.other_start


@settings(deadline=None)
@given(ZH, ZH)
def test_edits_applied_to_a_chinese_text_give_the_other(base: list[str], other: list[str]) -> None:
    assert_law("".join(base), "".join(other), "zh")


@settings(deadline=None)
@given(EN, EN)
def test_edits_applied_to_an_english_text_give_the_other(base: list[str], other: list[str]) -> None:
    assert_law(" ".join(base), " ".join(other), "en")


@pytest.mark.parametrize(
    ("code", "base", "other", "wanted"),
    [
        ("zh", "病历保存15年以上", "病历保存10年以上", [("15", "10")]),
        ("zh", "按3.5%计", "按35%计", [("3.5%", "35%")]),
        ("zh", "乙方应当配合", "乙方可以配合", [("应当", "可以")]),
        ("zh", "乙方拒绝", "乙方不拒绝", [("", "不")]),
        ("zh", "计10万元。", "计10元。", [("万", "")]),
        (
            "en",
            "within thirty (30) days",
            "within sixty (60) days",
            [("thirty", "sixty"), ("30", "60")],
        ),
        ("en", "Payer shall pay", "Payer may pay", [("shall", "may")]),
        ("en", "pays $1,000.00 now", "pays $10,000.00 now", [("$1,000.00", "$10,000.00")]),
        ("zh", "甲方", "甲方", []),
        ("zh", "", "甲", [("", "甲")]),
        ("en", "all of it", "", [("all of it", "")]),
    ],
)
def test_an_edit_holds_what_changed_and_no_more(
    code: str, base: str, other: str, wanted: list[tuple[str, str]]
) -> None:
    assert [(e.before, e.after) for e in edits(base, other, language(code))] == wanted


@pytest.mark.parametrize(
    ("code", "base", "other"),
    [
        ("zh", "（一）“甲”：30%", '(一)"甲":30%'),
        ("zh", "甲 方　付\n款", "甲方付款"),
        ("zh", "１５日", "15日"),
        ("en", "Plan’s “term” – x", 'plan\'s "TERM" - x'),
        ("en", "a\tb", "a b"),
    ],
)
def test_width_case_quotes_and_space_are_no_edit(code: str, base: str, other: str) -> None:
    assert edits(base, other, language(code)) == ()
