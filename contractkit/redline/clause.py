"""Our clause in a draft: behind one of its clauses, or in the place of one's text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from lxml import etree

from contractkit.errors import RedlineError
from contractkit.model.agreement import Agreement, Clause
from contractkit.model.document import Span
from contractkit.model.proposal import Insertion, Replacement
from contractkit.ooxml.names import P
from contractkit.redline.align import align
from contractkit.redline.tokens import Tokens, common
from contractkit.redline.units import Unit
from contractkit.redline.words import Words

AROUND = " .．。、:：\u3000"  # what stands around a number and does not count
SHOWN = 8  # numbers that a message lists


def find_clause(draft: Agreement, number: str) -> Clause:
    """The clause of ``draft`` with that number as printed, in an attachment after its label.

    Raises RedlineError where there is none, or more than one.
    """
    numbered = [node for _, node in draft.walk() if node.label]
    wanted = _plain(number)
    found = [node for node in numbered if wanted in (_plain(node.label), _plain(_name(node)))]
    if len(found) == 1:
        return found[0]
    if found:
        message = f"{len(found)} clauses have the number {number!r}"
    else:
        message = f"there is no clause {number!r} in the draft"
    listed = found or [node for node in numbered if node.kind == "clause"]
    named = list(dict.fromkeys(map(_name, listed)))
    more = " …" if len(named) > SHOWN else ""
    hint = f"as printed: {', '.join(named[:SHOWN])}{more}" if named else "it numbers no clause"
    raise RedlineError(message, where=draft.name, hint=hint)


def _name(node: Clause) -> str:
    return f"{node.scope} {node.label}".strip()


def _plain(number: str) -> str:
    return number.strip(AROUND).casefold()


def clause_behind(
    behind: Clause, heading: str, lines: Sequence[str], reason: str
) -> tuple[Insertion | Replacement, ...]:
    """A new clause behind ``behind``, whose heading and text look like that one's."""
    last = max(block.index for _, node in behind.walk() for block in node.blocks)
    head, text = behind.blocks[0].index, behind.blocks[-1].index
    new = [(heading, head)] if heading else []
    return (Insertion(last, (*new, *((line, text) for line in lines)), reason),)


def clause_in_place(
    clause: Clause, lines: Sequence[str], reason: str
) -> tuple[Insertion | Replacement, ...]:
    """``lines`` as the text of ``clause``, word by word; its number and heading stay.

    The reason is said once, at the first change; where nothing changes there is no proposal.
    """
    old = list(_lines(clause))
    head = clause.blocks[0].index
    found: list[Insertion | Replacement] = []
    if old and lines and old[0].span.block == head:  # nothing can stand before it
        found += _edits(old.pop(0), lines[0])
        lines = lines[1:]
    behind = head
    steps = align([_unit(line.text) for line in old], list(map(_unit, lines)), Words(), moves=False)
    for step in steps:
        mine, theirs = [old[i] for i in step.base], [lines[j] for j in step.other]
        for line, text in zip(mine, theirs, strict=False):
            found += _edits(line, text)
        found += [Replacement(line.span, "") for line in mine[len(theirs) :]]
        behind = mine[-1].span.block if mine else behind
        if new := theirs[len(mine) :]:
            found.append(Insertion(behind, tuple((text, -1) for text in new)))
    return tuple(replace(one, reason=reason) if not at else one for at, one in enumerate(found))


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of the clause's text, and where it stands."""

    text: str
    span: Span


def _lines(clause: Clause) -> Iterator[_Line]:
    for _, node in clause.walk():
        for position, block in enumerate(node.blocks):
            start = node.start if position == 0 else 0
            text = block.text[start:].strip()
            if text:
                start = block.text.index(text, start)
                yield _Line(text, Span(block.index, start, start + len(text)))


def _unit(text: str) -> Unit:
    return Unit("p", etree.Element(P), key=text, text=text)


def _edits(line: _Line, text: str) -> Iterator[Replacement]:
    """What makes ``text`` of a line."""
    old, new = Tokens(), Tokens()
    old.add_text(line.text)
    new.add_text(text)
    block, origin = line.span.block, line.span.start
    at = came = 0
    for start, end, first, last in [*common(old, new), (len(line.text),) * 2 + (len(text),) * 2]:
        if at < start or came < first:
            yield Replacement(Span(block, origin + at, origin + start), text[came:first])
        at, came = end, last
