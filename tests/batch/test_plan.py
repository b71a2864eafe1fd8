"""The plan: every mistake with its place, nothing issued, and what it was made from is pinned."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from contractkit.batch.campaign import read_campaign
from contractkit.batch.plan import make_plan, read_plan, require_current
from contractkit.errors import BatchError, ReadError
from contractkit.library import load_library
from tests.batch.small import CAMPAIGN, RULES, planned, problems, row, rows, write_campaign


def told(folder: Path, *changed: dict[str, object], excel: bool = True) -> list[str]:
    """The mistakes of a sheet whose rows 2, 3, … have these changes."""
    sheet = [row(number, **change) for number, change in enumerate(changed, 1)]
    _, plan = planned(write_campaign(folder, sheet, excel=excel))
    return [str(problem) for problem in problems(plan)]


def test_a_sheet_without_mistakes_is_issued_whole_and_nothing_is_written(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(5))
    assert campaign.library is not None
    before = sorted(tmp_path.rglob("*"))
    plan = make_plan(campaign, load_library(campaign.library))
    assert (plan.rows, plan.issue, list(plan.unissued)) == (5, 5, [])
    assert plan.jobs[2] == (4, "N-00003", "issued/N-00003 第3医院.docx")
    assert plan.clauses["payment/terms"] == "1.0"
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"代码": 12345}, "机构, row 2, 代码: 12345 is a number where a text is wanted"),
        ({"编号": 7}, "机构, row 2, 编号: 7 is a number"),
        ({"编号": ""}, "机构, row 2, 编号: the key is empty"),
        ({"机构": datetime.date(2027, 1, 1)}, "is a date where a text is wanted"),
        ({"付款日": 1234567890123456}, "row 2, 付款日: the number 1234567890123456 has more than"),
        ({"付款日": "soon"}, "row 2, 付款日: is 'soon'; a number is wanted"),
        ({"付款日": 900}, "row 2, 付款日: is 900; at most 90 is wanted"),
        ({"类别": "school"}, "row 2, 类别: is 'school'; one of hospital, clinic is wanted"),
        ({"机构": "a/b"}, "机构 is 'a/b': a file's name cannot hold"),
        ({"机构": "x?"}, "which Windows does not allow"),
        ({"机构": ""}, "row 2: 机构 is empty, and the file is named by it"),
        ({"许可": "soon"}, "许可: 'soon' is no date"),
    ],
)
def test_each_mistake_is_told_with_its_sheet_row_and_column(
    tmp_path: Path, change: dict[str, object], message: str
) -> None:
    assert message in "\n".join(told(tmp_path, change, {}))


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    found = told(tmp_path, {"代码": 1, "付款日": "x"}, {}, {"类别": "y"})
    assert [line.partition(":")[0] for line in found] == [
        "机构, row 2, 付款日", "机构, row 2, 代码", "机构, row 4, 类别",
    ]  # fmt: skip


def test_two_rows_with_one_key_are_both_refused(tmp_path: Path) -> None:
    found = told(tmp_path, {}, {"编号": "N-00001", "机构": "别的"}, {}, excel=False)
    assert found == [
        "sheet.csv, row 2: the key N-00001 stands in row 3 too",
        "sheet.csv, row 3: the key N-00001 stands in row 2 too",
    ]


def test_two_rows_whose_files_are_one_on_windows_are_both_refused(tmp_path: Path) -> None:
    same = {"编号": "N-X", "机构": "ABC"}, {"编号": "n-x", "机构": "abc"}
    sheet = [row(1, **same[0]), row(2, **same[1]), row(3)]
    _, plan = planned(write_campaign(tmp_path, sheet))
    assert plan.issue == 1
    assert ["would be the file of" in str(problem) for problem in problems(plan)] == [True, True]


def test_a_code_keeps_its_zeros(tmp_path: Path) -> None:
    from contractkit.batch.source import Source
    from contractkit.model.renewal import Job

    campaign = write_campaign(tmp_path, rows(1))
    library, plan = planned(campaign)
    job = next(iter(Source(campaign, library, plan.pin).outcomes()))
    assert isinstance(job, Job)
    assert job.values["provider"] == {"name": "第1医院", "code": "00000001"}


def test_who_is_not_renewed_is_told_with_the_reason_and_is_no_mistake(tmp_path: Path) -> None:
    sheet = [row(1, 状态="暂停", 代码="1"), row(2, 记分="5"), row(3)]
    _, plan = planned(write_campaign(tmp_path, sheet))
    assert [(one.row, one.kind, one.reason) for one in plan.unissued] == [
        (2, "suspended", "状态为暂停"),
        (3, "examination", "记分5，考试"),
    ]
    assert (plan.issue, plan.refused, plan.invalid, problems(plan)) == (1, 2, 0, [])


def test_a_chinese_csv_is_read_and_the_guess_is_said(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(3), encoding="gb18030")
    _, plan = planned(campaign)
    assert (plan.issue, plan.encoding) == (3, "GB18030 (GBK)")


def test_a_column_that_is_missing_is_told_with_those_there_are(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(1), more=RULES.replace("column: 记分", "column: 积分"))
    with pytest.raises(BatchError, match=r"no column 积分.*记分"):
        planned(campaign)


def test_a_sheet_that_is_missing_is_told_with_those_there_are(tmp_path: Path) -> None:
    write_campaign(tmp_path, rows(1), excel=True)
    path = tmp_path / "campaign.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("name: 机构", "name: 乙"), encoding="utf-8"
    )
    with pytest.raises(ReadError, match=r"no sheet '乙'.*机构"):
        planned(read_campaign(path))


def test_rows_of_a_table_come_from_a_sheet_of_their_own(tmp_path: Path) -> None:
    from contractkit.sheets import Table, workbook
    from tests.batch.small import COLUMNS

    more = RULES + (
        "tables:\n  fee_table: {sheet: 价格, key: 编号, "
        "columns: {service: 服务, fee_amount: 单价}}\n"
    )
    campaign = write_campaign(tmp_path, rows(2), more=more, excel=True)
    sheets = [
        Table("机构", COLUMNS, [[one[column] for column in COLUMNS] for one in rows(2)]),
        Table(
            "价格", ("编号", "服务", "单价"), [("N-00001", "检查", 12.5), ("N-00002", "床位", "x")]
        ),
    ]
    campaign.sheet_file.write_bytes(workbook(sheets))
    _, plan = planned(campaign)
    assert [str(problem) for problem in problems(plan)] == [
        "机构, row 3, 价格: 单价: is 'x'; a number is wanted"
    ]
    assert plan.issue == 1


def test_what_was_changed_after_the_plan_is_said(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(2))
    library, _ = planned(campaign)
    plan = read_plan(campaign)
    require_current(plan, campaign, library)
    campaign.sheet_file.write_bytes(campaign.sheet_file.read_bytes() + b" ")
    with pytest.raises(BatchError, match="sheet was changed after the plan"):
        require_current(plan, campaign, library)


def test_a_new_version_of_a_clause_after_the_plan_is_named(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(1))
    planned(campaign)
    clause = tmp_path / "library" / "clause_library" / "payment" / "terms" / "clause.yaml"
    text = clause.read_text(encoding="utf-8")
    clause.write_text(text.replace('"1.0"', '"1.1"'), encoding="utf-8")
    with pytest.raises(BatchError, match=r"payment/terms 1\.0 → 1\.1"):
        require_current(read_plan(campaign), campaign, load_library(tmp_path / "library"))


def test_a_campaign_without_or_with_a_damaged_plan_says_what_to_do(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(1))
    with pytest.raises(BatchError, match=r"no plan .*renew plan"):
        read_plan(campaign)
    campaign.beside(".plan.jsonl").write_text("{", encoding="utf-8")
    with pytest.raises(BatchError, match="damaged"):
        read_plan(campaign)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("template: small\n", "", "1:1: template is missing"),
        ("on: 2026-11-16", "on: soon", "5:1: 'soon' is not a date"),
        ("language: zh", "language: fr", "3:1: 'fr' is no language"),
        ("key: 编号", "clef: 编号", "unknown key clef"),
        ("kind: 类别", "kind: [a]", "is the name of a column"),
        ("机构}.docx", "机构}", "does not end with .docx"),
    ],
)
def test_a_mistake_in_the_campaign_file_is_told_with_its_line(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    text = CAMPAIGN.format(sheet="s.csv", name="", more="")
    assert old in text
    path = tmp_path / "campaign.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(BatchError) as caught:
        read_campaign(path)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("kind: 类别", "sort: 类别", "sort is no variable"),
        ("provider.name: 机构", "provider: 机构", "field by field"),
        ("penalty_percent: 5", "penalty_percent: 500", "penalty_percent is 500; at most 100"),
    ],
)
def test_what_the_library_does_not_know_is_told(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    campaign = write_campaign(tmp_path, rows(1))
    text = campaign.path.read_text(encoding="utf-8")
    campaign.path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(BatchError, match=message):
        planned(read_campaign(campaign.path))


FLOOR = """\
- id: time_to_pay
  severity: {severity}
  basis: 本市付款办法第三条
  kind: duration
  minimum: P25D
  message: {{zh: 付款期限不应短于25日, en: Payment takes at least 25 days}}
  subjects: {{zh: [甲方], en: [Payer]}}
  verbs: {{zh: [付款], en: [pay]}}
"""


@pytest.mark.parametrize(("severity", "issued", "noted"), [("high", 1, 0), ("medium", 2, 1)])
def test_what_breaks_a_light_rule_is_issued_and_noted_and_a_grave_one_is_not(
    tmp_path: Path, severity: str, issued: int, noted: int
) -> None:
    campaign = write_campaign(tmp_path, [row(1, 付款日="21"), row(2, 付款日="30")])
    assert campaign.library is not None
    rules = campaign.library / "clause_library" / "rules.yaml"
    rules.write_text(FLOOR.format(severity=severity), "utf-8")
    plan = make_plan(campaign, load_library(campaign.library))
    assert (plan.issue, plan.invalid, plan.noted) == (issued, 2 - issued, noted)
    lines = [*plan.notes, *map(str, problems(plan))]
    assert len(lines) == 1
    assert lines[0].startswith("sheet.csv, row 2: 付款期限不应短于25日")
