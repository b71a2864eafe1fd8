"""What a renewal changes: the terms of last year's agreement beside those of the sheet.

Last year's agreement tells its values itself, in the manifest that it was issued with. What differs
as printed is a row of the template's table of changes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from contractkit.assembly.bind import Bindings
from contractkit.batch.campaign import Campaign
from contractkit.batch.store import Store
from contractkit.errors import BatchError, ContractKitError
from contractkit.lang import language as language_of
from contractkit.lang.base import Language
from contractkit.model.changes import COLUMNS, table_of_changes
from contractkit.model.standard import COVER, Library, Variable
from contractkit.model.typed import typed
from contractkit.ooxml.manifest import manifest_in

Row = Mapping[str, str]
Cells = Sequence[tuple[str, ...]]


def computed_table(campaign: Campaign, library: Library) -> str:
    """The table of changes that is to be computed, or "": no template's, or given by the sheet."""
    name = table_of_changes(library, campaign.template, campaign.language)
    given = name in campaign.tables or name in campaign.values
    return name if campaign.previous and not given else ""


@dataclass(frozen=True, slots=True)
class Changes:
    """Computes the ``table`` of changes of renewals; ``store`` holds last year's agreements.

    ``variables`` are the terms that may have changed, without today's bounds; ``clauses`` the
    headings of the library's clauses, each with the variables that it states.
    """

    table: str
    language: str
    variables: Mapping[str, Variable]
    clauses: Mapping[str, tuple[str, frozenset[str]]]
    store: Store

    @staticmethod
    def of(library: Library, template: str, language: str, table: str, store: Store) -> Changes:
        """The changes of renewals made from ``template``.

        The cover and the parties are no changes of terms: a renewal states them itself.
        """
        own = {*COVER, *library.templates[template, language].parties}
        terms = {
            name: _unbound(one)
            for name, one in library.variables.items()
            if name not in own and one.type != "party"
        }
        clauses = {
            identity: (clause.title[language], frozenset(clause.texts[language].variables()))
            for identity, clause in library.clauses.items()
            if language in clause.texts
        }
        return Changes(table, language, terms, clauses, store)

    def completed(self, values: Mapping[str, object], previous: str) -> dict[str, object]:
        """``values`` with the table of what they change. Raises BatchError."""
        return {**values, self.table: self.rows(previous, values)}

    def rows(self, previous: str, values: Mapping[str, object]) -> list[Row]:
        """The table for the agreement at ``previous`` and these values; one row when nothing
        differs. Raises BatchError when last year's values cannot be known.
        """
        stated = self._stated(previous)
        tongue = language_of(self.language)
        rows: list[Row] = []
        for name, old in stated["values"].items():
            variable = self.variables.get(name)
            if variable is None or name not in values:
                continue
            was = _typed(variable, old, previous)
            now = _typed(variable, values[name], "the sheet")
            if was == now:
                continue
            before, after = _printed(variable, was, tongue), _printed(variable, now, tongue)
            title = self._title(name, stated["clauses"])
            form = tongue.labels["renew.change"] if title else "{term}"
            for called, old_text, new_text in _differing(variable, before, after, tongue):
                clause = form.format(clause=title, term=called)
                rows.append(dict(zip(COLUMNS, (clause, old_text, new_text), strict=True)))
        none = tongue.labels["renew.nothing"]
        return rows or [dict.fromkeys(COLUMNS, none)]

    def _stated(self, previous: str) -> Mapping[str, Mapping[str, object]]:
        """The manifest of last year's agreement."""
        hint = "or give the changes on a sheet of their own, under tables"
        try:
            manifest = manifest_in(self.store.read(previous), name=previous)
        except OSError as error:
            told = f"last year's agreement cannot be read: {error.strerror}"
            raise BatchError(told, where=previous, hint=hint) from error
        except ContractKitError as error:
            raise BatchError(error.message, where=previous, hint=hint) from error
        try:
            stated = json.loads(manifest)
            if isinstance(stated["values"], dict) and isinstance(stated["clauses"], dict):
                found: Mapping[str, Mapping[str, object]] = stated
                return found
        except (ValueError, KeyError, TypeError):
            pass  # somebody else's document, or one that was damaged
        told = "last year's agreement does not say from which values it was made"
        raise BatchError(told, where=previous, hint=hint)

    def _title(self, name: str, stated: Mapping[str, object]) -> str:
        """The heading of the clause of last year's agreement that states a variable, or ""."""
        for identity in stated:
            title, names = self.clauses.get(identity, ("", frozenset()))
            if name in names:
                return title
        return ""


def _typed(variable: Variable, raw: object, where: str) -> object:
    """A value that need not lie within today's bounds: it was agreed when others held."""
    try:
        return typed(variable, raw)
    except ValueError as error:
        raise BatchError(f"{variable.name} {error}", where=where) from error


def _unbound(variable: Variable) -> Variable:
    columns = tuple(map(_unbound, variable.columns))
    return replace(variable, minimum=None, maximum=None, columns=columns)


def _printed(variable: Variable, value: object, tongue: Language) -> Cells:
    """The cells of a table by the number of its row; another value is the one cell of one row."""
    bindings = Bindings(tongue, {variable.name: variable}, {})
    if variable.type != "table":
        return [(bindings.printed(variable, value),)]
    rows: Sequence[Mapping[str, object]] = value  # type: ignore[assignment]
    return [
        tuple(bindings.printed(column, row[column.name]) for column in variable.columns)
        for row in rows
    ]


def _differing(
    variable: Variable, before: Cells, after: Cells, tongue: Language
) -> Iterator[tuple[str, str, str]]:
    """What differs, as it is called, before and after: of a table, cell by cell."""
    label, none = variable.label[tongue.code], tongue.labels["renew.nothing"]
    if variable.type != "table":
        if before != after:
            yield label, before[0][0], after[0][0]
        return
    heads = _heads(before, after)
    old, new = (_by_head(rows, heads) for rows in (before, after))
    blank = (none,) * len(variable.columns)
    for key in dict.fromkeys([*old, *new]):
        cells = zip(variable.columns, old.get(key, blank), new.get(key, blank), strict=True)
        for column, was, now in list(cells)[heads:]:
            if was != now:
                called = tongue.labels["renew.cell"].format(
                    table=label, row=", ".join(key[:-1]), column=column.label[tongue.code]
                )
                yield called, was, now


def _heads(before: Cells, after: Cells) -> int:
    """How many columns at the left tell the rows of a table apart, all but one at most."""
    width = len(before[0])
    for count in range(1, width):
        if all(len({row[:count] for row in rows}) == len(rows) for rows in (before, after)):
            return count
    return min(1, width - 1)


def _by_head(rows: Cells, heads: int) -> dict[tuple[str, ...], tuple[str, ...]]:
    """The rows by their first cells, and by how many such rows there were before."""
    seen: Counter[tuple[str, ...]] = Counter()
    found = {}
    for row in rows:
        head = row[:heads]
        found[(*head, str(seen[head]))] = row
        seen[head] += 1
    return found
