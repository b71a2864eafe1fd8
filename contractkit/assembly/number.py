"""Chosen clauses and typed values -> an Agreement: numbered, with references and marks in place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from contractkit.assembly.bind import Bindings
from contractkit.assembly.select import Chosen
from contractkit.errors import AssemblyError
from contractkit.lang.numbering import Numbering
from contractkit.model.agreement import Clause, Kind, Number
from contractkit.model.document import Block, Mark
from contractkit.model.standard import StandardClause
from contractkit.model.wording import Paragraph, Piece, Wording

ITEM_ROLES = ("item", "subitem")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands: its number, its attachment's label, its list items' labels."""

    number: Number
    scope: str
    items: tuple[str, ...]


@dataclass(slots=True)
class Builder:
    """Makes blocks, counting them; knows every clause's place before the first text is filled."""

    bindings: Bindings
    places: Mapping[str, Place]
    count: int = 0

    def block(self, text: str, style: str, **more: object) -> Block:
        """The next block, with the next index."""
        block = Block(self.count, text, style=style, **more)  # type: ignore[arg-type]
        self.count += 1
        return block

    def fill(self, pieces: Sequence[Piece], at: int = 0) -> tuple[str, tuple[Mark, ...]]:
        """The text of ``pieces`` filled in, and its marks, counted from ``at``."""
        out: list[str] = []
        marks: list[Mark] = []
        for piece in pieces:
            text = self._text(piece)
            if piece.kind != "text":
                marks.append(Mark(piece.kind, at, at + len(text), piece.name, piece.form))
            out.append(text)
            at += len(text)
        return "".join(out), tuple(marks)

    def _text(self, piece: Piece) -> str:
        if piece.kind == "value":
            return self.bindings.text(piece.name, piece.form)
        if piece.kind == "reference":
            return self._citation(piece.name)
        return piece.name if piece.kind == "term" else piece.text

    def _citation(self, name: str) -> str:
        target, _, item = name.partition("#")
        place = self.places.get(target)
        if place is None:
            raise AssemblyError(f"a clause refers to {target}, which the agreement does not hold")
        items: tuple[str, ...] = ()
        if item:
            if not item.isdecimal() or not 0 < int(item) <= len(place.items):
                raise AssemblyError(f"{target} has no list item {item}")
            items = (place.items[int(item) - 1],)
        cite = self.bindings.language.numbering.cite
        return cite(place.number.label, items, place.scope)

    def paragraphs(self, text: Wording, style: str) -> tuple[Block, ...]:
        """The blocks of a preamble or closing."""
        return tuple(
            self.block(filled, style, marks=marks)
            for filled, marks in (self.fill(paragraph.pieces) for paragraph in text.paragraphs)
        )

    def lines(self, text: Wording) -> str:
        """``text`` filled in, a line for each paragraph and each row of a table."""
        blocks = (block for one in text.paragraphs for block in _plain(one, self, ""))
        return "\n".join(block.text for block in blocks)


def places(chosen: Sequence[Chosen], numbering: Numbering, code: str) -> dict[str, Place]:
    """The place of every clause, by id: all numbers are known before any reference is printed."""
    found: dict[str, Place] = {}
    running, chapter, attachment = 0, 0, 0
    for one in chosen:
        if one.section.attachment:
            attachment += 1
            scope = numbering.label("attachment", (attachment,))
        else:
            chapter += 1
            scope = ""
        for position, clause in enumerate(one.clauses, 1):
            running += not scope
            role = "attachment_clause" if scope else "clause"
            path: tuple[int, ...] = (running,) if numbering.clauses_run_on else (chapter, position)
            if scope:
                path = (position,)
            number = Number(path, numbering.label(role, path))
            found[clause.id] = Place(number, scope, _item_labels(clause, numbering, code))
    return found


def _item_labels(clause: StandardClause, numbering: Numbering, code: str) -> tuple[str, ...]:
    count = sum(paragraph.level == 1 for paragraph in clause.texts[code].paragraphs)
    return tuple(numbering.label("item", (n,)) for n in range(1, count + 1))


def clauses(chosen: Sequence[Chosen], builder: Builder) -> Iterator[Clause]:
    """The clause tree: a chapter or attachment for each section, its clauses below it."""
    numbering = builder.bindings.language.numbering
    counts = {"chapter": 0, "attachment": 0}
    for one in chosen:
        kind: Kind = "attachment" if one.section.attachment else "chapter"
        counts[kind] += 1
        number = Number((counts[kind],), numbering.label(kind, (counts[kind],)))
        heading = one.section.heading
        block = builder.block(heading, kind, label=number.label, level=0, lead=len(heading))
        scope = number.label if one.section.attachment else ""
        children = tuple(_clause(clause, builder, scope) for clause in one.clauses)
        yield Clause(number, heading, kind, (block,), children, len(heading), None, scope)


def _clause(clause: StandardClause, builder: Builder, scope: str) -> Clause:
    language = builder.bindings.language
    number = builder.places[clause.id].number
    heading = clause.title[language.code]
    style = "attachment_clause" if scope else "clause"
    paragraphs = list(clause.texts[language.code].paragraphs)
    run_in = language.run_in_headings
    opening = f"{heading}." if run_in else heading
    text, start = opening, len(opening)
    marks: tuple[Mark, ...] = ()
    if run_in and paragraphs and paragraphs[0].level == 0 and not _is_table(paragraphs[0], builder):
        filled, marks = builder.fill(paragraphs.pop(0).pieces, len(opening) + 1)
        text, start = f"{opening} {filled}", len(opening) + 1
    first = builder.block(
        text,
        style,
        label=number.label,
        level=1,
        lead=len(opening),
        bookmarks=(clause.id,),
        marks=marks,
    )
    own, children = _body(paragraphs, number, builder, scope)
    return Clause(number, heading, "clause", (first, *own), children, start, clause.id, scope)


def _body(
    paragraphs: Sequence[Paragraph], number: Number, builder: Builder, scope: str
) -> tuple[tuple[Block, ...], tuple[Clause, ...]]:
    """The clause's own blocks, and its items and later paragraphs as children."""
    own: list[Block] = []
    children: list[Clause] = []
    items = 0
    position = 0
    while position < len(paragraphs):
        paragraph = paragraphs[position]
        if paragraph.level:
            items += 1
            position, item = _item(paragraphs, position, (*number.path, items), builder, scope)
            children.append(item)
            continue
        blocks = _plain(paragraph, builder, scope)
        if children:
            children.append(Clause(None, "", "paragraph", blocks, scope=scope))
        else:
            own += blocks
        position += 1
    return tuple(own), tuple(children)


def _item(
    paragraphs: Sequence[Paragraph],
    position: int,
    path: tuple[int, ...],
    builder: Builder,
    scope: str,
) -> tuple[int, Clause]:
    """The list item at ``position`` with those nested in it, and the position after them."""
    paragraph = paragraphs[position]
    role = ITEM_ROLES[min(paragraph.level, len(ITEM_ROLES)) - 1]
    numbering = builder.bindings.language.numbering
    number = Number(path, numbering.label(role, path))
    text, marks = builder.fill(paragraph.pieces)
    style = f"attachment_{role}" if scope else role
    block = builder.block(text, style, label=number.label, marks=marks)
    children: list[Clause] = []
    position += 1
    while position < len(paragraphs) and paragraphs[position].level > paragraph.level:
        inner = (*path, len(children) + 1)
        position, child = _item(paragraphs, position, inner, builder, scope)
        children.append(child)
    return position, Clause(number, "", "item", (block,), tuple(children), scope=scope)


def _is_table(paragraph: Paragraph, builder: Builder) -> bool:
    piece = paragraph.pieces[0]
    if piece.kind != "value" or len(paragraph.pieces) > 1:
        return False
    return builder.bindings.variables[piece.name.partition(".")[0]].type == "table"


def _plain(paragraph: Paragraph, builder: Builder, scope: str) -> tuple[Block, ...]:
    """An unnumbered paragraph, or the rows of a table with its header row."""
    if not _is_table(paragraph, builder):
        text, marks = builder.fill(paragraph.pieces)
        return (builder.block(text, "attachment_text" if scope else "text", marks=marks),)
    bindings = builder.bindings
    name = paragraph.pieces[0].name
    columns = bindings.variables[name].columns
    header = tuple(column.label[bindings.language.code] for column in columns)
    return tuple(
        builder.block("\t".join(row), "table", cells=row) for row in (header, *bindings.rows(name))
    )
