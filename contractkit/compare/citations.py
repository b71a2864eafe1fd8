"""What a cited number means on each side, told so that both sides tell it alike.

A clause that was renumbered takes its citations with it: they mean the same. What a citation
resolves to is found by ``extract.references`` and handed in as data.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from contractkit.lang.base import Value
from contractkit.model.agreement import Agreement
from contractkit.model.comparison import Unit
from contractkit.model.extraction import Reference


@dataclass(frozen=True, slots=True)
class Citations:
    """The references of one agreement by their place, and how long the number of each clause is."""

    found: Mapping[tuple[int, int], Reference]
    blocks: frozenset[int]
    lengths: Mapping[str, int]

    def inside(self, unit: Unit) -> bool:
        """Whether the unit cites a clause of its own agreement."""
        return any(place.block in self.blocks for place in unit.places)

    def target(self, unit: Unit, names: Mapping[str, str]) -> Callable[[int, Value], str]:
        """What a value of ``unit`` that cites means: clauses by ``names``, else as it is printed."""

        def meant(start: int, value: Value) -> str:
            reference = self._at(unit, start)
            if reference is None or not reference.targets:
                return value.value
            clauses = "+".join(names.get(number, f"?{number}") for number in reference.targets)
            length = min(self.lengths.get(number, 1) for number in reference.targets)
            rest = "" if ".." in value.value else "/".join(value.value.split("/")[length:])
            return f"{clauses} {rest}"

        return meant

    def _at(self, unit: Unit, start: int) -> Reference | None:
        for place in reversed(unit.places):
            if place.offset <= start:
                return self.found.get((place.block, start - place.offset + place.start))
        return None


def citations(agreement: Agreement, references: Sequence[Reference]) -> Citations:
    """The ``references`` of ``agreement`` ready to be asked for."""
    lengths = {
        f"{node.scope} {node.label}".strip(): len(node.number.path)
        for _, node in agreement.walk()
        if node.number
    }
    inside = [one for one in references if one.status == "resolved"]
    return Citations(
        {(one.span.block, one.span.start): one for one in inside},
        frozenset(one.span.block for one in inside),
        lengths,
    )
