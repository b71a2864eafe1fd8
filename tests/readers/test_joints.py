"""Lines that hold several numbered clauses: cut where one begins, nowhere else, losing nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contractkit.lang import LANGUAGES, language
from contractkit.model.document import Block, Mark
from contractkit.readers import document, outline
from contractkit.readers.joints import cut
from contractkit.readers.plain import lines


def pieces(text: str, code: str = "en") -> list[str]:
    return [block.text for block in cut(lines(text), language(code).numbering)]


CUT = {
    "sections on one line": (
        "1. Term. One year. 2. Fees. None apply. 3. Law. Any.",
        ["1. Term. One year.", "2. Fees. None apply.", "3. Law. Any."],
    ),
    "a heading without a full stop before its first section": (
        "5. FEES 5.1 Rate. As agreed. 5.2 Due. At once. 6. LAW 6.1 Court. Any.",
        ["5. FEES", "5.1 Rate. As agreed.", "5.2 Due. At once.", "6. LAW", "6.1 Court. Any."],
    ),
    "an agreement that begins on the line of its title": (
        "AGREEMENT 1. Term. One year. 2. Fees. None.",
        ["AGREEMENT", "1. Term. One year.", "2. Fees. None."],
    ),
    "articles and their sections": (
        "ARTICLE I TERM 1.1 Start. Today. ARTICLE II FEES 2.1 Rate. None.",
        ["ARTICLE I TERM", "1.1 Start. Today.", "ARTICLE II FEES", "2.1 Rate. None."],
    ),
    "items that are sentences": (
        "1. Use. (a) No copies. (b) No resale. 2. Law. Any.",
        ["1. Use.", "(a) No copies.", "(b) No resale.", "2. Law. Any."],
    ),
    "a number that is lacking": (
        "1.1 One. A. 1.2 Two. B. 1.4 Four. D.",
        ["1.1 One. A.", "1.2 Two. B.", "1.4 Four. D."],
    ),
    "a section that goes on from the line before": (
        "7.1 Term. Long.\nMore. 7.2 End. Never.",
        ["7.1 Term. Long.", "More.", "7.2 End. Never."],
    ),
}
WHOLE = {
    "a section that is cited": "3.1 Fees. As said in Section 3.2 The parties agree. And so on.",
    "a list of sections that are cited": "9. Survival. Sections 1, 7 and 10. The rest ends.",
    "a number that goes on from nothing": "1. Term. See above. 7. The parties are free.",
    "a small letter after the number": "1. Rates. For each year. 2. percent is added.",
    "an enumeration in a sentence": "1. Use. It may: (a) copy; (b) print; and (c) keep.",
    "a page": "1. Term. One year. 12 Confidential",
    "an amount": "1. Fee. It is $ 2.1 Million for each.",
}


@pytest.mark.parametrize("name", CUT)
def test_a_line_is_cut_where_a_clause_begins(name: str) -> None:
    text, wanted = CUT[name]
    assert pieces(text) == wanted


@pytest.mark.parametrize("name", WHOLE)
def test_a_number_that_begins_no_clause_is_left_in_its_sentence(name: str) -> None:
    assert pieces(WHOLE[name]) == [WHOLE[name]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "第一条 甲方付款。第二条 乙方服务。第三条 期限一年。",
            ["第一条 甲方付款。", "第二条 乙方服务。", "第三条 期限一年。"],
        ),
        ("第一条 依照前述。第一条第二款另计。", ["第一条 依照前述。第一条第二款另计。"]),
        ("第一条 违反本协议第二条的，赔偿。", ["第一条 违反本协议第二条的，赔偿。"]),
        ("第一条 甲方付款。第二条规定的除外。", ["第一条 甲方付款。第二条规定的除外。"]),
    ],
)
def test_articles_on_one_line_are_told_from_those_that_are_cited(
    text: str, wanted: list[str]
) -> None:
    assert pieces(text, "zh") == wanted


PIECES = [
    "1. Term. ", "2. Fees", " 2.1 Rate. ", "   ", "(a) One. ", "ARTICLE I ", "\n", "第一条 甲。",
    "第二条 乙。", "一、", "3. ", "EXHIBIT A Rates. ", "Section 2 of it. ",
]  # fmt: skip


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map("".join),
    st.sampled_from(sorted(LANGUAGES)),
)
def test_every_piece_stands_at_its_offset_and_only_white_space_between_two(
    text: str, code: str
) -> None:
    end = 0
    for index, block in enumerate(cut(lines(text), language(code).numbering)):
        assert block.index == index
        assert text.startswith(block.text, block.offset)
        assert not text[end : block.offset].strip()
        end = block.offset + len(block.text)
    assert not text[end:].strip()


def test_what_is_known_of_a_block_goes_with_the_piece_that_it_is_of() -> None:
    text = "1. Term. Long. 2. Fees. None."
    block = Block(0, text, bookmarks=("b",), lead=7, marks=(Mark("term", 18, 22),))
    first, second = cut((block,), language("en").numbering)
    assert (first.bookmarks, first.lead, first.marks) == (("b",), 7, ())
    assert (second.bookmarks, second.lead, second.marks) == ((), 0, (Mark("term", 3, 7),))


def test_sections_inside_a_line_are_clauses() -> None:
    found = outline(document(b"AGREEMENT 1. Term. One year. 2. Fees. None. 3. Law. Any.", "a.txt"))
    assert [(c.label, c.heading) for c in found.clauses] == [
        ("1.", "Term"),
        ("2.", "Fees"),
        ("3.", "Law"),
    ]
