"""One story of both sides: the body, a header or footer, a note. What blocks need of it."""

from __future__ import annotations

from copy import deepcopy

from contractkit.ooxml.elements import drop
from contractkit.ooxml.names import SDT, SDTCONTENT, SDTPR, TBL, TXBX, P, local, w
from contractkit.ooxml.package import Element
from contractkit.ooxml.text import NOTE, Piece
from contractkit.redline.anchors import Anchors
from contractkit.redline.blocks import merge
from contractkit.redline.layout import drop_ids
from contractkit.redline.notes import KINDS, Notes
from contractkit.redline.pen import Pen
from contractkit.redline.reading import Reader
from contractkit.redline.resources import Importer
from contractkit.redline.tables import delete_table, insert_table, merge_tables
from contractkit.redline.units import Formats, Unit
from contractkit.redline.words import Words
from contractkit.redline.wrappers import copy_shell, tracked_control


class Desk:
    """What all stories of one comparison share."""

    def __init__(self, importer: Importer, pen: Pen) -> None:
        self.importer = importer
        self.pen = pen
        self.formats = Formats()
        self.words = Words()
        self.notes = Notes(importer)
        self.anchors = Anchors(importer, pen)
        self.moves = 0

    def story(self, base_part: str, other_part: str) -> Story:
        """The story that compares a part of the base with a part of the other side."""
        return Story(self, base_part, other_part)


class Story:
    """Compares containers of one part with containers of another."""

    def __init__(self, desk: Desk, base_part: str, other_part: str) -> None:
        self._desk = desk
        self.pen = desk.pen
        self.words = desk.words
        self.base = Reader(desk.importer.base, base_part, desk.formats, keeps_changes=True)
        self.other = Reader(desk.importer.other, other_part, desk.formats)
        self._first_move = desk.moves

    def compare(self, base: Element | None, other: Element | None) -> None:
        """Write into ``base`` what became of it in ``other``."""
        merge(self, base, other, moves=True)

    def move_name(self, number: int) -> str:
        """A name for a move that no other has."""
        self._desk.moves = max(self._desk.moves, self._first_move + number)
        return f"move{self._first_move + number}"

    def base_anchor(self, element: Element, *, going: bool) -> Element | None:
        """The base's bookmark or comment range; it stays."""
        return self._desk.anchors.of_base(element, going=going)

    def other_anchor(self, element: Element, run: Element | None, *, new: bool) -> Element | None:
        """The other side's bookmark or comment range, if the result takes it."""
        return self._desk.anchors.of_other(element, run, self.other.part, new=new)

    def bring(self, piece: Piece) -> Element:
        """A copy of the other side's object, with what it points to."""
        if piece.kind == NOTE:
            return self._desk.notes.bring(piece.element)
        return self._home(piece.element)

    def shell(self, wrapper: Element) -> Element:
        """A copy of the other side's wrapper without its content."""
        return self._home(copy_shell(wrapper))

    def _home(self, element: Element) -> Element:
        copy = self._desk.importer.at_home(element, self.base.part, self.other.part)
        copy.tail = None
        for drawing in copy.iter("{*}docPr"):
            drawing.set("id", self.pen.fresh())
        for paragraph in copy.iter(P):
            drop_ids(paragraph)
        return copy

    def pair(self, base: Element, other: Element) -> None:
        """Compare what is inside an object of both sides: a note's text, text boxes."""
        if local(base.tag) in KINDS:
            self._desk.notes.pair(base, other)
            return
        boxes, others = list(base.iter(TXBX)), list(other.iter(TXBX))
        for box, twin in zip(boxes, others, strict=False):
            merge(self, box, twin)

    def leave(self, base: Element) -> None:
        """An object of the base is deleted: a note loses its text too."""
        if local(base.tag) in KINDS:
            self._desk.notes.leave(base)

    def block(self, base: Unit | None, other: Unit | None) -> list[Element]:
        """A table or content control of one side or both."""
        if base is not None and other is not None:
            return self._both(base.element, other.element)
        if base is not None:
            if base.kind == "tbl":
                return [delete_table(self, base.element)]
            return self._control(base.element, None)
        if other is not None and other.kind == "tbl":
            return [insert_table(self, other.element)]
        return self._control(None, other.element if other is not None else None)

    def _both(self, base: Element, other: Element) -> list[Element]:
        if base.tag == TBL:
            merge_tables(self, base, other)
            return [base]
        if base.tag == SDT:
            merge(self, base.find(SDTCONTENT), other.find(SDTCONTENT))
        elif base.find(f".//{P}") is not None:
            merge(self, base, other)
        return [base]

    def _control(self, base: Element | None, other: Element | None) -> list[Element]:
        """A content control that one side has alone; anything else cannot be tracked and stays."""
        if base is not None:
            if base.tag != SDT:
                return [base]
            merge(self, base.find(SDTCONTENT), None)
            return tracked_control(base, "Del", self.pen)
        if other is None or other.tag != SDT:
            return []
        control = deepcopy(other)
        content = control.find(SDTCONTENT)
        if content is not None:
            merge(self, None, content)
        properties = control.find(SDTPR)
        for identifier in properties.findall(w("id")) if properties is not None else []:
            drop(identifier)
        return tracked_control(control, "Ins", self.pen)
