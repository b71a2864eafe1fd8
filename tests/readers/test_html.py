"""HTML pages: what a browser would show is what is read, whatever the encoding."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from contractkit.errors import ReadError, UnsafeFile
from contractkit.model.document import Note
from contractkit.readers import document
from contractkit.readers.html import read_html


def texts(body: str) -> list[str]:
    return [block.text for block in read_html(f"<body>{body}".encode(), "a.html").blocks]


BODIES = {
    "white space is one space": ("<p>a\n  <i>b</i>\t c </p>", ["a b c"]),
    "a line break ends a line": ("<p>a<br>b<br/><br>c</p>", ["a", "b", "c"]),
    "text outside paragraphs is read": ("a<p>b</p>c<div>d<div>e</div>f</div>", list("abcdef")),
    "scripts and styles are not": ("<style>x</style><script>y</script><p>a</p>", ["a"]),
    "comments are not": ("a<!-- b -->c", ["ac"]),
    "entities are characters": ("&lt;a&gt; &amp; &#31532;", ["<a> & 第"]),
    "tags that are not closed are": ("<p>a<p>b<ul><li>c<li>d", ["a", "b", "c", "d"]),
    "lines of preformatted text stand apart": ("<pre>a\n  b</pre>", ["a", "b"]),
    "form fields are read as filled in": (
        '<p>Name: <input value="Lee"> <input type=checkbox checked>yes'
        " <select><option>no<option selected>maybe</select></p>",
        ["Name: Lee ☑yes maybe"],
    ),
    "a table that lays out is text": (
        "<table><tr><td><p>a</p><table><tr><td>b<td>c</table></table>",
        ["a", "b\tc"],
    ),
}


@pytest.mark.parametrize("what", BODIES)
def test_of_a_page(what: str) -> None:
    body, expected = BODIES[what]
    assert texts(body) == expected


def test_headings_have_their_level_and_stand_out() -> None:
    found = read_html(b"<h1>A <b>b</b></h1><h3>C</h3><p>d", "a.html").blocks
    assert [(b.level, b.lead) for b in found] == [(0, 3), (2, 1), (None, 0)]


@pytest.mark.parametrize(
    ("markup", "lead"),
    [
        ("<p><b>Term.</b> One year", 5),
        ('<p><span style="font-weight: 700">Term.</span> One year', 5),
        ("<p>The <b>Term</b>", 0),
        ("<p><u>Term</u>", 4),
    ],
)
def test_bold_beginnings_are_leads(markup: str, lead: int) -> None:
    assert read_html(markup.encode(), "a.html").blocks[0].lead == lead


@pytest.mark.parametrize(
    ("markup", "labels"),
    [
        ("<ol><li>a<li>b</ol>", ["1.", "2."]),
        ('<ol start=3 type=a><li>a<li value="7">b<li>c</ol>', ["c.", "g.", "h."]),
        ("<ol type=I><li>a<ol type=i><li>b<li>c</ol><li>d</ol>", ["I.", "i.", "ii.", "II."]),
        ("<ol reversed><li>a<li>b</ol>", ["2.", "1."]),
        ("<ul><li>a</ul>", ["•"]),
        ('<ol style="list-style-type: cjk-ideographic"><li>a<li>b</ol>', ["一、", "二、"]),
        ("<ol><li><p>a</p><p>b</p></ol>", ["1.", ""]),
    ],
)
def test_lists_have_the_numbers_that_a_browser_shows(markup: str, labels: list[str]) -> None:
    assert [block.label for block in read_html(markup.encode(), "a.html").blocks] == labels


def test_a_table_is_a_block_a_row_with_its_cells() -> None:
    markup = "<table><tr><th rowspan=2>a<th colspan=2>b<tr><td>c<td>d<br>e<tr><td>f</table>"
    found = read_html(markup.encode(), "a.html").blocks
    assert [block.cells for block in found] == [("a", "b"), ("", "c", "d\ne"), ("f",)]
    assert found[1].text == "\tc\td\ne"


def test_hidden_elements_pictures_and_frames_are_noted() -> None:
    body = '<p hidden>a</p><p style="display:none">b</p><img><iframe></iframe><p>c'
    found = read_html(body.encode(), "a.html")
    assert found.text == "c"
    assert found.notes == (
        Note("drawings", "1"),
        Note("hidden_elements", "2"),
        Note("objects", "1"),
    )


PAGE = "<html><head><meta charset={}></head><body><p>第一条 总则</p></body></html>"


@pytest.mark.parametrize(
    ("data", "notes"),
    [
        (codecs.BOM_UTF8 + PAGE.format("gbk").encode(), ()),
        (codecs.BOM_UTF16_LE + PAGE.format("").encode("utf-16-le"), ()),
        (PAGE.format("utf-8").encode(), ()),
        (PAGE.format("gb2312").encode("gb18030"), ()),
        (PAGE.format("").encode(), ()),
        (PAGE.format("nonsense").encode("gb18030"), (Note("encoding", "GB18030"),)),
        (PAGE.format("utf-8").encode("gb18030"), (Note("encoding", "GB18030"),)),
        (b'<?xml version="1.0" encoding="gbk"?>' + PAGE.format("").encode("gbk"), ()),
    ],
    ids=["bom", "utf-16", "utf-8", "gb2312", "undeclared", "unknown", "wrong", "xml"],
)
def test_each_encoding_gives_the_same_text_and_a_guess_is_noted(
    data: bytes, notes: tuple[Note, ...]
) -> None:
    found = document(data, "a.txt")
    assert (found.text, found.notes) == ("第一条 总则", notes)


def test_bytes_of_no_encoding_are_an_error() -> None:
    with pytest.raises(ReadError, match="neither UTF-8 nor GB18030"):
        read_html(b"<p>\xff\xff", "a.html")


def test_elements_nested_beyond_the_limit_are_refused() -> None:
    with pytest.raises(UnsafeFile, match="deeper than 256"):
        read_html(b"<div>" * 5_000 + b"x", "a.html")


def test_no_entity_is_expanded(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    entity = f'<!ENTITY a SYSTEM "{(tmp_path / "secret").as_uri()}">'
    page = f"<!DOCTYPE html [{entity}]><html><p>x&a;</p>".encode()
    assert "secret" not in read_html(page, "a.html").text.replace("/secret", "")


@pytest.mark.parametrize(
    ("data", "name", "is_page"),
    [
        (b"<!DOCTYPE html><p>a", "a.txt", True),
        (b"<p>a</p>", "a.doc", True),
        (b"    <h1>a</h1>", "a.md", False),
        (b"1 < 2 <p>", "a.txt", False),
    ],
)
def test_a_page_is_told_by_its_content(data: bytes, name: str, is_page: bool) -> None:
    assert ("<" not in document(data, name).text) is is_page
