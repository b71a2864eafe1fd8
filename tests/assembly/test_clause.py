"""One clause by itself: filled in, with brackets where only a person knows what belongs there."""

from __future__ import annotations

import pytest

from contractkit.assembly.clause import clause_text
from contractkit.errors import AssemblyError
from contractkit.library import default_root, load_library
from contractkit.model.standard import Library

CLAUSE = "record_retention/medical_records"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(default_root())


def test_values_and_defaults_are_filled_in(library: Library) -> None:
    _, lines = clause_text(library, CLAUSE, {"inpatient_years": 40}, language="zh")
    assert "保存不少于40年" in lines[1]
    _, lines = clause_text(library, CLAUSE, {}, language="zh")
    assert "保存不少于30年" in lines[1]


def test_a_citation_is_the_title_of_what_it_cites(library: Library) -> None:
    _, lines = clause_text(library, CLAUSE, {}, language="zh")
    title = library.clauses["audit/inspection_cn"].title["zh"]
    assert f"依照[{title}]" in "\n".join(lines)


def test_every_clause_of_the_library_can_be_proposed(library: Library) -> None:
    for clause in library.clauses.values():
        for language in clause.texts:
            heading, lines = clause_text(library, clause.id, {}, language=language)
            assert heading == clause.title[language]
            assert lines
            assert not any("{" in line or "[[" in line for line in lines)


def test_a_clause_or_value_that_is_none_is_an_error(library: Library) -> None:
    with pytest.raises(AssemblyError, match=f"do you mean {CLAUSE}"):
        clause_text(library, CLAUSE.replace("rec", "rce"), {}, language="zh")
    with pytest.raises(AssemblyError, match="has no text in fr"):
        clause_text(library, CLAUSE, {}, language="fr")
    with pytest.raises(AssemblyError, match="inpatient_years"):
        clause_text(library, CLAUSE, {"inpatient_years": "many"}, language="zh")
