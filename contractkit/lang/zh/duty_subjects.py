"""The subject of a Chinese clause: the noun phrase before its modal, or that a segment opens with.

Before a modal the phrase is sought from the right: adverbs go first, then it is asked by its last
characters whether what is left is somebody (…人, …机构) or something (…费, …合同). Where an
adverbial stands between (甲方对…应当), or no modal follows, it is the first name that what follows
(a verb, a preposition) shuts off from the rest.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from contractkit.lang.zh.duty_modals import modals
from contractkit.lang.zh.duty_nouns import ACTORS, BODIES, NO_ACTOR_AFTER, NO_ACTOR_BEFORE, THINGS
from contractkit.lang.zh.duty_words import (
    ADVERBIAL,
    ADVERBS,
    AFTER,
    AROUND,
    COMPOUND,
    FOLLOWS,
    JOINS,
    PARTIES,
    SHUT_OFF,
    TOWARDS,
)

REACH = 60  # characters at most of the first name of a subject, with what qualifies it
PART = 34  # of each name that 、 or 和 joins to it
SHORT = 4  # characters at most of a name that may begin a clause in the run of a sentence
PARTS = 5  # names at most that are so joined
_MARK = re.compile(r"[，。；,;：:（）()]")
_BRACKETS = re.compile(r"（[^（）]{0,80}）|\([^()]{0,80}\)")  # （以下简称医药机构）
_BY = re.compile(r"(?<![理自事缘交])(?<!不得|不应|不可|禁止)由(?![此于])")
_MADE_BY = re.compile(r"由[^，；,;。应须]{2,16}的[^，；,;。]{1,8}[，,]")  # 由乙方采购的材料，
_AGENT_FOLLOWS = re.compile(r"[^的]|\Z")
_ANYBODY = re.compile(r"(?:任何)?[一-鿿]{2,10}(?:人员|机构|单位|个人|组织)")
_CASE = re.compile(r"情[况形]下|不能")  # 紧急情况下不能取得患者…
# In a name these are the words of a clause: 会员卡仅限|本人
_SAID = re.compile(
    r"仅|只|已|均|是|未(?!成年)|不(?![良动])|被(?=[^告许保申投征代派监看检害执继采])"
)
_QUANTIFIER = re.compile(r"\A(?:凡|其中|各有关|所有|任何(?!人\Z|一方))")
# When or where, before the subject: 合同期满后乙方
_WHEN = re.compile(
    r"(?:(?<!售)(?<!先)后|(?<!提)(?<!目)前|(?<=[期日天年月围程])内|期间|(?<!临)(?<!小)时|(?<=未经)(?:授权|许可|同意|批准|允许)(?=[甲乙丙]方))(?=[^的，]{2,20}\Z)"
)
_OTHER = re.compile(r"(?<![、和与及或])[甲乙丙]方")  # 甲方授权|乙方
_OF = re.compile(r"(?!未|不|违|收|接|发现|造成|导致)[^，；,;的]{1,12}的")
_HEAD = re.compile(r"的([^的]{1,14})\Z")  # 参加项目的|人员
_NAME = re.compile(r"[一-鿿A-Za-z]{2,12}(?<![时后前内中下间样])")
# What a segment tells of a thing that is somebody's: 乙方交付的|成果|由甲方…
_ABOUT = re.compile(r"[^，；,;的]{1,24}的([^，；,;的]{2,10}?)(?=依照|按照?|根据|由|归|为|均|属)")


class Subject(NamedTuple):
    """Who is the subject; without a name, whether it is a thing, or some other words stand there."""

    name: str = ""
    thing: bool = False
    other: bool = False


def subject(before: str, actors: Sequence[str], personal: bool = False) -> Subject:
    """The subject that ends before a modal, where ``before`` is the segment up to the modal.

    Of a modal that is ``personal`` (有权) it is somebody, whatever its last character.
    """
    plain = _BRACKETS.sub("", before[-4 * REACH :])
    plain = plain[max(map(plain.rfind, "：:（(")) + 1 :].strip()
    by = list(_BY.finditer(plain))
    if by and AFTER.search(plain):
        plain, by = plain[: by[0].start()], []
    if by and (named := subject(plain[by[-1].end() :], actors)).name:
        return named  # 房屋交付后发生的费用由乙方
    core = ADVERBS.sub("", plain)
    name = _bare(_whole(core)) if core.endswith(BODIES) and _is_body(core) else ""
    if name and not modals(name):
        return Subject(name)
    name = actor(plain, actors) if core else ""
    if not name and core:
        name = actor(plain, actors, SHUT_OFF)
        name = name if name.endswith(("人", "方", "户", "商")) else ""  # but 患者|费用
    if name and core[len(name) :] not in THINGS and not _owned(core, len(name)):
        return Subject(name)
    if personal and _NAME.fullmatch(core) and not AROUND.match(core) and not modals(core):
        return Subject(_bare(core))
    other = bool(core) and not AROUND.match(core)
    return Subject(thing=other and core.endswith(THINGS), other=other)


def topic(segment: str, actors: Sequence[str], goes_on: bool) -> Subject:
    """The subject that a segment without a modal opens with.

    One that ``goes_on`` with what was said before may begin with its verb.
    """
    name = actor(segment, actors)
    if not name:
        name = actor(segment, actors, SHUT_OFF)
        name = "" if goes_on and (len(name) > SHORT or _OTHER.search(name, 1)) else name
    name = _qualifying(segment, name) or _compound(segment, name)
    about = _ABOUT.match(segment, len(name)) if name else None
    if about and about[1].endswith(THINGS) and not ADVERBIAL.match(segment, len(name)):
        return Subject(thing=True)  # 主管部门收取的费用依照…
    plain = segment.rstrip("，, ")
    if not name and plain.endswith(BODIES) and AROUND.match(plain) and _HEAD.search(plain):
        return subject(plain, actors)
    return Subject(name)


def actor(segment: str, actors: Sequence[str], follows: re.Pattern[str] = FOLLOWS) -> str:
    """The actor that a segment opens with, "" where it opens with something else."""
    segment = _BRACKETS.sub("", segment[: 8 * REACH])
    if _MADE_BY.match(segment):
        return ""
    segment = segment.removeprefix("由")
    found = "" if AROUND.match(segment) else _opening(segment, follows)
    found = _BY.split(found)[-1]  # 系统维护由乙方
    for name in (*PARTIES, *actors):
        if name and segment.startswith(name) and segment[len(name) : len(name) + 1] not in "的之所":
            rest = found[len(name) :] if found.startswith(name) else ""
            return name if not rest or _OTHER.search(rest) else found  # 甲方和乙方；甲方委派的人员
    return found


def agent(segment: str) -> str:
    """Who is named after 由 in a segment, "" if nobody is."""
    plain = _BRACKETS.sub("", segment)
    for by in _BY.finditer(plain):
        end = _phrase_end(plain, by.end(), _AGENT_FOLLOWS)
        if end > 0:
            return _compound(plain[by.end() :], plain[by.end() : end]).strip()
    return ""


def anybody(text: str) -> str:
    """Who is forbidden, at the beginning of what follows 禁止 or 严禁; "" if nobody is."""
    forbidden = _ANYBODY.match(text)
    named = _opening(text)
    if "任何" not in named[1:] and named:
        return named  # 严禁|乙方员工|冒名; 严禁私收任何客户的费用
    return _bare(forbidden[0]) if forbidden else ""


def _whole(core: str) -> str:
    """The noun phrase that ends where ``core`` does: all of it, or what follows an adverbial."""
    when = list(_WHEN.finditer(core))
    if when and when[-1].start() > 1:
        return core[when[-1].end() :]
    if len(core) > 2 * REACH or (TOWARDS.match(core) and core[0] != "为"):
        return ""  # 对患者家属 is no subject
    head = _HEAD.search(core)
    if AROUND.match(core):
        return core if head else ""  # 因不可抗力不能履行合同的|一方
    name = _phrase_end(core, 0, TOWARDS)
    if name > 0:
        return core[:name]  # 甲方|对乙方派来的人员
    return core


def _owned(core: str, end: int) -> bool:
    """Whether a name that ends at ``end`` only qualifies a thing: 乙方提供的|药品."""
    head = _HEAD.search(core, end)
    return head is not None and not ADVERBIAL.match(core, end)


def _qualifying(segment: str, name: str) -> str:
    """Whom a name at the beginning only qualifies: 甲方指派的联系人|变更; "" if nobody."""
    of = _OF.match(segment, len(name)) if name and segment.startswith(name) else None
    if of is None or ADVERBIAL.match(segment, len(name)):
        return ""
    end = _phrase_end(segment, of.end(), FOLLOWS)
    return segment[:end] if 0 < end <= of.end() + SHORT * 2 else ""


def _compound(segment: str, name: str) -> str:
    """The name with what it qualifies: 甲方|验收人员."""
    more = COMPOUND.match(segment, len(name)) if name and segment.startswith(name) else None
    return name + more[0] if more else name


def _opening(text: str, follows: re.Pattern[str] = FOLLOWS) -> str:
    end = _phrase_end(text, 0, follows)
    phrase = _bare(text[:end]) if end > 0 else ""
    said = _SAID.search(phrase, phrase.rfind("的") + 1)
    return "" if said or _CASE.search(phrase) or modals(phrase) else phrase


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
    after = text[end : end + 1]
    if last == "工" and after == "作":
        return False  # 人员工作时间
    return _is_body(text[start:end]) and not (after and after in NO_ACTOR_BEFORE.get(last, ""))


def _is_body(phrase: str) -> bool:
    """Whether the last character of a phrase is that of somebody there: 委员, not 或者."""
    return len(phrase) < 2 or phrase[-2] not in NO_ACTOR_AFTER.get(phrase[-1], "")


def _bare(phrase: str) -> str:
    return _QUANTIFIER.sub("", phrase.strip()).strip()
