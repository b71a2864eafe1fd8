"""How texts are cut: for a diff, and into the words that likeness is measured by."""

from __future__ import annotations

import pytest

from contractkit.lang import language


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("zh", "保存30年", "保 存 30 年"),
        ("zh", "１５％以上", "１５％ 以 上"),
        ("zh", "计10,000.50元", "计 10,000.50 元"),
        ("zh", "DRG付费 ICD-10", "DRG 付 费 ICD - 10"),
        ("zh", "三十日", "三 十 日"),
        ("en", "sixty (60) days", "sixty ( 60 ) days"),
        ("en", "$1,250.00 or 2.5%", "$1,250.00 or 2.5%"),
        ("en", "Payer’s and Payer's", "Payer’s and Payer's"),
        ("en", "By: ______", "By : ______"),
    ],
)
def test_numbers_stay_whole_and_hanzi_stand_alone(code: str, text: str, wanted: str) -> None:
    assert [token.text for token in language(code).tokens(text)] == wanted.split()


@pytest.mark.parametrize(
    ("code", "one", "two"),
    [
        ("zh", "住院 病历", "住院病历"),
        ("zh", "１５％", "15%"),
        ("en", "The Providers of the Plan", "provider plan"),
        ("en", "CLAIMS, and claims", "claim claims"),
    ],
)
def test_words_ignore_marks_width_case_and_plural(code: str, one: str, two: str) -> None:
    words = language(code).words
    assert words(one) == words(two) != ()


@pytest.mark.parametrize(
    ("code", "word", "kept"),
    [("en", "the", False), ("en", "claims", True), ("en", "loss", True), ("zh", "病历", True)],
)
def test_words_that_say_nothing_are_left_out(code: str, word: str, kept: bool) -> None:
    assert bool(language(code).words(word)) is kept


def test_hanzi_words_are_pairs_of_neighbours() -> None:
    assert language("zh").words("住院病历30年") == ("住院", "院病", "病历", "30", "年")


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("zh", "甲方付款。乙方开票；逾期加收。", 3),
        ("zh", "费率为3.5%。", 1),
        ("en", "Pay within 30 days. Late sums bear 1.5% interest.", 2),
        ("en", "Provider submits; Payer pays.", 2),
        ("zh", "", 0),
    ],
)
def test_sentences_end_at_stops_and_not_in_numbers(code: str, text: str, count: int) -> None:
    assert len(language(code).sentences(text)) == count


def test_a_normalized_place_is_told_in_the_source() -> None:
    normal = language("zh").normalize("收 取 １５％")
    at = normal.text.index("15")
    assert normal.source(at, at + 2) == (4, 6)
    assert normal.source(0, 2) == (0, 3)
    assert normal.source(1, 1) == (2, 2)
