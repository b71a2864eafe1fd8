"""Two languages in two columns: in step, counted alike, native numbers, one manifest."""

from __future__ import annotations

import json
import re

import pytest
from lxml import etree

from contractkit.assembly import assemble_columns
from contractkit.errors import WriteError
from contractkit.lang import language
from contractkit.library import read_values_file
from contractkit.model.agreement import Agreement
from contractkit.model.standard import Library
from contractkit.ooxml.manifest import bookmark_name
from contractkit.ooxml.names import NAME, w
from contractkit.readers import document, outline
from contractkit.writers import write_columns
from tests.writers.shipped import EXAMPLES, TEMPLATES, all_text, issue_columns, part

Issued = dict[str, tuple[Agreement, Agreement, bytes]]


@pytest.fixture(scope="module")
def issued(library: Library) -> Issued:
    return {template: issue_columns(library, template) for template in TEMPLATES}


def squeezed(text: str) -> str:
    return "".join(text.split())


def rows(data: bytes) -> list[list[etree._Element]]:
    """The cells of each row of the table of both columns: the longest of the body."""
    tables = part(data)[0].findall(w("tbl"))
    longest = max(tables, key=lambda table: len(table.findall(w("tr"))))
    return [row.findall(w("tc")) for row in longest.findall(w("tr"))]


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_row_has_two_cells_with_something_in_each(issued: Issued, template: str) -> None:
    *_, data = issued[template]
    found = rows(data)
    assert {len(cells) for cells in found} == {2}
    assert all("".join(map(str, cell.itertext())).strip() for cells in found for cell in cells)


def tidy(node: dict[str, object]) -> dict[str, object]:
    """A node whose cells may be parted by tabs or, as in a table within a cell, by line ends."""
    return {**node, "text": str(node["text"]).replace("\t", "\n")}


@pytest.mark.parametrize("template", TEMPLATES)
def test_each_side_is_read_back_as_the_tree_that_was_assembled(
    issued: Issued, template: str
) -> None:
    *sides, data = issued[template]
    for side in sides:
        tongue = language(side.language)
        found = outline(document(data, "a.docx", language=tongue), tongue)
        assert [tidy(node) for node in found.outline()] == [tidy(n) for n in side.outline()]
        assert [(p.title, p.name) for p in found.parties] == [
            (p.title, p.name) for p in side.parties
        ]


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_same_clauses_have_the_same_numbers_in_both(issued: Issued, template: str) -> None:
    left, right, _ = issued[template]
    numbers = [
        [
            (level, one.kind, one.standard, one.number.path if one.number else ())
            for level, one in side.walk()
        ]
        for side in (left, right)
    ]
    assert numbers[0] == numbers[1]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_clause_begins_in_one_row_in_both_columns(issued: Issued, template: str) -> None:
    left, right, data = issued[template]
    begun = {
        str(mark.get(NAME)): number
        for number, cells in enumerate(rows(data))
        for cell in cells
        for mark in cell.iter(w("bookmarkStart"))
    }
    standard = [one.standard for _, one in left.walk() if one.standard]
    assert standard == [one.standard for _, one in right.walk() if one.standard]
    places = [begun[bookmark_name(name)] for name in standard]
    assert places == [begun[f"{bookmark_name(name)}_en"] for name in standard]
    assert places == sorted(set(places))


def test_each_column_cites_its_own_bookmarks(issued: Issued) -> None:
    _, _, data = issued["provider-participation"]
    root = part(data)
    names = [str(mark.get(NAME)) for mark in root.iter(w("bookmarkStart"))]
    ids = [mark.get(w("id")) for mark in root.iter(w("bookmarkStart"))]
    assert len(set(names)) == len(names) == len(set(ids))
    assert max(map(len, names)) <= 40
    targets = re.findall(
        r"REF (\S+)", " ".join(str(code.text) for code in root.iter(w("instrText")))
    )
    assert set(targets) <= set(names)
    assert len([name for name in targets if name.endswith("_en")]) * 2 == len(targets)


def test_the_numbers_stand_in_lists_and_in_no_text(issued: Issued) -> None:
    left, right, data = issued["hospital-service"]
    text = squeezed(all_text(data))
    first = next(one for _, one in left.walk() if one.kind == "clause")
    assert f"{first.label}{first.heading}" not in text
    lists = {e.get(w("val")) for e in part(data, "word/styles.xml").iter(w("numId"))}
    assert lists == {"1", "2", "3", "4", "5", "6"}
    assert right.language == "en"


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_prevailing_language_stands_in_two_columns_only(
    library: Library, issued: Issued, template: str
) -> None:
    left, right, data = issued[template]
    for side in (left, right):
        held = [one.standard for _, one in side.walk()]
        assert "general/prevailing_language" in held
    assert "以中文文本为准" in all_text(data)
    assert "the Chinese text prevails" in all_text(data)


def test_who_prevails_is_a_value(library: Library) -> None:
    values = read_values_file(EXAMPLES / "single-case.yaml") | {"prevailing_language": "english"}
    left, right = assemble_columns(library, "single-case", values)
    assert any("以英文文本为准" in block.text for block in left.blocks())
    assert any("the English text prevails" in block.text for block in right.blocks())


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_is_left_to_fill_and_the_bytes_are_stable(
    library: Library, issued: Issued, template: str
) -> None:
    *_, data = issued[template]
    assert not re.findall(r"\{\{|\}\}|\{%|%\}|\bNone\b|\[\[|\]\]|\*\*", all_text(data))
    assert issue_columns(library, template)[2] == data


@pytest.mark.parametrize("template", TEMPLATES)
def test_the_closing_and_the_signatures_are_one_table_that_is_not_parted(
    issued: Issued, template: str
) -> None:
    *_, data = issued[template]
    last = part(data)[0].findall(w("tbl"))[-1]
    lines = last.findall(w("tr"))
    texts = ["".join(t.text or "" for t in row.iter(w("t"))) for row in lines]
    assert "签署" in texts[0]
    assert "ignatures follow" in texts[0]
    assert "甲方" in texts[1]
    for row in lines:
        assert row.find(f".//{w('cantSplit')}") is not None
        assert row.find(f".//{w('keepNext')}") is not None


def test_the_manifest_holds_those_of_both_columns(issued: Issued) -> None:
    left, right, data = issued["renewal"]
    manifest = json.loads(document(data, "a.docx").manifest)
    assert (manifest["template"], manifest["language"]) == ("renewal", "both")
    assert manifest["columns"] == {
        "zh": json.loads(left.manifest),
        "en": json.loads(right.manifest),
    }


def test_a_suffix_that_we_cannot_write_is_told(issued: Issued) -> None:
    left, right, _ = issued["renewal"]
    with pytest.raises(WriteError, match=r"cannot be written as \.pdf"):
        write_columns(left, right, ".pdf", look=b"")
