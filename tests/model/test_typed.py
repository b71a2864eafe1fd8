"""What a person wrote for a variable becomes a value of its type, or is refused with a reason."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contractkit.model.standard import Variable, VariableType
from contractkit.model.typed import Misfit, Unfit, typed

LABEL = {"zh": "某项", "en": "Something"}
COLUMNS = (
    Variable("service", "text", LABEL),
    Variable("fee", "money", LABEL, minimum=Decimal(0), currency="CNY"),
    Variable("note", "text", LABEL, default="-"),
)


def variable(kind: VariableType) -> Variable:
    choices = {"drg": LABEL, "dip": LABEL} if kind == "choice" else {}
    columns = COLUMNS if kind == "table" else ()
    return Variable("x", kind, LABEL, choices=choices, columns=columns)


@pytest.mark.parametrize(
    ("kind", "raw", "value"),
    [
        ("text", "  甲 & <乙>  ", "甲 & <乙>"),
        ("text", "00012345", "00012345"),
        ("text", 7, "7"),
        ("text", {"zh": "云岭", "en": "Yunling"}, {"zh": "云岭", "en": "Yunling"}),
        ("choice", "drg", "drg"),
        ("yes_no", "是", True),
        ("yes_no", "NO", False),
        ("yes_no", True, True),
        ("integer", "1,200", Decimal(1200)),
        ("integer", 12, Decimal(12)),
        ("decimal", "1.10", Decimal("1.10")),
        ("percent", "3.5%", Decimal("3.5")),
        ("percent", "3", Decimal(3)),
        ("multiple", "1.5", Decimal("1.5")),
        ("money", "1,234,567.89", Decimal("1234567.89")),
        ("money", "-1,000", Decimal(-1000)),
        ("years", "30", Decimal(30)),
        ("months", "3", Decimal(3)),
        ("days", "30", Decimal(30)),
        ("business_days", "5", Decimal(5)),
        ("hours", "6", Decimal(6)),
        ("date", "2026-12-31", datetime.date(2026, 12, 31)),
        ("date", datetime.datetime(2026, 1, 2, 3, 4), datetime.date(2026, 1, 2)),
        ("date", datetime.date(2026, 1, 2), datetime.date(2026, 1, 2)),
        ("party", {"name": "医院", "code": "00012"}, {"name": "医院", "code": "00012"}),
    ],
)
def test_each_type_reads_what_is_written(kind: VariableType, raw: object, value: object) -> None:
    assert typed(variable(kind), raw) == value


@pytest.mark.parametrize(
    ("kind", "raw", "reason"),
    [
        ("text", "", "is empty"),
        ("text", {}, "is empty"),
        ("text", "   ", "is empty"),
        ("text", None, "must be text"),
        ("text", True, "must be text"),
        ("text", ["a"], "must be text"),
        ("text", "a\x00b", "U\\+0000"),
        ("text", "a\x1bb", "U\\+001B"),
        ("text", {"zh": "a\x07b"}, "U\\+0007"),
        ("choice", "ffs", "'ffs'; one of drg, dip"),
        ("yes_no", "maybe", "yes or no"),
        ("integer", "1.5", "whole number"),
        ("integer", "12,34", "a number is wanted"),
        ("integer", "many", "'many'; a number is wanted"),
        ("decimal", "NaN", "a number is wanted"),
        ("decimal", "Infinity", "a number is wanted"),
        ("money", "10元", "a number is wanted"),
        ("years", "2.5", "whole number"),
        ("date", "2026-02-30", "2026-12-31 is wanted"),
        ("date", "31/12/2026", "2026-12-31 is wanted"),
        ("party", "医院", "must give a party"),
        ("party", {"code": "1"}, "has no name"),
        ("party", {"name": "a", "mail": "b"}, "unknown field 'mail'"),
        ("table", "rows", "must be a list"),
        ("table", [], "must be a list"),
        ("table", ["a"], "row 1: must name its columns"),
        ("table", [{"service": "a"}], "row 1: column fee is missing"),
        ("table", [{"service": "a", "fee": 1, "tax": 2}], "row 1: unknown column 'tax'"),
        ("table", [{"service": "a", "fee": 1}, {"service": "b", "fee": "x"}], "row 2: fee is 'x'"),
        ("table", [{"service": "a", "fee": "-1"}], "row 1: fee is -1; at least 0"),
    ],
)
def test_what_does_not_fit_is_refused_with_a_reason(
    kind: VariableType, raw: object, reason: str
) -> None:
    with pytest.raises(ValueError, match=reason):
        typed(variable(kind), raw)


def test_a_table_fills_in_the_defaults_of_its_columns() -> None:
    rows = typed(variable("table"), [{"service": "住院", "fee": "1,200.50"}])
    assert rows == ({"service": "住院", "fee": Decimal("1200.50"), "note": "-"},)


def test_every_type_has_a_reader() -> None:
    for kind in get_args(VariableType):
        with pytest.raises(ValueError):  # noqa: PT011 - the reason is its type's own
            typed(variable(kind), object())


@pytest.mark.parametrize(
    ("number", "reason"),
    [(14, "at least 15"), (15, ""), (60, ""), (61, "at most 60")],
)
def test_bounds_are_inclusive(number: int, reason: str) -> None:
    bounded = Variable("x", "days", LABEL, minimum=Decimal(15), maximum=Decimal(60))
    if reason:
        with pytest.raises(ValueError, match=reason):
            typed(bounded, number)
    else:
        assert typed(bounded, number) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-(10**9)))
def test_a_number_grouped_by_thousands_is_the_same_number(number: Decimal) -> None:
    assert typed(variable("money"), f"{number:,}") == typed(variable("money"), str(number))


@given(st.from_regex(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", fullmatch=True))
def test_plain_figures_are_the_number_that_they_are_with_spaces_around(figures: str) -> None:
    plain, spaced = (typed(variable("decimal"), one) for one in (figures, f" {figures} "))
    assert str(plain) == str(spaced)


@given(st.text(st.characters(categories=("L", "N", "P")), min_size=1))
def test_text_is_kept_as_written(text: str) -> None:
    assert typed(variable("text"), text) == text


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9
    )
)
def test_equal_numbers_are_written_alike(number: Decimal) -> None:
    short = typed(variable("decimal"), f"{number:f}".rstrip("0").rstrip("."))
    assert str(typed(variable("decimal"), str(number))) == str(short)
    assert short == number


def test_every_fault_of_a_table_is_told_with_its_place() -> None:
    rows = [{"service": "a", "fee": "x"}, {"fee": "-1"}, {"service": Unfit("is odd"), "fee": 1}]
    with pytest.raises(Misfit) as caught:
        typed(variable("table"), rows)
    assert [place for place, _ in caught.value.faults] == [
        (1, "fee"),
        (2, "service"),
        (3, "service"),
    ]
    assert caught.value.faults[2][1] == "row 3: service is odd"


def test_a_number_beyond_reason_is_refused_before_it_is_written_out() -> None:
    with pytest.raises(ValueError, match="a number is wanted"):
        typed(variable("money"), "1e999999")
