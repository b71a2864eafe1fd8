""".doc, .rtf and .odt: read by LibreOffice where it is, and told what to do where it is not."""

from __future__ import annotations

import io
import os
import stat
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

import contractkit.office
from contractkit.errors import ReadError, UnsafeFile
from contractkit.model.document import Note
from contractkit.office import find_office
from contractkit.ooxml.package import OLE_MAGIC
from contractkit.readers import document
from contractkit.readers.doc import read_doc
from tests.builders import docx, p

Convert = Callable[[Mapping[str, bytes], str], dict[str, bytes]]

WORD = OLE_MAGIC + bytes(504) + b"\xec\xa5" + bytes(600) + "WordDocument".encode("utf-16-le")
RTF = rb"{\rtf1\ansi Hello}"


def odt(content: bytes = b"<x/>") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        kind = "application/vnd.oasis.opendocument.text"
        archive.writestr(zipfile.ZipInfo("mimetype"), kind)
        archive.writestr("content.xml", content)
    return out.getvalue()


def office(folder: Path, script: str) -> Path:
    """A program in the place of LibreOffice."""
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


needs_sh = pytest.mark.skipif(os.name == "nt", reason="a shell script stands in for LibreOffice")


@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_each_kind_reads_as_the_word_file_that_it_was(soffice: Convert, kind: str) -> None:
    data = docx(p("第一条 总则") + p("The Plan pays."))
    found = document(soffice({"a.docx": data}, kind)["a"], f"a.{kind}")
    texts = [(block.text, block.cells) for block in found.blocks if block.text]
    assert texts == [(b.text, b.cells) for b in document(data, "a.docx").blocks if b.text]
    assert found.notes[0] == Note("converted", f".{kind}")


@pytest.mark.parametrize(("data", "kind"), [(WORD, "doc"), (RTF, "rtf"), (odt(), "odt")])
def test_without_libreoffice_the_error_says_what_to_do(
    data: bytes, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contractkit.office, "find_office", lambda: None)
    with pytest.raises(ReadError, match=rf"\.{kind}\).*not installed .*save it as \.docx"):
        document(data, "a")


def test_libreoffice_is_looked_for_on_the_path_and_then_where_it_is_usually(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = office(tmp_path, "")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(contractkit.office, "PLACES", (str(tmp_path / "none"), str(program)))
    assert find_office() == program
    monkeypatch.setattr(contractkit.office, "PLACES", ())
    assert find_office() is None


@needs_sh
def test_a_file_that_libreoffice_cannot_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="damaged, or protected by a password"):
        read_doc(RTF, "a.rtf", office=office(tmp_path, "exit 1"))


@needs_sh
def test_libreoffice_is_ended_when_it_takes_too_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contractkit.office, "SECONDS", 1)
    with pytest.raises(ReadError, match="within 1 seconds"):
        read_doc(RTF, "a.rtf", office=office(tmp_path, "sleep 60"))


@needs_sh
def test_libreoffice_gets_a_profile_of_its_own_and_nothing_stays_on_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    seen = tmp_path / "seen"
    with pytest.raises(ReadError):
        read_doc(RTF, "a.rtf", office=office(tmp_path, f'echo "$@" > {seen}'))
    arguments = seen.read_text(encoding="utf-8")
    assert f"-env:UserInstallation={tmp_path.as_uri()}" in arguments
    assert sorted(path.name for path in tmp_path.iterdir()) == ["seen", "soffice"]


def test_a_program_that_does_not_start_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="LibreOffice does not start"):
        read_doc(RTF, "a.rtf", office=tmp_path / "none")


REFUSED = {
    "a word file under a password": (
        OLE_MAGIC + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "protected by a password",
    ),
    "an old word file under a password": (
        WORD[:522] + b"\x00\x01" + WORD[524:],
        "protected by a password",
    ),
    "an old spreadsheet": (OLE_MAGIC + bytes(600), "not a Word document"),
    "an archive that is cut": (odt()[:-30], "damaged"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_what_is_refused_before_libreoffice_is_asked(
    what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(contractkit.office, "find_office", lambda: pytest.fail("asked"))
    data, message = REFUSED[what]
    with pytest.raises(ReadError, match=message):
        document(data, "a.doc")


def test_an_archive_that_would_fill_the_disk_is_refused() -> None:
    with pytest.raises(UnsafeFile, match="expands to"):
        read_doc(odt(bytes(8_000_000)), "a.odt")
