"""What an offset in a paragraph means, and how a span becomes whole runs."""

from __future__ import annotations

from lxml import etree

from contractkit.ooxml.package import Element
from contractkit.ooxml.text import isolate, paragraph_text
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


def test_a_span_becomes_whole_runs() -> None:
    element = paragraph("the first", b(" second third"))
    assert texts(isolate(element, 4, 16)) == ["first", " second"]
    assert paragraph_text(element) == "the first second third"


def test_isolating_keeps_the_formatting() -> None:
    element = paragraph(b("abc"))
    (middle,) = isolate(element, 1, 2)
    assert texts([middle]) == ["b"]
    assert middle[0][0].tag.endswith("}b")


def test_a_span_of_whole_runs_cuts_nothing() -> None:
    element = paragraph("ab", b("cd"))
    assert texts(isolate(element, 0, 4)) == ["ab", "cd"]
    assert len(element) == 2
