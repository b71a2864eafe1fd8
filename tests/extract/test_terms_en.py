"""How made-up English agreements (``terms_en.tsv``) say their terms, and what says none."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.places import facts

PLACES = {
    "front": "AGREEMENT\n\n{}\n\n1. Services. Provider serves.\n\n2. Fees. Payer pays.\n",
    "body": "AGREEMENT\n\n1. Services. Provider serves.\n\n2. Subject. {}\n\n3. Fees. None.\n",
    "closing": "AGREEMENT\n\n1. Services. Provider serves.\n\n2. Fees. None.\n\n{}\n\nBy: ____\n",
}
LINES = Path(__file__).with_name("terms_en.tsv").read_text("utf-8").splitlines()[1:]
ROWS = [line.split("\t") for line in LINES]


def told(name: str, text: str) -> list[str]:
    found = facts(text, "en", "term")
    return [f.value for f in found if f.name == name and not f.rule.endswith(".supposed")]


@pytest.mark.parametrize(("name", "place", "value", "text"), [r for r in ROWS if r[2] != "-"])
def test_a_term_is_told_as_agreements_say_it(name: str, place: str, value: str, text: str) -> None:
    found = told(name, PLACES[place].format(text.replace("\\n", "\n")))
    assert found[:1] == ["" if value == "(no value)" else value]


@pytest.mark.parametrize(("name", "place", "value", "text"), [r for r in ROWS if r[2] == "-"])
def test_what_only_sounds_like_a_term_is_none(name: str, place: str, value: str, text: str) -> None:
    assert told(name, PLACES[place].format(text)) == [], value


def test_the_heading_of_a_clause_tells_no_renewal() -> None:
    text = (
        "AGREEMENT\n\nARTICLE 5\nAUTOMATIC RENEWAL OF THE AGREEMENT FOR ADDITIONAL TERMS\n\n"
        "5.1 Duration. It lasts two years.\n"
    )
    assert told("renewal_term", text) == []
