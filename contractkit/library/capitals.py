"""Phrases in capitals that read as defined terms, held against the definitions of each template."""

from __future__ import annotations

from collections.abc import Iterator

from contractkit.lang import language
from contractkit.library.loaded import Loaded
from contractkit.library.texts import named_texts, text_file
from contractkit.model.standard import Problem, StandardClause, Template
from contractkit.model.wording import Paragraph, Piece


def capitalised_terms_are_defined(loaded: Loaded) -> Iterator[Problem]:
    """Where a clause uses a term that no clause of a template that holds it defines."""
    everywhere = [term for clause in loaded.clauses.values() for term in _terms(clause)]
    for template in loaded.templates.values():
        ids = [identity for section in template.sections for identity in section.clauses]
        clauses = [loaded.clauses[one] for one in ids if one in loaded.clauses]
        borrowed = any(_borrows(clause, template.language) for clause in clauses)
        terms = everywhere if borrowed else [t for clause in clauses for t in _terms(clause)]
        headings = [section.heading for section in template.sections]
        known = tuple(sorted({*terms, *template.parties.values(), *headings}))
        for clause in clauses:
            yield from _undefined(clause, template, known)


def _terms(clause: StandardClause) -> Iterator[str]:
    for _, texts in named_texts(clause):
        for text in texts.values():
            yield from (piece.name for _, piece in text.pieces("term"))


def _borrows(clause: StandardClause, code: str) -> bool:
    """Whether the clause says that the terms of another agreement keep their meaning."""
    text = clause.texts.get(code)
    return text is not None and bool(language(code).lexicon.borrows.search(text.source))


def _undefined(
    clause: StandardClause, template: Template, known: tuple[str, ...]
) -> Iterator[Problem]:
    code = template.language
    for name, texts in named_texts(clause):
        for paragraph in texts[code].paragraphs if code in texts else ():
            text, starts = _plain(paragraph)
            for phrase in language(code).statements.capitals(text, known):
                message = f"the term {phrase.text} is not defined in {template.name}"
                column = _column(paragraph.pieces, starts, phrase.start)
                yield Problem(text_file(clause, name, code), paragraph.line, column, message)


def _plain(paragraph: Paragraph) -> tuple[str, list[int]]:
    """The paragraph with a digit for each value and reference, and where each piece starts."""
    parts, starts, length = [], [], 0
    for piece in paragraph.pieces:
        part = piece.name if piece.kind == "term" else piece.text if piece.kind == "text" else "7"
        parts.append(part)
        starts.append(length)
        length += len(part)
    return "".join(parts), starts


def _column(pieces: tuple[Piece, ...], starts: list[int], at: int) -> int:
    """The column in the file of the place ``at`` in the plain text."""
    number = max(n for n, start in enumerate(starts) if start <= at)
    return pieces[number].column + at - starts[number]
