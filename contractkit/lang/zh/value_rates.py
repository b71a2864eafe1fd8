"""What an amount is paid by: 200元/人次 · 每床日500元 · 每日万分之五 · 年利率3.85%."""

from __future__ import annotations

import re

from contractkit.lang.zh.numerals import FILL

_THINGS = (
    "人次|床日|诊次|人头|人天|人日|人月|人年|人|次|例|床位|床|日|天|周|月|季度|季|年度|年|小时|分钟|份|件|项|张|台|套|公里|平方米|平米|㎡|m2|m²"
    "|立方米|公斤|千克|kg|吨|米|度|病种|病例|分|点|盒|支|瓶|袋|片|粒|针|剂|盘|箱|块|个|户|车|栋|间|间夜|夜|晚|餐|单|笔|字|页|课时|学时|户|股|种|组|根|把|只|副|辆|家|批|期|届|班"
)
_SAME = {
    "天": "日", "季度": "季", "年度": "年", "诊次": "次", "人天": "人日", "床位": "床", "平米": "平方米", "㎡": "平方米",
    "m2": "平方米", "m²": "平方米", "千克": "公斤", "kg": "公斤",
}  # fmt: skip
_LONG = "|".join(sorted(set(_THINGS.split("|")), key=len, reverse=True))
# 元/人·年, 元/人.次
_AFTER = re.compile(
    rf" ?(?:/|每)(?:一|个)? ?({_LONG})(?![\u4e00-\u9fff]{{0,1}}(?:度|数|均))(?: ?(?:[/·]|\.(?=[次月年天日])) ?({_LONG}))?"
)
_WITHIN = re.compile(rf"/ ?({_LONG}) ?\)\Z")  # 叁仟元整（￥3000元/月）
# 每人次支付200元; 每人每年500元; 每日万分之五; of a percentage 日万分之五 too
_BEFORE = re.compile(
    rf"(?:(?:每|按)(?:一|个)?({_LONG}) ?)?(?:每|按)(?:一|个)?({_LONG})(?:[ :]|为|按|补助|补贴|支付|结算|付费|收取|收费|标准|定额|费用|不超过|不高于|最高|给予|人民币){{0,4}}$"
)
# 每逾期一日，按应付金额的万分之五支付
_LATE = re.compile(
    r"(?:每(?:逾期|逾|迟延|延迟|拖延|延误|拖欠|延期|超过)?(?:一|1|壹)? ?个?|按)(日|天|周|月|年)(?!的? ?\d|[\u4e00-\u9fff]{0,2}(?:前|内))[^，,。；;\n%]{0,26}(?:[，,][^，,。；;\n%]{0,8}[按付罚扣收计减][^，,。；;\n%]{0,18})?$"
)
_RATE = re.compile(
    r"(?:(日|月|年)(?:化|贷款|基准|单利|复利)?(?:利率|利息|息|收益率|费率|滞纳金|罚息|率)(?:[ :]|为|按|标准|的|不超过){0,3}|(?<![\d一二三四五六七八九十后次首末之期工当 ])(日))$"
)
_LOOK_BACK = 40


def paid_by(plain: str, start: int, end: int, kind: str) -> str:
    """What the amount at ``plain[start:end]`` is paid by, each after a slash: /日, /人/月; or ""."""
    if kind not in {"money", "percent"}:
        return ""
    if after := _AFTER.match(plain, end) or _WITHIN.search(plain, max(start, end - 8), end):
        return "".join(f"/{_SAME.get(thing, thing)}" for thing in after.groups() if thing)
    window = plain[max(0, start - _LOOK_BACK) : start].rstrip(FILL)
    found = _BEFORE.search(window)
    if not found and kind == "percent":
        found = _RATE.search(window) or _LATE.search(window)
    return (
        "".join(f"/{_SAME.get(thing, thing)}" for thing in found.groups() if thing) if found else ""
    )
