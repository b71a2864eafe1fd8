"""The parties that lines of a text name, with what stands below each."""

from __future__ import annotations

import pytest

from contractkit.lang import language


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("zh", "甲方：云岭中心\n统一社会信用代码：12539901MB0X41207A", "12539901MB0X41207A"),
        ("zh", "甲方：云岭中心\n统一社会信用代码或识别号：89-0041726", "89-0041726"),
        ("zh", "甲方：湖滨公司\n识别号（NPI或者税号）：2004172633", "2004172633"),
        (
            "en",
            "Payer: Center\nUnified social credit code: 12539901MB0X41207A",
            "12539901MB0X41207A",
        ),
        ("en", "Payer: Lakeshore\nIdentifier (NPI or TIN): 89-0041726", "89-0041726"),
    ],
)
def test_a_code_is_read_whatever_it_is_called(code: str, text: str, wanted: str) -> None:
    (party,) = language(code).statements.parties(text)
    assert dict(party.details)["code"] == wanted
