"""An agreement: the hinge of the software.

What we assemble and what a counterparty sends are the same type, so that the clause that we issued
and the clause that came back are compared, redlined, extracted and printed by the same code.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from contractkit.model.document import Block

Kind = Literal["attachment", "chapter", "clause", "item", "paragraph"]
"""What a node of the clause tree is, in either language.

An ``attachment`` (附件, Attachment) and a ``chapter`` (章, Article) hold clauses; a ``clause`` (条,
Section) is what parties bargain over and what is compared; an ``item`` (项, (a)) stands in one; a
``paragraph`` (款) is unnumbered text after the items of a clause.
"""


@dataclass(frozen=True, slots=True)
class Number:
    """A clause number as data and as printed: ``((13,), "第十三条")``, ``((3, 1), "3.1")``."""

    path: tuple[int, ...]
    label: str


@dataclass(frozen=True, slots=True)
class Party:
    """One party: how the agreement calls it (``title``), what it is (``role``), and its name.

    ``details`` are what else is known of it: (field, text) such as ("address", "…"); ``captions``
    the words before them where they are not those of the language's labels. ``person`` says that it
    is a natural person, who signs in person and has no seal.
    """

    title: str
    role: str
    name: str
    details: tuple[tuple[str, str], ...] = ()
    captions: tuple[tuple[str, str], ...] = ()
    person: bool = False


@dataclass(frozen=True, slots=True)
class Clause:
    """A node of the clause tree, with its blocks as they stand in the document.

    ``start`` is where the text proper begins in the first block, after a typed number and the
    heading. ``standard`` is the id of the standard clause where that is known. ``scope`` is the
    label of the attachment that it stands in, "" for the agreement's base.
    """

    number: Number | None
    heading: str
    kind: Kind
    blocks: tuple[Block, ...]
    children: tuple[Clause, ...] = ()
    start: int = 0
    standard: str | None = None
    scope: str = ""

    @property
    def text(self) -> str:
        """The clause's own text, without number, heading and children; a line a paragraph."""
        return "\n".join(text for text, _ in self.pieces() if text)

    @property
    def label(self) -> str:
        """The number as it is printed, or "" for a clause without one."""
        return self.number.label if self.number else ""

    @property
    def cited(self) -> str:
        """The number as one cites it from anywhere: after that of its attachment."""
        return f"{self.scope} {self.label}".strip()

    def pieces(self) -> Iterator[tuple[str, Block]]:
        """Each paragraph of the clause's own text with its block; the first may be empty."""
        for position, block in enumerate(self.blocks):
            yield (block.text[self.start :] if position == 0 else block.text).strip(), block

    def walk(self, level: int = 0) -> Iterator[tuple[int, Clause]]:
        """The clause and everything below it in reading order, each with its level."""
        yield level, self
        for child in self.children:
            yield from child.walk(level + 1)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement in one language: its clause tree, and the blocks before and after it.

    ``details`` are what a cover prints beside the title: (key, text). ``digest`` is that of the
    file it was read from ("" when assembled); ``notes`` tell a person
    what could not be read; ``manifest`` is what we left in it when we issued it, as JSON, or "".
    ``asides`` are the blocks outside the body: headers, footers, notes, comments. ``contents`` asks
    the writer for a table of contents.
    """

    language: str
    title: str
    parties: tuple[Party, ...]
    preamble: tuple[Block, ...]
    clauses: tuple[Clause, ...]
    closing: tuple[Block, ...]
    details: tuple[tuple[str, str], ...] = ()
    digest: str = ""
    name: str = ""
    notes: tuple[str, ...] = ()
    manifest: str = ""
    asides: tuple[Block, ...] = ()
    contents: bool = False

    def walk(self) -> Iterator[tuple[int, Clause]]:
        """Every node of the clause tree in reading order, with its level."""
        for clause in self.clauses:
            yield from clause.walk()

    def blocks(self) -> Iterator[Block]:
        """Every block in reading order: nothing that was read is left out."""
        yield from self.preamble
        for _, clause in self.walk():
            yield from clause.blocks
        yield from self.closing

    def standing(self) -> Iterator[tuple[int, Clause | None]]:
        """The index of each block with the clause, chapter or attachment that it stands in.

        Items count to their clause; what stands before the clauses and after them is in none.
        """
        for block in (*self.preamble, *self.closing):
            yield block.index, None
        clause = None
        for _, node in self.walk():
            clause = node if node.kind in ("attachment", "chapter", "clause") else clause
            for block in node.blocks:
                yield block.index, clause

    def outline(self) -> list[dict[str, Any]]:
        """The clause tree as JSON: one entry for each node, in reading order."""
        return [
            {
                "number": ".".join(map(str, clause.number.path)) if clause.number else "",
                "label": clause.label,
                "heading": clause.heading,
                "text": clause.text,
                "level": level,
                "kind": clause.kind,
                "scope": clause.scope,
            }
            for level, clause in self.walk()
        ]
