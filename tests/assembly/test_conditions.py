"""Whatever the conditions choose, no paragraph is blank and the numbers have no hole."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contractkit.assembly import assemble, assemble_columns
from contractkit.errors import AssemblyError
from contractkit.lang import language
from contractkit.library import load_library
from contractkit.model.agreement import Agreement, Clause
from contractkit.model.standard import Library
from tests.library.small import VALUES, clause_yaml, swap, write_small

TEMPLATES = (
    "hospital-service",
    "medical-management",
    "physician-service",
    "provider-participation",
    "renewal",
    "single-case",
)
CLINIC = "clause_library/records/clinic/clause.yaml"


def switches(library: Library, template: str) -> dict[str, list[str]]:
    """The variables that choose clauses of ``template``, with all that they may be."""
    found = {}
    for section in library.templates[template, "zh"].sections:
        for identity in section.clauses:
            for name in library.clauses[identity].when:
                variable = library.variables[name]
                found[name] = list(variable.choices) or ["yes", "no"]
    return found


def counted(clauses: tuple[Clause, ...]) -> Iterator[tuple[int, ...]]:
    """The own numbers of neighbours that are numbered alike."""
    for kind in ("chapter", "attachment", "clause", "item"):
        numbers = [c.number.path[-1] for c in clauses if c.kind == kind and c.number]
        if numbers:
            yield tuple(numbers)
    for clause in clauses:
        yield from counted(clause.children)


def assert_whole(agreement: Agreement, *, run_on: bool) -> None:
    assert all(block.text.strip() for block in agreement.blocks() if not block.cells)
    assert all(clause.children for clause in agreement.clauses)
    running = 0
    for numbers in counted(agreement.clauses):
        first = numbers[0]
        assert numbers == tuple(range(first, first + len(numbers)))
    base = [clause for clause in agreement.clauses if clause.kind == "chapter"]
    for chapter in base:
        numbers = tuple(c.number.path[-1] for c in chapter.children if c.number)
        assert numbers[0] == (running + 1 if run_on else 1)
        running = numbers[-1]


@pytest.mark.parametrize("template", TEMPLATES)
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_conditions_leave_no_blank_and_no_hole(
    library: Library,
    sample_values: Callable[[str], dict[str, object]],
    template: str,
    data: st.DataObject,
) -> None:
    chosen = {
        name: data.draw(st.sampled_from(values), label=name)
        for name, values in switches(library, template).items()
    }
    values = {**sample_values(template), **chosen}
    for code in ("zh", "en"):
        agreement = assemble(library, template, values, language=code)
        assert_whole(agreement, run_on=language(code).numbering.clauses_run_on)
    for side in assemble_columns(library, template, values):
        assert_whole(side, run_on=True)


def test_the_conditions_of_what_we_ship_are_found(library: Library) -> None:
    assert sum(len(switches(library, template)) for template in TEMPLATES) >= 2


@pytest.fixture
def pair(tmp_path: Path) -> Callable[[str], Library]:
    """A library in which the clause on clinics has ``more`` in its clause.yaml."""

    def load(more: str) -> Library:
        text = clause_yaml("诊所", "Clinics", f"when: {{kind: [clinic]}}\n{more}")
        return load_library(write_small(tmp_path, {CLINIC: text}))

    return load


def test_a_clause_that_needs_one_that_does_not_stand_is_told_with_both(
    pair: Callable[[str], Library],
) -> None:
    library = pair("needs: [payment/changes]\n")
    values = {**VALUES, "kind": "clinic"}
    assemble(library, "small", values, language="zh")
    with pytest.raises(AssemblyError) as caught:
        assemble(library, "small", values, language="zh", on=datetime.date(2026, 6, 30))
    told = "records/clinic needs payment/changes, which does not stand in the agreement"
    assert told in caught.value.message


def test_a_clause_that_excludes_one_that_stands_is_told_with_both(
    pair: Callable[[str], Library],
) -> None:
    library = pair("excludes: [payment/terms]\n")
    assemble(library, "small", VALUES, language="zh")  # the clause on clinics does not stand
    with pytest.raises(AssemblyError) as caught:
        assemble(library, "small", {**VALUES, "kind": "clinic"}, language="zh")
    assert "records/clinic excludes payment/terms, which stands in the agreement too" in (
        caught.value.message
    )


def test_a_day_before_all_clauses_is_told_and_gives_no_empty_agreement(library: Library) -> None:
    with pytest.raises(AssemblyError, match="no clause of renewal is in force on 2020-01-01"):
        assemble(library, "renewal", {}, language="zh", on=datetime.date(2020, 1, 1))


@pytest.mark.parametrize("given_as", ["yes", "true", True, "是"])
def test_a_condition_on_yes_or_no_holds_however_it_is_written(
    tmp_path: Path, given_as: object
) -> None:
    change = swap(
        "clause_library/variables.yaml",
        "kind:",
        "remote: {type: yes_no, label: {zh: 远程, en: Remote}, default: no}\nkind:",
    )
    change[CLINIC] = clause_yaml("诊所", "Clinics", "when: {remote: [yes]}\n")
    library = load_library(write_small(tmp_path, change))
    plain = assemble(library, "small", VALUES, language="zh")
    remote = assemble(library, "small", {**VALUES, "remote": given_as}, language="zh")
    held = [[one.standard for _, one in a.walk()] for a in (plain, remote)]
    assert ["records/clinic" in ids for ids in held] == [False, True]
