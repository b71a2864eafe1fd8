"""Two languages in two columns: in step, counted alike, native numbers, one manifest."""

from __future__ import annotations

import json
import re

import pytest

from contractkit.errors import WriteError
from contractkit.model.agreement import Agreement, Clause
from contractkit.model.standard import Library
from contractkit.ooxml.manifest import bookmark_name
from contractkit.ooxml.names import NAME, w
from contractkit.lang import language
from contractkit.readers import document
from contractkit.readers.docx import read_docx
from contractkit.readers.outline import outline
from contractkit.writers import write_columns
from tests.writers.shipped import TEMPLATES, all_text, issue_columns, part

Issued = dict[str, tuple[Agreement, Agreement, bytes]]


@pytest.fixture(scope="module")
def issued(library: Library) -> Issued:
    return {template: issue_columns(library, template) for template in TEMPLATES}


def squeezed(text: str) -> str:
    return "".join(text.split())


def printed(clause: Clause) -> str:
    """A node's number and paragraphs, as a reader of one column sees them."""
    return squeezed(clause.label + "".join(block.text for block in clause.blocks))


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_row_has_two_cells_and_each_column_is_the_whole_agreement(
    issued: Issued, template: str
) -> None:
    left, right, data = issued[template]
    rows = [block.cells for block in read_docx(data, "a.docx").blocks if len(block.cells) == 2]
    for column, agreement in enumerate((left, right)):
        text = squeezed("".join(row[column] for row in rows))
        at = 0
        for _, clause in agreement.walk():
            found = text.find(printed(clause), at)
            assert found >= at, f"{clause.label} {clause.heading}"
            at = found + len(printed(clause))


def nodes(agreement: Agreement) -> list[dict[str, object]]:
    """The clause tree; of a table within a cell each of its cells is a line."""
    return [{**one, "text": str(one["text"]).replace("\t", "\n")} for one in agreement.outline()]


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("side", [0, 1])
def test_each_column_is_read_back_as_the_tree_that_was_assembled(
    issued: Issued, template: str, side: int
) -> None:
    agreement, data = issued[template][side], issued[template][2]
    tongue = language(agreement.language)
    found = outline(document(data, "a.docx", language=tongue), tongue)
    assert nodes(found) == nodes(agreement)


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
    rows = [block for block in read_docx(data, "a.docx").blocks if len(block.cells) == 2]
    for (_, zh), (_, en) in zip(left.walk(), right.walk(), strict=True):
        if zh.standard:
            own = bookmark_name(zh.standard)
            (row,) = [row for row in rows if own in row.bookmarks]
            assert row.bookmarks == (own, f"{own}_en")
            assert row.cells[0].startswith(zh.label)
            assert row.cells[1].startswith(en.label)


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
    from contractkit.assembly import assemble_columns
    from contractkit.library import read_values_file
    from tests.writers.shipped import EXAMPLES

    values = read_values_file(EXAMPLES / "single-case.yaml")
    left, right = assemble_columns(
        library, "single-case", {**values, "prevailing_language": "english"}
    )
    assert any("以英文文本为准" in block.text for block in left.blocks())
    assert any("the English text prevails" in block.text for block in right.blocks())


@pytest.mark.parametrize("template", TEMPLATES)
def test_nothing_is_left_to_fill_and_the_bytes_are_stable(
    library: Library, issued: Issued, template: str
) -> None:
    *_, data = issued[template]
    assert not re.findall(r"\{\{|\}\}|\{%|%\}|\bNone\b|\[\[|\]\]|\*\*", all_text(data))
    assert issue_columns(library, template)[2] == data


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
