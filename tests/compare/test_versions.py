"""A text against its version in another language: which clauses are partners, what differs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contractkit.assembly import assemble
from contractkit.compare import compare
from contractkit.extract import references
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import Comparison
from contractkit.model.standard import Library
from tests.builders import agreement
from tests.compare.planting import _anonymous as anonymous

ZH = (
    "第一条 付款 | 甲方应当自收到清单之日起30日内支付12,500元。",
    "第二条 病案 | 乙方应当保存病案15年，不得涂改。",
    "第三条 退出 | 任何一方可以提前60日书面通知终止，并适用第二条。",
)
EN = (
    "1. Payment | Payer shall pay CNY 12,500 within 30 days after it receives the list.",
    "2. Charts | Provider shall keep charts for 15 years and shall not alter them.",
    "3. Exit | Either party may terminate by 60 days' written notice, and Section 2 applies.",
)


def held(ours: Sequence[str], theirs: Sequence[str], **options: object) -> Comparison:
    """The comparison of a Chinese and an English text."""
    one, two = agreement(*ours, language="zh"), agreement(*theirs, language="en")
    cited = references(one), references(two)
    return compare(one, two, references=cited, **options)  # type: ignore[arg-type]


def partners(result: Comparison) -> dict[str, str]:
    return {p.base.number: p.other.number for p in result.pairs if p.base and p.other}


def told(result: Comparison) -> list[tuple[str, str, str]]:
    return [(d.kind, d.before, d.after) for pair in result.pairs for d in pair.deltas]


def edited(old: str, new: str) -> Comparison:
    """The comparison with ``old`` made ``new`` in the English text."""
    assert any(old in line for line in EN)
    return held(ZH, [line.replace(old, new) for line in EN])


def test_versions_that_say_the_same_have_no_difference() -> None:
    result = held(ZH, EN)
    assert partners(result) == {"第一条": "1.", "第二条": "2.", "第三条": "3."}
    assert (told(result), result.findings, result.verdict) == ([], (), "none")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("30 days", "45 days", ("value", "<=P30D", "<=P45D")),
        ("30 days", "30 business days", ("value", "<=P30D", "<=P30BD")),
        ("12,500", "15,200", ("value", "12500 CNY", "15200 CNY")),
        ("for 15 years", "with care", ("value", "P15Y", "")),
        ("Payer shall", "Payer may", ("modality", "应当", "may")),
        ("shall not alter", "may alter", ("modality", "不得", "may")),
        ("Provider shall", "Payer shall", ("party", "乙方", "Payer")),
        ("Section 2", "Section 1", ("reference", "第二条", "Section 1")),
    ],
)
def test_what_one_version_says_otherwise_is_told(
    old: str, new: str, expected: tuple[str, str, str]
) -> None:
    result = edited(old, new)
    assert told(result) == [expected]
    assert len(result.findings) == 1


def test_a_report_speaks_the_language_of_the_base() -> None:
    (finding,) = edited("30 days", "45 days").findings
    assert "一种语言文本为30日" in finding.message
    one, two = agreement(*EN, language="en"), agreement(*ZH, language="zh")
    changed = replace_text(two, "30日", "45日")
    (finding,) = compare(one, changed).findings
    assert "one version says 30 days, the other 45日" in finding.message


def replace_text(one: Agreement, old: str, new: str) -> Agreement:
    clauses = tuple(
        replace(node, blocks=tuple(replace(b, text=b.text.replace(old, new)) for b in node.blocks))
        for node in one.clauses
    )
    return replace(one, clauses=clauses)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("任何人不得涂改。", "No person shall alter them."),
        ("甲方仅可以索取必要的材料。", "Payer shall ask only for what is needed."),
        ("期限不超过30日。", "The time shall not be longer than 30 days."),
        ("乙方不得收取超过3倍至5倍的费用。", "Provider shall not charge more than 3 to 5 times."),
        ("超过10日的，不得补报。", "It may be filed within not more than 10 days, and no later."),
    ],
)
def test_what_languages_put_otherwise_is_no_difference(ours: str, theirs: str) -> None:
    assert told(held([f"第一条 | {ours}"], [f"1. | {theirs}"])) == []


def test_a_floor_that_is_a_ceiling_in_the_other_version_is_told() -> None:
    found = told(held(["第一条 | 保存不少于5年。"], ["1. | Kept for not more than 5 years."]))
    assert found == [("value", ">=P5Y", "<=P5Y")]


def test_a_value_in_another_paragraph_is_not_the_same() -> None:
    ours = ["第一条 | 付款期限：", "  （一）普通30日；", "  （二）加急5日。"]
    theirs = ["1. | Time of payment:", "  (a) ordinary 5 days;", "  (b) urgent 30 days."]
    assert [kind for kind, *_ in told(held(ours, theirs))] == ["value", "value"]


def test_a_clause_that_one_version_lacks_is_told() -> None:
    result = held(ZH, (EN[0], EN[2]))
    assert partners(result) == {"第一条": "1.", "第三条": "3."}
    (missing,) = [one for one in result.findings if one.rule == "missing"]
    assert (missing.severity, "病案" in missing.message) == ("high", True)
    result = held((ZH[0], ZH[2]), EN)
    (added,) = [one for one in result.findings if one.rule == "added"]
    assert "Charts" in added.message


def test_a_clause_that_stands_elsewhere_is_found_by_what_it_says() -> None:
    result = held(
        ZH, (EN[2].replace("3.", "1."), EN[0].replace("1.", "2."), EN[1].replace("2.", "3."))
    )
    assert partners(result) == {"第一条": "2.", "第二条": "3.", "第三条": "1."}
    assert "moved" in {pair.change for pair in result.pairs}


def test_an_encoder_pairs_what_has_no_value_and_no_place() -> None:
    class Subjects:
        def encode(self, texts: Sequence[str], /) -> list[list[float]]:
            rows = (("停车", "park"), ("用餐", "meal"), ("电梯", "lift"))
            return [[float(any(w in t.lower() for w in row)) for row in rows] for t in texts]

    ours = ["第一条 | 来客停车免费。", "第二条 | 用餐自理。", "第三条 | 电梯定期检修。"]
    theirs = ["1. | Every lift is looked after.", "2. | Guests park free.", "3. | Meals are extra."]
    result = held(ours, theirs, encoder=Subjects())
    assert partners(result) == {"第一条": "2.", "第二条": "3.", "第三条": "1."}
    assert {pair.reason for pair in result.pairs} == {"meaning"}


@given(st.integers(2, 400), st.integers(2, 400))
def test_a_period_is_told_where_it_differs_and_only_there(ours: int, theirs: int) -> None:
    found = held(
        [f"第一条 | 甲方在{ours}日内答复。"], [f"1. | Payer replies within {theirs} days."]
    )
    assert bool(told(found)) == (ours != theirs)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_an_empty_version_lacks_every_clause(code: str) -> None:
    lines, other = (ZH, "en") if code == "zh" else (EN, "zh")
    whole, empty = agreement(*lines, language=code), agreement(language=other)
    assert {pair.change for pair in compare(whole, empty).pairs} == {"removed"}
    assert {pair.change for pair in compare(empty, whole).pairs} == {"added"}


@pytest.mark.parametrize("template", ["renewal", "single-case", "medical-management"])
def test_our_own_versions_are_paired_and_agree(
    library: Library, sample_values: Callable[[str], dict[str, object]], template: str
) -> None:
    values = sample_values(template)
    whole = [assemble(library, template, values, language=code) for code in ("zh", "en")]
    ids = [{n.cited: n.standard for _, n in one.walk() if n.standard} for one in whole]
    cited = (references(whole[0]), references(whole[1]))
    zh, en = map(anonymous, whole)
    for known in (library, None):
        result = compare(zh, en, library=known, references=cited)
        pairs = partners(result).items()
        wrong = [n for n, m in pairs if n in ids[0] and ids[0][n] != ids[1].get(m)]
        assert (wrong, told(result)) == ([], [])
        assert sum(n in ids[0] for n, _ in pairs) >= 0.95 * len(ids[0])
    assert all(pair.base and pair.other for pair in compare(*whole).pairs)
