"""What an offset in a paragraph means, and how a span becomes whole runs."""

from __future__ import annotations

from lxml import etree

from contractkit.ooxml.package import Element
from contractkit.ooxml.text import cut_run, paragraph_text
from tests.redline.builders import NAMESPACES, b, bookmark, deleted, field, ins, link, note, p, run


def paragraph(*inner: str) -> Element:
    return etree.fromstring(p(*inner).replace("<w:p>", f"<w:p {NAMESPACES}>", 1))


def texts(runs: list[Element]) -> list[str]:
    return ["".join(str(t) for t in r.itertext()) for r in runs]


def test_a_tab_and_a_break_are_one_character() -> None:
    assert paragraph_text(paragraph(run("a\tb\nc"))) == "a\tb\nc"


def test_what_is_deleted_has_no_width_and_what_is_inserted_has() -> None:
    assert paragraph_text(paragraph("a", deleted("b"), ins(run("c")))) == "ac"


def test_links_fields_notes_and_bookmarks() -> None:
    element = paragraph(
        "see ", link("x", "here"), note(1), bookmark("m", 1, "!"), field("PAGE", "3")
    )
    assert paragraph_text(element) == "see here!3"


def test_a_run_is_cut_where_a_character_stands() -> None:
    element = paragraph("the first", b(" second"))
    first, second = list(element)
    rest = cut_run(first, first[0], 4)
    assert rest is not None
    assert texts([first, rest, second]) == ["the ", "first", " second"]
    assert paragraph_text(element) == "the first second"


def test_cutting_keeps_the_formatting() -> None:
    (bold,) = paragraph(b("abc"))
    rest = cut_run(bold, bold[1], 1)
    assert rest is not None
    assert rest[0][0].tag.endswith("}b")


def test_a_run_that_starts_there_is_not_cut() -> None:
    (bold,) = paragraph(b("cd"))
    assert cut_run(bold, bold[1], 0) is None
