"""What Chinese agreements tell: the six that we ship, made-up sentences, and a found file."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from contractkit.extract import EXTRACTORS, extract
from contractkit.lang import language
from contractkit.library import default_root, load_library
from contractkit.model.agreement import Agreement
from contractkit.model.extraction import Fact
from contractkit.readers import document, outline, read
from tests.extract.places import details, facts
from tests.writers.shipped import issue

WANTED = {name: EXTRACTORS[name] for name in ("parties", "terms")}
BLANK = "20__-__-__"
PUBLIC = [("云岭市医疗保障事业管理中心", "12539901MB0X41207A")]
PRIVATE = [("湖滨社区健康计划公司", "89-0041726")]
# By template: the parties with their codes, and the terms of the base in reading order.
SHIPPED = {
    "hospital-service": (
        [*PUBLIC, ("云岭市第一人民医院", "12539901431560982R")],
        {
            "title": ["基本医疗保险定点医疗机构医疗服务协议"],
            "agreement_date": [BLANK],
            "effective_date": ["2026-01-01"],
            "expiration_date": ["2026-12-31"],
            "renewal_notice": ["P3M", "P3M"],
            "termination_notice": ["P7D", "P3M", "P7D"],
            "dispute_resolution": ["行政复议", "有管辖权的人民法院"],
            "payment": ["P30BD", "P20BD", "P6M"],
        },
    ),
    "medical-management": (
        [*PRIVATE, ("河湾地区医疗集团", "2004172633")],
        {
            "title": ["医疗管理补充协议"],
            "agreement_date": [BLANK],
            "effective_date": ["2026-01-01"],
            "expiration_date": ["2026-12-31"],
            "termination_notice": ["P60D", "P60D"],
        },
    ),
    "physician-service": (
        [*PUBLIC, ("温以宁", "")],
        {
            "title": ["基本医疗保险医保医师服务协议"],
            "agreement_date": [BLANK],
            "effective_date": ["2026-01-01"],
            "expiration_date": ["2026-12-31"],
            "renewal_term": ["P1Y"],
            "renewal_notice": ["P30D"],
            "termination_notice": ["P30D", "P7D"],
            "dispute_resolution": ["行政复议", "有管辖权的人民法院"],
        },
    ),
    "provider-participation": (
        [*PRIVATE, ("河湾地区医疗集团", "2004172633")],
        {
            "title": ["医疗服务提供方参与协议"],
            "agreement_date": [BLANK],
            "effective_date": ["2026-01-01"],
            "expiration_date": ["2026-12-31"],
            "term": ["P1Y"],
            "renewal_term": ["P1Y"],
            "renewal_notice": ["P180D"],
            "termination_notice": ["P180D", "P90D", "P180D", "P60D"],
            "governing_law": ["本州法律"],
            "dispute_resolution": ["美国仲裁协会"],
            "payment": ["P45D", "P30D", "P60D"],
        },
    ),
    "renewal": (
        [*PUBLIC, ("云岭市第一人民医院", "12539901431560982R")],
        {
            "title": ["服务协议续签协议"],
            "agreement_date": [BLANK],
            "effective_date": ["2027-01-01"],
            "expiration_date": ["2027-12-31"],
            "renewal_notice": ["P3M"],
        },
    ),
    "single-case": (
        [*PRIVATE, ("柳溪行为健康诊所", "2004175594")],
        {
            "title": ["单一病例协议"],
            "agreement_date": [BLANK],
            "effective_date": ["2026-03-02"],
            "expiration_date": ["2026-08-31"],
            "termination_notice": ["P30D"],
            "governing_law": ["本州法律"],
            "payment": ["P45D"],
        },
    ),
}


@cache
def shipped(template: str) -> tuple[Fact, ...]:
    _, data = issue(load_library(default_root()), template, "zh")
    return extract(outline(document(data, "a.docx"), language("zh")), extractors=WANTED).facts


def terms(found: tuple[Fact, ...]) -> dict[str, list[str]]:
    """The terms of the base by name, but for the statutes that an agreement rests on."""
    told: dict[str, list[str]] = {}
    for fact in found:
        if fact.kind == "term" and not fact.scope and fact.name != "legal_basis":
            told.setdefault(fact.name, []).append(fact.value)
    return told


@pytest.mark.parametrize("template", SHIPPED)
def test_a_shipped_agreement_tells_its_parties_with_their_codes(template: str) -> None:
    found = [fact for fact in shipped(template) if fact.kind == "party"]
    assert [fact.name for fact in found] == ["甲方", "乙方"]
    assert [(fact.value, details(fact).get("code", "")) for fact in found] == SHIPPED[template][0]


@pytest.mark.parametrize("template", SHIPPED)
def test_a_shipped_agreement_tells_its_terms_and_no_others(template: str) -> None:
    assert terms(shipped(template)) == SHIPPED[template][1]


def test_the_statutes_of_an_agreement_are_told_whole() -> None:
    (basis,) = [f for f in shipped("physician-service") if f.name == "legal_basis"]
    assert basis.value.startswith("《中华人民共和国社会保险法》《中华人民共和国医师法》")
    assert basis.value.count("《") == 5
    assert basis.value.endswith("）")


SAID = [
    ("agreement_date", "签订日期：2026年3月5日。", "2026-03-05"),
    ("agreement_date", "双方于2026年3月5日在云岭市签订本协议。", "2026-03-05"),
    ("effective_date", "本协议自2026年3月5日起生效。", "2026-03-05"),
    ("expiration_date", "本合同有效期自2026年1月1日起至2027年12月31日止。", "2027-12-31"),
    ("term", "本协议有效期为三年。", "P3Y"),
    ("renewal_term", "期满双方无异议的，本协议自动顺延一年。", "P1Y"),
    ("renewal_term", "本协议可自动续签。", "自动续签"),
    ("renewal_notice", "一方不再续签的，应当在期满前三十日书面通知对方。", "P30D"),
    ("termination_notice", "任何一方解除本协议的，应当提前60日通知对方。", "P60D"),
    ("governing_law", "本合同适用中华人民共和国法律。", "中华人民共和国法律"),
    ("governing_law", "本协议的履行和解释适用中国（不含港澳台）法律。", "中国（不含港澳台）法律"),
    ("dispute_resolution", "协商不成的，提交云岭仲裁委员会按其规则仲裁。", "云岭仲裁委员会"),
    ("dispute_resolution", "协商未果的，交由＿＿＿仲裁委员会裁决。", "＿＿＿仲裁委员会"),
    ("dispute_resolution", "由此产生的争议，任何一方均可申请仲裁。", "仲裁"),
    (
        "dispute_resolution",
        "调解不成的，向乙方所在地有管辖权的人民法院起诉。",
        "乙方所在地有管辖权的人民法院",
    ),
    ("dispute_resolution", "双方发生纠纷的，通过诉讼解决。", "诉讼"),
    (
        "dispute_resolution",
        "乙方不服该决定的，可以申请行政复议或者提起行政诉讼。",
        "行政复议或者提起行政诉讼",
    ),
    ("payment", "甲方应当在收到发票后15个工作日内支付服务费。", "P15BD"),
    ("payment", "甲方应在收到体检报告后15个工作日内支付总价的95%。", "P15BD"),
]
NOT_SAID = [
    ("agreement_date", "双方于2025年3月5日签订了原协议。"),
    ("agreement_date", "请于2026年3月5日前完成签署。"),
    ("renewal_term", "乙方拟续签的，应当在期满前3个月提出申请。"),
    ("renewal_term", "不可抗力期间，履行时间相应顺延30日。"),
    ("renewal_term", "本协议期满后不自动续签。"),
    ("renewal_notice", "本协议期满自动续签1年，任何一方书面反对的除外。"),
    ("payment", "乙方应当在30日内退还多付的款项。"),
    ("payment", "乙方应当自服务之日起90日内提交支付申请。"),
    ("governing_law", "适用该等法律的，收费不得超过标准。"),
    ("governing_law", "根据《中华人民共和国民法典》，双方订立本合同。"),
    ("governing_law", "乙方是依照中华人民共和国法律设立的法人，适用税收优惠。"),
    ("dispute_resolution", "争议处理期间，双方继续履行无争议的部分。"),
    ("dispute_resolution", "仲裁费用由败诉一方承担。"),
    ("dispute_resolution", "一方不履行裁决的，另一方可以向人民法院申请强制执行。"),
    ("dispute_resolution", "乙方被人民法院宣告破产的，甲方可以终止本协议。"),
]


def told(name: str, sentence: str) -> list[str]:
    text = f"服务协议\n\n第一条 服务\n乙方提供服务。\n\n第二条 约定\n{sentence}\n"
    found = facts(text, "zh", "term")
    return [f.value for f in found if f.name == name and not f.rule.endswith(".supposed")]


@pytest.mark.parametrize(("name", "sentence", "value"), SAID)
def test_a_chinese_term_is_told_as_agreements_say_it(name: str, sentence: str, value: str) -> None:
    assert told(name, sentence) == [value]


@pytest.mark.parametrize(("name", "sentence"), NOT_SAID)
def test_what_only_sounds_like_a_chinese_term_is_none(name: str, sentence: str) -> None:
    assert told(name, sentence) == []


def test_one_sentence_may_leave_arbitration_and_the_court_to_choose() -> None:
    assert told("dispute_resolution", "发生纠纷的，可以申请仲裁，也可以向丙市人民法院起诉。") == [
        "仲裁",
        "丙市人民法院",
    ]


def test_how_the_disputes_of_an_attachment_are_settled_is_told_with_its_scope() -> None:
    text = (
        "服务协议\n\n第一条 争议\n协商不成的，提交云岭仲裁委员会仲裁。\n\n"
        "附件一 数据协议\n\n第一条 争议\n协商不成的，由丙市人民法院管辖。\n"
    )
    found = [f for f in facts(text, "zh", "term") if f.name == "dispute_resolution"]
    assert [(f.scope, f.value) for f in found] == [
        ("", "云岭仲裁委员会"),
        ("附件一", "丙市人民法院"),
    ]


@pytest.fixture(scope="module")
def seed(corpus: Path) -> dict[int, Agreement]:
    (path,) = (corpus / "seeds").glob("003_*.txt")
    return {part: read(path, language=language("zh"), part=part) for part in (1, 2, 3)}


@pytest.mark.parametrize(
    ("part", "parties", "told"),
    [
        (1, [], {"title": ["赤峰市城镇医疗保险定点医疗机构医疗服务协议书"]}),
        (2, [], {"agreement_date": ["2011-10"], "effective_date": ["2011-10"]}),
        (
            3,
            [("甲方", "xxx社会保险事业管理局"), ("乙方", "")],
            {
                "title": ["附件二xxx市定点医疗机构医师医保服务协议"],
                "termination_notice": ["P7D"],
                "renewal_term": ["自动续签"],
                "effective_date": [BLANK],
                "expiration_date": [BLANK],
            },
        ),
    ],
)
def test_of_a_file_of_several_documents_each_tells_only_its_own(
    seed: dict[int, Agreement],
    part: int,
    parties: list[tuple[str, str]],
    told: dict[str, list[str]],
) -> None:
    found = extract(seed[part], extractors=WANTED).facts
    assert [(f.name, f.value) for f in found if f.kind == "party"] == parties
    assert terms(found) == told
