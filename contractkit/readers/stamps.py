"""The lines that say which attachment of another file a whole agreement is."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from contractkit.lang.lexicon import Lexicon
from contractkit.lang.numbering import Label
from contractkit.model.document import Block

STAMPED = 10  # lines in which the title follows, where the first says which exhibit this is
HIGHEST = 3  # number of an attachment that a file may begin with, being that attachment


def stamps(
    blocks: Sequence[Block], readings: Sequence[tuple[Label, ...]], lexicon: Lexicon
) -> list[int]:
    """The lines before the first clause that say which attachment the whole agreement is."""
    found = _stamp(blocks, readings, lexicon)
    return [found] if found is not None else _titled(blocks, readings, lexicon)


def _titled(
    blocks: Sequence[Block], readings: Sequence[tuple[Label, ...]], lexicon: Lexicon
) -> list[int]:
    """The first numbered lines, all of attachments, when the last of them names an agreement
    whose parties follow.
    """
    filled = [at for at, block in enumerate(blocks) if block.text.strip()]
    numbered = [at for at in filled if readings[at]]
    heads = list(takewhile(lambda at: readings[at][0].scheme.attachment, numbered))
    if not heads:
        return []
    last = heads[-1]
    title = blocks[last].text[readings[last][0].length :].strip()
    following = filled[filled.index(last) + 1 :][:STAMPED]
    named = any(lexicon.party.match(blocks[at].text) for at in following)
    return heads if named and lexicon.title.fullmatch(title) else []


def _stamp(
    blocks: Sequence[Block], readings: Sequence[tuple[Label, ...]], lexicon: Lexicon
) -> int | None:
    """The first line, where it says which attachment of another file the whole agreement is.

    So are filed agreements (Exhibit 10) and model agreements (附件2): a title follows, or the
    number is high. An attachment that stands alone is one.
    """
    filled = [at for at, block in enumerate(blocks) if block.text.strip()][:STAMPED]
    labels = readings[filled[0]] if filled else ()
    if not labels or not labels[0].scheme.attachment:
        return None
    before = takewhile(lambda at: not readings[at], filled[1:])
    titled = any(lexicon.title.fullmatch(blocks[at].text.strip()) for at in before)
    high = labels[0].text[-1:].isdecimal() and labels[0].path[0] > HIGHEST
    return filled[0] if titled or high else None
