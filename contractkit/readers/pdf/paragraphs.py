"""Lines -> paragraphs: which lines go on with the one before, and what stands between them.

A line goes on unless something says that it begins: the line before had room for its first word; it
stands farther below than lines of a paragraph do; its indent is not that of the lines that go on;
it starts with a number and the line before ended as a sentence does, or the number is the next one;
it is of another size or weight. The foot of a page says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from contractkit.lang.numbering import Label, Numbering
from contractkit.readers.pdf.lines import Line, wide

LOOSE = 1.2  # of the usual distance of lines: wider ones stand between paragraphs
INDENT = 0.55  # of the size: edges that differ by less are one edge
LONGEST = 40  # characters of a word that a hyphen divides
OTHER_SIZE = 0.12  # of the size: what differs by less is the same type

_ENDS = re.compile(r"(?:[。．.！!？?：:；;]['\"”’)）】]*|[;,]\s*(?:and|or))\s*\Z")
_PAUSES = re.compile(r"(?:[、，,]|\b(?:and|or))\s*\Z")
_STOPS = re.compile(r"[。！!？?：:；;.]['\"”’)）】]*\s*\Z")
BULLET = re.compile(r"[•●○◦■□▪◆◇►▶➢\u2022\uf0b7\uf0a7\uf0d8·\-–]\s+|[•●■▪◆]")
_HYPHEN = re.compile(r"(\w*[^\W\d_])([-\u00ad\u2010])\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Place:
    """A line and where it stands: in which column of which page, and that column's edges."""

    line: Line
    region: int
    left: float
    right: float


@dataclass(slots=True)
class Paragraph:
    """The lines of one paragraph."""

    places: list[Place] = field(default_factory=list)


class Paragraphs:
    """Tells paragraphs apart, with what it knows of the document: numbers, words, distances."""

    def __init__(self, numbering: Numbering, places: Sequence[Place]) -> None:
        self._numbering = numbering
        self._last: dict[str, tuple[int, ...]] = {}
        self._leading = _leading(places)
        self._first_lines_indented = _first_lines_indented(places)
        self._words = _words([place.line.text for place in places])

    def of(self, places: Iterable[Place]) -> list[Paragraph]:
        """The paragraphs that the lines make, in order."""
        found: list[Paragraph] = []
        for place in places:
            if found and self._goes_on(found[-1], place):
                found[-1].places.append(place)
            else:
                found.append(Paragraph([place]))
                self._count(place.line.text)
        return found

    def text(self, paragraph: Paragraph) -> tuple[str, int]:
        """Its text, rejoined over line ends, and how many leading characters of it are bold."""
        lines = [place.line for place in paragraph.places]
        out, lead = lines[0].text, lines[0].lead
        for line in lines[1:]:
            whole = lead == len(out)
            out = _join(out, line.text, self._words)
            if whole and line.lead:
                lead = len(out) - len(line.text) + line.lead
        plain = out.replace("\u00ad", "")
        return plain, min(lead, len(plain))

    def labelled(self, text: str) -> bool:
        """Whether the text is a number or a bullet and nothing else."""
        readings = self._numbering.parse(text + " ")
        return any(label.length >= len(text) for label in readings) or bool(
            BULLET.fullmatch(text + " ")
        )

    def _count(self, text: str) -> None:
        for label in self._numbering.parse(text):
            self._last[label.scheme.name] = label.path

    def _goes_on(self, paragraph: Paragraph, place: Place) -> bool:
        before, line = paragraph.places[-1], place.line
        above = before.line
        if abs(above.size - line.size) > OTHER_SIZE * max(above.size, line.size):
            return False
        if before.region == place.region and self._apart(paragraph, place):
            return False
        if _had_room(before, line) and not _level(before, place):
            return False
        heading = all(p.line.lead == len(p.line.text) for p in paragraph.places)
        if heading and not line.lead:
            return False
        if self._begins(line.text, above.text):
            return False
        return self._indented_as(paragraph, place)

    def _apart(self, paragraph: Paragraph, place: Place) -> bool:
        """Whether the line stands farther below than the lines of the paragraph do."""
        before = paragraph.places[-1].line
        gap = before.base - place.line.base
        if gap <= 0:
            return True
        usual = self._leading * place.line.size
        if len(paragraph.places) > 1 and paragraph.places[-2].region == place.region:
            usual = paragraph.places[-2].line.base - before.base
        return gap > LOOSE * usual

    def _begins(self, text: str, above: str) -> bool:
        """Whether the line starts with a number that begins a paragraph, or with a bullet."""
        if BULLET.match(text):
            return bool(_ENDS.search(above))
        readings = self._numbering.parse(text)
        if any(self._is_next(label) for label in readings):
            return bool(_ENDS.search(above) or _PAUSES.search(above))
        return bool(_ENDS.search(above)) and any(label.path[-1] == 1 for label in readings)

    def _is_next(self, label: Label) -> bool:
        """Whether the number goes on from the last that began a paragraph: 1.4 from 1.3.2."""
        last = self._last.get(label.scheme.name, ())[: len(label.path)]
        return bool(last) and label.path == (*last[:-1], last[-1] + 1)

    def _indented_as(self, paragraph: Paragraph, place: Place) -> bool:
        """Whether the line's indent is that of a line that goes on with the paragraph."""
        size = place.line.size * INDENT
        first, last = paragraph.places[0], paragraph.places[-1]
        if _centred(last) and _centred(place):
            return True
        if len(paragraph.places) > 1:
            return abs(_inset(place) - _inset(last)) <= size
        stopped = _STOPS.search(last.line.text)
        if _inset(place) > _inset(first) + size:
            return self._marked(first.line.text) or not stopped  # a hanging indent
        if abs(_inset(place) - _inset(first)) <= size:  # both indented: each begins a paragraph
            return not (stopped and self._first_lines_indented and _inset(first) > 2 * size)
        return True

    def _marked(self, text: str) -> bool:
        return bool(self._numbering.parse(text) or BULLET.match(text))


def _whole_words(lines: Sequence[str]) -> Iterator[str]:
    """The words of the document, without those that a line end divides."""
    divided = False
    for line in lines:
        words = [word.lower() for word in _WORD.findall(line)]
        ends = bool(_HYPHEN.search(line[-LONGEST:]))
        yield from words[divided : len(words) - ends]
        divided = ends


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document, and whether its line ends divide words: then a hyphen is none."""

    known: frozenset[str]
    divides: bool

    def keep(self, before: str, after: str) -> bool:
        """Whether a hyphen at a line end, between these two, stands in the text as well."""
        before, after = before.lower(), after.lower()
        if f"{before}-{after}" in self.known:
            return True
        if before + after in self.known:
            return False
        parts = (before, after.partition("-")[0])
        return not self.divides or all(part in self.known for part in parts)


def _words(lines: Sequence[str]) -> Words:
    known = frozenset(_whole_words(lines))
    divided = 0
    for line, following in pairwise(lines):
        hyphen, after = _HYPHEN.search(line[-LONGEST:]), _WORD.match(following)
        if hyphen and after and hyphen[1].lower() + after[0].lower() in known:
            divided += 1
    return Words(known, divided > 0)


def _had_room(before: Place, line: Line) -> bool:
    """Whether the line's first word would have stood on the line before it."""
    above = before.line
    room = before.right - above.right
    inset = above.left - before.left
    if abs(inset - room) < above.size and inset > 2 * above.size:  # centred
        room += inset
    space = 0.0 if wide(above.text[-1]) or wide(line.text[0]) else 0.25 * above.size
    return room > line.first + space + 0.1 * above.size


def _level(before: Place, place: Place) -> bool:
    """Whether both lines end at the same edge, though it is not that of the column."""
    return (
        abs(before.line.right - place.line.right) < 0.5
        and abs(before.line.left - place.line.left) < 30
        and before.line.right - before.line.left > 0.6 * (before.right - before.left)
        and before.region == place.region
    )


def _inset(place: Place) -> float:
    return place.line.left - place.left


def _first_lines_indented(places: Sequence[Place]) -> bool:
    """Whether the document indents first lines, and not whole paragraphs."""
    balance = 0
    for place, below in pairwise(places):
        goes_on = place.region == below.region and not _STOPS.search(place.line.text)
        if goes_on and _inset(place) > place.line.size and not _had_room(place, below.line):
            balance += 1 if _inset(below) < _inset(place) - INDENT * place.line.size else -1
    return balance > 0


def _centred(place: Place) -> bool:
    left, right = place.line.left - place.left, place.right - place.line.right
    return left > 0.3 * place.line.size and abs(left - right) < place.line.size


def _leading(places: Sequence[Place]) -> float:
    """The usual distance of lines in sizes: of those that are full, so that the next goes on."""
    gaps = [
        (one.line.base - other.line.base) / one.line.size
        for one, other in pairwise(places)
        if one.region == other.region
        and one.line.base > other.line.base
        and abs(one.line.size - other.line.size) < OTHER_SIZE * one.line.size
        and one.right - one.line.right < one.line.size
    ]
    near = [gap for gap in gaps if gap < 4]
    return median(near) if near else 2.0


def _join(text: str, more: str, words: Words) -> str:
    """The text with ``more`` after its line end, where a hyphen may divide a word."""
    hyphen = _HYPHEN.search(text[-LONGEST:])  # the end alone: a paragraph may be long
    follows = _WORD.match(more)
    if hyphen and follows and more[0].islower():
        kept = "-" if words.keep(hyphen[1], follows[0]) else ""
        return text[:-1] + kept + more
    return joined(text, more)


def joined(text: str, more: str) -> str:
    """The text with ``more`` after its line end: with a space between, but none in Chinese."""
    if (
        text.endswith(("-", "\u00ad", "/", "—"))
        or _touches(text[: -LONGEST - 1 : -1])
        or _touches(more)
    ):
        return text + more
    return f"{text} {more}"


def _touches(text: str) -> bool:
    """Whether the text begins with Chinese, marks that both scripts use left aside."""
    plain = text.lstrip("“”‘’…—·")
    return wide(plain[:1] or "a")
