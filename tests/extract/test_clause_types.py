"""Which types of clause made-up sentences (``types_en.tsv``) tell, and which they seem to tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.places import facts

CLAUSE = "AGREEMENT\n\n1. Services. Provider serves.\n\n2. Subject. {}\n\n3. Fees. None.\n"
LINES = Path(__file__).with_name("types_en.tsv").read_text("utf-8").splitlines()[1:]
ROWS = [line.split("\t") for line in LINES]


def types(text: str) -> set[str]:
    return {fact.name for fact in facts(text, "en", "clause_type")}


@pytest.mark.parametrize(("name", "tells", "sentence"), ROWS)
def test_a_type_of_clause_is_told_by_what_its_sentence_does(
    name: str, tells: str, sentence: str
) -> None:
    assert (name in types(CLAUSE.format(sentence))) == (tells == "yes")


def test_an_item_is_read_with_the_words_that_introduce_its_list() -> None:
    text = (
        "AGREEMENT\n\n1. Conduct. During the Term, Distributor shall not:\n\n"
        "(a) act as agent for goods that are competitive with the Products; or\n\n"
        "(b) sell below cost.\n"
    )
    assert "Non-Compete" in types(text)
    assert "Non-Compete" not in types(text.replace("shall not", "may"))
