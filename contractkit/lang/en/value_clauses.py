"""References to clauses in English text: Section 3.1(a) → 3/1/a · Article IV → 4 · Exhibit A."""

from __future__ import annotations

import re

from contractkit.lang.en.numerals import S0, S
from contractkit.lang.value import Value

Reading = tuple[int, tuple[Value, ...]] | None

# A clause is told by its path alone, an attachment by its name too: Exhibit A and Schedule A differ.
CLAUSES = (
    "sections? subsections? articles? clauses? paragraphs? subparagraphs? sec. "
    "sect. §§? subclauses? sub-clauses? sub-sections? sub-paragraphs?"
)
ATTACHMENTS = "exhibits? attachments? schedules? appendix appendices annex annexes addendum addenda"
SINGULAR = {"appendices": "Appendix", "annexes": "Annex", "addenda": "Addendum"}

_WORDS = "|".join(
    word.replace(".", r"\.")
    for word in sorted((CLAUSES + " " + ATTACHMENTS).split(), key=len, reverse=True)
)
_ITEM = r"\((?:[a-z]{1,2}|[A-Z]{1,2}|[ivxl]{1,6}|[IVXL]{1,6}|\d{1,2}[A-Z]?)\)"
_PATH = (
    rf"(?:\d{{1,3}}(?:\.\d{{1,3}}){{0,5}}(?:{S0}{_ITEM}){{1,5}}|\d{{1,3}}(?:\.\d{{1,3}}){{0,5}}[A-Z]?"
    rf"|[IVXL]{{1,7}}(?![A-Za-z0-9])|[A-Z](?:\.?\d{{1,3}}){{0,3}}(?!(?<=\d{{3}})-\d)(?:{S0}{_ITEM}){{0,5}}"
    # No statutes: § 13-8-51, Section 5-1401, section 227.7202, Article L. 121-3.
    rf"|(?:{_ITEM}){{1,4}})(?!\d|,\d|\.\d|[A-Za-z]|-\d{{3}}|-\d{{1,2}}-\d|\. ?\d{{3}}-\d)"
)
# The number of a section of a code: § 13-8-51(10), § 599-A(2), § 445.774a; Sections 4-6 is a range.
_STATUTE = (
    r"(?:\d{1,3}[A-Z]?-\d{1,3}[A-Z]?(?:\.\d{1,3})?-\d{1,3}[a-z]?(?:\.\d{1,3})?|\d{1,3}[A-Z]?-\d{3}[a-z]?|\d{1,3}-[A-Z]"
    rf"|\d{{1,3}}\.\d{{3}}[a-z]|\d{{3}}[a-z])(?![A-Za-z0-9]|-\d)(?:{S0}{_ITEM}){{0,5}}"
)
# Of an attachment; Schedule 13D is a filing with the SEC.
_LETTER = (
    r"(?:[IVXL]{1,7}\.[A-Z](?![a-z])|[A-Z](?:-?\d{1,2}|\.\d{1,2}|-[A-Z])?|(?!1[34][ADGF]\b)\d{1,2}(?:\.\d{1,2})?(?:-?[A-Z])?|[IVXL]{1,7})"
    r"(?![A-Za-z0-9])"
)
_NAME = re.compile(rf"(?i:({_WORDS})){S0}(?:(?i:no\.|number){S0})?")
_CLAUSE, _ATTACHMENT = re.compile(f"{_STATUTE}|{_PATH}"), re.compile(_LETTER)
# Sections 4 (Confidentiality), 8 (Indemnification) and 13.2
_TITLE = rf"(?:{S0}[(\[][A-Z][A-Za-z][^()\[\]]{{1,80}}[)\]])?"
_TO = re.compile(rf"{_TITLE}{S0}(?:through|thru|to|-|–|—){S0}(?:(?i:{_WORDS}){S0})?")
_AND = re.compile(
    rf"{_TITLE}{S0}(?:,{S0}(?:and|or|and/or|&)?|and/or|and|or|&|(?<=\s)/(?=\s)){S0}(?=[\d(IVXL]|[A-Z][.(])"
)
_AND_LETTER = re.compile(rf"{S0}(?:,{S0}(?:and|or|&)?|and/or|and|or|&){S0}")
# The last of Section 4(c)(i-iii).
_ITEMS = re.compile(
    rf"{S0}\(([a-z]|[ivxl]{{1,6}}|\d{{1,2}}){S0}[-–]{S0}([a-z]|[ivxl]{{1,6}}|\d{{1,2}})\)"
)
# ARTICLE I. SCOPE OF SERVICES begins an article, it does not cite one.
_HEADED = re.compile(r"[.:]?\s{1,40}[A-Z]{2}")
_HEADS = re.compile(r"(?:^|[.:;!?]\s{1,40}|\s{2,40}|\n|\b(?:PAGE|\d{1,3})\s{1,40})$")
# As 2.4 below says: a number with levels that nothing but its place makes a clause's.
_ALONE = re.compile(
    rf"(\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}(?:{_ITEM}){{0,4}}){S}(?:above|below|hereof|hereto|of{S}this{S}Agreement)(?![a-z])"
)
_CITING = re.compile(r"(?<![A-Za-z])(?:in|under|by|to|with|per|and|or|see|pursuant to)\s{1,4}$")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_PIECES = re.compile(r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*")
# A list does not go on with the title of a code: Section 4, 45 CFR 164.
_CODE_AFTER = re.compile(r"[ \n\u00a0]{0,3}(?:C\.? ?F\.? ?R|U\.? ?S\.? ?C|Stat\.)")
_UNITS = re.compile(r"\s{0,3}(?:\(\d|%|percent|days?|months?|years?|hours?|times)")


def clause(text: str, at: int) -> Reading:
    """The clauses or attachments that one word names: Sections 4.1, 4.2 and 5 are three."""
    named = _NAME.match(text, at)
    if not named:
        return None
    word = named[1].lower()
    attachment = word[:3] in {"exh", "att", "sch", "app", "ann", "add"}
    label, joint = (_ATTACHMENT, _AND_LETTER) if attachment else (_CLAUSE, _AND)
    if attachment and not text[at].isupper():
        return None  # "attachment I made" is no label
    prefix = f"{SINGULAR.get(word, word.removesuffix('s').capitalize())} " if attachment else ""
    found = label.match(text, named.end())
    if not found:
        return None
    if _is_heading(text, at, named.end(1), found.end()):
        return found.end(), ()
    values: list[Value] = []
    start, base = at, ""
    while found:
        path, end = _path(found[0], attachment, base), found.end()
        if items := None if attachment else _ITEMS.match(text, end):
            path, end = f"{path}/{items[1]}..{path}/{items[2]}", items.end()
        to = _TO.match(text, end)
        last = label.match(text, to.end()) if to else None
        if last:
            path, end = f"{path}..{prefix}{_path(last[0], attachment, path)}", last.end()
        base = path.rpartition("..")[2]
        values.append(Value("clause", prefix + path, "", "", start, end))
        more = joint.match(text, end)
        found = label.match(text, more.end()) if more else None
        if found and more:
            start = found.start()
            if found[0].startswith("(") and text[end - 1] != ")":
                break  # under Section 6.3, (ii) to cooperate
            if (
                not word.endswith(("s", "§§", "ces", "da"))
                and not found[0][0].isdigit()
                and attachment
            ):
                break  # Exhibit A or B is a list; Exhibit A, I is not
            if _UNITS.match(text, found.end()) and "." not in found[0]:
                break  # under Section 4, 30 days
            if _CODE_AFTER.match(text, found.end()):
                break  # § 438.3, 45 CFR 164
            if not word.endswith("s") and found[0].isalpha():
                break  # Article 5, I agree
    return values[-1].end, tuple(values)


def alone(text: str, at: int) -> Reading:
    """A clause that is cited by its number alone: in 2.4 below."""
    found = _ALONE.match(text, at)
    if not found or not _CITING.search(text[max(0, at - 16) : at]):
        return None
    return found.end(1), (Value("clause", _path(found[1], False, ""), "", "", at, found.end(1)),)


def _is_heading(text: str, at: int, named: int, end: int) -> bool:
    """Whether it is the number of an article that begins here, in capitals like its heading."""
    return (
        text[at:named].isupper()
        and bool(_HEADED.match(text, end))
        and bool(_HEADS.search(text[max(0, at - 42) : at]))
    )


def _path(label: str, attachment: bool, base: str) -> str:
    """The path of a label; (b) after 4(a) is 4/b."""
    if attachment:
        return label
    if set(label) <= set(_ROMAN):
        return str(_roman(label))
    pieces = _PIECES.findall(label)
    if label.startswith("(") and base:
        pieces = base.split("/")[: -len(pieces)] + pieces
    return "/".join(pieces)


def _roman(text: str) -> int:
    digits = [_ROMAN[letter] for letter in text]
    return sum(
        -one if following > one else one
        for one, following in zip(digits, [*digits[1:], 0], strict=True)
    )
