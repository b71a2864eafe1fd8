"""A small campaign in a folder of its own: our small library, and a sheet of rows."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from contractkit.batch.campaign import Campaign, read_campaign
from contractkit.batch.plan import SUFFIX, Plan, make_plan
from contractkit.library import load_library
from contractkit.model.renewal import RowProblem
from contractkit.model.standard import Library
from contractkit.sheets import Table, workbook
from tests.library.small import write_small

COLUMNS = ("编号", "去年编号", "机构", "代码", "类别", "付款日", "状态", "记分", "考试", "许可")
CAMPAIGN = """\
name: 小型续签
template: small
language: zh
library: library
on: 2026-11-16
sheet: {{file: {sheet}{name}}}
key: 编号
output: "issued/{{编号}} {{机构}}.docx"
columns: {{agreement_number: 编号, provider.name: 机构, provider.code: 代码, kind: 类别,
  payment_days: 付款日}}
values:
  payer: {{name: 医保中心 & Co., phone: "0870"}}
  signing_place: 云岭市
  effective_date: 2027-01-01
  expiry_date: 2027-12-31
  penalty_percent: 5
  fee_table: [{{service: 门诊, fee_amount: 12.5}}, {{service: 住院, fee_amount: 300}}]
{more}
"""
RULES = """\
eligibility:
  - id: suspended
    refuse: {column: 状态, in: [暂停, 终止]}
    reason: "状态为{状态}"
  - id: ended
    refuse: {column: 记分, at_least: 12}
    reason: "记分{记分}，终止"
  - id: examination
    refuse: {column: 记分, at_least: 4, below: 12}
    unless: {column: 考试, in: [合格]}
    reason: "记分{记分}，考试{考试}"
  - id: licence
    refuse: {column: 许可, before: "{effective_date}"}
    reason: "许可至{许可}"
"""


def row(number: int, **changed: object) -> dict[str, object]:
    """The row of that number, with what is ``changed``; without mistakes."""
    plain: dict[str, object] = {
        "编号": f"N-{number:05}", "去年编号": f"O-{number:05}", "机构": f"第{number}医院",
        "代码": f"000{number:05}", "类别": "clinic" if number % 3 == 0 else "hospital",
        "付款日": str(20 + number % 40),
        "状态": "正常", "记分": "", "考试": "", "许可": "2029-06-30",
    }  # fmt: skip
    return {**plain, **changed}


def rows(count: int) -> list[dict[str, object]]:
    """That many rows without mistakes."""
    return [row(number) for number in range(1, count + 1)]


def write_campaign(
    folder: Path,
    sheet: Sequence[Mapping[str, object]],
    *,
    more: str = RULES,
    excel: bool = False,
    encoding: str = "utf-8",
) -> Campaign:
    """The campaign of these rows, in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / "library").exists():
        write_small(folder / "library")
    name = "sheet.xlsx" if excel else "sheet.csv"
    lines = [[one[column] for column in COLUMNS] for one in sheet]
    if excel:
        (folder / name).write_bytes(workbook([Table("机构", COLUMNS, lines)]))
    else:
        with (folder / name).open("w", encoding=encoding, newline="") as file:
            csv.writer(file).writerows([COLUMNS, *lines])
    path = folder / "campaign.yaml"
    which = ", name: 机构" if excel else ""
    path.write_text(CAMPAIGN.format(sheet=name, name=which, more=more), encoding="utf-8")
    return read_campaign(path)


def planned(campaign: Campaign) -> tuple[Library, Plan]:
    """The campaign's library, and its plan, written beside it as the command does."""
    assert campaign.library is not None
    library = load_library(campaign.library)
    plan = make_plan(campaign, library)
    campaign.beside(SUFFIX).write_text("".join(plan.lines()), encoding="utf-8")
    return library, plan


def problems(plan: Plan) -> list[RowProblem]:
    """The mistakes that a plan found."""
    return [problem for one in plan.unissued for problem in one.problems]


def issued(folder: Path) -> dict[str, str]:
    """The digest of each file that was issued, by name."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((folder / "issued").glob("*"))
    }
