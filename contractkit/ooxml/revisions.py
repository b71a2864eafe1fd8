"""List, accept and reject the tracked changes of a package.

What accepting and rejecting mean is told in ``resolve``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass

from contractkit.ooxml.blocks import body_blocks
from contractkit.ooxml.elements import drop
from contractkit.ooxml.names import (
    AUTHOR,
    DATE,
    DELTEXT,
    GOING,
    ID,
    TBL,
    TC,
    TR,
    M,
    P,
    T,
    local,
    w,
)
from contractkit.ooxml.package import Element, Package
from contractkit.ooxml.resolve import (
    CELL_MARK,
    CONTENT,
    PARAGRAPH_MARK,
    PROPERTY,
    ROW_MARK,
    marks_of,
    resolve,
    subject_of,
)
from contractkit.ooxml.text import paragraph_text

STORIES = ("/header", "/footer", "/footnotes", "/endnotes", "/comments")


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change: who, when, its element's name (``ins``, ``rPrChange`` …), its text.

    ``subject`` says what it is about: content, mark (of a paragraph), row, cell, format; ``block``
    is the place of its block in the body (``blocks``), -1 outside of it.
    """

    author: str
    date: str
    kind: str
    text: str
    part: str
    subject: str
    id: str
    block: int = -1


Predicate = Callable[[Revision], bool]


def revisions(package: Package) -> tuple[Revision, ...]:
    """The tracked changes of all stories, in the order in which they stand in the file."""
    places = _places(package)
    return tuple(
        _describe(element, part, places)
        for part in story_parts(package)
        for element in marks_of(package.xml(part))
    )


def accept(package: Package, where: Predicate | None = None) -> None:
    """Accept in place all tracked changes, or those for which ``where`` is true."""
    _resolve_package(package, True, where)


def reject(package: Package, where: Predicate | None = None) -> None:
    """Reject in place all tracked changes, or those for which ``where`` is true."""
    _resolve_package(package, False, where)


def story_parts(package: Package) -> list[str]:
    """The main part, then headers, footers, notes and comments that it points to."""
    main = package.main
    found = [main]
    for suffix in STORIES:
        found.extend(part for part in package.related(main, suffix) if part not in found)
    return found


def _resolve_package(package: Package, accepting: bool, where: Predicate | None) -> None:
    places = _places(package) if where is not None else {}
    for part in story_parts(package):
        root = package.xml(part)
        chosen: set[Element] | None = None
        if where is not None:
            chosen = {e for e in marks_of(root) if where(_describe(e, part, places))}
        resolve(root, accepting, chosen)


def _places(package: Package) -> dict[Element, int]:
    """The place in the body of each of its blocks, and of each table's first row."""
    found = {block: at for at, block in enumerate(body_blocks(package))}
    for row, at in list(found.items()):
        if row.tag == TR:
            found.setdefault(next(row.iterancestors(TBL)), at)
    return found


def _describe(element: Element, part: str, places: Mapping[Element, int]) -> Revision:
    subject = subject_of(element)
    return Revision(
        author=element.get(AUTHOR, ""),
        date=element.get(DATE, ""),
        kind=local(element.tag),
        text=_text_of(element, subject),
        part=part,
        subject=subject,
        id=element.get(ID, ""),
        block=next((places[e] for e in element.iterancestors(P, TR, TBL) if e in places), -1),
    )


def _text_of(element: Element, subject: str) -> str:
    scope: Element | None = element
    if subject == PARAGRAPH_MARK:
        return "¶"
    if subject == ROW_MARK:
        scope = next(element.iterancestors(TR), None)
    elif subject == CELL_MARK:
        scope = next(element.iterancestors(TC), None)
    elif subject == PROPERTY:
        scope = next(element.iterancestors(w("r"), P, TC, TR, TBL), None)
    if scope is None:
        return ""
    return "".join(t.text or "" for t in scope.iter(T, DELTEXT, f"{{{M}}}t"))


def resolved(package: Package, accepting: bool) -> Package:
    """A copy of ``package`` with all its tracked changes accepted, or rejected."""
    copy = package.copy()
    (accept if accepting else reject)(copy)
    return copy


def settled(package: Package) -> Package:
    """A copy of the body that reads as accepted, in which every paragraph and row still stands.

    A paragraph that would be empty reads as it was, so that a clause that is deleted as a whole is
    still known as that clause; a place among the blocks is the same as in ``package``.
    """
    copy = Package(dict(package.parts), package.name)
    root = deepcopy(package.xml(package.main))
    copy.set_xml(package.main, root)
    for paragraph in root.iter(P):
        gone = [e for e in marks_of(paragraph) if e.tag in GOING and subject_of(e) == CONTENT]
        if gone and not paragraph_text(paragraph):
            resolve(paragraph, False, set(gone))
    resolve(root, True, {e for e in marks_of(root) if subject_of(e) == CONTENT})
    for mark in list(marks_of(root)):
        drop(mark)
    return copy
