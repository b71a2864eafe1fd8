"""What holds of every fact, whatever its kind: its place, its clause, its scope, its confidence."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contractkit.extract import EXTRACTORS, extract
from contractkit.extract.confidence import RULES, confidence
from contractkit.lang import language
from contractkit.lang.value import KINDS
from contractkit.library import default_root, load_library
from contractkit.model.extraction import FACTS
from tests.builders import agreement as built
from tests.extract.places import agreement, details, facts

ZH = """服务协议

甲方：云岭市中心
乙方：第一医院

第一条 付款
甲方应当自收到申报之日起20个工作日内付款。
第二条 期限
本协议自2026年1月1日起，至2026年12月31日止。
附件一 费用表
第一条 单价
每次不超过100元。
"""
WORDS = 'shall may not Payer Provider by (a) (b) "A" , . ; : 30 days and \n 1.1 if unless'.split(
    " "
)
EN = """SERVICES AGREEMENT

This Agreement is made on January 5, 2026 between Lake Plan, Inc. ("Payer")
and River Group, LLC ("Provider").

1. Payment. Payer shall pay each claim within thirty (30)
days after receipt.
2. Term. The initial term is two years and it renews for one year unless either party gives
notice 60 days before its end.
3. Law. This Agreement is governed by the laws of the State of Ohio.
"""


@pytest.mark.parametrize(
    ("text", "code"), [(ZH, "zh"), (EN, "en"), (EN.replace("\n", "\r\n"), "en")]
)
def test_a_fact_of_a_text_file_stands_where_its_offsets_say(text: str, code: str) -> None:
    found = extract(agreement(text, code)).facts
    assert len(found) > 10
    for fact in found:
        assert text[fact.start : fact.end].split() == fact.text.split()


def test_offsets_of_other_files_count_in_the_blocks_joined_by_line_breaks() -> None:
    source = built("Between A and B", "1 Term | It lasts 3 years.", language="en")
    text = "\n".join(block.text for block in source.blocks())
    (fact,) = [fact for fact in extract(source).facts if fact.kind == "duration"]
    assert text[fact.start : fact.end] == "3 years"


def test_a_value_that_a_line_break_cuts_is_whole() -> None:
    (fact,) = [fact for fact in facts(EN, "en", "duration") if fact.clause == "1."]
    assert (fact.value, fact.op) == ("P30D", "<=")


def test_a_value_has_the_attachment_that_it_stands_in_as_its_scope() -> None:
    (money,) = facts(ZH, "zh", "money")
    assert (money.scope, money.clause, money.op) == ("附件一", "第一条", "<=")
    assert {fact.scope for fact in facts(ZH, "zh", "date")} == {""}


def test_words_that_contradict_figures_are_a_disagreement_beside_the_value() -> None:
    text = "SERVICES AGREEMENT\n\n1. Payment. Payer shall pay within thirty (45) days.\n"
    (value,) = facts(text, "en", "duration")
    (fact,) = facts(text, "en", "disagreement")
    assert (fact.start, fact.end) == (value.start, value.end)
    assert (fact.name, {fact.value, details(fact)["other"]}) == ("duration", {"P30D", "P45D"})


def test_codes_phones_and_mail_are_facts_and_a_wrong_check_digit_a_disagreement() -> None:
    text = "SERVICES AGREEMENT\n\n1. Notices. NPI 1234567890, telephone 415-555-0132, a@b.org.\n"
    found = {fact.kind: fact for fact in facts(text, "en", "code", "phone", "email")}
    assert sorted(found) == ["code", "email", "phone"]
    (fact,) = facts(text, "en", "disagreement")
    assert (fact.name, details(fact)["other"]) == ("code", "1234567893")


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_value_is_a_kind_of_fact_with_a_label(kind: str) -> None:
    assert kind in FACTS
    assert all(f"facts.{kind}" in language(code).labels for code in ("zh", "en"))


def test_facts_stand_by_kind_and_in_reading_order() -> None:
    found = extract(agreement(EN, "en")).facts
    keys = [(FACTS.index(fact.kind), fact.start) for fact in found]
    assert keys == sorted(keys)


def test_only_the_extractors_that_are_given_are_run() -> None:
    only = {"terms": EXTRACTORS["terms"]}
    assert {fact.kind for fact in extract(agreement(EN, "en"), extractors=only).facts} == {"term"}


def test_the_confidence_of_a_rule_is_its_smoothed_share_and_of_an_unknown_one_a_half() -> None:
    right, seen = RULES["duty.actor"]
    assert confidence("duty.actor") == round((right + 1) / (seen + 2), 3)
    assert confidence("nothing.known") == 0.5
    assert all(0 <= right <= seen for right, seen in RULES.values())


def test_a_clause_is_labelled_with_the_nearest_standard_clause() -> None:
    library = load_library(default_root())
    text = (
        "第一条 病历保存\n"
        "乙方应当建立住院病历，住院病历保存不少于30年，不得篡改、伪造、隐匿、毁灭病历。\n"
    )
    found = extract(agreement(text, "zh"), library=library).facts
    (topic,) = [fact for fact in found if fact.kind == "clause_type"]
    assert (topic.name, topic.value) == ("record_retention", "record_retention/medical_records")
    assert 0.3 < topic.confidence <= 1
    assert details(topic)["reason"] in ("heading", "words")


@pytest.mark.parametrize(
    ("others", "told"),
    [
        (
            "第二条 住院实行一人一床，不得挂床住院。\n第三条 三级医院平均住院日不超过9天。\n",
            "admission",
        ),
        ("第二条 被记分的，可以申请复核。\n第三条 医师在执业机构提供医保医师服务。\n", "physician"),
    ],
)
def test_of_clauses_alike_that_of_the_agreement_at_hand_is_told(others: str, told: str) -> None:
    text = f"第一条 乙方应当认真核验身份和凭证，发现冒名的应当拒绝。\n{others}"
    library = load_library(default_root())
    topics = {
        fact.clause: fact.name
        for fact in extract(agreement(text, "zh"), library=library).facts
        if fact.rule.startswith("topic")
    }
    assert topics["第一条"] == told


def test_a_clause_that_no_standard_clause_is_near_has_no_topic() -> None:
    library = load_library(default_root())
    found = extract(agreement("1. Zebras. Zebras graze quietly.\n", "en"), library=library).facts
    assert [fact for fact in found if fact.rule.startswith("topic")] == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="甲乙方应当不得，。；：第一条（）10日内自由 \n", max_size=120))
def test_no_chinese_text_stops_extraction(text: str) -> None:
    for fact in extract(agreement(text, "zh")).facts:
        assert text[fact.start : fact.end].split() == fact.text.split()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(WORDS),
        max_size=40,
    )
)
def test_no_english_text_stops_extraction(words: list[str]) -> None:
    text = " ".join(words)
    for fact in extract(agreement(text, "en")).facts:
        assert text[fact.start : fact.end].split() == fact.text.split()
