"""An English sentence as words and the marks that bound its clauses, without what stands in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from contractkit.lang.en.duties.contractions import parts
from contractkit.lang.en.duties.words import COMPANY, MODALITIES
from contractkit.lang.en.sentences import ABBREVIATIONS

_TOKEN = re.compile(
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?%?|\w+(?:[.&’'/@-]\w+)*[’']?|--+|[-–—](?=\s)|[^\s\w]"
)
_ENUMERATOR = re.compile(r"[a-z]{1,2}|[ivx]{1,5}|\d{1,2}|[A-H]")
_GLUED = re.compile(r"\d{1,2}\.([A-Z]\w+)")  # 4.Provider shall: no space after the number
_NUMBER = re.compile(r"\d+(?:\.\d+)+")  # of a clause: 6.3
_SECTION = re.compile(r"(?:sections?|clauses?|paragraphs?|articles?|exhibit|schedule)|[\d.]+")
_TOLD_APART = frozenset({"that", "subject", "and/or", "although", "though", "because"})
# After one of these "that" points, as "this" does: notices on that information
_BEFORE_NOUN = frozenset("about at by for from into of on over to under upon with within".split())
NEAR = 12  # words at most of a clause before its modal
LONGEST_ASIDE = 400  # characters in brackets; what is longer is read as if there were none


class Word(NamedTuple):
    """A word or mark: as it stands, in small letters, and its place in the sentence.

    Marks are ``, ; : — .`` (a stop within the sentence) and ``(#)``, the number of an item.
    """

    raw: str
    low: str
    start: int
    end: int


def words(text: str) -> list[Word]:
    """The words and marks of ``text`` in order; quotation marks and brackets are left out."""
    found: list[Word] = []
    skipped_to = 0
    closing = _closing(text)
    tokens = list(_TOKEN.finditer(text))
    for at, token in enumerate(tokens):
        raw, (start, end) = token[0], token.span()
        if start < skipped_to:
            continue
        if raw[0].isalpha():
            contracted = parts(raw) if "'" in raw or "’" in raw else ()
            if contracted:
                found.extend(_contracted(raw, start, contracted))
            else:
                found.append(Word(raw, _low(raw, found, tokens, at), start, end))
        elif raw == "(" and start in closing:
            skipped_to = closing[start] + 1
            inside = text[end : closing[start]].strip()
            if _is_item(text, start, inside, found):
                found.append(Word(text[start:skipped_to], "(#)", start, skipped_to))
        else:
            _mark(found, text, raw, start, tokens[at + 1][0] if at + 1 < len(tokens) else "")
    return found


def _mark(found: list[Word], text: str, raw: str, start: int, after: str) -> None:
    """Take the mark or figure at ``start`` for what it is after the words found: a stop, a number."""
    end = start + len(raw)
    if raw == ")" and _is_half(text, found, start):
        last = found.pop()
        found.append(Word(f"{last.raw})", "(#)", last.start, end))
    elif raw == "." and _numbers(found, text, end):
        found[:] = [Word(f"{found[0].raw}.", "(#)", found[0].start, end)]
    elif (raw == "." and not _stops(found, text, end)) or (raw == "," and _is_within(found, after)):
        return
    elif not found and _NUMBER.fullmatch(raw):
        found.append(Word(raw, "(#)", start, end))
    elif not found and (glued := _GLUED.fullmatch(raw)):
        named = start + glued.start(1)
        found += [
            Word(text[start:named], "(#)", start, named),
            Word(glued[1], glued[1].lower(), named, end),
        ]
    elif raw in ",;:." or raw[0].isalnum() or raw == "&" or raw[0] == "_":
        found.append(Word(raw, raw.lower(), start, end))
    elif raw[0] in "—–-":
        found.append(Word(raw, "—", start, end))


def _contracted(raw: str, start: int, contracted: tuple[tuple[str, int], ...]) -> Iterator[Word]:
    """The words that a contraction at ``start`` stands for, each at its own place."""
    at = 0
    for low, size in contracted:
        yield Word(raw[at : at + size], low, start + at, start + at + size)
        at += size


def asides(text: str) -> list[tuple[int, int]]:
    """Where what stands in brackets of the outermost level begins and ends, in order."""
    found: list[tuple[int, int]] = []
    for begun, end in sorted(_closing(text).items()):
        if not found or begun > found[-1][1]:
            found.append((begun + 1, end))
    return found


def _closing(text: str) -> dict[int, int]:
    """Where each opening bracket of the outermost level is closed, if soon enough."""
    closing: dict[int, int] = {}
    if "(" not in text:
        return closing
    opened: list[int] = []
    for match in re.finditer(r"[()]", text):
        if match[0] == "(":
            opened.append(match.start())
        elif opened:
            begun = opened.pop()
            if match.start() - begun <= LONGEST_ASIDE:
                closing[begun] = match.start()
    return closing


def _is_item(text: str, at: int, inside: str, found: list[Word]) -> bool:
    """Whether a bracket numbers an item: (a), not thirty (30) days, Section 3(a) or Point(s)."""
    if not _ENUMERATOR.fullmatch(inside) or (at and text[at - 1].isalnum()):
        return False
    if not found:
        return True
    before = found[-1].low
    if inside.isdigit():
        return before in ",;:.—" or before in ("and", "or", "shall", "to", "will", "must", "either")
    return not _SECTION.fullmatch(before)


def _is_half(text: str, found: list[Word], at: int) -> bool:
    """Whether the mark that closes at ``at`` ends an item's number that nothing opened: 1)"""
    if not found or found[-1].end != at or not _ENUMERATOR.fullmatch(found[-1].raw):
        return False
    return len(found) == 1 or found[-2].low in ",;:.—" or found[-2].low in ("and", "or")


def _low(raw: str, found: list[Word], tokens: Sequence[re.Match[str]], at: int) -> str:
    """The word in small letters, by which the tables tell "that data" and "data subject" apart."""
    low = raw.lower()
    if "’" in low:
        low = low.replace("’", "'")
    if low not in _TOLD_APART:
        return low
    before = found[-1].low if found else ""
    if low == "that":
        return "this" if before in _BEFORE_NOUN else low
    if low == "subject":  # whom data are about: no preposition
        follows = tokens[at + 1][0].lower() if at + 1 < len(tokens) else ""
        return low if follows == "to" else "subjects"
    if low == "and/or":
        return "or"
    if low == "because" and not _has_modal(tokens, at):
        return low
    return "but" if before == "," else low  # although, after the main clause


def _has_modal(tokens: Sequence[re.Match[str]], at: int) -> bool:
    """Whether the clause that a word opens has a modal, before any mark."""
    for token in tokens[at + 1 : at + 1 + NEAR]:
        low = token[0].lower()
        if low in MODALITIES:
            return True
        if not low[0].isalnum():
            break
    return False


def _numbers(found: list[Word], text: str, end: int) -> bool:
    """Whether a full stop ends the number that the sentence begins with: A. Payer shall"""
    return (
        len(found) == 1
        and text[end : end + 1].isspace()
        and _ENUMERATOR.fullmatch(found[0].raw) is not None
    )


def _stops(found: list[Word], text: str, end: int) -> bool:
    """Whether a full stop ends a sentence here: not after Inc or U.S, nor at the very end."""
    if not found or not text[end : end + 1].isspace():
        return False
    last = found[-1]
    if len(last.raw) == 1 and len(found) > 1 and _SECTION.fullmatch(found[-2].low):
        return True  # Schedule A. Licensee shall
    return len(last.raw) > 1 and last.low not in ABBREVIATIONS and last.end == end - 1


def _is_within(found: list[Word], after: str) -> bool:
    """Whether a comma stands within a name or a date: Acme, Inc.; May 1, 2026."""
    if not found:
        return True
    if after.lower() in COMPANY:
        return True
    return (
        found[-1].raw.isdigit() and len(found[-1].raw) <= 2 and after.isdigit() and len(after) == 4
    )
