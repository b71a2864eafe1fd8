"""The rows of a large table one by one: as ``read_sheets`` reads them, numbered as Excel does."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from contractkit.errors import ReadError, UnsafeFile
from contractkit.sheets import Table, read_sheets, stream_rows, workbook

HEADS = ("编号", "金额")


def streamed(path: Path, sheet: str = "") -> list[tuple[int, tuple[object, ...]]]:
    with stream_rows(path, sheet) as found:
        return list(found.rows)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_csv_of_any_encoding_gives_its_rows_and_blank_ones_keep_their_number(
    tmp_path: Path, encoding: str
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes('编号;金额\r\n00012;5\r\n;\r\n00013;"两\n行"\r\n'.encode(encoding))
    assert streamed(path) == [(1, HEADS), (2, ("00012", "5")), (4, ("00013", "两\n行"))]
    with stream_rows(path) as found:
        assert bool(found.encoding) is (encoding == "gb18030")


def test_a_workbook_is_streamed_as_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    rows = [("00012", 5), (None, None), ("00013", 6.5)]
    path.write_bytes(workbook([Table("甲", HEADS, rows), Table("乙", HEADS, [("x", 1)])]))
    first, second = read_sheets(path.read_bytes(), "a.xlsx")
    assert streamed(path) == [(number, row) for number, row in enumerate(first.rows, 1) if any(row)]
    assert streamed(path, "乙") == list(enumerate(second.rows, 1))


def test_a_sheet_that_is_not_there_is_told_with_those_there_are(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(workbook([Table("甲", HEADS, [])]))
    with pytest.raises(ReadError, match=r"no sheet '丙'.*甲"):
        streamed(path, "丙")


def test_parquet_keeps_texts_and_numbers_apart(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "a.parquet"
    parquet.write_table(pyarrow.table({"编号": ["00012", None], "金额": [5, 6]}), path)
    assert streamed(path) == [(1, HEADS), (2, ("00012", 5)), (3, ("", 6))]


@pytest.mark.parametrize(
    "data", [b"\x00\x01\x02", b"PK\x03\x04 not a zip", b"\xff\xfe\xff", b"PAR1"]
)
def test_what_is_no_table_is_refused_in_one_line(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.bin"
    path.write_bytes(data)
    with pytest.raises(ReadError):
        streamed(path)


def test_a_file_that_is_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="closed in Excel"):
        streamed(tmp_path / "none.csv")


def test_a_lone_cell_far_away_is_refused_in_a_stream_too(tmp_path: Path) -> None:
    path = tmp_path / "far.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("a").write(1_048_575, 16_383, "x")
    with pytest.raises(UnsafeFile, match="goes to row 1,048,576 and column 16,384"):
        streamed(path)
