"""Agreement -> its cross-references, each with the clauses that it means, or said to dangle."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from contractkit.lang import language as language_of
from contractkit.lang.base import Language
from contractkit.lang.value import Value
from contractkit.model.agreement import Agreement, Clause
from contractkit.model.document import Block, Span
from contractkit.model.extraction import Reference, Status

LONGEST_RANGE = 500  # clauses: what goes on for longer is no range of clauses
CONTEXT = 60  # characters beside a number in which the text says that it is another document's


# The marks of items in their order.
_ROWS = (
    tuple("abcdefghijklmnopqrstuvwxyz"),
    tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()),
    tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
)
_MARK = re.compile(r"\(([A-Za-z]{1,5})\)")
_NUMBER_OR_LETTER = re.compile(r"\d|[A-Za-z]{1,6}(?:/|\.\.|\Z)")  # 4/a, ii, D; not Exhibit A


@dataclass(slots=True)
class _Index:
    """The clauses of an agreement by attachment and number, in order, and the place of each.

    ``relative`` finds the words that cite by position; ``lettered`` are the clauses whose number is
    a letter, by that letter; ``marks`` the items in the run of a clause's text, once asked for.
    """

    relative: re.Pattern[str]
    clauses: dict[tuple[str, tuple[int, ...]], Clause] = field(default_factory=dict)
    marks: dict[int, frozenset[str]] = field(default_factory=dict)
    lettered: dict[tuple[str, str], Clause] = field(default_factory=dict)
    attachments: dict[tuple[int, ...], str] = field(default_factory=dict)
    headings: set[str] = field(default_factory=set)
    order: list[Clause] = field(default_factory=list)
    place: dict[int, int] = field(default_factory=dict)


def references(
    agreement: Agreement, values: Callable[[str], tuple[Value, ...]] | None = None
) -> tuple[Reference, ...]:
    """Every reference in the text of ``agreement``, in reading order; those that dangle too.

    ``values`` finds the values of a text, where somebody has found them already.
    """
    language = language_of(agreement.language)
    find = values or language.values
    index = _index(agreement, language)
    found: list[Reference] = []
    for holder, block in _places(agreement):
        seen = find(block.text) if language.lexicon.cites.search(block.text) else ()
        cited = [value for value in seen if value.kind == "clause"]
        if holder is None:
            cited = [value for value in cited if not _is_label(value, block.text, index)]
        found += _in_block(block, holder, cited, index, language)
        found += _relative(block, holder, index, language)
    return tuple(found)


def _index(agreement: Agreement, language: Language) -> _Index:
    words = sorted(language.lexicon.relative, key=len, reverse=True)
    index = _Index(re.compile("|".join(map(re.escape, words)), re.IGNORECASE))
    run_on = language.numbering.clauses_run_on
    chapters: list[Clause] = []
    for _, node in agreement.walk():
        index.headings.add(node.heading.strip())
        letter = node.label.strip("().")
        if node.kind in ("clause", "chapter") and letter.isalpha() and len(letter) == 1:
            index.lettered.setdefault((node.scope, letter), node)
        if node.kind == "attachment" and node.number:
            index.attachments[node.number.path] = node.label
        elif node.kind == "clause" and node.number:
            index.clauses.setdefault((node.scope, node.number.path), node)
            index.place[id(node)] = len(index.order)
            index.order.append(node)
        elif node.kind == "chapter" and node.number and not run_on:
            chapters.append(node)
    for node in chapters:  # Section 4 may mean all of 4.1 to 4.6, where no clause is 4 itself
        if node.number:
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
    block: Block, holder: Clause | None, cited: list[Value], index: _Index, language: Language
) -> Iterator[Reference]:
    start = holder.start if holder and holder.blocks[0] is block else 0
    scope_of = _scopes(cited, block.text, index, language)
    for value in cited:
        if value.start < start:  # the clause's own number
            continue
        yield _reference(value, block, holder, scope_of, index, language)


def _is_label(value: Value, text: str, index: _Index) -> bool:
    """Whether a line before the clauses is a label: Exhibit 10.1, or of the table of contents."""
    rest = text[value.end :].strip(" \t.…·:：0123456789")
    titled = not value.value[0].isdigit() and rest[:1].isupper()
    return not text[: value.start].strip() and (not rest or titled or rest in index.headings)


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
    return None if _NUMBER_OR_LETTER.match(value.value) else ""


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
    of_a_code = attachment is None and "-" in value.value  # § 13-8-51: no clause has such a number
    if of_a_code or lexicon.foreign_before.search(before) or lexicon.foreign_after.match(after):
        status = "outside"
    elif attachment is not None:
        status, targets = ("resolved", (attachment,)) if attachment else ("dangling", ())
    else:
        targets = _targets(value.value, scope, index, holder)
        status = "resolved" if targets else "dangling"
    span = Span(block.index, value.start, value.end)
    text = block.text[value.start : value.end]
    return Reference(span, text, value.value, _number(holder), status, targets)


def _number(clause: Clause | None) -> str:
    return f"{clause.scope} {clause.label}".strip() if clause else ""


def _targets(form: str, scope: str, index: _Index, holder: Clause | None) -> tuple[str, ...]:
    """The clauses that a normal form means: every one of a range; () when one is not there."""
    if ".." in form:
        return _range(form, scope, index, holder)
    components = form.split("/")
    if not components[0].isdecimal():  # clause (ii) of the clause itself; Section D
        if holder and _has(holder, tuple(components), index):
            return (_number(holder),)
        lettered = index.lettered.get((scope, components[0])) if len(components) == 1 else None
        return (_number(lettered),) if lettered else ()
    for cut in range(len(components), 0, -1):  # the longest number that is a clause's
        path = _path("/".join(components[:cut]))
        clause = _find(path, scope, index) if path else None
        if clause:
            return (_number(clause),) if _has(clause, tuple(components[cut:]), index) else ()
    return ()


def _range(form: str, scope: str, index: _Index, holder: Clause | None) -> tuple[str, ...]:
    """The clauses from the first of a range to its last; of items the clause that holds them."""
    ends = form.split("..")
    first, last = (_path(end) for end in ends)
    if first is None or last is None:
        found = [_targets(end, scope, index, holder) for end in ends]
        return tuple(dict.fromkeys(sum(found, ()))) if all(found) else ()
    if first[:-1] != last[:-1] or last[-1] - first[-1] > LONGEST_RANGE:
        return ()
    paths = [(*first[:-1], n) for n in range(first[-1], last[-1] + 1)]
    clauses = [_find(path, scope, index) for path in paths]
    return tuple(_number(clause) for clause in clauses) if all(clauses) else ()


def _path(form: str) -> tuple[int, ...] | None:
    pieces = form.split("/")
    return tuple(map(int, pieces)) if all(piece.isdecimal() for piece in pieces) else None


def _find(path: tuple[int, ...], scope: str, index: _Index) -> Clause | None:
    """The clause at ``path`` in the scope, else in the base."""
    return index.clauses.get((scope, path)) or index.clauses.get(("", path))


def _has(clause: Clause, rest: tuple[str, ...], index: _Index) -> bool:
    """Whether the clause has the paragraph and items that the rest of a citation names."""
    if not rest:
        return True
    if rest[0].isdecimal():  # 款, 项: the n-th paragraph, the n-th item of the clause
        paragraphs = sum(1 for text, _ in clause.pieces() if text)
        paragraphs += sum(child.kind == "paragraph" for child in clause.children)
        items = sum(child.kind == "item" for child in clause.children)
        deeper = len(rest) < 2 or not rest[1].isdecimal() or int(rest[1]) <= items
        return int(rest[0]) <= max(paragraphs, 1) and deeper
    below = any(
        child.label.strip("().").lower() == rest[0].lower() and _has(child, rest[1:], index)
        for child in clause.children
    )
    return below or all(_stands_in(clause, item, index) for item in rest)


def _stands_in(clause: Clause, item: str, index: _Index) -> bool:
    """Whether an item stands in the run of a clause's text: (a) the fee, (b) the rate.

    Those before it must stand there too, or the citation itself would be its target.
    """
    if id(clause) not in index.marks:
        index.marks[id(clause)] = frozenset(_marks(clause))
    marks = index.marks[id(clause)]
    return any(
        item in row and marks.issuperset(row[: max(row.index(item) + 1, 2)]) for row in _ROWS
    )


def _marks(clause: Clause) -> Iterator[str]:
    """The letters in brackets in a clause's text, and those of its items."""
    for _, node in clause.walk():
        yield node.label.strip("().")
        for text, _ in node.pieces():
            yield from _MARK.findall(text)


def _relative(
    block: Block,
    holder: Clause | None,
    index: _Index,
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
            _number(holder),
            "resolved" if inside else "dangling",
            (_number(index.order[place]),) if inside else (),
        )
