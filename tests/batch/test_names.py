"""A file's name stays inside its folder and can stand on Windows."""

from __future__ import annotations

import datetime

import pytest

from contractkit.batch.names import fill, folded, mistakes
from contractkit.sheets import Cell


@pytest.mark.parametrize(
    "path",
    ["issued/N-1 第一医院.docx", "a/b/c.docx", "console.docx", "2026年/ok (1).docx", "nul1.docx"],
)
def test_a_plain_name_is_taken(path: str) -> None:
    assert list(mistakes(path)) == []


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("../x.docx", "leave the output folder"),
        ("/etc/x.docx", "leave the output folder"),
        ("\\\\server\\x.docx", "leave the output folder"),
        ("C:x.docx", "leave the output folder"),
        ("a/../../x.docx", "leave the output folder"),
        ("a//x.docx", "leave the output folder"),
        ("a\\..\\..\\x.docx", "leave the output folder"),
        ("what?.docx", "'?'"),
        ("ab:c.docx", "':'"),
        ("bell\x07.docx", "does not allow"),
        ("CON.docx", "keeps for itself"),
        ("nul", "keeps for itself"),
        ("Lpt1.tar.docx", "keeps for itself"),
        ("aux .docx", "keeps for itself"),
        ("folder./x.docx", "full stop"),
        ("x.docx ", "full stop"),
        (f"{'长' * 121}.docx", "longer than"),
        ("/".join(["部门" * 20] * 6), "200 are allowed"),
    ],
)
def test_a_name_that_cannot_stand_is_refused_with_the_reason(path: str, message: str) -> None:
    assert message in "; ".join(mistakes(path))


def test_names_that_windows_takes_for_one_fold_alike() -> None:
    assert folded("Straße/ÀB.docx") == folded("STRASSE/a\u0300b.DOCX")
    assert folded("甲.docx") != folded("乙.docx")


def test_a_pattern_is_filled_by_cells() -> None:
    cells: dict[str, Cell] = {"编号": " N-1 ", "日期": datetime.datetime(2027, 1, 2), "数": 5}
    assert fill("{日期}/{编号}-{数}.docx", cells) == "2027-01-02/N-1-5.docx"


@pytest.mark.parametrize(("cell", "message"), [("", "is empty"), ("a/b", "/"), ("..\\b", "cannot")])
def test_a_cell_cannot_decide_on_folders(cell: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        fill("{x}.docx", {"x": cell})


def test_a_name_that_is_too_long_with_its_folder_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("contractkit.batch.names.WHOLE", 250)
    assert list(mistakes("a" * 90 + ".docx", "C:\\" + "x" * 150)) == []
    (told,) = mistakes("a" * 90 + ".docx", "C:\\" + "x" * 160)
    assert "has 258 characters, this system allows 250" in told
