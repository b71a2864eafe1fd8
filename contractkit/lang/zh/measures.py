"""What a Chinese threshold is of, and to whom it applies: 平均住院日 · 三级医院.

A measure is told by its head (率, 比例, 住院日 …), with what stands between it and the value saying
nothing else; a limit of handling (审核, 拨付, 保存 …) by the words around the value.
"""

from __future__ import annotations

import re

from contractkit.lang.statements import Measured
from contractkit.lang.value import Value
from contractkit.lang.zh.value_comparators import AFTER, BEFORE, operator

_STOP = "。\n"
_INDEX = re.compile(
    r"(?:人头比|指数|系数)(?:[（(][^（）()]{0,20}[）)])?[^。；;，,\d]{0,12}(\d{1,4}(?:\.\d{1,4})?)"
    r"(?!\.?\d|[%％‰]| ?[个倍元分天日年月周小人万])"
)
_WINDOW = 120  # characters before the value that may name the measure
_AHEAD = 40
_VALUE = "¤"

_RATIOS = r"(?<![利税汇概])(?<!(?<!自)费)率(?!先)|比例|占比|比重|(?:增长|增|涨)幅度?|满意度|人头比|(?<![对相])比(?=[^一-鿿]|应|不)"
# The heads of measures, by the kind of their values.
_HEADS = {
    "percent": re.compile(_RATIOS),
    "score": re.compile(r"(?:得|记|积|扣|评)分|满意度|分数"),
    "duration": re.compile(
        r"住院(?:日|天数)|(?:处方|用药|带药|开药)(?:用)?量|(?:急诊|门诊|长期)处方|(?:出院)带药"
        r"|(?:候诊|等候|等待|响应|检查|报告)时间"
    ),
    "money": re.compile(
        r"(?:次均|均次|人均|日均|例均|床日|人次)[一-鿿]{0,12}?(?:费用|支付额|药费|金额|费|额)"
        r"|百元[一-鿿]{2,16}?(?=不|应|低于|控制|≤|超)"
    ),
    "count": re.compile(r"人头比|人次|次数|指数|系数|床日数|床位数"),
    "multiple": re.compile(r"人头比|指数|系数"),
}
_LEVEL = re.compile(
    r"(?:三级|二级|一级|未定级)(?:甲等|乙等|特等)?(?:及以上|以上|以下)?(?:公立|综合|专科)?(?:定点)?(?:医疗机构|医院)?"
    r"|其他(?:定点)?(?:医疗机构|医院)|(?:职工|居民)(?:医保|医疗保险|基本医疗保险)"
)
_OPERATORS = "|".join(
    re.escape(phrase)
    for phrase in sorted(" ".join([*BEFORE.values(), *AFTER.values()]).split(), key=len)[::-1]
)
# What may stand between a measure and its value: who it is for, by how much, and other values of it.
_BETWEEN = re.compile(
    rf"[（(][^（）()]{{0,30}}[）)]|{_LEVEL.pattern}|{_OPERATORS}"
    r"|[0-9０-９]+(?:[.．,][0-9]+)*(?:个?工作日|个?百分点|小时|分钟|万元|个月|[%％天日分倍元周年])?"
    r"|乙方|的|原则上|一般|年度|全年|每年|当年|分别|同比|增长|控制|应当|应该|必须|单次|平均|目标值?"
    r"|[应须需要为是达到至于按在不得能约均其中，,；;：:、）) \t≤≥<>=]"
)
_STATES = re.compile(r"为|是|达|[:：=\t]|控制在")
_LEFT = 2  # characters between that say something else: of more, the value is of something else
_NAME = re.compile(r"[一-鿿A-Za-z0-9（）()/·]{0,30}\Z")
# What stands before the name of a measure and is no part of it: up to the last of these words …
_UP_TO = re.compile(
    rf".*(?:第[〇零一二三四五六七八九十百\d]{{1,6}}条|应当|必须|保证|确保|其中|并且|要求|年内|协议期内|{_LEVEL.pattern}|(?<![反适供])应(?!用)|严格)"
)
# … and, before what is left, whose it is and how the sentence went on to it.
_WHOSE = re.compile(
    r"^(?:乙方|甲方|双方|本院|参保(?:人员|患者|人)|住院参保人员|患者(?=[对的])|(?:住院)?的(?=年度)|分别|若|[的在对向将了使因以按若及和与])+"
    r"(?:住院的(?=年度))?"
)

# Limits of handling: what they are called ({0}: group 1), and the words around the value.
_LIMITS = tuple(
    (name, frozenset(kinds.split()), re.compile(pattern))
    for name, kinds, pattern in (
        (
            "{0}保存期限",
            "duration",
            r"((?:住院|门诊|门（急）诊|门\(急\)诊|电子)?病历|处方|票据|票据存根|结算清单|费用明细|账簿|(?:电子)?影像资料|档案|日志|培训记录|考核结果"
            rf"|资料|记录)(?:(?!病历)[^。；;¤]){{0,40}}(?:保存|保管|留存)[^。；;，,¤]{{0,10}}{_VALUE}",
        ),
        (
            "{0}时限",
            "duration",
            rf"{_VALUE}(?:以|之)?内(?:(?!申请|申诉|异议)[^。；;，,]){{0,16}}?(审核|拨付|清算|上传|补办|归档|移交|恢复)(?!服务协议|支付资格)",
        ),
        ("理赔申请提交时限", "duration", rf"{_VALUE}(?:以|之)?内提交[^。；;，,]{{0,6}}理赔申请"),
        (
            "理赔支付时限",
            "duration",
            rf"完备理赔申请后{_VALUE}|理赔申请[^。；;¤]{{0,12}}{_VALUE}(?:以|之)?内[^。；;，,]{{0,12}}(?:支付|赔付)",
        ),
        (
            "超额付款退还时限",
            "duration",
            rf"{_VALUE}(?:以|之)?内(?:退还|报告并返还|返还)超额付款|超额付款[^。；;¤]{{0,14}}{_VALUE}(?:以|之)?内[^。；;，,]{{0,8}}[退返]还",
        ),
        (
            "逾期付款利息",
            "percent",
            rf"(?:按|每)[^。；;，,¤]{{0,4}}{_VALUE}[^。；;，,]{{0,20}}(?:单利|计付|利息)",
        ),
        (
            "{0}时限",
            "duration",
            rf"(紧急(?:照护|就诊)|(?:预防性|常规)[^。；;¤]{{0,6}}就诊|非紧急症状就诊|随访就诊)[^。；;，,¤]{{0,12}}{_VALUE}(?:以|之)?内",
        ),
        (
            "{0}",
            "count",
            rf"{_VALUE}(?:以上)?(?:的)?([一-鿿]{{2,14}}?(?:人员|医师|药师|护士|床位))",
        ),
    )
)
_STAFF = frozenset("名人张")
# A share of something else: 床位不少于总床位的10%.
_SHARE = re.compile(
    rf"([一-鿿]{{2,14}}?)(不(?:得|应)?(?:少于|低于)|不(?:得|应|能)?(?:超过|高于|多于))[一-鿿]{{2,14}}的{_VALUE}"
)
_NO_MEASURE = re.compile(r"(?:违约金|保证金|罚款|利息|费用|价格|单价|预付|按照|依照)\Z")


def indices(text: str) -> tuple[Value, ...]:
    """The bounds of indices, which have no unit and so are no values: 人次人头比应控制在1.2以下."""
    return tuple(
        Value("count", found[1], op, found[1], *found.span(1))
        for found in _INDEX.finditer(text)
        if (op := operator(text, *found.span(1), "count"))
    )


def measure(text: str, value: Value) -> Measured | None:
    """What ``value`` of ``text`` bounds, and to whom; None when it bounds no measure."""
    least = max(0, value.start - _WINDOW)
    start = max(text.rfind(mark, least, value.start) for mark in _STOP) + 1
    before = text[max(start, least) : value.start]
    around = f"{before}{_VALUE}{text[value.end : value.end + _AHEAD]}"
    return _by_head(before, value) or _by_words(around, value) or _share(around, value)


def _by_head(before: str, value: Value) -> Measured | None:
    heads = _HEADS.get(value.kind)
    for head in reversed(list(heads.finditer(before)) if heads else []):
        gap = before[head.end() :]
        if len(_BETWEEN.sub("", gap)) > _LEFT or not (value.op or not gap or _STATES.search(gap)):
            continue
        name = _name(before[: head.end()])
        if len(name) > 1 and not _LEVEL.fullmatch(name):
            return Measured(name, _applies(before, head.end()))
    return None


def _name(before: str) -> str:
    """The measure that ends ``before``, without whose it is."""
    found = _NAME.search(before)
    name = found[0] if found else ""
    head = name[-2:]
    name = _WHOSE.sub("", _UP_TO.sub("", name[:-2])) + head
    while name.count("）") + name.count(")") > name.count("（") + name.count("("):
        name = re.split("[）)]", name, maxsplit=1)[1]
    return name.strip("（）()/·的")


def _applies(before: str, head: int) -> str:
    """The level of institution, or the insured, that a measure is set for; that nearest to the value."""
    after = list(_LEVEL.finditer(before, head))
    found = after or list(_LEVEL.finditer(before, 0, head))
    return found[-1][0] if found else ""


def _by_words(around: str, value: Value) -> Measured | None:
    for name, kinds, pattern in _LIMITS:
        if value.kind not in kinds or (value.kind == "count" and value.unit not in _STAFF):
            continue
        found = pattern.search(around) if value.op or value.kind == "percent" else None
        if found:
            return Measured(name.format(*found.groups()), "")
    return None


def _share(around: str, value: Value) -> Measured | None:
    found = _SHARE.search(around) if value.kind == "percent" else None
    if found is None:
        return None
    name = _name(found[1])
    if len(name) < 2 or _NO_MEASURE.search(name):
        return None
    return Measured(name, "", ">=" if found[2].endswith(("少于", "低于")) else "<=")
