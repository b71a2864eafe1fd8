"""The parties that the beginning of an English agreement names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contractkit.lang.en.lexicon import PARTIES
from contractkit.lang.statements import Named

_LINE = re.compile(
    rf"^\s*(?P<title>{'|'.join(PARTIES)})\s*(?:\([^()\n]{{0,40}}\))?\s*:\s*(?P<name>[^\n;]{{0,120}})",
    re.MULTILINE,
)
_DETAIL = {
    "code": re.compile(
        r"(?:NPI|TIN|EIN|Tax ID|Identifier[^:\n]{0,24})\s*[:#]?\s*([0-9][0-9-]{7,12})"
    ),
    "representative": re.compile(r"Representative\s*:\s*([^\n,;]{2,60})"),
    "address": re.compile(r"Address\s*:\s*([^\n;]{4,120})"),
    "phone": re.compile(r"Tele?phone\s*:\s*([0-9+() .-]{7,24})"),
}
_BETWEEN = re.compile(
    r"\b(?:by\s+and\s+(?:between|among)|between|among|(?:is|are)\s+(?:made\s+)?by|witnesseth that|agreement of)\b[:\s]+",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:WHEREAS|RECITALS?|WITNESSETH|W I T N E S S E T H|NOW,? THEREFORE|BACKGROUND|Preamble|In consideration|This Agreement (?:sets|shall|is)|The parties (?:agree|hereby))\b"
)
_ALIAS = re.compile(
    r"""\(\s*(?:[^()"“”]{0,120}?)["“'‘]{1,2}(?P<alias>[A-Za-z0-9][^"“”()]{0,60}?)[.,]?["”'’]{1,2}(?P<more>[^()]{0,160})\)"""
)
_BARE_ALIAS = re.compile(
    r"\((?:hereinafter|herein)(?: referred to as| called)?,?\s+(?:the\s+)?(?P<alias>[A-Z][A-Za-z0-9 &.-]{1,40})\)"
)
_GROUP = re.compile(
    r"(?:together|collectively|individually|sometimes|each|jointly)\b|\bpart(?:y|ies)\b|\beffective date\b|\bagreement\b",
    re.IGNORECASE,
)
_SUFFIX = r"(?:Inc|Incorporated|LLC|L\.L\.C|Ltd|Limited|Corp|Corporation|Company|Co|L\.P|LP|LLP|N\.A|S\.A\.S|S\.A|B\.V|AG|GmbH|plc|PLC|Trust|Bank|N\.V|Pte|Association|Fund|Partners|S\.r\.l|A\.S)"
_NAME = re.compile(
    rf"(?P<name>[A-Z0-9a-z][^,;()\n]*(?:,?\s+{_SUFFIX}\b\.?)*)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_AND = re.compile(rf"(?:{_SUFFIX}\.?,?|\))\s+and\s+(?=[A-Z])|,\s+and\s+(?=[A-Z])")
_HERE = re.compile(
    r"\s+(?:and\s+between|a\s+(?:\w+\s+){0,4}(?:corporation|company|partnership|trust|body)|with\s+(?:its|an?|offices)|having|whose|located|an?\s+individual|of\s+the\s+(?:one|first)|on behalf of|as\s+)",
    re.IGNORECASE,
)
_JUNK = re.compile(
    r"^(?:[\s,;:.*_-]|and\b|by\b|between\b|among\b|the\b(?=\s+[a-z])|\(\w\)|\d\)|entered into|made|parties?:?|is\b|effective|as of|both\b)+",
    re.IGNORECASE,
)


def parties(text: str) -> tuple[Named, ...]:
    """The parties in lines such as "Payer: …", or of the sentence "between A and B"."""
    lines = tuple(_lines(text))
    if lines:
        return lines
    between = _BETWEEN.search(text)
    if not between:
        return ()
    ending = _END.search(text, between.end())
    stop = min(ending.start() if ending else len(text), between.end() + 2500)
    return tuple(_listed(text, between.end(), stop))


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
        yield Named(
            line["title"], name, line.start("title"), line.end("name"), "party.line", tuple(details)
        )


def _listed(text: str, start: int, stop: int) -> Iterator[Named]:
    """Each party of "A, a corporation ("Alpha"), and B, Inc. ("Beta")"."""
    at = start
    aliases = [m for m in _ALIAS.finditer(text, start, stop)]
    aliases += [m for m in _BARE_ALIAS.finditer(text, start, stop)]
    for alias in sorted(aliases, key=lambda m: m.start()):
        title = " ".join(alias["alias"].split())
        if _GROUP.search(title) or re.match(
            r"\(\s*(?:together|collectively)", alias[0], re.IGNORECASE
        ):
            continue
        pieces = list(_names(text, at, alias.start()))
        for begun, name in pieces[:-1]:
            yield Named("", name, begun, begun + len(name), "party.between")
        if pieces:
            begun, name = pieces[-1]
            yield Named(title, name, begun, alias.end(), "party.alias")
        at = alias.end()
    if at == start or re.match(r"[^.]{0,12}\band\s+[A-Z]", text[at : at + 40]):
        sentence = re.search(rf"(?<!{_SUFFIX[3:-1].split('|')[0]})\.\s|\n\s*\n", text[at:stop])
        end = at + sentence.start() if sentence else stop
        for begun, name in _names(text, at, min(end, at + 500)):
            yield Named("", name, begun, begun + len(name), "party.between")


def _names(text: str, start: int, stop: int) -> Iterator[tuple[int, str]]:
    """The names of the parties in a stretch of the list, each with its place."""
    cuts = [start]
    for match in _AND.finditer(text, start, stop):
        cuts.append(match.start() + match[0].rindex("and"))
    for begun, end in zip(cuts, [*cuts[1:], stop], strict=True):
        piece = text[begun:end]
        junk = _JUNK.match(piece)
        offset = junk.end() if junk else 0
        match = _NAME.match(piece[offset:])
        if not match:
            continue
        name = match["name"]
        ends = _HERE.search(name)
        name = name[: ends.start()] if ends else name
        name = name.strip(" ,;:\n\t")
        if 2 <= len(name) <= 100 and re.search(r"[A-Z0-9]", name) and not _GROUP.match(name):
            yield begun + offset, name
