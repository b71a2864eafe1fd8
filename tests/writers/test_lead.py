"""What leads in a list or a table stands on the page where that begins."""

from __future__ import annotations

from itertools import pairwise

import pytest
from lxml import etree

from contractkit.model.document import Block
from contractkit.model.standard import Library
from contractkit.ooxml.names import w
from contractkit.writers.docx.lead import leads
from tests.writers.shipped import TEMPLATES, issue, issue_columns, part


def blocks(*styles: str) -> list[Block]:
    return [Block(at, "", style=style) for at, style in enumerate(styles)]


def test_a_paragraph_before_an_item_or_a_table_leads_it_in_and_the_last_item_nothing() -> None:
    styles = ("text", "item", "item", "subitem", "text", "table", "table", "text", "clause", "item")
    assert leads(blocks(*styles)) == {0, 2, 4, 8}


def style_of(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
    return "" if found is None else str(found.get(w("val")))


class Keeping:
    """Which paragraphs of a document stay with the next, by themselves or by their style."""

    def __init__(self, data: bytes) -> None:
        self.body = part(data)[0]
        styles = part(data, "word/styles.xml").iter(w("style"))
        self._styles = {
            style.get(w("styleId"))
            for style in styles
            if style.find(f".//{w('keepNext')}") is not None
        }

    def __call__(self, paragraph: etree._Element) -> bool:
        own = paragraph.find(f"{w('pPr')}/{w('keepNext')}")
        return own is not None or style_of(paragraph) in self._styles


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_no_lead_in_is_left_at_the_foot_of_a_page(
    library: Library, template: str, language: str
) -> None:
    kept = Keeping(issue(library, template, language)[1])
    found = 0
    for one, following in pairwise(kept.body):
        text = "".join(map(str, one.itertext()))
        if one.tag != w("p") or not text.endswith(("：", ":")):
            continue
        if following.tag == w("tbl") or style_of(following).endswith("tem"):  # item, subitem
            found += 1
            assert kept(one), text
    assert found > 1


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_row_that_leads_in_a_list_is_kept_in_both_columns(
    library: Library, template: str
) -> None:
    kept = Keeping(issue_columns(library, template)[2])
    tables = kept.body.iterchildren(w("tbl"))
    rows = [
        [list(cell.iter(w("p"))) for cell in row.iterchildren(w("tc"))]
        for table in tables
        for row in table.iterchildren(w("tr"))
    ]
    found = 0
    for cells, following in pairwise(rows):
        listed = all(style_of(cell[0]).endswith("tem") for cell in following)
        if listed and all(
            "".join(map(str, cell[-1].itertext())).endswith(("：", ":")) for cell in cells
        ):
            found += 1
            assert all(kept(paragraph) for cell in cells for paragraph in cell)
    assert found > 0
