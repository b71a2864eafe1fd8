"""Two Word files -> one Word file with tracked changes."""

from __future__ import annotations

import datetime as dt
from typing import Final

from contractkit.errors import RedlineError
from contractkit.ooxml import revisions as tracked
from contractkit.ooxml.names import SECTPR, w
from contractkit.ooxml.package import LIMITS, Element, Limits, Package, open_package
from contractkit.redline.check import check
from contractkit.redline.pen import Pen, first_free_id
from contractkit.redline.properties import section_properties
from contractkit.redline.resources import Importer
from contractkit.redline.sections import Headers, Shown, shown
from contractkit.redline.stories import Desk
from contractkit.redline.styles import bring_styles_and_lists

ACCEPT, REJECT, KEEP = "accept", "reject", "keep"
BODY: Final = w("body")
GONE: Final = frozenset({"del", "moveFrom", "cellDel"})


def redline(
    base: bytes,
    other: bytes,
    *,
    author: str,
    when: dt.datetime,
    revisions: str = ACCEPT,
    name_base: str = "",
    name_other: str = "",
    limits: Limits = LIMITS,
    allow_inexact: bool = False,
) -> bytes:
    """A copy of ``base`` whose tracked changes, accepted, give ``other``; rejected, ``base``.

    ``revisions`` says what becomes of changes that the two files hold already: "accept" and
    "reject" resolve them first; "keep" leaves those of ``base`` as they are, by their authors, and
    compares with what it reads as when they are accepted (deleted paragraph marks, rows and cells
    are accepted all the same: there is no place in the result where they could stand).

    Before it is returned, the result is resolved both ways and compared with its two sides:
    RedlineError names the place where it differs, unless ``allow_inexact``. The same arguments
    give the same bytes.
    """
    keeping = revisions == KEEP
    result = _opened(base, name_base, revisions, limits)
    changed = _opened(other, name_other, ACCEPT if keeping else revisions, limits)
    original = result.copy()
    if keeping:
        tracked.reject(original)
    compare_packages(result, changed, author, when)
    data = result.save()
    if not allow_inexact:
        problem = check(result, original, changed)
        if problem:
            raise RedlineError(
                f"the redline would not resolve to its two sides: {problem}",
                where=name_other or name_base,
                hint="--allow-inexact writes it all the same; please report the two files",
            )
    return data


def _opened(data: bytes, name: str, revisions: str, limits: Limits) -> Package:
    package = open_package(data, name=name, limits=limits)
    if revisions == ACCEPT:
        tracked.accept(package)
    elif revisions == REJECT:
        tracked.reject(package)
    else:
        tracked.accept(package, _has_no_place)
    return package


def _has_no_place(revision: tracked.Revision) -> bool:
    """Whether an earlier change cannot be kept: a paragraph's end, row or cell that is gone."""
    return revision.kind in GONE and revision.subject in ("mark", "row", "cell")


def compare_packages(base: Package, other: Package, author: str, when: dt.datetime) -> None:
    """Write into ``base`` the tracked changes that lead to ``other``; ``other`` is used up."""
    parts = tracked.story_parts(other)
    roots = [base.xml(part) for part in tracked.story_parts(base)]
    pen = Pen(author, when, first_free_id([*roots, *(other.xml(part) for part in parts)]))
    importer = Importer(base, other)
    bring_styles_and_lists(importer, parts)
    desk = Desk(importer, pen)
    main, other_main = base.xml(base.main), other.xml(other.main)
    sections = _Sections(base, other)
    story = desk.story(base.main, other.main)
    old, new = main.find(BODY), other_main.find(BODY)
    if old is None or new is None:
        raise RedlineError("a document without a body", where=base.name)
    last, final = old.find(SECTPR), new.find(SECTPR)
    story.compare(old, new)
    if last is not None and final is not None:
        old.replace(last, section_properties(last, final, pen))
    sections.compare(desk, main)
    desk.notes.write(
        lambda mine, theirs, note, twin: desk.story(mine, theirs or mine).compare(note, twin)
    )
    for part in tracked.story_parts(base):
        desk.anchors.settle(base.xml(part))


class _Sections:
    """What the sections of both sides show, taken down before the bodies are compared."""

    def __init__(self, base: Package, other: Package) -> None:
        self._base = shown(base, base.xml(base.main))
        self._other = shown(other, other.xml(other.main))

    def compare(self, desk: Desk, main: Element) -> None:
        """Compare headers and footers, unless no section has any."""
        if not any(parts for _, parts in [*self._base, *self._other]):
            return
        headers = Headers(desk)
        headers.compare(list(self._pairs(main)))

    def _pairs(self, main: Element) -> list[tuple[Shown | None, Shown | None, Element]]:
        base, other = iter(self._base), iter(self._other)
        found: list[tuple[Shown | None, Shown | None, Element]] = []
        for section in main.iter(SECTPR):
            if _inside_change(section):
                continue
            status = _status(section)
            mine = None if status == "ins" else next(base, (None, None))[1]
            theirs = None if status == "del" else next(other, (None, None))[1]
            found.append((mine, theirs, section))
        return found


def _inside_change(section: Element) -> bool:
    parent = section.getparent()
    return parent is not None and parent.tag == w("sectPrChange")


def _status(section: Element) -> str:
    """Whether the paragraph mark that ends the section is inserted, deleted or neither."""
    parent = section.getparent()
    mark = parent.find(w("rPr")) if parent is not None else None
    for status in ("ins", "del"):
        if mark is not None and mark.find(w(status)) is not None:
            return status
    return ""
