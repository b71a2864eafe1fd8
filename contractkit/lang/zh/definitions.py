"""The terms that a Chinese text defines, and those that it uses as if they were defined."""

from __future__ import annotations

import re

from contractkit.lang.statements import Defined
from contractkit.lang.texts import Token

_CALLED = re.compile(
    r"[（(](?:以下|下文|本协议中?|以下均)?(?:统一?简称|简称|统称|合称|称)(?:为|作)?[：:]?\s*[“\"「‘]?(?P<term>[^”\"」’）)，。]{1,16})[”\"」’]?[）)]"
)
_MEANS = re.compile(
    r"(?:^|(?<=[\s：:。；、）)”]))(?:本(?:协议|办法|条例|合同|规定)(?:中)?所?称(?:的)?)?[“\"「]?(?P<term>[一-鿿A-Za-z]{2,16})[”\"」]?[，,]?(?:是指|系指|指的是|，指(?![标定导数南示挥派令引控征向])|指：|：指)(?P<meaning>[^。；\n]{2,200})"
)
# 所称“以上”“以下”，包括本数: what several words mean at once.
_SO_CALLED = re.compile(
    r"所称(?:的)?(?P<terms>(?:[“「][^”」\n]{1,12}[”」][、和及或]?){1,12})[，,]?(?P<meaning>(?:均|都)?(?:不?包括|不?含|不?包含|是?指)[^。；;\n]{0,60})"
)
# A slogan, or what stands on a sign, is no term.
_NO_TERM = re.compile(
    r"(?:设立|设置|设有|开设|开通|悬挂|张贴|标有|标明|注明|写明|载明|加盖|印有|坚持|遵循|落实|树立|开展|实行|推行|贯彻|秉承)"
    r"[^“”「」。；，,]{0,6}[“「]$"
)
_A_WORD = ("一词", "二字", "两字", "字样", "等字样")
_SLOGAN = re.compile(r"以.{1,8}为")
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
    for match in _SO_CALLED.finditer(text):
        found += [
            Defined(
                word["term"],
                word.start("term"),
                word.end("term"),
                match["meaning"],
                "definition.means",
            )
            for word in _QUOTED.finditer(text, match.start("terms"), match.end("terms"))
        ]
    return tuple(sorted(found, key=lambda one: one.start))


def quoted(text: str) -> tuple[Token, ...]:
    """The terms in quotation marks, which a reader expects to find defined."""
    return tuple(
        Token(match["term"], match.start("term"), match.end("term"))
        for match in _QUOTED.finditer(text)
        if not _SLOGAN.match(match["term"])
        and not _NO_TERM.search(text[max(0, match.start() - 16) : match.start("term")])
        and not text.startswith(_A_WORD, match.end())
    )
