"""What the comparison tells of a planted edit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from contractkit.compare import compare
from contractkit.extract import references
from contractkit.model.comparison import HARMFUL, Comparison
from tests.compare.planting import Plant

# For each kind of edit the kinds of delta and of pair that name it rightly.
RIGHT: Mapping[str, set[str]] = {
    "value": {"value"},
    "modality": {"modality"},
    "negation": {"negation", "modality"},
    "party": {"party"},
    "exception": {"exception"},
    "condition": {"condition"},
    "reference": {"reference"},
    "drop": {"obligation", "passage", "exception", "removed"},
    "move": {"moved"},
    "split/merge": {"split", "merged"},
    "cell": {"value"},
    "number word": {"value"},
    "unit": {"value"},
    "scope": {"scope", "condition"},
    "conjunction": {"conjunction"},
    "item": {"obligation", "passage", "exception"},
    "swap": {"party"},
    "bury": {"merged"},
    "not": {"negation", "modality"},
    "carve-out": {"exception"},
}
STRUCTURE = ("added", "removed", "moved", "split", "merged")


def told(plant: Plant) -> list[str]:
    """The harmful kinds that the comparison tells of the edit, those of its own clause first."""
    result = compared(plant)
    found: Counter[str] = Counter()
    for pair in result.pairs:
        here = plant.heading in (_heading(pair.base), _heading(pair.other))
        kinds = [delta.kind for delta in pair.deltas if delta.kind in HARMFUL]
        kinds += [pair.change] if pair.change in STRUCTURE else []
        for kind in kinds:
            found[kind] += 1000 if here else 1
    if not found and any(finding.severity != "low" for finding in result.findings):
        return ["finding"]
    return [kind for kind, _ in found.most_common()]


def compared(plant: Plant) -> Comparison:
    """The comparison of the agreement without the edit and with it."""
    return compare(plant.before, plant.after, references=(plant.cited, references(plant.after)))


def is_right(plant: Plant, kinds: list[str]) -> bool:
    """Whether harm is told by its kind, and the harmless not at all."""
    if plant.kind in RIGHT:
        return bool(RIGHT[plant.kind] & set(kinds))
    return not kinds


def _heading(unit: object) -> str:
    return getattr(unit, "heading", "")


def confusion(plants: Mapping[Plant, list[str]]) -> str:
    """The table of what was planted by what was told first."""
    names = sorted({kind for kinds in plants.values() for kind in (kinds[:1] or ["-"])})
    rows = [f"{'planted':<13}{'n':>4}{'right':>7}  told first"]
    for kind in dict.fromkeys(plant.kind for plant in plants):
        own = {plant: kinds for plant, kinds in plants.items() if plant.kind == kind}
        right = sum(is_right(plant, kinds) for plant, kinds in own.items())
        first = Counter((kinds[:1] or ["-"])[0] for kinds in own.values())
        said = ", ".join(f"{name} {first[name]}" for name in names if first[name])
        rows.append(f"{kind:<13}{len(own):>4}{right / len(own):>7.0%}  {said}")
    return "\n".join(rows)
