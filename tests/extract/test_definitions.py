"""Definitions with their uses, and terms that nothing defines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contractkit.extract.occurrences import occurrences
from tests.extract.places import details, facts

HEAD = "SERVICES AGREEMENT\n\n1. Terms. "


def undefined(text: str, code: str = "en") -> list[tuple[str, str]]:
    return [(one.name, details(one)["uses"]) for one in facts(text, code, "undefined")]


def test_a_longer_term_counts_and_a_longer_word_does_not() -> None:
    text = "Net Sales and Net Sales Price, Sales, Salesman, Wholesale"
    assert occurrences(["Net Sales", "Net Sales Price", "Sales"], [text]) == {
        "Net Sales": 1,
        "Net Sales Price": 1,
        "Sales": 1,
    }


@given(st.lists(st.text("AB b", min_size=1, max_size=9), max_size=6), st.text("AB b,", max_size=80))
def test_no_more_is_counted_than_stands_there(terms: list[str], text: str) -> None:
    counted = occurrences(terms, [text])
    assert all(count <= text.count(term) for term, count in counted.items())
    assert sum(len(term) * count for term, count in counted.items()) <= len(text)


def test_a_term_in_capitals_is_counted_where_it_is_written_in_small_letters() -> None:
    (fact,) = facts(HEAD + '"NET SALES" means sums. Net Sales count.\n', "en", "definition")
    assert details(fact)["uses"] == "1"


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ('"Control," for purposes of this definition, means ownership.', ["Control"]),
        ('a scheme (the "New Fund(s)") and its costs (see Exhibit "C").', ["New Fund(s)"]),
        ("1.1 Day Rate means the rate. 1.2 Work Day shall mean a day.", ["Day Rate", "Work Day"]),
        ('"Fee" as used in this Section means the rate.', ["Fee"]),
    ],
)
def test_an_english_text_defines_these_terms(text: str, terms: list[str]) -> None:
    assert [fact.name for fact in facts(HEAD + text + "\n", "en", "definition")] == terms


def test_words_that_chinese_contracts_explain_together_are_defined() -> None:
    text = "第一条 用语\n本协议所称“以上”“以内”，包括本数；本办法依据考核结果，指标另行规定。\n"
    found = [(fact.name, fact.value) for fact in facts(text, "zh", "definition")]
    assert found == [("以上", "包括本数"), ("以内", "包括本数")]
    assert undefined(text, "zh") == []


@pytest.mark.parametrize(
    "text",
    [
        "设立“医保投诉箱”，坚持“以患者为中心”。",
        "“包括”一词不限制其前文。",
    ],
)
def test_a_slogan_and_a_sign_are_no_terms(text: str) -> None:
    assert undefined(f"第一条 服务\n{text}\n", "zh") == []


def test_a_capitalised_phrase_is_a_term_when_contracts_define_its_last_word() -> None:
    text = "It pays the Royalty Rate in New Jersey to Mark Smith, and each Royalty Rates report."
    assert undefined(HEAD + text + "\n") == [("Royalty Rate", "2")]


@pytest.mark.parametrize(
    "text",
    [
        'click the "Submit" button on the form',
        'given "AS IS" and free of any "Trojan horse"',
        "pays Five Hundred Thousand Dollars to Provider",
        "at 12 Fee Street, Springfield, CA 90000",
        "as the Federal Payment Rules of the State say",
        "to Third Parties",
    ],
)
def test_a_name_a_button_and_an_amount_are_no_terms(text: str) -> None:
    assert undefined(f"{HEAD}It is {text}.\n") == []


def test_part_of_a_defined_term_or_of_a_heading_is_no_term_without_a_definition() -> None:
    text = (
        'SERVICES AGREEMENT\n\n1. Annual Fee Payment. "Base Service Fee Amount" means a sum.\n'
        "2. Fees. It pays the Service Fee and the Fee Payment.\n"
    )
    assert undefined(text) == []
