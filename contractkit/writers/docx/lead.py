"""Which paragraphs lead in a list or a table, and so stand on the page where it begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from contractkit.model.document import Block

# How deep a block stands under the text that leads it in; whatever is not here stands at 0.
_DEPTHS = {"item": 1, "attachment_item": 1, "subitem": 2, "attachment_subitem": 2, "table": 3}


def leads(blocks: Sequence[Block]) -> frozenset[int]:
    """The indexes of the blocks that the next block, an item or a table, belongs to."""
    return frozenset(
        one.index
        for one, following in pairwise(blocks)
        if _DEPTHS.get(one.style, 0) < _DEPTHS.get(following.style, 0)
    )
