"""``contractkit renew``: what each command prints, writes and answers."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from contractkit.sheets import read_sheets
from tests.batch.small import row, rows, write_campaign
from tests.cli.run import Runner

SHEET = [row(1), row(2, 状态="暂停"), row(3, 付款日="x"), row(4)]


@pytest.fixture
def campaign(tmp_path: Path) -> Path:
    return write_campaign(tmp_path, SHEET).path


@pytest.fixture
def ran(campaign: Path, run: Runner) -> Path:
    assert run("renew", "plan", campaign).code == 1
    assert run("renew", "run", campaign, "--workers", 1).code == 1
    return campaign


def test_a_plan_shows_what_would_be_made_and_writes_the_plan_alone(
    campaign: Path, run: Runner
) -> None:
    before = set(campaign.parent.iterdir())
    done = run("renew", "plan", campaign)
    assert done.code == 1
    assert "2 to issue, 1 not renewed, 1 with mistakes" in done.out
    assert "row 2 → issued/N-00001 第1医院.docx" in done.out
    assert "row 3, N-00002: 状态为暂停" in done.out
    assert "sheet.csv, row 4, 付款日: is 'x'" in done.out
    assert {path.name for path in set(campaign.parent.iterdir()) - before} == {
        "campaign.plan.jsonl"
    }
    plan, *unissued = map(json.loads, run("renew", "plan", campaign, "--json").out.splitlines())
    assert (plan["rows"], plan["issue"], plan["problems"]) == (4, 2, 1)
    assert [(one["row"], one["kind"]) for one in unissued] == [(3, "suspended"), (4, "invalid")]


def test_what_a_plan_does_not_issue_can_be_listed_before_the_run(
    campaign: Path, run: Runner
) -> None:
    run("renew", "plan", campaign)
    before = run("renew", "list", campaign).out
    assert "row 3, N-00002: refused: 状态为暂停" in before
    assert "row 4, N-00003: invalid: 付款日: is 'x'" in before
    run("renew", "run", campaign, "--workers", 1)
    assert run("renew", "list", campaign).out == before


def test_a_clean_plan_exits_with_0(tmp_path: Path, run: Runner) -> None:
    assert run("renew", "plan", write_campaign(tmp_path, rows(2)).path).code == 0


def test_a_run_says_what_became_of_all_rows_and_status_says_it_again(
    ran: Path, run: Runner
) -> None:
    again = run("renew", "run", ran, "--workers", 1)
    assert "0 issued, 2 stood already, 0 failed, 1 not renewed, 1 with mistakes" in again.out
    status = json.loads(run("renew", "status", ran, "--json").out)
    assert status["counts"] == {"done": 2, "failed": 0, "invalid": 1, "refused": 1, "replaced": 0}
    assert status["kinds"] == {"invalid": 1, "suspended": 1}
    assert "refused          1" in run("renew", "status", ran).out


def test_the_list_for_the_staff_is_in_the_language_of_the_campaign(
    ran: Path, run: Runner, tmp_path: Path
) -> None:
    text = run("renew", "list", ran).out
    assert "row 3, N-00002: refused: 状态为暂停" in text
    target = tmp_path / "list.xlsx"
    assert run("renew", "list", ran, "--format", "xlsx", "-o", target).code == 0
    (sheet,) = read_sheets(target.read_bytes(), "list.xlsx")
    assert sheet.rows[0][:5] == ("行", "编号", "状态", "类别", "原因")
    assert [one[1] for one in sheet.rows[1:]] == ["N-00002", "N-00003"]
    lines = list(csv.reader(io.StringIO(run("renew", "list", ran, "--format", "csv").out)))
    assert len(lines) == 3
    found = json.loads(run("renew", "list", ran, "--status", "done", "--format", "json").out)
    assert [one["row"] for one in found] == [2, 5]
    assert run("renew", "list", ran, "--format", "xlsx").code == 2
    assert run("renew", "list", ran, "--format", "xlsx", "-o", target).code == 2


def test_verify_finds_the_file_that_is_not_what_was_issued(ran: Path, run: Runner) -> None:
    assert "2 files, 2 as issued" in run("renew", "verify", ran).out
    one, other = sorted((ran.parent / "issued").iterdir())
    one.write_bytes(one.read_bytes() + b" ")
    other.unlink()
    done = run("renew", "verify", ran)
    assert done.code == 1
    assert "is not the file that was issued" in done.out
    assert "cannot be read" in done.out


def test_retry_takes_up_what_failed(ran: Path, run: Runner) -> None:
    done = run("renew", "retry", ran, "--workers", 1)
    assert "0 failed rows are tried again" in done.out


@pytest.mark.parametrize("command", ["run", "status", "list", "verify", "retry"])
def test_a_campaign_that_was_not_planned_or_run_is_one_clear_line(
    campaign: Path, run: Runner, command: str
) -> None:
    done = run("renew", command, campaign)
    assert done.code == 16
    wanted = "plan" if command in ("run", "list") else "run"
    assert done.error.endswith(f"(contractkit renew {wanted})")


def test_a_file_that_is_no_campaign_is_one_clear_line(tmp_path: Path, run: Runner) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("a: [1", encoding="utf-8")
    assert run("renew", "plan", path).code == 16
    assert run("renew", "plan", tmp_path / "none.yaml").code == 10
