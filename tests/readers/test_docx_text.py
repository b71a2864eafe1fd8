"""What a paragraph shows, from runs that hold more than plain text."""

from __future__ import annotations

import pytest

from contractkit.model.document import Note
from contractkit.readers.docx import read_docx
from tests.builders import docx, field_of, p, r, runs
from tests.ooxml.lists import style
from tests.readers.rich import SPACES

BEGIN, MIDDLE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
SYMEX = 'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex"'
EMOJI = f'<w16se:symEx {SYMEX} w16se:font="Segoe UI Emoji" w16se:char="1F60A"/>'


def run(inner: str) -> str:
    return f"<w:r>{inner}</w:r>"


def sym(font: str, char: str) -> str:
    return run(f'<w:sym w:font="{font}" w:char="{char}"/>')


def form(data: str) -> str:
    return run(f'<w:fldChar w:fldCharType="begin"><w:ffData>{data}</w:ffData></w:fldChar>') + END


def either(choice: str, fallback: str) -> str:
    return run(
        f'<mc:AlternateContent {SPACES}><mc:Choice Requires="w16se">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


SHOWN = {
    "a ticked box of Wingdings": (sym("Wingdings", "F0FE"), "☑"),
    "an empty box, by its short number": (sym("Wingdings", "A8"), "☐"),
    "a Greek letter of Symbol": (sym("Symbol", "F062"), "β"),
    "a symbol of a text font": (sym("Arial", "2265"), "≥"),
    "a symbol without a number is nothing": (sym("Arial", "zz"), ""),
    "a hyphen that does not break": (run("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t>"), "a\u2011b"),
    "a soft hyphen": (run("<w:t>a</w:t><w:softHyphen/><w:t>b</w:t>"), "a\u00adb"),
    "tabs, breaks and carriage returns": (run("<w:tab/><w:ptab/><w:br/><w:cr/>"), "\t\t\n\n"),
    "the base text of ruby": (
        run(f"<w:ruby><w:rt>{r('hé')}</w:rt><w:rubyBase>{r('合')}</w:rubyBase></w:ruby>"),
        "合",
    ),
    "mathematics as plain text": ("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>", "x+1"),
    "a smart tag": ("<w:smartTag>" + runs(["Boston"]) + "</w:smartTag>", "Boston"),
    "a field in the result of a field": (field_of("IF", "a ", field_of("PAGE", "1")), "a 1"),
    "a field in the code of a field": (
        BEGIN + run("<w:instrText>IF </w:instrText>") + field_of("REF x", "no") + MIDDLE
        + runs(["yes"]) + END,
        "yes",
    ),
    "text in a code": (BEGIN + runs(["code"]) + MIDDLE + runs(["result"]) + END, "result"),
    "a field without a result": (BEGIN + run("<w:instrText>TC x</w:instrText>") + END, ""),
    "what a field that never ends begins": (BEGIN + runs(["kept"]), "kept"),
    "what a field that never began ends": (runs(["kept"]) + MIDDLE + END + runs(["!"]), "kept!"),
    "a ticked form field": (form('<w:checkBox><w:checked w:val="1"/></w:checkBox>'), "☒"),
    "a form field by its default": (form('<w:checkBox><w:default w:val="0"/></w:checkBox>'), "☐"),
    "the choice of a list": (
        form(
            '<w:ddList><w:result w:val="1"/><w:listEntry w:val="a"/><w:listEntry w:val="b"/>'
            "</w:ddList>"
        ),
        "b",
    ),
    "a choice that is not in the list": (form('<w:ddList><w:result w:val="7"/></w:ddList>'), ""),
    "an emoji once, by its number": (either(EMOJI, ""), "\U0001f60a"),
    "an emoji once, by its fallback": (either("<w:x/>", "<w:t>☺</w:t>"), "☺"),
}  # fmt: skip


@pytest.mark.parametrize("what", SHOWN)
def test_a_paragraph_shows(what: str) -> None:
    markup, text = SHOWN[what]
    assert read_docx(docx(p(markup)), "a.docx").text == text


def test_a_field_goes_over_paragraphs_and_its_code_is_not_shown_in_any() -> None:
    start = p("see ", BEGIN, '<w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>')
    middle = p(r("still code"), MIDDLE, r("1. Term"))
    found = read_docx(docx(start + middle + p("2. Fees", END, ".")), "a.docx")
    assert [block.text for block in found.blocks] == ["see ", "1. Term", "2. Fees."]


@pytest.mark.parametrize(
    "markup",
    [
        p("shown ", r("hidden", properties="<w:vanish/>")),
        p("shown ", r("hidden", properties='<w:rStyle w:val="Secret"/>')),
        p(r("shown ", properties='<w:vanish w:val="0"/>'), "hidden", style="Secret"),
        p("shown ", r("hid", properties="<w:vanish/>"), r("den", properties="<w:vanish/>")),
    ],
    ids=["run", "run style", "paragraph style", "two runs"],
)
def test_hidden_text_is_kept_and_told(markup: str) -> None:
    found = read_docx(docx(markup, styles=[style("Secret", run="<w:vanish/>")]), "a.docx")
    assert found.text == "shown hidden"
    assert found.notes == (Note("hidden", "1"),)


def test_a_symbol_that_no_table_knows_is_kept_and_told() -> None:
    found = read_docx(docx(p(sym("Webdings", "F021"))), "a.docx")
    assert found.text == "\uf021"
    assert found.notes == (Note("symbols", "1"),)


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        (p(run("<w:drawing/>")), "drawings"),
        (p(run("<w:object/>")), "objects"),
        (p('<w:subDoc r:id="x"/>'), "inclusions"),
        ('<w:altChunk r:id="x"/>', "inclusions"),
        (p(field_of("LISTNUM")), "computed"),
    ],
)
def test_what_is_met_and_not_read_is_counted(markup: str, kind: str) -> None:
    assert read_docx(docx(markup), "a.docx").notes == (Note(kind, "1"),)


def test_a_bookmark_between_paragraphs_belongs_to_the_next() -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="ck_term"/>'
    found = read_docx(docx(p("a"), mark, p("b")), "a.docx")
    assert [block.bookmarks for block in found.blocks] == [(), ("ck_term",)]
