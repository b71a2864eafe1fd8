"""The command line as a program: help, launcher, code pages, pipes, unexpected errors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import contractkit.readers
from contractkit.cli import COMMANDS, cli
from tests.cli.run import ROOT, Runner, process

HEAVY = ("spacy", "jieba", "docxtpl", "lxml", "pydantic", "numpy", "scipy", "rapidfuzz", "yaml")
# What a review of a short Chinese text has no use for.
UNUSED = (
    "contractkit.lang.en.values", "contractkit.library.check", "contractkit.readers.pdf",
    "concurrent.futures.process", "docxtpl",
)  # fmt: skip
WATCHING = (
    "import sys\n"
    "sys.argv = ['contractkit', *sys.argv[1:]]\n"
    "from contractkit.cli import main\n"
    "try:\n    main()\n"
    "finally:\n    print('LOADED', *(n for n in {!r} if n in sys.modules))\n"
)
WATCH = WATCHING.format(HEAVY)
TEXT = "甲服务协议\n第一条 付款\n甲方应当付款“全额”。\n第二条 保密\n双方应当保密。\n"


@pytest.mark.parametrize("arguments", [("--help",), ("--version",)])
def test_help_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    ran = process(*arguments, program=("-c", WATCH))
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "LOADED"


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_imports_nothing_heavy(name: str) -> None:
    ran = process(name, "--help", program=("-c", WATCH))
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "LOADED"


def test_a_review_imports_no_other_language_and_no_other_kind_of_file(tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text(TEXT, "utf-8")
    ran = process("review", draft, program=("-c", WATCHING.format(UNUSED)))
    assert ran.code in (0, 1)
    assert ran.out.splitlines()[-1] == "LOADED"


def test_the_launcher_is_the_program() -> None:
    ran = process("--help")
    assert (ran.code, ran.err) == (0, "")
    assert all(line in " ".join(ran.out.split()) for _, line in COMMANDS.values())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_and_a_line_in_the_list(name: str) -> None:
    runner = CliRunner()
    shown = runner.invoke(cli, [name, "--help"])
    assert shown.exit_code == 0
    assert shown.output.startswith(f"Usage: cli {name} ")
    assert COMMANDS[name][1] in " ".join(runner.invoke(cli, ["-h"]).output.split())


@pytest.mark.parametrize(
    "arguments", [("nonsense",), ("read",), ("read", "--nonsense"), ("library", "nonsense")]
)
def test_a_wrong_use_exits_with_2(run: Runner, arguments: tuple[str, ...]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "Usage: " in ran.err


@pytest.mark.parametrize("page", ["cp1252", "cp936", "ascii", "utf-8"])
def test_a_console_of_any_code_page_does_not_crash_it(tmp_path: Path, page: str) -> None:
    path = tmp_path / "协议.txt"
    path.write_text(TEXT, encoding="utf-8")
    ran = process("read", path, env={"PYTHONIOENCODING": page, "PYTHONUTF8": "0"})
    assert (ran.code, ran.err) == (0, "")
    assert "第一条 付款 | 甲方应当付款“全额”。" in ran.out


def test_an_error_in_a_narrow_code_page_is_still_one_line(tmp_path: Path) -> None:
    missing = tmp_path / "没有.docx"
    ran = process("read", missing, env={"PYTHONIOENCODING": "cp1252"})
    assert ran.code == 10
    assert ran.error.startswith(f"{missing}: the file cannot be opened")


def test_a_reader_of_the_output_that_goes_away_is_no_error() -> None:
    command = [sys.executable, str(ROOT / "cli.py"), "library", "list"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=60) == 0


def test_an_unexpected_error_is_one_line_with_what_to_do(
    run: Runner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr(contractkit.readers, "read", broken)
    ran = run("read", tmp_path / "a.docx")
    assert ran.code == 70
    assert ran.error == (
        "unexpected RuntimeError: a fault of ours "
        "(please report it; CONTRACTKIT_DEBUG=1 shows where)"
    )
    monkeypatch.setenv("CONTRACTKIT_DEBUG", "1")
    with pytest.raises(RuntimeError, match="a fault of ours"):
        run("read", tmp_path / "a.docx")
