"""A table's columns: wide enough for their words, or the table is set smaller."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from contractkit.ooxml.names import W
from contractkit.writers.docx.table import EMS, OTHER, SMALLEST, table

MARGINS = 120
COLUMN = 4603  # twips: a column of two
CELLS = st.text("abimWT 0-", max_size=30)


def made(rows: list[list[str]], width: int, size: float = 9.0) -> tuple[list[int], float]:
    """The widths of the columns, and the size of the type in points."""
    markup = table(rows, width, size=size, margins=MARGINS)
    root = etree.fromstring(f'<w:x xmlns:w="{W}">{markup}</w:x>')
    small = {int(one) for one in re.findall(r'<w:sz w:val="(\d+)"/>', markup)}
    assert len(small) < 2
    grid = [int(one.get(f"{{{W}}}w", "0")) for one in root.iter(f"{{{W}}}gridCol")]
    return grid, (small.pop() / 2 if small else size)


def longest(cells: list[str]) -> float:
    words = [word for cell in cells for word in cell.split()]
    return max((sum(EMS.get(letter, OTHER) for letter in word) for word in words), default=0)


@given(
    st.integers(1, 6).flatmap(
        lambda n: st.lists(st.lists(CELLS, min_size=n, max_size=n), min_size=2, max_size=4)
    )
)
def test_every_word_has_room_in_its_column_unless_it_would_be_too_small_to_read(
    rows: list[list[str]],
) -> None:
    widths, size = made(rows, COLUMN)
    assert abs(sum(widths) - COLUMN) <= len(widths)
    assert SMALLEST <= size <= 9.0
    if size > SMALLEST:
        for width, *cells in zip(widths, *rows, strict=True):
            assert width - MARGINS >= longest(cells) * 20 * size - 2


def test_a_number_in_parts_stays_on_one_line_where_there_is_room() -> None:
    rows = [
        ["Program", "Contact"],
        ["a guideline of several professional bodies " * 4, "(000) 555-0151"],
    ]
    widths, size = made(rows, COLUMN)
    number = sum(EMS.get(letter, OTHER) for letter in "(000) 555-0151")
    assert size == 9.0
    assert widths[1] - MARGINS >= number * 20 * size - 2


@pytest.mark.parametrize(("width", "smaller"), [(9000, False), (COLUMN, True)])
def test_a_table_is_set_smaller_only_where_its_words_have_no_room(
    width: int, smaller: bool
) -> None:
    rows = [["Program", "Kind", "Patients", "Guideline", "Contact"],
            ["Complex", "Management", "catastrophic", "Association,", "555-0151"]]  # fmt: skip
    _, size = made(rows, width)
    assert (size < 9.0) is smaller
