"""Opening, saving and refusing packages: a Word file is hostile until shown otherwise."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest

from contractkit.errors import ReadError, UnsafeFile
from contractkit.ooxml.package import (
    OLE_MAGIC,
    Limits,
    Package,
    open_package,
    parse_xml,
    relationships_part,
    resolve,
)
from tests.builders import docx, p, package


def zipped(parts: Mapping[str, bytes], *, twice: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
        if twice:
            with pytest.warns(UserWarning, match="Duplicate"):
                archive.writestr(twice, b"<x/>")
    return out.getvalue()


def with_part(name: str, data: bytes) -> bytes:
    return zipped({**package(p("x")).parts, name: data})


def test_a_package_is_saved_as_the_same_bytes_again_and_again() -> None:
    data = docx(p("第一条"))
    opened = open_package(data)
    assert opened.save() == data
    opened.xml(opened.main)  # parsed, and so written anew
    assert open_package(opened.save()).save() == opened.save()


def test_a_change_to_a_part_is_saved_and_the_others_are_left_alone() -> None:
    opened = open_package(docx(p("before"), header="<w:p/>"))
    text = opened.xml(opened.main).find(".//{*}t")
    assert text is not None
    text.text = "after"
    again = open_package(opened.save())
    assert b"after" in again.parts["word/document.xml"]
    assert again.parts["word/header.xml"] == opened.parts["word/header.xml"]


def test_what_is_done_to_a_copy_does_not_show_in_the_original() -> None:
    original = open_package(docx(p("one")))
    original.xml(original.main)
    before = original.save()
    copy = original.copy()
    copy.xml(copy.main).clear()
    copy.remove("word/styles.xml")
    assert original.save() == before != copy.save()


def test_a_removed_part_is_gone_and_a_new_one_is_there() -> None:
    opened = open_package(docx(p("x"), header="<w:p/>"))
    opened.remove("word/header.xml")
    opened.set_xml("word/new.xml", parse_xml(b"<new/>"))
    again = open_package(opened.save())
    assert "word/header.xml" not in again.parts
    assert again.xml("word/new.xml").tag == "new"


def test_the_main_part_is_found_by_its_relationship_and_not_by_its_name() -> None:
    made = package(p("x"))
    parts = dict(made.parts)
    parts["word/other.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"document.xml", b"other.xml")
    assert open_package(zipped(parts)).main == "word/other.xml"


def test_relationships_tell_inside_from_outside() -> None:
    made = package(p("x"), header="<w:p/>")
    rels = made.xml("word/_rels/document.xml.rels")
    outside = rels[0].makeelement(rels[0].tag, {"Id": "out", "TargetMode": "External"})
    outside.set("Target", "https://example.org/a")
    rels.append(outside)
    found = made.relationships("word/document.xml")
    assert found["out"].external
    assert found["out"].target == "https://example.org/a"
    assert made.related("word/document.xml", "/header") == ["word/header.xml"]
    assert made.relationships("word/header.xml") == {}


@pytest.mark.parametrize(
    ("part", "target", "name"),
    [
        ("word/document.xml", "styles.xml", "word/styles.xml"),
        ("word/document.xml", "../customXml/item1.xml", "customXml/item1.xml"),
        ("word/document.xml", "/word/media/a.png", "word/media/a.png"),
        ("", "word/document.xml", "word/document.xml"),
    ],
)
def test_targets_are_resolved_from_their_part(part: str, target: str, name: str) -> None:
    assert resolve(part, target) == name


def test_relationships_stand_beside_their_part() -> None:
    assert relationships_part("") == "_rels/.rels"
    assert relationships_part("word/document.xml") == "word/_rels/document.xml.rels"


@pytest.mark.parametrize(
    ("limits", "name"),
    [
        (Limits(entries=3), "entries"),
        (Limits(unpacked=100_000), "unpacked"),
        (Limits(ratio=2), "ratio"),
    ],
    ids=["entries", "unpacked", "ratio"],
)
def test_each_limit_is_kept_and_named(limits: Limits, name: str) -> None:
    bomb = with_part("word/media/a.bin", b"\0" * 3_000_000)
    assert open_package(bomb, limits=Limits(ratio=100_000)).main
    with pytest.raises(UnsafeFile, match=rf"--limit {name}=N"):
        open_package(bomb, limits=limits)


def test_the_defaults_refuse_a_bomb_that_lies_about_its_size() -> None:
    bomb = bytearray(with_part("word/media/a.bin", b"\0" * 30_000_000))
    at = bomb.rindex(b"PK\x01\x02")
    bomb[at + 24 : at + 28] = (10).to_bytes(4, "little")  # what it claims to unpack to
    with pytest.raises(ReadError):
        open_package(bytes(bomb))


@pytest.mark.parametrize("name", ["../evil.xml", "/etc/passwd", "C:/x.xml", "word\\..\\..\\x.xml"])
def test_a_name_that_leaves_the_package_is_refused(name: str) -> None:
    with pytest.raises(UnsafeFile, match="leave the package"):
        open_package(with_part(name, b"<x/>"))


def test_a_part_that_occurs_twice_is_refused() -> None:
    parts = package(p("x")).parts
    with pytest.raises(UnsafeFile, match=r"word/document\.xml occurs twice"):
        open_package(zipped(parts, twice="word/document.xml"))


DTD = '<?xml version="1.0" encoding="{0}"?><!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'


@pytest.mark.parametrize("code", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_a_document_type_is_refused_in_any_encoding(code: str) -> None:
    with pytest.raises(ReadError) as refused:
        parse_xml(DTD.format(code).encode(code), where="evil.docx")
    assert "evil.docx" in str(refused.value)
    if code != "utf-32":  # libxml2 does not read it, and so it expands nothing
        assert isinstance(refused.value, UnsafeFile)


def test_an_entity_from_a_file_is_never_fetched() -> None:
    data = b'<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]><a>&f;</a>'
    with pytest.raises(UnsafeFile):
        parse_xml(data)


def test_elements_nested_too_deep_are_refused() -> None:
    with pytest.raises(ReadError, match="broken XML"):
        parse_xml(b"<a>" * 5000 + b"</a>" * 5000)


BAD = {
    "the file is empty": b"",
    "this is not a .docx file": b"hello",
    "is protected by a password": OLE_MAGIC + b"\0" * 512 + "EncryptedPackage".encode("utf-16-le"),
    "an old Word 97–2003 .doc": OLE_MAGIC + b"\0" * 512 + "WordDocument".encode("utf-16-le"),
    "damaged or cut short": docx(p("x"))[:200],
    "this is a zip archive, not a Word document": zipped({"a.txt": b"a"}),
}


@pytest.mark.parametrize("message", BAD)
def test_what_is_no_word_file_is_told_apart(message: str) -> None:
    with pytest.raises(ReadError, match=message) as refused:
        open_package(BAD[message], name="in.docx")
    assert str(refused.value).startswith("in.docx: ")
    assert refused.value.hint


def test_a_zip_with_content_types_but_no_document_is_refused() -> None:
    opened = open_package(zipped({"[Content_Types].xml": b"<Types/>"}), name="x.docx")
    with pytest.raises(ReadError, match="without a Word document"):
        _ = opened.main


def test_a_part_that_is_missing_or_broken_is_named() -> None:
    opened = Package({"a.xml": b"<a>"}, "x.docx")
    with pytest.raises(ReadError, match=r"a\.xml"):
        opened.xml("a.xml")
    with pytest.raises(ReadError, match=r"part b\.xml is missing"):
        opened.xml("b.xml")
