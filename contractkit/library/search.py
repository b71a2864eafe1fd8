"""Clauses by what they say: ranked, in either language, forgiving of slips of the pen."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from contractkit.model.standard import Library, StandardClause
from contractkit.model.wording import Piece, Wording

LATIN = 78  # likeness of two words, of 100, from which one may be the other misspelt
OTHER = 72  # the same in a script without spaces: one character of four may be wrong
WEIGHTS = {"title": 5.0, "id": 3.0, "text": 1.0}
SNIPPET = 72  # characters of the text that are shown

_WORD = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A clause that was found: how well it answers, in which language, and where."""

    clause: StandardClause
    language: str
    score: float
    snippet: str


def search(library: Library, words: str, *, language: str | None = None) -> tuple[Hit, ...]:
    """The clauses that answer ``words``, the best first, each in the language that answers best.

    Every word must be found, as it stands or with a slip; words in titles and ids count most.
    """
    wanted = _plain(words).split()
    hits = []
    for clause in library.clauses.values():
        codes = [language] if language else list(clause.texts)
        found = [hit for code in codes if (hit := _hit(library, clause, code, wanted))]
        hits += [max(found, key=lambda hit: hit.score)] if found else []
    return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.clause.id)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _hit(library: Library, clause: StandardClause, code: str, wanted: list[str]) -> Hit | None:
    if code not in clause.texts or not wanted:
        return None
    source = _words_of(clause.texts[code], library, code)
    fields = {
        "title": _plain(clause.title[code]),
        "id": _plain(re.sub(r"[/_]", " ", clause.id)),
        "text": _plain(source),
    }
    score, at = 0.0, -1
    for word in wanted:
        found = {name: _likeness(word, text) for name, text in fields.items()}
        best = sum(WEIGHTS[name] * likeness for name, likeness in found.items())
        if not best:
            return None
        often = fields["text"].count(word)
        score += best + min(often, 10) * 10
        at = fields["text"].find(word) if at < 0 else at
    return Hit(clause, code, round(score / len(wanted), 1), _snippet(source, at))


def _words_of(text: Wording, library: Library, code: str) -> str:
    """The text as a person reads it: a variable by its label, a reference by its clause's title."""
    return "\n".join(
        "".join(_shown(piece, library, code) for piece in paragraph.pieces)
        for paragraph in text.paragraphs
    )


def _shown(piece: Piece, library: Library, code: str) -> str:
    if piece.kind == "value":
        variable = library.variables.get(piece.name.partition(".")[0])
        return "{" + variable.label[code] + "}" if variable else ""
    if piece.kind == "reference":
        cited = library.clauses.get(piece.name.partition("#")[0])
        return cited.title[code] if cited else ""
    return piece.name if piece.kind == "term" else piece.text


def _likeness(word: str, text: str) -> float:
    """100 when ``text`` holds ``word``; how alike the most alike part of it is; 0 when none is."""
    from rapidfuzz import fuzz, process

    if word in text:
        return 100.0
    if word.isascii():
        if len(word) < 4:
            return 0.0
        best = process.extractOne(word, set(_WORD.findall(text)), scorer=fuzz.ratio)
        return float(best[1]) if best and best[1] >= LATIN else 0.0
    if len(word) < 3:
        return 0.0
    likeness = fuzz.partial_ratio(word, text, score_cutoff=OTHER)
    return float(likeness)


def _snippet(source: str, at: int) -> str:
    """A stretch of the text around ``at``, on one line, with … where more stands."""
    first, last = max(0, at - SNIPPET // 3), max(0, at - SNIPPET // 3) + SNIPPET
    while first and _WORD.fullmatch(source[first - 1 : first + 1].casefold()):
        first -= 1
    while _WORD.fullmatch(source[last - 1 : last + 1].casefold()) and last < len(source):
        last += 1
    shown = " ".join(source[first:last].split())
    return ("…" if first else "") + shown + ("…" if last < len(source) else "")
