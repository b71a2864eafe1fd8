"""A clause in the making, and the ranks by which clauses hang under one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from contractkit.lang.numbering import Label
from contractkit.model.document import Block

HEADING_RANK = 5  # a heading without number, by its level: above all numbers but 条 and Section
DOTTED_RANK = 10  # 1., and below it 1.1 and 1.1.1: below every heading whose rank is fixed
LIST_RANK = 100  # lists nest as they come, below every scheme whose rank is fixed


@dataclass(slots=True)
class Node:
    """A clause in the making."""

    label: Label | None
    rank: int
    heading: str
    blocks: list[Block]
    start: int = 0
    children: list[Node] = field(default_factory=list)

    def every_block(self) -> Iterator[Block]:
        """Its blocks and those below it, in reading order."""
        yield from self.blocks
        for child in self.children:
            yield from child.every_block()

    @property
    def scheme(self) -> str:
        """The name of the scheme that numbers it, "" for an unnumbered paragraph."""
        return self.label.scheme.name if self.label else ""
