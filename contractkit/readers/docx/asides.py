"""What stands outside the body: headers and footers, footnotes and endnotes, comments."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from contractkit.model.document import Block, Span
from contractkit.ooxml.names import AUTHOR, DATE, ID, R, w
from contractkit.ooxml.number_formats import print_number
from contractkit.ooxml.numbering import Labels
from contractkit.ooxml.package import Element, Package
from contractkit.ooxml.styles import integer, value
from contractkit.readers.docx.line import COMMENT, COMMENT_END, COMMENT_START, ENDNOTE, FOOTNOTE
from contractkit.readers.docx.story import Found, Story

_TYPE, _RELATION = w("type"), f"{{{R}}}id"
_TURNS = {"first": "first_", "even": "even_"}  # the default kind stands on all other pages
_NO_NOTE = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_NOTES = (("footnote", FOOTNOTE, "decimal"), ("endnote", ENDNOTE, "lowerRoman"))


def asides(package: Package, labels: Labels, found: Found, *, both: bool) -> Iterator[Block]:
    """The asides that are not blank: headers and footers, notes, comments, each kind in order."""
    reader = _Asides(package, labels, found, both)
    yield from reader.headers()
    for kind, reference, number_format in _NOTES:
        yield from reader.notes(kind, reference, number_format)
    yield from reader.comments()


class _Asides:
    """Reads the other parts of a document whose body has been read."""

    def __init__(self, package: Package, labels: Labels, found: Found, both: bool) -> None:
        self._package = package
        self._labels = labels
        self._found = found
        self._both = both

    def headers(self) -> Iterator[Block]:
        """The headers and footers of each section; one that several sections share, once."""
        relationships = self._package.relationships(self._package.main)
        seen: set[str] = set()
        for first, properties in self._found.sections:
            for kind in ("header", "footer"):
                for reference in properties.iterchildren(w(f"{kind}Reference")):
                    related = relationships.get(reference.get(_RELATION, ""))
                    if related is None or related.external or related.target in seen:
                        continue
                    if related.target in self._package.parts:
                        seen.add(related.target)
                        story = _TURNS.get(reference.get(_TYPE, ""), "") + kind
                        root = self._package.xml(related.target)
                        yield from self._read(root, story, Span(first, 0, 0))
        unused = sum(
            has_text(self._package.xml(part))
            for kind in ("header", "footer")
            for part in set(self._package.related(self._package.main, f"/{kind}")) - seen
        )
        self._found.counts["unplaced"] += unused

    def notes(self, kind: str, reference: str, number_format: str) -> Iterator[Block]:
        """The footnotes or endnotes in the order of their references, with the mark they have."""
        elements = self._by_id(kind)
        marks = self._note_marks(kind, reference, number_format)
        for identity, mark in marks.items():
            element = elements.pop(identity, None)
            if element is not None:
                index, offset, _ = self._found.places[reference, identity]
                yield from self._read(element, kind, Span(index, offset, offset), label=mark)
        self._leave(elements)

    def comments(self) -> Iterator[Block]:
        """The comments in the order of the text that they are on."""
        elements = self._by_id("comment")
        placed = sorted(
            (span, number, identity)
            for number, identity in enumerate(elements)
            if (span := self._commented(identity)) is not None
        )
        for span, _, identity in placed:
            element = elements.pop(identity)
            said = (element.get(AUTHOR, ""), element.get(DATE, ""))
            for block in self._read(element, "comment", span):
                yield replace(block, author=said[0], date=said[1])
        self._leave(elements)

    def _read(self, root: Element, story: str, anchor: Span, *, label: str = "") -> Iterator[Block]:
        walk = Story(self._labels.fresh(), self._found, name=story, both=self._both)
        for block in walk.blocks(root):
            if block.text.strip():
                own, label = block.label or label, ""
                yield replace(block, label=own, anchor=anchor)

    def _by_id(self, kind: str) -> dict[str, Element]:
        """The notes or comments of all parts by id; the lines above notes are none."""
        return {
            element.get(ID, ""): element
            for part in self._package.related(self._package.main, f"/{kind}s")
            for element in self._package.xml(part).iterchildren(w(kind))
            if element.get(_TYPE) not in _NO_NOTE
        }

    def _leave(self, elements: dict[str, Element]) -> None:
        self._found.counts["unplaced"] += sum(map(has_text, elements.values()))

    def _commented(self, identity: str) -> Span | None:
        """The text that a comment is on; where it goes over several blocks, that in the first."""
        places = self._found.places
        point = places.get((COMMENT, identity))
        start = places.get((COMMENT_START, identity)) or point
        end = places.get((COMMENT_END, identity)) or point or start
        if start is None or end is None:
            return None
        stop = end[1] if end[0] == start[0] else start[1]
        return Span(start[0], start[1], max(stop, start[1]))

    def _note_marks(self, kind: str, reference: str, number_format: str) -> dict[str, str]:
        """The mark of each note: its number in the format of its section, or "" if it has its own.

        Numbers that begin anew on every page run on: where a page ends is not in the file.
        """
        marks: dict[str, str] = {}
        starts = [first for first, _ in self._found.sections]
        numbers, section, form, each = count(1), -1, number_format, False
        general = self._settings(kind)
        for (tag, identity), (index, _, element) in self._found.places.items():
            if tag != reference:
                continue
            now = max(bisect_right(starts, index) - 1, 0)
            if now != section:
                own = self._section_notes(kind, now)
                form = value(own, "numFmt") or value(general, "numFmt") or number_format
                restart = value(own, "numRestart") or value(general, "numRestart")
                each = restart == "eachSect"
                if section < 0 or each:
                    first = integer(own, "numStart")
                    first = integer(general, "numStart") if first is None else first
                    numbers = count(1 if first is None else first)
                section = now
            custom = element.get(w("customMarkFollows")) in ("1", "true", "on")
            marks[identity] = "" if custom else print_number(next(numbers), form)
        return marks

    def _section_notes(self, kind: str, section: int) -> Element | None:
        sections = self._found.sections
        return sections[section][1].find(w(f"{kind}Pr")) if section < len(sections) else None

    def _settings(self, kind: str) -> Element | None:
        parts = self._package.related(self._package.main, "/settings")
        return self._package.xml(parts[0]).find(w(f"{kind}Pr")) if parts else None


def has_text(root: Element) -> bool:
    """Whether anything is written under ``root``."""
    return any((text.text or "").strip() for text in root.iter(w("t")))
