"""English contract text -> its sentences: a full stop after Inc. or in 2.1 ends none."""

from __future__ import annotations

import re

from contractkit.lang.texts import Token

LONGEST = 8000  # characters: what goes on for longer is cut, so that no rule reads more at a time

ABBREVIATIONS = frozenset(
    """inc corp co ltd llc no nos sec secs art arts mr mrs ms dr st vs v etc eg ie e.g i.e u.s u.s.c
    n.a l.p l.l.c s.a b.v p.c d.c a.m p.m approx dept est fig jan feb mar apr jun jul aug sep sept
    oct nov dec para paras pp attn tel ext""".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december".split()
)
_END = re.compile(
    r"""[.!?]["”’')\]]*(?=\s+["“(\[]*[A-Z0-9•·-]|\s+[a-z]\.\s+[A-Z]|\s*\Z)|\n[ \t]*\n"""
)
_WORD_BEFORE = re.compile(r"([\w.&]+)\Z")


def sentences(text: str) -> tuple[Token, ...]:
    """The sentences with their places; each of at most ``LONGEST`` characters."""
    found: list[Token] = []
    begun = 0
    for end in _END.finditer(text):
        if text[end.start()] == "." and _abbreviated(text, end.start()):
            continue
        _add(found, text, begun, end.end())
        begun = end.end()
    _add(found, text, begun, len(text))
    return tuple(found)


def _abbreviated(text: str, stop: int) -> bool:
    before = _WORD_BEFORE.search(text[max(0, stop - 12) : stop])
    if not before:
        return False
    word = before[1].lower()
    after = text[stop + 1 : stop + 3].strip()[:1]
    if word in ABBREVIATIONS:
        return not (word in {"inc", "corp", "co", "ltd", "llc", "etc"} and _begins(text, stop))
    if word in _MONTHS:
        return after.isdigit()  # "March. 5, 2020", as some write it
    return len(word) == 1 and word.isalpha() and after != '"'


def _begins(text: str, stop: int) -> bool:
    """Whether a new sentence plainly begins after the abbreviation that ends at ``stop``."""
    return bool(
        re.match(r"\.\s+(?:The|This|In|If|Each|Any|All|Such|It|No)\b", text[stop : stop + 12])
    )


def _add(found: list[Token], text: str, start: int, end: int) -> None:
    while start < end:
        cut = min(end, start + LONGEST)
        piece = text[start:cut]
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            found.append(Token(piece.strip(), start + lead, start + lead + len(piece.strip())))
        start = cut
