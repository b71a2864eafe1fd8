"""What a citation means: the clauses of an agreement by number, and those that a form names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from contractkit.lang.base import Language
from contractkit.model.agreement import Agreement, Clause

LONGEST_RANGE = 500  # clauses: what goes on for longer is no range of clauses

# The marks of items in their order.
_ROWS = (
    tuple("abcdefghijklmnopqrstuvwxyz"),
    tuple("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv".split()),
    tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
)
_MARK = re.compile(r"\(([A-Za-z]{1,5})\)")


@dataclass(slots=True)
class Index:
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


def index_of(agreement: Agreement, language: Language) -> Index:
    """The clauses of ``agreement`` as its references find them."""
    words = sorted(language.lexicon.relative, key=len, reverse=True)
    index = Index(re.compile("|".join(map(re.escape, words)), re.IGNORECASE))
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


def targets_of(form: str, scope: str, index: Index, holder: Clause | None) -> tuple[str, ...]:
    """The clauses that a normal form means: every one of a range; () when one is not there."""
    if ".." in form:
        return _range(form, scope, index, holder)
    components = form.split("/")
    if not components[0].isdecimal():  # clause (ii) of the clause itself; Section D
        if holder and _has(holder, tuple(components), index):
            return (number_of(holder),)
        lettered = index.lettered.get((scope, components[0])) if len(components) == 1 else None
        return (number_of(lettered),) if lettered else ()
    for cut in range(len(components), 0, -1):  # the longest number that is a clause's
        path = _path("/".join(components[:cut]))
        clause = _find(path, scope, index) if path else None
        if clause:
            return (number_of(clause),) if _has(clause, tuple(components[cut:]), index) else ()
    return ()


def number_of(clause: Clause | None) -> str:
    """What a reference calls a clause: its attachment and its number; "" for none."""
    return f"{clause.scope} {clause.label}".strip() if clause else ""


def _range(form: str, scope: str, index: Index, holder: Clause | None) -> tuple[str, ...]:
    """The clauses from the first of a range to its last; of items the clause that holds them."""
    ends = form.split("..")
    first, last = (_path(end) for end in ends)
    if first is None or last is None:
        found = [targets_of(end, scope, index, holder) for end in ends]
        return tuple(dict.fromkeys(sum(found, ()))) if all(found) else ()
    if first[:-1] != last[:-1] or last[-1] - first[-1] > LONGEST_RANGE:
        return ()
    paths = [(*first[:-1], n) for n in range(first[-1], last[-1] + 1)]
    clauses = [_find(path, scope, index) for path in paths]
    return tuple(number_of(clause) for clause in clauses) if all(clauses) else ()


def _path(form: str) -> tuple[int, ...] | None:
    pieces = form.split("/")
    return tuple(map(int, pieces)) if all(piece.isdecimal() for piece in pieces) else None


def _find(path: tuple[int, ...], scope: str, index: Index) -> Clause | None:
    """The clause at ``path`` in the scope, else in the base."""
    return index.clauses.get((scope, path)) or index.clauses.get(("", path))


def _has(clause: Clause, rest: tuple[str, ...], index: Index) -> bool:
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


def _stands_in(clause: Clause, item: str, index: Index) -> bool:
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
