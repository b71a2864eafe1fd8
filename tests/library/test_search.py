"""Searching the library: both languages, slips of the pen, the best first."""

from __future__ import annotations

import re

import pytest

from contractkit.library.search import search
from contractkit.model.standard import Library


@pytest.mark.parametrize(
    ("words", "best"),
    [
        ("病历 保存", "record_retention/medical_records"),
        ("病历建立", "record_retention/medical_records"),
        ("balance billing", "single_case/no_balance_billing"),
        ("医保电子凭证", "information_systems/electronic_voucher_and_codes"),
        ("DISPUTES Resolution", "disputes/dispute_resolution"),
    ],
)
def test_the_clause_that_is_about_it_comes_first(library: Library, words: str, best: str) -> None:
    assert search(library, words)[0].clause.id == best


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("医保电子凭正", "医保电子凭证"),
        ("retension medical", "retention medical"),
        ("balence biling", "balance billing"),
    ],
)
def test_a_slip_finds_what_was_meant(library: Library, slip: str, meant: str) -> None:
    assert search(library, slip)[0].clause.id == search(library, meant)[0].clause.id


def test_a_language_limits_the_search_to_it(library: Library) -> None:
    assert {hit.language for hit in search(library, "termination", language="en")} == {"en"}
    assert search(library, "仲裁", language="en") == ()
    assert search(library, "仲裁", language="zh")


def test_every_word_must_be_found(library: Library) -> None:
    assert search(library, "records") != ()
    assert search(library, "records xylophone") == ()


def test_nothing_is_found_by_nothing(library: Library) -> None:
    assert search(library, "") == search(library, " ") == ()


def test_the_names_of_variables_and_clauses_are_no_words_of_a_text(library: Library) -> None:
    assert search(library, "expedited_authorization_hours", language="zh") == ()
    assert all(hit.language == "en" for hit in search(library, "billing"))


def test_what_is_found_is_ranked_and_shown_in_one_line(library: Library) -> None:
    hits = search(library, "保存")
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)
    assert all("\n" not in hit.snippet for hit in hits)
    assert "保存" in hits[0].snippet


def test_variables_and_references_are_found_and_shown_by_the_words_that_a_person_reads(
    library: Library,
) -> None:
    (hit, *_) = search(library, "timely filing limit", language="en")
    assert "{Timely filing limit}" in hit.snippet
    assert "timely_filing" not in hit.snippet


def test_a_snippet_cuts_no_word_and_says_where_more_stands(library: Library) -> None:
    for hit in search(library, "objective records", language="en"):
        words = set(re.findall(r"\w+", hit.clause.texts["en"].source))
        shown = re.sub(r"{[^}]*}", "", hit.snippet)
        assert set(re.findall(r"\w+", shown)) <= words, hit.snippet
        assert hit.snippet.endswith("…")
