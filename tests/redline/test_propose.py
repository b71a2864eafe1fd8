"""Our wording in their file: what is marked, what is kept, what rejecting and accepting give."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from contractkit.errors import RedlineError, SourceChanged
from contractkit.lang import language
from contractkit.model.document import Document, Span
from contractkit.model.proposal import Insertion, Proposal, Remark, Replacement
from contractkit.ooxml import revisions
from contractkit.ooxml.package import open_package
from contractkit.readers import document
from contractkit.readers.docx import read_docx
from contractkit.redline.check import difference
from contractkit.redline.propose import propose
from tests.redline.builders import b, body, deleted, docx, ins, link, p, table
from tests.redline.documents import pairs

WHEN = dt.datetime(2026, 1, 2, 3, 4, 5, tzinfo=dt.UTC)
AUTHOR = "Legal Affairs"


def proposed(source: bytes, *proposals: Proposal) -> bytes:
    read = document(source, "draft.docx")
    return propose(source, read, proposals, author=AUTHOR, when=WHEN)


def place(source: bytes, text: str) -> Span:
    for block in document(source, "draft.docx").blocks:
        at = block.text.find(text)
        if at >= 0:
            return Span(block.index, at, at + len(text))
    raise AssertionError(text)


def ours(data: bytes, *, accepting: bool) -> Document:
    package = open_package(data)
    deed = revisions.accept if accepting else revisions.reject
    deed(package, lambda revision: revision.author == AUTHOR)
    return document(package.save(), "resolved.docx")


def texts(found: Document) -> list[str]:
    return [block.text for block in found.blocks]


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def test_a_value_is_replaced_in_the_look_that_it_has() -> None:
    source = docx(p("Keep records for ", b("15 years"), " at least."))
    data = proposed(source, Replacement(place(source, "15 years"), "30 years", "The law says so."))
    assert "<w:del><w:r><w:rPr><w:b/></w:rPr><w:delText>15</w:delText></w:r></w:del>" in body(data)
    assert "<w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>30</w:t></w:r></w:ins>" in body(data)
    assert texts(ours(data, accepting=True)) == ["Keep records for 30 years at least."]
    assert texts(ours(data, accepting=False)) == ["Keep records for 15 years at least."]


def test_the_reason_is_a_comment_on_the_change() -> None:
    source = docx(p("病历保存15年。"))
    data = proposed(
        source, Replacement(place(source, "15年"), "30年", "依法不少于30年。\n请恢复。")
    )
    found = body(data)
    assert found.index("<w:commentRangeStart/>") < found.index("<w:del>")
    assert found.index("<w:ins>") < found.index("<w:commentRangeEnd/>")
    comments = part(data, "word/comments.xml")
    assert 'w:author="Legal Affairs"' in comments
    assert 'w:initials="LA"' in comments
    assert re.findall(r"<w:t>([^<]*)</w:t>", comments) == ["依法不少于30年。", "请恢复。"]
    assert "/word/comments.xml" in part(data, "[Content_Types].xml")
    assert 'Target="comments.xml"' in part(data, "word/_rels/document.xml.rels")


def test_comments_that_are_there_stay() -> None:
    source = docx(p("one two"), comments={0: p("why?")})
    data = proposed(source, Remark(place(source, "two"), "Because."))
    assert part(data, "word/comments.xml").count("<w:comment ") == 2


def test_a_remark_changes_nothing() -> None:
    source = docx(p("one two three"), table([["a", "b"]]), p())
    data = proposed(source, Remark(place(source, "two"), "x"), Remark(Span(1, 0, 3), "y"))
    assert revisions.revisions(open_package(data)) == ()
    assert texts(document(data, "x.docx")) == ["one two three", "a\tb", ""]


@pytest.mark.parametrize("after", [0, 1, 2])
def test_new_paragraphs_stand_behind_a_block(after: int) -> None:
    source = docx(p("First.", style="Heading1"), p(b("Second.")), p("Last."))
    new = Insertion(after, (("Term", 0), ("Two years.", 1)), "We need a term.")
    data = proposed(source, new)
    before = texts(document(source, "x.docx"))
    assert texts(ours(data, accepting=False)) == before
    wanted = [*before[: after + 1], "Term", "Two years.", *before[after + 1 :]]
    assert texts(ours(data, accepting=True)) == wanted
    assert '<w:pStyle w:val="Heading1"/>' in body(data).split("Term")[0].rpartition("<w:p>")[2]


def test_new_paragraphs_stand_behind_a_table() -> None:
    source = docx(p("First."), table([["a", "b"], ["c", "d"]]), p("Last."))
    data = proposed(source, Insertion(1, (("New.", 0),)))
    assert texts(ours(data, accepting=True)) == ["First.", "a\tb", "c\td", "New.", "Last."]
    assert texts(ours(data, accepting=False)) == texts(document(source, "x.docx"))


def test_a_cell_and_a_link_are_edited_where_they_stand() -> None:
    source = docx(table([["fee", "100"]]), p("see ", link("x", "clause 4"), "."))
    data = proposed(
        source,
        Replacement(place(source, "100"), "90"),
        Replacement(place(source, "clause 4"), "clause 5"),
    )
    assert texts(ours(data, accepting=True)) == ["fee\t90", "see clause 5."]


@pytest.mark.parametrize(
    ("code", "old", "new", "other"),
    [
        ("en", "30 days", "60 days", "甲方应当在三十日内付款。"),
        ("zh", "三十日", "六十日", "The Plan pays within 30 days."),
    ],
)
def test_a_side_of_two_columns_is_edited_in_its_cell(
    code: str, old: str, new: str, other: str
) -> None:
    english = p("The Plan pays within 30 days.") + p("Interest accrues.")
    chinese = p("甲方应当在三十日内付款。") + p("计付利息。")
    rows = [["1", english, chinese], ["2", "The term is one year.", "期限一年。"]]
    source = docx(p("Agreement"), table(rows), p("End."))
    read = document(source, "a.docx", language=language(code))
    at = next(block for block in read.blocks if old in block.text)
    whole = Span(at.index, 0, len(at.text))
    proposals = (
        Replacement(whole, at.text.replace(old, new), "why"),
        Insertion(read.blocks[2].index, (("New.", -1),)),
        Remark(Span(at.index, 0, 3), "why"),
    )
    data = propose(source, read, proposals, author=AUTHOR, when=WHEN)
    found = document(data, "b.docx", language=language(code))
    wanted = [text.replace(old, new) for text in texts(read)]
    assert texts(found) == [*wanted[:3], "New.", *wanted[3:]]
    assert other in [block.text for block in found.asides]
    assert texts(ours(data, accepting=False)) == texts(document(source, "a.docx"))
    edit = Replacement(Span(at.index, 0, 1), "3")
    with pytest.raises(RedlineError, match="in a cell of its own"):
        propose(source, read, [edit], author=AUTHOR, when=WHEN)


def test_their_changes_stay_theirs() -> None:
    source = docx(p("within ", deleted("ten"), ins("sixty long"), " days"), p("End."))
    data = proposed(source, Replacement(place(source, "sixty"), "thirty"))
    assert texts(ours(data, accepting=True))[0] == "within thirty long days"
    assert texts(ours(data, accepting=False))[0] == "within sixty long days"
    found = [(r.author, r.kind, r.text) for r in revisions.revisions(open_package(data))]
    assert ("Earlier", "del", "ten") in found
    assert (AUTHOR, "ins", "thirty") in found
    assert (AUTHOR, "del", "sixty") in found


def test_a_file_that_changed_is_refused() -> None:
    source = docx(p("one"))
    read = document(source, "draft.docx")
    with pytest.raises(SourceChanged, match="not the one that was read"):
        propose(docx(p("two")), read, (), author="A", when=WHEN)


def test_a_place_that_is_not_there_is_refused() -> None:
    source = docx(p("one"), p("two"))
    read = document(source, "draft.docx")
    moved = replace(read, blocks=tuple(replace(b, text=b.text + "!") for b in read.blocks))
    with pytest.raises(RedlineError, match="not where it was read"):
        propose(source, moved, [Remark(Span(0, 0, 1), "x")], author="A", when=WHEN)
    with pytest.raises(RedlineError, match="not in one paragraph"):
        proposed(source, Replacement(Span(0, 0, 9), "x"))
    overlapping = [Replacement(Span(0, 0, 2), "x"), Replacement(Span(0, 1, 3), "y")]
    with pytest.raises(RedlineError, match="overlap"):
        proposed(source, *overlapping)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(pairs(), st.data())
def test_rejecting_ours_gives_any_file_back(pair: tuple[bytes, bytes], data: st.DataObject) -> None:
    source = pair[0]
    read = document(source, "draft.docx")
    assert read.digest == hashlib.sha256(source).hexdigest()
    block = data.draw(st.sampled_from(read.blocks))
    place = block.place
    lead = len(block.text) - (place.end - place.start) if place else 0  # in a cell of its own
    start = data.draw(st.integers(lead, len(block.text)))
    end = data.draw(st.integers(start, len(block.text)))
    if "\t" in block.text[start:end] or "\n" in block.text[start:end]:
        return
    result = propose(
        source,
        read,
        [
            Replacement(Span(block.index, start, end), "new words", "why"),
            Insertion(block.index, (("A new paragraph.", -1),), "why"),
        ],
        author=AUTHOR,
        when=WHEN,
    )
    original = open_package(source)
    rejected = open_package(result)
    revisions.reject(rejected, lambda revision: revision.author == AUTHOR)
    assert difference(rejected, original) == ""
    changed = open_package(result)
    revisions.accept(changed, lambda revision: revision.author == AUTHOR)
    accepted = read_docx(changed.save(), "a.docx").text  # the rows of two columns as they are
    assert block.text[lead:start] + "new words" + block.text[end:] in accepted
    assert "A new paragraph." in accepted
