"""The law holds for what we issue ourselves: each breach is told with its basis."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from contractkit.assembly import assemble
from contractkit.batch.floors import Floors
from contractkit.batch.render import Renderer
from contractkit.compare.lawful import breaches_of
from contractkit.model.standard import Library
from tests.batch.test_changes import example, library

DAY = datetime.date(2026, 11, 16)
TEMPLATES = sorted(library().templates)


def unbounded() -> Library:
    """The library with variables that may be anything: only the rules hold them."""
    found = library()
    return replace(
        found,
        clauses={
            key: replace(
                one,
                declared={
                    name: replace(variable, minimum=None, maximum=None)
                    for name, variable in one.declared.items()
                },
            )
            for key, one in found.clauses.items()
        },
        variables={
            name: replace(one, minimum=None, maximum=None) for name, one in found.variables.items()
        },
    )


def floors(template: str, language: str, *varying: str) -> Floors:
    """The check of a campaign's rows."""
    free = unbounded()
    return Floors(Renderer(free, template, language, DAY, frozenset(varying)), free)


@pytest.mark.parametrize(("template", "language"), TEMPLATES)
def test_no_agreement_of_our_own_breaks_a_rule(template: str, language: str) -> None:
    given = example(template)
    agreement = assemble(library(), template, given, language=language, on=DAY)
    assert breaches_of(agreement, library(), template) == ()
    assert floors(template, language, *given).check(given) == ()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_row_below_a_floor_is_told_with_its_basis_and_a_row_at_it_is_not(language: str) -> None:
    given = example("hospital-service")
    name = "inpatient_years"
    check = floors("hospital-service", language, name, "agreement_number")
    low, again, right = (
        check.check({**given, name: years, "agreement_number": number})
        for number, years in (("N-1", "10"), ("N-2", "10"), ("N-3", "30"))
    )
    assert low == again
    assert right == ()
    assert any("第二十九条" in str(one) and "10" in str(one) for one in low)
    agreement = assemble(
        unbounded(), "hospital-service", {**given, name: "10"}, language=language, on=DAY
    )
    assert breaches_of(agreement, library(), "hospital-service") == low


def test_what_every_row_has_is_told_of_every_row() -> None:
    given = {**example("hospital-service"), "inpatient_years": "10"}
    check = floors("hospital-service", "zh", "agreement_number")
    first, second = (check.check({**given, "agreement_number": one}) for one in ("N-1", "N-2"))
    assert first == second
    assert len(first) == 1


def test_a_value_that_says_what_is_void_is_told() -> None:
    given = example("physician-service")
    check = floors("physician-service", "zh", "physician_practice_scope")
    (told,) = check.check({**given, "physician_practice_scope": "内科，争议提交仲裁委员会仲裁"})
    assert "法释〔2019〕17号" in str(told)


def test_a_value_that_names_a_body_by_its_old_name_is_told() -> None:
    given = example("physician-service")
    check = floors("physician-service", "zh", "physician_practice_scope")
    (told,) = check.check(
        {**given, "physician_practice_scope": "内科，已向人力资源和社会保障局备案"}
    )
    assert "人力资源和社会保障局" in str(told)


@pytest.mark.parametrize("varying", [(), ("changes",)])
def test_what_stood_before_a_change_is_no_breach_and_what_stands_after_is(
    varying: tuple[str, ...],
) -> None:
    given = example("renewal")
    row = {"clause": "第九条（住院病历保存年限）", "before": "20年", "after": "30年"}
    raised = {**given, "changes": [row]}
    lowered = {**given, "changes": [{**row, "before": "30年", "after": "20年"}]}
    assert floors("renewal", "zh", *varying).check(raised) == ()
    (told,) = floors("renewal", "zh", *varying).check(lowered)
    assert "20年" in str(told)
    for values, wanted in ((raised, ()), (lowered, (told,))):
        agreement = assemble(library(), "renewal", values, language="zh", on=DAY)
        assert breaches_of(agreement, library(), "renewal") == wanted
