"""The table of changes of a renewal: last year's terms beside those agreed now."""

from __future__ import annotations

from contractkit.model.standard import Library

COLUMNS = ("clause", "before", "after")
"""The columns by which a table variable is known as a table of changes."""


def table_of_changes(library: Library, template: str, language: str) -> str:
    """The variable that holds the table of changes of a template, or ""."""
    for section in library.templates[template, language].sections:
        for identity in section.clauses:
            for _, piece in library.clauses[identity].texts[language].pieces("value"):
                variable = library.variables.get(piece.name)
                if variable and tuple(column.name for column in variable.columns) == COLUMNS:
                    return piece.name
    return ""
