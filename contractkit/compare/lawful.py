"""The law's floors, ceilings and voids held against an agreement that we issue ourselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from contractkit.compare.rules import Breach, breaches, rules_for
from contractkit.compare.units import units
from contractkit.lang import language as language_of
from contractkit.lang.base import Language
from contractkit.model.agreement import Agreement
from contractkit.model.changes import table_of_changes
from contractkit.model.standard import Library, Severity


@dataclass(frozen=True, slots=True)
class Unlawful:
    """A rule of law that a clause breaks, told in the agreement's language, with its basis."""

    severity: Severity
    message: str

    def __str__(self) -> str:
        return self.message


def forbids(found: Iterable[Unlawful]) -> bool:
    """Whether one of them weighs so much that nobody may agree it: nothing is issued then."""
    return any(one.severity == "high" for one in found)


def breaches_of(agreement: Agreement, library: Library, template: str) -> tuple[Unlawful, ...]:
    """What in an agreement made from ``template`` breaks a rule of law, in reading order.

    What a table of changes says of the time before them is no term of the agreement.
    """
    tongue = language_of(agreement.language)
    head = head_of_changes(library, template, tongue)
    found = [
        breach
        for breach in breaches(units(agreement), rules_for(library, template), tongue)
        if not _was_before(breach, head)
    ]
    return told(found, tongue)


def head_of_changes(library: Library, template: str, tongue: Language) -> str:
    """The line that heads the table of changes of ``template`` in a text, or "" for none."""
    table = table_of_changes(library, template, tongue.code)
    columns = library.variables[table].columns if table else ()
    return "\t".join(column.label[tongue.code] for column in columns)


def told(found: Iterable[Breach], tongue: Language) -> tuple[Unlawful, ...]:
    """The breaches as messages: one for a rule in a clause."""
    labels = tongue.labels
    groups: dict[tuple[str, str], list[Breach]] = {}
    for breach in found:
        groups.setdefault((breach.rule.id, breach.unit.id), []).append(breach)
    return tuple(
        Unlawful(
            group[0].rule.severity,
            labels["breach"].format(
                message=group[0].rule.message[tongue.code],
                found=labels["and"].join(dict.fromkeys(one.found for one in group)),
                where=f"{group[0].unit.number} {group[0].unit.heading}".strip(),
                basis=group[0].rule.basis,
            ),
        )
        for group in groups.values()
    )


def _was_before(breach: Breach, head: str) -> bool:
    """Whether what was found stands in the middle of a row of the table of changes."""
    text = breach.unit.text
    line = text[text.rfind("\n", 0, breach.start) + 1 : breach.start]
    return bool(head) and head in text and line.count("\t") == 1
