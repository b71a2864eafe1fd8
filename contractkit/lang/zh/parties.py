"""The parties that the beginning or the signature page of a Chinese agreement names."""

from __future__ import annotations

import re

from contractkit.lang.statements import Named

_LINE = re.compile(
    r"(?P<title>[甲乙丙丁]\s*方|委托方|受托方|发包人|承包人|出租方|承租方|买方|卖方)"
    r"\s*(?:[（(](?P<gloss>[^）)\n]{0,16})[）)])?\s*[：:][ \t\u3000]*(?P<name>[^\n：:。；;]{0,60})"
)
_CALLED = re.compile(
    r"(?P<name>[一-鿿A-Za-z（）()·]{4,40})[（(]以下(?:简称|称)[为：:]?[“\"‘「]?(?P<title>[^”\"’」）)]{1,12})[”\"’」]?[）)]"
)
_NEXT = re.compile(
    r"\s{2,}|　|(?:统一社会信用代码|识别号|法定代表人|地址|住所|电话|联系|授权代表|负责人|代码|盖章|签章|签字)"
)
_DETAIL = {
    "code": re.compile(
        r"(?:统一社会信用代码|(?:统一社会信用代码或)?识别号[^：:\n]{0,16}|机构代码|组织机构代码)\s*[：:]\s*([0-9A-Z-]{8,18})"
    ),
    "representative": re.compile(r"法定代表人[^：:\n]{0,16}[：:]\s*([^\s，,；;。]{2,20})"),
    "address": re.compile(r"(?:地址|住所)\s*[：:]\s*([^\n，；;。]{4,80})"),
    "phone": re.compile(r"(?:联系)?电话\s*[：:]\s*([0-9\-—+（）() ]{7,24})"),
}
# A name that a converter put on the line below its party.
_BELOW = re.compile(
    r"\s*\n\s*(?P<name>[^\n：:。；;_＿]{2,40}?(?:局|中心|院|公司|处|机构|所|委员会|集团|厂|会|校|站))"
    r"(?=\s*(?:\n|\Z|[甲乙丙丁]\s*方))"
)
_BLANK = re.compile(r"[\s_＿—\-（）()【】\[\]]*\Z")


def parties(text: str) -> tuple[Named, ...]:
    """The parties named in lines such as 甲方：…, or called so with 以下简称."""
    found = []
    lines = list(_LINE.finditer(text))
    for place, line in enumerate(lines):
        name, title = line["name"], "".join(line["title"].split())
        cut = _NEXT.search(name.lstrip())
        name = name.lstrip()[: cut.start()] if cut else name
        name = name.strip(" 　_＿，,")
        end = line.start("name") + line["name"].find(name) + len(name)
        if _BLANK.match(name):
            below = _BELOW.match(text, line.end())
            name, end = (below["name"], below.end()) if below else ("", line.start("name"))
        stop = lines[place + 1].start() if place + 1 < len(lines) else len(text)
        details = [
            (key, match[1].strip())
            for key, pattern in _DETAIL.items()
            if (match := pattern.search(text, line.end("title"), stop))
        ]
        found.append(
            Named(
                title,
                name,
                line.start(),
                end,
                "party.line",
                tuple(details),
            )
        )
    for called in _CALLED.finditer(text):
        if not lines and re.search(r"方|院|中心|局|公司|机构", called["name"]):
            name = re.sub(r"^(?:由|与|和|及|本协议由)", "", called["name"])
            found.append(Named(called["title"], name, called.start(), called.end(), "party.called"))
    return tuple(found)
