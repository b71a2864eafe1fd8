"""One clause of the library by itself, to be proposed in a document that is not ours."""

from __future__ import annotations

import difflib
from collections.abc import Mapping

from contractkit.assembly.bind import Bindings
from contractkit.errors import AssemblyError
from contractkit.lang import language as language_of
from contractkit.model.standard import Library, StandardClause
from contractkit.model.typed import typed
from contractkit.model.wording import Piece, Wording


def clause_text(
    library: Library, identity: str, values: Mapping[str, object], *, language: str
) -> tuple[str, tuple[str, ...]]:
    """The heading and the paragraphs of the clause ``identity``, filled in.

    What only a person can fill in stands in brackets: a variable without value or default by its
    label, a cross-reference by the title of the clause that it cites, because its number in the
    other document is not known here. Raises AssemblyError for a clause or a value that is none.
    """
    clause = _find(library, identity, language)
    wording = clause.texts[language]
    bindings = _bindings(library, wording, values, language)

    def printed(piece: Piece) -> str:
        if piece.kind == "value":
            return bindings.text(piece.name, piece.form)
        if piece.kind == "reference":
            cited = library.clauses.get(piece.name.partition("#")[0])
            return f"[{cited.title[language] if cited else piece.name}]"
        return piece.name if piece.kind == "term" else piece.text

    lines = ("".join(map(printed, paragraph.pieces)) for paragraph in wording.paragraphs)
    return clause.title[language], tuple(lines)


def _find(library: Library, identity: str, language: str) -> StandardClause:
    clause = library.clauses.get(identity)
    if clause is None:
        near = difflib.get_close_matches(identity, library.clauses, 1)
        hint = f"do you mean {near[0]}?" if near else "contractkit library list"
        raise AssemblyError(f"the library holds no clause {identity!r}", hint=hint)
    if language not in clause.texts:
        raise AssemblyError(f"{identity} has no text in {language}")
    return clause


def _bindings(
    library: Library, wording: Wording, values: Mapping[str, object], language: str
) -> Bindings:
    bound: dict[str, object] = {}
    for name in sorted({piece.name.partition(".")[0] for _, piece in wording.pieces("value")}):
        variable = library.variables[name]
        raw = values.get(name, variable.default)
        if raw is None or variable.type == "table":
            continue
        try:
            bound[name] = typed(variable, raw)
        except ValueError as error:
            raise AssemblyError(f"{name} ({variable.label[language]}) {error}") from error
    return Bindings(language_of(language), library.variables, bound)
