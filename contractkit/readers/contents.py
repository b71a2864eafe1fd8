"""A table of contents: the numbers that stand in it are not yet the clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from contractkit.lang.numbering import Label
from contractkit.model.document import Block

ENTRIES = 3  # that a table of contents has at least
BETWEEN = 6  # lines that may stand between two entries: a page's head and foot
LONGEST = 160  # characters of an entry
STYLE = "toc "  # Word's own styles of the entries, which may stand without a page yet
_PAGE = re.compile(r"[\s.…·]\d{1,3}\Z")
_TAIL = 8  # characters at the end of a line in which its page stands


def body_start(blocks: Sequence[Block], readings: Sequence[tuple[Label, ...]]) -> int:
    """The position of the first block after a table of contents; 0 where there is none.

    Numbered lines that end with a page are one when the number of the first begins a line again
    behind them: there the body begins. Without pages, the chapters with which the document begins
    are one when they come again word for word.
    """
    twice = _coming_again(blocks, readings)
    entries = [
        at for at, block in enumerate(blocks) if readings[at] and (at in twice or _is_entry(block))
    ]
    run: list[int] = []
    for at in (*entries, len(blocks) + BETWEEN + 1):
        if run and _lines(blocks, run[-1] + 1, at) > BETWEEN:
            if len(run) >= ENTRIES and (start := _again(readings, run)):
                return start
            run = []
        run.append(at)
    return 0


def in_contents(block: Block) -> bool:
    """Whether the block's style says that it is an entry of a table of contents."""
    return block.style.casefold().startswith(STYLE)


def _is_entry(block: Block) -> bool:
    if in_contents(block):
        return True
    text = block.text.rstrip()
    return len(text) <= LONGEST and bool(_PAGE.search(text[-_TAIL:]))


def _coming_again(blocks: Sequence[Block], readings: Sequence[tuple[Label, ...]]) -> frozenset[int]:
    """The positions of chapters' headings that stand again further down.

    None unless the document's first number is one: a list of the attachments in the last clause
    comes again too, and is no table of contents.
    """
    chapters = {
        at: "".join(blocks[at].text.split())
        for at, found in enumerate(readings)
        if any(label.scheme.holds_clauses for label in found)
    }
    last = {text: at for at, text in chapters.items()}
    twice = frozenset(at for at, text in chapters.items() if last[text] > at)
    first = next((at for at, found in enumerate(readings) if found), -1)
    return twice if first in twice else frozenset()


def _lines(blocks: Sequence[Block], start: int, end: int) -> int:
    """How many lines with text stand there; the end of the document is far from everything."""
    if end > len(blocks):
        return BETWEEN + 1
    return sum(1 for block in blocks[start:end] if block.text.strip())


def _again(readings: Sequence[tuple[Label, ...]], run: Sequence[int]) -> int:
    """Where the number of the first entry begins a line again, 0 where it does not."""
    first = {(label.scheme.name, label.path) for label in readings[run[0]]}
    for at in range(run[-1] + 1, len(readings)):
        if any((label.scheme.name, label.path) in first for label in readings[at]):
            return at
    return 0
