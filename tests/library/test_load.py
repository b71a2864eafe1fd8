"""A library as it is loaded: what is in it, its digest, and what keeps it from use."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from contractkit.errors import AssemblyError, LibraryError
from contractkit.library import default_root, load_library, read_values
from contractkit.model.standard import Library, Position
from tests.library.small import swap, write_small

TERMS = "clause_library/payment/terms/"


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load_library(write_small(tmp_path_factory.mktemp("small")))


def test_a_clause_is_loaded_whole(small: Library) -> None:
    clause = small.clauses["payment/terms"]
    assert clause.title == {"zh": "付款期限", "en": "Payment term"}
    assert clause.variables == ("payment_days", "penalty_percent")
    assert clause.positions == (Position("payment_days", "more", ">=30", "15..60"),)
    assert [sorted(fallback) for fallback in clause.fallbacks] == [["en", "zh"]]
    assert clause.required == {"zh": ("付款",), "en": ("pay",)}
    assert (clause.version, clause.effective, clause.severity) == ("1.0", "2026-01-01", "high")


def test_a_variable_is_loaded_with_its_bounds(small: Library) -> None:
    variable = small.variables["payment_days"]
    assert (variable.minimum, variable.maximum, variable.default) == (Decimal(1), Decimal(90), "30")
    assert [column.name for column in small.variables["fee_table"].columns] == [
        "service",
        "fee_amount",
    ]


def test_a_template_is_loaded_in_both_languages_with_its_look(small: Library) -> None:
    assert set(small.templates) == {("small", "zh"), ("small", "en")}
    template = small.templates["small", "zh"]
    assert [section.attachment for section in template.sections] == [False, False, False, True]
    assert small.looks["zh", template.look].startswith(b"PK")


def test_the_digest_is_that_of_the_files_and_not_of_where_they_lie(tmp_path: Path) -> None:
    one = load_library(write_small(tmp_path / "one")).digest
    assert load_library(write_small(tmp_path / "two")).digest == one
    change = swap(f"{TERMS}standard.zh.md", "甲方", "甲方　")
    assert load_library(write_small(tmp_path / "three", change)).digest != one


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    name = f"{TERMS}standard.zh.md"
    plain = load_library(write_small(tmp_path / "a")).clauses["payment/terms"].texts["zh"]
    data = b"\xef\xbb\xbf" + plain.source.replace("\n", "\r\n").encode()
    marked = load_library(write_small(tmp_path / "b", {name: data}))
    assert marked.clauses["payment/terms"].texts["zh"] == plain


def test_all_mistakes_are_told_at_once_with_their_lines(tmp_path: Path) -> None:
    faults = {
        **swap(f"{TERMS}clause.yaml", "severity: high", "severity: grave"),
        **swap("templates/zh/small.yaml", "look.docx", "none.docx"),
        "clause_library/general/purpose/standard.en.md": None,
    }
    with pytest.raises(LibraryError) as caught:
        load_library(write_small(tmp_path, faults))
    first, *lines = caught.value.message.splitlines()
    assert first == "3 mistakes in the library"
    assert [line.partition(" ")[0] for line in lines] == [
        "clause_library/general/purpose/standard.en.md:1:1:",
        "clause_library/payment/terms/clause.yaml:15:1:",
        "templates/zh/small.yaml:2:1:",
    ]


@pytest.mark.parametrize("folder", ["clause_library", "templates"])
def test_a_folder_that_is_no_library_is_told_by_name(tmp_path: Path, folder: str) -> None:
    for name in {"clause_library", "templates"} - {folder}:
        (tmp_path / name).mkdir()
    with pytest.raises(LibraryError, match=f"there is no folder {folder}") as caught:
        load_library(tmp_path)
    assert caught.value.where == str(tmp_path)


def test_the_library_that_comes_with_us_is_found() -> None:
    assert (default_root() / "clause_library" / "variables.yaml").is_file()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xbc\xd7: 1", "v.yaml: not UTF-8 at byte 0"),
        (b"a: 1\na: 2", "v.yaml:2:1: the key a stands twice"),
        (b"- a", "v.yaml: the file does not hold values"),
        (b"", "v.yaml: the file does not hold values"),
    ],
)
def test_a_file_that_holds_no_values_is_told_with_its_place(data: bytes, message: str) -> None:
    with pytest.raises(AssemblyError, match=message):
        read_values(data, "v.yaml")


def test_json_is_read_as_yaml_is() -> None:
    data = '{"code": "00012", "beds": 1200, "name": {"zh": "医院"}}'
    assert read_values(data.encode("utf-8-sig"), "v.json") == {
        "code": "00012",
        "beds": "1200",
        "name": {"zh": "医院"},
    }
