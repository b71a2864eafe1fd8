"""Versions: which there are, what each changed, and that a published text stands."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from contractkit.assembly import assemble
from contractkit.errors import AssemblyError, LibraryError
from contractkit.library import load_library
from contractkit.library.check import check
from contractkit.library.history import history
from contractkit.library.versions import lock
from contractkit.model.agreement import Agreement
from contractkit.model.standard import Library
from tests.library.small import FILES, VALUES, clause_yaml, swap, write_small

TERMS = "clause_library/payment/terms"
OLD = {
    f"{TERMS}/archive/0.9/clause.yaml": FILES[f"{TERMS}/clause.yaml"]
    .replace('"1.0"', '"0.9"')
    .replace("2026-01-01", "2025-07-01")
    .replace("default: 30, min: 1", "default: 15, min: 10")
    .replace("positions:\n", "positions:\n  fallbacks: []\n")
    .replace("  fallbacks: [fallback-1]\n", ""),
    f"{TERMS}/archive/0.9/standard.zh.md": FILES[f"{TERMS}/standard.zh.md"].replace("5年", "3年"),
    f"{TERMS}/archive/0.9/standard.en.md": FILES[f"{TERMS}/standard.en.md"].replace("5 y", "3 y"),
}


def dated(day: str, version: str = "1.0") -> dict[str, str]:
    """The clause on payment, from ``day`` on in its newest version."""
    text = FILES[f"{TERMS}/clause.yaml"].replace("2026-01-01", day)
    return {f"{TERMS}/clause.yaml": text.replace('"1.0"', f'"{version}"')}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """A library in which one clause has a version from mid-2025 and one from 2027."""
    return load_library(
        write_small(tmp_path_factory.mktemp("small"), {**OLD, **dated("2027-01-01")})
    )


def text(agreement: Agreement) -> str:
    return "\n".join(block.text for block in agreement.blocks())


def test_a_superseded_version_is_read_with_its_own_bounds(small: Library) -> None:
    clause = small.clauses["payment/terms"]
    assert [version.version for version in clause.versions()] == ["1.0", "0.9"]
    old = clause.versions()[1]
    assert "3年" in old.texts["zh"].source
    assert (old.declared["payment_days"].default, clause.declared["payment_days"].default) == (
        "15",
        "30",
    )


@pytest.mark.parametrize(
    ("begins", "on", "days", "years"),
    [
        ("2026-09-01", None, "15日", "3年"),
        ("2027-01-01", None, "30日", "5年"),
        ("2026-09-01", datetime.date(2027, 1, 1), "30日", "5年"),
        ("2027-03-01", datetime.date(2026, 12, 31), "15日", "3年"),
        ("2025-01-01", None, "30日", "5年"),  # older than all versions: the newest
    ],
)
def test_the_version_in_force_stands_with_its_default(
    small: Library, begins: str, on: datetime.date | None, days: str, years: str
) -> None:
    values = {**VALUES, "effective_date": begins, "expiry_date": "2028-12-31"}
    agreement = assemble(small, "small", values, language="zh", on=on)
    assert f"在{days}内付款" in text(agreement)
    assert f"{years}内有效" in text(agreement)


def test_a_draft_waits_and_the_published_version_stands(tmp_path: Path) -> None:
    draft = {
        name: content.replace("published", "draft") for name, content in dated("2026-06-01").items()
    }
    library = load_library(write_small(tmp_path, {**OLD, **draft}))
    assert "在15日内付款" in text(assemble(library, "small", VALUES, language="zh"))


def test_a_value_is_held_against_the_bounds_of_the_version_that_stands(small: Library) -> None:
    values = {**VALUES, "payment_days": "5", "effective_date": "2026-09-01"}
    with pytest.raises(AssemblyError, match="is 5; at least 10"):
        assemble(small, "small", values, language="zh")


def test_the_history_tells_what_each_version_changed(small: Library) -> None:
    newest, first = history(small.clauses["payment/terms"])
    assert (newest.clause.version, first.clause.version) == ("1.0", "0.9")
    assert (first.texts, first.variables) == ((), ())
    assert newest.variables == ("payment_days: default 15 -> 30, minimum 10 -> 1",)
    redline = {(one.name, one.language): one.stretches for one in newest.texts}
    changed = [(s.op, s.text) for s in redline["standard", "zh"] if s.op != "same"]
    assert changed == [("deleted", "3"), ("inserted", "5")]
    assert [s.op for s in redline["fallback-1", "en"]] == ["inserted"]


def test_a_redline_holds_both_texts_whole(library: Library) -> None:
    told = 0
    for clause in library.clauses.values():
        for newer, older in zip(clause.versions(), clause.versions()[1:], strict=False):
            step = next(step for step in history(clause) if step.clause is newer)
            for one in step.texts:
                if one.name != "standard":
                    continue
                kept = {
                    side: "".join(s.text for s in one.stretches if s.op in ("same", side))
                    for side in ("inserted", "deleted")
                }
                assert kept["inserted"] == newer.texts[one.language].source.strip()
                assert kept["deleted"] == older.texts[one.language].source.strip()
                told += 1
    assert told >= 6


def test_what_we_ship_keeps_superseded_versions(library: Library) -> None:
    archived = [clause for clause in library.clauses.values() if clause.archive]
    assert len(archived) >= 3
    assert (
        library.clauses["record_retention/medical_records"]
        .archive[0]
        .declared["inpatient_years"]
        .default
        == "15"
    )


def write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def test_a_locked_text_that_changes_under_its_version_is_told(tmp_path: Path) -> None:
    root = write_small(tmp_path)
    path, count = lock(root, write)
    assert count == 14
    assert check(root) == ()
    write_small(tmp_path, swap(f"{TERMS}/standard.zh.md", "付款", "支付款项"))
    told = [str(problem) for problem in check(root)]
    assert any(
        f"{TERMS}/standard.zh.md:1:1: the text of version 1.0 was changed" in t for t in told
    )
    with pytest.raises(LibraryError, match="was changed after it was published"):
        lock(root, write)
    assert "payment/terms 1.0 standard.zh.md" in path.read_text(encoding="utf-8")


def test_a_new_version_with_the_old_one_archived_is_locked_beside_it(tmp_path: Path) -> None:
    root = write_small(tmp_path)
    lock(root, write)
    folder = "clause_library/records/clinic"
    change = {
        f"{folder}/clause.yaml": clause_yaml("诊所", "Clinics", "when: {kind: [clinic]}\n").replace(
            '"1.0"', '"1.1"'
        ),
        f"{folder}/standard.zh.md": "诊所应当公示全部价格。\n",
        f"{folder}/standard.en.md": "A clinic shall post all its prices.\n",
    }
    write_small(tmp_path, dict.fromkeys(FILES) | change)
    for name in ("clause.yaml", "standard.zh.md", "standard.en.md"):
        old = root / folder / "archive" / "1.0" / name
        old.parent.mkdir(parents=True, exist_ok=True)
        old.write_text(FILES[f"{folder}/{name}"], encoding="utf-8")
    assert ["records/clinic" in p.file and "lock" in p.message for p in check(root)] == [True] * 2
    assert lock(root, write)[1] == 2
    assert check(root) == ()
