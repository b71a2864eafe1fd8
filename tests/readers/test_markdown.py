"""Markdown: headings with levels, lists with labels, tables row by row, text without its marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from contractkit.extract import extract
from contractkit.model.document import Block
from contractkit.ooxml.numbering import BULLET
from contractkit.readers import document, outline, read
from contractkit.readers.markdown import read_markdown


def blocks(source: str) -> tuple[Block, ...]:
    return read_markdown(source.encode(), "a.md").blocks


def told(source: str) -> list[tuple[str, str]]:
    return [(block.label, block.text) for block in blocks(source)]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        ("1. One\n2. Two", [("1.", "One"), ("2.", "Two")]),
        ("3) Three\n4) Four", [("3)", "Three"), ("4)", "Four")]),
        ("- a\n- b", [(BULLET, "a"), (BULLET, "b")]),
        ("1. One\n   - in it\n2. Two", [("1.", "One"), (BULLET, "in it"), ("2.", "Two")]),
        ("1. One\n\n   goes on", [("1.", "One"), ("", "goes on")]),
        ("> quoted", [("", "quoted")]),
        ("soft\nbreak", [("", "soft break")]),
        ("hard  \nbreak", [("", "hard\nbreak")]),
        ("a **bold** [link](http://x.y) `code`", [("", "a bold link code")]),
        ("a &amp; b \\*c\\*", [("", "a & b *c*")]),
        ("```\ncode\n  kept\n```", [("", "code\n  kept")]),
        ("（一）资料", [("", "（一）资料")]),
        ("<div>kept</div>", [("", "<div>kept</div>")]),
    ],
)
def test_text_and_labels_are_those_a_reader_sees(
    source: str, wanted: list[tuple[str, str]]
) -> None:
    assert told(source) == wanted


def test_headings_have_their_level_and_stand_out_whole() -> None:
    found = blocks("# Agreement\n\n## 1. Term\n\ntext\n\n###### Deep")
    assert [(b.level, b.text) for b in found] == [
        (0, "Agreement"),
        (1, "1. Term"),
        (None, "text"),
        (5, "Deep"),
    ]
    assert [b.lead for b in found] == [9, 7, 0, 4]


def test_a_table_is_read_row_by_row_in_cells() -> None:
    found = blocks("before\n\n| a | b |\n|---|---|\n| 1 | **2** |\n\nafter")
    assert [b.cells for b in found] == [(), ("a", "b"), ("1", "2"), ()]
    assert [b.text for b in found] == ["before", "a\tb", "1\t2", "after"]
    assert [b.index for b in found] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("source", "lead"), [("**Term.** Two years.", 5), ("Term. **Two**", 0), ("**All**", 3)]
)
def test_the_bold_beginning_is_measured(source: str, lead: int) -> None:
    assert blocks(source)[0].lead == lead


def test_a_list_makes_clauses() -> None:
    source = b"# Agreement\n\n1. **Term.** Two years.\n2. **Fees.** None.\n"
    read = outline(document(source, "a.md"))
    assert [(c.label, c.heading, c.text) for c in read.clauses] == [
        ("1.", "Term", "Two years."),
        ("2.", "Fees", "None."),
    ]


def test_markdown_is_told_by_its_headings_when_the_name_says_nothing() -> None:
    assert document(b"# Title\n\ntext", "a.txt").blocks[0].level == 0
    assert document(b"no heading", "a.txt").blocks[0].level is None


MARKED = """# 1. *Terms* of `use`

1. **Scope.** <span class="x">Provider</span> may [change](http://a.example/change) the `terms`
   within **30 days**, and Provider *shall* tell Customer.
2. Customer pays &amp; keeps the <b>records</b>.
"""


def test_every_character_of_a_text_has_its_place_in_the_source() -> None:
    for block in read_markdown(MARKED.encode(), "a.md").blocks:
        for at, character in enumerate(block.text):
            assert MARKED[block.source(at)] == character or character == " ", (block.text, at)


def test_a_fact_behind_marks_is_found_where_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(MARKED, encoding="utf-8")
    facts = extract(read(path)).facts
    (period,) = (fact for fact in facts if fact.kind == "duration")
    assert MARKED[period.start : period.end].replace("*", "") == period.text
