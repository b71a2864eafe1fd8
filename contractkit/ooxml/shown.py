"""What a paragraph shows: the pieces of ``text.pieces`` as they look on the page.

They differ from those that the redliner works on in what has no text of its own there:

- a symbol (``w:sym``) is its character, an emoji that has a plain fallback too;
- a ruby shows its base text; a form field its box or its choice;
- text in the code of a field is not shown, whatever fields are nested in it; a field that is not
  closed hides nothing;
- with ``both``, deleted text is there, and each changed piece says whose change it is.

``boxes`` finds the text boxes of a piece: of two alternatives (``mc:AlternateContent``) the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from contractkit.ooxml.names import (
    ALTERNATE,
    AUTHOR,
    COMING,
    DATE,
    DELTEXT,
    FALLBACK,
    GOING,
    MC,
    TXBX,
    VAL,
    T,
    w,
)
from contractkit.ooxml.package import Element
from contractkit.ooxml.styles import is_on, to_integer, value
from contractkit.ooxml.symbols import character_code, symbol
from contractkit.ooxml.text import FIELD, TEXT, Piece, pieces

FLDCHAR, FLDCHAR_TYPE, FFDATA = w("fldChar"), w("fldCharType"), w("ffData")
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
_SYM, _RUBY, _RUBY_BASE = w("sym"), w("ruby"), w("rubyBase")
_LONGEST = 255  # characters of a name: Word writes far fewer
_CHOICE = f"{{{MC}}}Choice"
_SYMEX = "{http://schemas.microsoft.com/office/word/2015/wordml/symex}"


class Shown(NamedTuple):
    """A piece as it is shown: its text; of a tracked change, which (``inserted``, …) and whose."""

    text: str
    piece: Piece
    change: str = ""
    who: str = ""


@dataclass(slots=True)
class Fields:
    """The fields of one story: which of their marks have a partner, and which are open now."""

    paired: set[Element] = field(default_factory=set)
    open: list[bool] = field(default_factory=list)  # for each open field, whether it is in its code
    codes: int = 0  # how many of them are

    @classmethod
    def of(cls, story: Element) -> Fields:
        """The fields of ``story``, text boxes in it left out: they are stories of their own."""
        found: set[Element] = set()
        stack: list[tuple[Element, list[Element]]] = []
        for mark in story.iter(FLDCHAR):
            if _boxed(mark, story):
                continue
            kind = mark.get(FLDCHAR_TYPE)
            if kind == "begin":
                stack.append((mark, []))
            elif kind == "separate" and stack:
                stack[-1][1].append(mark)
            elif kind == "end" and stack:
                begin, middle = stack.pop()
                found.update((begin, mark, *middle[:1]))
        return cls(found)

    def pass_(self, mark: Element) -> None:
        """Go over a ``w:fldChar``."""
        if mark not in self.paired:
            return
        kind = mark.get(FLDCHAR_TYPE)
        if kind == "begin":
            self.open.append(True)
            self.codes += 1
        elif self.open and kind == "separate":
            self.codes -= self.open[-1]
            self.open[-1] = False
        elif self.open and kind == "end":
            self.codes -= self.open.pop()

    @property
    def in_code(self) -> bool:
        """Whether what comes now is the code of a field and not its result."""
        return self.codes > 0


def _boxed(mark: Element, story: Element) -> bool:
    """Whether a text box stands between ``mark`` and ``story``."""
    for above in mark.iterancestors():
        if above is story:
            return False
        if above.tag == TXBX:
            return True
    return False


def shown(paragraph: Element, fields: Fields, *, both: bool = False) -> Iterator[Shown]:
    """The pieces of ``paragraph`` as they are shown, in order; pieces without text too."""
    for piece in pieces(paragraph):
        if piece.kind == TEXT and not fields.open and not both:
            yield Shown(piece.text, piece)
        else:
            yield from _shown(piece, fields, both)


def _shown(piece: Piece, fields: Fields, both: bool) -> Iterator[Shown]:
    element = piece.element
    tag = element.tag
    if piece.kind == FIELD:
        text = _form(element) if tag == FLDCHAR and not fields.in_code else ""
        if tag == FLDCHAR:
            fields.pass_(element)
        yield Shown(text, piece)
    elif tag in GOING:
        yield Shown("", piece)
        if both:
            by = who(element)
            for inner in pieces(element):
                for found in _shown(inner, fields, both):
                    yield Shown(found.text, found.piece, "deleted", by)
    elif tag == ALTERNATE:
        yield from _alternatives(piece, fields, both)
    else:
        text = "" if fields.in_code else _text(piece, both)
        change, by = _change(piece) if both else ("", "")
        yield Shown(text, piece, change, by)


def _text(piece: Piece, both: bool) -> str:
    """The text of a piece that is neither a field's mark nor a choice."""
    if piece.text:
        return piece.text
    tag = piece.element.tag
    if tag == _SYM:
        return symbol(piece.element)
    if tag == DELTEXT and both:
        return piece.element.text or ""
    if tag == _RUBY:
        base = piece.element.find(_RUBY_BASE)
        return "".join(inner.text for inner in pieces(base)) if base is not None else ""
    return ""


def _change(piece: Piece) -> tuple[str, str]:
    """What tracked change a piece stands in: the innermost one."""
    for wrapper in reversed(piece.path):
        if wrapper.tag in COMING:
            return "inserted", who(wrapper)
    return "", ""


def who(mark: Element) -> str:
    """Whose tracked change it is: the author and, after a line break, the date."""
    return f"{mark.get(AUTHOR, '')[:_LONGEST]}\n{mark.get(DATE, '')[:_LONGEST]}".strip("\n")


def _alternatives(piece: Piece, fields: Fields, both: bool) -> Iterator[Shown]:
    """The text of the first alternative that has one; the piece itself, for its text boxes."""
    yield Shown("", piece)
    if next(iter(boxes(piece.element)), None) is not None:
        return
    for choice in piece.element.iterchildren(_CHOICE, FALLBACK):
        found = [one for inner in pieces(choice) for one in _shown(inner, fields, both)]
        if any(one.text for one in found):
            yield from found
            return
        text = "".join(t.text or "" for t in choice.iterchildren(T)) or _emoji(choice)
        if text:
            yield Shown("" if fields.in_code else text, piece)
            return


def _emoji(choice: Element) -> str:
    found = choice.find(f"{_SYMEX}symEx")
    code = character_code(found.get(f"{_SYMEX}char", "")) if found is not None else None
    return chr(code) if code is not None else ""


def _form(mark: Element) -> str:
    """What a form field shows that keeps it in its data: a box to tick, or a choice of a list."""
    data = mark.find(FFDATA)
    if data is None:
        return ""
    box = data.find(w("checkBox"))
    if box is not None:
        ticked = is_on(box, "checked")
        return "☒" if (is_on(box, "default") if ticked is None else ticked) else "☐"
    choices = data.find(w("ddList"))
    if choices is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choices.iterfind(w("listEntry"))]
    chosen = to_integer(value(choices, "result") or value(choices, "default") or "0") or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def _holds_text(element: Element) -> bool:
    return next(element.iter(TXBX, TEXT_PATH), None) is not None


def boxes(element: Element) -> Iterator[Element]:
    """The outermost text boxes, and the word art, under ``element``; of alternatives the first."""
    stack = [element]
    while stack:
        at = stack.pop()
        if at.tag in (TXBX, TEXT_PATH):
            yield at
        elif at.tag == ALTERNATE:
            alternatives = at.iterchildren(_CHOICE, FALLBACK)
            stack.extend([one for one in alternatives if _holds_text(one)][:1])
        else:
            stack.extend(reversed([child for child in at if isinstance(child.tag, str)]))
