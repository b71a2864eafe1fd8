"""What we leave in a document that we issue comes back out of it, and nobody else's."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from contractkit.errors import UnsafeFile
from contractkit.ooxml.manifest import (
    CUSTOM_XML,
    bookmark_name,
    manifest_in,
    read_manifest,
    write_manifest,
)
from contractkit.ooxml.manifest import _relate as relate
from contractkit.ooxml.package import open_package, serialize
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


def test_a_manifest_is_read_without_unpacking_the_rest_wherever_it_lies() -> None:
    made = package(p("x"))
    assert manifest_in(made.save()) == ""
    write_manifest(made, MANIFEST)
    made.parts["word/media/bomb.bin"] = b"\0" * 3_000_000
    with pytest.raises(UnsafeFile, match="expands beyond"):
        open_package(made.save())
    assert manifest_in(made.save()) == MANIFEST
    made.parts["customXml/bomb.bin"] = made.parts.pop("word/media/bomb.bin")
    with pytest.raises(UnsafeFile, match="expands beyond"):
        manifest_in(made.save())
    moved = package(p("x"))
    moved.parts["other/manifest.xml"] = serialize(made.xml("customXml/item1.xml"))
    relate(moved, moved.main, CUSTOM_XML, "../other/manifest.xml")
    assert manifest_in(moved.save()) == MANIFEST


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
