"""Run the command line as a user does: in this process, or in one of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from contractkit.cli import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Ran:
    """What came of a command: its exit code, and what it printed."""

    code: int
    out: str
    err: str

    @property
    def error(self) -> str:
        """The one line ``error: …``; no other line of the kind, and no traceback."""
        lines = [line for line in self.err.splitlines() if line.startswith("error: ")]
        assert len(lines) == 1, self.err
        assert "Traceback" not in self.err
        assert self.out == ""
        return lines[0].removeprefix("error: ")


class Runner:
    """Calls ``contractkit.cli.main`` with arguments and captures what it prints."""

    def __init__(self, capsys: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self._capsys = capsys
        self._patch = patch

    def __call__(self, *arguments: object) -> Ran:
        """Run ``contractkit ARGUMENTS``."""
        self._patch.setattr(sys, "argv", ["contractkit", *map(str, arguments)])
        self._capsys.readouterr()
        with pytest.raises(SystemExit) as caught:
            main()
        printed = self._capsys.readouterr()
        code = caught.value.code
        return Ran(code if isinstance(code, int) else 0, printed.out, printed.err)


def process(
    *arguments: object, env: Mapping[str, str] | None = None, program: tuple[str, ...] = ()
) -> Ran:
    """Run the launcher ``cli.py``, or ``program``, with ``arguments`` in a process of its own."""
    done = subprocess.run(
        [sys.executable, *(program or (str(ROOT / "cli.py"),)), *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT), **(env or {})},
        capture_output=True,
        timeout=60,
        check=False,
    )
    return Ran(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))
