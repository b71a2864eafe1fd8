"""PDFs: many files a process, each noted when it stands, what fails told; by a LibreOffice of ours
that copies, and by the real one where it is installed.
"""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest

from contractkit.batch.ledger import open_ledger
from contractkit.batch.pdf import Printed, pdf_path, print_pdfs
from contractkit.batch.run import run
from contractkit.batch.store import Local
from contractkit.errors import BatchError
from tests.batch.inline import Inline
from tests.batch.small import planned, rows, write_campaign

OFFICE = """\
#!{python}
import pathlib, sys
out = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
out.mkdir()
sources = sys.argv[sys.argv.index("--outdir") + 2:]
with open({log!r}, "a") as log:
    log.write(f"{{len(sources)}}\\n")
for source in map(pathlib.Path, sources):
    if b"PK" in source.read_bytes()[:2]:
        (out / f"{{source.stem}}.pdf").write_bytes(b"%PDF" + source.read_bytes())
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    campaign = write_campaign(tmp_path, rows(5))
    library, plan = planned(campaign)
    run(campaign, library, plan, Inline())
    return tmp_path


def printed(folder: Path, office: Path | None, workers: int = 1) -> list[Printed]:
    ledger = open_ledger(write_campaign(folder, rows(5)))
    try:
        return list(print_pdfs(ledger, Local(str(folder)), workers, office))
    finally:
        ledger.close()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    if os.name == "nt":
        pytest.skip("a script is no program there")
    path = tmp_path / "office"
    path.write_text(OFFICE.format(python=sys.executable, log=str(tmp_path / "log")))
    path.chmod(0o755)
    return path


def runs(office: Path) -> list[int]:
    return sorted(map(int, (office.parent / "log").read_text().split()))


def test_files_are_printed_together_and_not_again(folder: Path, office: Path) -> None:
    found = printed(folder, office, workers=2)
    assert [one.reason for one in found] == [""] * 5
    assert runs(office) == [2, 3]
    for one in found:
        assert (folder / pdf_path(one.entry.output)).stat().st_size == one.size
    assert printed(folder, office) == []


def test_a_pdf_that_was_lost_is_printed_again(folder: Path, office: Path) -> None:
    lost = folder / pdf_path(printed(folder, office)[2].entry.output)
    lost.unlink()
    assert [pdf_path(one.entry.output) for one in printed(folder, office)] == [
        lost.relative_to(folder).as_posix()
    ]


def test_a_file_that_cannot_be_printed_costs_no_other_its_pdf(folder: Path, office: Path) -> None:
    broken = min((folder / "issued").iterdir())
    broken.write_bytes(b"not a Word file")
    found = printed(folder, office)
    assert [bool(one.reason) for one in found] == [True, False, False, False, False]
    assert runs(office) == [1, 5]


def test_without_libreoffice_the_error_says_what_to_do(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("contractkit.batch.pdf.find_office", lambda: None)
    with pytest.raises(BatchError, match="install LibreOffice"):
        printed(folder, None)


def test_an_office_that_does_not_start_is_told_of_each_file(folder: Path) -> None:
    found = printed(folder, folder / "none")
    assert {one.reason for one in found} == {
        "LibreOffice does not start: No such file or directory"
    }


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_prints_what_was_issued(folder: Path) -> None:
    found = printed(folder, None)
    assert [one.reason for one in found] == [""] * 5
    assert (folder / pdf_path(found[0].entry.output)).read_bytes().startswith(b"%PDF-")
