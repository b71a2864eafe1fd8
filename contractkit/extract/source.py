"""Agreement -> what the extractors read: its passages, each with its place in the source.

A passage is text that reads on. In a Word file that is a paragraph; in a text file the lines of a
paragraph are joined again, so that a sentence or a value that a line break cuts is whole.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from contractkit.extract.confidence import confidence
from contractkit.lang import language as language_of
from contractkit.lang.base import Language
from contractkit.lang.texts import Token
from contractkit.lang.value import Value
from contractkit.model.agreement import Agreement, Clause
from contractkit.model.document import Block, Span
from contractkit.model.extraction import Fact
from contractkit.model.standard import Library

NOTES = ("footnote", "endnote")  # the asides whose facts count: the rest repeat or comment
LINE_END = 2  # characters at most: a gap that is wider holds a blank line
_STOPS = "。；;：:.！!？?"
_FILLED = 30  # a line of fewer characters was not broken because it was full


@dataclass(frozen=True, slots=True)
class Passage:
    """Text that reads on, with the clause it stands in.

    ``pieces`` are the blocks: (offset in ``text``, block). ``own`` is where the text proper begins,
    after number and heading. ``node`` is the item or paragraph, ``holder`` the clause, chapter or
    attachment that holds it; both None before and after the clauses, and ``part`` says which.
    ``above`` is the passage that introduces the list that this is an item of.
    """

    text: str
    own: int
    pieces: tuple[tuple[int, Block], ...]
    part: str
    node: Clause | None = None
    holder: Clause | None = None
    above: Passage | None = None

    @property
    def clause(self) -> str:
        """The number of the clause, "" before and after the clauses."""
        return self.holder.label if self.holder else ""

    @property
    def heading(self) -> str:
        """The heading of the clause."""
        return self.holder.heading if self.holder else ""

    @property
    def scope(self) -> str:
        """The label of the attachment that it stands in, "" for the base."""
        return self.holder.scope if self.holder else ""

    def spot(self, at: int) -> tuple[Block, int]:
        """The block of character ``at``, and the offset there."""
        index = bisect_right([start for start, _ in self.pieces], at) - 1
        start, block = self.pieces[max(index, 0)]
        return block, min(at - start, len(block.text))


@dataclass(frozen=True, slots=True)
class Source:
    """An agreement as the extractors see it; ``at`` is where each block starts in the source.

    What several extractors ask for is found once: the values and the sentences of a text.
    """

    agreement: Agreement
    language: Language
    passages: tuple[Passage, ...]
    at: Mapping[int, int]
    library: Library | None = None
    memo: dict[str, object] = field(default_factory=dict)
    known_values: dict[str, tuple[Value, ...]] = field(default_factory=dict)
    known_sentences: dict[str, tuple[Token, ...]] = field(default_factory=dict)

    def values(self, text: str) -> tuple[Value, ...]:
        """The values that ``text`` states."""
        if text not in self.known_values:
            self.known_values[text] = self.language.values(text)
        return self.known_values[text]

    def sentences(self, text: str) -> tuple[Token, ...]:
        """The sentences of ``text``, as rules for statements read them."""
        if text not in self.known_sentences:
            self.known_sentences[text] = self.language.statements.sentences(text)
        return self.known_sentences[text]

    def fact(
        self,
        passage: Passage,
        start: int,
        end: int,
        *,
        kind: str,
        name: str,
        value: str,
        rule: str,
        op: str = "",
        details: Sequence[tuple[str, str]] = (),
        score: float | None = None,
    ) -> Fact:
        """A fact of characters ``start`` to ``end`` of ``passage``, placed in the source."""
        block, offset = passage.spot(start)
        last, stop = passage.spot(end - 1) if end > start else (block, offset - 1)
        inside = stop + 1 if last is block else len(block.text)
        return Fact(
            kind=kind,
            name=name,
            value=value,
            op=op,
            text=passage.text[start:end],
            start=self.at[block.index] + block.source(offset),
            end=self.at[last.index] + last.source(stop) + 1,
            clause=passage.clause,
            scope=passage.scope,
            rule=rule,
            confidence=confidence(rule) if score is None else score,
            span=Span(block.index, offset, inside),
            details=tuple(details),
        )


def source(agreement: Agreement, library: Library | None = None) -> Source:
    """``agreement`` cut into passages."""
    blocks = sorted([*agreement.blocks(), *_asides(agreement)], key=lambda block: block.index)
    offsets = [block.offset for block in blocks]
    plain = any(offsets) and offsets == sorted(offsets)  # else they begin anew in each paragraph
    at: dict[int, int] = {}
    total = 0
    for block in blocks:
        at[block.index] = 0 if plain else total - block.offset
        total += len(block.text) + 1
    passages = tuple(_passages(agreement, plain=plain))
    return Source(agreement, language_of(agreement.language), passages, at, library)


def _asides(agreement: Agreement) -> tuple[Block, ...]:
    return tuple(block for block in agreement.asides if block.story in NOTES)


def _passages(agreement: Agreement, *, plain: bool) -> Iterator[Passage]:
    yield from _loose(agreement.preamble, "preamble", plain=plain)
    for clause in agreement.clauses:
        yield from _below(clause, None, None, plain=plain)
    yield from _loose(agreement.closing, "closing", plain=plain)
    yield from _loose(_asides(agreement), "aside", plain=False)


def _loose(blocks: Sequence[Block], part: str, *, plain: bool) -> Iterator[Passage]:
    for group in _groups(blocks, plain=plain):
        yield _joined(group, 0, part, None, None, None)


def _below(
    node: Clause, holder: Clause | None, above: Passage | None, *, plain: bool
) -> Iterator[Passage]:
    if node.kind in ("clause", "chapter", "attachment"):
        holder = node
    last = above
    for position, group in enumerate(_groups(node.blocks, plain=plain)):
        own = node.start if position == 0 else 0
        last = _joined(group, own, "body", node, holder, above)
        yield last
    for child in node.children:
        yield from _below(child, holder, last, plain=plain)


def _groups(blocks: Sequence[Block], *, plain: bool) -> Iterator[list[Block]]:
    """The blocks of each passage; blank ones stand in none, unless text goes on after them."""
    group: list[Block] = []
    blanks: list[Block] = []
    for block in blocks:
        if not block.text.strip():
            blanks.append(block)
            continue
        apart = bool(blanks) or (plain and bool(group) and _gap(group[-1], block) > LINE_END)
        if group and plain and _reads_on(group[-1].text, block.text, blank=apart):
            group += blanks
        elif group:
            yield group
            group = []
        group.append(block)
        blanks = []
    if group:
        yield group


def _reads_on(line: str, after: str, *, blank: bool) -> bool:
    """Whether ``after`` goes on with the paragraph of ``line``; ``blank``: with a gap between."""
    line, first = line.rstrip(), after.lstrip()[:1]
    if not blank:
        return len(line) >= _FILLED or first.islower()
    return line[-1:] not in _STOPS and (
        first.islower() or (first >= "㐀" and len(line) >= _FILLED // 2)
    )


def _gap(before: Block, block: Block) -> int:
    """How many characters of a plain file stand between two blocks."""
    return block.offset - before.source(len(before.text))


def _joined(
    group: Sequence[Block],
    own: int,
    part: str,
    node: Clause | None,
    holder: Clause | None,
    above: Passage | None,
) -> Passage:
    text = group[0].text
    pieces = [(0, group[0])]
    for before, block in pairwise(group):
        text += "\n".rjust(_gap(before, block))  # as long as what stands between in the file
        pieces.append((len(text), block))
        text += block.text
    return Passage(text, own, tuple(pieces), part, node, holder, above)
