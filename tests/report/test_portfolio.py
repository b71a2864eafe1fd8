"""Many comparisons in one workbook: every contract, every clause, every changed value."""

from __future__ import annotations

import pytest

from contractkit.compare import compare
from contractkit.lang import language
from contractkit.model.comparison import Comparison
from contractkit.report.portfolio import portfolio_workbook
from contractkit.sheets import Sheet, read_sheets
from tests.builders import agreement

WORDS = language("en").labels
BASE = agreement(
    "1. Payment | The Payer shall pay each clean claim within thirty (30) days.",
    "2. Records | The Provider keeps all records of every Member for ten (10) years.",
    "3. Notice | Notices are in writing and sent to the address on the cover.",
    language="en",
    title="Provider Agreement",
)


def drafts() -> dict[str, Comparison]:
    slower = agreement(
        "1. Payment | The Payer shall pay each clean claim within sixty (60) days.",
        "2. Records | The Provider keeps all records of every Member for ten (10) years.",
        "3. Notice | Notices are in writing and sent to the address on the cover.",
        language="en",
        name="a.docx",
    )
    shorter = agreement(
        "1. Payment | The Payer shall pay each clean claim within forty-five (45) days.",
        "2. Notice | Notices are in writing and sent to the address on the cover.",
        language="en",
        name="=b.docx",
    )
    return {one.name: compare(BASE, one) for one in (slower, shorter)}


def sheets() -> dict[str, Sheet]:
    data = portfolio_workbook(drafts(), {"c.pdf": "the file is empty"}, WORDS)
    return {sheet.name: sheet for sheet in read_sheets(data, "matrix.xlsx")}


def test_the_matrix_has_a_row_a_contract_and_a_column_a_clause() -> None:
    head, *rows = sheets()["Provider Agreement"].rows
    assert [row[0] for row in rows] == ["a.docx", "=b.docx"]
    payment = next(i for i, title in enumerate(head) if "Payment" in str(title))
    records = next(i for i, title in enumerate(head) if "Records" in str(title))
    notice = next(i for i, title in enumerate(head) if "Notice" in str(title))
    assert "<=P30D → <=P60D" in str(rows[0][payment])
    assert "<=P30D → <=P45D" in str(rows[1][payment])
    assert rows[0][records] == ""
    assert rows[1][records] == WORDS["removed"]
    assert rows[0][notice] == rows[1][notice] == ""


def test_the_clause_that_most_contracts_changed_stands_first() -> None:
    _, *rows = sheets()[WORDS["negotiated"]].rows
    assert "Payment" in str(rows[0][0])
    assert rows[0][1] == 2
    assert "Records" in str(rows[1][0])
    assert rows[1][1:3] == (1, 1)
    assert len(rows) == 2  # nobody changed the third


def test_each_value_stands_beside_those_of_the_other_contracts() -> None:
    values = {tuple(row) for row in sheets()[WORDS["values"]].rows[1:]}
    assert any(row[1:] == ("<=P30D", "<=P60D", "<=P45D") for row in values)


def test_all_findings_are_listed_with_their_file() -> None:
    rows = sheets()[WORDS["findings"]].rows[1:]
    wanted = [(name, finding.message) for name, one in drafts().items() for finding in one.findings]
    assert [(row[0], row[4]) for row in rows] == wanted


def test_what_could_not_be_reviewed_is_said_with_its_reason() -> None:
    assert sheets()[WORDS["errors"]].rows[1:] == (("c.pdf", "the file is empty"),)


@pytest.mark.parametrize("code", ["zh", "en"])
def test_a_portfolio_of_nothing_is_a_workbook_all_the_same(code: str) -> None:
    data = portfolio_workbook({}, {}, language(code).labels)
    assert len(read_sheets(data, "matrix.xlsx")) == 4
