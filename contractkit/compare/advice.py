"""A comparison -> what to propose to the counterparty, in the words of the standard clauses.

Every finding becomes a comment, on the value where it has a place, else on the start of its clause.
Where the advice is to push back, our words are proposed: what changed within a sentence is put
back, a clause that is missing is put behind the one before it, the fallback that is advised for a
clause behind that clause. The comment then stands on the proposal.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from contractkit.model.agreement import Agreement, Clause
from contractkit.model.comparison import Comparison, Finding, Pair, Unit
from contractkit.model.document import Span
from contractkit.model.proposal import Insertion, Proposal, Remark, Replacement

LAST = sys.maxsize  # behind all that stands in a block
# Kinds whose words on both sides may change places within a sentence.
REPLACED = (
    "value",
    "modality",
    "negation",
    "party",
    "scope",
    "method",
    "start",
    "reference",
    "term",
    "conjunction",
)


def advise(comparison: Comparison, draft: Agreement) -> tuple[Proposal, ...]:
    """What to write into ``draft``, the other side of ``comparison``, in reading order."""
    advisor = _Advisor(comparison, draft)
    found: list[Proposal] = []
    for finding in comparison.findings:
        for proposal in advisor.on(finding):
            inside = _place(proposal)[0] in advisor.body  # not in a text box
            found.append(proposal if inside else Remark(advisor.start(""), finding.message))
    return tuple(sorted(found, key=_place))


def _place(proposal: Proposal) -> tuple[int, int]:
    if isinstance(proposal, Insertion):
        return proposal.after, LAST
    return proposal.span.block, proposal.span.start


class _Advisor:
    def __init__(self, comparison: Comparison, draft: Agreement) -> None:
        self._pairs = comparison.pairs
        self._used: list[Span | Pair] = []
        self._clauses = {
            block.index: clause
            for root in draft.clauses
            for clause in _answering(root)
            for _, node in clause.walk()
            for block in node.blocks
        }
        body = [block for block in draft.blocks() if block.story == "body"]
        self.body = {block.index for block in body}
        self._first = next(iter(body), None)

    def on(self, finding: Finding) -> Iterator[Proposal]:
        """What to propose for one finding."""
        if finding.rule == "missing":
            yield from self._missing(finding)
            return
        pair = next((p for p in self._pairs if p.other and p.other.name == finding.clause), None)
        if pair is None or pair.other is None:
            yield Remark(self.start(finding.clause), finding.message)
            return
        place = self._place(pair.other, finding)
        if place is not None and self._is_free(place):
            yield self._in_place(pair.other, place, finding)
        else:
            yield from self._behind(pair, finding)

    @staticmethod
    def _place(unit: Unit, finding: Finding) -> Span | None:
        """Where the finding stands in the draft; None where it spans paragraphs or has no place."""
        return _span(unit, finding.start, finding.end) if finding.start >= 0 else None

    def _is_free(self, place: Span) -> bool:
        return not any(
            isinstance(used, Span)
            and used.block == place.block
            and used.start < place.end
            and place.start < used.end
            for used in self._used
        )

    def _in_place(self, unit: Unit, place: Span, finding: Finding) -> Proposal:
        """Our words for theirs, where the advice is to push back and both sides have words."""
        advice = finding.advice
        meant = finding.kind in REPLACED or finding.basis  # the law says itself what to write
        pushed = advice is not None and advice.kind != "accept" and meant
        ours = advice.text if advice is not None and finding.kind == "value" else finding.before
        theirs = unit.text[finding.start : finding.end]
        if not pushed or finding.standing == "approval" or not ours or ours == theirs:
            return Remark(place, finding.message)
        self._used.append(place)
        return Replacement(place, ours, finding.message)

    def _behind(self, pair: Pair, finding: Finding) -> Iterator[Proposal]:
        """The advised fallback behind the clause, once; else a remark on the clause."""
        base, other, advice = pair.base, pair.other, finding.advice
        start = self.start(finding.clause)
        fallback = advice is not None and base is not None and "\n" in advice.text
        if (
            not fallback
            or pair in self._used
            or advice is None
            or other is None
            or not other.places
        ):
            yield Remark(start, finding.message)
            return
        if base is None or advice.text == base.text:  # the standard text, which they know
            yield Remark(start, finding.message)
            return
        self._used.append(pair)
        yield self._insertion("", advice.text, other, finding.message)

    def _missing(self, finding: Finding) -> Iterator[Proposal]:
        """The standard clause, behind the clause of the draft that answers the one before it."""
        behind: Unit | None = None
        for pair in self._pairs:
            base = pair.base
            missing = base is not None and pair.other is None and pair not in self._used
            if base is not None and missing and _is_about(finding, base):
                self._used.append(pair)
                if base.kind == "clause" and behind is not None:
                    text = finding.advice.text if finding.advice else base.text
                    yield self._insertion(base.heading, text, behind, finding.message)
                    return
                break
            if pair.other is not None and pair.other.places and pair.other.kind == "clause":
                behind = pair.other
        yield Remark(self.start(""), finding.message)

    def _insertion(self, title: str, text: str, behind: Unit, reason: str) -> Insertion:
        last = behind.places[-1].block
        head = clause.blocks[0].index if (clause := self._clauses.get(last)) else last
        if clause is not None:
            last = max(block.index for _, node in clause.walk() for block in node.blocks)
        body = behind.places[-1].block
        lines = [line for line in text.split("\n") if line]
        heading = [(title, head)] if title else []
        return Insertion(last, (*heading, *((line, body) for line in lines)), reason)

    def start(self, number: str) -> Span:
        """The first paragraph of the clause with that number, or of the draft."""
        for pair in self._pairs:
            unit = pair.other
            if number and unit is not None and unit.number == number and unit.places:
                clause = self._clauses.get(unit.places[0].block)
                if clause is not None:
                    return Span(clause.blocks[0].index, 0, len(clause.blocks[0].text))
                span = _span(unit, 0, _end(unit))
                if span is not None:
                    return span
        first = self._first
        return Span(first.index, 0, len(first.text)) if first is not None else Span(0, 0, 0)


def _answering(root: Clause) -> Iterator[Clause]:
    """The clauses that are compared as a whole."""
    if root.kind not in ("chapter", "attachment"):
        yield root
        return
    for child in root.children:
        yield from _answering(child)


def _is_about(finding: Finding, base: Unit) -> bool:
    name = f"{base.number} {base.heading}".strip() or base.text[:20]
    return name in finding.message


def _end(unit: Unit) -> int:
    """Where the first paragraph of the unit ends."""
    end = unit.text.find("\n")
    return len(unit.text) if end < 0 else end


def _span(unit: Unit, start: int, end: int) -> Span | None:
    """Characters of a unit's text as a place in the document; None where they span paragraphs."""
    within: Sequence[int] = [k for k, place in enumerate(unit.places) if place.offset <= start]
    if not within:
        return None
    place = unit.places[within[-1]]
    following = unit.places[within[-1] + 1 :]
    if following and end >= following[0].offset:
        return None
    shift = place.start - place.offset
    return Span(place.block, start + shift, end + shift)
