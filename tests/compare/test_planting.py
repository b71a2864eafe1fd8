"""Edits that a generator plants are told by their kind, and harmless ones are not told as harm.

The whole figure, over 200 and 100 edits, is printed by ``benchmarks/planted.py``; here a smaller
sample of another seed.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from contractkit.model.standard import Library
from tests.compare.planting import HARM, NO_HARM, SUBTLE, Planter
from tests.compare.verdicts import is_right, told

SEED = 4711
EACH = 3


@pytest.fixture(scope="module")
def planter(library: Library, sample_values: Callable[[str], dict[str, object]]) -> Planter:
    return Planter(library, sample_values, SEED)


def test_of_planted_harm_no_more_than_one_in_fifty_is_missed(planter: Planter) -> None:
    plants = list(planter.plants(HARM, EACH))
    missed = [plant.told for plant in plants if not is_right(plant, told(plant))]
    assert len(missed) <= len(plants) * 0.02 + 0.5, missed


def test_what_is_easily_read_over_is_told_by_its_kind(planter: Planter) -> None:
    plants = list(planter.plants(SUBTLE, EACH))
    missed = [plant.told for plant in plants if not is_right(plant, told(plant))]
    assert len(missed) <= len(plants) * 0.04, missed


def test_of_harmless_edits_no_more_than_one_in_fifty_is_told_as_harm(planter: Planter) -> None:
    plants = list(planter.plants(NO_HARM, EACH))
    told_wrong = [plant.told for plant in plants if not is_right(plant, told(plant))]
    assert len(told_wrong) <= len(plants) * 0.02 + 0.5, told_wrong


def test_the_same_seed_plants_the_same_edits(
    library: Library, sample_values: Callable[[str], dict[str, object]]
) -> None:
    one, two = (Planter(library, sample_values, SEED).plant("value") for _ in range(2))
    assert (one.told, one.after) == (two.told, two.after)
    assert one.after != one.before
