"""contractkit verify: from what a document was issued, and what became of it since."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from contractkit.assembly import assemble_columns
from contractkit.library import load_library, read_values_file, write_values
from contractkit.model.standard import BOTH
from contractkit.writers import write_columns
from tests.cli.run import ROOT, Runner
from tests.conftest import Convert
from tests.library.small import FILES, VALUES, swap, write_small

HOSPITAL = ROOT / "examples" / "hospital-service.yaml"
BARE = {"template": "x", "language": "zh", "library": "0", "clauses": {}, "values": {}}


@pytest.fixture
def issued(run: Runner, tmp_path: Path) -> Path:
    out = tmp_path / "issued.docx"
    assert run("generate", "hospital-service", HOSPITAL, "-o", out).code == 0
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
    bare = without_manifest(issued, "bare.docx", content.encode())
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
    for template, code in (("single-case", "en"), ("renewal", "both")):
        out = tmp_path / f"{code}.docx"
        values = ROOT / "examples" / f"{template}.yaml"
        assert run("generate", template, values, "-o", out, "--language", code).code == 0
        files[out.name] = out.read_bytes()
    for name, data in soffice(files, "docx").items():
        back = tmp_path / f"{name}.saved.docx"
        back.write_bytes(data)
        for options in ((), ("--issued", tmp_path / f"{name}.docx")):
            ran = run("verify", back, *options)
            assert ran.code == 0, ran.out
        assert data != files[f"{name}.docx"]


@pytest.fixture(scope="module")
def renewal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A renewal agreement in two columns, as it was issued."""
    library = load_library(ROOT)
    values = read_values_file(ROOT / "examples" / "renewal.yaml")
    left, right = assemble_columns(library, "renewal", values)
    look = library.looks[BOTH, "agreement.docx"]
    out = tmp_path_factory.mktemp("renewal") / "issued.docx"
    out.write_bytes(write_columns(left, right, ".docx", look=look, look_name="agreement.docx"))
    return out


def test_of_two_columns_both_are_verified(run: Runner, renewal: Path) -> None:
    ran = run("verify", renewal)
    assert (ran.code, ran.err) == (0, "")
    assert "未改动 40，" in ran.out
    for before, after in (("30个工作日", "60个工作日"), ("30 business days", "60 business days")):
        ran = run("verify", rewritten(renewal, "back.docx", (before, after)))
        assert ran.code == 1, ran.out
        assert "未标记的改动 1，" in ran.out
        ran = run(
            "verify",
            rewritten(renewal, "back.docx", (before, after)),
            "--issued",
            renewal,
            "--json",
        )
        found = json.loads(ran.out)
        assert (found["held_against"], found["summary"]["silent"]) == ("issued", 1)
        changed = [one["language"] for one in found["clauses"] if one["state"] != "unchanged"]
        assert changed == ["en" if "business" in before else "zh"]


def test_of_two_columns_both_are_held_against_the_texts_of_another_library(
    run: Runner, renewal: Path, tmp_path: Path
) -> None:
    small = write_small(tmp_path / "library")
    ran = run("verify", renewal, "--library", small)
    assert ran.code == 0, ran.out
    back = rewritten(renewal, "back.docx", ("30 business days", "60 business days"))
    found = json.loads(run("verify", back, "--library", small, "--json").out)
    assert (found["held_against"], found["summary"]["silent"]) == ("texts", 1)


def without_manifest(source: Path, name: str, content: bytes) -> Path:
    """A copy whose manifest is ``content``, as a program leaves it that keeps no foreign parts."""
    target = source.with_name(name)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            data = old.read(entry)
            if entry.filename == "customXml/item1.xml":
                start, end = data.index(b">", data.index(b"<manifest")) + 1, data.rindex(b"</")
                data = data[:start] + content + data[end:]
            new.writestr(entry.filename, data)
    return target


@pytest.mark.parametrize(("content", "forged"), [(b"{", True), (b"", True)])
def test_a_copy_that_lost_its_manifest_is_held_against_both_columns_of_the_issued_file(
    run: Runner, renewal: Path, content: bytes, forged: bool
) -> None:
    ran = run(
        "verify", without_manifest(renewal, "bare.docx", content), "--issued", renewal, "--json"
    )
    found = json.loads(ran.out)
    assert {one["language"] for one in found["clauses"]} == {"zh", "en"}
    assert found["summary"] == {"unchanged": 40}
    assert (found["manifest_differs"], ran.code) == (forged, 1)


def test_an_agreement_for_a_day_of_its_own_is_held_against_its_texts_or_the_issued_file(
    run: Runner, tmp_path: Path
) -> None:
    terms = "clause_library/payment/terms"
    later = swap(f"{terms}/clause.yaml", 'version: "1.0"', 'version: "1.1"')
    later = {name: text.replace("2026-01-01", "2027-01-01") for name, text in later.items()}
    older = {
        name.replace(terms, f"{terms}/archive/1.0"): text
        for name, text in FILES.items()
        if name.startswith(terms)
    }
    root = write_small(tmp_path / "library", {**later, **older})
    values, out = tmp_path / "values.yaml", tmp_path / "issued.docx"
    values.write_bytes(write_values(VALUES))
    made = ("generate", "small", values, "-o", out, "--language", "en", "--library", root)
    assert run(*made, "--on", "2027-06-01").code == 0
    for options, against in (((), "texts"), (("--issued", out), "issued")):
        ran = run("verify", out, "--library", root, *options, "--json")
        assert (ran.code, json.loads(ran.out)["held_against"]) == (0, against)
