"""The example campaign of renewal agreements, from last year's files to this year's letters."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from contractkit.readers import read
from contractkit.sheets import read_sheets
from tests.batch.inline import Inline
from tests.cli.run import ROOT, Runner
from tools.renewal_sheet import tables

EXAMPLES = ROOT / "examples"
NAMES = ("renewal-campaign-2026.yaml", "renewal-campaign.yaml", "renewal-hospitals.xlsx")


@pytest.fixture
def folder(tmp_path: Path, run: Runner, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example with last year's agreements issued; chunks run in this process."""
    monkeypatch.setattr("contractkit.cli.renew._pool", lambda *_: Inline())
    for name in NAMES:
        shutil.copy(EXAMPLES / name, tmp_path / name)
    last = tmp_path / NAMES[0]
    assert "12 to issue, 0 not renewed, 0 with mistakes" in run("renew", "plan", last).out
    assert run("renew", "run", last).code == 0
    return tmp_path


def test_the_workbook_is_what_its_tool_makes() -> None:
    sheets = read_sheets((EXAMPLES / "renewal-hospitals.xlsx").read_bytes(), "x")
    found = {sheet.name: [list(map(str, row)) for row in sheet.rows] for sheet in sheets}
    wanted = {
        one.name: [list(map(str, row)) for row in (one.columns, *one.rows)] for one in tables()
    }
    assert found == wanted


def test_the_example_renews_what_was_issued_last_year(folder: Path, run: Runner) -> None:
    campaign = folder / NAMES[1]
    planned = run("renew", "plan", campaign).out
    ran = run("renew", "run", campaign).out
    assert "8 to issue, 3 not renewed, 1 with mistakes" in planned
    assert "issued-2026/YLYB-2026-H-0021.docx: last year's agreement cannot be read" in planned
    assert "8 issued, 0 stood already, 0 failed, 3 not renewed, 1 with mistakes" in ran
    assert "0 issued, 8 stood already" in run("renew", "run", campaign).out
    assert "8 files, 8 as issued, 0 not" in run("renew", "verify", campaign).out
    status = json.loads(run("renew", "status", campaign, "--json").out)
    assert status["kinds"] == {"assessment": 1, "invalid": 1, "licence": 1, "suspended": 1}
    listed = run("renew", "list", campaign).out
    assert "row 12, YLYB-2027-H-0011: refused: 年度考核57分，不满60分，不予续签" in listed
    agreement = read(folder / "renewed-2027" / "YLYB-2027-H-0001 云岭市第一人民医院.docx")
    changed = [block.cells for block in agreement.blocks() if len(block.cells) == 3]
    assert changed[1] == ("支付方式（年度预算金额）", "486,000,000元", "500,580,000元")
    assert changed[2] == ("服务范围与床位（约定床位数）", "1200", "1260")
    assert [row[1:] for row in changed[3:5]] == [("11,860", "12,050"), ("9,740", "9,930")]
    assert any(clause.heading == "续签说明函" for _, clause in agreement.walk())
    done = run("renew", "run", campaign, "--redline")
    assert done.code == 16
    assert "a redline against it would strike all of it" in done.error


def test_a_renewal_is_issued_again_when_last_years_file_is_another(
    folder: Path, run: Runner
) -> None:
    campaign = folder / NAMES[1]
    run("renew", "plan", campaign)
    run("renew", "run", campaign)
    one, other = (folder / "issued-2026" / f"YLYB-2026-H-000{n}.docx" for n in (1, 2))
    shutil.copy(other, one)
    (folder / "issued-2026" / "YLYB-2026-H-0003.docx").unlink()
    ran = run("renew", "run", campaign).out
    assert "1 issued, 6 stood already, 1 failed" in ran
    listed = run("renew", "list", campaign, "--status", "failed").out
    assert "row 4, YLYB-2027-H-0003: failed: issued-2026/YLYB-2026-H-0003.docx: last year" in listed
