"""The cache of libraries: the same library, or none."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from contractkit.cli.options import cache_folder
from contractkit.errors import LibraryError
from contractkit.library import cache, default_root, load, load_library
from contractkit.library.files import Files, read_files
from contractkit.library.loaded import Loaded
from contractkit.library.packed import pack, unpack
from contractkit.model.standard import Library
from tests.cli.run import process
from tests.library.small import swap, write_small

TERMS = "clause_library/payment/terms/"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_small(tmp_path / "small")


@pytest.fixture
def kept(tmp_path: Path, root: Path) -> Path:
    """A folder in which the library at ``root`` is kept."""
    load_library(root, cache=tmp_path / "cache")
    return tmp_path / "cache"


def anew(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The roots that are read anew from now on."""
    roots = []
    read = load.load_files

    def counted(files: Files) -> Loaded:
        roots.append(files.root)
        return read(files)

    monkeypatch.setattr(load, "load_files", counted)
    return roots


@pytest.mark.parametrize("shipped", [True, False])
def test_a_library_comes_back_from_json_as_it_was(
    tmp_path: Path, library: Library, shipped: bool
) -> None:
    root = default_root() if shipped else write_small(tmp_path)
    one = library if shipped else load_library(root)
    back = unpack(pack(one), read_files(root))
    assert back == one
    assert repr(back) == repr(one)


def test_what_is_kept_is_not_read_again(
    root: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    roots = anew(monkeypatch)
    known = load_library(root, cache=kept)
    assert roots == []
    assert known == load_library(root)
    assert roots == [root]


@pytest.mark.parametrize(
    "change",
    [
        swap(f"{TERMS}standard.zh.md", "甲方", "甲方　"),
        swap(f"{TERMS}clause.yaml", "severity: high", "severity: low"),
        {"clause_library/payment/terms/fallback-2.zh.md": "另一文本"},
        {"templates/both/other.docx": b"PK"},
    ],
)
def test_a_file_that_changed_or_came_is_read(
    root: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, change: dict[str, str | bytes]
) -> None:
    write_small(root, change)
    roots = anew(monkeypatch)
    assert load_library(root, cache=kept) == load_library(root)
    assert roots == [root, root]
    load_library(root, cache=kept)
    assert len(roots) == 2


def test_other_code_reads_anew(root: Path, kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    roots = anew(monkeypatch)
    monkeypatch.setattr(cache, "_CODE", ("errors.py",))
    load_library(root, cache=kept)
    assert roots == [root]


def truncated(data: bytes) -> bytes:
    return data[: len(data) // 2]


def of_other_shape(data: bytes) -> bytes:
    """Whole, by its digest, and no library."""
    key = data.split(b" ")[0].decode()
    body = b'{"clauses": [{"id": 1}]}'
    return f"{key} {hashlib.sha256(body).hexdigest()}\n".encode() + body


@pytest.mark.parametrize(
    "damage",
    [
        truncated,
        of_other_shape,
        lambda data: data.replace(b"hospital", b"Hospital"),
        lambda data: b"",
        lambda data: b"\xff\xfe" * 200,
        lambda data: b"\n" + data,
    ],
)
def test_a_damaged_file_is_as_good_as_none_and_is_mended(
    root: Path, kept: Path, monkeypatch: pytest.MonkeyPatch, damage: Callable[[bytes], bytes]
) -> None:
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    assert damage(whole) != whole
    file.write_bytes(damage(whole))
    roots = anew(monkeypatch)
    assert load_library(root, cache=kept) == load_library(root)
    assert roots == [root, root]
    assert file.read_bytes() == whole


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owner here")
def test_a_file_of_another_user_is_not_believed(
    root: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: user + 1)
    roots = anew(monkeypatch)
    load_library(root, cache=kept)
    assert roots == [root]


@pytest.mark.parametrize("inside", [".", "below"])
def test_a_folder_that_cannot_be_written_costs_nothing(
    root: Path, tmp_path: Path, inside: str
) -> None:
    taken = tmp_path / "taken"
    taken.write_bytes(b"a file")
    assert load_library(root, cache=taken / inside) == load_library(root)
    assert taken.read_bytes() == b"a file"


def test_a_file_that_cannot_take_its_place_leaves_nothing_behind(root: Path, kept: Path) -> None:
    (file,) = kept.iterdir()
    file.unlink()
    file.mkdir()
    assert load_library(root, cache=kept) == load_library(root)
    assert list(kept.iterdir()) == [file]


def test_mistakes_are_told_each_time_and_never_kept(root: Path, kept: Path) -> None:
    write_small(root, swap(f"{TERMS}clause.yaml", "severity: high", "severity: grave"))
    before = [file.read_bytes() for file in kept.iterdir()]
    told = []
    for folder in (None, kept, kept):
        with pytest.raises(LibraryError) as caught:
            load_library(root, cache=folder)
        told.append(str(caught.value))
    assert "clause.yaml:15:1: severity" in told[0]
    assert told[1:] == told[:1] * 2
    assert [file.read_bytes() for file in kept.iterdir()] == before


def test_many_at_once_leave_one_whole_file(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "cache"
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: load_library(root, cache=folder), range(16)))
    assert all(one == found[0] for one in found)
    assert len(list(folder.iterdir())) == 1
    roots = anew(monkeypatch)
    load_library(root, cache=folder)
    assert roots == []


def test_the_libraries_kept_are_few(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    for number in range(cache.KEPT + 2):
        load_library(write_small(tmp_path / str(number)), cache=folder)
    assert len(list(folder.iterdir())) == cache.KEPT


@pytest.mark.skipif(sys.platform == "win32", reason="paths of this system")
@pytest.mark.parametrize(
    ("platform", "variables", "folder"),
    [
        ("linux", {}, "/home/li/.cache/contractkit"),
        ("linux", {"XDG_CACHE_HOME": "/var/li"}, "/var/li/contractkit"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, "/home/li/.cache/contractkit"),
        ("darwin", {}, "/home/li/Library/Caches/contractkit"),
        ("win32", {"LOCALAPPDATA": "/local"}, "/local/contractkit"),
        ("win32", {}, "/home/li/AppData/Local/contractkit"),
        ("linux", {"CONTRACTKIT_CACHE": "/own"}, "/own"),
        ("linux", {"CONTRACTKIT_CACHE": ""}, None),
    ],
)
def test_the_folder_is_where_the_platform_keeps_such_things(
    monkeypatch: pytest.MonkeyPatch, platform: str, variables: dict[str, str], folder: str | None
) -> None:
    for name in ("CONTRACTKIT_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/li", **variables}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "platform", platform)
    assert cache_folder() == (None if folder is None else Path(folder))


def test_a_kept_library_needs_neither_yaml_nor_pydantic(
    root: Path, kept: Path, tmp_path: Path
) -> None:
    program = (
        "import sys; from pathlib import Path; from contractkit.library import load_library\n"
        "load_library(Path(sys.argv[1]), cache=Path(sys.argv[2]))\n"
        "print({'yaml', 'pydantic'} & set(sys.modules))"
    )
    assert process(root, kept, program=("-c", program)).out.strip() == "set()"
    assert process(root, tmp_path / "new", program=("-c", program)).out.strip() != "set()"


def test_a_command_keeps_its_library_where_it_is_told(root: Path, tmp_path: Path) -> None:
    for told, files in (("", 0), (tmp_path / "own", 1)):
        environment = {"CONTRACTKIT_CACHE": str(told), "XDG_CACHE_HOME": str(tmp_path / "usual")}
        ran = process("library", "list", "--library", root, env=environment)
        assert ran.code == 0
        assert len(list(tmp_path.glob("own/*"))) == files
    assert not (tmp_path / "usual").exists()
