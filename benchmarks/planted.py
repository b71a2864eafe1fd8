"""Prints how planted edits are told apart: ``python -m benchmarks.planted [SEED] [--missed]``.

200 harmful edits, 20 of each kind, 100 that are easily read over, and 100 harmless ones, in
agreements of all templates in both languages, by the generator of tests/compare/planting.py. The
detector was tuned on seeds 1, 2, 2026, 31337 and, for those
read over, 777010.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from contractkit.library import default_root, load_library, read_values_file
from tests.compare.planting import HARM, NO_HARM, SUBTLE, Plant, Planter
from tests.compare.verdicts import confusion, is_right, told

ROOT = Path(__file__).resolve().parents[1]
SEED = 90210
HARMFUL_EACH, SUBTLE_EACH, HARMLESS_EACH = 20, 10, 13


def main() -> None:
    """Plant, compare, print the table and the two rates."""
    given = [argument for argument in sys.argv[1:] if argument.isdecimal()]
    seed = int(given[0]) if given else SEED
    planter = Planter(
        load_library(default_root()),
        lambda name: read_values_file(ROOT / "examples" / f"{name}.yaml"),
        seed,
    )
    harmful = list(planter.plants(HARM, HARMFUL_EACH))
    subtle = list(planter.plants(SUBTLE, SUBTLE_EACH))
    harmless = list(planter.plants(NO_HARM, HARMLESS_EACH))[:100]
    started = time.process_time()
    results: dict[Plant, list[str]] = {
        plant: told(plant) for plant in (*harmful, *subtle, *harmless)
    }
    seconds = time.process_time() - started
    sizes = f"{len(harmful)} harmful, {len(subtle)} subtle, {len(harmless)} harmless edits"
    print(f"seed {seed}: {sizes}")
    print(confusion(results))
    found, hidden = (
        sum(is_right(plant, results[plant]) for plant in these) / len(these)
        for these in (harmful, subtle)
    )
    alarms = sum(not is_right(plant, results[plant]) for plant in harmless) / len(harmless)
    print(f"harmful found with the right kind: {found:.1%}; of the subtle: {hidden:.1%}")
    print(f"harmless reported: {alarms:.1%}")
    print(f"{seconds / len(results):.3f} s a comparison")
    if "--missed" in sys.argv:
        for plant, kinds in results.items():
            if not is_right(plant, kinds):
                print(plant.kind, plant.after.language, plant.heading, plant.told[:120], kinds)


if __name__ == "__main__":
    main()
