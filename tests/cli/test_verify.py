"""contractkit verify: from what a document was issued, and what became of it since."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.run import ROOT, Runner
from tests.conftest import Convert
from tests.library.small import write_small

VALUES = ROOT / "examples" / "hospital-service.yaml"
BARE = {"template": "x", "language": "zh", "library": "0", "clauses": {}, "values": {}}


@pytest.fixture
def issued(run: Runner, tmp_path: Path) -> Path:
    out = tmp_path / "issued.docx"
    assert run("generate", "hospital-service", VALUES, "-o", out).code == 0
    return out


def rewritten(source: Path, name: str, *changes: tuple[str, str], part: str = "document") -> Path:
    """A copy with some text of a part replaced, as somebody with an editor does it."""
    target = source.with_name(name)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            data = old.read(entry).decode("utf-8") if entry.filename.endswith(".xml") else ""
            if entry.filename == f"word/{part}.xml":
                for before, after in changes:
                    assert before in data
                    data = data.replace(before, after, 1)
            new.writestr(entry.filename, data.encode() if data else old.read(entry))
    return target


def test_what_was_issued_is_unchanged(run: Runner, issued: Path) -> None:
    ran = run("verify", issued)
    assert (ran.code, ran.err) == (0, "")
    first, library, against, summary = ran.out.splitlines()
    assert first == "签发自：hospital-service（zh），条款 63 条"
    assert library.endswith("与现有条款库一致")
    assert against == "对照：按签发清单重新生成的文本"
    assert "未标记的改动 0，缺失 0，新增 0" in summary


def test_a_change_that_nobody_marked_is_told_with_its_clause_and_values(
    run: Runner, issued: Path
) -> None:
    ran = run("verify", rewritten(issued, "back.docx", ("30年", "15年")))
    assert ran.code == 1
    assert "[未标记的改动] 第二十六条 病历建立与保存\n" in ran.out
    assert "    数值：30年 → 15年\n" in ran.out
    assert "有修订标记的改动 0，未标记的改动 1，缺失 0，新增 0" in ran.out


def test_tracked_changes_are_told_apart_from_those_beside_them(
    run: Runner, issued: Path, tmp_path: Path
) -> None:
    other = rewritten(issued, "other.docx", ("30年", "20年"))
    marked = tmp_path / "marked.docx"
    redline = ("redline", issued, other, "-o", marked, "--author", "A", "--date", "2026-01-05")
    assert run(*redline).code == 0
    found = json.loads(run("verify", marked, "--json").out)
    states = {one["id"]: one["state"] for one in found["clauses"] if one["state"] != "unchanged"}
    assert states == {"record_retention/medical_records": "tracked"}
    both = rewritten(marked, "both.docx", ("15个工作日", "45个工作日"))
    ran = run("verify", both, "--issued", issued)
    assert ran.code == 1
    assert "[未标记的改动] 第四条 建议、举报与投诉\n" in ran.out
    assert "[有修订标记的改动] 第二十六条 病历建立与保存\n    30 → 20\n" in ran.out
    assert "对照：签发文件 issued.docx" in ran.out


def test_the_cover_the_header_and_the_signatures_count_too(run: Runner, issued: Path) -> None:
    back = rewritten(issued, "back.docx", ("YLYB-2026-H-0001", "YLYB-2026-H-0009"))
    ran = run("verify", back)
    assert ran.code == 1
    assert "[未标记的改动] 首部" in ran.out


def test_a_clause_that_is_gone_and_one_that_is_new_are_told(
    run: Runner, issued: Path, tmp_path: Path
) -> None:
    with zipfile.ZipFile(issued) as archive:
        body = archive.read("word/document.xml").decode()
    start = body.rindex("<w:p>", 0, body.index('w:name="ck_medical_records'))
    end = body.rindex("<w:p>", 0, body.index('w:name="ck_', body.index('w:name="ck_', start) + 9))
    gone = rewritten(issued, "gone.docx", (body[start:end], ""))
    found = json.loads(run("verify", gone, "--json").out)
    assert found["summary"]["missing"] == 1


def test_a_manifest_that_is_not_that_of_the_issued_file_is_told(run: Runner, issued: Path) -> None:
    forged = rewritten(issued, "forged.docx", ("486000000", "586000000"), part="../customXml/item1")
    with zipfile.ZipFile(issued) as old, zipfile.ZipFile(forged, "w") as new:
        for entry in old.infolist():
            data = old.read(entry).replace(b"486000000", b"586000000")
            new.writestr(entry.filename, data)
    ran = run("verify", forged, "--issued", issued)
    assert ran.code == 1
    assert "! 签发清单与签发文件中的不同" in ran.out
    assert run("verify", forged).code == 1  # the text is not what the manifest makes


def test_with_another_library_the_clauses_are_held_against_the_texts_in_the_manifest(
    run: Runner, issued: Path, tmp_path: Path
) -> None:
    small = write_small(tmp_path / "library")
    ran = run("verify", issued, "--library", small)
    assert ran.code == 0
    assert "与现有条款库不同" in ran.out
    assert "签发清单所载条款文本" in ran.out
    back = rewritten(issued, "back.docx", ("30年", "15年"))
    found = json.loads(run("verify", back, "--library", small, "--json").out)
    assert found["held_against"] == "texts"
    assert found["summary"] == {"unchanged": 62, "silent": 1}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "the manifest in the document is damaged"),
        ('{"template": "hospital-service"}', "the manifest in the document is damaged"),
        ("[" * 100_000, "the manifest in the document is damaged"),
        ("", "carries no manifest"),
        (json.dumps(BARE), "holds no texts"),
        (json.dumps({**BARE, "texts": {"a": 1}}), "the manifest in the document is damaged"),
    ],
)
def test_without_a_whole_manifest_the_error_asks_for_the_issued_file(
    run: Runner, issued: Path, content: str, message: str
) -> None:
    bare = issued.with_name("bare.docx")
    with zipfile.ZipFile(issued) as old, zipfile.ZipFile(bare, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "customXml/item1.xml":
                start, end = data.index(b">", data.index(b"<manifest")) + 1, data.rindex(b"</")
                data = data[:start] + content.encode() + data[end:]
            new.writestr(entry.filename, data)
    ran = run("verify", bare)
    assert ran.code == 10
    assert message in ran.error
    assert "--issued" in ran.error


def test_a_draft_without_a_manifest_is_held_against_the_issued_file(
    run: Runner, issued: Path
) -> None:
    draft = ROOT / "examples" / "incoming-hospital.zh.txt"
    ran = run("verify", draft, "--issued", issued)
    assert ran.code == 1
    assert "    3% → 8%\n" in ran.out


def test_libreoffice_may_save_it(run: Runner, tmp_path: Path, soffice: Convert) -> None:
    files = {}
    for template, code in (("hospital-service", "zh"), ("single-case", "en")):
        out = tmp_path / f"{code}.docx"
        values = ROOT / "examples" / f"{template}.yaml"
        assert run("generate", template, values, "-o", out, "--language", code).code == 0
        files[f"{code}.docx"] = out.read_bytes()
    for name, data in soffice(files, "docx").items():
        back = tmp_path / f"{name}.saved.docx"
        back.write_bytes(data)
        ran = run("verify", back)
        assert ran.code == 0, ran.out
        assert data != files[f"{name}.docx"]


def test_of_two_columns_both_are_verified(run: Runner, tmp_path: Path) -> None:
    out = tmp_path / "issued.docx"
    values = ROOT / "examples" / "renewal.yaml"
    assert run("generate", "renewal", values, "-o", out, "--language", "both").code == 0
    ran = run("verify", out)
    assert (ran.code, ran.err) == (0, "")
    assert "未改动 40，" in ran.out
    for before, after in (("30个工作日", "60个工作日"), ("30 business days", "60 business days")):
        ran = run("verify", rewritten(out, "back.docx", (before, after)))
        assert ran.code == 1, ran.out
        assert "未标记的改动 1，" in ran.out
