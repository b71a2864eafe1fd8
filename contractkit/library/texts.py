"""The texts of a library with the files they stand in, and a text with sample values filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from contractkit.lang import language
from contractkit.library.files import CLAUSES
from contractkit.library.loaded import Loaded
from contractkit.model.standard import StandardClause, Variable
from contractkit.model.wording import Paragraph, Wording

NUMBERS = (
    "integer", "decimal", "percent", "multiple", "money",
    "years", "months", "days", "business_days", "hours",
)  # fmt: skip


def clause_file(clause: StandardClause) -> str:
    """The path of its clause.yaml."""
    return f"{CLAUSES}/{clause.id}/clause.yaml"


def text_file(clause: StandardClause, name: str, code: str) -> str:
    """The path of one of its texts."""
    return f"{CLAUSES}/{clause.id}/{name}.{code}.md"


def named_texts(clause: StandardClause) -> Iterator[tuple[str, Mapping[str, Wording]]]:
    """``standard`` and each fallback by name, in all languages."""
    yield "standard", clause.texts
    for number, fallback in enumerate(clause.fallbacks, 1):
        yield f"fallback-{number}", fallback


def all_texts(loaded: Loaded) -> Iterator[tuple[str, str, Wording]]:
    """Each text of the library in use: its file, its language, its wording."""
    for clause in loaded.clauses.values():
        for name, texts in named_texts(clause):
            for code, text in texts.items():
                yield text_file(clause, name, code), code, text


def filled(paragraph: Paragraph, code: str, variables: Mapping[str, Variable]) -> str:
    """The paragraph as it is printed with its variables' defaults, or with 7 for each number."""
    out = []
    for piece in paragraph.pieces:
        variable = variables.get(piece.name) if piece.kind == "value" else None
        if variable is not None and variable.type in NUMBERS:
            out.append(printed(variable, sample(variable), code))
        else:
            out.append(piece.name if piece.kind == "term" else piece.text)
    return "".join(out)


def sample(variable: Variable) -> Decimal:
    """The default of a number, or its least value, or 7."""
    for value in (variable.default, variable.minimum):
        try:
            if value is not None:
                return Decimal(str(value))
        except InvalidOperation:  # told where it is declared
            continue
    return Decimal(7)


def printed(variable: Variable, value: Decimal, code: str) -> str:
    """``value`` as the agreement prints it, with its unit."""
    more = {"currency": variable.currency} if variable.type == "money" else {}
    return language(code).format_value(variable.type, value, **more)
