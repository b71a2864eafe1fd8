"""By when, and counted from what, a Chinese clause says that something is to be done."""

from __future__ import annotations

import re

from contractkit.lang.value import Value
from contractkit.lang.zh.values import values

_AFTER = re.compile(
    r"\s*(?:之?内|以内|前|之前|以前|后|之后|以后|止|届满|为限|以上|以下|期间|期限|期满|不得)"
)
_BEFORE = re.compile(
    r"(?:至少|不少于|不得少于|不超过|不得超过|(?<!擅自)提前|于|每|为期|期限为?|保存|保管|保留|有效期为?|满|在|应当|自|延长|暂停|达|超过|最长|一般为?|至|后|前|日起|之日起)\s*\Z"
)
_MEASURED = re.compile(
    r"(?:从业|经验|工龄|任职|执业|从事[^，]{0,4}|工作|年龄|有效期|使用寿命|暂停|中止)\Z"
)  # how long, not by when
_WITHIN = re.compile(r"\s*[之以]?内")
_BRACKETED = re.compile(r"[（(][^（()）]{0,80}\Z")  # an aside: 一定年限（不低于5年）
_SINCE = re.compile(r"(?:之日起|之日|日起|起|之?后|之?(?<!提)前)的?[，,]?\s*\Z")
_FROM = re.compile(r".*[自从在于，。；,;：:](?=[^自从在于，。；,;：:])|", re.DOTALL)
_AFTERWARDS = re.compile(r"\s*(?:内|以内|之内)?\s*(?:自|从)([^，。；,;]{2,40}?)(?:之日起|日起|起)")
_WORDS = re.compile(
    r"立即|(?<!、)及时|及时(?=地)|即时|当日(?![一-鿿]{0,4}[费款额价息])|当天|即日|随时|按时|按期|按月|按季度?|按年(?![利化度])|每年|每月|每季度?|每日|每周|(?<![规约固])定期(?![限间])|限期|届时|事先|(?<!擅自)提前|尽快|不定期"
)


def times(text: str) -> tuple[str, str]:
    """The deadline as ``<=P3BD`` or in the text's word, and what it is counted from."""
    for value in values(text):
        if value.kind not in ("duration", "date") or not _when(text, value):
            continue
        if _BRACKETED.search(text, max(0, value.start - 81), value.start):
            continue
        return f"{_operator(text, value)}{value.value}", _trigger(text, value)
    word = _WORDS.search(text)
    return (word[0], "") if word else ("", "")


def _operator(text: str, value: Value) -> str:
    """The value's comparator; 期满前三个月 is so long before at least, 两年内不得 at most."""
    if value.op or ".." in value.value:
        return value.op
    if text.startswith("前", value.start - 1, value.start):
        return ">="
    return "<=" if _WITHIN.match(text, value.end) and value.kind == "duration" else ""


def _when(text: str, value: Value) -> bool:
    near = text[max(0, value.start - 8) : value.start]
    if _MEASURED.search(near) or text.startswith(("为止", "的"), value.end):
        return False
    return bool(_AFTER.match(text, value.end) or _BEFORE.search(near) or value.op)


def _trigger(text: str, value: Value) -> str:
    before = text[max(0, value.start - 64) : value.start]
    since = _SINCE.search(before)
    if since:
        stretch = before[: since.start()]
        opening = _FROM.match(stretch)
        return stretch[opening.end() if opening else 0 :].strip()
    after = _AFTERWARDS.match(text, value.end)
    return after[1].strip() if after else ""
