"""Contracted words as the words they stand for: we'll, won't, can't."""

from __future__ import annotations

from contractkit.lang.en.duties.words import table

_ENDS = {"'ll": "will", "'re": "are", "'ve": "have", "'m": "am", "'d": "would"}
_NOT = {"won't": "will", "can't": "can", "shan't": "shall"}
_IS = table("it he she that there what who here")  # it's; but of a name 's tells the owner


def parts(raw: str) -> tuple[tuple[str, int], ...]:
    """The words of a contraction in small letters, each with its length in ``raw``; () if it is none."""
    low = raw.lower().replace("’", "'")
    if low.endswith("n't"):
        stem = _NOT.get(low, low[:-3])
        return (stem, len(low) - 3), ("not", 3)
    head, mark, tail = low.rpartition("'")
    if mark + tail in _ENDS:
        return (head, len(head)), (_ENDS[mark + tail], len(tail) + 1)
    if tail == "s" and head in _IS:
        return (head, len(head)), ("is", 2)
    return ()
