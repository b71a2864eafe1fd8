"""The terms that a Chinese text defines, and those that it uses as if they were defined."""

from __future__ import annotations

import re

from contractkit.lang.base import Token
from contractkit.lang.statements import Defined

_CALLED = re.compile(
    r"[（(](?:以下|下文|本协议中?|以下均)?(?:统一?简称|简称|统称|合称|称)(?:为|作)?[：:]?\s*[“\"「‘]?(?P<term>[^”\"」’）)，。]{1,16})[”\"」’]?[）)]"
)
_MEANS = re.compile(
    r"(?:^|(?<=[\s：:。；、）)”]))(?:本(?:协议|办法|条例|合同|规定)(?:中)?所?称(?:的)?)?[“\"「]?(?P<term>[一-鿿A-Za-z]{2,16})[”\"」]?[，,]?(?:是指|系指|指的是|，指|指：|：指)(?P<meaning>[^。；\n]{2,200})"
)
_QUOTED = re.compile(r"[“「](?P<term>[一-鿿A-Za-z]{2,12})[”」]")


def defined(text: str) -> tuple[Defined, ...]:
    """The terms that the text defines: （以下简称甲） and 甲是指…"""
    found = [
        Defined(
            match["term"].strip(), match.start("term"), match.end("term"), "", "definition.called"
        )
        for match in _CALLED.finditer(text)
    ]
    found += [
        Defined(
            match["term"],
            match.start("term"),
            match.end("term"),
            match["meaning"].strip(),
            "definition.means",
        )
        for match in _MEANS.finditer(text)
    ]
    return tuple(sorted(found, key=lambda one: one.start))


def quoted(text: str) -> tuple[Token, ...]:
    """The terms in quotation marks, which a reader expects to find defined."""
    return tuple(
        Token(match["term"], match.start("term"), match.end("term"))
        for match in _QUOTED.finditer(text)
    )
