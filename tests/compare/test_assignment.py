"""The assignment is the best there is."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from contractkit.compare.assignment import assign

SIDES = st.tuples(st.integers(1, 5), st.integers(1, 5))


@given(
    SIDES.flatmap(
        lambda s: st.lists(
            st.lists(st.integers(0, 9), min_size=s[1], max_size=s[1]), min_size=s[0], max_size=s[0]
        )
    )
)
def test_no_other_assignment_is_worth_more(rows: list[list[int]]) -> None:
    worth = np.array(rows, dtype=np.float64)
    chosen = assign(worth)
    assert len({i for i, _ in chosen}) == len({j for _, j in chosen}) == min(worth.shape)
    wide = worth if worth.shape[0] <= worth.shape[1] else worth.T
    best = max(
        sum(wide[i, j] for i, j in enumerate(order))
        for order in permutations(range(wide.shape[1]), wide.shape[0])
    )
    assert sum(worth[i, j] for i, j in chosen) == pytest.approx(best)


def test_nothing_is_assigned_to_nothing() -> None:
    assert assign(np.zeros((0, 3))) == []
