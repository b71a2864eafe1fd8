"""Headings without a number: by style and outline level, by look, or by what a plain line says.

They make the clauses of a document that has few numbers or none. The first line of a document is
its title and no heading; so are headings before it that nothing stands under.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from contractkit.lang.lexicon import Lexicon
from contractkit.lang.numbering import Label
from contractkit.model.document import Block

LEAST = 2  # headings that a document divided by headings has
DEEPEST = 3  # levels of headings that are told apart; bold ones and plain lines are of the deepest
BODY = 2  # how much longer than a plain heading the text under it is


@dataclass(frozen=True, slots=True)
class Headings:
    """Headings by the position of their block, each with its level; ``plain`` if only by words."""

    levels: Mapping[int, int]
    plain: bool


def headings(
    blocks: Sequence[Block], readings: Sequence[tuple[Label, ...]], lexicon: Lexicon
) -> Headings:
    """The headings without number in ``blocks``: those set apart by look, else plain lines."""
    filled = [at for at, block in enumerate(blocks) if block.text.strip()]
    short = [
        at
        for at in filled
        if not (blocks[at].cells or blocks[at].label or readings[at])
        and lexicon.heading.match(blocks[at].text.strip())
    ]
    styled = {at: level for at in short if (level := _level(blocks[at])) is not None}
    found = _divide(styled, filled)
    if len(found) >= LEAST:
        return Headings(found, plain=False)
    below = dict(pairwise(filled))
    bare = {
        at: DEEPEST
        for at in short
        if at in below and _stands_over(blocks[at].text.strip(), blocks[below[at]], lexicon)
    }
    found = _divide(bare, filled)
    return Headings(found if len(found) >= LEAST else {}, plain=True)


def _level(block: Block) -> int | None:
    """The level of a block that is set apart as a heading, None for one that is not."""
    if block.level is not None:
        return min(block.level, DEEPEST)
    return DEEPEST if block.lead >= len(block.text.rstrip()) else None


def _stands_over(text: str, below: Block, lexicon: Lexicon) -> bool:
    """Whether a plain line reads as a heading and a text that does not stands under it."""
    under = below.text.strip()
    return (
        not below.cells
        and len(under) > BODY * len(text)
        and bool(lexicon.bare_heading.match(text))
        and not lexicon.heading.match(under)
    )


def _divide(found: Mapping[int, int], filled: Sequence[int]) -> dict[int, int]:
    """The headings without the title: the first line, and those before it has text under it."""
    lead = 0
    while lead < len(filled) and filled[lead] in found:
        lead += 1
    first = max(lead - 1, 1)
    while first > 1 and found[filled[first - 1]] < found[filled[first]]:
        first -= 1  # a heading that holds the next one
    before = set(filled[:first])
    return {at: level for at, level in found.items() if at not in before}
