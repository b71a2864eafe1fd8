"""What stands outside the body, and where it belongs; text boxes, which stand in it."""

from __future__ import annotations

import pytest

from contractkit.model.document import Block, Note, Span
from contractkit.readers import outline
from contractkit.readers.docx import read_docx
from tests.builders import docx, p, r, row, tbl
from tests.ooxml.lists import abstract, lvl, num
from tests.readers.rich import (
    comment,
    commented,
    note,
    note_mark,
    reference,
    section,
    text_box,
)

LIST = [abstract(0, lvl(0, "%1.")), num(1, 0)]


def brief(block: Block) -> tuple[str, str, str, Span | None]:
    return block.story, block.label, block.text, block.anchor


def test_headers_and_footers_belong_to_the_first_block_of_their_section() -> None:
    found = read_docx(
        docx(
            p("one"),
            section(reference("header", "header"), reference("footer", "footer", "first")),
            p("two"),
            section(reference("header", "header"), reference("footer", "footer2", "even")),
            header=p("Confidential") + p(""),
            footer=p("Page 1"),
            footer2=p("Annex"),
        ),
        "a.docx",
    )
    assert [brief(block) for block in found.asides] == [
        ("header", "", "Confidential", Span(0, 0, 0)),
        ("first_footer", "", "Page 1", Span(0, 0, 0)),
        ("even_footer", "", "Annex", Span(2, 0, 0)),
    ]
    assert [block.index for block in found.asides] == [4, 6, 7]


def test_numbers_in_a_header_do_not_count_for_the_body() -> None:
    found = read_docx(
        docx(
            p("a", num=(1, 0)),
            section(reference("header", "header")),
            p("b", num=(1, 0)),
            header=p("h", num=(1, 0)),
            numbering=LIST,
        ),
        "a.docx",
    )
    assert [block.label for block in found.blocks] == ["1.", "", "2."]
    assert [block.label for block in found.asides] == ["1."]


def test_notes_are_read_in_the_order_of_their_marks_and_say_where_they_stand() -> None:
    found = read_docx(
        docx(
            p("Fee", note_mark("footnote", 7), " and term", note_mark("footnote", 3)),
            tbl(row(p("a"), p("b", note_mark("endnote", 1)))),
            footnotes=note("footnote", 3, p("second")) + note("footnote", 7, p("first"), p("more")),
            endnotes=note("endnote", 1, p("end")),
        ),
        "a.docx",
    )
    assert [brief(block) for block in found.asides] == [
        ("footnote", "1", "first", Span(0, 3, 3)),
        ("footnote", "", "more", Span(0, 3, 3)),
        ("footnote", "2", "second", Span(0, 12, 12)),
        ("endnote", "i", "end", Span(1, 3, 3)),
    ]
    assert found.notes == ()


@pytest.mark.parametrize(
    ("general", "own", "labels"),
    [
        ("", "", ["1", "2"]),
        ('<w:numFmt w:val="upperRoman"/><w:numStart w:val="4"/>', "", ["IV", "V"]),
        ('<w:numRestart w:val="eachSect"/>', "", ["1", "1"]),
        ("", '<w:numFmt w:val="chicago"/>', ["*", "2"]),
    ],
    ids=["by default", "by the settings", "anew in each section", "by the section"],
)
def test_the_mark_of_a_note_follows_the_settings(general: str, own: str, labels: list[str]) -> None:
    found = read_docx(
        docx(
            p("a", note_mark("footnote", 1)),
            section(more=f"<w:footnotePr>{own}</w:footnotePr>"),
            p("b", note_mark("footnote", 2)),
            footnotes=note("footnote", 1, p("x")) + note("footnote", 2, p("y")),
            settings=f"<w:footnotePr>{general}</w:footnotePr>",
        ),
        "a.docx",
    )
    assert [block.label for block in found.asides] == labels


def test_a_note_with_a_mark_of_its_own_takes_no_number() -> None:
    found = read_docx(
        docx(
            p("a", note_mark("footnote", 1, custom="†"), "b", note_mark("footnote", 2)),
            footnotes=note("footnote", 1, p("† x")) + note("footnote", 2, p("y")),
        ),
        "a.docx",
    )
    assert found.blocks[0].text == "a†b"
    assert [block.label for block in found.asides] == ["", "1"]


def test_comments_have_their_author_and_the_text_that_they_are_on() -> None:
    found = read_docx(
        docx(
            p("Pay ", commented(2, "30 days"), " net"),
            p('<w:r><w:commentReference w:id="5"/></w:r>', "x"),
            comments=comment(5, "Wang", p("?")) + comment(2, "Li", p("Too long"), p("Really")),
        ),
        "a.docx",
    )
    assert [(block.author, *brief(block)) for block in found.asides] == [
        ("Li", "comment", "", "Too long", Span(0, 4, 11)),
        ("Li", "comment", "", "Really", Span(0, 4, 11)),
        ("Wang", "comment", "", "?", Span(1, 0, 0)),
    ]


def test_a_comment_on_several_blocks_is_anchored_in_the_first() -> None:
    start, end = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
    found = read_docx(
        docx(start, p("one"), p("two", end), comments=comment(1, "Li", p("?"))), "a.docx"
    )
    assert [block.anchor for block in found.asides] == [Span(0, 0, 0)]


def test_what_nothing_points_to_is_not_read_but_told() -> None:
    found = read_docx(
        docx(
            p("x"),
            header=p("unused"),
            footnotes=note("footnote", 1, p("unused")) + note("footnote", 2, p("")),
            comments=comment(1, "Li", p("unused")),
        ),
        "a.docx",
    )
    assert found.asides == ()
    assert found.notes == (Note("unplaced", "3"),)


def test_a_text_box_is_read_once_after_its_anchor() -> None:
    box = text_box(p("In a box", num=(1, 0)), tbl(row("a", "b")), p(""), fallback=p("old"))
    found = read_docx(docx(p("one", box), p("two", num=(1, 0)), numbering=LIST), "a.docx")
    assert [(block.story, block.label, block.text) for block in found.blocks] == [
        ("body", "", "one"),
        ("text_box", "1.", "In a box"),
        ("text_box", "", "a\tb"),
        ("text_box", "", ""),
        ("body", "1.", "two"),
    ]
    assert found.notes == ()


def test_a_text_box_in_a_cell_comes_after_its_row_and_one_in_a_box_after_its_paragraph() -> None:
    inner = text_box(p("inner"))
    found = read_docx(docx(tbl(row(p("a", text_box(p("outer", inner))), "b"))), "a.docx")
    assert [block.text for block in found.blocks] == ["a\tb", "outer", "inner"]


def test_word_art_is_read() -> None:
    art = '<v:textpath xmlns:v="urn:schemas-microsoft-com:vml" string="DRAFT"/>'
    found = read_docx(docx(p(f"<w:r><w:pict>{art}</w:pict></w:r>")), "a.docx")
    assert found.text == "\nDRAFT"


def test_asides_come_with_the_agreement() -> None:
    found = read_docx(
        docx(p("1. ", r("Term")), section(reference("header", "header")), header=p("Draft 2")),
        "a.docx",
    )
    assert [block.text for block in outline(found).asides] == ["Draft 2"]
