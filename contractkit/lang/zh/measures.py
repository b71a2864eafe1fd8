"""What a Chinese threshold is of, and to whom it applies: 平均住院日 · 三级医院."""

from __future__ import annotations

import re

_STOP = "。；;\n"
_MEASURE = re.compile(
    r"(?:[一-鿿]{0,10}?)((?:平均|人均|次均|门诊|住院|大型|转|复|备|自费|总|药品|检查|抗菌|床位|满意|阳性|百元|合格|上传)[一-鿿（）()/、]{0,16}?(?:住院日|率|比例|费用|天数|床日|人次|数量|金额|指数|系数|水平|总额|比重|占比|次数))"
)
_WIDE = re.compile(
    r"([一-鿿]{2,12}?(?:率|比例|住院日|天数|占比|比重|指数|系数|限额))(?=[一-鿿]{0,6}(?:应|不|控制|小于|大于|达|为|≤|≥|在|，|,|一|二|三|$))"
)
_LEVEL = re.compile(
    r"(三级|二级|一级)(?:甲等|乙等|特等)?(?:及以上|以上|以下)?(?:公立)?(?:医院|医疗机构|定点医疗机构)?"
)


def measure(text: str, at: int) -> tuple[str, str] | None:
    """The measure that the value at ``at`` bounds, and to whom; None when it bounds none."""
    start = max((text.rfind(mark, 0, at) for mark in _STOP), default=-1) + 1
    before = text[max(start, at - 90) : at]
    found = list(_MEASURE.finditer(before)) or list(_WIDE.finditer(before))
    if not found:
        return None
    name = found[-1][1]
    levels = [level for level in _LEVEL.finditer(before) if level.end() > found[-1].start(1)]
    levels = levels or list(_LEVEL.finditer(before))
    name = _LEVEL.sub("", name)
    return name, levels[-1][0] if levels else ""
