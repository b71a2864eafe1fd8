"""Which comparator stands before or after a value: 不低于 · 至少要保存 · 以上 · 内.

以上, 以下 and 内 include the number (民法典 1259), 超过, 不满 and 以外 do not.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from contractkit.lang.value import Value
from contractkit.lang.zh.numerals import FILL

BEFORE = {
    ">=": "不低于 不能低于 不能少于 不能小于 不可低于 不可少于 不得低于 不应低于 不少于 不得少于 不应少于 不小于 不得小于 不早于 不短于 至少 最少 最低 最短 起码 "
    "大于或等于 大于等于 等于或大于 达到 达 提前 满 已满 年满 >= ≥ ≧",
    "<=": "不超过 不得超过 不应超过 不能超过 不能超出 不能高于 不能大于 不能多于 不可超过 不可高于 不超出 不得超出 未超过 不高于 不得高于 不应高于 不大于 不得大于 不多于 "
    "不得多于 不长于 不得长于 不迟于 不得迟于 不晚于 不得晚于 至多 最多 最高 最长 最迟 最晚 "
    "小于或等于 小于等于 等于或小于 控制在 上限为 <= ≤ ≦",
    ">": "超过 超出 大于 高于 多于 长于 逾 > 晚于 迟于",
    "<": "不满 未满 不足 未达到 未达 不能达到 不能达 未能达到 没有达到 没达到 不达 达不到 不到 低于 少于 小于 短于 早于 <",
    "~": "约 大约 约为 大概 左右为",
}
AFTER = {
    ">=": "以上 及以上 或以上 (含)以上 (含本数)以上 及其以上",
    "<=": "以下 及以下 或以下 (含)以下 (含本数)以下 及其以下 以内 之内 内 (含)以内 (含)内 为限",
    "~": "左右 上下",
}
# What was begun must be done so long before: 期满30日前, 3个工作日之前.
AFTER_DURATION = {">=": "前 之前 以前"}
# 期满前30日, 到货前3日: as 期满30日前.
_AHEAD = re.compile(
    r"(?:[满日止束效货]|到期|解除|[\u4e00-\u9fff](?![目以之此当提最空超往先从史前面年月天周个])[\u4e00-\u9fff])之?前 ?\Z"
)
# 手术前7天内, 离职前12个月的平均工资: lengths before something, nothing to be done by then
_LENGTH_BEFORE = re.compile(r" ?(?:的|平均|之?内|以内|里|间|每)")
# Not a comparator though it ends like one: 期满 三年 is a term that has run out.
_NOT = r"(?<![期届圆丰充任每])"


def _table(rows: dict[str, str]) -> dict[str, str]:
    return {phrase: op for op, phrases in rows.items() for phrase in phrases.split()}


def _either(phrases: dict[str, str]) -> str:
    return "|".join(map(re.escape, sorted(phrases, key=len, reverse=True)))


_BEFORE, _AFTER = _table(BEFORE), _table(AFTER)
_AFTER_DURATION = _AFTER | _table(AFTER_DURATION)
# A verb may stand between: 至少要保存15年, 不低于人民币5万元, 不得超过合同总额的5%.
_GAP = r"(?:[ :]|为|应|要|须|需|在|以|有|保存|保留|保管|处以|支付|赔偿|购买|缴纳|提供|配备|提前|的|合同总额|总额|违约金|赔偿金|罚款|人民币){0,4}"
_PREFIX = re.compile(
    rf"({_NOT}满|(?<!每)逾|{_either({p: o for p, o in _BEFORE.items() if p not in '满逾'})}){_GAP}$"
)
# 不得超过上一年度采购总额的5%: a share of something that is named first.
_OF = re.compile(
    r"(?:(不[得应能]?低于|不[得应能]?少于|不[得应]?小于|达到|至少)|(不[得应能]?超过|不[得应能]?超出|不[得应能]?高于|不[得应]?大于|不[得应]?多于|上限为|最高为))"
    r"[^，,。；;:\n%]{1,24}(?:的|金额|总额|总价|价款|价格|标准|费用) ?\Z"
)
# 未达合同约定套数90%, 达月租金额的15%
_REACHED = re.compile(r"(未达到?|未能达到?|不能达到?|达不到|没有?达到)|(已达到?|达到?)")
_OF_WHAT = re.compile(r"[^，,。；;:\n%\d后时付扣按罚达]{1,16} ?\Z")
_OF_LENGTH = 36
# 最迟不超过发货后12个月: counted from something that is named first.
_UNTIL_AFTER = re.compile(
    r"(?:不超过|不得超过|不应超过|不迟于|不得迟于|不晚于|最迟|最长)[^，,。；;:\n\d]{2,16}(?:之?后|之日起|日起)的? ?\Z"
)
# 3年（含3年）以上
_INCLUDED = r" ?(?:\(不?含[^()\n]{1,10}\))?"
_SUFFIX = re.compile(rf"{_INCLUDED}({_either(_AFTER)})(?!容|部|科|外|涵)")
_SUFFIX_DURATION = re.compile(
    rf"{_INCLUDED}({_either(_AFTER_DURATION)})(?!容|部|科|(?<=前)[款述条项期往提])"
)
# 5年内禁止从事: the length of a ban or a window, nothing that must be done by then.
_WINDOW = re.compile(
    r"(?:以|之)?内,?，?(?:(?:均|仍|也)?(?:不得|禁止|不再|不予|不可|不准|累计|再次|曾)|(?:均|也)?不能)"
)
_WINDOW_LENGTH = 14


def operator(plain: str, start: int, end: int, kind: str) -> str:
    """The comparator of the value at ``plain[start:end]``, or "" for exactly."""
    before = _PREFIX.search(plain[max(0, start - _WINDOW_LENGTH) : start].rstrip(FILL))
    if before:
        return _BEFORE[before[1]]
    if kind == "duration" and _UNTIL_AFTER.search(
        plain[max(0, start - _OF_LENGTH) : start].rstrip(FILL)
    ):
        return "<="
    if kind in {"percent", "multiple"} and (
        of := _OF.search(plain[max(0, start - _OF_LENGTH) : start].rstrip(FILL))
    ):
        return ">=" if of[1] else "<="
    if kind == "percent" and (reached := _reached(plain, start)):
        return reached
    duration = kind == "duration"
    if duration and _WINDOW.match(plain, end):
        return ""
    after = (_SUFFIX_DURATION if duration else _SUFFIX).match(plain, end)
    if not after and duration and _AHEAD.search(plain, max(0, start - 5), start):
        return "" if _LENGTH_BEFORE.match(plain, end) else ">="
    return (_AFTER_DURATION if duration else _AFTER)[after[1]] if after else ""


def _reached(plain: str, start: int) -> str:
    """Whether a share of something that is named first is reached, or not: 未达约定套数|90%."""
    window = plain[max(0, start - _OF_LENGTH) : start].rstrip(FILL)
    words = list(_REACHED.finditer(window))
    if not words or not _OF_WHAT.fullmatch(window, words[-1].end()):
        return ""
    return "<" if words[-1][1] else ">="


def contrasted(plain: str, values: list[Value]) -> list[Value]:
    """The values, with < where 以下 is set against 及以上: 4分及以上、12分以下.

    Who writes 及 for the lower bound means the upper one without it: 12 belongs to the next step.
    """
    found = list(values)
    for index, (low, high) in enumerate(pairwise(values), 1):
        if (
            (low.kind, low.unit, low.op, high.op) == (high.kind, high.unit, ">=", "<=")
            and plain.startswith("及以上", low.end)
            and plain.startswith("以下", high.end)
            and plain[low.end + 3 : high.start] in {"", "、", "，", ",", "且", "、且", "，且"}
        ):
            found[index] = replace(high, op="<")
    return found
