"""Blocks -> blocks: a line that holds several numbered clauses is cut where each begins.

Plain files often have a page, or a whole agreement, on a line. A number inside a line is believed
only when it goes on from one before it (5.1 after 5, 5.2 after 5.1, 6 after 5.2), or begins a
sequence that goes on later. Every character stays: what stands between two pieces is
the white space that stood there, and ``offset`` says where each begins.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from contractkit.lang.numbering import Label, Numbering
from contractkit.model.document import Block

OPEN = 12  # sequences that a number may go on with
SKIPPED = 2  # how far a number may be from the one before: one may be lacking
HEADING = (
    90  # characters of a heading: between 5. and 5.1, or before 1., when no sentence has ended
)

Key = tuple[str, tuple[int, ...]]


class _Candidate(NamedTuple):
    """A number that may begin a clause, with its readings."""

    block: int
    at: int
    keys: tuple[Key, ...]
    sure: bool
    typed: bool  # at the beginning of a line: no cut is needed


def cut(blocks: Sequence[Block], numbering: Numbering) -> tuple[Block, ...]:
    """``blocks``, each cut where a numbered clause begins inside it, with indices of their own."""
    found = list(_candidates(blocks, numbering))
    if all(one.typed for one in found):
        return tuple(blocks)
    places: dict[int, list[int]] = {}
    for one in _believed(found):
        places.setdefault(one.block, []).append(one.at)
    made = (
        piece
        for position, block in enumerate(blocks)
        for piece in (_pieces(block, places[position]) if position in places else (block,))
    )
    return tuple(replace(block, index=index) for index, block in enumerate(made))


def _candidates(blocks: Sequence[Block], numbering: Numbering) -> Iterator[_Candidate]:
    for position, block in enumerate(blocks):
        if block.cells:
            continue
        if keys := _keys(numbering.parse(f"{block.label} " if block.label else block.text)):
            yield _Candidate(position, 0, keys, sure=True, typed=True)
        for joint in numbering.joints(block.text):
            if keys := _keys(numbering.parse(block.text[joint.at : joint.at + HEADING])):
                yield _Candidate(position, joint.at, keys, joint.sure, typed=False)


def _keys(labels: Iterable[Label]) -> tuple[Key, ...]:
    """The readings of a number; 5., 5.1, Section 5.1 and Article 5 are of one sequence."""
    return tuple(("" if _is_section(label) else label.scheme.name, label.path) for label in labels)


def _is_section(label: Label) -> bool:
    scheme = label.scheme
    return scheme.dotted or (scheme.explicit and not scheme.attachment)


@dataclass(slots=True)
class _Sequences:
    """The sequences that are open: of each the last number, the newest last."""

    open: list[Key]

    def take(self, key: Key, *, skip: int) -> bool:
        """Whether ``key`` goes on from a number that is open, which it then replaces.

        The sequences inside it are over, but 2.01 may follow 1.03 below II. as well.
        """
        for at in range(len(self.open) - 1, -1, -1):
            name, path = self.open[at]
            if name == key[0] and _goes_on(path, key[1], skip):
                inner = self.open[at + 1 :] if key[0] else ()
                self.open[at:] = [*(one for one in inner if not one[0]), key]
                return True
        return False

    def begin(self, key: Key) -> None:
        """Open a sequence beside those that are."""
        self.open.append(key)
        del self.open[:-OPEN]


def _goes_on(before: tuple[int, ...], path: tuple[int, ...], skip: int) -> bool:
    """Whether ``path`` is the first child of ``before``, or the next of it or of one above it."""
    shared = 0
    while shared < min(len(before), len(path)) and before[shared] == path[shared]:
        shared += 1
    rest = path[shared:]
    if not rest or any(part > 1 for part in rest[1:]):
        return False
    if shared == len(before):
        return rest[0] <= 1
    return 0 < rest[0] - before[shared] <= skip


def _believed(found: Sequence[_Candidate]) -> Iterator[_Candidate]:
    """The candidates inside lines that go on from another, or begin what goes on."""
    last = {key: at for at, one in enumerate(found) for key in one.keys if one.sure}
    sequences = _Sequences([])
    end: _Candidate | None = None
    for at, one in enumerate(found):
        near = end is not None and end.block == one.block and one.at - end.at <= HEADING
        if _placed(one, at, sequences, last, near=near):
            end = one
            if not one.typed:
                yield one


def _placed(
    one: _Candidate, at: int, sequences: _Sequences, last: dict[Key, int], *, near: bool
) -> bool:
    """Whether ``one`` goes on with a sequence or begins one; the sequences then hold it."""
    for key in one.keys:
        firm = one.sure or len(key[1]) > 1 or near or one.at <= HEADING
        skip = SKIPPED if one.sure and (one.typed or len(key[1]) > 1) else 1
        if firm and sequences.take(key, skip=skip):
            return True
    for key in one.keys:
        name, path = key
        first = all(part <= 1 for part in path)
        stands = one.sure or one.at <= HEADING
        if one.typed or (stands and first and _later(name, path, at, last)):
            sequences.begin(key)
            return True
    return False


def _later(name: str, path: tuple[int, ...], at: int, last: dict[Key, int]) -> bool:
    """Whether a number that goes on from ``path`` stands later."""
    following = ((*path[:-1], path[-1] + 1), (*path, 1), (*path, 0))
    return any(last.get((name, one), -1) > at for one in following)


def _pieces(block: Block, places: Sequence[int]) -> Iterator[Block]:
    """``block`` cut at ``places``; the first piece keeps what is said of the beginning."""
    edges = [0, *places, len(block.text)]
    for start, end in pairwise(edges):
        text = block.text[start:end]
        length = len(text.rstrip()) if end < len(block.text) else len(text)
        marks = tuple(
            replace(mark, start=mark.start - start, end=min(mark.end, start + length) - start)
            for mark in block.marks
            if start <= mark.start < start + length
        )
        first = start == 0
        yield replace(
            block,
            text=text[:length],
            label=block.label if first else "",
            level=block.level if first else None,
            lead=max(0, min(block.lead - start, length)),
            bookmarks=block.bookmarks if first else (),
            marks=marks,
            offset=block.source(start),
            jumps=tuple((at - start, length) for at, length in block.jumps if start < at < end),
        )
