# ruff: noqa: E501 - markup is read on one line
"""What a redline of two small documents marks, and that it resolves to both."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings

from contractkit.errors import RedlineError
from contractkit.ooxml import revisions
from contractkit.ooxml.names import XML_SPACE, T
from contractkit.ooxml.package import open_package
from contractkit.redline import redline
from tests.redline.builders import (
    b,
    body,
    bookmark,
    comment,
    control,
    deleted,
    docx,
    field,
    ins,
    link,
    note,
    p,
    run,
    table,
)
from tests.redline.documents import pairs

WHEN = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
LONG = "The Provider shall submit clean claims within thirty days of service."
OTHER = "Records are kept for ten years and made available for audit."
THIRD = "Either party may terminate this Agreement on ninety days notice."


def marked(base: bytes, other: bytes) -> str:
    """The body of the redline, without who and when."""
    return body(redline(base, other, author="A", when=WHEN))


def kinds(base: bytes, other: bytes) -> list[tuple[str, str]]:
    """The changes of the redline: kind and text."""
    result = open_package(redline(base, other, author="A", when=WHEN))
    return [(r.kind, r.text) for r in revisions.revisions(result)]


def changes(*blocks: str, to: tuple[str, ...]) -> list[tuple[str, str]]:
    return kinds(docx(*blocks), docx(*to))


def test_equal_documents_have_no_marks() -> None:
    data = docx(p(LONG), table([["1", "2"]]), p("End", b("!")))
    assert kinds(data, data) == []


def test_a_word_is_replaced_as_a_whole() -> None:
    assert changes(p("within thirty days"), to=(p("within sixty days"),)) == [
        ("del", "thirty"),
        ("ins", "sixty"),
    ]


def test_chinese_is_compared_by_characters() -> None:
    assert changes(p("保存十五年。"), to=(p("保存三十年。"),)) == [
        ("ins", "三"),
        ("del", "五"),
    ]


def test_a_number_is_whole() -> None:
    assert changes(p("pay 1,000.00 now"), to=(p("pay 1,200.00 now"),)) == [
        ("del", "1,000.00"),
        ("ins", "1,200.00"),
    ]


def test_a_rewritten_sentence_has_no_islands_of_white_space() -> None:
    found = changes(
        p("The colours are: red green blue."), to=(p("The colours are: one two three."),)
    )
    assert found == [("del", "red green blue"), ("ins", "one two three")]


def test_two_deletions_around_a_comma_are_one() -> None:
    base = p("a practitioner under section 1, and section 2, shall")
    assert changes(base, to=(p("a practitioner, shall"),)) == [
        ("del", " under section 1, and section 2")
    ]


def test_an_inserted_and_a_deleted_paragraph() -> None:
    assert changes(p(LONG), p(THIRD), to=(p(LONG), p(OTHER), p(THIRD))) == [
        ("ins", "¶"),
        ("ins", OTHER),
    ]
    assert changes(p(LONG), p(OTHER), p(THIRD), to=(p(LONG), p(THIRD))) == [
        ("del", "¶"),
        ("del", OTHER),
    ]


def test_the_last_mark_stays_when_a_paragraph_is_added_at_the_end() -> None:
    result = marked(docx(p(LONG)), docx(p(LONG), p("New.")))
    first, last = result.split("</w:p>")[:2]
    assert "<w:rPr><w:ins/></w:rPr>" in first
    assert "<w:ins/>" not in last


def test_a_split_and_a_merge_mark_only_the_paragraph_mark() -> None:
    whole, halves = (p(LONG),), (p(LONG[:32]), p(LONG[32:]))
    assert changes(*whole, to=halves) == [("ins", "¶")]
    assert changes(*halves, to=whole) == [("del", "¶")]


def test_a_moved_paragraph_is_a_move() -> None:
    found = changes(p(LONG), p(OTHER), p(THIRD), to=(p(OTHER), p(THIRD), p(LONG)))
    assert ("moveFrom", LONG) in found
    assert ("moveTo", LONG) in found
    assert not [f for f in found if f[0] in ("ins", "del") and f[1] != "¶"]


def test_a_moved_and_edited_paragraph_is_a_move_with_word_marks() -> None:
    edited = LONG.replace("thirty", "sixty")
    found = changes(p(LONG), p(OTHER), p(THIRD), to=(p(OTHER), p(edited), p(THIRD)))
    assert ("del", "thirty") in found
    assert ("ins", "sixty") in found
    assert {kind for kind, _ in found} >= {"moveFrom", "moveTo"}


def test_formatting_is_a_property_change_where_it_changed() -> None:
    assert changes(p("the fee is due"), to=(p("the ", b("fee"), " is due"),)) == [
        ("rPrChange", "fee")
    ]
    assert changes(p(LONG), to=(p(LONG, extra='<w:jc w:val="center"/>'),)) == [("pPrChange", LONG)]


def test_a_row_and_a_column() -> None:
    two = [["a1 alpha", "b1 beta"], ["a2 gamma", "b2 delta"]]
    rows = [two[0], ["x new", "y row"], two[1]]
    found = changes(table(two), p(), to=(table(rows), p()))
    assert found[0] == ("ins", "x newy row")
    columns = [[*row, f"new {k}"] for k, row in enumerate(two)]
    found = changes(table(two), p(), to=(table(columns), p()))
    assert [f for f in found if f[0] == "cellIns"] == [("cellIns", "new 0"), ("cellIns", "new 1")]
    assert not [f for f in found if f[0] == "del"]


def test_rows_and_cells_in_content_controls_are_compared_one_by_one() -> None:
    def held(kind: str, rows: list[list[str]]) -> str:
        opening, closing = f"<w:{kind}>", f"</w:{kind}>"
        whole = table(rows)
        last = whole.rindex(opening)
        end = whole.index(closing, last) + len(closing)
        inner = whole[last:end]
        return whole[:last] + f"<w:sdt><w:sdtContent>{inner}</w:sdtContent></w:sdt>" + whole[end:]

    rows = [["a1 alpha", "b1 beta"], ["a2 gamma", "b2 delta"]]
    more = [*rows, ["x new", "y row"]]
    fewer, edited = rows[:1], [rows[0], ["a2 gamma", "b2 omega"]]
    for kind in ("tr", "tc"):
        base = docx(held(kind, rows), p())
        for other in (more, fewer, edited, [[*row, "z"] for row in rows]):
            for twin in (docx(held(kind, other), p()), docx(table(other), p())):
                assert "<w:sdt>" in marked(base, twin)
                marked(twin, base)
        assert kinds(base, docx(held(kind, edited), p())) == [("del", "delta"), ("ins", "omega")]


def test_a_word_in_a_content_control_keeps_the_control() -> None:
    result = marked(
        docx(p(control("party", "ACME Health"))), docx(p(control("party", "ACME Care")))
    )
    assert result.count("<w:sdt>") == 1
    assert "<w:delText>Health</w:delText>" in result


def test_a_field_whose_code_changes_is_replaced_whole() -> None:
    found = changes(p(field("REF a", "1.2")), to=(p(field("REF b", "1.3")),))
    assert [kind for kind, _ in found] == ["del", "ins"]


def test_a_link_stays_one_link() -> None:
    result = marked(docx(p(link("x", "old text"))), docx(p(link("x", "new text"))))
    assert result.count("<w:hyperlink") == 1


def test_notes_are_compared_and_brought_over() -> None:
    base = docx(p("a", note(1)), notes={1: p("See the Act of 2010.")})
    other = docx(
        p("a", note(4), " b", note(5)),
        notes={4: p("See the Act of 2020."), 5: p("A new note.")},
    )
    found = kinds(base, other)
    assert ("del", "2010") in found
    assert ("ins", "2020") in found
    assert ("ins", "A new note.") in found


def test_a_header_that_one_side_lacks_is_an_insertion() -> None:
    found = kinds(docx(p("x")), docx(p("x"), header=p("Draft of May")))
    assert found == [("ins", "¶"), ("ins", "Draft of May")]
    found = kinds(docx(p("x"), header=p("Draft of May")), docx(p("x"), header=p("Draft of June")))
    assert found == [("del", "May"), ("ins", "June")]


def test_white_space_that_word_drops_is_not_made_to_show() -> None:
    loose = "<w:r><w:t>Date: </w:t></w:r>"
    other = docx(p(LONG), p(loose, " ", b("x")), p(OTHER))
    package = open_package(redline(docx(p(LONG), p(OTHER)), other, author="A", when=WHEN))
    texts = [(t.text, t.get(XML_SPACE)) for t in package.xml(package.main).iter(T)]
    assert texts[1:3] == [("Date: ", None), (" ", "preserve")]


def test_tables_that_only_one_word_parts_are_marked_in_one_cell() -> None:
    rows = [["a1 alpha", "b1 beta"], ["a2 gamma", "b2 delta"]]
    edited = [rows[0], ["a2 gamma", "b2 omega"]]
    assert changes(table(rows), p(LONG), to=(table(edited), p(LONG))) == [
        ("del", "delta"),
        ("ins", "omega"),
    ]


def test_an_id_that_is_no_number_of_word_does_no_harm() -> None:
    for identifier in ("9" * 5000, "²", "-1"):
        base = docx(p(f'<w:bookmarkStart w:id="{identifier}" w:name="x"/>', LONG))
        assert kinds(base, docx(p(LONG), p(OTHER)))


def test_comments_and_bookmarks_of_both_sides_are_kept_once() -> None:
    base = docx(p(bookmark("one", 1, LONG)), p(comment(0, OTHER)), comments={0: p("why?")})
    other = docx(
        p(comment(0, OTHER)),
        p(bookmark("one", 1, LONG), bookmark("two", 2)),
        p(comment(1, THIRD)),
        comments={0: p("why?"), 1: p("new")},
    )
    data = redline(base, other, author="A", when=WHEN)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("word/document.xml").decode()
        notes = archive.read("word/comments.xml").decode()
    assert text.count('w:name="one"') == text.count('w:name="two"') == 1
    assert text.count("<w:bookmarkStart") == text.count("<w:bookmarkEnd") == 2
    assert text.count("<w:commentReference") == notes.count("<w:comment ") == 2


def test_earlier_changes_are_accepted_or_rejected_first() -> None:
    base = docx(p("within thirty days", ins(run(" of receipt")), deleted(" hence")))
    accepted = open_package(
        redline(base, docx(p("within sixty days of receipt")), author="A", when=WHEN)
    )
    assert [r.text for r in revisions.revisions(accepted)] == ["thirty", "sixty"]
    rejected = redline(
        base, docx(p("within sixty days hence")), author="A", when=WHEN, revisions="reject"
    )
    assert [r.text for r in revisions.revisions(open_package(rejected))] == ["thirty", "sixty"]


def test_earlier_changes_are_kept_with_their_authors() -> None:
    base = docx(p("within thirty days", ins(run(" of receipt"), author="Ann")))
    data = redline(
        base, docx(p("within sixty days of receipt")), author="A", when=WHEN, revisions="keep"
    )
    found = [(r.author, r.kind, r.text) for r in revisions.revisions(open_package(data))]
    assert found == [("A", "del", "thirty"), ("A", "ins", "sixty"), ("Ann", "ins", " of receipt")]


def test_of_two_equal_controls_the_one_that_went_is_deleted() -> None:
    base = docx(p(control("party", "the"), "of the ", control("party", "the")))
    result = marked(base, docx(p("of the ", control("party", "the"))))
    assert result.count("<w:customXmlDelRangeStart/>") == 1
    assert result.index("<w:delText>") < result.index("of the ")


def test_a_deleted_section_break_goes_behind_an_inserted_table() -> None:
    result = marked(docx(p(section=True), p(LONG)), docx(table([["1"]]), p(LONG)))
    assert result.index("<w:tbl>") < result.index("<w:sectPr>")


def test_lists_are_the_same_when_their_definitions_are() -> None:
    def numbering(number: int) -> str:
        return (
            f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
            f'</w:lvl></w:abstractNum><w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'
        )

    def item(text: str, number: int) -> str:
        inner = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return p(text, extra=inner)

    base = docx(item(LONG, 1), item(OTHER, 1), numbering=numbering(1))
    other = docx(item(LONG, 7), item(THIRD, 7), item(OTHER, 7), numbering=numbering(7))
    assert kinds(base, other) == [("ins", "¶"), ("ins", THIRD)]


def test_styles_are_the_same_when_their_names_are() -> None:
    def style(identifier: str) -> str:
        return f'<w:style w:type="paragraph" w:styleId="{identifier}"><w:name w:val="heading 1"/></w:style>'

    base = docx(p(LONG, style="Heading1"), styles=style("Heading1"))
    assert kinds(base, docx(p(LONG, style="1"), styles=style("1"))) == []


def test_the_same_arguments_give_the_same_bytes() -> None:
    base, other = docx(p(LONG), p(OTHER)), docx(p(OTHER), p(LONG, b(" x")))
    first = redline(base, other, author="A", when=WHEN)
    assert first == redline(base, other, author="A", when=WHEN)
    assert b"2026-01-02T03:04:05Z" in zipfile.ZipFile(io.BytesIO(first)).read("word/document.xml")


def test_a_strict_file_is_read() -> None:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx(p("within sixty days")))) as old,
        zipfile.ZipFile(out, "w") as new,
    ):
        for name in old.namelist():
            data = old.read(name)
            for kind in (b"wordprocessingml", b"officeDocument"):
                data = data.replace(
                    b"http://schemas.openxmlformats.org/" + kind + b"/2006/",
                    b"http://purl.oclc.org/ooxml/" + kind + b"/",
                )
            new.writestr(name, data)
    assert kinds(docx(p("within thirty days")), out.getvalue()) == [
        ("del", "thirty"),
        ("ins", "sixty"),
    ]


def test_a_document_without_a_body_is_an_error() -> None:
    with zipfile.ZipFile(io.BytesIO(docx(p("x")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"w:body", b"w:other")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    with pytest.raises(RedlineError, match="without a body"):
        redline(out.getvalue(), docx(p("x")), author="A", when=WHEN)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs())
def test_any_redline_resolves_to_its_two_sides(pair: tuple[bytes, bytes]) -> None:
    redline(*pair, author="A", when=WHEN)  # raises where it does not
