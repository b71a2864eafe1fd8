"""Agreement -> its cross-references, each with the clauses that it means, or said to dangle."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from contractkit.extract.targets import Index, index_of, number_of, targets_of
from contractkit.lang import language as language_of
from contractkit.lang.base import Language
from contractkit.lang.value import Value
from contractkit.model.agreement import Agreement, Clause
from contractkit.model.document import Block, Span
from contractkit.model.extraction import Reference, Status

CONTEXT = 60  # characters beside a number in which the text says that it is another document's
_NUMBER_OR_LETTER = re.compile(r"\d|[A-Za-z]{1,6}(?:/|\.\.|\Z)")  # 4/a, ii, D; not Exhibit A


def references(
    agreement: Agreement, values: Callable[[str], tuple[Value, ...]] | None = None
) -> tuple[Reference, ...]:
    """Every reference in the text of ``agreement``, in reading order; those that dangle too.

    ``values`` finds the values of a text, where somebody has found them already.
    """
    language = language_of(agreement.language)
    find = values or language.values
    index = index_of(agreement, language)
    found: list[Reference] = []
    for holder, block in _places(agreement):
        seen = find(block.text) if language.lexicon.cites.search(block.text) else ()
        cited = [value for value in seen if value.kind == "clause"]
        if holder is None:
            cited = [value for value in cited if not _is_label(value, block.text, index)]
        found += _in_block(block, holder, cited, index, language)
        found += _relative(block, holder, index, language)
    return tuple(found)


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
    block: Block, holder: Clause | None, cited: list[Value], index: Index, language: Language
) -> Iterator[Reference]:
    start = holder.start if holder and holder.blocks[0] is block else 0
    scope_of = _scopes(cited, block.text, index, language)
    for value in cited:
        if value.start < start:  # the clause's own number
            continue
        yield _reference(value, block, holder, scope_of, index, language)


def _is_label(value: Value, text: str, index: Index) -> bool:
    """Whether a line before the clauses is a label: Exhibit 10.1, or of the table of contents."""
    rest = text[value.end :].strip(" \t.…·:：0123456789")
    titled = not value.value[0].isdigit() and rest[:1].isupper()
    return not text[: value.start].strip() and (not rest or titled or rest in index.headings)


def _scopes(cited: list[Value], text: str, index: Index, language: Language) -> Mapping[int, str]:
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


def _attachment(value: Value, index: Index, language: Language) -> str | None:
    """The label of the attachment that ``value`` cites, "" if there is none; None for a clause."""
    for label in language.numbering.parse(value.text):
        if label.scheme.attachment:
            return index.attachments.get(label.path, "")
    return None if _NUMBER_OR_LETTER.match(value.value) else ""


def _reference(
    value: Value,
    block: Block,
    holder: Clause | None,
    scope_of: Mapping[int, str],
    index: Index,
    language: Language,
) -> Reference:
    lexicon = language.lexicon
    before = block.text[max(0, value.start - CONTEXT) : value.start]
    after = block.text[value.end : value.end + CONTEXT]
    attachment = _attachment(value, index, language)
    scope = scope_of.get(value.start, holder.scope if holder else "")
    status: Status = "resolved"
    targets: tuple[str, ...] = ()
    of_a_code = attachment is None and "-" in value.value  # § 13-8-51: no clause has such a number
    if of_a_code or lexicon.foreign_before.search(before) or lexicon.foreign_after.match(after):
        status = "outside"
    elif attachment is not None:
        status, targets = ("resolved", (attachment,)) if attachment else ("dangling", ())
    else:
        targets = targets_of(value.value, scope, index, holder)
        status = "resolved" if targets else "dangling"
    span = Span(block.index, value.start, value.end)
    text = block.text[value.start : value.end]
    return Reference(span, text, value.value, number_of(holder), status, targets)


def _relative(
    block: Block,
    holder: Clause | None,
    index: Index,
    language: Language,
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
            number_of(holder),
            "resolved" if inside else "dangling",
            (number_of(index.order[place]),) if inside else (),
        )
