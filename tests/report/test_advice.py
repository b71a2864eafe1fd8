"""Every report says the verdict, for whom it was judged, and what to answer to each finding."""

from __future__ import annotations

import pytest

from contractkit.lang import language
from contractkit.model.comparison import Advice, Comparison, Finding, Side
from contractkit.report import REPORTS, comparison_terminal, render
from contractkit.sheets import read_sheets

SIDES = {code: Side("a.docx", "A", code, 1, "") for code in ("zh", "en")}
OURS = "OUR OWN TEXT <b>"


def comparison(code: str) -> Comparison:
    """Three findings: to push back, to escalate, to accept."""
    return Comparison(
        SIDES[code],
        SIDES[code],
        (),
        (
            Finding("value", "high", "1", "one", advice=Advice("push_back", OURS, "CFO")),
            Finding(
                "value", "high", "2", "two", advice=Advice("escalate", "", "BOARD"),
                standing="approval",
            ),
            Finding("moved", "low", "3", "three", advice=Advice("accept")),
        ),
        ignored=(("width", 7),),
    )  # fmt: skip


def shown(code: str, form: str) -> str:
    """The report's text; of a workbook that of all its cells."""
    if form == "terminal":
        return comparison_terminal(comparison(code), 80)
    data = render(comparison(code), form, review=True)
    if form != "xlsx":
        return data.decode()
    sheets = read_sheets(data, "a.xlsx")
    return "\n".join(str(cell) for sheet in sheets for row in sheet.rows for cell in row)


@pytest.mark.parametrize("code", SIDES)
@pytest.mark.parametrize("form", [*(form for form in REPORTS if form != "json"), "terminal"])
def test_each_form_says_what_was_found_for_whom_and_what_to_answer(code: str, form: str) -> None:
    words = language(code).labels
    text = " ".join(shown(code, form).split())
    for wanted in (
        words["verdict.high"],
        words["side.payer"],
        words["ignored"],
        f"{words['kind.width']} 7",
        "OUR OWN TEXT",
        "BOARD",
        words["advice.accept"],
    ):
        assert wanted in text, wanted
    assert OURS not in text or form in ("txt", "xlsx", "terminal")


@pytest.mark.parametrize("code", SIDES)
def test_the_issue_list_has_a_column_for_the_standing_the_text_and_who_decides(code: str) -> None:
    words = language(code).labels
    sheet = read_sheets(render(comparison(code), "xlsx"), "a.xlsx")[0]
    head, first, second, _ = sheet.rows
    row = dict(zip(head, first, strict=True))
    assert (row[words["proposed"]], row[words["decides"]]) == (OURS, "CFO")
    row = dict(zip(head, second, strict=True))
    assert row[words["standing"]] == words["standing.name.approval"]
