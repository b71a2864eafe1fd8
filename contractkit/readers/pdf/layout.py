"""The pages of a PDF, as tables and rows -> blocks in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from contractkit.lang.numbering import Numbering
from contractkit.model.document import Block
from contractkit.readers.pdf.lines import Line, Row, in_columns, rows
from contractkit.readers.pdf.paragraphs import Paragraphs, Place, joined
from contractkit.readers.pdf.tables import Cell, Table

ALIGNED = 0.8  # of the size: pieces of rows whose left edges differ by less stand in one column
PADDING = 6.0  # points: the most that a cell keeps free at its edge
NEXT_LINE = 1.9  # of the size: what stands lower is no second line of a cell

Cells = tuple[str, ...]
Item = Place | Table | list[Place]
"""A line; a ruled table; or the pieces of one row, each with its place."""


class Layout:
    """The items of a document in reading order, and the blocks that they make."""

    def __init__(
        self, pages: Sequence[tuple[Sequence[Table], Sequence[Row]]], numbering: Numbering
    ) -> None:
        self._paragraphs = Paragraphs(numbering, [])
        self._items = [*self._placed(pages)]
        places = [item for item in self._items if isinstance(item, Place)]
        self._paragraphs = Paragraphs(numbering, places)
        self._index = 0

    def blocks(self) -> Iterator[Block]:
        """The blocks of the document, in reading order."""
        text: list[Place] = []
        aligned: list[list[Place]] = []
        table: list[Cells] = []
        for item in self._items:
            if aligned and isinstance(item, Place) and _continues_cell(aligned, [item]):
                aligned[-1] = _with_line(aligned[-1], item)
                continue
            if not isinstance(item, Place):
                yield from self._text(text)
                text = []
            if not isinstance(item, list):
                yield from self._aligned(aligned)
                aligned = []
            if not isinstance(item, Table):
                yield from self._rows(table)
                table = []
            if isinstance(item, Place):
                text.append(item)
            elif isinstance(item, Table):
                table = _continued(table, [self._cells(row) for row in item.rows])
            elif aligned and _continues_cell(aligned, item):
                for place in item:
                    aligned[-1] = _with_line(aligned[-1], place)
            else:
                aligned.append(item)
        yield from self._text(text)
        yield from self._aligned(aligned)
        yield from self._rows(table)

    def _placed(self, pages: Sequence[tuple[Sequence[Table], Sequence[Row]]]) -> Iterator[Item]:
        """The items of all pages; a line knows the edges of its column."""
        body = _edges([line for _, page in pages for row in page for line in row])
        region = 0
        for found, page in pages:
            for table, section in _sections(found, page):
                for group, column in in_columns(section):
                    region += 1
                    lines = [line for row in group for line in row]
                    left, right = _edges(lines) if column else body
                    for row in group:
                        places = [Place(line, region, left, right) for line in self._row(row)]
                        yield places[0] if len(places) == 1 else places
                if table:
                    yield table

    def _row(self, row: Row) -> Row:
        """The row, a number or a bullet at its start joined with what it numbers."""
        if len(row) == 1 or not self._paragraphs.labelled(row[0].text):
            return row
        label, text, *more = row
        whole = replace(
            text,
            text=f"{label.text} {text.text}",
            left=label.left,
            lead=text.lead and len(label.text) + 1 + text.lead,
            first=label.first,
        )
        return (whole, *more)

    def _block(self, text: str, *, lead: int = 0, cells: Cells = ()) -> Block:
        self._index += 1
        return Block(self._index - 1, text, lead=lead, cells=cells)

    def _text(self, places: Sequence[Place]) -> Iterator[Block]:
        for paragraph in self._paragraphs.of(places):
            text, lead = self._paragraphs.text(paragraph)
            yield self._block(text, lead=lead)

    def _rows(self, table: Sequence[Cells]) -> Iterator[Block]:
        for cells in table:
            yield self._block("\t".join(cells), cells=cells)

    def _aligned(self, found: Sequence[list[Place]]) -> Iterator[Block]:
        """Rows in pieces: cells where a neighbour's pieces begin at the same places."""
        for position, row in enumerate(found):
            beside = (*found[max(0, position - 1) : position], *found[position + 1 : position + 2])
            cells = tuple(place.line.text for place in row)
            clear = any(_aligns(row, other) for other in beside)
            yield self._block("\t".join(cells), cells=cells if clear else ())

    def _cells(self, row: Sequence[Cell]) -> Cells:
        return tuple(self._cell(cell) for cell in row)

    def _cell(self, cell: Cell) -> str:
        """The text of a cell, a line a paragraph."""
        lines = [
            replace(first, text=" ".join(line.text for line in (first, *more)))
            for first, *more in rows(cell.glyphs)
        ]
        if not lines:
            return ""
        padding = min(PADDING, max(0.0, min(line.left for line in lines) - cell.left))
        places = [Place(line, 0, cell.left + padding, cell.right - padding) for line in lines]
        texts = (self._paragraphs.text(found)[0] for found in self._paragraphs.of(places))
        return "\n".join(texts)


def _sections(
    found: Sequence[Table], page: Sequence[Row]
) -> Iterator[tuple[Table | None, list[Row]]]:
    """The rows above each table of a page with it, then the rows below the last."""
    left = list(page)
    for table in found:
        above = [row for row in left if row[0].base > table.top - 1]
        left = left[len(above) :]
        yield table, above
    yield None, left


def _edges(lines: Sequence[Line]) -> tuple[float, float]:
    """The left and the right edge of text, a few lines that stand out left aside."""
    if not lines:
        return 0.0, 0.0
    aside = len(lines) // 50
    left = sorted(line.left for line in lines)[aside]
    return left, sorted(line.right for line in lines)[-1 - aside]


def _aligns(row: Sequence[Place], other: Sequence[Place]) -> bool:
    """Whether a piece after the first begins where one of the other row does."""
    return any(
        abs(place.line.left - beside.line.left) < ALIGNED * place.line.size
        for place in row[1:]
        for beside in other[1:]
    )


def _continues_cell(found: Sequence[Sequence[Place]], pieces: Sequence[Place]) -> bool:
    """Whether all the pieces are second lines of cells of the last row.

    What stands in the first column is one only where the line above it had no room left.
    """
    row = found[-1]
    below = row[0].line.base - pieces[0].line.base
    if row[0].region != pieces[0].region or not 0 < below < NEXT_LINE * pieces[0].line.size:
        return False
    columns = [_column(row, piece) for piece in pieces]
    if -1 in columns:
        return False
    return 0 not in columns or all(
        _full(row, column, piece) for column, piece in zip(columns, pieces, strict=True)
    )


def _full(row: Sequence[Place], column: int, piece: Place) -> bool:
    """Whether the cell in ``column`` had no room for the first word of the piece under it."""
    edge = row[column + 1].line.left if column + 1 < len(row) else row[column].right
    return edge - row[column].line.right < piece.line.first + piece.line.size


def _column(row: Sequence[Place], piece: Place) -> int:
    """The column of ``row`` that the piece begins in; -1 for none."""
    places = (
        index
        for index, place in enumerate(row)
        if abs(place.line.left - piece.line.left) < ALIGNED * piece.line.size
    )
    return next(places, -1)


def _with_line(row: Sequence[Place], piece: Place) -> list[Place]:
    """The row with one more line in the cell that it stands under."""
    at = _column(row, piece)
    grown = [replace(place, line=replace(place.line, base=piece.line.base)) for place in row]
    text = joined(row[at].line.text, piece.line.text)
    grown[at] = replace(grown[at], line=replace(grown[at].line, text=text, right=piece.line.right))
    return grown


def _continued(table: list[Cells], more: list[Cells]) -> list[Cells]:
    """The table with its part on the next page, the repeated head left out."""
    if not table or not more or len(more[0]) != len(table[-1]):
        return [*table, *more]
    if more[0] == table[0]:
        more = more[1:]
    if more and not more[0][0] and any(more[0]) and table[-1][0]:
        rest = (f"{one} {two}".strip() for one, two in zip(table[-1], more[0], strict=True))
        return [*table[:-1], tuple(rest), *more[1:]]
    return [*table, *more]
