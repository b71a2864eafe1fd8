"""An agreement as PDF: by LibreOffice where it is, and told what to do where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from contractkit import office
from contractkit.errors import WriteError
from contractkit.readers import document
from contractkit.writers import pdf, write_pdf
from tests.builders import docx, p
from tests.cli.run import ROOT, Runner
from tests.conftest import Convert
from tests.readers.test_doc import needs_sh
from tests.readers.test_doc import office as program


def test_the_pdf_says_what_the_word_file_says(soffice: Convert) -> None:
    made = write_pdf(docx(p("第一条 总则") + p("The Plan pays.")))
    texts = [block.text for block in document(made, "a.pdf").blocks if block.text]
    assert texts == ["第一条 总则", "The Plan pays."]


@needs_sh
@pytest.mark.parametrize(
    ("script", "message"),
    [("exit 1", "LibreOffice made no PDF"), ("sleep 60", "did not finish within 1 seconds")],
)
def test_a_failure_is_one_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, message: str
) -> None:
    monkeypatch.setattr(office, "SECONDS", 1)
    with pytest.raises(WriteError, match=message):
        write_pdf(docx(p("a")), office=program(tmp_path, script))


def test_without_libreoffice_the_word_file_still_stands(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pdf, "find_office", lambda: None)
    out = tmp_path / "a.docx"
    values = ROOT / "examples" / "renewal.yaml"
    ran = run("generate", "renewal", values, "-o", out, "--pdf")
    assert ran.code == 15
    assert ran.err == (
        f"error: {tmp_path / 'a.pdf'}: a PDF is made by LibreOffice, which is not installed "
        "(install it, or save the .docx as PDF in Word)\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]


def test_a_pdf_that_exists_is_refused_before_any_work(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"mine")
    values = ROOT / "examples" / "renewal.yaml"
    ran = run("generate", "renewal", values, "-o", tmp_path / "a.docx", "--pdf")
    assert ran.code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
