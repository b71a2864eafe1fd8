"""The examples of the README and of tests/acceptance/*.md are what the software does.

In a ``console`` block a line ``$ contractkit …`` is run, and the lines below it are its output.
``…`` alone stands for any lines, within a line for any rest of it; ``[exit N]`` is the code (0).
"""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = (ROOT / "README.md", *sorted((ROOT / "tests" / "acceptance").glob("*.md")))
_BLOCK = re.compile(r"```(\w+)\n(.*?)```", re.DOTALL)


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Each command of the console blocks in ``text`` with the output that is told for it."""
    for language, block in _BLOCK.findall(text):
        if language == "console":
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, _, output = part.partition("\n")
                yield command, output


def pattern(output: str) -> re.Pattern[str]:
    """The expected output as a pattern: … is any rest of a line, or any lines."""
    lines = [
        r"(?:.*\n)*?" if line == "…" else re.escape(line).replace("…", ".*") + r"\n"
        for line in output.splitlines()
        if not line.startswith("[exit ")
    ]
    return re.compile("".join(lines))


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_console_examples_print_what_they_say(path: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    found = list(commands(path.read_text(encoding="utf-8")))
    assert found
    for command, output in found:
        done = run(tmp_path, str(ROOT / "cli.py"), *shlex.split(command)[1:])
        code = re.search(r"^\[exit (\d+)\]", output, re.MULTILINE)
        told = done.stdout + "".join(
            line for line in done.stderr.splitlines(keepends=True) if not line.startswith("note:")
        )
        assert pattern(output).fullmatch(told), f"$ {command}\n{told}"
        assert done.returncode == int(code[1] if code else 0), command


def test_the_python_example_of_the_readme_runs(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (source,) = [block for language, block in _BLOCK.findall(text) if language == "python"]
    done = run(tmp_path, "-c", source)
    assert done.returncode == 0, done.stderr
    assert "inpatient_record_retention" in done.stdout
    assert (tmp_path / "hospital.docx").stat().st_size > 10_000
