"""Write paragraphs: runs inside wrappers inside marks, from stretches of the two sides."""

from __future__ import annotations

from copy import deepcopy
from typing import Protocol

from lxml import etree

from contractkit.ooxml.elements import child_of
from contractkit.ooxml.names import (
    CUSTOMXML,
    DEL,
    DELINSTRTEXT,
    DELTEXT,
    ID,
    INSTRTEXT,
    R_,
    RPR,
    SDT,
    SDTCONTENT,
    SDTPR,
    TRACKED,
    T,
    w,
)
from contractkit.ooxml.package import Element
from contractkit.ooxml.text import TEXT, Piece, is_loose, set_text
from contractkit.redline.items import Atom
from contractkit.redline.pen import Pen
from contractkit.redline.properties import run_properties
from contractkit.redline.wrappers import copy_shell, tracked_control

CONTROLS = frozenset({SDT, CUSTOMXML})


class Carrier(Protocol):
    """What brings an object over from the other side, and pairs objects that both sides have."""

    def bring(self, piece: Piece) -> Element:
        """A copy of the other side's element that is at home in the result."""

    def pair(self, base: Element, other: Element) -> None:
        """Both sides have this object: compare what is inside of it."""

    def leave(self, base: Element) -> None:
        """This object of the base is deleted."""

    def shell(self, wrapper: Element) -> Element:
        """A copy of the other side's wrapper without its content, at home in the result."""


class ParagraphWriter:
    """Collects what a paragraph holds, opening and closing wrappers, marks and runs as needed."""

    def __init__(self, pen: Pen, carrier: Carrier, partners: dict[Element, Element]) -> None:
        self._pen = pen
        self._carrier = carrier
        self._partners = partners  # wrapper of the other side -> the same one in the base
        self._both = set(partners.values())  # the base's wrappers that both sides have
        self.children: list[Element] = []
        self._path: tuple[Element, ...] = ()
        self._open: list[Element] = []  # where children of each wrapper of the path go
        self._opened: set[Element] = set()
        self._status = ""
        self._mark: Element | None = None
        self._run: Element | None = None
        self._run_key: object = None

    def anchor(self, element: Element) -> None:
        """Put an element that has no width."""
        self._close_run()
        self._status, self._mark = "", None
        self._append(element)

    def write(self, atom: Atom) -> None:
        """Put one atom."""
        self._enter(self._identity(atom), atom.from_base)
        if atom.status != self._status:
            self._close_run()
            self._status = atom.status
            self._mark = None
        if atom.segment.kind == TEXT:
            self._write_text(atom)
        else:
            self._write_object(atom)

    def take(self) -> list[Element]:
        """What was collected; the writer is empty after it."""
        self._enter(())
        self._close_run()
        self._status, self._mark = "", None
        children, self.children = self.children, []
        return children

    def _identity(self, atom: Atom) -> tuple[Element, ...]:
        if atom.from_base:
            return atom.segment.path
        return tuple(self._partners.get(e, e) for e in atom.segment.path)

    def _enter(self, path: tuple[Element, ...], from_base: bool = True) -> None:
        if path == self._path:
            return
        self._close_run()
        self._status, self._mark = "", None
        shared = 0
        while shared < min(len(path), len(self._path)) and path[shared] is self._path[shared]:
            shared += 1
        del self._open[shared:]
        self._path = path[:shared]
        for wrapper in path[shared:]:
            self._open_wrapper(wrapper, from_base or wrapper in self._both)

    def _open_wrapper(self, wrapper: Element, from_base: bool) -> None:
        shell = copy_shell(wrapper) if from_base else self._carrier.shell(wrapper)
        properties = shell.find(SDTPR)
        if wrapper in self._opened and properties is not None:  # a second piece of one control
            for identifier in properties.findall(w("id")):
                properties.remove(identifier)
        if shell.tag in TRACKED and wrapper in self._opened:
            shell.set(ID, self._pen.fresh())
        self._opened.add(wrapper)
        inner = etree.SubElement(shell, SDTCONTENT) if shell.tag == SDT else shell
        if shell.tag in CONTROLS and wrapper not in self._both:
            for element in tracked_control(shell, "Del" if from_base else "Ins", self._pen):
                self._append(element)
        else:
            self._append(shell)
        self._open.append(inner)
        self._path = (*self._path, wrapper)

    def _append(self, element: Element) -> None:
        if self._open:
            self._open[-1].append(element)
        else:
            self.children.append(element)

    def _place(self, element: Element) -> None:
        """Append inside the open mark, opening it if the status asks for one."""
        if not self._status:
            self._append(element)
            return
        if self._mark is None:
            self._mark = self._pen.mark(self._status)
            self._append(self._mark)
        self._mark.append(element)

    def _close_run(self) -> None:
        self._run, self._run_key = None, None

    def _open_run(self, key: object, properties: Element | None) -> Element:
        if self._run is None or key != self._run_key:
            self._run = etree.Element(R_)
            self._run_key = key
            if properties is not None and len(properties):
                self._run.append(properties)
            self._place(self._run)
        return self._run

    def _properties(self, atom: Atom, piece: Piece) -> Element | None:
        own = child_of(piece.run, RPR) if piece.run is not None else None
        if atom.other is None or atom.other.format == atom.segment.format:
            return deepcopy(own)
        run = atom.other.pieces[0].run
        return run_properties(own, child_of(run, RPR) if run is not None else None, self._pen)

    def _write_text(self, atom: Atom) -> None:
        key = (atom.segment.format, atom.other.format if atom.other is not None else None)
        piece = atom.segment.pieces[0]
        if self._run is None or key != self._run_key:
            self._open_run(key, self._properties(atom, piece))
        run = self._run
        assert run is not None  # noqa: S101 - _open_run has just opened it
        tag = DELTEXT if atom.status == DEL else T
        last = run[-1] if len(run) else None
        if atom.segment.loose and atom.text == atom.segment.text:
            etree.SubElement(run, tag).text = atom.text
        elif last is not None and last.tag == tag and not is_loose(last):
            set_text(last, (last.text or "") + atom.text)
        else:
            set_text(etree.SubElement(run, tag), atom.text)

    def _write_object(self, atom: Atom) -> None:
        others = atom.other.pieces if atom.other is not None else []
        for at, piece in enumerate(atom.segment.pieces):
            if atom.from_base:
                element = piece.element
                if atom.other is None:
                    self._carrier.leave(element)
                elif at < len(others):
                    self._carrier.pair(element, others[at].element)
            else:
                element = self._carrier.bring(piece)
            element.tail = None
            if atom.status == DEL and element.tag == INSTRTEXT:
                element.tag = DELINSTRTEXT
            if piece.run is None:
                self._close_run()
                self._place(element)
            else:
                key = (atom.segment.format, atom.other.format if atom.other is not None else None)
                if atom.segment.kind != "mark":
                    self._close_run()
                self._open_run(key, self._properties(atom, piece)).append(element)
                if atom.segment.kind != "mark":
                    self._close_run()
