"""What a cited number means on each side, told so that both sides tell it alike.

A clause that was renumbered takes its citations with it: they mean the same. What a citation
resolves to is found by ``extract.references`` and handed in as data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from contractkit.lang.value import Value
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import Unit
from contractkit.model.extraction import Reference


@dataclass(frozen=True, slots=True)
class Citations:
    """The references of one agreement by block, and how long the number of each clause is."""

    by_block: Mapping[int, Sequence[Reference]]
    lengths: Mapping[str, int]

    def meant(self, unit: Unit, names: Mapping[str, str]) -> list[str]:
        """What the citations of ``unit`` mean, in order."""
        return [
            self._clauses(one, names)
            for place in unit.places
            for one in self.by_block.get(place.block, ())
        ]

    def cited(self, unit: Unit, names: Mapping[str, str]) -> list[tuple[str, int, int]]:
        """The clauses that each citation in ``unit`` of others means, and where it stands."""
        return [
            (
                "+".join(names.get(number, "?") for number in one.targets),
                place.offset + one.span.start - place.start,
                place.offset + one.span.end - place.start,
            )
            for place in unit.places
            for one in self.by_block.get(place.block, ())
            if one.targets != (unit.number,)
        ]

    def target(self, unit: Unit, names: Mapping[str, str]) -> Callable[[int, Value], str]:
        """What a citation in ``unit`` means: clauses by ``names``, else the number as printed."""

        def meant(start: int, value: Value) -> str:
            reference = self._at(unit, start)
            return value.value if reference is None else self._clauses(reference, names)

        return meant

    def _clauses(self, reference: Reference, names: Mapping[str, str]) -> str:
        clauses = "+".join(names.get(number, f"?{number}") for number in reference.targets)
        length = min(self.lengths.get(number, 1) for number in reference.targets)
        rest = "" if ".." in reference.form else "/".join(reference.form.split("/")[length:])
        return f"{clauses} {rest}"

    def _at(self, unit: Unit, start: int) -> Reference | None:
        for place in reversed(unit.places):
            if place.offset <= start:
                at = start - place.offset + place.start
                cited = self.by_block.get(place.block, ())
                return next((one for one in cited if one.span.start == at), None)
        return None


def citations(agreement: Agreement, references: Sequence[Reference]) -> Citations:
    """The ``references`` of ``agreement`` ready to be asked for."""
    lengths = {
        f"{node.scope} {node.label}".strip(): len(node.number.path)
        for _, node in agreement.walk()
        if node.number
    }
    by_block: dict[int, list[Reference]] = {}
    for one in references:
        if one.status == "resolved" and one.targets:
            by_block.setdefault(one.span.block, []).append(one)
    return Citations(by_block, lengths)
