"""The table of contents: a field that Word updates, whose entries point to the headings."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from contractkit.model.standard import Library
from contractkit.ooxml.names import NAME, w
from contractkit.readers import document
from tests.conftest import Convert
from tests.writers.shipped import issue, part

LONG = [
    (template, code)
    for template in ("hospital-service", "provider-participation")
    for code in ("zh", "en")
]


def words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(w("t")))


@pytest.mark.parametrize("one", LONG)
def test_each_entry_is_a_heading_and_points_to_it(library: Library, one: tuple[str, str]) -> None:
    agreement, data = issue(library, *one)
    root = part(data)
    links = list(root.iter(w("hyperlink")))
    assert list(map(words, links)) == [f"{c.label} {c.heading}" for c in agreement.clauses]
    paragraphs = {
        mark.get(NAME): words(paragraph)
        for paragraph in root.iter(w("p"))
        for mark in paragraph.iter(w("bookmarkStart"))
    }
    headings = [clause.heading for clause in agreement.clauses]
    assert [paragraphs[link.get(w("anchor"))] for link in links] == headings


@pytest.mark.parametrize("one", LONG)
def test_the_field_is_whole_and_asks_nothing_on_opening(
    library: Library, one: tuple[str, str]
) -> None:
    _, data = issue(library, *one)
    root = part(data)
    kinds = [str(e.get(w("fldCharType"))) for e in root.iter(w("fldChar"))]
    depth = 0
    for kind in kinds:
        depth += {"begin": 1, "separate": 0, "end": -1}[kind]
        assert 0 <= depth <= 2
    assert depth == 0
    codes = [str(e.text).split()[0] for e in root.iter(w("instrText"))]
    assert codes[0] == "TOC"
    assert codes.count("TOC") == 1
    assert [e for e in root.iter(w("fldChar")) if e.get(w("dirty"))] == []
    assert list(part(data, "word/settings.xml").iter(w("updateFields"))) == []


@pytest.mark.parametrize("one", LONG)
def test_no_entry_ends_with_a_leader_that_leads_to_nothing(
    library: Library, one: tuple[str, str]
) -> None:
    _, data = issue(library, *one)
    root = part(data)
    links = list(root.iter(w("hyperlink")))
    assert links
    assert [tab for link in links for tab in link.iter(w("tab"))] == []
    assert "PAGEREF" not in " ".join(str(e.text) for e in root.iter(w("instrText")))


@pytest.mark.parametrize("one", LONG)
def test_the_entries_are_read_and_are_no_clauses(library: Library, one: tuple[str, str]) -> None:
    agreement, data = issue(library, *one)
    blocks = document(data, "a.docx").blocks
    entries = [block for block in blocks if block.style == "toc 1"]
    assert len(entries) == len(agreement.clauses)


def test_a_short_agreement_has_none(library: Library) -> None:
    _, data = issue(library, "renewal", "zh")
    codes = " ".join(str(e.text) for e in part(data).iter(w("instrText")))
    assert not re.search(r"\b(TOC|PAGEREF)\b", codes)


def test_libreoffice_keeps_the_entries(library: Library, soffice: Convert) -> None:
    agreement, data = issue(library, "hospital-service", "en")
    shown = soffice({"a.docx": data}, "txt:Text (encoded):UTF8")["a"].decode("utf-8-sig")
    for clause in agreement.clauses:
        assert len(re.findall(rf"{clause.label}\s+{re.escape(clause.heading)}", shown)) == 2
