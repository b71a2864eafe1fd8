"""Tracked changes as accepted, as rejected, and both; and a strict file like any other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from contractkit.model.document import Document, Mark, Note, Revisions
from contractkit.ooxml.package import open_package
from contractkit.readers import document, read
from contractkit.readers.docx import read_docx
from tests.builders import deleted, docx, ins, p, r, row, tbl
from tests.ooxml.lists import abstract, lvl, num
from tests.readers.rich import rich

WHO = 'w:id="3" w:author="Li" w:date="2026-01-02T03:04:05Z"'
LI = "Li\n2026-01-02T03:04:05Z"


def marked(mark: str, text: str) -> str:
    return f"<w:p><w:pPr><w:rPr><w:{mark} {WHO}/></w:rPr></w:pPr>{r(text)}</w:p>"


def moved(kind: str, text: str) -> str:
    return f"<w:{kind} {WHO}>{r(text)}</w:{kind}>"


def changed_row(mark: str, *texts: str) -> str:
    return row(*texts).replace("<w:tr>", f"<w:tr><w:trPr><w:{mark} {WHO}/></w:trPr>", 1)


CHANGES = {
    "words": (p("pay ", deleted("15"), ins("30"), " days"), "pay 30 days", "pay 15 days"),
    "a paragraph that was split": (marked("ins", "one ") + p("two"), "one \ntwo", "one two"),
    "paragraphs that were joined": (marked("del", "one ") + p("two"), "one two", "one \ntwo"),
    "a move": (p("x", moved("moveFrom", "a")) + p("y", moved("moveTo", "a")), "x\nya", "xa\ny"),
    "a row that came": (tbl(row("a"), changed_row("ins", "b")), "a\nb", "a"),
    "a row that went": (tbl(row("a"), changed_row("del", "b")), "a", "a\nb"),
    "a format": (p(f"<w:r><w:rPr><w:b/><w:rPrChange {WHO}><w:rPr/></w:rPrChange></w:rPr>"
                   "<w:t>same</w:t></w:r>"), "same", "same"),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_a_change_is_read_as_accepted_or_as_rejected(what: str) -> None:
    markup, accepted, rejected = CHANGES[what]
    data = docx(markup)
    assert read_docx(data, "a.docx").text == accepted
    assert read_docx(data, "a.docx", revisions="accept").text == accepted
    assert read_docx(data, "a.docx", revisions="reject").text == rejected


@pytest.mark.parametrize("revisions", ["accept", "reject", "both"])
def test_how_many_changes_there_were_and_how_they_were_read_is_told(revisions: Revisions) -> None:
    data = docx(CHANGES["words"][0])
    assert read_docx(data, "a.docx", revisions=revisions).notes == (Note(revisions, "2"),)


def both(markup: str) -> Document:
    return read_docx(docx(markup), "a.docx", revisions="both")


def test_both_states_stand_in_the_text_with_marks_of_who_and_when() -> None:
    markup = (
        f"<w:del {WHO}><w:r><w:delText>15</w:delText></w:r></w:del><w:ins {WHO}>{r('30')}</w:ins>"
    )
    (block,) = both(p("pay ", markup, " days")).blocks
    assert block.text == "pay 1530 days"
    assert block.marks == (Mark("deleted", 4, 6, LI), Mark("inserted", 6, 8, LI))


def test_of_both_states_rows_and_ends_of_paragraphs_are_marked() -> None:
    found = both(marked("ins", "one") + tbl(changed_row("del", "a", "b")))
    assert [block.marks for block in found.blocks] == [
        (Mark("inserted", 3, 3, LI),),
        (Mark("deleted", 0, 3, LI),),
    ]


def test_a_paragraph_that_is_rejected_does_not_count() -> None:
    lists = [abstract(0, lvl(0, "%1.")), num(1, 0)]
    properties = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    come = (
        f"<w:p><w:pPr>{properties}<w:rPr><w:ins {WHO}/></w:rPr></w:pPr>"
        f"<w:ins {WHO}>{r('new')}</w:ins></w:p>"
    )
    data = docx(p("a", num=(1, 0)), come, p("b", num=(1, 0)), numbering=lists)
    labels = {
        how: [block.label for block in read_docx(data, "a.docx", revisions=how).blocks]
        for how in ("accept", "reject")
    }
    assert labels == {"accept": ["1.", "2.", "3."], "reject": ["1.", "2."]}


def test_how_changes_are_read_is_an_option_of_read(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(p("1. Term"), p("pay ", deleted("15"), ins("30"), " days")))
    assert "30" in read(path).clauses[0].text
    assert "15" in read(path, revisions="reject").clauses[0].text


STRICT = re.compile(rb"http://schemas\.openxmlformats\.org/(\w+)/2006/(?!relationships\"/)")


def test_a_strict_file_is_read_like_any_other() -> None:
    ordinary = open_package(rich())
    strict = open_package(rich())
    for name, data in strict.parts.items():
        if b"http://schemas.openxmlformats.org/package/" not in data:
            strict.parts[name] = STRICT.sub(rb"http://purl.oclc.org/ooxml/\1/", data)
        else:
            types = rb"http://schemas\.openxmlformats\.org/officeDocument/2006/"
            strict.parts[name] = re.sub(types, b"http://purl.oclc.org/ooxml/officeDocument/", data)
    assert b"purl.oclc.org" in strict.parts["word/document.xml"]
    assert b"purl.oclc.org" in strict.parts["_rels/.rels"]
    one, two = (document(package.save(), "a.docx") for package in (ordinary, strict))
    assert (one.blocks, one.asides, one.notes) == (two.blocks, two.asides, two.notes)
    assert one.asides
