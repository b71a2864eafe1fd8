"""Agreement -> its cross-references, each with the clauses that it means, or said to dangle."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from contractkit.lang import language as language_of
from contractkit.lang.base import Language, Value
from contractkit.model.agreement import Agreement, Clause
from contractkit.model.document import Block, Span
from contractkit.model.extraction import Reference, Status

CONTEXT = 60  # characters beside a number in which the text says that it is another document's


@dataclass(slots=True)
class _Index:
    """The clauses of an agreement by attachment and number, in order, and the place of each;
    ``relative`` finds the words that cite by position.
    """

    relative: re.Pattern[str]
    clauses: dict[tuple[str, tuple[int, ...]], Clause] = field(default_factory=dict)
    attachments: dict[tuple[int, ...], str] = field(default_factory=dict)
    order: list[Clause] = field(default_factory=list)
    place: dict[int, int] = field(default_factory=dict)


def references(agreement: Agreement) -> tuple[Reference, ...]:
    """Every reference in the text of ``agreement``, in reading order; those that dangle too."""
    language = language_of(agreement.language)
    index = _index(agreement, language)
    found: list[Reference] = []
    for holder, block in _places(agreement):
        found += _in_block(block, holder, index, language)
    return tuple(found)


def _index(agreement: Agreement, language: Language) -> _Index:
    words = sorted(language.lexicon.relative, key=len, reverse=True)
    index = _Index(re.compile("|".join(map(re.escape, words)), re.IGNORECASE))
    run_on = language.numbering.clauses_run_on
    for _, node in agreement.walk():
        if node.kind == "attachment" and node.number:
            index.attachments[node.number.path] = node.label
        elif node.kind == "clause" and node.number:
            index.clauses.setdefault((node.scope, node.number.path), node)
            index.place[id(node)] = len(index.order)
            index.order.append(node)
        elif (
            node.kind == "chapter" and node.number and not run_on
        ):  # Section 4 may mean all of 4.1 to 4.6
            index.clauses.setdefault((node.scope, node.number.path), node)
    return index


def _places(agreement: Agreement) -> Iterator[tuple[Clause | None, Block]]:
    """Each block with the clause it stands in; None for what stands before and after."""
    for block in agreement.preamble:
        yield None, block
    holder = None
    for _, node in agreement.walk():
        if node.kind in ("clause", "chapter", "attachment"):
            holder = node
        for block in node.blocks:
            yield holder, block
    for block in agreement.closing:
        yield None, block


def _in_block(
    block: Block, holder: Clause | None, index: _Index, language: Language
) -> Iterator[Reference]:
    cited = [value for value in language.values(block.text) if value.kind == "clause"]
    start = holder.start if holder and holder.blocks[0] is block else 0
    scope_of = _scopes(cited, block.text, index, language)
    for value in cited:
        if value.start < start:  # the clause's own number
            continue
        yield _reference(value, block, holder, scope_of, index, language)
    yield from _relative(block, holder, index, language)


def _scopes(cited: list[Value], text: str, index: _Index, language: Language) -> Mapping[int, str]:
    """By the place of a cited clause, the attachment that is named right beside it."""
    found = {}
    for one, two in pairwise(cited):
        if text[one.end : two.start] not in language.lexicon.within:
            continue
        for attachment, clause in ((one, two), (two, one)):
            label = _attachment(attachment, index, language)
            if label is not None and _attachment(clause, index, language) is None:
                found[clause.start] = label
    return found


def _attachment(value: Value, index: _Index, language: Language) -> str | None:
    """The label of the attachment that ``value`` cites, "" if there is none; None for a clause."""
    for label in language.numbering.parse(value.text):
        if label.scheme.attachment:
            return index.attachments.get(label.path, "")
    return None if re.match(r"\d", value.value) else ""


def _reference(
    value: Value,
    block: Block,
    holder: Clause | None,
    scope_of: Mapping[int, str],
    index: _Index,
    language: Language,
) -> Reference:
    lexicon = language.lexicon
    before = block.text[max(0, value.start - CONTEXT) : value.start]
    after = block.text[value.end : value.end + CONTEXT]
    attachment = _attachment(value, index, language)
    scope = scope_of.get(value.start, holder.scope if holder else "")
    status: Status = "resolved"
    targets: tuple[str, ...] = ()
    if lexicon.foreign_before.search(before) or lexicon.foreign_after.match(after):
        status = "outside"
    elif attachment is not None:
        status, targets = ("resolved", (attachment,)) if attachment else ("dangling", ())
    else:
        targets = _targets(value.value, scope, index)
        status = "resolved" if targets else "dangling"
    span = Span(block.index, value.start, value.end)
    text = block.text[value.start : value.end]
    return Reference(span, text, value.value, _number(holder), status, targets)


def _number(clause: Clause | None) -> str:
    return f"{clause.scope} {clause.label}".strip() if clause else ""


def _targets(form: str, scope: str, index: _Index) -> tuple[str, ...]:
    """The clauses that a normal form means: every one of a range; () when one is not there."""
    if ".." in form:
        first, last = (_path(end) for end in form.split(".."))
        if first is None or last is None or first[:-1] != last[:-1]:
            return ()
        paths = [(*first[:-1], n) for n in range(first[-1], last[-1] + 1)]
        found = [_find(path, scope, index) for path in paths]
        return tuple(_number(clause) for clause in found) if all(found) else ()
    components = form.split("/")
    for cut in range(len(components), 0, -1):  # the longest number that is a clause's
        path = _path("/".join(components[:cut]))
        clause = _find(path, scope, index) if path else None
        if clause:
            return (_number(clause),) if _has(clause, tuple(components[cut:])) else ()
    return ()


def _path(form: str) -> tuple[int, ...] | None:
    pieces = form.split("/")
    return tuple(map(int, pieces)) if all(piece.isdecimal() for piece in pieces) else None


def _find(path: tuple[int, ...], scope: str, index: _Index) -> Clause | None:
    """The clause at ``path`` in the scope, else in the base."""
    return index.clauses.get((scope, path)) or index.clauses.get(("", path))


def _has(clause: Clause, rest: tuple[str, ...]) -> bool:
    """Whether the clause has the paragraph and items that the rest of a citation names."""
    if not rest:
        return True
    if rest[0].isdecimal():  # 款, 项: the n-th paragraph, the n-th item of the clause
        paragraphs = sum(1 for text, _ in clause.pieces() if text)
        paragraphs += sum(child.kind == "paragraph" for child in clause.children)
        items = sum(child.kind == "item" for child in clause.children)
        deeper = len(rest) < 2 or not rest[1].isdecimal() or int(rest[1]) <= items
        return int(rest[0]) <= max(paragraphs, 1) and deeper
    return any(
        child.label.strip("().").lower() == rest[0].lower() and _has(child, rest[1:])
        for child in clause.children
    )


def _relative(
    block: Block, holder: Clause | None, index: _Index, language: Language
) -> Iterator[Reference]:
    """References by position: 前款, 本条, the preceding paragraph."""
    if holder is None or id(holder) not in index.place:
        return
    at = index.place[id(holder)]
    for match in index.relative.finditer(block.text):
        level, step = language.lexicon.relative[match[0].lower()]
        place = at + step if level == "clause" else at
        inside = 0 <= place < len(index.order)
        yield Reference(
            Span(block.index, match.start(), match.end()),
            match[0],
            f"{level}{step:+d}" if step else level,
            _number(holder),
            "resolved" if inside else "dangling",
            (_number(index.order[place]),) if inside else (),
        )
