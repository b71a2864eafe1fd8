"""Codes, phones, e-mail and postal addresses in Chinese text.

An address is told by its house number (文三路478号): what stands after it belongs to it as far as it
is numbered too (3幢501室), what stands before it back to a province, to 地址： or to where the words
begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from contractkit.lang.codes import finder
from contractkit.lang.value import Value

_NUMBER = r"(?:编码|编号|代码|号码|码|号)?"
codes = finder(
    (
        ("USCC", r"社会信用代码(?:证号)?"),
        ("USCC", r"统一信用代码"),
        ("USCC", r"纳税人识别号"),
        ("USCC", r"税号"),
        ("NPI", rf"NPI{_NUMBER}"),
        ("CPT", rf"CPT{_NUMBER}"),
        ("CPT", rf"HCPCS{_NUMBER}"),
        ("TIN", rf"TIN{_NUMBER}"),
        ("authorization", r"授权(?:编号|号码|码|号)"),
    )
)

# By its first character, so that the search may leap from one to the next.
_86 = r"(?:(?<=\+)86[ -]?|(?<=0)086[ -]?)"
_PHONE = re.compile(
    r"[(+0148](?:"
    rf"(?P<mobile>(?:(?<=1)|{_86}1)[3-9]\d[ -]?\d{{4}}[ -]?\d{{4}})"
    rf"|(?P<line>(?:(?<=\()0[1-9]\d{{1,2}}\) ?-?|(?<=0)\d{{2,3}}[ -]|(?<=0)[1-9]\d{{1,2}}|{_86}0?\d{{2,3}}[ -])[2-9]\d{{2,3}}[ -]?\d{{4}})"
    r"|(?P<service>(?<=[48])00[ -]?\d{3}[ -]?\d{4}|(?<=[48])00-\d{4}-\d{3})"
    r"|(?P<abroad>(?<=\+)[1-9]\d{0,2}(?:[ .-]?\(0?\d{0,4}\))?(?:[ .-]{1,2}\d{1,5}){2,5}|(?<=\+)[1-9]\d{7,14})"
    r")(?![0-9A-Za-z年月日元%.])(?!/(?!\d{7,8}(?!\d)))(?:(?:-|转)(?P<extension>\d{1,6})(?![0-9A-Za-z-]))?"
)
# A number without its area code, or a short one (95588), is told by the word before it; another
# after a stroke by the one before that.
_LOCAL = re.compile(
    r"(?:[话真线机]|[Tt]el|TEL|[Ff]ax|FAX)[\u4e00-\u9fff.()]{0,6}[: ]{0,3}([2-9]\d{2,3}[ -]?\d{4}|9[56]\d{3,4}|1(?:00|23)\d{2})(?![0-9-])"
    r"|(?<=\d/)([2-9]\d{6,7})(?!\d)"
)
_JOINED = re.compile(r"[0-9A-Za-z._+-]")
_DIGITS = re.compile(r"\d+")

_CITIES = "北京|天津|上海|重庆|香港|澳门"
_PROVINCES = (
    "河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃"
    "|青海|台湾|内蒙古|广西|西藏|宁夏|新疆"
)
_N = r"(?:\d{1,5}|[一二三四五六七八九十百]{1,5})"
_HOUSE = re.compile(
    rf"[路街道巷弄村里苑园段](?:[东西南北中]段)? ?(?:[A-Z]?{_N}|[甲乙丙])(?:[-之]\d{{1,4}})? ?(?:号|弄)"
)
_ROOM = r"(?:号楼|号院|号|幢|栋|座|塔|地块|单元|区|层|楼|室|房|弄)"
_REST = re.compile(
    rf"(?: ?[\u4e00-\u9fffA-Z]{{0,14}}? ?(?:[A-Z]|[A-Z]?-?(?:\d{{1,5}}|[一二三四五六七八九十]{{1,3}}))(?:-\d{{1,5}})? ?{_ROOM}){{0,6}}+(?:(?<=[座幢栋层楼元]) ?\d{{3,4}}(?![\d年月日元-]))?"
)
# 山东 of 中山东路 is no province: one without 省 has a city after it.
_FROM = re.compile(
    rf"(?:{_CITIES})(?![东西南北中]?[一二三四]?[路街道])|(?:{_PROVINCES})(?:省|(?:壮族|回族|维吾尔)?自治区|(?=[\u4e00-\u9fff]{{2,6}}[市州县区]))"
)
_LABEL = re.compile(r"(?:地址|住所地?|所在地|地点|位于|坐落于?|设在|迁至|送至|寄至)(?:为|是|在)?")
_PLACE = re.compile(r"[省市区县镇乡旗州]")
_LONGEST = 40


def spots(plain: str) -> list[Value]:
    """The codes, e-mail addresses, phones and postal addresses of folded text, in any order."""
    return [*codes(plain), *_phones(plain), *_addresses(plain)]


def _phones(plain: str) -> Iterator[Value]:
    for found in _PHONE.finditer(plain):
        if _JOINED.match(plain[found.start() - 1 : found.start()]):
            continue
        kind = found.lastgroup if found.lastgroup != "extension" else ""
        end = found.start("extension") - 1 if found["extension"] else found.end()
        digits = "".join(_DIGITS.findall(plain[found.start() : end].replace("(0)", "")))
        extension = f"x{found['extension']}" if found["extension"] else ""
        yield Value(
            "phone", _dialled(digits, kind or "") + extension, "", "", found.start(), found.end()
        )
    for found in _LOCAL.finditer(plain):
        which = 1 if found[1] else 2
        digits = "".join(_DIGITS.findall(found[which]))
        yield Value("phone", digits, "", "", *found.span(which))


def _dialled(digits: str, kind: str) -> str:
    """The number as it is dialled from abroad, but for 400 and 800, which cannot be."""
    if kind == "service":
        return digits
    if kind == "abroad":
        return f"+{digits}"
    national = digits.removeprefix("00").removeprefix("86") if len(digits) > 11 else digits
    return f"+86{national.removeprefix('0')}"


def _addresses(plain: str) -> Iterator[Value]:
    after = 0
    for house in _HOUSE.finditer(plain):
        if house.start() < after:
            continue
        start = _start(plain, max(after, house.start() - _LONGEST), house.start() + 1)
        if start is None:
            continue
        rest = _REST.match(plain, house.end())
        after = rest.end() if rest else house.end()
        value = "".join(plain[start:after].split())
        yield Value("address", value, "", "", start, after)


def _start(plain: str, low: int, high: int) -> int | None:
    """Where the address begins whose street ends at ``high``."""
    at = high
    while at > low and ("\u4e00" <= plain[at - 1] <= "\u9fff" or plain[at - 1].isdigit()):
        at -= 1
    words = plain[at:high]
    province = _FROM.search(words)
    labels = list(_LABEL.finditer(words))
    if province:
        return at + province.start()
    if labels:
        return at + labels[-1].end()
    labelled = bool(_LABEL.search(plain[max(0, at - 8) : at]))
    return (
        at
        if labelled or (_PLACE.search(words) and plain[at - 1 : at] in {":", " ", "", "\n"})
        else None
    )
