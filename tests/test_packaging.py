"""The wheel works from any folder, with the library and templates in it."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def run(*arguments: str, cwd: Path, path: Path | None = None) -> str:
    environment = {**os.environ, "PYTHONPATH": str(path)} if path else None
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(
        "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation",
        "--disable-pip-version-check", "--wheel-dir", str(folder), str(ROOT),
        cwd=folder,
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    return built


def test_the_distribution_is_not_called_contractkit(wheel: Path) -> None:
    assert wheel.name.startswith("contractkit_agreements-")


def test_the_wheel_holds_the_library_the_looks_and_the_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "contractkit/data/clause_library/record_retention/medical_records/clause.yaml" in names
    assert "contractkit/data/templates/zh/agreement.docx" in names
    assert "contractkit/report/html/page.css" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_installed_wheel_generates_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    site, work = tmp_path / "site", tmp_path / "work"
    work.mkdir()
    run(
        "-m", "pip", "install", "--quiet", "--no-deps", "--disable-pip-version-check",
        "--target", str(site), str(wheel),
        cwd=work,
    )  # fmt: skip
    home = run("-c", "import contractkit; print(contractkit.__file__)", cwd=work, path=site)
    assert Path(home.strip()).is_relative_to(site)
    values = ROOT / "examples" / "hospital-service.yaml"
    told = run(
        "-c", "from contractkit.cli import main; main()",
        "generate", "hospital-service", str(values), "-o", "out.docx",
        cwd=work, path=site,
    )  # fmt: skip
    assert told.startswith("out.docx")
    assert (work / "out.docx").read_bytes().startswith(b"PK")


def test_no_install_line_of_the_readme_names_the_registry_s_contractkit() -> None:
    assert "pip install contractkit" not in (ROOT / "README.md").read_text(encoding="utf-8")
