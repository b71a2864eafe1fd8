"""What is compared: a container as units, a paragraph as segments with offsets.

Offsets count width: a character of text is 1 wide, and so is a drawing, a field code, a note
reference. Two stretches with equal tokens are therefore equally wide, and a diff is a list of
ranges of offsets. Bookmarks and comment ranges have no width; they are kept beside.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from contractkit.ooxml.elements import child_of
from contractkit.ooxml.names import RPR
from contractkit.ooxml.package import Element
from contractkit.ooxml.text import TEXT, Piece
from contractkit.redline.signature import plain, signature

NO_FORMAT = 0
SECTION = "\x03"  # in the key of a paragraph that ends a section


@dataclass(slots=True)
class Segment:
    """A stretch of one paragraph with one format, inside one path of wrappers."""

    kind: str
    text: str
    key: str  # what is compared; for text the text itself
    format: int
    path: tuple[Element, ...]
    context: str  # the wrappers and fields around it, as compared
    pieces: list[Piece]
    start: int = 0
    end: int = 0  # the offset after it
    loose: bool = False  # one w:t with white space at an end that Word drops

    def place(self, start: int) -> int:
        """Let it stand at ``start``; the offset after it is returned."""
        self.start = start
        self.end = start + (len(self.text) if self.kind == TEXT else 1)
        return self.end


@dataclass(slots=True)
class Unit:
    """A block of a container: a paragraph (with its segments), a table, a content control."""

    kind: str
    element: Element
    key: str = ""
    text: str = ""
    segments: list[Segment] = field(default_factory=list)
    anchors: list[tuple[int, Piece]] = field(default_factory=list)
    loose: list[Element] = field(default_factory=list)  # bookmarks that stand before the block
    breaks_section: bool = False  # a section ends with this paragraph
    code: str | None = None  # its words, a character each (align.Words)

    @property
    def width(self) -> int:
        """The width of a paragraph's content, its mark not counted."""
        return self.segments[-1].end if self.segments else 0

    @property
    def bare_key(self) -> str:
        """What is compared of it apart from whether a section ends here."""
        return self.key.removesuffix(SECTION)


class Formats:
    """Run properties by number: equal numbers mean equal formatting. Shared by both sides."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {(): NO_FORMAT}
        self._seen: dict[object, int] = {}

    def number(self, run: Element | None) -> int:
        """The number of the run's properties."""
        properties = child_of(run, RPR) if run is not None else None
        if properties is None or not len(properties):
            return NO_FORMAT
        written = plain(properties)
        number = self._seen.get(written)
        if number is None:
            found = tuple(signature(properties)[3:])
            number = self._seen[written] = self._numbers.setdefault(found, len(self._numbers))
        return number
