"""What is compared: a container as units, a paragraph as segments with offsets.

Offsets count width: a character of text is 1 wide, and so is a drawing, a field code, a note
reference. Two stretches with equal tokens are therefore equally wide, and a diff is a list of
ranges of offsets. Bookmarks and comment ranges have no width; they are kept beside.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from contractkit.ooxml.names import PPR, RPR, SECTPR
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

    @property
    def width(self) -> int:
        """How many offsets it takes."""
        return len(self.text) if self.kind == TEXT else 1

    @property
    def end(self) -> int:
        """The offset after it."""
        return self.start + self.width


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
    code: str | None = None  # its words, a character each (align.Words)

    @property
    def width(self) -> int:
        """The width of a paragraph's content, its mark not counted."""
        return self.segments[-1].end if self.segments else 0

    @property
    def breaks_section(self) -> bool:
        """Whether a section ends with this paragraph."""
        return self.element.find(f"{PPR}/{SECTPR}") is not None


class Formats:
    """Run properties by number: equal numbers mean equal formatting. Shared by both sides."""

    def __init__(self) -> None:
        self._numbers: dict[object, int] = {(): NO_FORMAT}
        self._seen: dict[object, int] = {}

    def number(self, run: Element | None) -> int:
        """The number of the run's properties."""
        properties = run.find(RPR) if run is not None else None
        if properties is None or not len(properties):
            return NO_FORMAT
        written = plain(properties)
        if written not in self._seen:
            found = tuple(signature(properties)[3:])
            self._seen[written] = self._numbers.setdefault(found, len(self._numbers))
        return self._seen[written]
