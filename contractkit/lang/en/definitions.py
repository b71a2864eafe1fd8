"""The terms that an English text defines, and those that it uses as if they were defined."""

from __future__ import annotations

import re

from contractkit.lang.base import Token
from contractkit.lang.statements import Defined

_OPEN, _CLOSE = r"[\"“]", r"[,.]?[\"”]"
_MEANS = re.compile(
    rf"{_OPEN}(?P<term>[A-Z][^\"“”\n]{{1,60}}?){_CLOSE}\s*(?:\([^()]{{0,60}}\)\s*)?,?\s*(?:shall\s+|will\s+)?(?:means?|includes?|refers?\s+to|has\s+the\s+meaning|have\s+the\s+meaning|is\s+defined)\b\s*(?P<meaning>[^.;]{{0,240}})"
)
_CALLED = re.compile(
    rf"\((?:[^()\"“”]{{0,80}}?){_OPEN}(?P<term>[A-Z][^\"“”()\n]{{0,60}}?){_CLOSE}(?P<more>[^()]{{0,160}})\)"
)
_MORE = re.compile(rf"{_OPEN}(?P<term>[A-Z][^\"“”()\n]{{0,60}}?){_CLOSE}")
_BOLD = re.compile(
    r"\A(?P<term>[A-Z][A-Za-z][\w &/’'-]{1,50}?)\s+(?:means|shall mean)\b\s*(?P<meaning>[^.;]{0,240})"
)
# A capitalised phrase of two words or more within a sentence reads as a defined term.
_CAPITALISED = re.compile(
    r"(?<=[a-z,;] )(?:[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?(?: (?:of|and|for) (?=[A-Z]))? ?){2,5}(?=[\s,.;:)])"
)
_QUOTED = re.compile(rf"{_OPEN}(?P<term>[A-Z][A-Za-z &-]{{2,40}}?){_CLOSE}")
_FROM_OUTSIDE = re.compile(
    r"\b(?:State|County|City|Court|Act|Code|Rules?|Law|Street|Avenue|Road|Suite|Inc|Corporation|Company|University|Bank|Trust|United|January|February|March|April|May|June|July|August|September|October|November|December|New York|Association|Commission|Department|Center|President|Director|Officer|Secretary|Exhibit|Section|Article|Schedule|Attachment|Board|Chief|Federal|American|International)\b"
)


def defined(text: str) -> tuple[Defined, ...]:
    """The terms that the text defines: "Term" means …, or (the "Term")."""
    found = []
    for match in (*_MEANS.finditer(text), *_BOLD.finditer(text)):
        meaning = " ".join(match["meaning"].split())
        found.append(
            Defined(
                _plain(match["term"]),
                match.start("term"),
                match.end("term"),
                meaning,
                "definition.means",
            )
        )
    for match in _CALLED.finditer(text):
        found.append(
            Defined(
                _plain(match["term"]),
                match.start("term"),
                match.end("term"),
                "",
                "definition.called",
            )
        )
        found += [
            Defined(
                _plain(more["term"]), more.start("term"), more.end("term"), "", "definition.called"
            )
            for more in _MORE.finditer(text, match.start("more"), match.end("more"))
        ]
    return tuple(sorted(found, key=lambda one: one.start))


def quoted(text: str) -> tuple[Token, ...]:
    """The capitalised phrases and the terms in quotation marks that look defined."""
    found = [Token(m["term"], m.start("term"), m.end("term")) for m in _QUOTED.finditer(text)]
    for match in _CAPITALISED.finditer(text):
        phrase = match[0].strip()
        if not _FROM_OUTSIDE.search(phrase):
            found.append(Token(phrase, match.start(), match.start() + len(phrase)))
    return tuple(found)


def _plain(term: str) -> str:
    return " ".join(term.split()).rstrip(".,")
