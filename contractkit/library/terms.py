"""Defined terms: what is defined is used, and what is marked as a term is defined.

A term is set in bold (``**term**``) where it is defined, in a paragraph that says what it means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from contractkit.lang import LANGUAGES, language
from contractkit.library.loaded import Loaded
from contractkit.library.texts import all_texts, filled, named_texts, text_file
from contractkit.model.standard import Problem, StandardClause, Template, Texts, Variable

Lines = Callable[[Template], Iterator[str]]


def terms_are_defined_and_used(loaded: Loaded) -> Iterator[Problem]:
    """Terms in bold or in quotation marks without a definition; definitions that nothing uses."""
    yield from _undefined(loaded)
    lines = _lines_of(loaded)
    for clause in loaded.clauses.values():
        yield from _unused(loaded, clause, lines)


def _undefined(loaded: Loaded) -> Iterator[Problem]:
    known = _known(loaded)
    for file, code, text in all_texts(loaded):
        lexicon = language(code).lexicon
        for paragraph in text.paragraphs:
            if lexicon.defines.search(paragraph.text):
                continue
            for piece in paragraph.pieces:
                names = [piece.name] if piece.kind == "term" else []
                if piece.kind == "text":
                    names = [match[1] for match in lexicon.quoted.finditer(piece.text)]
                for name in names:
                    if piece.kind == "term" or name.casefold() not in known:
                        message = f"the term {name} is not defined"
                        yield Problem(file, paragraph.line, piece.column, message)


def _known(loaded: Loaded) -> set[str]:
    """All that may be quoted: defined terms, and the words that a table or a choice prints."""
    terms = {piece.name for _, _, text in all_texts(loaded) for _, piece in text.pieces("term")}
    for variable in loaded.variables.values():
        terms |= _printed(variable)
    return {term.casefold() for term in terms}


def _printed(variable: Variable) -> set[str]:
    texts: list[Texts] = [variable.label, *variable.choices.values()]
    texts += [column.label for column in variable.columns]
    return {words for text in texts for words in text.values()}


def _unused(loaded: Loaded, clause: StandardClause, lines: Lines) -> Iterator[Problem]:
    """The terms that ``clause`` defines and that no template which holds it uses again."""
    holders = [t for t in loaded.templates.values() if clause.id in _ids(t)]
    for code, text in clause.texts.items():
        defines = language(code).lexicon.defines
        found = [one for one in text.pieces("term") if holders and defines.search(one[0].text)]
        if not found:
            continue
        printed = [
            line for template in holders if template.language == code for line in lines(template)
        ]
        for paragraph, piece in found:
            own = filled(paragraph, code, loaded.variables)
            words = re.compile(_stem(piece.name), re.IGNORECASE)
            if not any(words.search(line) for line in printed if line != own):
                file = text_file(clause, "standard", code)
                message = f"the term {piece.name} is defined and never used"
                yield Problem(file, paragraph.line, piece.column, message)


def _stem(term: str) -> str:
    """A pattern for the term in the singular and the plural; Chinese has no endings."""
    if not term.isascii():
        return re.escape(term)
    return rf"\b{re.escape(term.removesuffix('s').removesuffix('y'))}"


def _ids(template: Template) -> list[str]:
    return [identity for section in template.sections for identity in section.clauses]


def _lines_of(loaded: Loaded) -> Lines:
    """From a template to all that its agreements print: headings, titles and texts."""
    printed = {
        (clause.id, code): tuple(
            filled(paragraph, code, loaded.variables)
            for _, texts in named_texts(clause)
            for paragraph in (texts[code].paragraphs if code in texts else ())
        )
        for clause in loaded.clauses.values()
        for code in LANGUAGES
    }

    def lines(template: Template) -> Iterator[str]:
        code = template.language
        yield from (section.heading for section in template.sections)
        for text in (template.preamble, template.closing):
            yield from (paragraph.text for paragraph in text.paragraphs)
        for clause in filter(None, map(loaded.clauses.get, _ids(template))):
            yield clause.title.get(code, "")
            yield from printed[clause.id, code]

    return lines
