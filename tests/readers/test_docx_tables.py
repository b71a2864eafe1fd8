"""Tables and content controls: each cell once, wherever a control stands around it."""

from __future__ import annotations

import pytest

from contractkit.model.document import Note
from contractkit.readers.docx import read_docx
from tests.builders import control, docx, p, row, tbl
from tests.ooxml.lists import abstract, lvl, num
from tests.readers.rich import COVERED, MERGED, SPAN, cell

CONTROLS = {
    "around a table": control(tbl(row("a", "b"))),
    "around a row": tbl(control(row("a", "b"))),
    "around a cell": tbl(f"<w:tr>{control(cell('a'))}{cell('b')}</w:tr>"),
    "in a cell": tbl(row(control(p("a")), p(control("b")))),
    "in one another": control(control(tbl(control(row("a", "b"))))),
    "of custom XML": f"<w:customXml>{tbl(row('a', 'b'))}</w:customXml>",
}


@pytest.mark.parametrize("where", CONTROLS)
def test_a_table_is_read_through_a_control(where: str) -> None:
    assert [block.cells for block in read_docx(docx(CONTROLS[where]), "a.docx").blocks] == [
        ("a", "b")
    ]


def test_a_merged_cell_is_read_once() -> None:
    table = tbl(
        f"<w:tr>{cell('wide', SPAN)}{cell('high', MERGED)}</w:tr>",
        f"<w:tr>{cell('a')}{cell('b')}{cell('', COVERED)}</w:tr>",
    )
    found = read_docx(docx(table), "a.docx")
    assert [block.cells for block in found.blocks] == [("wide", "high"), ("a", "b", "")]
    assert found.notes == ()


def test_text_in_a_cell_that_another_covers_is_kept_and_told() -> None:
    table = tbl(f"<w:tr>{cell('top', MERGED)}</w:tr>", f"<w:tr>{cell('under', COVERED)}</w:tr>")
    found = read_docx(docx(table), "a.docx")
    assert found.text == "top\nunder"
    assert found.notes == (Note("hidden", "1"),)


def test_numbers_count_through_nested_tables_in_reading_order() -> None:
    def one(text: str) -> str:
        return p(text, num=(1, 0))

    inner = tbl(row(one("b"), one("c")))
    found = read_docx(
        docx(
            tbl(row(one("a") + inner + one("d"), one("e"))),
            one("f"),
            numbering=[abstract(0, lvl(0, "%1.")), num(1, 0)],
        ),
        "a.docx",
    )
    assert found.blocks[0].cells == ("1. a\n2. b\n3. c\n4. d", "5. e")
    assert found.blocks[1].label == "6."
