"""A run issues what the ledger does not have, once; what stops it loses nothing."""

from __future__ import annotations

import errno
import hashlib
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from contractkit.batch.campaign import Campaign, read_campaign
from contractkit.batch.ledger import Ledger, RunLock, open_ledger
from contractkit.batch.run import Progress, run
from contractkit.batch.store import PART, Local, open_store
from contractkit.errors import BatchError
from contractkit.model.renewal import Entry
from contractkit.readers import read
from tests.batch.inline import Inline
from tests.batch.small import RULES, issued, planned, row, rows, write_campaign


def go(campaign: Campaign, pool: Inline | None = None, author: str = "") -> Progress:
    """Plan and run, as the two commands do."""
    library, plan = planned(campaign)
    return run(campaign, library, plan, pool or Inline(), author=author)


@contextmanager
def ledger_of(campaign: Campaign) -> Iterator[Ledger]:
    ledger = open_ledger(campaign)
    try:
        yield ledger
    finally:
        ledger.close()


def entries(campaign: Campaign) -> list[Entry]:
    with ledger_of(campaign) as ledger:
        return list(ledger.entries())


def test_every_row_has_a_file_and_an_entry_with_its_digest(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(7))
    assert go(campaign).issued == 7
    assert sorted(issued(tmp_path)) == [f"N-{n:05} 第{n}医院.docx" for n in range(1, 8)]
    assert {Path(one.output).name: one.digest for one in entries(campaign)} == issued(tmp_path)
    agreement = read(tmp_path / "issued" / "N-00003 第3医院.docx")
    assert agreement.parties[1].name == "第3医院"
    assert any(clause.heading == "诊所" for _, clause in agreement.walk())


def test_an_unchanged_row_is_left_alone_and_a_changed_one_is_issued_again(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(5))
    go(campaign)
    before = issued(tmp_path)
    stamps = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "issued").iterdir()}
    again = go(write_campaign(tmp_path, [*rows(4), row(5, 付款日="77"), row(6)]))
    assert (again.issued, again.standing) == (2, 4)
    after = issued(tmp_path)
    assert [name for name in before if after[name] != before[name]] == ["N-00005 第5医院.docx"]
    unchanged = [path for path in (tmp_path / "issued").iterdir() if path.name[:7] < "N-00005"]
    assert all(path.stat().st_mtime_ns == stamps[path.name] for path in unchanged)
    with ledger_of(campaign) as ledger:
        assert ledger.counts()["done"] == 6
        assert [entry.name for entry in ledger.entries("replaced")] == ["N-00005"]


def test_a_file_that_was_lost_or_cut_short_is_issued_again(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(4))
    go(campaign)
    before = issued(tmp_path)
    lost, cut = sorted((tmp_path / "issued").iterdir())[:2]
    lost.unlink()
    cut.write_bytes(cut.read_bytes()[:100])
    assert go(campaign).issued == 2
    assert issued(tmp_path) == before


def test_refused_and_invalid_rows_stand_in_the_ledger_with_their_reason(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, [row(1, 状态="终止"), row(2, 付款日="x"), row(3)])
    progress = go(campaign)
    assert (progress.issued, progress.failed, progress.total) == (1, 0, 1)
    assert [(one.status, one.kind, one.reason) for one in entries(campaign)] == [
        ("refused", "suspended", "状态为终止"),
        ("invalid", "invalid", "付款日: is 'x'; a number is wanted"),
        ("done", "", ""),
    ]
    go(write_campaign(tmp_path, rows(3)))  # put right: nothing of it is left
    assert [one.status for one in entries(campaign)] == ["done"] * 3


def test_a_row_that_kills_its_worker_is_an_error_and_retry_tries_it_again(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(9))
    progress = go(campaign, Inline(frozenset({"N-00004"})))
    assert (progress.issued, progress.failed) == (8, 1)
    assert [one.kind for one in entries(campaign) if one.status == "failed"] == ["WorkerDied"]
    assert go(campaign).issued == 0  # an error is not tried again unasked
    with ledger_of(campaign) as ledger:
        assert ledger.forget("failed") == 1
    assert go(campaign).issued == 1
    assert len(issued(tmp_path)) == 9


def failing(monkeypatch: pytest.MonkeyPatch, at: int, error: OSError) -> None:
    """Every replacing of a file from the ``at``-th on fails."""
    real, count = os.replace, 0

    def replace(old: Path, new: Path) -> None:
        nonlocal count
        count += 1
        if count >= at:
            raise error
        real(old, new)

    monkeypatch.setattr(os, "replace", replace)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS])
def test_a_full_disk_ends_the_run_and_the_next_one_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    campaign = write_campaign(tmp_path, rows(20))
    with monkeypatch.context() as patch:
        failing(patch, 8, OSError(code, os.strerror(code)))
        with pytest.raises(BatchError, match=r"cannot be written.*7 were issued; make room"):
            go(campaign)
    assert len(issued(tmp_path)) == 7
    assert {one.status for one in entries(campaign)} == {"done"}
    assert go(campaign).issued == 13
    assert len(issued(tmp_path)) == 20


def test_a_ledger_that_cannot_be_written_ends_the_run_and_the_next_one_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = write_campaign(tmp_path, rows(3))

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr("contractkit.batch.ledger.astuple", full)
        with pytest.raises(BatchError, match=r"ledger cannot be written: .*full.*make room"):
            go(campaign)
    assert go(campaign).issued == 3


def test_a_ledger_is_read_where_nothing_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = write_campaign(tmp_path, rows(2))
    go(campaign)
    real = sqlite3.connect

    def closed(path: object, **given: object) -> sqlite3.Connection:
        if not given.get("uri"):
            raise sqlite3.OperationalError("unable to open database file")
        return real(path, **given)  # type: ignore[call-overload, no-any-return]

    monkeypatch.setattr(sqlite3, "connect", closed)
    assert [one.status for one in entries(campaign)] == ["done", "done"]
    with pytest.raises(BatchError, match="folder cannot be written"):
        RunLock(campaign).__enter__()


def test_a_file_that_is_open_in_word_fails_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    campaign = write_campaign(tmp_path, rows(3))
    with monkeypatch.context() as patch:
        failing(patch, 3, PermissionError(errno.EACCES, "Permission denied"))
        progress = go(campaign)
    assert (progress.issued, progress.failed) == (2, 1)
    assert "is it open in Word?" in entries(campaign)[2].reason
    assert not list(tmp_path.rglob(f"{PART}*"))


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_done(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(1), more=RULES + "root: closed\n")
    (tmp_path / "closed").write_text("a file where the folder should be")
    with pytest.raises(BatchError, match="output folder cannot be written"):
        go(campaign)


def test_what_a_killed_run_left_is_cleared_and_no_other_campaigns(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(2))
    ours, theirs = (tmp_path / "issued" / f"{PART}{one}-1-x" for one in (campaign.owner, "other"))
    ours.parent.mkdir()
    for left in (ours, theirs):
        left.write_bytes(b"half")
    go(campaign)
    assert (ours.exists(), theirs.exists()) == (False, True)
    assert len(issued(tmp_path)) == 3


def test_two_runs_at_once_are_refused_and_the_lock_ends_with_its_holder(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(1))
    with RunLock(campaign), pytest.raises(BatchError, match="another run of this campaign"):
        go(campaign)
    assert go(campaign).issued == 1


def test_a_sheet_that_was_changed_under_the_run_stops_it(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(2))
    library, plan = planned(campaign)
    write_campaign(tmp_path, rows(3))
    with pytest.raises(BatchError, match="sheet was changed after the plan"):
        run(campaign, library, plan, Inline())
    assert not (tmp_path / "issued").exists()


def test_a_redline_against_last_year_stands_beside_each_agreement(tmp_path: Path) -> None:
    old = write_campaign(tmp_path / "old", rows(2))
    go(old)
    more = RULES + 'previous: "last/{编号} {机构}.docx"\n'
    new = write_campaign(tmp_path / "new", [row(1, 付款日="77"), row(2), row(3)], more=more)
    (tmp_path / "old" / "issued").rename(tmp_path / "new" / "last")
    progress = go(new, author="合同管理科")
    assert (progress.issued, progress.failed) == (2, 1)
    names = sorted(issued(tmp_path / "new"))
    assert names[0].removesuffix(".docx") + ".redline.docx" in names
    redlined = tmp_path / "new" / "issued" / "N-00001 第1医院.redline.docx"
    texts = [
        "".join(block.text for block in read(redlined, revisions=which).blocks())
        for which in ("accept", "reject")
    ]
    assert ["77日" in text for text in texts] == [True, False]
    first, _, third = entries(new)
    assert "last year's agreement cannot be read" in third.reason
    assert hashlib.sha256(redlined.read_bytes()).hexdigest() == first.extra_digest
    redlined.unlink()
    assert go(new, author="合同管理科").issued == 1
    assert redlined.exists()


def test_a_redline_without_last_years_files_is_asked_for_in_the_campaign(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="does not say where last year"):
        go(write_campaign(tmp_path, rows(1)), author="x")


def test_a_campaign_can_issue_to_an_address_of_fsspec(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    campaign = write_campaign(tmp_path, rows(3), more=RULES + "root: memory://renewals\n")
    assert go(campaign).issued == 3
    files = fsspec.filesystem("memory").find("/renewals/issued")
    assert len(files) == 3
    store = open_store("memory://renewals")
    for entry in entries(campaign):
        assert hashlib.sha256(store.read(entry.output)).hexdigest() == entry.digest
    assert go(campaign).standing == 3


def test_a_store_writes_whole_files_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Local(str(tmp_path))
    store.write("a/b.docx", b"old")
    with monkeypatch.context() as patch:
        failing(patch, 1, OSError(errno.ENOSPC, "No space left on device"))
        with pytest.raises(OSError, match="No space"):
            store.write("a/b.docx", b"new")
    assert store.read("a/b.docx") == b"old"
    assert open_store(tmp_path.as_uri()).read("a/b.docx") == b"old"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.docx"]


def test_a_campaign_file_is_read_where_it_lies(tmp_path: Path) -> None:
    campaign = write_campaign(tmp_path, rows(1))
    assert campaign.store_root == str(tmp_path)
    assert read_campaign(campaign.path) == campaign
