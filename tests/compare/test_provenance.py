"""What became of each clause of an issued document, told by its marks and its text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contractkit.compare.provenance import provenance
from contractkit.model.agreement import Agreement, Clause, Number
from contractkit.model.document import Block

HEADINGS = ("Payment", "Records", "Term")
TEXTS = ("Payer shall pay within 30 days.", "Keep records for 10 years.", "The term is one year.")


def clause(index: int, heading: str, text: str, mark: str = "") -> Clause:
    block = Block(index, f"{heading} {text}", bookmarks=(mark,) if mark else ())
    number = Number((index,), f"{index}.")
    return Clause(number, heading, "clause", (block,), start=len(heading) + 1)


def agreement(*clauses: Clause, footer: str = "Page 1 of 1") -> Agreement:
    aside = Block(90, footer, story="footer")
    cover = Block(0, "Agreement No. 7")
    return Agreement("en", "A", (), (cover,), clauses, (), digest="x", asides=(aside,))


def issued(*, marks: bool = True) -> list[Clause]:
    pairs = enumerate(zip(HEADINGS, TEXTS, strict=True), 1)
    return [clause(n, head, text, f"ck_{n}" if marks else "") for n, (head, text) in pairs]


def states(base: Agreement, refused: Agreement, accepted: Agreement | None = None) -> list[str]:
    return [trace.state for trace in provenance(base, refused, accepted or refused)]


@pytest.mark.parametrize("marks", [True, False])
def test_the_same_text_is_unchanged_with_marks_and_without(marks: bool) -> None:
    base = agreement(*issued())
    assert states(base, agreement(*issued(marks=marks))) == ["unchanged"] * 5


def test_pages_that_are_counted_anew_are_no_change_but_other_words_are() -> None:
    base = agreement(*issued())
    assert states(base, agreement(*issued(), footer="Page 1 of 47")) == ["unchanged"] * 5
    assert states(base, agreement(*issued(), footer="Draft 1 of 1"))[-1] == "silent"


def test_a_change_is_silent_where_the_refused_text_has_it_and_tracked_where_only_the_other() -> (
    None
):
    base, other = agreement(*issued()), issued()
    other[0] = clause(1, "Payment", "Payer shall pay within 90 days.", "ck_1")
    changed = agreement(*other)
    assert states(base, changed)[1] == "silent"
    assert states(base, base, changed)[1] == "tracked"
    trace = provenance(base, changed, changed)[1]
    assert [(one.before, one.after) for one in trace.edits] == [("30", "90")]
    assert (trace.lost, trace.gained) == (("30 days",), ("90 days",))


def test_clauses_that_are_gone_or_new_are_told_apart_by_whether_they_were_marked() -> None:
    base = agreement(*issued())
    fewer = agreement(*issued()[:2])
    assert states(base, fewer)[3] == "missing"
    assert states(base, base, fewer)[3] == "tracked"
    more = agreement(*issued(), clause(4, "Fees", "Provider pays a fee."))
    assert states(base, more)[-1] == "added"
    assert [one.after for one in provenance(base, more, more)[-1].edits] == ["Provider pays a fee."]
    assert states(base, base, more)[-1] == "tracked"


def test_a_clause_that_moved_keeps_its_text_by_its_mark() -> None:
    base, moved = agreement(*issued()), issued()
    moved.reverse()
    renumbered = [replace(one, number=Number((n,), f"{n}.")) for n, one in enumerate(moved, 1)]
    assert states(base, agreement(*renumbered)) == ["unchanged"] * 5


def test_a_new_heading_is_a_change() -> None:
    base, other = agreement(*issued()), issued()
    other[1] = clause(2, "Papers", TEXTS[1], "ck_2")
    assert states(base, agreement(*other))[2] == "silent"


def test_without_the_issued_document_its_clauses_texts_do() -> None:
    from contractkit.ooxml.manifest import bookmark_name

    texts = {"a/pay": f"{HEADINGS[0]}\n{TEXTS[0]}", "a/keep": f"{HEADINGS[1]}\n{TEXTS[1]}"}
    back = agreement(
        clause(1, HEADINGS[0], TEXTS[0], bookmark_name("a/pay")),
        clause(2, HEADINGS[1], "Keep none.", bookmark_name("a/keep")),
    )
    found = provenance(None, back, back, texts=texts)
    assert [(one.id, one.state) for one in found] == [("a/pay", "unchanged"), ("a/keep", "silent")]


@given(st.integers(0, 2), st.integers(0, 24), st.sampled_from("x7.，"))
def test_no_change_of_a_character_goes_unseen(which: int, at: int, character: str) -> None:
    text = TEXTS[which][:at] + character + TEXTS[which][at + 1 :]
    other = issued()
    other[which] = clause(which + 1, HEADINGS[which], text, f"ck_{which + 1}")
    expected = ["unchanged"] * 5
    if " ".join(text.split()) != TEXTS[which]:
        expected[which + 1] = "silent"
    assert states(agreement(*issued()), agreement(*other)) == expected
