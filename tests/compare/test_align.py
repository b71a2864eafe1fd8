"""Which clause answers which: by marks, text, headings and likeness, in any order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from contractkit.assembly import assemble, standard_text
from contractkit.compare import closest, compare
from contractkit.model.agreement import Agreement, Clause, Number
from contractkit.model.comparison import Pair
from contractkit.model.standard import Library
from contractkit.readers import read
from tests.builders import agreement

Values = Callable[[str], dict[str, object]]
MADE = [
    ("hospital-service", "zh"),
    ("provider-participation", "en"),
    ("hospital-service", "en"),
    ("provider-participation", "zh"),
]
SHIPPED = MADE[:2]


def made(library: Library, values: Values, template: str, code: str) -> Agreement:
    return assemble(library, template, values(template), language=code)


def with_articles(one: Agreement, change: Callable[[list[Clause]], list[Clause]]) -> Agreement:
    """The agreement with the clauses of each of its chapters changed."""
    chapters = tuple(replace(c, children=tuple(change(list(c.children)))) for c in one.clauses)
    return replace(one, clauses=chapters)


def unmarked(clause: Clause) -> Clause:
    return replace(
        clause, standard=None, blocks=tuple(replace(b, bookmarks=()) for b in clause.blocks)
    )


def answers(pairs: tuple[Pair, ...]) -> dict[str, str]:
    """For each clause of the base the heading of the one that answers it."""
    return {
        pair.base.heading: pair.other.heading if pair.other else ""
        for pair in pairs
        if pair.base and pair.base.kind == "clause"
    }


@pytest.mark.parametrize(("template", "code"), MADE)
def test_an_agreement_is_the_same_as_itself(
    library: Library, sample_values: Values, template: str, code: str
) -> None:
    one = made(library, sample_values, template, code)
    for base in (one, standard_text(library, template, {}, language=code)):
        result = compare(base, base, library=library, template=template)
        assert result.findings == ()
        assert {pair.change for pair in result.pairs} == {"same"}
        assert not any(pair.edits or pair.deltas for pair in result.pairs)


def test_documents_of_the_corpus_are_the_same_as_themselves(corpus: Path) -> None:
    paths = [
        *(corpus / "seeds").glob("003*.txt"),
        *(corpus / "zh" / "laws").glob("law_*2021.txt"),
        *sorted((corpus / "en" / "versions").glob("*/old.md"))[:2],
        *sorted((corpus / "redline" / "versions").glob("*/original.docx"))[:2],
    ]
    assert len(paths) >= 5
    for path in paths:
        one = read(path)
        result = compare(one, one)
        assert result.findings == (), path
        assert {pair.change for pair in result.pairs} == {"same"}


@pytest.mark.parametrize(("template", "code"), SHIPPED)
@pytest.mark.parametrize("marked", [True, False])
def test_reordered_and_renumbered_clauses_find_their_partners(
    library: Library, sample_values: Values, template: str, code: str, marked: bool
) -> None:
    one = made(library, sample_values, template, code)

    def shuffled(clauses: list[Clause]) -> list[Clause]:
        turned = [c if marked else unmarked(c) for c in reversed(clauses)]
        return [replace(c, number=Number((n,), f"§{n}")) for n, c in enumerate(turned, 90)]

    result = compare(one, with_articles(one, shuffled))
    assert all(base == other for base, other in answers(result.pairs).items())
    clauses = [p for p in result.pairs if p.base and p.base.kind == "clause"]
    assert {p.reason for p in clauses} == {"mark" if marked else "text"}
    assert {p.change for p in clauses} == {"same", "moved"}


BASE = (
    "第一条 病历保存 | 乙方对住院病历自出院之日起保存三十年，对门诊病历保存十五年。",
    "第二条 费用结算 | 甲方在每月二十日前审核乙方申报的费用并拨付结算款。",
    "第三条 争议处理 | 双方协商不成的，乙方可以申请行政复议或者提起行政诉讼。",
    "第四条 信息系统 | 乙方接入专线，上传的就诊数据真实、准确、完整。",
)


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ("第九条 病历保存 | 出院以后病案不得少于三十年销毁，另有要求的从其要求。", "heading"),
        ("第九条 档案 | 乙方对住院病历自出院之日起保存二十年，对门诊病历保存十年。", "similarity"),
        ("第九条 病历保存 | 乙方对住院病历自出院之日起保存三十年，对门诊病历保存十五年。", "text"),
    ],
)
def test_the_reason_of_a_partnership_is_told(other: str, reason: str) -> None:
    result = compare(agreement(*BASE, language="zh"), agreement(*BASE[1:], other, language="zh"))
    pair = next(p for p in result.pairs if p.base and p.base.heading == "病历保存")
    assert pair.other
    assert pair.other.number == "第九条"
    assert pair.reason == reason
    assert 0 < pair.score <= 1
    assert 0 < pair.margin <= 1


def test_an_added_and_a_missing_clause_stand_where_they_belong() -> None:
    added = "第三条 实名就医 | 参保人员就诊时核验电子凭证，人证不符的拒绝结算。"
    result = compare(
        agreement(*BASE, language="zh"), agreement(BASE[0], BASE[1], added, BASE[3], language="zh")
    )
    told = [
        (p.change, p.base and p.base.heading, p.other and p.other.heading) for p in result.pairs
    ]
    assert told == [
        ("same", "病历保存", "病历保存"),
        ("same", "费用结算", "费用结算"),
        ("added", None, "实名就医"),
        ("removed", "争议处理", None),
        ("same", "信息系统", "信息系统"),
    ]
    assert {f.rule for f in result.findings} == {"added", "missing"}


def test_a_clause_without_a_likeness_has_no_partner() -> None:
    result = compare(
        agreement(BASE[0], language="zh"),
        agreement("第一条 停车 | 院内车位由物业公司统一安排。", language="zh"),
    )
    assert [pair.change for pair in result.pairs] == ["added", "removed"] or [
        pair.change for pair in result.pairs
    ] == ["removed", "added"]


@pytest.mark.parametrize("code", ["zh", "en"])
def test_empty_agreements_compare(code: str) -> None:
    empty = agreement(language=code)
    assert compare(empty, empty).pairs == ()
    one = agreement("1. Term | Lasts a year.", language=code)
    assert [p.change for p in compare(empty, one).pairs] == ["added"]
    assert [p.change for p in compare(one, empty).pairs] == ["removed"]


@pytest.mark.parametrize(("template", "code"), MADE)
def test_the_template_that_an_agreement_was_made_from_is_the_closest(
    library: Library, sample_values: Values, template: str, code: str
) -> None:
    names = [name for name, language in library.templates if language == code]
    bases = {name: standard_text(library, name, {}, language=code) for name in names}
    ranked = closest(made(library, sample_values, template, code), bases)
    assert ranked[0][0] == template
    assert [name for name, _ in ranked] != []
    assert len(ranked) == len(names)
    assert ranked[0][1] > 0.8
    assert all(score < 0.6 for _, score in ranked[1:])


def test_a_side_tells_its_clauses() -> None:
    one = agreement(*BASE, language="zh", title="服务协议", name="a.docx")
    side = compare(one, one).base
    assert (side.name, side.title, side.language, side.clauses) == ("a.docx", "服务协议", "zh", 4)


def test_a_clause_without_a_number_is_known_by_its_heading() -> None:
    base = agreement(
        "1. Payment | The Plan shall pay within 30 days.",
        "2. Term | One year.",
        language="en",
    )
    bare = tuple(replace(clause, number=None) for clause in base.clauses)
    pairs = compare(base, replace(base, clauses=bare)).pairs
    assert [pair.other and pair.other.id for pair in pairs] == ["Payment", "Term"]
    assert [pair.base and pair.base.id for pair in pairs] == ["1.", "2."]
