"""An Agreement -> the units that are compared: its clauses whole, and what stands around them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from contractkit.lang import language
from contractkit.model.agreement import Agreement, Clause
from contractkit.model.comparison import Filled, Place, Unit
from contractkit.model.document import Block
from contractkit.ooxml.manifest import bookmark_name

# What stands around the clauses: there is one of each at most, so they answer one another by place.
ASIDES = {
    "header": "header",
    "first_header": "header",
    "even_header": "header",
    "footer": "footer",
    "first_footer": "footer",
    "even_footer": "footer",
    "footnote": "footnote",
    "endnote": "endnote",
}
FRAMES = ("preamble", "closing", *dict.fromkeys(ASIDES.values()))

BOOKMARK = "ck_"  # how the bookmarks begin that we give clauses


@dataclass(slots=True)
class _Text:
    """A unit's text as it grows, paragraph by paragraph."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    places: list[Place] = field(default_factory=list)
    filled: list[Filled] = field(default_factory=list)

    def add(self, block: Block, start: int, label: str) -> None:
        """Put the text of ``block`` from ``start`` on a line of its own; blank text is left out."""
        text = block.text[start:]
        start += len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            return
        offset = self.length
        self.places.append(Place(offset, block.index, start, label))
        self.filled += [
            Filled(mark.start - start + offset, mark.end - start + offset, mark.name)
            for mark in block.marks
            if mark.kind == "value" and mark.start >= start
        ]
        self.parts.append(text)
        self.length += len(text) + 1

    def unit(self, identity: str, kind: str, number: str, heading: str, mark: str) -> Unit:
        """The finished unit."""
        text = "\n".join(self.parts)
        return Unit(
            identity, kind, number, heading, text, tuple(self.places), tuple(self.filled), mark
        )


def units(agreement: Agreement) -> tuple[Unit, ...]:
    """The units of ``agreement`` in reading order; of all its text only comments are in none, and
    what stands before and after it in a file that holds several documents.
    """
    return tuple(_units(agreement))


def _units(agreement: Agreement) -> Iterator[Unit]:
    begins = language(agreement.language).lexicon.part
    preamble, closing = agreement.preamble, agreement.closing
    first = max((at for at, one in enumerate(preamble) if begins.match(one.text)), default=-1)
    last = next((at for at, one in enumerate(closing) if begins.match(one.text)), len(closing))
    yield from _loose(preamble[first + 1 :], "preamble")
    for clause in agreement.clauses:
        yield from _clause_units(clause)
    yield from _loose(closing[:last], "closing")
    for kind in dict.fromkeys(ASIDES.values()):
        asides = [block for block in agreement.asides if ASIDES.get(block.story) == kind]
        yield from _loose(asides, kind)


def _loose(blocks: Iterable[Block], kind: str) -> Iterator[Unit]:
    text = _Text()
    for block in blocks:
        text.add(block, 0, block.label)
    if text.parts:
        yield text.unit(kind, kind, "", "", "")


def _clause_units(clause: Clause) -> Iterator[Unit]:
    if clause.kind not in ("chapter", "attachment"):
        yield _whole(clause)
        return
    text = _Text()
    _add_own(text, clause, own_label=False)
    yield text.unit(clause.label or clause.heading, clause.kind, clause.label, clause.heading, "")
    for child in clause.children:
        yield from _clause_units(child)


def _whole(clause: Clause) -> Unit:
    text = _Text()
    for level, node in clause.walk():
        _add_own(text, node, own_label=level > 0)
    mark = bookmark_name(clause.standard) if clause.standard else _bookmark(clause)
    identity = clause.standard or clause.label or clause.heading
    number = f"{clause.scope} {clause.label}".strip()
    return text.unit(identity, "clause", number, clause.heading, mark)


def _add_own(text: _Text, node: Clause, *, own_label: bool) -> None:
    for position, block in enumerate(node.blocks):
        first = position == 0
        label = node.label if first and own_label else "" if first else block.label
        text.add(block, node.start if first else 0, label)


def _bookmark(clause: Clause) -> str:
    return next(
        (name for block in clause.blocks for name in block.bookmarks if name.startswith(BOOKMARK)),
        "",
    )
