"""Which codes a text states, and that a wrong check digit is told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contractkit.lang.codes import credit_code, npi
from contractkit.lang.en.values import values as english
from contractkit.lang.zh.values import values as chinese

CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
CODE = "91330106MA2CFL4X1T"

CASES = {
    f"统一社会信用代码：{CODE}": [f"USCC {CODE}"],
    f"甲方（{CODE}）": [f"USCC {CODE}"],
    "合同编号 913301060000000007": [],
    "NPI：1234567893，CPT 99213": ["NPI 1234567893", "CPT 99213"],
    "授权编号：SQ-2026-0012": ["authorization SQ-2026-0012"],
    f"Unified Social Credit Code: {CODE}": [f"USCC {CODE}"],
    "NPI 1234567893; National Provider Identifier (NPI): 1234567893": ["NPI 1234567893"] * 2,
    "CPT codes 99213, 99214-25 and 99215": ["CPT 99213", "CPT 99214-25", "CPT 99215"],
    "CPT 99381-99387; CPT/HCPCS code G0463; HCPCS J1100": [
        "CPT 99381..99387",
        "HCPCS G0463",
        "HCPCS J1100",
    ],
    "Prior Authorization No. ABC-12345, authorization number: 998877": [
        "authorization ABC-12345",
        "authorization 998877",
    ],
    "Tax ID: 12-3456789": ["TIN 12-3456789"],
    "prior authorization is needed; 99213 claims; authorization number ______": [],
}


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_a_text_states_these_codes(text: str, expected: list[str]) -> None:
    find = chinese if any("\u4e00" <= c <= "\u9fff" for c in text) else english
    found = [value for value in find(text) if value.kind == "code"]
    assert [f"{value.unit} {value.value}" for value in found] == expected
    assert all(value.conflict == "" for value in found)


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("统一社会信用代码：91330106MA2CFL4X1P", CODE),
        ("统一社会信用代码：91330106MA2CFL4I1P", "?"),
        ("NPI 1234567890", "1234567893"),
    ],
)
def test_a_wrong_check_digit_is_told_with_the_right_one(text: str, right: str) -> None:
    (value,) = chinese(text)
    assert (value.kind, value.conflict) == ("code", right)


@given(st.text(CREDIT, min_size=17, max_size=17), st.integers(0, 16), st.sampled_from(CREDIT))
def test_no_single_change_of_a_credit_code_keeps_its_check_digit(
    digits: str, place: int, other: str
) -> None:
    code = credit_code(digits)
    changed = digits[:place] + other + digits[place + 1 :]
    assert (credit_code(changed)[-1] == code[-1]) == (changed == digits)


@given(
    st.text("0123456789", min_size=9, max_size=9), st.integers(0, 8), st.sampled_from("0123456789")
)
def test_no_single_change_of_an_npi_keeps_its_check_digit(
    digits: str, place: int, other: str
) -> None:
    changed = digits[:place] + other + digits[place + 1 :]
    assert (npi(changed)[-1] == npi(digits)[-1]) == (changed == digits)
