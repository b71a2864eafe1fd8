"""The notation of a clause's text: what is parsed out of it, and where it stood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from contractkit.model.wording import Paragraph, Wording

Pieces = list[tuple[str, str, str, int]]


def pieces(paragraph: Paragraph) -> Pieces:
    return [(piece.kind, piece.text, piece.name, piece.column) for piece in paragraph.pieces]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("plain", [("text", "plain", "", 1)]),
        (
            "在{days}内",
            [("text", "在", "", 1), ("value", "{days}", "days", 2), ("text", "内", "", 8)],
        ),
        ("{payer.name}", [("value", "{payer.name}", "payer.name", 1)]),
        ("see [[a/b#2]]", [("text", "see ", "", 1), ("reference", "[[a/b#2]]", "a/b#2", 5)]),
        ("**“Member”** is", [("term", "**“Member”**", "“Member”", 1), ("text", " is", "", 13)]),
        ("- item {x}", [("text", "item ", "", 3), ("value", "{x}", "x", 8)]),
        ("  - {x}", [("value", "{x}", "x", 5)]),
        ("{not a name} [x] *y*", [("text", "{not a name} [x] *y*", "", 1)]),
        ("{{ title }} {% if %}", [("text", "{{ title }} {% if %}", "", 1)]),
    ],
)
def test_a_paragraph_is_cut_into_pieces_with_their_columns(source: str, expected: Pieces) -> None:
    (paragraph,) = Wording(source).paragraphs
    assert pieces(paragraph) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a\n\nb\n", [(0, "a", 1), (0, "b", 3)]),
        ("a\nb", [(0, "a b", 1)]),
        ("a:\n- b\n  - c\n- d", [(0, "a:", 1), (1, "b", 2), (2, "c", 3), (1, "d", 4)]),
        ("- a\n\nb", [(1, "a", 1), (0, "b", 3)]),
        ("- a\n  goes on\n- b", [(1, "a goes on", 1), (1, "b", 3)]),
        ("\n\n\na", [(0, "a", 4)]),
        ("   \n\t\n", []),
        ("", []),
    ],
)  # fmt: skip
def test_paragraphs_have_their_level_text_and_line(
    source: str, expected: list[tuple[int, str, int]]
) -> None:
    found = [(one.level, one.text, one.line) for one in Wording(source).paragraphs]
    assert found == expected


def test_pieces_of_one_kind_come_with_their_paragraph_in_order() -> None:
    text = Wording("{a} [[x/y]]\n\n- {b}")
    assert [(one.line, piece.name) for one, piece in text.pieces("value")] == [(1, "a"), (3, "b")]


lines = st.text(
    st.sampled_from(list("ab甲，。 {}[]*#/._0-")) | st.characters(categories=("L", "N", "P")),
    min_size=1,
).filter(lambda line: line.strip() and not line.strip().startswith("-"))


@given(st.lists(lines, min_size=1))
def test_joined_pieces_are_the_paragraph_that_was_written(written: list[str]) -> None:
    text = Wording("\n\n".join(written))
    assert text.source == "\n\n".join(written)
    assert [one.text for one in text.paragraphs] == [line.strip() for line in written]


@given(st.lists(lines, min_size=1))
def test_a_column_is_where_its_piece_stands_in_the_source(written: list[str]) -> None:
    text = Wording("\n\n".join(written))
    source = text.source.splitlines()
    for paragraph in text.paragraphs:
        for piece in paragraph.pieces:
            assert source[paragraph.line - 1].startswith(piece.text, piece.column - 1)


def test_an_amount_in_words_is_a_form_of_its_variable() -> None:
    text = Wording("Pay {sum|words} of {sum} to {payer.name}; {sum|figures} is text.")
    found = [(piece.name, piece.form) for _, piece in text.pieces("value")]
    assert found == [("sum", "words"), ("sum", ""), ("payer.name", "")]
    assert list(text.variables()) == ["sum", "sum", "payer"]
