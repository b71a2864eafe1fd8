"""List, accept and reject the tracked changes of a package.

What accepting and rejecting mean follows ECMA-376 part 1, 17.13.5, and what Word does where the
standard is silent (docs/analysis/tracked-changes.md):

- ``ins`` and ``moveTo`` stay on accepting, go on rejecting; ``del`` and ``moveFrom`` the reverse;
- a paragraph whose *mark* goes is joined to the next one, which keeps its own properties;
- a paragraph that is left empty with no paragraph after it goes as a whole;
- a row or cell goes by its own mark; a table without rows goes with its last row;
- a property change holds the properties as they were.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from contractkit.ooxml.names import (
    ALTERNATE,
    AUTHOR,
    COMING,
    CONTROL_RANGES,
    DATE,
    DEL,
    DELINSTRTEXT,
    DELTEXT,
    GOING,
    ID,
    INSTRTEXT,
    MOVE_RANGES,
    PPR,
    PROPERTY_CHANGES,
    RPR,
    SDT,
    SDTCONTENT,
    SECTPR,
    TBL,
    TC,
    TCPR,
    TR,
    TRACKED,
    TRPR,
    VAL,
    M,
    P,
    T,
    local,
    w,
)
from contractkit.ooxml.package import Element, Package

CELL_INS, CELL_DEL, CELL_MERGE = w("cellIns"), w("cellDel"), w("cellMerge")
STORIES = ("/header", "/footer", "/footnotes", "/endnotes", "/comments")
BLOCKS = frozenset({P, TBL, SDT, w("customXml")})
ANCHORS = frozenset(
    w(name)
    for name in (
        "bookmarkStart bookmarkEnd proofErr commentRangeStart commentRangeEnd permStart permEnd"
    ).split()
)
ROW_MARK, CELL_MARK, PARAGRAPH_MARK, CONTENT, PROPERTY = "row", "cell", "mark", "content", "format"
KINDS = {local(tag): tag for tag in TRACKED}


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change: who, when, its element's name (``ins``, ``rPrChange`` …), its text.

    ``subject`` says what it is about: content, mark (of a paragraph), row, cell, format.
    """

    author: str
    date: str
    kind: str
    text: str
    part: str
    subject: str
    id: str


Predicate = Callable[[Revision], bool]


def revisions(package: Package) -> tuple[Revision, ...]:
    """The tracked changes of all stories, in the order in which they stand in the file."""
    return tuple(
        _describe(element, part)
        for part in story_parts(package)
        for element in _marks(package.xml(part))
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


def has_revisions(package: Package) -> bool:
    """Whether any story holds a tracked change."""
    return any(next(_marks(package.xml(part)), None) is not None for part in story_parts(package))


def _resolve_package(package: Package, accepting: bool, where: Predicate | None) -> None:
    for part in story_parts(package):
        root = package.xml(part)
        chosen: set[Element] | None = None
        if where is not None:
            chosen = {e for e in _marks(root) if where(_describe(e, part))}
        resolve(root, accepting, chosen)


def resolve(root: Element, accepting: bool, chosen: set[Element] | None = None) -> None:
    """Accept or reject in place the changes under ``root``: all, or the elements in ``chosen``."""
    marks = [e for e in _marks(root) if chosen is None or e in chosen]
    if marks:
        going = GOING if accepting else COMING
        _rows_and_cells(marks, accepting, going)
        _properties(marks, accepting)
        _contents(marks, going)
        _control_ranges(root, marks, accepting)
        _paragraph_marks(marks, going)
    if chosen is None:
        for element in list(root.iter(*MOVE_RANGES, *CONTROL_RANGES)):
            _drop(element)
    if marks:
        _tidy(root)


def _marks(root: Element) -> Iterator[Element]:
    return root.iter(*TRACKED, *PROPERTY_CHANGES, CELL_INS, CELL_DEL, CELL_MERGE)


def _subject(element: Element) -> str:
    if element.tag in PROPERTY_CHANGES:
        return PROPERTY
    parent = element.getparent()
    inside = parent.tag if parent is not None else ""
    if inside == TRPR:
        return ROW_MARK
    if inside == TCPR:
        return CELL_MARK
    if inside in (RPR, w("numPr")) or inside == f"{{{M}}}ctrlPr":
        return PARAGRAPH_MARK
    return CONTENT


def _describe(element: Element, part: str) -> Revision:
    subject = _subject(element)
    return Revision(
        author=element.get(AUTHOR, ""),
        date=element.get(DATE, ""),
        kind=local(element.tag),
        text=_text_of(element, subject),
        part=part,
        subject=subject,
        id=element.get(ID, ""),
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


def _drop(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)


def _rows_and_cells(marks: Iterable[Element], accepting: bool, going: frozenset[str]) -> None:
    gone_cell = CELL_DEL if accepting else CELL_INS
    for mark in marks:
        parent = mark.getparent()
        if parent is None:
            continue
        if parent.tag == TRPR:
            row = parent.getparent()
            if row is not None and mark.tag in going:
                _drop_from_table(row)
            parent.remove(mark)
        elif parent.tag == TCPR and mark.tag in (CELL_INS, CELL_DEL):
            cell = parent.getparent()
            if cell is not None and mark.tag == gone_cell:
                _drop_from_table(cell)
            parent.remove(mark)
        elif mark.tag == CELL_MERGE:
            _resolve_merge(parent, mark, accepting)


def _drop_from_table(element: Element) -> None:
    """Remove a row or cell, and the row or table that is empty without it."""
    parent = element.getparent()
    if parent is None:
        return
    parent.remove(element)
    rest = TC if element.tag == TC else TR
    if next(parent.iter(rest), None) is None:
        if parent.tag == TR:
            _drop_from_table(parent)
        else:
            _drop(parent)


def _resolve_merge(properties: Element, mark: Element, accepting: bool) -> None:
    value = mark.get(w("vMerge") if accepting else w("vMergeOrig"))
    properties.remove(mark)
    if value and properties.find(w("vMerge")) is None:
        merge = etree.SubElement(properties, w("vMerge"))
        merge.set(VAL, {"cont": "continue", "rest": "restart"}.get(value, value))


# What a property change does not speak of, and that stays as it is when it is rejected.
KEPT = {
    "pPrChange": (RPR, SECTPR),
    "rPrChange": tuple(TRACKED),
    "sectPrChange": (w("headerReference"), w("footerReference")),
    "trPrChange": tuple(TRACKED),
    "tcPrChange": (CELL_INS, CELL_DEL, CELL_MERGE),
}
LAST = (RPR, SECTPR)


def _properties(marks: Iterable[Element], accepting: bool) -> None:
    for mark in marks:
        if mark.tag not in PROPERTY_CHANGES:
            continue
        owner = mark.getparent()
        if owner is None:
            continue
        owner.remove(mark)
        name = local(mark.tag)
        if accepting or name == "numberingChange":
            continue
        kept = [child for child in owner if child.tag in KEPT.get(name, ())]
        before = list(mark[0]) if len(mark) else []
        owner[:] = [
            *(child for child in kept if child.tag not in LAST),
            *before,
            *(child for child in kept if child.tag in LAST),
        ]


def _contents(marks: Iterable[Element], going: frozenset[str]) -> None:
    for mark in marks:
        if mark.tag not in TRACKED or _subject(mark) != CONTENT:
            continue
        if mark.tag in going:
            _drop(mark)
            continue
        if mark.tag == DEL:
            for tag, plain in ((DELTEXT, T), (DELINSTRTEXT, INSTRTEXT)):
                for element in mark.iter(tag):
                    element.tag = plain
        _unwrap(mark)


def _control_ranges(root: Element, marks: list[Element], accepting: bool) -> None:
    """Unwrap the content controls whose tags were inserted (rejecting) or deleted (accepting)."""
    start = w(f"customXml{'Del' if accepting else 'Ins'}RangeStart")
    for mark in list(root.iter(start)):
        following = mark.getnext()
        if following is not None and following.tag in (SDT, w("customXml")):
            content = following.find(SDTCONTENT) if following.tag == SDT else following
            held = content if content is not None else []
            following[:] = [child for child in held if child.tag != w("customXmlPr")]
            _unwrap(following)


def _paragraph_marks(marks: Iterable[Element], going: frozenset[str]) -> None:
    for mark in marks:
        properties = mark.getparent()
        if mark.tag not in TRACKED or properties is None or _subject(mark) != PARAGRAPH_MARK:
            continue
        owner = properties.getparent()
        paragraph = owner.getparent() if owner is not None and owner.tag == PPR else None
        properties.remove(mark)
        _drop_if_empty(properties)
        if mark.tag not in going:
            continue
        if paragraph is not None and paragraph.tag == P and paragraph.getparent() is not None:
            _join_to_next(paragraph)


def _drop_if_empty(properties: Element) -> None:
    """Remove a holder of properties that holds nothing any more, and then its own holder."""
    parent = properties.getparent()
    if not len(properties) and not properties.attrib and parent is not None:
        parent.remove(properties)
        if parent.tag == PPR:
            _drop_if_empty(parent)


def _join_to_next(paragraph: Element) -> None:
    body = [child for child in paragraph if child.tag != PPR]
    following = _next_block(paragraph)
    if following is not None and following.tag == P:
        at = 1 if following.find(PPR) is not None else 0
        following[at:at] = body
        _drop(paragraph)
    elif not any(_is_content(child) for child in body) and _may_go(paragraph):
        previous = paragraph.getprevious()
        if body and previous is not None and previous.tag == P:
            previous.extend(body)
        _drop(paragraph)


def _next_block(paragraph: Element) -> Element | None:
    """The block after ``paragraph`` in its container, inside a content control if one follows."""
    following = paragraph.getnext()
    while following is not None and following.tag not in BLOCKS:
        following = None if following.tag == SECTPR else following.getnext()
    while following is not None and following.tag not in (P, TBL):
        following = next((e for e in following.iter(*BLOCKS) if e is not following), None)
    return following


def _may_go(paragraph: Element) -> bool:
    """Whether a container is still valid without this last, empty paragraph."""
    container = paragraph.getparent()
    if container is None:
        return False
    others = any(e.tag in BLOCKS for e in container if e is not paragraph)
    previous = paragraph.getprevious()
    closes_cell = (
        container.tag == TC
        and _next_block(paragraph) is None
        and previous is not None
        and previous.tag == TBL
    )
    return others and not closes_cell


def _is_content(element: Element) -> bool:
    if element.tag in ANCHORS or element.tag in MOVE_RANGES or element.tag in CONTROL_RANGES:
        return False
    return next(element.iter(*_SOLID), None) is not None


_SOLID = (
    f"{{{M}}}t",
    ALTERNATE,
    *map(
        w,
        (
            "t tab ptab br cr drawing pict object footnoteReference endnoteReference sym fldChar "
            "fldSimple noBreakHyphen softHyphen commentReference"
        ).split(),
    ),
)


def _tidy(root: Element) -> None:
    """Remove what resolving left empty: hyperlinks without runs, property holders, cells."""
    for link in list(root.iter(w("hyperlink"), w("fldSimple"), w("smartTag"))):
        if len(link) == 0:
            _drop(link)
    for cell in root.iter(TC):
        if not any(child.tag in BLOCKS for child in cell):
            etree.SubElement(cell, P)


def resolved(package: Package, accepting: bool) -> Package:
    """A copy of ``package`` with all its tracked changes accepted, or rejected."""
    copy = Package(dict(package.parts), package.name)
    for part in story_parts(package):
        copy.set_xml(part, deepcopy(package.xml(part)))
    (accept if accepting else reject)(copy)
    return copy
