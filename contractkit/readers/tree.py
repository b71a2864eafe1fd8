"""Blocks -> the clause tree: each block hung where its number says, or where it stands.

A typed number is believed when it goes on from one that is open, or when its form leaves no doubt;
one that Word computed always is. Where a number has several readings, as (i) has, the one that goes
on is taken.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from contractkit.lang.base import Label, Language
from contractkit.model.document import Block

DOTTED_RANK = 10  # 1., and below it 1.1 and 1.1.1: below every heading whose rank is fixed
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
    last = _last_numbered(blocks, tongue)
    builder = _Builder(tongue)
    preamble: list[Block] = []
    closing: list[Block] = []
    for position, block in enumerate(blocks):
        if closing or (
            builder.stack and position > last and tongue.lexicon.closing.match(block.text)
        ):
            closing.append(block)
        elif not builder.take(block):
            preamble.append(block)
    return Tree(preamble, builder.roots, closing, builder.count)


def _last_numbered(blocks: Sequence[Block], tongue: Language) -> int:
    """The position of the last block with a number: a signature block stands after it."""
    numbered = (
        position
        for position in range(len(blocks) - 1, -1, -1)
        if blocks[position].label or tongue.numbering.parse(blocks[position].text)
    )
    return next(numbered, -1)


class _Builder:
    """Takes blocks in order and hangs each where its number says."""

    def __init__(self, tongue: Language) -> None:
        self.tongue = tongue
        self.roots: list[Node] = []
        self.stack: list[Node] = []
        self.count = 0  # explicit numbers (第三条, Section 3.1): the evidence for an agreement

    def take(self, block: Block) -> bool:
        """Place ``block``; False while no clause has begun, so that it belongs to the preamble."""
        label, automatic = self._label(block)
        if label is None:
            return self._text(block)
        self.count += 1 + 2 * label.scheme.explicit
        self._push(label, block, automatic=automatic)
        return True

    def _label(self, block: Block) -> tuple[Label | None, bool]:
        """The number of ``block``, of several readings the likeliest; whether Word computed it."""
        if block.cells:
            return None, False
        if block.label:
            readings = self.tongue.numbering.parse(f"{block.label} ")
            return self._likeliest(readings, trusted=True), True
        return self._likeliest(self.tongue.numbering.parse(block.text), trusted=False), False

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
        if self._is_root(label) and self._roots_end() == label.path[0] - 1:
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
        outside = all(node.label and node.label.scheme.holds_clauses for node in self.stack)
        return outside or self._roots_end() == label.path[0] - 1

    def _roots_end(self) -> int | None:
        """The first component of the open dotted clause: 3 while 3., 3.2 or 3.2.1 is open."""
        for node in self.stack:
            if node.label and node.label.scheme.dotted and node.rank < LIST_RANK:
                return node.label.path[0]
        return None

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
        return label.path[-1] == 1

    def _believable_dotted(self, label: Label) -> bool:
        """Whether 3.1 may begin, under 3 or where no dotted number is open, or 3.4 follow 3.2."""
        dotted = [node.label.path for node in self.stack if node.label and len(node.label.path) > 1]
        if any(path[:-1] == label.path[:-1] and path < label.path for path in dotted):
            return True
        known = [node.label.path for node in self.stack if node.label]
        return label.path[-1] == 1 and (label.path[:-1] in known or not dotted)

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
            if node.scheme == label.scheme.name:
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
        while self._in_list():
            self.stack.pop()
        paragraph = Node(None, LIST_RANK + 1, "", [block])
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
