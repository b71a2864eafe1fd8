"""Clause numbers in English: Article 1, Section 1.1, 1.1.1, (a), (i), (A), Attachment A."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from contractkit.lang.en.counters import letter, roman, to_roman
from contractkit.lang.numbering import Joint, Numbering, Scheme

AFTER = r"(?:[ \t\u00a0]+|$)"
HEADED = (
    r"[ \t\u00a0]*+[-–—:.)]*+[ \t\u00a0]*+(?-i:(?![a-z]))"  # a small letter goes on with a sentence
)
NUMBER = r"[0-9]{1,3}|[IVXLC]{1,7}"


def _roman(text: str) -> tuple[int, ...] | None:
    value = roman(text)
    return (value,) if value else None


def _letter(text: str) -> tuple[int, ...] | None:
    text = text.lower()
    if len(set(text)) != 1:
        return None
    return (ord(text[0]) - ord("a") + 1 + 26 * (len(text) - 1),)


def _digits(text: str) -> tuple[int, ...] | None:
    return tuple(int(piece) for piece in text.split("."))


def _either(text: str) -> tuple[int, ...] | None:
    return _digits(text) if text[0].isdigit() else _roman(text)


def _attachment(text: str) -> tuple[int, ...] | None:
    if text[0].isdigit():
        return _digits(text)
    return _letter(text) if len(text) == 1 else _roman(text)


SCHEMES = (
    Scheme(
        "Attachment",
        re.compile(
            r"(?:attachment|exhibit|schedule|annex|appendix|addendum)[ \t\u00a0]+"
            r"([A-Z](?![\w.,])|[0-9]{1,2}(?![\w,]|\s*\.\s*[0-9])|[IVX]{2,5}(?![\w,]))" + HEADED,
            re.IGNORECASE,
        ),
        _attachment,
        0,
        holds_clauses=True,
        explicit=True,
        attachment=True,
    ),
    Scheme(
        "Article",
        re.compile(rf"article[ \t\u00a0]+({NUMBER})(?![\w(]){HEADED}", re.IGNORECASE),
        _either,
        1,
        holds_clauses=True,
        explicit=True,
    ),
    Scheme(
        "Section",
        re.compile(
            r"(?:section|§)[ \t\u00a0]*([0-9]{1,3}+(?:\.[0-9]{1,3}+)*+)(?![\w(])" + HEADED,
            re.IGNORECASE,
        ),
        _digits,
        2,
        sectional=True,
        explicit=True,
    ),
    Scheme(
        "1.1",
        re.compile(rf"([0-9]{{1,3}}(?:\.[0-9]{{1,3}})+)[.)]?{AFTER}"),
        _digits,
        sectional=True,
        dotted=True,
    ),
    Scheme("1.", re.compile(rf"([0-9]{{1,3}})[.)]{AFTER}"), _digits, dotted=True),
    Scheme("(1)", re.compile(rf"\(([0-9]{{1,3}})\){AFTER}"), _digits),
    Scheme("(a)", re.compile(rf"\(([a-z]|([a-z])\2)\){AFTER}"), _letter),
    Scheme("(i)", re.compile(rf"\(([ivxlc]+)\){AFTER}"), _roman),
    Scheme("(A)", re.compile(rf"\(([A-Z]|([A-Z])\2)\){AFTER}"), _letter),
    Scheme("(I)", re.compile(rf"\(([IVXLC]+)\){AFTER}"), _roman),
    Scheme("a.", re.compile(rf"([a-z])[.)]{AFTER}"), _letter),
    Scheme("i.", re.compile(rf"([ivxlc]+)[.)]{AFTER}"), _roman),
    Scheme("A.", re.compile(rf"([A-Z])[.)]{AFTER}"), _letter),
    Scheme("I.", re.compile(rf"([IVXLC]+)[.)]{AFTER}"), _roman),
)


_INSIDE = re.compile(
    r"(?<!\S)(?:(?:ARTICLE|Article|SECTION|Section|EXHIBIT|SCHEDULE|APPENDIX|ANNEX|ATTACHMENT|§)"
    r"[ \t\u00a0]{1,4}(?:[0-9]{1,3}(?:\.[0-9]{1,3})*+|[IVXLC]{1,7}|[A-Z])[.:)]?"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3})++[.)]?|[0-9]{1,2}[.)]|[IVXL]{1,6}\.|\((?:[a-z]{1,2}|[ivx]{1,5})\))"
    r"(?=[ \t\u00a0\n:–—-]{1,12}[\"“‘'(\[*_]{0,3}[A-Z])"
)
"""A number, and after it a capital: a clause begins with one."""
_CITING = re.compile(
    r"(?:\b(?:(?:sub-?)?(?:sections?|clauses?|paragraphs?)|articles?|exhibits?|schedules?|appendix"
    r"|annex|attachments?|items?|parts?|phase|tier|level|rules?|nos?\.?|version|and|or|to|through|of"
    r"|under|in|with|by|per|see)|[§,&(]|\$)\s*\Z",
    re.IGNORECASE,
)
"""The end of what goes on with a number: it is cited, or counts something."""
_ENDED = re.compile(r"(?:[.;:!?*_\]][)\]”\"’']*|[)”\"]|\s{3,})\s*\Z")
_BEFORE = 24  # characters before a number that tell


def joints(text: str) -> Iterator[Joint]:
    """The numbers inside ``text`` that no word before them cites."""
    for match in _INSIDE.finditer(text):
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        if before.strip() and not _CITING.search(before):
            yield Joint(match.start(), bool(_ENDED.search(before)))


def cite(clause: str, items: tuple[str, ...], attachment: str) -> str:
    """The citation of a clause or its items: Section 8.2(b), Section 3 of Attachment A."""
    section = f"Section {clause.rstrip('.')}{''.join(items)}"
    return f"{section} of {attachment.title()}" if attachment else section


NUMBERING = Numbering(
    schemes=SCHEMES,
    printed={
        "chapter": lambda path: f"ARTICLE {path[-1]}",
        "clause": lambda path: ".".join(map(str, path)),
        "item": lambda path: f"({letter(path[-1])})",
        "subitem": lambda path: f"({to_roman(path[-1])})",
        "attachment": lambda path: f"ATTACHMENT {letter(path[-1]).upper()}",
        "attachment_clause": lambda path: f"{path[-1]}.",
    },
    cite=cite,
    joints=joints,
    clauses_run_on=False,
)

# Beside 第十三条 stands 13.: what is cited in one column has the same number in the other.
BESIDE = replace(
    NUMBERING,
    printed={**NUMBERING.printed, "clause": lambda path: f"{path[-1]}."},
    clauses_run_on=True,
)
