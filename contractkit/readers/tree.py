"""Blocks -> the clause tree: each block hung where its number says, or where it stands.

A typed number is believed when it goes on from one that is open, or when its form leaves no doubt;
one that Word computed always is. Where a number has several readings, as (i) has, the one that goes
on is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from contractkit.lang.base import Label, Language
from contractkit.model.document import Block
from contractkit.readers.contents import body_start
from contractkit.readers.headings import headings

FEW = 3  # numbered clauses from which plain lines are not asked for headings
HEADING_RANK = 5  # a heading without number, by its level: above all numbers but 条 and Section
DOTTED_RANK = 10  # 1., and below it 1.1 and 1.1.1: below every heading whose rank is fixed
LACKING = 3  # how far a number may be from the one before it, and still go on with the count
LIST_RANK = 100  # lists nest as they come, below every scheme whose rank is fixed

_STOPS = '。.！!？?：:）)”"'  # what a list item ends with when its list may have ended


@dataclass(slots=True)
class Node:
    """A clause in the making."""

    label: Label | None
    rank: int
    heading: str
    blocks: list[Block]
    start: int = 0
    children: list[Node] = field(default_factory=list)

    @property
    def scheme(self) -> str:
        """The name of the scheme that numbers it, "" for an unnumbered paragraph."""
        return self.label.scheme.name if self.label else ""


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
    found = headings(blocks, readings, tongue.lexicon)
    tree = _grow(blocks, readings, {}, tongue)
    holders = [root for root in tree.roots if root.label and root.label.scheme.holds_clauses]
    clauses = sum(1 for root in tree.roots if root.label) + sum(len(h.children) for h in holders)
    if clauses < min(len(found.levels), FEW if found.plain else len(blocks)):
        return _grow(blocks, readings, found.levels, tongue)
    return tree


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
    builder = _Builder(tongue, _later(readings))
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
    return Tree(preamble, builder.roots, closing, builder.count)


def _readings(block: Block, tongue: Language) -> tuple[Label, ...]:
    """Every reading of the number of ``block``: of the one that Word computed, or that is typed."""
    if block.cells:
        return ()
    return tongue.numbering.parse(f"{block.label} " if block.label else block.text)


def _later(readings: Sequence[tuple[Label, ...]]) -> dict[tuple[str, tuple[int, ...]], int]:
    """Of each number, the position of the last block that begins with it; 1. and 1.1 are of one
    scheme.
    """
    return {
        (_family(label), label.path): position
        for position, labels in enumerate(readings)
        for label in labels
    }


def _family(label: Label) -> str:
    return "" if label.scheme.dotted else label.scheme.name


class _Builder:
    """Takes blocks in order and hangs each where its number says."""

    def __init__(self, tongue: Language, later: Mapping[tuple[str, tuple[int, ...]], int]) -> None:
        self.tongue = tongue
        self.later = later
        self.position = 0
        self.roots: list[Node] = []
        self.stack: list[Node] = []
        self.count = 0  # explicit numbers (第三条, Section 3.1): the evidence for an agreement

    def take(self, block: Block, readings: Sequence[Label], position: int) -> bool:
        """Place ``block``; False while no clause has begun, so that it belongs to the preamble."""
        self.position = position
        automatic = bool(block.label)
        label = self._likeliest(readings, trusted=automatic)
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

    def _likeliest(self, readings: Sequence[Label], *, trusted: bool) -> Label | None:
        going_on = [label for label in readings if self._continues(label)]
        if going_on:
            return going_on[0]
        believable = [label for label in readings if self._believable(label)]
        if trusted:
            return next(iter((*believable, *readings)), None)
        return next(iter(believable), None)

    def _continues(self, label: Label) -> bool:
        """Whether the label is the next of its scheme after one that is still open."""
        root = self._root()
        if root and root.path[0] == label.path[0] - 1 and self._is_root(label):
            return True
        return any(
            node.label is not None
            and node.scheme == label.scheme.name
            and node.label.path[:-1] == label.path[:-1]
            and label.path[-1] == node.label.path[-1] + 1
            for node in self._open()
        )

    def _is_root(self, label: Label) -> bool:
        """Whether a single dotted number (1.) is a clause, above 1.1, and not a list item."""
        if not label.scheme.dotted or len(label.path) > 1:
            return False
        if all(node.label and node.label.scheme.holds_clauses for node in self.stack):
            return True
        root = self._root()
        if root is None:
            return self._ends_recitals(label)
        if len(root.path) == 1 and (root.text[-1:] in ")）") != (label.text[-1:] in ")）"):
            return False  # 1) below 4.
        return root.path[0] == label.path[0] - 1 or self._resumes(label)

    def _ends_recitals(self, label: Label) -> bool:
        """Whether 1. comes after a list, A. to D., that is over, and is more than an item of it."""
        first = self.stack[0].label
        if first is None or self.stack[0].rank < LIST_RANK or label.path != (1,):
            return False
        following = (_family(first), (*first.path[:-1], first.path[-1] + 1))
        return not self._is_later(following) and self._is_later((_family(label), (1, 1)))

    def _root(self) -> Label | None:
        """The open dotted clause, the highest: that of 3. while 3., 3.2 or 3.2.1 is open."""
        for node in self.stack:
            if node.label and node.label.scheme.dotted and node.rank < LIST_RANK:
                return node.label
        return None

    def _resumes(self, label: Label) -> bool:
        """Whether a dotted number takes up the count after some that are lacking: 5. after 3.2.

        It must be higher than what is open, near it, and what goes on from it must stand later.
        """
        now = [node.label.path for node in self.stack if node.label and node.rank < LIST_RANK
               and node.label.scheme.dotted]  # fmt: skip
        path = label.path
        if not now or path <= now[-1] or path[0] - now[-1][0] > LACKING:
            return False
        above = ((*path[:at], path[at] + 1) for at in range(len(path)))
        following = (*above, (*path, 1), (*path[:1], 1))
        return any(self._is_later((_family(label), one)) for one in following if one > path)

    def _is_later(self, number: tuple[str, tuple[int, ...]]) -> bool:
        return self.later.get(number, -1) > self.position

    def _open(self) -> Iterator[Node]:
        """The open nodes, and the list items that only a paragraph after them has closed."""
        for node in self.stack:
            yield node
            if node.children and node.children[-1].label is None:
                yield from (child for child in node.children[-2::-1] if child.label)

    def _believable(self, label: Label) -> bool:
        """Whether a typed number that does not go on from another may begin or skip."""
        before = [node for node in self.stack if node.scheme == label.scheme.name and node.label]
        if label.scheme.explicit:
            last = before[-1].label.path if before and before[-1].label else None
            return last is None or label.path > last or label.path[-1] == 1
        if len(label.path) > 1:
            return self._believable_dotted(label)
        return label.path[-1] == 1 or (label.scheme.dotted and self._is_root(label))

    def _believable_dotted(self, label: Label) -> bool:
        """Whether 3.1 may begin, under 3 or where no dotted number is open, or 3.4 follow 3.2."""
        dotted = [node.label.path for node in self.stack if node.label and len(node.label.path) > 1]
        if any(path[:-1] == label.path[:-1] and path < label.path for path in dotted):
            return True
        known = [node.label.path for node in self.stack if node.label]
        if label.path[-1] <= 1 and (label.path[:-1] in known or not dotted):
            return True
        return self._resumes(label)

    def _push(self, label: Label, block: Block, *, automatic: bool) -> None:
        rank = self._rank(label)
        while self.stack and self.stack[-1].rank >= rank:
            self.stack.pop()
        if self.stack and rank > LIST_RANK:
            _absorb(self.stack[-1].children)
        heading, start = self._heading(block, 0 if automatic else label.length, label, rank)
        node = Node(label, rank, heading, [block], start)
        (self.stack[-1].children if self.stack else self.roots).append(node)
        self.stack.append(node)

    def _rank(self, label: Label) -> int:
        if label.scheme.rank is not None:
            return label.scheme.rank + len(label.path) - 1
        if len(label.path) > 1 or self._is_root(label):
            return DOTTED_RANK + len(label.path) - 1
        for node in self._open():
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
