"""What we leave in a document that we issue comes back out of it, and nobody else's."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contractkit.ooxml.manifest import bookmark_name, read_manifest, write_manifest
from contractkit.ooxml.package import open_package
from tests.builders import p, package

MANIFEST = '{"template": "t", "values": {"name": "A & B <x> 甲"}}'


def test_a_manifest_comes_back_after_saving() -> None:
    made = package(p("x"))
    assert read_manifest(made) == ""
    write_manifest(made, MANIFEST)
    assert read_manifest(open_package(made.save())) == MANIFEST


def test_a_manifest_stands_beside_the_custom_parts_of_others() -> None:
    made = package(p("x"))
    write_manifest(made, "theirs")
    theirs = made.xml("customXml/item1.xml")
    theirs.tag = "somebody-elses"
    assert read_manifest(made) == ""
    write_manifest(made, MANIFEST)
    assert theirs.text == "theirs"
    assert read_manifest(open_package(made.save())) == MANIFEST


def test_a_broken_custom_part_is_no_reason_to_refuse_the_document() -> None:
    made = package(p("x"))
    write_manifest(made, "first")
    saved = open_package(made.save())
    saved.parts["customXml/item1.xml"] = b"<not xml"
    assert read_manifest(saved) == ""


def test_relationship_ids_stay_unique() -> None:
    made = package(p("x"), header="<w:p/>")
    for _ in range(3):
        write_manifest(made, MANIFEST)
    ids = [element.get("Id") for element in made.xml("word/_rels/document.xml.rels")]
    assert len(ids) == len(set(ids)) == 3 + 3  # numbering, styles, header, and ours


@settings(deadline=None)
@given(st.text())
def test_a_bookmark_name_is_one_that_word_accepts(clause: str) -> None:
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,39}", bookmark_name(clause))


@pytest.mark.parametrize(
    ("one", "two"),
    [("a/term", "b/term"), ("x/" + "long" * 20 + "1", "x/" + "long" * 20 + "2"), ("期限", "终止")],
)
def test_clauses_have_different_bookmarks(one: str, two: str) -> None:
    assert bookmark_name(one) == bookmark_name(one) != bookmark_name(two)
