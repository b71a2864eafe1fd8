"""Passages -> duties: who must, must not or may do what, when, on what condition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from contractkit.extract.parties import actors
from contractkit.extract.source import Passage, Source
from contractkit.model.extraction import Fact

if TYPE_CHECKING:
    from contractkit.lang.statements import Duty, Lead

HEADING = 120  # characters at most, with the number
DETAILS = ("deadline", "trigger", "condition", "exception", "consequence")


def duties(source: Source) -> Iterator[Fact]:
    """Each duty of the clauses, in reading order.

    ``op`` is its modality, ``name`` who has it.
    """
    known = actors(source)
    say = source.language.statements
    parts = _read(source, known)
    for passage in source.passages:
        if passage.part not in parts:
            continue
        handed = _handed(passage, source)
        begun = passage.own if _has_heading(passage) else 0
        for sentence in source.sentences(passage.text[begun:]):
            for duty in say.duties(sentence.text, handed, known):
                yield _fact(source, passage, begun + sentence.start, duty)


def _has_heading(passage: Passage) -> bool:
    """Whether what stands before the text proper is a heading, not a sentence read as one."""
    return passage.own <= HEADING and bool(passage.text[passage.own :].strip())


def _read(source: Source, known: Sequence[str]) -> tuple[str, ...]:
    """The parts that state duties: the clauses; what stands before them where the language has no
    recitals there, where most of the text was not numbered, or where no parties and so no recitals
    do; and what stands after them.
    """
    length = {"preamble": 0, "body": 0}
    for passage in source.passages:
        if passage.part in length:
            length[passage.part] += len(passage.text)
    recitals = source.language.statements.recitals and bool(known)
    before = () if recitals and length["preamble"] <= length["body"] else ("preamble",)
    return (*before, "body", "closing")


def _handed(passage: Passage, source: Source) -> Lead | None:
    """The lead of the list that the passage is an item of: its clause's words, or its heading."""
    node = passage.node
    if node is None or node.kind not in ("item", "paragraph"):
        return None
    lead = source.language.statements.lead
    known = actors(source)
    if passage.above is not None and node.kind == "item":
        above = passage.above
        told = lead(above.text[above.own :] or above.text, known)
        if told is not None:
            return told
    return lead(passage.heading, known) if passage.heading and node.kind == "item" else None


def _fact(source: Source, passage: Passage, at: int, duty: Duty) -> Fact:
    return source.fact(
        passage,
        at + duty.start,
        at + duty.end,
        kind="duty",
        name=duty.who,
        value=duty.what,
        op=duty.modality,
        rule=duty.rule,
        details=[(key, getattr(duty, key)) for key in DETAILS],
    )
