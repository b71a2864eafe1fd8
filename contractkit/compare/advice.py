"""A comparison -> what to propose to the counterparty, in the words of the standard clauses.

Every finding becomes a comment, on the value where it has a place, else on the start of its clause.
Where the standard text has an answer, it is proposed: a value that changed or went is put back, a
clause that is missing is put behind the one before it. The comment then stands on the proposal.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from contractkit.model.agreement import Agreement, Clause
from contractkit.model.comparison import Comparison, Delta, Finding, Pair, Unit
from contractkit.model.document import Span
from contractkit.model.proposal import Insertion, Proposal, Remark, Replacement

LAST = sys.maxsize  # behind all that stands in a block


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
        for pair in self._pairs:
            if pair.other is None or pair.other.number != finding.clause:
                continue
            place = self._value(pair, finding)
            if place is not None:
                span, standard = place
                if standard and span not in self._used:
                    self._used.append(span)
                    yield Replacement(span, standard, finding.message)
                else:
                    yield Remark(span, finding.message)
                return
        yield Remark(self.start(finding.clause), finding.message)

    def _value(self, pair: Pair, finding: Finding) -> tuple[Span, str] | None:
        """Where the value that the finding speaks of stands in the draft, and the standard's."""
        if pair.other is None or not finding.after:
            return None
        for delta in pair.deltas:
            if delta.other_start < 0 or _quoted(pair.other, delta) != finding.after:
                continue
            span = _span(pair.other, delta.other_start, delta.other_end)
            if span is None:
                return None
            wanted = finding.before if finding.rule == "value" and delta.kind == "value" else ""
            return span, "" if delta.direction == "better" else wanted
        if finding.basis and finding.after in pair.other.text:  # a rule of law quotes the draft
            start = pair.other.text.index(finding.after)
            span = _span(pair.other, start, start + len(finding.after))
            return (span, "") if span is not None else None
        return None

    def _missing(self, finding: Finding) -> Iterator[Proposal]:
        """The standard clause, behind the clause of the draft that answers the one before it."""
        behind: Unit | None = None
        for pair in self._pairs:
            base = pair.base
            missing = base is not None and pair.other is None and pair not in self._used
            if base is not None and missing and _is_about(finding, base):
                self._used.append(pair)
                if base.kind == "clause" and behind is not None:
                    yield self._insertion(base, behind, finding.message)
                    return
                break
            if pair.other is not None and pair.other.places and pair.other.kind == "clause":
                behind = pair.other
        yield Remark(self.start(""), finding.message)

    def _insertion(self, base: Unit, behind: Unit, reason: str) -> Insertion:
        last = behind.places[-1].block
        head = clause.blocks[0].index if (clause := self._clauses.get(last)) else last
        if clause is not None:
            last = max(block.index for _, node in clause.walk() for block in node.blocks)
        body = behind.places[-1].block
        lines = [line for line in base.text.split("\n") if line]
        heading = [(base.heading, head)] if base.heading else []
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


def _quoted(unit: Unit, delta: Delta) -> str:
    return unit.text[delta.other_start : delta.other_end]


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
