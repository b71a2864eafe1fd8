"""How ``review`` and ``compare`` hand over a comparison: a file, JSON, or lines on the terminal."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.cli.output import write_whole

if TYPE_CHECKING:
    from contractkit.model.comparison import Comparison

FINDINGS = 1  # the exit code that says: done, and there is something to decide


def hand_over(comparison: Comparison, output: Path | None, *, as_json: bool, review: bool) -> None:
    """Write ``output`` by its suffix, print, and exit 1 when there are findings."""
    from contractkit.report import render

    if output is not None:
        write_whole(output, render(comparison, output.suffix.lstrip("."), review=review))
    if as_json:
        click.echo(render(comparison, "json", review=review).decode())
    else:
        click.echo(_printed(comparison), nl=False)
        if output is not None:
            click.echo(str(output))
    if comparison.findings:
        click.get_current_context().exit(FINDINGS)


def _printed(comparison: Comparison) -> str:
    """The comparison wrapped for a terminal; into a pipe, a line for each finding."""
    from contractkit.report import comparison_terminal, render

    if not sys.stdout.isatty():
        return render(comparison, "txt").decode()
    return comparison_terminal(comparison, shutil.get_terminal_size().columns, colour=True)
