"""Who a Chinese clause names: the actor that a segment opens with, and the one after 由."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from contractkit.lang.zh.duty_modals import modals
from contractkit.lang.zh.duty_words import (
    ACTORS,
    AROUND,
    FOLLOWS,
    JOINS,
    NO_ACTOR_AFTER,
    NO_ACTOR_BEFORE,
    PARTIES,
)

REACH = 60  # characters at most of the first name of a subject, with what qualifies it
PART = 34  # of each name that 、 or 和 joins to it
PARTS = 5  # names at most that are so joined
_MARK = re.compile(r"[，。；,;：:（）()]")
_BRACKETS = re.compile(r"（[^（）]{0,80}）|\([^()]{0,80}\)")  # （以下简称医药机构）
_BY = re.compile(r"(?<![理自事缘交])(?<!不得|不应|不可|禁止)由")
_MADE_BY = re.compile(r"由[^，；,;。应须]{2,16}的[^，；,;。]{1,8}[，,]")  # 由乙方采购的材料，
_AGENT_FOLLOWS = re.compile(r"[^的]|\Z")
_ANYBODY = re.compile(r"(?:任何)?[一-鿿]{2,10}(?:人员|机构|单位|个人|组织)")
_CASE = re.compile(r"情[况形]下|不能")  # 紧急情况下不能取得患者…
_QUANTIFIER = re.compile(r"\A(?:凡|其中|各有关|所有|任何(?!人\Z))")


def actor(segment: str, actors: Sequence[str]) -> str:
    """The actor that a segment opens with, "" where it opens with something else."""
    segment = _BRACKETS.sub("", segment[: 8 * REACH])
    if _MADE_BY.match(segment):
        return ""
    segment = segment.removeprefix("由")
    found = "" if AROUND.match(segment) else _opening(segment)
    found = _BY.split(found)[-1]  # 系统维护由乙方
    for name in (*PARTIES, *actors):
        if name and segment.startswith(name) and segment[len(name) : len(name) + 1] not in "的之所":
            return found if found.startswith(name) else name  # 甲方和乙方；甲方委派的人员
    return found


def agent(segment: str) -> str:
    """Who is named after 由 in a segment, "" if nobody is."""
    plain = _BRACKETS.sub("", segment)
    for by in _BY.finditer(plain):
        end = _phrase_end(plain, by.end(), _AGENT_FOLLOWS)
        if end > 0:
            return plain[by.end() : end].strip()
    return ""


def anybody(text: str) -> str:
    """Who is forbidden, at the beginning of what follows 禁止 or 严禁; "" if nobody is."""
    forbidden = _ANYBODY.match(text)
    return _opening(text) or (_bare(forbidden[0]) if forbidden else "")


def _opening(text: str) -> str:
    end = _phrase_end(text, 0, FOLLOWS)
    phrase = _bare(text[:end]) if end > 0 else ""
    return "" if _CASE.search(phrase) or modals(phrase) else phrase


def _phrase_end(text: str, start: int, follows: re.Pattern[str]) -> int:
    """Where the noun phrase of somebody ends that begins at ``start``; -1 if none does.

    The first name that ends well before what ``follows``, with all that is joined to it.
    """
    mark = _MARK.search(text, start, start + REACH + PARTS * PART)
    stop = mark.start() if mark else min(len(text), start + REACH + PARTS * PART)
    ends = [
        at
        for at in range(start + 1, stop + 1)
        if _ends_actor(text, start, at) and (follows.match(text, at) or JOINS.match(text, at))
    ]
    for first in ends:
        if first > start + REACH:
            break
        for end in reversed(_chain(text, first, ends)):
            if follows.match(text, end):
                return end
    return -1


def _chain(text: str, first: int, ends: Sequence[int]) -> list[int]:
    """Where the names end that are joined one to another, from the one that ends at ``first``."""
    chain = [first]
    while len(chain) <= PARTS and (join := JOINS.match(text, chain[-1])):
        place = bisect_right(ends, join.end())
        if place == len(ends) or ends[place] > join.end() + PART:
            break
        chain.append(ends[place])
    return chain


def _ends_actor(text: str, start: int, end: int) -> bool:
    """Whether a noun of somebody ends at ``end``."""
    if not text.endswith(ACTORS, start, end):
        return False
    last = text[end - 1]
    before, after = text[max(end - 2, start) : end - 1], text[end : end + 1]
    unfit = before and before in NO_ACTOR_AFTER.get(last, "")
    return not unfit and not (after and after in NO_ACTOR_BEFORE.get(last, ""))


def _bare(phrase: str) -> str:
    return _QUANTIFIER.sub("", phrase.strip()).strip()
