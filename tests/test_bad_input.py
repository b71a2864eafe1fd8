"""What comes in broken or hostile: one line that says what, where and what to do; nothing left."""

from __future__ import annotations

import io
import json
import os
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from contractkit.library import default_root
from tests.cli.run import ROOT, Ran, Runner
from tests.library.small import VALUES, write_small

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
TYPES = b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
RELS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    b'<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
W = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DOCUMENT = (
    b'<w:document xmlns:w="%s"><w:body><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:body></w:document>'
)
LAUGHS = b"<!DOCTYPE w [<!ENTITY a 'ha'>%s]>" % b"".join(
    b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)
SECRET = b'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def package(*more: tuple[str, bytes], document: bytes = DOCUMENT % (W, b"text")) -> bytes:
    """A minimal .docx with ``more`` entries, whatever their names."""
    out = io.BytesIO()
    entries = [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELS),
        ("word/document.xml", document),
    ]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (*entries, *more):
            archive.writestr(name, data)
    return out.getvalue()


def locked(data: bytes) -> bytes:
    """``data`` with the mark of an encrypted entry on its first entry, in both headers."""
    first = data.index(b"PK\x01\x02")
    flag = struct.pack("<H", 1)
    return data[:6] + flag + data[8 : first + 8] + flag + data[first + 10 :]


def twice() -> bytes:
    """A package in which two entries have one name, as Word never writes it."""
    return package(("word/documenX.xml", b"<x/>")).replace(b"documenX", b"document")


def lzma() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
    return out.getvalue()


def flipped(data: bytes) -> bytes:
    """``data`` with the bytes of its entries spoiled, its directory whole."""
    end = data.index(b"PK\x01\x02")
    return data[:60] + bytes(byte ^ 0x5A for byte in data[60:end]) + data[end:]


GOOD = package()

# A file, then what the line must say: what is wrong, and what to do.
FILES: Mapping[str, tuple[bytes, str, str]] = {
    "text.docx": ("第一条".encode(), "this is not a .docx file", "save it as .docx"),
    "page.docx": (b"<html></html>", "there is no text in the page", "ask for it again"),
    "empty.docx": (b"", "the file is empty", "ask for it again"),
    "empty.txt": (b" \n", "the file is empty", "ask for it again"),
    "protected.docx": (
        OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500),
        "protected by a password",
        "ask for an open copy",
    ),
    "old.doc": (OLE + bytes(1000), "an old Office file", "as .docx"),
    "cut.docx": (GOOD[: len(GOOD) // 2], "damaged or cut short", "ask for it again"),
    "head.docx": (GOOD[:4], "damaged or cut short", "ask for it again"),
    "damaged.docx": (flipped(GOOD), "damaged", "ask for it again"),
    "locked.docx": (locked(GOOD), "encrypted or damaged", "ask for an open copy"),
    "lzma.docx": (lzma(), "packed in a way that Word does not know", "save it in Word"),
    "other.docx": (
        package().replace(b"[Content_Types]", b"[Content_Typos]"),
        "a zip archive, not a Word document",
        "send the .docx itself",
    ),
    "bomb.docx": (
        package(document=LAUGHS + DOCUMENT % (W, b"&j;")),
        "word/document.xml: the XML declares a document type",
        "do not open this file",
    ),
    "entity.docx": (
        package(document=SECRET + DOCUMENT % (W, b"&x;")),
        "word/document.xml: the XML declares a document type",
        "do not open this file",
    ),
    "utf16.docx": (
        package(document=(SECRET + DOCUMENT % (W, b"&x;")).decode().encode("utf-16")),
        "word/document.xml: the XML declares a document type",
        "do not open this file",
    ),
    "broken.docx": (package(document=b"<w:document"), "broken XML", "ask for it again"),
    "deep.docx": (
        package(document=b"<a>" * 5000 + b"</a>" * 5000),
        "broken XML",
        "ask for it again",
    ),
    "large.docx": (
        package(("word/media/a.bin", bytes(20_000_000))),
        "the archive expands beyond",
        "--limit ratio=N",
    ),
    "many.docx": (
        package(*((f"x{n}", b"") for n in range(5001))),
        "has 5004 entries, the limit is 5000",
        "--limit entries=N",
    ),
    "up.docx": (package(("../../evil.txt", b"x")), "would leave the package", "ask the sender"),
    "root.docx": (package(("/etc/evil", b"x")), "would leave the package", "ask the sender"),
    "drive.docx": (package(("C:evil", b"x")), "would leave the package", "ask the sender"),
    "twice.docx": (twice(), "part word/document.xml occurs twice", "ask the sender"),
    "binary.txt": (b"\x01\x00\x02", "neither a Word file nor text", "save it as .docx"),
    "latin.txt": (b"\xff\xff\xff", "the text is not gb18030 at byte 0", "save it as UTF-8"),
}  # fmt: skip


CASES = [(name, "read") for name in FILES] + [
    (name, command)
    for name in ("text.docx", "protected.docx", "bomb.docx")
    for command in ("compare", "review")
]


@pytest.mark.parametrize(("name", "command"), CASES)
def test_a_file_that_cannot_be_read_is_told_in_one_line(
    run: Runner, tmp_path: Path, name: str, command: str
) -> None:
    data, what, todo = FILES[name]
    path = tmp_path / name
    path.write_bytes(data)
    out = tmp_path / "report.html"
    options = {"read": (), "compare": (path, "-o", out), "review": ("-o", out)}[command]
    ran = run(command, path, *options)
    assert ran.code == 10
    line = ran.error
    assert name in line
    assert what in line
    assert todo in line
    assert ran.err.count("\n") == 1
    assert sorted(one.name for one in tmp_path.iterdir()) == [name]


@pytest.mark.parametrize(
    ("limit", "packed"),
    [
        ("ratio=100000", package(("word/media/a.bin", bytes(20_000_000)))),
        ("entries=6000", package(*((f"x{n}", b"") for n in range(5001)))),
    ],
)
def test_the_limit_that_is_named_can_be_raised(
    run: Runner, tmp_path: Path, limit: str, packed: bytes
) -> None:
    path = tmp_path / "large.docx"
    path.write_bytes(packed)
    assert run("read", path).code == 10
    assert run("read", path, "--limit", limit).code == 0


@pytest.mark.parametrize("limit", ["ratio", "ratio=many", "ratio=-1", "size=3", "=3"])
def test_a_limit_that_is_none_is_wrong_use(run: Runner, tmp_path: Path, limit: str) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(GOOD)
    ran = run("read", path, "--limit", limit)
    assert ran.code == 2
    assert "NAME one of entries, unpacked, ratio" in ran.error


@pytest.mark.parametrize(
    ("arguments", "name", "what"),
    [
        (("read",), "none.docx", "No such file"),
        (("compare", "b.docx"), "none.docx", "No such file"),
        (("review",), "none.docx", "No such file"),
        (("read",), ".", "directory"),
        (("compare", "b.docx"), ".", "directory"),
    ],
)
def test_a_file_that_is_not_there_or_a_folder_is_told(
    run: Runner,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: tuple[str, ...],
    name: str,
    what: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(arguments[0], name, *arguments[1:])
    assert ran.code == 10
    assert ran.error.startswith(f"{name}: the file cannot be opened")
    assert what in ran.error


def test_a_folder_without_a_draft_is_told(run: Runner, tmp_path: Path) -> None:
    ran = run("review", tmp_path, "-o", tmp_path / "matrix.xlsx")
    assert ran.code == 10
    assert "the folder holds no draft" in ran.error
    assert not (tmp_path / "matrix.xlsx").exists()


Generate = Callable[[Mapping[str, object]], Ran]


@pytest.fixture
def generate(run: Runner, tmp_path: Path) -> Generate:
    """Generate the small agreement of the values given, into a folder of its own."""
    root = write_small(tmp_path / "library")
    (tmp_path / "out").mkdir()

    def command(values: Mapping[str, object]) -> Ran:
        path = tmp_path / "values.json"
        path.write_text(json.dumps({**VALUES, **values}), encoding="utf-8")
        out = tmp_path / "out" / "a.docx"
        return run("generate", "small", path, "-o", out, "--library", root, "--language", "zh")

    return command


def test_markup_in_values_is_no_markup(generate: Generate, run: Runner, tmp_path: Path) -> None:
    assert generate({"provider": {"name": "A & B <x>"}}).code == 0
    shown = run("read", tmp_path / "out" / "a.docx")
    assert "乙方: A & B <x>\n" in shown.out


@pytest.mark.parametrize("character", ["\x00", "\x01", "\x0b", "\x1b", "\x7f", "\ufffe"])
def test_a_control_character_in_a_value_is_told_with_its_variable(
    generate: Generate, tmp_path: Path, character: str
) -> None:
    ran = generate({"signing_place": f"a{character}b"})
    assert ran.code == 12
    assert ran.error == "1 mistake in the values for small:"
    told = f"holds the control character U+{ord(character):04X}"
    assert f"signing_place (签订地点), used in payment/changes, {told}" in ran.err
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a: 1\nb: [", "values.yaml:3:1: not YAML"),
        ("[" * 100_000, "values.yaml:1:51: lists nested too deep"),
        ("a: &a [*a]", "values.yaml:1:8: an alias of a list or mapping"),
        ("- 1", "values.yaml: the file does not hold values"),
        ("", "values.yaml: the file does not hold values"),
        ("a: \x01", "values.yaml:1:1: not YAML"),
    ],
    ids=lambda text: text[:10],
)
def test_a_file_of_values_that_cannot_be_read_is_told_in_one_line(
    run: Runner, tmp_path: Path, text: str, line: str
) -> None:
    path = tmp_path / "values.yaml"
    path.write_text(text, encoding="utf-8")
    ran = run("generate", "hospital-service", path, "-o", tmp_path / "a.docx")
    assert ran.code == 12
    assert ran.error.startswith(line)
    assert not (tmp_path / "a.docx").exists()


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{{ cycler.__init__.__globals__.os.system('echo') }}", "tries to run code"),
        ("{{ nothing }}", "asks for what an agreement does not have"),
        ("{% if %}", "a tag in the template is broken"),
    ],
)
def test_a_look_that_runs_code_or_is_broken_stops_the_work(
    run: Runner, tmp_path: Path, tag: str, message: str
) -> None:
    shipped = default_root() / "templates" / "zh" / "agreement.docx"
    with zipfile.ZipFile(shipped) as archive:
        parts = [(name, archive.read(name)) for name in archive.namelist()]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts:
            archive.writestr(name, data.replace(b"{{ title }}", tag.encode()))
    root = write_small(tmp_path / "library", {"templates/zh/look.docx": out.getvalue()})
    path = tmp_path / "values.json"
    path.write_text(json.dumps(VALUES), encoding="utf-8")
    target = tmp_path / "a.docx"
    ran = run("generate", "small", path, "-o", target, "--library", root, "--language", "zh")
    assert ran.code == 11
    assert ran.error.startswith("look.docx: ")
    assert message in ran.error
    assert not target.exists()


def test_a_folder_that_cannot_be_written_is_told(run: Runner, tmp_path: Path) -> None:
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        pytest.skip("root writes into a read-only folder all the same")
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    values = ROOT / "examples" / "hospital-service.yaml"
    ran = run("generate", "hospital-service", values, "-o", folder / "a.docx")
    assert ran.code == 15
    assert "is it open in Word, or the folder read-only?" in ran.error
    assert list(folder.iterdir()) == []


def test_a_file_in_the_place_of_a_folder_is_told(run: Runner, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_bytes(b"mine")
    values = ROOT / "examples" / "hospital-service.yaml"
    ran = run("generate", "hospital-service", values, "-o", blocked / "a.docx")
    assert ran.code == 15
    assert ran.error.startswith(f"{blocked / 'a.docx'}: the file cannot be written")
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
