"""An agreement of our own is held against the rules of law, whatever somebody wrote into it."""

from __future__ import annotations

import pytest

from contractkit.assembly import assemble
from contractkit.compare.lawful import breaches_of
from contractkit.model.standard import Library
from tests.writers.shipped import TEMPLATES, sample

NAME = "physician_practice_scope"


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_what_we_ship_is_lawful(library: Library, template: str, language: str) -> None:
    agreement = assemble(library, template, sample(template), language=language)
    assert breaches_of(agreement, library, template) == ()


@pytest.mark.parametrize(
    ("text", "severity", "said"),
    [
        ("内科；争议由仲裁委员会仲裁，不服的再申请仲裁", "high", "仲裁（第三条"),
        ("内科；处方由社会保险局核定", "low", "社会保险局（第三条"),
        ("内科；一般处方用量不超过14日", "medium", "14日（第三条"),
        ("内科；住院病历保存20年、10年", "high", "20年、10年（第三条"),
    ],
)
def test_a_breach_is_told_once_a_clause_with_its_weight_and_place(
    library: Library, text: str, severity: str, said: str
) -> None:
    template = "physician-service"
    agreement = assemble(library, template, {**sample(template), NAME: text}, language="zh")
    (found,) = breaches_of(agreement, library, template)
    assert found.severity == severity
    assert said in str(found)


def test_a_rule_holds_for_the_templates_that_it_names_alone(library: Library) -> None:
    text = {"zh": "争议提交仲裁", "en": "disputes go to arbitration"}
    agreement = assemble(
        library, "physician-service", {**sample("physician-service"), NAME: text}, language="en"
    )
    assert len(breaches_of(agreement, library, "physician-service")) == 1
    assert breaches_of(agreement, library, "provider-participation") == ()
