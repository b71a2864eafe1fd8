"""What the values of English text are, and that a printed value is found again."""

from __future__ import annotations

import datetime as dt
import os
import time
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contractkit.lang.en.numerals import in_words, spoken
from contractkit.lang.en.values import format_value, values
from contractkit.lang.value import KINDS

CORPUS = Path(
    os.environ.get("CONTRACTKIT_CORPUS", Path(__file__).parents[2] / ".." / "shared" / "corpus")
)

# text · what is found in it: kind, comparator and value, in reading order
CASES = {
    "31 December 2026, December 31, 2026": ["date 2026-12-31", "date 2026-12-31"],
    "on 12/31/2026 or 25/12/26 or 2026-12-31": [
        "date 2026-12-31",
        "date 2026-12-25",
        "date 2026-12-31",
    ],
    "this 1st day of January, 2026, in March 2020": ["date 2026-01-01", "date 2020-03"],
    "on May 5 and 02/30/2026": [],
    "March 9t h , 2015, the 1 st day of June, 2021": ["date 2015-03-09", "date 2021-06-01"],
    "as 2.4 says, as is said in 2.4 below and under 3.1(a) hereof; 2.4 below zero": [
        "clause 2/4",
        "clause 3/1/a",
    ],
    "Article L. 121-3, articles L.121-3 to L.121-9": [],
    "Section 2(a) [Fees] - (d)": ["clause 2/a..2/d"],
    "increase the board from eight to nine directors; reduced from 30 days to 60 days": [
        "count 9 director",
        "duration P30D",
        "duration P60D",
    ],
    "1 1/2 years, EUR 1.000.000": ["duration P18M", "money 1000000 EUR"],
    "they may 30 times": ["multiple 30"],
    "____ day of ______, 20__": ["date_blank 20__-__-__"],
    "January __, 2026; ________ __, 20__; __/__/20__": [
        "date_blank 2026-01-__",
        "date_blank 20__-__-__",
        "date_blank 20__-__-__",
    ],
    "Date: ________ By: ________": ["date_blank 20__-__-__"],
    "the first day of January, 2021; this Thirty First day of July in the year 2001": [
        "date 2021-01-01",
        "date 2001-07-31",
    ],
    "this      day of          , 2005; this day of May, 2005; as of       , 2010": [
        "date_blank 2005-__-__",
        "date_blank 2005-05-__",
        "date_blank 2010-__-__",
    ],
    "on the first day of each month, on Monday, 2005 people": [],
    "thirty (30) days, ninety (90) calendar days, five (5) Business Days": [
        "duration P30D",
        "duration P90D",
        "duration P5BD",
    ],
    "ten\n   (10)   Business\n Days": ["duration P10BD"],
    "twenty four (24)months; under Section 6.3, (ii) to pay": ["duration P24M", "clause 6/3"],
    "two years, a twelve-month period, 24 hours, thirty (30)-day notice, 1.5 years": [
        "duration P2Y",
        "duration P12M",
        "duration PT24H",
        "duration P30D",
        "duration P18M",
    ],
    "30 to 60 days; between thirty (30) and sixty (60) days; 30-60 days": [
        "duration P30D..P60D",
        "duration P30D..P60D",
        "duration P30D..P60D",
    ],
    "$1,000,000 and One Million Dollars ($1,000,000)": ["money 1000000 USD", "money 1000000 USD"],
    "USD 500, $1.5 million, CNY 10,000, AU$10, 500 dollars": [
        "money 500 USD",
        "money 1500000 USD",
        "money 10000 CNY",
        "money 10 AUD",
        "money 500 USD",
    ],
    "$5 to $10 million; $1,000 - $5,000": ["money 5000000..10000000 USD", "money 1000..5000 USD"],
    "two hundred and 50/100 dollars ($200.50)": ["money 200.5 USD"],
    "95%, ninety-five percent (95%), 110 percent, 50 basis points": [
        "percent 95%",
        "percent 95%",
        "percent 110%",
        "percent 0.5%",
    ],
    "one and one-half percent (1-1/2%), one-half of one percent (0.5%)": [
        "percent 1.5%",
        "percent 0.5%",
    ],
    "3% to 5%, 3 to 5%": ["percent 3%..5%", "percent 3%..5%"],
    "three times the fees, 2x, three times per year": [
        "multiple 3",
        "multiple 2",
        "count 3 time/year",
    ],
    "10 units, two (2) copies, 8 sessions, 4 points": [
        "count 10 unit",
        "count 2 copy",
        "count 8 session",
        "score 4",
    ],
    "12.7 Counterparts. Twelve point type. 24/7. 121-000-248": [],
    "Section 3.1(a), Article 5, Article IV, Exhibit A, Attachment B-1": [
        "clause 3/1/a",
        "clause 5",
        "clause 4",
        "clause Exhibit A",
        "clause Attachment B-1",
    ],
    "Sections 4.1 through 4.3; Sections 2(a), (b) and 9; Sections 4 (Term), 8 (Notices) and 13": [
        "clause 4/1..4/3",
        "clause 2/a",
        "clause 2/b",
        "clause 9",
        "clause 4",
        "clause 8",
        "clause 13",
    ],
    "under Section 4, 30 days later": ["clause 4", "duration P30D"],
    "this section applies, Section 5-1401": [],
    "Section B(5), Sections D.4 — D.7, paragraph 2A, Section 4(c)(i-iii)": [
        "clause B/5",
        "clause D/4..D/7",
        "clause 2A",
        "clause 4/c/i..4/c/iii",
    ],
    "agree. ARTICLE II. TERM OF AGREEMENT; 42 C.F.R. § 438.3; subject to ARTICLE V. THE": [
        "clause 438/3",
        "clause 5",
    ],
    "§ 13-8-51(10), §§ 24A-4-1(B) to 24A-4-3, Comp. Laws § 445.774a(1); Sections 4-6": [
        "clause 13-8-51/10",
        "clause 24A-4-1/B..24A-4-3",
        "clause 445/774a/1",
        "clause 4..6",
    ],
    "a ninety-thousand-dollar line, Section 252.204-7012, fax 212 555-0100": [
        "money 90000 USD",
        "phone +12125550100",
    ],
    "$500 per day, 1.5% per month, $12 PMPM, $45 per member per month, $80 an hour, $5/visit": [
        "money 500 USD/day",
        "percent 1.5% /month",
        "money 12 USD/member/month",
        "money 45 USD/member/month",
        "money 80 USD/hour",
        "money 5 USD/visit",
    ],
    "half a year, net 30, twice the fees, twice per year, benefit twice, a fortnight": [
        "duration P6M",
        "duration P30D",
        "multiple 2",
        "count 2 time/year",
    ],
    "one year and six months; from 4% to 2%; 1.5 days": [
        "duration P1Y6M",
        "percent 4%",
        "percent 2%",
        "duration P1.5D",
    ],
    "within [30] days, at [1.5%], for [two (2)] years, [1 year], [●] days": [
        "duration <=P30D",
        "percent 1.5%",
        "duration P2Y",
        "duration P1Y",
    ],
    "net 45 from receipt; NET 30 days; four business hours; Annex I.B": [
        "duration P45D",
        "duration P30D",
        "duration PT4H",
        "clause Annex I.B",
    ],
    "(see Section 4(a), (b)) for three fiscal years and Section \u200e18": [
        "clause 4/a",
        "clause 4/b",
        "duration P3Y",
        "clause 18",
    ],
    "sub-Clause 5.2, § 335a, Schedule 13G": ["clause 5/2", "clause 335a"],
    "three (3) arbitrators, 24 equal semi-monthly installments, two or more counterparts": [
        "count 3 arbitrator",
        "count 24 installment",
    ],
    "a limit of not less than $1,000 each accident, $2,000 disease each employee and $3": [
        "money >=1000 USD/accident",
        "money >=2000 USD/employee",
        "money >=3 USD",
    ],
    "$9,000 annual fee, ledger/2014-05-28-entry.md": ["money 9000 USD/year"],
    "one second examination; EUR 12.500,00 within 30 seconds; above $5 or 2%; up to $9 and 2%": [
        "money 12500 EUR",
        "duration <=PT30S",
        "money >5 USD",
        "percent >2%",
        "money <=9 USD",
        "percent 2%",
    ],
    "Code 068X; within 30 days if sent by wire and 45 days if on paper": [
        "duration <=P30D",
        "duration <=P45D",
    ],
    "thirty-days (30), Seven and One-Half Million Dollars ($7,500,000), Section 101(35A)": [
        "duration P30D",
        "money 7500000 USD",
        "clause 101/35A",
    ],
    "It rose from $10 to $12": ["money 10 USD", "money 12 USD"],
    "31-Dec-2026, 03/04/2026": ["date 2026-12-31", "date 2026-03-04 MDY"],
    ".5%, $.50, six (6) equal installments, 2 million common shares": [
        "percent 0.5%",
        "money 0.5 USD",
        "count 6 installment",
        "count 2000000 share",
    ],
}

OPERATORS = {
    "within thirty (30) days": "<=",
    "within a further period of 10 days": "<=",
    "no more than ten days": "<=",
    "no later than 15 days": "<=",
    "up to 6 months": "<=",
    "not to exceed $500": "<=",
    "in no event shall the total of all fees exceed $500": "<=",
    "at least 60 days": ">=",
    "not less than 30 days": ">=",
    "a minimum of 10 sessions": ">=",
    "30 or more days": ">=",
    "30 days or more": ">=",
    "shall in no event be less than 30 days": ">=",
    "exceeds $500": ">",
    "more than 50%": ">",
    "in excess of one million dollars": ">",
    "fewer than 3 sessions": "<",
    "less than 5%": "<",
    "approximately 30 days": "~",
    "a term of 3 years": "",
    "over the 180 day period": "",
    "vest in equal parts over 4 years": "",
    "over 30 days past due": ">",
    "contracts with payments over $25,000": ">",
    "and never less than $50,000": ">=",
    "does not hold for a contract of less than $50,000": "<",
    "anything beyond 12 months": ">",
    "within the last twelve months": "<=",
    "as is said below, four hours": "",
    "within fifty percent of the pages": "",
    "with a minimum share of 94%": ">=",
    "in no way any later than thirty months": "<=",
    "the period is not prolonged beyond 12 months": "<=",
    "the minimum period of notice is 10 days": ">=",
    "no later than ten days prior to the hearing": ">=",
    "but in no event later than three days": "<=",
    "limited to 50%": "<=",
    "with minimum limits of $1,000,000": ">=",
}


def told(text: str) -> list[str]:
    return [f"{value.kind} {value.op}{value.value} {value.unit}".rstrip() for value in values(text)]


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_a_text_states_these_values(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(("text", "operator"), OPERATORS.items())
def test_a_phrase_states_this_comparator(text: str, operator: str) -> None:
    assert [value.op for value in values(text)] == [operator]


@pytest.mark.parametrize(
    ("text", "figure", "words"),
    [
        ("thirty (60) days", "P60D", "P30D"),
        ("30 (sixty) days", "P30D", "P60D"),
        ("One Million Dollars ($2,000,000)", "2000000", "1000000"),
        ("$1,000 (two thousand dollars)", "1000", "2000"),
        ("ninety percent (95%)", "95%", "90%"),
        ("ninety (95%) percent", "95%", "90%"),
    ],
)
def test_the_figure_holds_where_words_differ_and_the_difference_is_told(
    text: str, figure: str, words: str
) -> None:
    (value,) = values(text)
    assert (value.value, value.text) == (figure, text)
    assert value.conflict == words


@settings(deadline=None)
@given(st.integers(0, 10**12))
def test_words_and_figures_that_agree_are_no_disagreement(number: int) -> None:
    assert spoken(in_words(number)) == number
    assert not values(f"{in_words(number)} ({number}) days")[0].conflict


_PIECES = (
    *"thirty (30) days $ 5 % - to Section 3.1 (a) , and one half million dollars __ 20".split(),
    *("May", " ", "İ", "\n", "/", "５"),
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=16).map("".join))
def test_values_stand_in_order_in_the_text_as_given(text: str) -> None:
    end = 0
    for value in values(text):
        assert end <= value.start < value.end <= len(text)
        assert value.text == text[value.start : value.end]
        assert value.text == value.text.strip()
        assert value.kind in KINDS
        end = value.end


FORMS = {
    "years": "P{}Y",
    "months": "P{}M",
    "days": "P{}D",
    "business_days": "P{}BD",
    "hours": "PT{}H",
}


@settings(deadline=None)
@given(st.sampled_from(sorted(FORMS)), st.integers(0, 9999))
def test_a_printed_duration_is_found_again(kind: str, amount: int) -> None:
    text = format_value(kind, amount)
    assert [(v.kind, v.value, v.op, v.text) for v in values(text)] == [
        ("duration", FORMS[kind].format(amount), "", text)
    ]


@settings(deadline=None)
@given(st.sampled_from(["percent", "multiple"]), st.decimals(0, 10**6, places=2))
def test_a_printed_percentage_or_multiple_is_found_again(kind: str, amount: Decimal) -> None:
    text = format_value(kind, amount)
    (value,) = values(text)
    assert (value.kind, value.text) == (kind, text)
    assert Decimal(value.value.removesuffix("%")) == amount


@settings(deadline=None)
@given(st.decimals(0, 10**12, places=2), st.sampled_from(["CNY", "USD"]), st.booleans())
def test_printed_money_is_found_again(amount: Decimal, currency: str, words: bool) -> None:
    text = format_value("money", amount, currency=currency, words=words)
    (value,) = values(text)
    assert (value.kind, value.unit, value.op, value.text) == ("money", currency, "", text)
    assert Decimal(value.value) == amount
    assert value.conflict == ""


@settings(deadline=None)
@given(st.dates(min_value=dt.date(1000, 1, 1), max_value=dt.date(2999, 12, 31)))
def test_a_printed_date_is_found_again(day: dt.date) -> None:
    text = format_value("date", day)
    assert [(v.kind, v.value, v.text) for v in values(text)] == [("date", day.isoformat(), text)]


@pytest.mark.parametrize(
    ("kind", "value", "text"),
    [
        ("years", 30, "30 years"),
        ("years", 1, "1 year"),
        ("months", "3", "3 months"),
        ("days", Decimal(10), "10 days"),
        ("business_days", 5, "5 business days"),
        ("hours", 6, "6 hours"),
        ("percent", Decimal("3.50"), "3.5%"),
        ("multiple", 5, "5 times"),
        ("money", 10000, "$10,000"),
        ("money", "1200.5", "$1,200.50"),
        ("date", "2026-01-01", "January 1, 2026"),
        ("integer", 100, "100"),
        ("decimal", "1.20", "1.2"),
    ],
)
def test_a_variable_is_printed_in_english(kind: str, value: Decimal | int | str, text: str) -> None:
    assert format_value(kind, value) == text


def test_money_is_printed_in_words() -> None:
    said = "Ten Thousand and 00/100 Dollars ($10,000.00)"
    assert format_value("money", 10000, words=True) == said
    assert format_value("money", "25.5", words=True) == "Twenty-Five and 50/100 Dollars ($25.50)"
    assert format_value("money", "0.07", words=True) == "Zero and 07/100 Dollars ($0.07)"
    assert format_value("money", 10000, currency="CNY") == "CNY 10,000"
    said = "Ten Thousand and 00/100 Yuan (CNY 10,000.00)"
    assert format_value("money", 10000, words=True, currency="CNY") == said


@given(st.integers(0, 10**17 - 1), st.sampled_from(["USD", "CNY"]))
def test_an_amount_in_words_is_read_as_the_amount_it_was(cents: int, currency: str) -> None:
    amount = Decimal(cents) / 100
    said = format_value("money", amount, words=True, currency=currency)
    assert not [one for one in values(said) if one.conflict]
    assert [(one.kind, Decimal(one.value), one.unit) for one in values(said)] == [
        ("money", amount, currency)
    ]
    words = said.partition(" (")[0]
    assert [(Decimal(one.value), one.unit) for one in values(words)] == [(amount, currency)]


@pytest.mark.parametrize("amount", ["-1", "0.005", "1000000000000000"])
def test_an_amount_that_words_cannot_say_is_an_error(amount: str) -> None:
    with pytest.raises(ValueError, match=r"(amount|number) in words"):
        format_value("money", amount, words=True)


@pytest.mark.parametrize("kind", ["days", "fathoms", "date"])
def test_what_is_no_value_of_its_kind_is_an_error(kind: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        format_value(kind, "ten")


RUNS = (
    "9", "(", "[", " ", "_", "1,", "1.", "$", "one ", "one-", "thirty (", "30 ", "1-", "(1)",
    "section ", "Section 1, ", "Exhibit A, ", "may ", "May 1 ", "1/", "one hundred and ",
    "20__ ", "_ ", "[ ", "not ", "in no event be less than ", "1 to ", "(a)", "1 (",
    "Sections 1 (Aa", "\n", "123-", "(212) ", "+1 ", "a@", "a.b@", "CPT ",
    "NPI 1", "CPT 99213, ", "CA 90000 ", "1 Main ", "$1 per ", "€", ".", "one year and ", "twice ",
    "1\n",
)  # fmt: skip


@pytest.mark.parametrize("run", RUNS)
def test_no_long_run_makes_it_hang(run: str) -> None:
    begun = time.process_time()
    text = (run * 5_000)[:5_000]
    values(text)
    values(text + "days")
    assert time.process_time() - begun < 2


@pytest.mark.parametrize("character", "91([{<%#@a一百壹年，,.;:_- \n\t$¥€●")
def test_no_long_row_of_a_character_makes_it_hang(character: str) -> None:
    begun = time.process_time()
    values(character * 200_000 + "days")
    assert time.process_time() - begun < 2


@pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the corpus is not at {CORPUS}")
def test_every_value_of_the_real_contracts_stands_in_its_text() -> None:
    for path in sorted((CORPUS / "en" / "cuad" / "contracts").glob("*.txt")):
        text = path.read_text("utf-8")
        found = values(text)
        assert found, path.name
        assert all(value.text == text[value.start : value.end] for value in found)


def test_seconds_are_a_duration_and_a_second_thing_is_none() -> None:
    found = values("Answer within 40 seconds and allow one second visit.")
    assert [value.value for value in found if value.kind == "duration"] == ["PT40S"]
