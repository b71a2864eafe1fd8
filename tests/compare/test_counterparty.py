"""What counterparties do to a text, and what is said of it: weight, kind, side, words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from contractkit.compare import compare
from contractkit.compare.units import units
from contractkit.model.comparison import Comparison, Finding
from contractkit.model.document import Block
from contractkit.model.standard import Library
from contractkit.readers import document, outline
from tests.builders import agreement

ZH = (
    "乙方每月向甲方报送费用清单，甲方核对后拨付，双方保存往来凭证备查。清单载明项目、数量和单价，"
    "由经办人员签名，并与系统中的数据一致。"
)
EN = (
    "Provider reports the charges every month, Payer checks them, and each keeps the vouchers. The "
    "report names the items, the quantities and the prices, and a clerk signs it. "
)


def compared(
    code: str, before: str, after: str, library: Library | None = None, side: str = "payer"
) -> Comparison:
    """A clause with ``before`` at its end against the same one with ``after``."""
    rest, label = (ZH, "第一条 约定") if code == "zh" else (EN, "1. Terms")
    one, two = (agreement(f"{label} | {rest}{text}", language=code) for text in (before, after))
    return compare(one, two, library=library, side=side)  # type: ignore[arg-type]


def findings(code: str, before: str, after: str, library: Library | None = None) -> list[Finding]:
    return list(compared(code, before, after, library).findings)


@pytest.mark.parametrize(
    ("code", "before", "after", "direction"),
    [
        ("zh", "甲方查阅病历的，乙方应当在三日内提供。", "", "worse"),
        (
            "zh",
            "乙方违约的，甲方可以暂停拨付。",
            "乙方违约的，甲方可以经乙方同意暂停拨付。",
            "worse",
        ),
        ("zh", "甲方提出要求的，乙方应当到场。", "甲方提出要求的，乙方原则上应当到场。", "worse"),
        ("zh", "乙方提出申请的，甲方应当答复。", "乙方提出申请的，甲方尽量应当答复。", "better"),
        ("zh", "医保基金不予支付，抢救除外。", "医保基金不予支付。", ""),
        ("en", "If Provider objects, Payer shall stop.", "", "better"),
        ("en", "Each party shall bear its costs.", "Payer shall bear its costs.", "worse"),
        ("en", "Each party shall bear its costs.", "Provider shall bear its costs.", "better"),
        ("en", "Provider shall bear the costs.", "Each party shall bear the costs.", "worse"),
        ("en", "Payer may inspect the site.", "Provider may inspect the site.", "worse"),
        ("en", "Payer shall mail the form.", "Each party shall mail the form.", "better"),
    ],
)
def test_who_is_bound_is_read_beside_the_word_of_duty(
    code: str, before: str, after: str, direction: str
) -> None:
    for side, turned in (("payer", False), ("provider", True)):
        told = {
            delta.direction
            for pair in compared(code, before, after, side=side).pairs
            for delta in pair.deltas
        }
        opposite = {"worse": "better", "better": "worse", "": ""}
        assert told == {opposite[direction] if turned else direction}


@pytest.mark.parametrize(
    ("code", "before", "after", "quoted"),
    [
        ("zh", "没有过错的乙方免责。", "没有故意的乙方免责。", ("过错", "故意")),
        ("zh", "保存病历、处方和票据。", "保存病历和票据。", ("处方",)),
        ("en", "Notices go by certified mail.", "Notices go by ordinary mail.",
         ("certified", "ordinary")),
    ],
)  # fmt: skip
def test_words_that_no_table_knows_are_quoted_and_not_accepted(
    code: str, before: str, after: str, quoted: tuple[str, ...]
) -> None:
    (finding,) = findings(code, before, after)
    assert (finding.rule, finding.severity) == ("text", "medium")
    assert all(words in finding.message for words in quoted)
    assert finding.advice is not None
    assert finding.advice.kind == "push_back"


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("zh", "乙方保存的凭证，由甲方抽查。", "乙方所保存之凭证，由甲方抽查。"),
        ("en", "Payer checks the list of charges.", "Payer checks that list of the charges."),
    ],
)
def test_light_words_alone_are_accepted(code: str, before: str, after: str) -> None:
    (finding,) = findings(code, before, after)
    assert (finding.rule, finding.severity) == ("text", "low")
    assert finding.advice is not None
    assert finding.advice.kind == "accept"


def test_of_many_edits_three_are_quoted_and_the_rest_counted() -> None:
    before = "The cat, the cow, the dog, the hen, the pig stay in the old barn of the Provider."
    after = "The lion, the bear, the wolf, the crow, the seal stay in the old barn of the Provider."
    (finding,) = findings("en", before, after)
    assert "“cat” became “lion”" in finding.message
    assert "hen" not in finding.message
    assert "and 2 more" in finding.message


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("zh", "附件与正文不一致的，以正文为准。", "附件与正文不一致的，以附件为准。"),
        ("en", "If they conflict, the body prevails.", "If they conflict, the schedule prevails."),
    ],
)
def test_which_text_prevails_is_a_kind_of_its_own(code: str, before: str, after: str) -> None:
    (finding,) = findings(code, before, after)
    assert (finding.kind, finding.severity) == ("precedence", "medium")


RANKS = ("the schedule of fees", "the body of the agreement", "the manual of Payer")


@pytest.mark.parametrize(
    ("lead", "told"),
    [("The parts prevail in the following order:", ["precedence"]), ("The parts are:", [])],
)
def test_the_order_of_a_list_counts_where_the_clause_says_so(lead: str, told: list[str]) -> None:
    before, after = (f"{lead}\n" + "\n".join(ranks) for ranks in (RANKS, (RANKS[0], *RANKS[:0:-1])))
    found = findings("en", before, after)
    assert [finding.kind for finding in found] == told
    if told:
        assert found[0].advice is not None
        assert lead in found[0].advice.text


def test_words_within_a_definition_change_the_term() -> None:
    before = "Overpayment means an amount to which Provider is not entitled, whatever the cause."
    (finding,) = findings("en", before, before.replace("whatever the cause", "because of fraud"))
    assert finding.kind == "term"


@pytest.mark.parametrize(
    ("code", "before", "after", "kind"),
    [
        ("zh", "不能当场提供的，应当自收到书面要求之日起3个工作日内提供。",
         "不能当场提供的，由乙方视情况提供。", "modality"),
        ("zh", "本表的内容变更的，以甲方确认的最新登记信息为准。",
         "本表的内容变更的，以乙方另行寄送的书面函件为准。", "party"),
    ],
)  # fmt: skip
def test_a_sentence_that_was_rewritten_is_typed_by_what_it_says(
    code: str, before: str, after: str, kind: str
) -> None:
    assert kind in [finding.kind for finding in findings(code, before, after)]


@pytest.mark.parametrize(
    ("code", "added", "risk"),
    [
        ("zh", "乙方的全部责任以人民币10万元为限。", "责任限制"),
        ("zh", "甲方不得与其他医疗机构签约。", "排他"),
        ("zh", "期满后自动再次续签。", "自动续期"),
        ("en", "The total liability of Provider is capped at $50,000.", "limit of liability"),
        ("en", "Provider is the exclusive provider in the county.", "exclusivity"),
        ("en", "Payer decides in its sole discretion.", "sole discretion"),
    ],
)
def test_a_risky_sentence_that_came_is_one_finding(code: str, added: str, risk: str) -> None:
    (finding,) = findings(code, "", added)
    assert (finding.rule, finding.severity) == ("risk", "high")
    assert risk in finding.message


def test_a_risky_word_that_is_denied_is_no_risk_and_one_that_no_longer_is_is_one() -> None:
    denied, said = "The panel is not exclusive in any year.", "The panel is exclusive in any year."
    assert "risk" in {finding.rule for finding in findings("en", denied, said)}
    assert "risk" not in {finding.rule for finding in findings("en", "", denied)}


def test_neither_may_that_became_either_may_is_one_finding() -> None:
    before = "Neither party shall pay anything for a referral."
    (finding,) = findings("en", before, before.replace("Neither party shall", "Either party may"))
    assert (finding.kind, finding.before, finding.after) == (
        "modality",
        "Neither party shall",
        "Either party may",
    )


def test_sentences_that_came_together_are_one_finding() -> None:
    added = "甲方应当每年公布名单。名单由乙方核对。核对结果存档三年。"
    (finding,) = findings("zh", "", added)
    assert finding.after == added


def test_a_row_is_known_by_its_first_cell_whatever_else_changed() -> None:
    head, row = "Service\tMethod\tRate\tBase", "Imaging\tFee schedule\t95%\tMedicare on that day"
    other = "Imaging\tPercentage of charges\t95%\tCharge master"
    tail = "\nLaboratory\tFee schedule\t90%\tMedicare on that day"
    kinds = {f.kind for f in findings("en", f"{head}\n{row}{tail}", f"{head}\n{other}{tail}")}
    assert "method" in kinds
    assert not kinds & {"passage", "obligation"}


def test_a_note_that_binds_is_told_against_a_standard_text_and_a_title_is_not() -> None:
    base = agreement(f"第一条 约定 | {ZH}", language="zh")
    for story, text, told in (
        ("footnote", "自费参保人员不适用本条。", ["aside"]),
        ("header", "草案：未经乙方批准不生效", ["aside"]),
        ("header", "医疗服务协议", []),
    ):
        aside = Block(90, text, story=story)
        other = replace(base, asides=(aside,), digest="0")
        found = compare(base, other).findings
        assert [finding.rule for finding in found] == told
        assert all(text.rstrip("。") in finding.message for finding in found)


def test_what_breaks_the_law_and_the_playbook_is_one_finding_with_both_reasons(
    library: Library,
) -> None:
    text = (
        "乙方应当妥善保存住院病历，自患者出院之日起保存期限不少于{}，不得篡改、伪造、隐匿、毁灭。"
    )
    head = "第一条 病历保存"
    base = agreement(
        f"{head} @record_retention/medical_records | {text.format('{inpatient_years=30年}')}",
        language="zh",
    )
    other = agreement(f"{head} | {text.format('15年')}", language="zh")
    found = compare(base, other, library=library, template="hospital-service").findings
    (finding,) = [one for one in found if "15年" in one.message]
    assert finding.basis
    assert (finding.severity, finding.kind, finding.standing) == ("high", "value", "walk_away")
    assert "法定下限" in finding.message
    assert "触及底线" in finding.message
    assert finding.advice is not None
    assert (finding.advice.text, finding.advice.who) == ("30年", "法务")


def test_a_forbidden_clause_is_told_once_for_law_and_playbook(library: Library) -> None:
    head = "第一条 争议解决 @disputes/dispute_resolution_cn"
    clause = next(one for one in library.clauses.values() if "仲裁" in one.prohibited.get("zh", ()))
    head = f"第一条 争议解决 @{clause.id}"
    rest = "双方发生争议的，先行协商；一方书面提出的，另一方在10个工作日内答复，协商期间照常履行。"
    base = agreement(f"{head} | {rest}", language="zh")
    other = agreement(f"第一条 争议解决 | {rest}协商不成的，提交仲裁委员会仲裁。", language="zh")
    found = compare(base, other, library=library, template="hospital-service").findings
    (finding,) = [one for one in found if "仲裁" in one.message]
    assert finding.rule == "arbitration_clause"
    assert "不应约定" in finding.message


def test_other_documents_of_the_file_are_no_part_of_what_is_compared() -> None:
    text = (
        "篇一：\n甲服务协议\n第一条 完。\n"
        "篇二：\n乙服务协议\n第一条 始。\n第二条 终。\n篇三：\n尾巴"
    )
    found = outline(document(text.encode(), "a.txt"))
    assert [unit.text for unit in units(found)] == ["乙服务协议", "始。", "终。"]


def test_a_period_that_opens_a_sentence_is_said_of_what_follows_it(library: Library) -> None:
    told = {
        text: {
            finding.rule
            for finding in compare(one, one, library=library, template="hospital-service").findings
        }
        for text in (
            "自知道之日起30日内，依法申请行政复议。",
            "自知道之日起60日内，依法申请行政复议。",
        )
        if (one := agreement(f"第一条 救济 | {text}", language="zh"))
    }
    assert list(told.values()) == [{"reconsideration_period"}, set()]


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Provider may change its Rates once a year.", "worse"),
        ("Payer may visit any site.", "better"),
    ],
)
def test_a_right_that_was_given_has_a_direction_and_is_to_be_read(
    text: str, direction: str
) -> None:
    ((delta,),) = [pair.deltas for pair in compared("en", "", text).pairs]
    assert (delta.kind, delta.direction) == ("passage", direction)
