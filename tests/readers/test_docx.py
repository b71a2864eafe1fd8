"""Word files: what a reader of the paper sees is what we read, and the rest is said in notes."""

from __future__ import annotations

import pytest

from contractkit.ooxml.manifest import write_manifest
from contractkit.readers import document, outline
from contractkit.readers.docx import read_docx
from tests.builders import (
    control,
    deleted,
    docx,
    field_of,
    ins,
    p,
    package,
    r,
    row,
    tbl,
)
from tests.ooxml.lists import abstract, lvl, num, style

LISTS = [
    abstract(0, lvl(0, "第%1条", "chineseCountingThousand"), lvl(1, "（%2）", "chineseCounting")),
    num(1, 0),
]

PARAGRAPHS = {
    "runs are joined": (p("The ", r("Plan", b=True), " pays"), "The Plan pays"),
    "inserted text is there": (p("pays ", ins("promptly"), "."), "pays promptly."),
    "deleted text is not": (p("pays ", deleted("never"), "."), "pays ."),
    "a content control's text is there": (p("of ", control("30"), " days"), "of 30 days"),
    "a hyperlink's text is there": (
        p("see ", '<w:hyperlink w:anchor="a"><w:r><w:t>Term</w:t></w:r></w:hyperlink>'),
        "see Term",
    ),
    "a field's result is there and not its code": (
        p("see ", field_of("REF t \\h", "Section 2"), "."),
        "see Section 2.",
    ),
    "a simple field's result is there": (
        p('<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>'),
        "7",
    ),
    "tabs and breaks are characters": (p(r("a\tb\nc")), "a\tb\nc"),
    "spaces at the ends of runs count": (p("a ", " b"), "a  b"),
    "moved text stands where it went": (
        p('<w:moveFrom w:id="1"><w:r><w:t>gone</w:t></w:r></w:moveFrom>', "x")
        + p('<w:moveTo w:id="2"><w:r><w:t>come</w:t></w:r></w:moveTo>'),
        "x\ncome",
    ),
    "paragraphs in a content control are read": (
        control(p("one"), p("two")),
        "one\ntwo",
    ),
    "an empty paragraph stays": (p("a") + p() + p("b"), "a\n\nb"),
}


@pytest.mark.parametrize("what", PARAGRAPHS)
def test_of_a_paragraph(what: str) -> None:
    markup, text = PARAGRAPHS[what]
    assert read_docx(docx(markup), "a.docx").text == text


def test_automatic_numbers_are_labels_and_no_text() -> None:
    found = read_docx(
        docx(p("总则", num=(1, 0)), p("资料", num=(1, 1)), p("期限", num=(1, 0)), numbering=LISTS),
        "a.docx",
    )
    assert [(b.label, b.text) for b in found.blocks] == [
        ("第一条", "总则"),
        ("（一）", "资料"),
        ("第二条", "期限"),
    ]


def test_a_table_is_a_block_a_row_with_its_cells() -> None:
    found = read_docx(docx(p("before"), tbl(row("a", "b"), row("1", "2")), p("after")), "a.docx")
    assert [b.text for b in found.blocks] == ["before", "a\tb", "1\t2", "after"]
    assert [b.cells for b in found.blocks] == [(), ("a", "b"), ("1", "2"), ()]
    assert [b.index for b in found.blocks] == [0, 1, 2, 3]


def test_a_cell_keeps_its_paragraphs_and_their_numbers() -> None:
    cell = p("one", num=(1, 0)) + p("two", num=(1, 0))
    found = read_docx(docx(tbl(row(cell, "b")), p("three", num=(1, 0)), numbering=LISTS), "a.docx")
    assert found.blocks[0].cells == ("第一条 one\n第二条 two", "b")
    assert found.blocks[1].label == "第三条"


def test_a_nested_table_is_read_once_within_its_cell() -> None:
    found = read_docx(docx(tbl(row(p("outer") + tbl(row("x", "y")) + p(), "b"))), "a.docx")
    assert len(found.blocks) == 1
    assert found.text.count("x") == found.text.count("y") == 1
    assert found.blocks[0].cells[1] == "b"


@pytest.mark.parametrize(
    ("markup", "lead"),
    [
        (p(r("Term.", b=True), " Two years"), 5),
        (p(r("Term.", u=True), "Two years"), 5),
        (p("Two ", r("years", b=True)), 0),
        (p(r("Ter", b=True), r("m.", b=True), r("Two", b=False)), 5),
        (p(r("not", b=False), style="Strong"), 0),
        (p("All of it", style="Strong"), 9),
    ],
)
def test_the_leading_bold_or_underlined_text_is_measured(markup: str, lead: int) -> None:
    found = read_docx(docx(markup, styles=[style("Strong", run="<w:b/>")]), "a.docx")
    assert found.blocks[0].lead == lead


def test_levels_style_names_and_bookmarks_are_kept() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="ck_term_1"/>'
    found = read_docx(
        docx(p(mark, "x", style="H"), styles=[style("H", name="heading 2")]), "a.docx"
    )
    assert found.blocks[0].level == 1
    assert found.blocks[0].style == "heading 2"
    assert found.blocks[0].bookmarks == ("ck_term_1",)


def test_what_is_not_read_is_said() -> None:
    data = docx(
        p("x", "<w:r><w:drawing/></w:r><w:r><w:object/></w:r>"),
        footnotes=f"<w:footnote>{p('a note that nothing points to')}</w:footnote>",
    )
    notes = {note.kind: note.detail for note in read_docx(data, "a.docx").notes}
    assert notes == {"drawings": "1", "objects": "1", "unplaced": "1"}
    told = outline(document(data, "a.docx")).notes
    assert len(told) == 3
    assert all(told)


def test_a_plain_document_has_no_notes() -> None:
    assert read_docx(docx(p("x")), "a.docx").notes == ()


def test_our_manifest_is_read_back() -> None:
    made = package(p("x"))
    write_manifest(made, '{"a": 1}')
    assert document(made.save(), "a.docx").manifest == '{"a": 1}'


def test_the_kind_is_told_by_content_and_not_by_name() -> None:
    assert document(docx(p("第一条 甲方")), "a.txt").text == "第一条 甲方"


def test_the_digest_is_that_of_the_bytes() -> None:
    one, two = (document(docx(p(text)), "a.docx") for text in ("x", "y"))
    assert one.digest != two.digest
    assert len(one.digest) == 64
