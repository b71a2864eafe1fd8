"""Chinese numerals: what is read here is what cn2an reads."""

from __future__ import annotations

from decimal import Decimal

import pytest
from cn2an import an2cn, cn2an
from hypothesis import given
from hypothesis import strategies as st

from contractkit.lang.zh.numerals import number


@given(st.integers(1, 10**12), st.sampled_from(["low", "up"]))
def test_a_whole_number_is_read_whatever_its_size_and_characters(value: int, form: str) -> None:
    assert number(an2cn(value, form)) == value


@given(st.text("零一二两三九十百千万亿", min_size=2, max_size=9))
def test_no_numeral_is_read_as_another_number_than_cn2an_reads(text: str) -> None:
    found = number(text)
    try:
        expected = Decimal(str(cn2an(text, "normal")))
    except (ValueError, KeyError):
        return
    assert found in (None, expected)


@pytest.mark.parametrize(
    ("text", "value"),
    [("四十一", 41), ("十", 10), ("一百零五", 105), ("肆亿捌仟陆佰万", 486_000_000), ("卅", 30)],
)
def test_the_numerals_of_contracts_are_read(text: str, value: int) -> None:
    assert number(text) == value
