"""How a Chinese agreement says that disputes are settled: by whom arbitrated, or in which court."""

from __future__ import annotations

import re

from contractkit.lang.statements import TermRule
from contractkit.lang.zh.terms.words import every

_DISPUTE = r"争议|纠纷|分歧|争端|异议|协商|调解|不服|起诉|诉讼|管辖|仲裁|行政复议"
# 提交北京仲裁委员会; the name may be a blank: 提交＿＿仲裁委员会
_BEFORE = r"(?:提交|提请|递交|报请|交由|交|由|向|申请|选择|到|至)"
_NAME = r"[^，。；、：:（）()]{0,30}?"
_BESIDE = r"(?:[（(][^（）()]{1,24}[）)])?"
# What another's decision is about: 经法院裁定, 仲裁裁决书; enforcement, preservation, insolvency.
_OTHERS = re.compile(
    r"强制执行|破产|保全|扣划|查封|冻结|禁令|不可诉|不得(?:提起|申请|提交|进行)|(?:法院|仲裁)[^。；，]{0,12}(?:认定|判令)|传票"
)
DISPUTE_RESOLUTION = (
    TermRule(
        "dispute_resolution",
        "term.dispute_resolution.institution",
        every(
            rf"{_BEFORE}(?P<value>{_NAME}(?:仲裁委员会|国际仲裁院|仲裁院|仲裁中心|仲裁机构|仲裁协会){_BESIDE})(?=[^。；]{{0,24}}(?:仲裁|裁决|解决|处理|规则))"
        ),
        unless=_OTHERS,
    ),
    TermRule(
        "dispute_resolution",
        "term.dispute_resolution.arbitration",
        every(
            _DISPUTE,
            r"(?:申请|提交|提请|提起|通过|采用|采取|依法|以|进行)[^。；，、]{0,16}?(?P<value>(?:劳动(?:人事)?(?:争议)?)?仲裁)(?![委机院中庭员裁规费条协地结期的前后])",
        ),
        unless=re.compile(
            rf"{_OTHERS.pattern}|仲裁(?:委员会|院|中心|机构|协会)|仲裁(?:期间|过程|之前)"
        ),
    ),
    TermRule(
        "dispute_resolution",
        "term.dispute_resolution.court",
        every(
            _DISPUTE,
            rf"(?:{_BEFORE}|诉至|诉诸|提起诉讼于|在)(?P<value>{_NAME}(?:人民法院|法院|法庭))(?=[^。；，]{{0,12}}(?:起诉|诉讼|管辖|裁[决判]|解决|处理|审理|判决|提起))",
        ),
        unless=_OTHERS,
    ),
    TermRule(
        "dispute_resolution",
        "term.dispute_resolution.action",  # in a court that is not named, or before an authority
        every(
            _DISPUTE,
            r"(?:申请|提起|通过|依法|以)[^。；，、]{0,8}?(?P<value>行政复议(?:(?:或者?|、|和|及)(?:依法)?(?:提起)?(?:行政)?诉讼)?|(?:行政|民事)?诉讼)(?![费期时保中])",
        ),
        unless=re.compile(
            rf"{_OTHERS.pattern}|法[院庭]|期间|期限|未(?:申请|提起)|终结|第三[方人]|代理"
        ),
    ),
)
