"""Blocks -> the clause tree: each block hung where its number says, or where it stands.

A typed number is believed when it goes on from one that is open, or when its form leaves no doubt;
one that Word computed always is. Where a number has several readings, as (i) has, the one that goes
on is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from contractkit.lang.base import Language
from contractkit.lang.numbering import Label
from contractkit.model.document import Block
from contractkit.readers.belief import Belief, Key, last_places
from contractkit.readers.contents import body_start
from contractkit.readers.headings import headings
from contractkit.readers.node import DOTTED_RANK, HEADING_RANK, LIST_RANK, Node
from contractkit.readers.stamps import stamps

ANEW = 2  # headings under which numbers begin again, so that the headings divide the document
FEW = 3  # numbered clauses from which plain lines are not asked for headings

_STOPS = '。.！!？?：:）)”"'  # what a list item ends with when its list may have ended


@dataclass(slots=True)
class Tree:
    """The clause tree of one part, with what stands before and after it."""

    preamble: list[Block]
    roots: list[Node]
    closing: list[Block]
    count: int


def grow(blocks: Sequence[Block], tongue: Language) -> Tree:
    """The clause tree of ``blocks``, with what stands before and after it."""
    readings = [_readings(block, tongue) for block in blocks]
    for stamp in stamps(blocks, readings, tongue.lexicon):
        readings[stamp] = ()
    found = headings(blocks, readings, tongue.lexicon)
    tree = _grow(blocks, readings, {}, tongue)
    holders = [root for root in tree.roots if root.label and root.label.scheme.holds_clauses]
    clauses = sum(1 for root in tree.roots if root.label) + sum(len(h.children) for h in holders)
    few = clauses < min(len(found.levels), FEW if found.plain else len(blocks))
    if few or (not found.plain and _lists_begun_anew(readings, sorted(found.levels)) >= ANEW):
        return _grow(blocks, readings, found.levels, tongue)
    return tree


def _lists_begun_anew(readings: Sequence[tuple[Label, ...]], headings: Sequence[int]) -> int:
    """Under how many of ``headings`` the numbers begin again with 1: they belong to these."""
    count = 0
    for start, end in pairwise((*headings, len(readings))):
        first = next((found for found in readings[start + 1 : end] if found), ())
        count += any(label.path == (1,) for label in first)
    return count


def _grow(
    blocks: Sequence[Block],
    readings: Sequence[tuple[Label, ...]],
    levels: Mapping[int, int],
    tongue: Language,
) -> Tree:
    """The tree by the numbers of ``readings`` and the headings without number at ``levels``."""
    closes = tongue.lexicon.closing.match
    numbered = (at for at, found in enumerate(readings) if found or blocks[at].label)
    named = (at for at in levels if not closes(blocks[at].text))
    last = max((*numbered, *named), default=-1)
    builder = _Builder(tongue, last_places(readings))
    start = body_start(blocks, readings)
    preamble: list[Block] = list(blocks[:start])
    closing: list[Block] = []
    for position, block in enumerate(blocks[start:], start):
        if closing or (builder.stack and position > last and closes(block.text)):
            closing.append(block)
        elif position in levels:
            builder.open_heading(block, levels[position])
        elif not builder.take(block, readings[position], position):
            preamble.append(block)
    preamble += builder.recitals
    return Tree(preamble, builder.roots, closing, builder.count)


def _readings(block: Block, tongue: Language) -> tuple[Label, ...]:
    """Every reading of the number of ``block``: of the one that Word computed, or that is typed."""
    if block.cells or not (block.label or block.text.strip()):
        return ()
    return tongue.numbering.parse(f"{block.label} " if block.label else block.text)


class _Builder:
    """Takes blocks in order and hangs each where its number says."""

    def __init__(self, tongue: Language, later: Mapping[Key, int]) -> None:
        self.tongue = tongue
        self.belief = Belief(later)
        self.recitals: list[Block] = []
        self.roots: list[Node] = []
        self.stack = self.belief.stack
        self.count = 0  # explicit numbers (第三条, Section 3.1): the evidence for an agreement

    def take(self, block: Block, readings: Sequence[Label], position: int) -> bool:
        """Place ``block``; False while no clause has begun, so that it belongs to the preamble."""
        self.belief.position = position
        automatic = bool(block.label)
        label = self.belief.likeliest(readings, trusted=automatic)
        if label is None:
            return self._text(block)
        self.count += 1 + 2 * label.scheme.explicit
        self._push(label, block, automatic=automatic)
        return True

    def open_heading(self, block: Block, level: int) -> None:
        """Begin a clause with a heading and no number."""
        rank = HEADING_RANK + level
        while self.stack and self.stack[-1].rank >= rank:
            self.stack.pop()
        node = Node(None, rank, block.text.strip(), [block], len(block.text))
        (self.stack[-1].children if self.stack else self.roots).append(node)
        self.stack.append(node)
        self.count += 1

    def _push(self, label: Label, block: Block, *, automatic: bool) -> None:
        rank = self._rank(label)
        if rank == DOTTED_RANK and self.stack and self._recited(label):
            self.recitals = [block for root in self.roots for block in root.every_block()]
            self.roots.clear()
            self.stack.clear()
        while self.stack and self.stack[-1].rank >= rank:
            self.stack.pop()
        if self.stack and rank > LIST_RANK:
            _absorb(self.stack[-1].children)
        heading, start = self._heading(block, 0 if automatic else label.length, label, rank)
        node = Node(label, rank, heading, [block], start)
        (self.stack[-1].children if self.stack else self.roots).append(node)
        self.stack.append(node)

    def _recited(self, label: Label) -> bool:
        """Whether all that has a number before ``label`` is a list that it ends."""
        listed = all(root.rank >= LIST_RANK for root in self.roots)
        return listed and self.belief.ends_recitals(label)

    def _rank(self, label: Label) -> int:
        if label.scheme.rank is not None:
            return label.scheme.rank + len(label.path) - 1
        if len(label.path) > 1 or self.belief.is_root(label):
            return DOTTED_RANK + len(label.path) - 1
        for node in self.belief.open():
            if node.scheme == label.scheme.name and node.rank > LIST_RANK:
                return node.rank
        top = self.stack[-1].rank if self.stack else LIST_RANK
        return max(top, LIST_RANK) + 1

    def _text(self, block: Block) -> bool:
        """Hang unnumbered text: on the open clause, or beside its items once a list has ended."""
        if not self.stack:
            return False
        top = self.stack[-1]
        if not self._in_list() or not block.text.strip() or not _ended(top):
            top.blocks.append(block)
            return True
        rank = top.rank
        while self._in_list():
            rank = self.stack.pop().rank
        paragraph = Node(None, rank, "", [block])
        self.stack[-1].children.append(paragraph)
        self.stack.append(paragraph)
        return True

    def _in_list(self) -> bool:
        """Whether the open node is a list item, or a paragraph after one, and no clause itself."""
        if len(self.stack) < 2 or self.stack[-1].rank <= LIST_RANK:
            return False
        holder = self.stack[-2].label
        return not (holder and holder.scheme.holds_clauses)

    def _heading(self, block: Block, start: int, label: Label, rank: int) -> tuple[str, int]:
        """The heading of a numbered block, and where its text proper begins."""
        text = block.text
        rest = text[start:]
        lexicon = self.tongue.lexicon
        if label.scheme.holds_clauses or (block.level is not None and block.lead >= len(text)):
            return rest.strip(), len(text)
        named = rank < LIST_RANK or block.level is not None or len(self.stack) <= 1
        if not named or not rest.strip():
            return "", start
        if caption := lexicon.caption.match(rest):
            return caption[1].strip(), start + caption.end()
        if lexicon.heading.match(rest.strip()):
            return rest.strip(), len(text)
        return "", start


def _absorb(children: list[Node]) -> None:
    """Give the paragraphs at the end of ``children`` to the item before them: the list goes on."""
    after = len(children)
    while after and children[after - 1].label is None:
        after -= 1
    if not after:
        return
    item = children[after - 1]
    for paragraph in children[after:]:
        if item.children or paragraph.children:
            item.children.append(paragraph)
        else:
            item.blocks += paragraph.blocks
    del children[after:]


def _ended(node: Node) -> bool:
    """Whether the last text of a list item ends as a sentence does."""
    text = next((b.text.rstrip() for b in reversed(node.blocks) if b.text.strip()), "")
    return text[-1:] in _STOPS
