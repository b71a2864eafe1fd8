"""Terms, parties, definitions, thresholds and types of clause."""

from __future__ import annotations

import pytest

from contractkit.model.extraction import Fact
from tests.extract.places import details, facts
from tests.extract.test_facts import EN, ZH


def term(text: str, code: str, name: str) -> Fact:
    found = [fact for fact in facts(text, code, "term") if fact.name == name]
    assert found, name
    return found[0]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "SERVICES AGREEMENT"),
        ("agreement_date", "2026-01-05"),
        ("effective_date", "2026-01-05"),
        ("term", "P2Y"),
        ("renewal_term", "P1Y"),
        ("renewal_notice", "P60D"),
        ("governing_law", "the State of Ohio"),
        ("payment", "P30D"),
    ],
)
def test_an_english_agreement_tells_its_terms(name: str, value: str) -> None:
    assert term(EN, "en", name).value == value


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("title", "服务协议"),
        ("effective_date", "2026-01-01"),
        ("expiration_date", "2026-12-31"),
        ("payment", "P20BD"),
    ],
)
def test_a_chinese_agreement_tells_its_terms(name: str, value: str) -> None:
    assert term(ZH, "zh", name).value == value


def test_an_effective_date_that_no_sentence_states_is_supposed_to_be_the_agreements() -> None:
    assert term(EN, "en", "effective_date").rule == "term.effective_date.supposed"


def test_a_law_that_is_to_be_complied_with_does_not_govern() -> None:
    text = (
        "1. Laws. The parties shall comply with the laws of the State of Ohio that govern them.\n"
    )
    assert [fact for fact in facts(text, "en", "term") if fact.name == "governing_law"] == []


def test_parties_have_what_they_are_called_their_names_and_roles() -> None:
    found = facts(EN, "en", "party")
    assert [(fact.name, fact.value) for fact in found] == [
        ("Payer", "Lake Plan, Inc."),
        ("Provider", "River Group, LLC"),
    ]
    assert details(found[0])["role"] == "payer"
    assert [(fact.name, fact.value) for fact in facts(ZH, "zh", "party")] == [
        ("甲方", "云岭市中心"),
        ("乙方", "第一医院"),
    ]


def test_parties_of_a_list_over_several_paragraphs_are_found() -> None:
    text = (
        "THIS AGREEMENT is made BETWEEN:\n\n(1) Alpha Health Plans, Inc., a Delaware corporation "
        '("Alpha"); and\n\n(2) Beta Clinics LLC, an Ohio company (the "Beta").\n\n'
        "1. Term. One year.\n"
    )
    found = [(fact.name, fact.value) for fact in facts(text, "en", "party")]
    assert found == [("Alpha", "Alpha Health Plans, Inc."), ("Beta", "Beta Clinics LLC")]


def test_a_definition_counts_the_uses_of_its_term() -> None:
    text = '1. Terms. "Claim" means a request for payment. A Claim is paid. Each Claim counts.\n'
    (fact,) = facts(text, "en", "definition")
    assert (fact.name, fact.value) == ("Claim", "a request for payment")
    assert details(fact)["uses"] == "2"


def test_a_term_in_quotation_marks_that_nothing_defines_is_told() -> None:
    text = "第一条 定义\n“工作日”是指法定工作日。\n第二条 乙方应当在“观察期”内每个“工作日”报告。\n"
    assert [fact.name for fact in facts(text, "zh", "undefined")] == ["观察期"]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Provider shall maintain professional liability insurance.", "Insurance"),
        ("Neither party may assign this Agreement without consent.", "Anti-Assignment"),
        ("In no event shall either party be liable for consequential damages.", "Cap On Liability"),
        ("Payer may inspect and audit the books and records of Provider.", "Audit Rights"),
        ("Either party may terminate this Agreement without cause.", "Termination For Convenience"),
        ("Licensor hereby grants a non-exclusive license to use the Marks.", "License Grant"),
    ],
)
def test_a_type_of_clause_is_told_by_its_words(sentence: str, name: str) -> None:
    assert name in [fact.name for fact in facts(f"1. X. {sentence}\n", "en", "clause_type")]


def test_a_dangling_reference_is_a_fact() -> None:
    text = "1.1 Duty. Payer shall pay as Section 9.9 says.\n"
    (fact,) = facts(text, "en", "reference")
    assert (fact.name, fact.value, fact.text) == ("dangling", "9/9", "Section 9.9")


@pytest.mark.parametrize(
    ("front", "value"),
    [
        ("March 3, 2011\n\nA, Inc. and B, LLC agree as follows.", "2011-03-03"),
        ("This Agreement, made as of May 1, 2010, is between A, Inc. and B, LLC.", "2010-05-01"),
    ],
)
def test_an_agreement_is_dated_on_a_line_of_its_own_or_beside_its_parties(
    front: str, value: str
) -> None:
    text = f"SERVICES AGREEMENT\n\n{front}\n\n1. Services. Provider serves.\n"
    assert term(text, "en", "agreement_date").value == value


def test_a_date_beside_a_signature_dates_an_agreement_that_has_no_other() -> None:
    text = "SERVICES AGREEMENT\n\n1. Services. Provider serves.\n\nBy: ______\nDate: 3/31/2011\n"
    assert term(text, "en", "agreement_date").value == "2011-03-31"


def test_an_event_is_an_effective_date_where_no_day_is() -> None:
    text = "SERVICES AGREEMENT\n\n1. Term. This Agreement is effective upon execution by both.\n"
    assert term(text, "en", "effective_date").value == "upon execution by both"


@pytest.mark.parametrize(
    ("sentence", "renews"),
    [
        ("This Agreement is renewable for successive one year periods.", True),
        ("Distributor may extend the term for two additional periods of one year each.", True),
        ("The warranty period may be extended for one year for a fee.", False),
        ("The rights under this Section shall extend to successors for one year.", False),
    ],
)
def test_a_renewal_is_one_of_the_agreement(sentence: str, renews: bool) -> None:
    text = f"SERVICES AGREEMENT\n\n1. Term. {sentence}\n"
    assert any(fact.name == "renewal_term" for fact in facts(text, "en", "term")) == renews
