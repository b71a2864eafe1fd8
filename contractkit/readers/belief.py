"""Which numbers are believed, by what is open where they stand and what comes later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from contractkit.lang.numbering import Label
from contractkit.readers.node import LIST_RANK, Node

LACKING = 3  # how far a number may be from the one before it, and still go on with the count

Key = tuple[str, tuple[int, ...]]


def last_places(readings: Sequence[tuple[Label, ...]]) -> dict[Key, int]:
    """Of each number, the position of the last block that begins with it."""
    return {
        (family(label), label.path): position
        for position, labels in enumerate(readings)
        for label in labels
    }


def family(label: Label) -> str:
    """The name of a label's scheme; 1. and 1.1 are of one."""
    return "" if label.scheme.dotted else label.scheme.name


@dataclass(slots=True)
class Belief:
    """The open clauses, the highest first; where numbers stand later; where we stand."""

    later: Mapping[Key, int]
    stack: list[Node] = field(default_factory=list)
    position: int = 0

    def likeliest(self, readings: Sequence[Label], *, trusted: bool) -> Label | None:
        """The reading of a number that is believed, None if none is; a ``trusted`` one has one."""
        going_on = [label for label in readings if self._continues(label)]
        if going_on:
            return going_on[0]
        believable = [label for label in readings if self._believable(label)]
        if trusted:
            return next(iter((*believable, *readings)), None)
        return next(iter(believable), None)

    def is_root(self, label: Label) -> bool:
        """Whether a single dotted number (1.) is a clause, above 1.1, and not a list item."""
        if not label.scheme.dotted or len(label.path) > 1:
            return False
        if all(node.label and node.label.scheme.holds_clauses for node in self.stack):
            return True
        root = self.root()
        if root is None:
            return self.ends_recitals(label)
        if len(root.path) == 1 and (root.text[-1:] in ")）") != (label.text[-1:] in ")）"):
            return False  # 1) below 4.
        return root.path[0] == label.path[0] - 1 or self._resumes(label)

    def ends_recitals(self, label: Label) -> bool:
        """Whether 1. comes after a list, A. to D., that is over, and is more than an item of it."""
        first = self.stack[0].label
        if first is None or self.stack[0].rank < LIST_RANK or label.path != (1,):
            return False
        following = (family(first), (*first.path[:-1], first.path[-1] + 1))
        return not self._is_later(following) and self._is_later((family(label), (1, 1)))

    def open(self) -> Iterator[Node]:
        """The open nodes, and the list items that only a paragraph after them has closed."""
        for node in self.stack:
            yield node
            if node.children and node.children[-1].label is None:
                yield from (child for child in node.children[-2::-1] if child.label)

    def _continues(self, label: Label) -> bool:
        """Whether the label is the next of its scheme after one that is still open."""
        root = self.root()
        if root and root.path[0] == label.path[0] - 1 and self.is_root(label):
            return True
        return any(
            node.label is not None
            and node.scheme == label.scheme.name
            and node.label.path[:-1] == label.path[:-1]
            and label.path[-1] == node.label.path[-1] + 1
            for node in self.open()
        )

    def root(self) -> Label | None:
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
        following = (*above, (*path, 1), (path[0] + 1, 0), (path[0] + 1, 1))
        return any(self._is_later((family(label), one)) for one in following if one > path)

    def _is_later(self, number: tuple[str, tuple[int, ...]]) -> bool:
        return self.later.get(number, -1) > self.position

    def _believable(self, label: Label) -> bool:
        """Whether a typed number that does not go on from another may begin or skip."""
        before = [node for node in self.stack if node.scheme == label.scheme.name and node.label]
        if label.scheme.explicit:
            last = before[-1].label.path if before and before[-1].label else None
            return last is None or label.path > last or label.path[-1] == 1
        if len(label.path) > 1:
            return self._believable_dotted(label)
        return label.path[-1] == 1 or (label.scheme.dotted and self.is_root(label))

    def _believable_dotted(self, label: Label) -> bool:
        """Whether 3.1 may begin, under 3 or where no dotted number is open, or 3.4 follow 3.2."""
        dotted = [node.label.path for node in self.stack if node.label and len(node.label.path) > 1]
        if any(path[:-1] == label.path[:-1] and path < label.path for path in dotted):
            return True
        known = [node.label.path for node in self.stack if node.label]
        if label.path[-1] <= 1 and (label.path[:-1] in known or not dotted):
            return True
        return self._resumes(label)
