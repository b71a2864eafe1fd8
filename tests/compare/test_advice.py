"""What is proposed to a counterparty for each finding, and where."""

from __future__ import annotations

from collections.abc import Sequence

from contractkit.compare import compare
from contractkit.compare.advice import advise
from contractkit.model.agreement import Agreement
from contractkit.model.document import Span
from contractkit.model.proposal import Insertion, Proposal, Remark, Replacement
from contractkit.model.standard import Library
from contractkit.readers import document, outline

OURS = (
    "甲服务协议",
    "第一条 付款",
    "甲方应当在30日内付款。",
    "第二条 保密",
    "双方应当保密，期限为5年。",
    "第三条 病历保存",
    "乙方应当将住院病历保存30年。",
)


def agreement(lines: Sequence[str]) -> Agreement:
    return outline(document("\n".join(lines).encode(), "draft.txt"))


def proposed(theirs: Sequence[str]) -> tuple[Proposal, ...]:
    draft = agreement(theirs)
    return advise(compare(agreement(OURS), draft), draft)


def test_a_value_that_changed_is_put_back_where_it_stands() -> None:
    theirs = [line.replace("30日", "90日") for line in OURS]
    (found,) = proposed(theirs)
    assert isinstance(found, Replacement)
    line = theirs[found.span.block]
    assert line[: found.span.start] + found.text + line[found.span.end :] == OURS[2]
    assert "90日" in found.reason


def test_a_clause_that_is_missing_is_put_behind_the_one_before_it() -> None:
    theirs = [*OURS[:3], *OURS[5:]]
    (found,) = [p for p in proposed(theirs) if isinstance(p, Insertion)]
    assert found.after == 2
    assert found.paragraphs == (("保密", 1), (OURS[4], 2))
    assert "保密" in found.reason


def test_what_has_no_answer_is_a_remark_on_its_clause() -> None:
    theirs = [*OURS, "第四条 违约金", "乙方违约的，甲方不再支付任何款项。"]
    (found,) = proposed(theirs)
    assert isinstance(found, Remark)
    assert found.span == Span(7, 0, len(theirs[7]))


def test_two_equal_agreements_have_nothing_proposed() -> None:
    assert proposed(OURS) == ()


def test_what_the_law_wants_is_written_in_the_place_of_what_it_does_not(library: Library) -> None:
    theirs = [line.replace("30年", "15年") for line in OURS]
    theirs[2] = "甲方应当在30日内付款，并报社会保险局备案。"
    draft = agreement(theirs)
    result = compare(draft, draft, library=library, template="hospital-service")
    written = {p.text: p for p in advise(result, draft) if isinstance(p, Replacement)}
    assert set(written) == {"30年", "医疗保障经办机构"}
    for text, old in (("30年", "15年"), ("医疗保障经办机构", "社会保险局")):
        span = written[text].span
        assert theirs[span.block][span.start : span.end] == old
