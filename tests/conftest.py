"""What several tests share: the library we ship, the sample values, the corpus, LibreOffice."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from contractkit.library import default_root, load_library, read_values_file
from contractkit.model.standard import Library
from tests.cli.run import ROOT, Runner

Convert = Callable[[Mapping[str, bytes], str], dict[str, bytes]]


@pytest.fixture(scope="session", autouse=True)
def _cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The commands keep libraries in a folder of the tests, not in the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CONTRACTKIT_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def library() -> Library:
    """The clause library that comes with contractkit."""
    return load_library(default_root())


@pytest.fixture(scope="session")
def sample_values() -> Callable[[str], dict[str, object]]:
    """From the name of a template to the sample values in examples/."""
    return lambda template: read_values_file(ROOT / "examples" / f"{template}.yaml")


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real documents; what needs it is skipped where it does not stand."""
    folder = Path(os.environ.get("CONTRACTKIT_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not folder.is_dir():
        pytest.skip(f"no corpus at {folder}: set CONTRACTKIT_CORPUS")
    return folder


@pytest.fixture(scope="session")
def soffice(tmp_path_factory: pytest.TempPathFactory) -> Convert:
    """LibreOffice: (files by name, target format) -> the converted files by stem."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        pytest.skip("LibreOffice (soffice) is not installed")

    def convert(files: Mapping[str, bytes], target: str) -> dict[str, bytes]:
        folder = tmp_path_factory.mktemp("soffice")
        for name, data in files.items():
            (folder / name).write_bytes(data)
        out = folder / "out"
        profile = (folder / "profile").as_uri()
        subprocess.run(
            [
                program,
                f"-env:UserInstallation={profile}",
                "--headless",
                *("--convert-to", target),
                *("--outdir", str(out)),
                *(str(folder / name) for name in files),
            ],
            check=True,
            capture_output=True,
            timeout=120,
        )
        return {path.stem: path.read_bytes() for path in out.iterdir()}

    return convert


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Runner:
    """``run("read", path)`` is ``contractkit read PATH``."""
    monkeypatch.delenv("CONTRACTKIT_LIBRARY", raising=False)
    monkeypatch.delenv("CONTRACTKIT_DEBUG", raising=False)
    return Runner(capsys, monkeypatch)
