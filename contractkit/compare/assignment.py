"""The best assignment of rows to columns: shortest augmenting paths (Jonker and Volgenant).

Ours, because importing a solver of any problem costs more than a review has time for.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]
Places = NDArray[np.intp]


def assign(worth: Matrix) -> list[tuple[int, int]]:
    """Pairs (row, column) of greatest total worth, each row and column in one at most, by row.

    As many pairs as the shorter side has places.
    """
    if not worth.size:
        return []
    if worth.shape[0] > worth.shape[1]:
        return sorted((row, column) for column, row in assign(worth.T))
    rows, columns = worth.shape
    cost = worth.max() - worth
    potential, price = np.zeros(rows), np.zeros(columns)
    row_of: Places = np.full(columns, -1, dtype=np.intp)
    column_of: Places = np.full(rows, -1, dtype=np.intp)
    for row in range(rows):
        _place(row, cost, potential, price, row_of, column_of)
    return [(row, int(column)) for row, column in enumerate(column_of)]


def _place(
    row: int, cost: Matrix, potential: Matrix, price: Matrix, row_of: Places, column_of: Places
) -> None:
    """Give ``row`` a column by the shortest path, moving rows that have one already."""
    columns = len(price)
    shortest = np.full(columns, np.inf)
    before: Places = np.full(columns, -1, dtype=np.intp)
    open_ = np.ones(columns, dtype=bool)
    visited, at, length, sink = [row], row, 0.0, -1
    while sink < 0:
        reach = length + cost[at] - potential[at] - price
        nearer = open_ & (reach < shortest)
        shortest[nearer], before[nearer] = reach[nearer], at
        column = int(np.where(open_, shortest, np.inf).argmin())
        length = float(shortest[column])
        open_[column] = False
        if row_of[column] < 0:
            sink = column
        else:
            at = int(row_of[column])
            visited.append(at)
    potential[row] += length
    for other in visited[1:]:
        potential[other] += length - shortest[column_of[other]]
    price[~open_] -= length - shortest[~open_]
    while True:
        holder = int(before[sink])
        row_of[sink] = holder
        column_of[holder], sink = sink, int(column_of[holder])
        if holder == row:
            return
