"""An agreement in two languages -> one table of two columns, paragraph beside paragraph.

Each row has two cells: a paragraph in the first language and the same in the second. A line above
marks where a clause begins, none stands within it, so that a clause shows as one row however long
it is, and its items stay level over the pages. Each column has styles and lists of its own, so that
both count natively. A table of a clause stands as a table in each cell.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from contractkit.lang import language
from contractkit.model.agreement import Agreement, Clause
from contractkit.model.document import Block
from contractkit.writers.docx.inline import Marks, runs, text_run
from contractkit.writers.docx.lead import leads
from contractkit.writers.docx.party import printed_party
from contractkit.writers.docx.table import table

COLUMN = 4819  # twips: half the text width of A4 with margins of 2 cm
SIZE = 9.0  # points, of the cells of a table in a column
MARGINS = 120  # twips: of a cell of a table in a column, left and right
STYLES = {
    "title": "Title",
    "party": "Party",
    "preamble": "Text",
    "chapter": "Chapter",
    "clause": "Clause",
    "text": "Text",
    "item": "Item",
    "subitem": "Subitem",
    "attachment": "Attachment",
    "attachment_clause": "AttachmentClause",
    "attachment_text": "Text",
    "attachment_item": "AttachmentItem",
    "attachment_subitem": "AttachmentSubitem",
}

Side = tuple[Agreement, Marks]


@dataclass(frozen=True, slots=True)
class _Column:
    """One side; ``leading`` are the indexes of the blocks that lead in a list or a table."""

    agreement: Agreement
    marks: Marks
    leading: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Row:
    """What stands side by side, in WordprocessingML; ``opens`` draws a line above."""

    cells: tuple[str, str]
    opens: bool


def columns(left: Side, right: Side) -> Markup:
    """The table of both: titles, parties, preamble and clauses."""
    body = "".join(map(_row, _rows(_column(*left), _column(*right))))
    grid = f'<w:gridCol w:w="{COLUMN}"/>' * 2
    rules = "".join(
        f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
        for edge in ("bottom", "insideV")
    )
    return Markup(  # noqa: S704 - every text in it went through escape()
        f'<w:tbl><w:tblPr><w:tblW w:w="{2 * COLUMN}" w:type="dxa"/><w:tblBorders>{rules}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{body}</w:tbl>"
    )


def _column(agreement: Agreement, marks: Marks) -> _Column:
    blocks = [block for _, clause in agreement.walk() for block in clause.blocks]
    return _Column(agreement, marks, leads(blocks))


def _row(row: _Row) -> str:
    line = '<w:top w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
    edge = f"<w:tcBorders>{line}</w:tcBorders>" if row.opens else ""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{COLUMN}" w:type="dxa"/>{edge}</w:tcPr>{cell}</w:tc>'
        for cell in row.cells
    )
    whole = (
        "<w:trPr><w:cantSplit/></w:trPr>" if any("<w:tbl>" in cell for cell in row.cells) else ""
    )
    return f"<w:tr>{whole}{cells}</w:tr>"


def _rows(left: _Column, right: _Column) -> Iterator[_Row]:
    sides = (left, right)
    pages = [side.agreement for side in sides]
    titles = tuple(_paragraph(one, "title", text_run(one.title)) for one in pages)
    yield _Row((titles[0], titles[1]), opens=False)
    yield from _pairs(*map(_parties, pages), opens=True)
    yield from _pairs(*(_blocks(side, side.agreement.preamble) for side in sides), opens=True)
    walks = ((clause for _, clause in one.walk()) for one in pages)
    for clauses in zip(*walks, strict=True):
        yield from _clause(sides, clauses)


def _clause(sides: tuple[_Column, _Column], clauses: tuple[Clause, ...]) -> Iterator[_Row]:
    """The rows of a node of both trees; what one has more of opens its first cell.

    A heading that is a paragraph of its own stands with the first paragraph of the text beside the
    paragraph that holds both.
    """
    opens = clauses[0].kind in ("attachment", "chapter", "clause")
    cells = [_blocks(side, clause.blocks) for side, clause in zip(sides, clauses, strict=True)]
    count = min(map(len, cells))
    merged = ["".join(one[: len(one) - count + 1]) for one in cells]
    rest = (one[len(one) - count + 1 :] for one in cells)
    yield _Row((merged[0], merged[1]), opens=opens)
    yield from _pairs(*rest, opens=False)


def _pairs(left: Sequence[str], right: Sequence[str], *, opens: bool) -> Iterator[_Row]:
    for number, cells in enumerate(zip(left, right, strict=True)):
        yield _Row(cells, opens=opens and number == 0)


def _parties(agreement: Agreement) -> list[str]:
    """A cell for each party: its title and name, and a line for each field."""
    labels = language(agreement.language).labels
    joint = labels["joint"]
    cells = []
    for party in agreement.parties:
        shown = printed_party(party, labels)
        lines = [text_run(f"{party.title}{joint}{party.name}", bold=True)]
        lines += [text_run(f"{one['label']}{joint}{one['text']}") for one in shown["fields"]]
        cells.append("".join(_paragraph(agreement, "party", line) for line in lines))
    return cells


def _blocks(side: _Column, blocks: Iterable[Block]) -> list[str]:
    """Each paragraph, or the rows of a table as one, in the styles of that column."""
    out: list[str] = []
    for is_table, group in groupby(blocks, lambda block: block.style == "table"):
        if is_table:
            cells = [row.cells for row in group]
            out.append(str(table(cells, COLUMN - 216, size=SIZE, margins=MARGINS)))
        else:
            out += [
                _paragraph(
                    side.agreement, one.style, runs(one, side.marks), kept=one.index in side.leading
                )
                for one in group
            ]
    return out


def _paragraph(agreement: Agreement, style: str, content: str, *, kept: bool = False) -> str:
    name = f"Ck{agreement.language.title()}{STYLES[style]}"
    keep = "<w:keepNext/>" if kept else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{name}"/>{keep}</w:pPr>{content}</w:p>'
