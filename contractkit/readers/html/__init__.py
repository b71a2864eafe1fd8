"""An HTML page -> Document: what a browser would show, a block a paragraph or a row of a table.

Read: headings with their level, paragraphs, the lines that ``br`` parts, lists with the numbers
that a browser counts, tables row by row (one that only lays the page out is read as text), bold
beginnings, the contents of form fields. The encoding is that of the byte-order mark, of what the
page declares, UTF-8 or GB18030, the first that fits.
Not read: scripts, styles, comments. Not read, and said in ``notes``: hidden elements, pictures,
frames and embedded objects. Nothing is fetched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from contractkit.errors import ReadError
from contractkit.model.document import Block, Document, Note
from contractkit.ooxml.number_formats import FORMATS
from contractkit.ooxml.numbering import BULLET
from contractkit.readers.html.page import decode, root

_SPACES = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE
)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_LIST_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?([a-z-]+)", re.IGNORECASE)

_DROPPED = frozenset("head link meta noscript script style template title".split())
_UNREAD = {
    **dict.fromkeys("img picture svg canvas video audio".split(), "drawings"),
    **dict.fromkeys("iframe frame object embed applet".split(), "objects"),
}
_BOLD = frozenset("b strong u th".split())
_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol"
    " p pre section summary table tbody td tfoot th thead tr ul".split()
)
_LEVELS = {f"h{level}": level - 1 for level in range(1, 7)}
_NUMBERS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter",
    "upper-alpha": "upperLetter", "upper-latin": "upperLetter", "lower-roman": "lowerRoman",
    "upper-roman": "upperRoman", "cjk-ideographic": "chineseCounting",
    "simp-chinese-informal": "chineseCounting",
}  # fmt: skip
_AFTER = {"chineseCounting": "、"}


def read_html(data: bytes, name: str) -> Document:
    """The document in ``data``. Raises ReadError, and UnsafeFile when it is nested too deep."""
    text, notes = decode(data, name)
    walk = _Walk()
    page = root(text, name)
    if page is not None:
        walk.read(page)
    if not any(block.text for block in walk.blocks):
        raise ReadError("there is no text in the page", where=name, hint="ask for it again")
    counts = (Note(kind, str(count)) for kind, count in sorted(walk.unread.items()))
    return Document(tuple(walk.blocks), name=name, notes=(*notes, *counts))


@dataclass(slots=True)
class _List:
    """An open list: the format of its numbers, "" for bullets, and the next number."""

    format: str
    next: int = 1
    step: int = 1

    def label(self, value: str) -> str:
        if not self.format:
            return BULLET
        if value.strip().lstrip("-").isdecimal():
            self.next = int(value)
        number = FORMATS[self.format](self.next) + _AFTER.get(self.format, ".")
        self.next += self.step
        return number


@dataclass(slots=True)
class _Walk:
    """Reads a page in order, a block at the end of each line that a browser would show."""

    blocks: list[Block] = field(default_factory=list)
    unread: Counter[str] = field(default_factory=Counter)
    _text: list[str] = field(default_factory=list)
    _lead: int | None = None
    _length: int = 0
    _label: str = ""
    _level: int | None = None
    _bold: int = 0
    _lists: list[_List] = field(default_factory=list)

    def read(self, element: etree._Element) -> None:
        """Read an element and what is in it; not what stands after it."""
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if not tag or tag in _DROPPED:
            return
        if tag in _UNREAD:
            self.unread[_UNREAD[tag]] += 1
            return
        if _is_hidden(element):
            self.unread["hidden_elements"] += any(text.strip() for text in element.itertext())
            return
        if tag == "select":
            options = list(element.iterdescendants("option"))
            chosen = [o for o in options if o.get("selected") is not None] or options[:1]
            self._put(", ".join(_plain(option) for option in chosen), pre=False)
            return
        if tag == "table" and _is_data(element):
            self._end()
            for cells in _rows(element, self):
                self.blocks.append(Block(len(self.blocks), "\t".join(cells), cells=cells))
            return
        self._element(element, tag)

    def _element(self, element: etree._Element, tag: str) -> None:
        block = tag in _BLOCKS
        if block or tag == "br":
            self._end()
        if tag in ("ol", "ul", "menu", "dir"):
            self._lists.append(_list(element, tag))
        if tag == "li" and self._lists:
            self._label = self._lists[-1].label(element.get("value", ""))
        level, self._level = self._level, _LEVELS.get(tag, self._level)
        bold = tag in _BOLD or bool(_BOLD_STYLE.search(element.get("style", "")))
        self._bold += bold
        for text in _own_text(element, tag):
            self._put(text, pre=tag in ("pre", "textarea"))
        for child in element:
            self.read(child)
            self._put(child.tail or "", pre=tag == "pre")
        if block:
            self._end()
        self._bold -= bold
        self._level = level
        if tag in ("ol", "ul", "menu", "dir"):
            self._lists.pop()

    def _put(self, text: str, *, pre: bool) -> None:
        if pre:
            first, *more = text.split("\n")
            self._append(first)
            for line in more:
                self._end()
                self._append(line)
            return
        text = _SPACES.sub(" ", text)
        if not self._text or self._text[-1].endswith(" "):
            text = text.lstrip(" ")
        self._append(text)

    def _append(self, text: str) -> None:
        if not text:
            return
        if self._lead is None and not self._bold and text.strip():
            self._lead = self._length
        self._text.append(text)
        self._length += len(text)

    def _end(self) -> None:
        """End the line that is open: a block, unless there is nothing in it."""
        text = "".join(self._text).strip(" ").replace("\xa0", " ")
        lead = len(text) if self._lead is None or self._level is not None else self._lead
        self._text, self._lead, self._length = [], None, 0
        if text.strip():
            self.blocks.append(
                Block(
                    len(self.blocks),
                    text,
                    label=self._label,
                    level=self._level,
                    lead=min(lead, len(text)),
                )
            )
            self._label = ""


def _own_text(element: etree._Element, tag: str) -> Iterator[str]:
    """The text at the start of an element; of a form field what it is filled in with."""
    if tag == "input":
        kind = element.get("type", "text").lower()
        if kind in ("checkbox", "radio"):
            yield "☑" if element.get("checked") is not None else "☐"
        elif kind not in ("hidden", "password", "submit", "button", "image", "file", "reset"):
            yield element.get("value", "")
    yield element.text or ""


def _plain(element: etree._Element) -> str:
    return " ".join((element.text or "").split())


def _is_hidden(element: etree._Element) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _list(element: etree._Element, tag: str) -> _List:
    style = _LIST_STYLE.search(element.get("style", ""))
    named = style[1].lower() if style else ""
    if tag != "ol" and named not in _NUMBERS:
        return _List("")
    kind = _NUMBERS.get(named) or _NUMBERS.get(element.get("type", "1"), "decimal")
    start = element.get("start", "").strip()
    backwards = element.get("reversed") is not None
    first = sum(1 for _ in element.iterchildren("li")) if backwards else 1
    if start.lstrip("-").isdecimal():
        first = int(start)
    return _List(kind, first, -1 if backwards else 1)


def _is_data(table: etree._Element) -> bool:
    """Whether a table holds data, and does not only lay the page out."""
    nested = next(table.iterdescendants("table"), None) is not None
    return not nested and any(len(_cells(row)) > 1 for row in table.iter("tr"))


def _cells(row: etree._Element) -> list[etree._Element]:
    return [cell for cell in row if cell.tag in ("td", "th")]


def _rows(table: etree._Element, walk: _Walk) -> Iterator[tuple[str, ...]]:
    """The cells of each row; what a cell above reaches down into is an empty cell."""
    for caption in table.iterchildren("caption"):
        yield (_cell(caption, walk),)
    reaching: dict[int, int] = {}
    for row in table.iter("tr"):
        if _is_hidden(row):
            walk.unread["hidden_elements"] += 1
            continue
        cells: list[str] = []
        column = 0
        for cell in _cells(row):
            while reaching.get(column, 0) > 0:
                reaching[column] -= 1
                cells.append("")
                column += 1
            reaching[column] = _span(cell, "rowspan") - 1
            cells.append(_cell(cell, walk))
            column += _span(cell, "colspan")
        for rest in sorted(place for place in reaching if place >= column and reaching[place] > 0):
            reaching[rest] -= 1
            cells.append("")
        if any(cells):
            yield tuple(cells)


def _span(cell: etree._Element, name: str) -> int:
    value = cell.get(name, "").strip()
    return min(max(int(value), 1), 1000) if value.isdecimal() and len(value) < 6 else 1


def _cell(cell: etree._Element, walk: _Walk) -> str:
    """The text of a cell, a line a paragraph, each with its number."""
    inside = _Walk(unread=walk.unread)
    inside.read(cell)
    return "\n".join(f"{b.label} {b.text}" if b.label else b.text for b in inside.blocks)
