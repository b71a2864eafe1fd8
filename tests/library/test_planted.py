"""A copy of the library that we ship, with many faults planted at once: all are found."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from contractkit.library import default_root
from contractkit.library.check import check

C = "clause_library"
RECORDS = f"{C}/record_retention/medical_records"
CLAIMS = f"{C}/reimbursement/claims_and_payment_time"
BREACH = f"{C}/audit/breach_handling"
DAMAGES = f"{C}/audit/liquidated_damages"
INSURANCE = f"{C}/general/insurance"
USAGE = f"{C}/utilization/utilization_management"
ZH = "templates/zh/hospital-service.yaml"


class Fault(NamedTuple):
    """``old`` becomes ``new`` in ``file`` (or the file goes, or is emptied); where it is told."""

    file: str
    old: str
    new: str
    told: str  # the file that it is told in, when not at the line of ``new``
    says: str


FAULTS = (
    Fault(
        f"{RECORDS}/standard.zh.md",
        "本协议终止或者解除",
        "自2026年3月1日起，本协议终止或者解除",
        f"{RECORDS}/standard.en.md:7",
        "values differ",
    ),
    Fault(
        f"{CLAIMS}/standard.en.md",
        "{claim_day} of each",
        "{claim_dai} of each",
        "",
        "claim_dai is not",
    ),
    Fault(
        f"{CLAIMS}/standard.zh.md",
        "[[disputes/remedies_cn]]",
        "[[disputes/remedy]]",
        "",
        "there is no clause",
    ),
    Fault(f"{CLAIMS}/fallback-1.en.md", "", "", f"{CLAIMS}/fallback-1.en.md:1", "is missing"),
    Fault(
        f"{RECORDS}/clause.yaml",
        "default: 30, min: 30",
        "default: 10, min: 10",
        "",
        "the law wants P30Y",
    ),
    Fault(
        f"{RECORDS}/clause.yaml",
        "severity: high",
        "severity: high\nowner: x",
        "",
        "owner stands twice",
    ),
    Fault(
        ZH, "audit/staff_eligibility_cn", "audit/staff_cn", "", "there is no clause audit/staff_cn"
    ),
    Fault(
        f"{INSURANCE}/standard.en.md",
        "professional",
        '"Umbrella Cover" and professional',
        "",
        "Umbrella Cover",
    ),
    Fault(
        f"{C}/scope/patient_discussions/standard.en.md",
        "a Member ",
        "a Covered Life ",
        "",
        "the term Covered Life is not defined in provider-participation",
    ),
    Fault(
        f"{C}/general/principles/clause.yaml", "status: published", "status: final", "", "status"
    ),
    Fault(
        f"{C}/general/basis/clause.yaml",
        "effective: 2026-01-01",
        "effective: 2026-13-01",
        "",
        "effective",
    ),
    Fault(
        f"{C}/general/definitions_cn/standard.zh.md",
        "- **医保凭证**",
        "- **就诊编码卡**",
        "",
        "就诊编码卡 is defined and never",
    ),
    Fault(
        f"{C}/disputes/remedies_cn/standard.zh.md",
        "*",
        "",
        f"{C}/disputes/remedies_cn/standard.zh.md:1",
        "empty",
    ),
    Fault(
        f"{C}/term_renewal/renewal_cn/clause.yaml",
        "change: 首版",
        "change: 首版\nchanged: 否",
        "",
        "changed",
    ),
    Fault(
        f"{USAGE}/standard.en.md", "{peer_to_peer_business_days}", "2 days", "", "variables differ"
    ),
    Fault(
        f"{USAGE}/fallback-1.en.md",
        "Provider shall",
        "Within 9 business days Provider shall",
        "",
        "values differ",
    ),
    Fault(
        f"{C}/variables.yaml",
        "payer:",
        "spare: {type: text, label: {zh: 备用}}\npayer:",
        "",
        "the text in en is missing",
    ),
    Fault(
        f"{BREACH}/clause.yaml",
        "severity:",
        "needs: [audit/none]\nseverity:",
        "",
        "no other clause audit/none",
    ),
    Fault(
        f"{DAMAGES}/clause.yaml",
        "severity:",
        "when: {sort: [x]}\nseverity:",
        "",
        "sort is not a variable",
    ),
    Fault(
        "templates/en/renewal.yaml", "name: renewal", "name: renewals", "", "is not the file's name"
    ),
    Fault(
        f"{C}/termination/suspension/standard.zh.md",
        "。",
        "。。",
        f"{C}/termination/suspension/standard.zh.md:1",
        "was changed after it was published",
    ),
)


def plant(root: Path, fault: Fault) -> str:
    """The place where the fault must be told, after it was planted."""
    path = root / fault.file
    text = path.read_text(encoding="utf-8")
    if fault.old == "*":
        path.write_text("", encoding="utf-8")
    elif not fault.old:
        path.unlink()
    else:
        assert fault.old in text, f"{fault.old!r} does not stand in {fault.file}"
        at = text.index(fault.old)
        path.write_text(text.replace(fault.old, fault.new, 1), encoding="utf-8")
        extra = fault.new.count("\n") if fault.new.startswith(fault.old) else 0
        return fault.told or f"{fault.file}:{text[:at].count(chr(10)) + 1 + extra}"
    return fault.told


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[str], dict[Fault, str]]:
    root = tmp_path_factory.mktemp("planted")
    for folder in ("clause_library", "templates"):
        shutil.copytree(default_root() / folder, root / folder)
    places = {fault: plant(root, fault) for fault in FAULTS}
    return [str(problem) for problem in check(root)], places


def test_twenty_faults_are_planted() -> None:
    assert len(FAULTS) >= 20


@pytest.mark.parametrize("fault", FAULTS, ids=lambda f: f.says)
def test_each_fault_is_told_at_its_line(
    planted: tuple[list[str], dict[Fault, str]], fault: Fault
) -> None:
    told, places = planted
    found = [line for line in told if line.startswith(f"{places[fault]}:") and fault.says in line]
    assert found, "\n".join(line for line in told if fault.file in line)


def test_a_damaged_clause_brings_no_follow_on(
    planted: tuple[list[str], dict[Fault, str]],
) -> None:
    told, _ = planted
    for name in ("general/principles", "general/basis", "term_renewal/renewal_cn", "audit/breach_"):
        assert [line for line in told if f"there is no clause {name}" in line] == []
