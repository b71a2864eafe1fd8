"""How a number prints in each format of w:numFmt."""

from __future__ import annotations

import pytest

from contractkit.ooxml.number_formats import FORMATS, print_number

PRINTED = {
    "chineseCountingThousand": {
        1: "一",
        10: "十",
        11: "十一",
        20: "二十",
        101: "一百零一",
        110: "一百一十",
    },
    "chineseCounting": {10: "十", 21: "二十一"},
    "japaneseCounting": {12: "十二"},
    "chineseLegalSimplified": {1: "壹", 10: "壹拾", 25: "贰拾伍"},
    "ideographDigital": {10: "一〇", 25: "二五"},
    "ideographTraditional": {1: "甲", 10: "癸", 11: "甲"},
    "ideographZodiac": {1: "子", 12: "亥", 13: "子"},
    "decimalEnclosedCircle": {1: "①", 20: "⑳", 21: "21"},
    "decimalEnclosedCircleChinese": {3: "③"},
    "decimalEnclosedParen": {4: "(4)"},
    "decimalZero": {7: "07", 12: "12"},
    "decimalFullWidth": {15: "１５"},
    "upperRoman": {4: "IV", 9: "IX", 40: "XL", 1990: "MCMXC"},
    "lowerRoman": {3: "iii", 14: "xiv"},
    "upperLetter": {1: "A", 26: "Z", 27: "AA", 28: "BB"},
    "lowerLetter": {26: "z", 27: "aa", 52: "zz", 53: "aaa"},
    "ordinal": {
        1: "1st",
        2: "2nd",
        3: "3rd",
        4: "4th",
        11: "11th",
        13: "13th",
        21: "21st",
        112: "112th",
    },
    "cardinalText": {3: "Three", 42: "Forty-two", 117: "One hundred seventeen"},
    "ordinalText": {
        101: "One hundred first",
        1: "First",
        12: "Twelfth",
        20: "Twentieth",
        25: "Twenty-fifth",
    },
    "none": {5: ""},
}


@pytest.mark.parametrize(
    ("form", "n", "text"),
    [(form, n, text) for form, row in PRINTED.items() for n, text in row.items()],
)
def test_a_number_prints_as_word_prints_it(form: str, n: int, text: str) -> None:
    assert print_number(n, form) == text


def test_a_format_that_nobody_knows_prints_as_decimal() -> None:
    assert print_number(12, "klingon") == "12"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("n", [0, 1, 999, 10_000, 40_000, 2_000_000])
def test_no_count_is_too_large_for_a_format(form: str, n: int) -> None:
    assert isinstance(print_number(n, form), str)


@pytest.mark.parametrize(
    "form", ["chineseCountingThousand", "lowerRoman", "ordinalText", "decimal"]
)
def test_different_numbers_print_differently(form: str) -> None:
    printed = [print_number(n, form) for n in range(1, 400)]
    assert len(set(printed)) == len(printed)
