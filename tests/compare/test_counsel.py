"""What is advised: by the playbook's ranges, its fallbacks, the side, and the kind of clause."""

from __future__ import annotations

from decimal import Decimal

import pytest

from contractkit.assembly import fallback_texts, standard_text
from contractkit.compare import compare
from contractkit.compare.standing import standing
from contractkit.model.comparison import Advice, Finding
from contractkit.model.standard import Library, Position, Variable
from tests.builders import agreement

DAYS = Variable("x_days", "business_days", {}, minimum=Decimal(1))
PLACE = Position("x_days", "less", "<=5", "<=10", ">20", "合同管理科")


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        ("P5BD", "preferred"),
        ("<=P7D", "preferred"),
        ("P8BD", "acceptable"),
        ("P15BD", "approval"),
        ("P1M", "walk_away"),
        ("2026-01-01", ""),
    ],
)
def test_a_value_stands_where_the_playbook_has_it(form: str, wanted: str) -> None:
    assert standing(form, PLACE, DAYS) == wanted


def test_at_most_thirty_is_not_at_least_thirty() -> None:
    position = Position("years", "more", ">=30", ">=30")
    variable = Variable("years", "years", {})
    assert standing(">=P30Y", position, variable) == "preferred"
    assert standing("<=P30Y", position, variable) == "approval"
    assert standing("<=P40Y", position, variable, "<=P30Y") == "preferred"  # bounded as before


HEAD = "第一条 病历保存 @record_retention/medical_records"
TEXT = (
    "乙方应当妥善保存病历，自患者出院之日起保存期限不少于30年，"
    "任何人不得篡改、伪造、隐匿、毁灭住院病历。"
)


def findings(
    library: Library, text: str, side: str = "payer", fallbacks: tuple[str, ...] = ()
) -> list[Finding]:
    base = agreement(f"{HEAD} | {TEXT}", language="zh")
    other = agreement(f"第一条 病历保存 | {text}", language="zh")
    return list(
        compare(
            base,
            other,
            library=library,
            side=side,  # type: ignore[arg-type]
            fallbacks={"record_retention/medical_records": fallbacks},
        ).findings
    )


@pytest.mark.parametrize(("side", "severity"), [("payer", "high"), ("provider", "low")])
def test_a_duty_of_the_provider_made_weaker_is_worse_for_the_payer(
    library: Library, side: str, severity: str
) -> None:
    (found,) = findings(library, TEXT.replace("应当", "可以"), side)
    assert (found.kind, found.severity) == ("modality", severity)
    wanted = Advice("push_back", "应当") if side == "payer" else Advice("accept")
    assert found.advice == wanted


def test_the_first_fallback_that_is_nearer_to_the_draft_is_the_answer(library: Library) -> None:
    far = "乙方委托第三方机构保管全部资料。"
    near = TEXT.replace("30年", "30年，甲方另行同意销毁的除外")
    draft = TEXT.replace("30年", "30年，甲方书面同意销毁的除外")
    (found,) = [f for f in findings(library, draft, fallbacks=(far, near)) if f.kind == "exception"]
    assert found.advice == Advice("push_back", near)


def test_a_fallback_word_for_word_is_accepted(library: Library) -> None:
    fallback = TEXT.replace("30年", "30年，甲方另行同意销毁的除外")
    (found,) = findings(library, fallback, fallbacks=(fallback,))
    assert (found.rule, found.severity, found.advice) == ("fallback", "low", Advice("accept"))


def test_an_added_clause_of_a_risky_kind_is_grave_and_another_is_not(library: Library) -> None:
    base = agreement(f"{HEAD} | {TEXT}", language="zh")
    for text, rule, severity in (
        ("本协议期满自动续期三年，双方不另行签订协议。", "risk", "high"),
        ("院内车位由物业公司统一安排。", "added", "medium"),
    ):
        other = agreement(f"第一条 病历保存 | {TEXT}", f"第二条 其他 | {text}", language="zh")
        (found,) = compare(base, other, library=library).findings
        assert (found.rule, found.severity) == (rule, severity)
        assert found.advice
        assert found.advice.kind == "escalate"


@pytest.mark.parametrize("code", ["zh", "en"])
def test_the_fallbacks_of_a_template_are_texts_without_placeholders(
    library: Library, code: str
) -> None:
    texts = fallback_texts(library, "hospital-service", {}, language=code)
    base = standard_text(library, "hospital-service", {}, language=code)
    ids = {node.standard for _, node in base.walk()}
    assert texts
    assert texts.keys() <= ids
    assert not [t for found in texts.values() for t in found if "{" in t or "[[" in t]


def test_a_blank_filled_in_is_standard_unless_the_playbook_refuses_it(library: Library) -> None:
    base = agreement(f"{HEAD} | {TEXT.replace('30年', '{inpatient_years=[年限]}')}", language="zh")
    for years, count in (("40年", 0), ("10年", 1)):
        text = TEXT.replace("30年", years)
        other = agreement(f"第一条 病历保存 | {text}", language="zh")
        found = [f for f in compare(base, other, library=library).findings if f.kind == "value"]
        assert len(found) == count
