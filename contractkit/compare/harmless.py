"""How two sentences that say the same differ in looks: punctuation, width, spaces and so on."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from contractkit.compare.sentences import Answer
from contractkit.compare.signs import Sign, Statement
from contractkit.model.comparison import Delta


def worn(answer: Answer, ours: Statement, theirs: Statement) -> Iterator[Delta]:
    """A delta for each harmless kind that the sentences of ``answer`` differ by.

    The order of what is listed is one, unless the clause says that it counts.
    """
    left, right = answer.signs()
    kinds = dict.fromkeys(_kinds(left, right, ours.unit.text, theirs.unit.text))
    if len(answer.base) != len(answer.other):
        kinds.setdefault("punctuation")
    if answer.moved:
        counts = any(one.key == "sequence" for one in ours.mentions)
        kinds.setdefault("precedence" if counts else "order")
    for kind in kinds:
        yield Delta(
            kind,
            start=answer.base[0].start,
            end=answer.base[-1].end,
            other_start=answer.other[0].start,
            other_end=answer.other[-1].end,
        )


def _kinds(left: Sequence[Sign], right: Sequence[Sign], base: str, other: str) -> Iterator[str]:
    """The harmless kinds, sign by sign with the marks between them."""
    for block in Indel.opcodes([s.key for s in left], [s.key for s in right]):
        if block.tag != "equal":
            continue
        ones = left[block.src_start : block.src_end]
        twos = right[block.dest_start : block.dest_end]
        for at, (one, two) in enumerate(zip(ones, twos, strict=True)):
            mine, yours = base[one.start : one.end], other[two.start : two.end]
            if mine != yours:
                yield _word(one, mine, yours)
            if at + 1 < len(ones):
                gap = base[one.end : ones[at + 1].start], other[two.end : twos[at + 1].start]
                if gap[0] != gap[1]:
                    yield _gap(*gap)


def _word(sign: Sign, mine: str, yours: str) -> str:
    """Why two words that say the same look different."""
    if "".join(mine.split()) == "".join(yours.split()):
        return "spaces"
    wide, other_wide = (unicodedata.normalize("NFKC", text) for text in (mine, yours))
    if wide == other_wide:
        return "width"
    if wide.casefold() == other_wide.casefold():
        return "case"
    if sign.kind == "reference":
        return "numbering"
    if sign.key.startswith("synonym") or sign.kind not in ("word", "value", "blank"):
        return "synonym"
    return "spelling"


def _gap(mine: str, yours: str) -> str:
    """Why what stands between two words looks different."""
    if "".join(mine.split()) == "".join(yours.split()):
        return "formatting" if mine.count("\n") != yours.count("\n") else "spaces"
    wide, other_wide = (
        "".join(unicodedata.normalize("NFKC", text).split()) for text in (mine, yours)
    )
    return "width" if wide == other_wide else "punctuation"
