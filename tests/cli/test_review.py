"""contractkit review: contracts in two columns, and values from the intake workbook."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import ROOT, Runner

EXAMPLES = ROOT / "examples"


@pytest.fixture
def both(tmp_path: Path, run: Runner) -> Path:
    """The hospital agreement in two languages."""
    out = tmp_path / "both.docx"
    values = EXAMPLES / "hospital-service.yaml"
    assert run("generate", "hospital-service", values, "-o", out, "--language", "both").code == 0
    return out


@pytest.mark.parametrize("code", ["zh", "en"])
@pytest.mark.parametrize("itself", [True, False])
def test_an_agreement_in_two_columns_as_issued_has_no_finding(
    run: Runner, both: Path, code: str, itself: bool
) -> None:
    against = ("--against", both) if itself else ()
    ran = run("review", both, "--language", code, *against, "--json")
    assert ran.code == 0, ran.out[-2000:]
    assert '"verdict": "none"' in ran.out


def test_the_values_may_stand_in_the_intake_workbook(run: Runner) -> None:
    draft = EXAMPLES / "incoming-hospital.zh.txt"
    one, other = (
        run("review", draft, "--values", EXAMPLES / f"hospital-service.{suffix}")
        for suffix in ("yaml", "xlsx")
    )
    assert one.code == 1
    assert one.out == other.out
