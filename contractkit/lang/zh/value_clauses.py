"""References to clauses in Chinese text: 第十条第二款 → 10/2 · 第七条至第九条 → 7..9 · 附件一.

The path is 条/款/项. A 项 cited without its 款 belongs to a 条 of a single 款 (that is how statutes
are cited), so 第三十条第二项 is 30/1/2. What follows 、 or 和 continues the path before it.
"""

from __future__ import annotations

import re

from contractkit.lang.value import Value
from contractkit.lang.zh.numerals import DIGITS, GAP, TENS, number

Reading = tuple[int, tuple[Value, ...]] | None

_N = rf"(?:\d{{1,4}}|[{DIGITS}{TENS}]{{1,8}}+)"
_S = GAP
_CLAUSE = re.compile(
    rf"第{_S}((?:\d{{1,3}}\.){{0,4}}{_N}){_S}条(?:之({_N}))?"
    rf"(?:{_S}第{_S}\(?({_N})\)?{_S}款)?(?:{_S}(?:第{_S}\(?({_N})\)?{_S}项|第?\(({_N}|[a-z])\)(?!{_S}款)(?:{_S}项)?))?"
)
_DOTS = r"(?:\d{1,3}\.){1,4}\d{1,3}"
_DOTTED = re.compile(rf"第 ?({_DOTS})(?: ?\(({_N}|[a-z])\))? ?[款项节条点]")
_BARE_DOTTED = re.compile(rf"({_DOTS}) ?(?:条款?|款)(?!件|项)")  # 按照5.1条
_AND = re.compile(r"[、,，]|和|及|以及|或|或者|与")
_TO = re.compile(r" ?[至到~-] ?")
_MORE = re.compile(rf"(?:第{_S})?(?:\(({_N})\){_S}项?|(?<=第)({_N}){_S}([款项]))")
_NEXT_CLAUSE = re.compile(r"(?:[、,，]|和|及|或|与)(\d{1,3})条(?!款|件)")
# 第七、八条; 第4.1、4.2和5.3条; 第4.1至4.3款
_MANY = rf"(?:{_DOTS}|{_N})"
_JOINT = r"(?:[、,，]|和|及|或|与)"
_ELLIPTIC = re.compile(rf"第{_S}({_MANY})(?=(?:{_JOINT} ?{_MANY}){{1,6}} ?[条款])")
_ELLIPTIC_MORE = re.compile(rf"{_JOINT} ?({_MANY})(?: ?[条款])?")
_ELLIPTIC_RANGE = re.compile(rf"第{_S}({_MANY}) ?[至到~-] ?({_MANY}) ?[条款]")
# 第三条第1、2款
_LEVELS = re.compile(rf"{_S}第{_S}({_N})((?:[、,，]{_N}){{1,6}}|[至到~-]{_N}){_S}([款项])")
_EACH = re.compile(_N)
_ATTACHMENT = re.compile(rf"(附件|附表|附录) ?({_N}|[A-Z](?![A-Za-z]))(?![\d年月日天个万元份])")
_LAST_ATTACHMENT = re.compile(rf"(?:附件|附表|附录)? ?({_N})(?![\d年月日天个万元份.])")
# 附件一、二和三; a figure may begin the next item of a list.
_NEXT_ATTACHMENT = re.compile(
    rf"(?:、|和|及|或|与) ?([{DIGITS}{TENS}]{{1,3}}+|\d{{1,2}}+(?=(?:、\d{{1,2}}){{0,8}}+(?:[^、\d]|$)))(?=[、,，。;；)中的和及或与均所之规约要为是作]|$)"
)
# The end of a sentence, with a page's number after it.
_SENTENCE_END = re.compile(r"(?:[。；;] ?(?:\d{1,3} )?|第 ?\d{1,3} ?页 ?)\Z")
# What follows a clause that is cited, not begun.
_CITED = re.compile(
    r" ?(?:[规约所]定|所|之|的|第|中|、(?= ?[第\d一二三四五六七八九十])|[，,和及与或至到~-]|项下|以外|内|\(|款|要求|情形|适用|不适用|继续|仍)"
)
_ORDINAL = re.compile(
    rf"第{_S}{_N}(?: ?[至到~、-] ?{_N}(?=[年个日天月期次]))?(?:个?(?:工作日|自然日|日|天|年|年度|个?月|季度|周|次|期|份|名|位|人|分))?"
)


def clause(plain: str, at: int) -> Reading:
    """One clause, a range of clauses, or a clause and what is cited with it."""
    found = _CLAUSE.match(plain, at) or _DOTTED.match(plain, at)
    if not found:
        return _elliptic(plain, at) or _elliptic_range(plain, at)
    path = _path(found)
    if path is None or _is_own_number(plain, found):
        return found.end(), ()
    to = _TO.match(plain, found.end())
    if to:
        last = _CLAUSE.match(plain, to.end())
        if last and (other := _path(last)):
            value = f"{'/'.join(path)}..{'/'.join(other)}"
            return last.end(), (Value("clause", value, "", "", at, last.end()),)
        until = _MORE.match(plain, to.end())
        if until and len(path) > 1 and (level := _level(path, until)):
            value = f"{'/'.join(path)}..{'/'.join(level)}"
            return until.end(), (Value("clause", value, "", "", at, until.end()),)
    if levels := _LEVELS.match(plain, found.end()) if len(path) == 1 else None:
        return _levels(plain, at, path, levels)
    values = [Value("clause", "/".join(path), "", "", at, found.end())]
    return _continued(plain, found.end(), path, values)


def _is_own_number(plain: str, found: re.Match[str]) -> bool:
    """Whether a clause begins there within the line: …赔偿。第八条 争议解决."""
    begun = _SENTENCE_END.search(plain, max(0, found.start() - 9), found.start())
    return begun is not None and found[0].endswith("条") and not _CITED.match(plain, found.end())


def dotted(plain: str, at: int) -> Reading:
    """A clause that is cited by its number without 第: 5.1条."""
    found = _BARE_DOTTED.match(plain, at)
    if not found or plain[max(0, at - 4) : at].rstrip(" #*")[-1:] in {"\n", ""}:
        return None  # the clause's own number
    value = found[1].replace(".", "/")
    return found.end(), (Value("clause", value, "", "", at, found.end()),)


def attachment(plain: str, at: int) -> Reading:
    """An attachment that is numbered: 附件一 is 附件1."""
    found = _ATTACHMENT.match(plain, at)
    if found and found[2].isascii() and found[2].isupper():
        return found.end(), (Value("clause", found[1] + found[2], "", "", at, found.end()),)
    which = number(found[2]) if found else None
    if not found or which is None:
        return None
    value, end = f"{found[1]}{which}", found.end()
    to = _TO.match(plain, end)
    last = _LAST_ATTACHMENT.match(plain, to.end()) if to else None
    if last and (other := number(last[1])) is not None and other > which:
        value, end = f"{value}..{found[1]}{other}", last.end()
    values = [Value("clause", value, "", "", at, end)]
    while more := _NEXT_ATTACHMENT.match(plain, end):
        if (which := number(more[1])) is None:
            break
        values.append(Value("clause", f"{found[1]}{which}", "", "", more.start(1), more.end()))
        end = more.end()
    return end, tuple(values)


def ordinal(plain: str, at: int) -> Reading:
    """The end of 第一日, 第三方, 第二年: a place in a row is no value."""
    found = _ORDINAL.match(plain, at)
    return (found.end(), ()) if found else None


def _path(found: re.Match[str]) -> list[str] | None:
    parts = found[1].split(".")
    numbers = [number(part) for part in parts]
    if None in numbers:
        return None
    path = [str(one) for one in numbers]
    if found.re is _DOTTED:
        return [*path, _lettered(found[2])] if found[2] else path
    inserted, paragraph, item = (number(part) if part else None for part in found.group(2, 3, 4))
    if found[5]:
        below = [str(paragraph if paragraph is not None else 1)] if len(path) == 1 else []
        return [*path, *below, _lettered(found[5])]
    if inserted is not None:
        path[-1] += f"-{inserted}"
    if paragraph is not None or item is not None:
        path.append(str(paragraph if paragraph is not None else 1))
    if item is not None:
        path.append(str(item))
    return path


def _level(path: list[str], found: re.Match[str]) -> list[str] | None:
    """The path of a 款 or 项 that stands without its 条."""
    which = number(found[1] or found[2])
    if which is None:
        return None
    if found[3] == "款":
        return [path[0], str(which)]
    return [path[0], path[1] if len(path) > 1 else "1", str(which)]


def _continued(plain: str, end: int, path: list[str], values: list[Value]) -> Reading:
    """第二十二条第二款、第三款: the second is 22/3."""
    while (joint := _AND.match(plain, end)) and (more := _MORE.match(plain, joint.end())):
        other = _level(path, more)
        if other is None:
            break
        values.append(Value("clause", "/".join(other), "", "", more.start(), more.end()))
        path, end = other, more.end()
    while more := _NEXT_CLAUSE.match(plain, end):  # 第4条、5条和6条
        which = number(more[1])
        values.append(Value("clause", str(which), "", "", more.start(1), more.end()))
        end = more.end()
    return end, tuple(values)


def _lettered(item: str) -> str:
    """The place of an item in brackets: 二 is 2, a letter itself."""
    which = number(item)
    return item if which is None else str(which)


def _levels(plain: str, at: int, path: list[str], found: re.Match[str]) -> Reading:
    """第三条第1、2款: 3/1 and 3/2; 第三条第1-3款: 3/1..3/3."""
    above = path if found[3] == "款" else [*path, "1"]
    pieces = list(_EACH.finditer(plain, found.start(1), found.end(2)))
    if found[2][0] in "至到~-":
        value = "..".join("/".join([*above, str(number(piece[0]))]) for piece in pieces)
        return found.end(), (Value("clause", value, "", "", at, found.end()),)
    starts = [at, *(piece.start() for piece in pieces[1:])]
    ends = [*(piece.end() for piece in pieces[:-1]), found.end()]
    values = tuple(
        Value("clause", "/".join([*above, str(number(piece[0]))]), "", "", start, end)
        for piece, start, end in zip(pieces, starts, ends, strict=True)
    )
    return found.end(), values


def _elliptic(plain: str, at: int) -> Reading:
    """第七、八条: two clauses, written as one."""
    found = _ELLIPTIC.match(plain, at)
    if not found:
        return None
    pieces, end = [found], found.end()
    while plain[end - 1] not in "条款" and (more := _ELLIPTIC_MORE.match(plain, end)):
        pieces.append(more)
        end = more.end()
    values = [
        Value("clause", which, "", "", piece.start(1) if index else at, piece.end())
        for index, piece in enumerate(pieces)
        if (which := _place(piece[1]))
    ]
    return end, tuple(values)


def _elliptic_range(plain: str, at: int) -> Reading:
    """第4.1至4.3款, 第七至九条."""
    found = _ELLIPTIC_RANGE.match(plain, at)
    if not found:
        return None
    first, last = _place(found[1]), _place(found[2])
    if not first or not last:
        return None
    return found.end(), (Value("clause", f"{first}..{last}", "", "", at, found.end()),)


def _place(cited: str) -> str:
    """The path of a number with or without dots; "" for what is no number."""
    parts = [number(part) for part in cited.split(".")]
    return "" if None in parts else "/".join(map(str, parts))
