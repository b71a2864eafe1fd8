"""The parties that the beginning of an English agreement names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contractkit.lang.en.lexicon import PARTIES
from contractkit.lang.en.party_lists import ROLES, listed
from contractkit.lang.statements import Named

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
# The cover and the head of many agreements: each name on its own line, "and" between them.
_COVER = re.compile(
    r"^[ \t]*(?:by\s+and\s+)?between[ \t]*:?[ \t]*\n\s*(?P<first>[A-Z][^\n]{1,90})\n\s*and[ \t]*:?[ \t]*\n\s*(?P<second>[A-Z][^\n]{1,90})$",
    re.IGNORECASE | re.MULTILINE,
)
# The cover of a form: what a party is called, and its name.
_ROLE_LINE = re.compile(
    rf"^[ \t]*(?P<title>(?i:{ROLES}))(?:[ \t]+[Nn]ame)?[ \t]*:[ \t]*(?P<name>[A-Z][^\n;:]{{1,90}}?)[ \t]*$",
    re.MULTILINE,
)
_LETTER = re.compile(
    r"^[ \t]*(?:To|From)[ \t]*:\s*(?P<name>[A-Z][^\n(]{1,200}?)[ \t]*(?:\((?:the\s+)?[\"“](?P<alias>[^\"“”()\n]{1,40})[\"”]\))?[ \t]*$",
    re.MULTILINE,
)
_NAME_ALONE = re.compile(r"(?:[^,(]|,\s+(?:Inc|LLC|L\.?P|Ltd|N\.A|Corp|S\.A|PLLC|P\.C)\b)+")


def parties(text: str) -> tuple[Named, ...]:
    """The parties in lines such as "Payer: …", of the sentence "between A and B", or of a cover."""
    lines = tuple(_lines(text))
    if lines:
        return lines
    found = listed(text)
    if any(named.title for named in found):
        return found
    return tuple(_cover(text)) or found or tuple(_roles(text)) or tuple(_letter(text))


def _cover(text: str) -> Iterator[Named]:
    match = _COVER.search(text)
    for group in ("first", "second") if match else ():
        name = _NAME_ALONE.match(match[group]) if match else None
        if match and name:
            start = match.start(group)
            yield Named("", name[0].strip(), start, start + len(name[0]), "party.cover")


def _roles(text: str) -> Iterator[Named]:
    lines = list(
        {line["title"].lower(): line for line in reversed(list(_ROLE_LINE.finditer(text)))}.values()
    )
    for line in reversed(lines) if len(lines) > 1 else ():
        name = _NAME_ALONE.match(line["name"])
        if name:
            title = line["title"].title()
            yield Named(title, name[0].strip(), line.start("name"), line.end(), "party.line")


def _letter(text: str) -> Iterator[Named]:
    lines = list(_LETTER.finditer(text))
    for line in lines[:2] if len(lines) > 1 else ():
        name = _NAME_ALONE.match(line["name"])
        if name:
            title = line["alias"] or ""
            yield Named(title, name[0].strip(), line.start("name"), line.end(), "party.letter")


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
