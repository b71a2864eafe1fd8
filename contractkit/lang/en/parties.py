"""The parties that the beginning of an English agreement names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from contractkit.lang.en.lexicon import PARTIES
from contractkit.lang.statements import Named

FEW = 6  # times "between" is tried: it says other things too
MOST = 12  # parties of one agreement: a longer list is something else

_LINE = re.compile(
    rf"^\s*(?P<title>{'|'.join(PARTIES)})\s*(?:\([^()\n]{{0,40}}\))?\s*:\s*(?P<name>[^\n;]{{0,120}})",
    re.MULTILINE,
)
_DETAIL = {
    "code": re.compile(
        r"(?:NPI|TIN|EIN|Tax ID|[Ss]ocial [Cc]redit [Cc]ode|Identifier[^:\n]{0,24})\)?\s*[:#]?\s*"
        r"([0-9][0-9A-Z]{17}|[0-9][0-9-]{7,12})"
    ),
    "representative": re.compile(r"Representative\s*:\s*([^\n,;]{2,60})"),
    "address": re.compile(r"Address\s*:\s*([^\n;]{4,120})"),
    "phone": re.compile(r"Tele?phone\s*:\s*([0-9+() .-]{7,24})"),
}
_BETWEEN = re.compile(
    r"\b(?:by\s+and\s+(?:between|among)|between|among|(?:is|are)\s+(?:made\s+)?by|agreement\s+of)\b[:\s]+",
    re.IGNORECASE,
)
_AGREE = re.compile(r"\bagree\s+as\s+follows", re.IGNORECASE)
_END = re.compile(
    r"\b(?:WHEREAS|RECITALS?|WITNESSETH|W I T N E S S E T H|NOW,? THEREFORE|BACKGROUND|Background|Recitals|Preamble"
    r"|In consideration|This Agreement (?:sets|shall|is)|[Tt]he [Pp]arties (?:agree|hereby)|agree as follows)\b"
)
_ALIAS = re.compile(
    r"""\(\s*(?:[^()"“”]{0,120}?)["“'‘]{1,2}(?P<alias>[A-Za-z0-9][^"“”()]{0,60}?)[.,]?["”’']{1,2}(?P<more>[^()]{0,160})\)"""
)
_BARE_ALIAS = re.compile(
    r"\((?:(?:hereinafter|herein)(?: referred to as| called)?,?\s+)?(?:the\s+)?(?P<alias>[A-Z][A-Za-z0-9&.-]{1,20}(?: [A-Z][A-Za-z&.-]{0,20}){0,2})\)"
    r"(?P<more>)(?=\s*(?:,|;|\.|and\b|[aA]n?\b|with\b|\n|\Z))"
)
_QUOTED = re.compile(r"[\"“](?P<alias>[A-Za-z][^\"“”()]{0,40}?)[.,]?[\"”]")
_GROUP = re.compile(
    r"(?:together|collectively|individually|sometimes|each|jointly)\b|\bpart(?:y|ies)\b|\beffective date\b|\bagreement\b",
    re.IGNORECASE,
)
_SUFFIX = (
    r"(?:Inc|Incorporated|LLC|L\.L\.C|Ltd|Limited|Corp|Corporation|Company|Co|L\.P|LP|LLP|N\.A|S\.A\.S|S\.A|B\.V|AG|GmbH"
    r"|plc|Trust|Bank|N\.V|Pte|Association|Fund|Partners|S\.r\.l|A\.S)"
)
_NAME = re.compile(
    rf"[A-Za-z0-9][^,;()\n]*(?:\n[^,;()\n]+)?(?:\s\(International\)[^,;()\n]*)?(?:,?\s+{_SUFFIX}\b\.?)*",
    re.IGNORECASE,
)
_AND = re.compile(rf"(?:{_SUFFIX}\.?,?|\))\s+and\s+(?=[A-Z])|,\s+and\s+(?=[A-Z])")
_DESCRIBED = re.compile(
    r"\s+(?:and\s+between|an?\s+(?:[\w-]+\s+){0,4}(?:corporation|company|partnership|trust|body|individual|organization)"
    r"|with\s+(?:its|an?|offices)|having|whose|located|of\s+the\s+(?:one|first|other)|on\s+behalf\s+of|on\s+the|as\s+|formerly)",
    re.IGNORECASE,
)
_JUNK = re.compile(
    r"^(?:[\s,;:.*_-]|and\b|by\b|between\b|among\b|the\b(?=\s+[a-z])|\(\w\)|\d\)|entered\s+into|made|parties?:?|is\b|effective|as\s+of|both\b)+",
    re.IGNORECASE,
)
# What goes on about the party before: ", a Delaware corporation with offices at …, and "
_GOES_ON = re.compile(
    r"\s*,?\s*(?:an?|with|having|whose|located|of|on|organized|formerly|duly|which|acting)\b",
    re.IGNORECASE,
)
_NEXT = re.compile(r"(?:[,;.)]\s*|\s)and\s+(?=[A-Z]|[a-z]+[.A-Z])|;\s+(?=[A-Z])")


def parties(text: str) -> tuple[Named, ...]:
    """The parties in lines such as "Payer: …", or of the sentence "between A and B"."""
    lines = tuple(_lines(text))
    if lines:
        return lines
    for between in islice(_BETWEEN.finditer(text), FEW):
        ending = _END.search(text, between.end())
        stop = min(ending.start() if ending else len(text), between.end() + 2500)
        found = tuple(_listed(text, between.end(), stop))[:MOST]
        if len(found) > 1 or (found and found[0].title):
            return found
    agree = _AGREE.search(text)
    return tuple(_listed(text, max(0, agree.start() - 800), agree.start())) if agree else ()


def _lines(text: str) -> Iterator[Named]:
    lines = list(_LINE.finditer(text))
    for place, line in enumerate(lines):
        stop = lines[place + 1].start() if place + 1 < len(lines) else len(text)
        name = re.split(r"\s{3,}|\t", line["name"].strip())[0].strip(" _,")
        details = [
            (key, match[1].strip())
            for key, pattern in _DETAIL.items()
            if (match := pattern.search(text, line.end("title"), stop))
        ]
        start, end = line.start("title"), line.end("name")
        yield Named(line["title"], name, start, end, "party.line", tuple(details))


def _listed(text: str, start: int, stop: int) -> Iterator[Named]:
    """Each party of "A, a corporation ("Alpha"), and B, Inc. ("Beta")"."""
    at = start
    aliases = [*_ALIAS.finditer(text, start, stop), *_BARE_ALIAS.finditer(text, start, stop)]
    for alias in sorted(aliases, key=lambda match: match.start()):
        title = " ".join(alias["alias"].split())
        if alias.start() < at or _GROUP.search(title) or _GROUP.match(alias[0][1:].strip()):
            continue
        pieces = list(_names(text, at, alias.start()))
        for begun, name in pieces[:-1]:
            yield Named("", name, begun, begun + len(name), "party.between")
        if pieces:
            begun, name = pieces[-1]
            more = [m["alias"] for m in _QUOTED.finditer(alias["more"])][:1]
            others = tuple(("alias", other) for other in more if not _GROUP.search(other))
            yield Named(title, name, begun, alias.end(), "party.alias", others)
        at = alias.end()
    goes_on = re.match(r"[^.]{0,12}\band\s+[A-Z]", text[at : at + 40])
    if at == start or goes_on:
        sentence = re.search(
            r"(?<![A-Z])(?<!Inc)(?<!Corp)(?<!Ltd)(?<!Co)\.\s|\n\s*\n", text[at:stop]
        )
        end = at + sentence.start() if sentence else stop
        for begun, name in _names(text, at, min(end, at + 500)):
            yield Named("", name, begun, begun + len(name), "party.between")


def _names(text: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    """The names of the parties in a stretch of the list, each with its place."""
    if _GOES_ON.match(text, start, stop):
        following = _NEXT.search(text, start, stop)
        if not following:
            return
        start = following.end()
    joints = _AND.finditer(text, start, stop)
    cuts = [start, *(joint.start() + joint[0].rindex("and") for joint in joints)]
    for begun, end in zip(cuts, [*cuts[1:], stop], strict=True):
        piece = text[begun:end]
        junk = _JUNK.match(piece)
        offset = junk.end() if junk else 0
        match = _NAME.match(piece[offset:])
        if not match:
            continue
        name = match[0]
        ends = _DESCRIBED.search(name)
        name = name[: ends.start()] if ends else name
        name = name.strip(" ,;:\n\t")
        good = 2 <= len(name) <= 100 and re.match(r"[A-Z0-9]|[a-z]+[.A-Z]", name)
        if (
            good
            and not _GROUP.match(name)
            and not re.match(r"(?:an?|any|each|all|with|at)\s", name, re.IGNORECASE)
        ):
            yield begun + offset, name
