"""Tables come back as they went out, and nothing in them runs."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from contractkit.errors import ReadError, UnsafeFile
from contractkit.sheets import Table, csv_file, read_sheets, workbook
from tests.builders import docx, p

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30).filter(
    lambda text: text.strip() == text and "_x" not in text
)


@settings(deadline=None, max_examples=50)
@given(st.lists(st.tuples(TEXTS, st.integers(-(2**40), 2**40), st.booleans()), max_size=5))
def test_a_workbook_reads_back_as_it_was_written(rows: list[tuple[str, int, bool]]) -> None:
    (sheet,) = read_sheets(workbook([Table("值", ("a", "b", "c"), rows)]), "a.xlsx")
    assert sheet.name == "值"
    assert sheet.rows == (("a", "b", "c"), *rows)


def test_a_date_is_a_date() -> None:
    data = workbook([Table("s", ("d",), [(date(2026, 3, 1),)])])
    assert read_sheets(data, "a.xlsx")[0].rows[1] == (date(2026, 3, 1),)


def test_the_same_tables_give_the_same_bytes() -> None:
    tables = [Table("s", ("a",), [("高",), (1,)], fills={"高": "F8D7DA"})]
    assert workbook(tables) == workbook(tables)


def test_a_text_is_never_a_formula_or_a_link() -> None:
    data = workbook([Table("s", ("a",), [("=1+1",), ("http://example.com",), ("{=A1}",)])])
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        xml = book.read("xl/worksheets/sheet1.xml")
    assert b"<f>" not in xml
    assert b"<hyperlink" not in xml
    assert read_sheets(data, "a.xlsx")[0].rows[1] == ("=1+1",)


def test_names_of_sheets_are_made_such_that_excel_takes_them() -> None:
    names = ["a/b", "a:b", "x" * 40, "x" * 40]
    sheets = read_sheets(workbook([Table(name, ("a",), []) for name in names]), "a.xlsx")
    assert [sheet.name for sheet in sheets] == ["a b", "a b 2", "x" * 31, "x" * 29 + " 2"]


def test_a_csv_file_opens_in_excel_and_holds_no_formula() -> None:
    data = csv_file(("名", "值"), [("=cmd()", "-5%"), ("甲", None)])
    assert data == "\ufeff名,值\r\n'=cmd(),-5%\r\n甲,\r\n".encode()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_file_reads_in_its_encoding_with_its_delimiter(encoding: str, delimiter: str) -> None:
    (sheet,) = read_sheets(
        f"编码{delimiter}名称\n00012{delimiter}甲医院\n".encode(encoding), "a.csv"
    )
    assert sheet.rows == (("编码", "名称"), ("00012", "甲医院"))
    assert bool(sheet.encoding) is (encoding == "gb18030")


def test_what_is_no_workbook_is_refused() -> None:
    with pytest.raises(ReadError, match="neither a workbook"):
        read_sheets(b"\xd0\xcf\x11\xe0\0\0", "a.xls")
    whole = workbook([Table("s", ("a",), [])])
    with pytest.raises(ReadError, match="damaged"):
        read_sheets(whole[: len(whole) // 2], "a.xlsx")


def test_a_zip_bomb_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b" " * 50_000_000)
    with pytest.raises(UnsafeFile, match="expands"):
        read_sheets(out.getvalue(), "a.xlsx")


def test_a_lone_cell_far_away_is_refused_before_room_is_made_for_all_before_it() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.add_worksheet("a").write(1_048_575, 16_383, "x")
    with pytest.raises(UnsafeFile, match="goes to row 1,048,576 and column 16,384"):
        read_sheets(out.getvalue(), "a.xlsx")


def test_another_office_file_is_no_workbook() -> None:
    with pytest.raises(ReadError, match="not an Excel workbook"):
        read_sheets(docx(p("a")), "a.docx")


def test_what_is_printed_fits_on_a_page_and_leaves_room_to_write() -> None:
    row = ("x" * 300, None, "y" * 300, "z" * 300, "w" * 300, "v" * 300)
    book = workbook([Table("s", ("a", "b", "c", "d", "e", "f"), [row] * 2, printed=5)])
    with zipfile.ZipFile(io.BytesIO(book)) as parts:
        sheet = parts.read("xl/worksheets/sheet1.xml").decode()
        names = parts.read("xl/workbook.xml").decode()
    found = re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', sheet)
    widths = [
        float(width) for first, last, width in found for _ in range(int(first), int(last) + 1)
    ]
    assert "$A$1:$E$3" in names
    assert sum(widths[:5]) < 175
    assert widths[1] >= 16
    assert widths[5] > max(widths[:5])
