"""How ``review`` and ``compare`` hand over a comparison: a file, JSON, or lines on the terminal."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.cli.output import write_whole
from contractkit.model.comparison import HARMLESS

if TYPE_CHECKING:
    from contractkit.model.comparison import Comparison, Severity

FINDINGS = 1  # the exit code that says: done, and there is something to decide
SEVERITIES = ("high", "medium", "low")
NOTHING = "none"  # ignore no kind at all


def read_kinds(context: click.Context, parameter: click.Parameter, given: str) -> tuple[str, ...]:
    """The kinds of difference that a list with commas names; none for ``none``."""
    kinds = tuple(kind.strip() for kind in given.split(",") if kind.strip())
    if unknown := [kind for kind in kinds if kind not in (*HARMLESS, NOTHING)]:
        raise click.BadParameter(f"{unknown[0]!r} is none of {', '.join((*HARMLESS, NOTHING))}")
    return tuple(kind for kind in kinds if kind != NOTHING)


side_option = click.option(
    "--side",
    type=click.Choice(["payer", "provider"]),
    default="payer",
    show_default=True,
    help="The party that we act for.",
)
ignore_option = click.option(
    "--ignore",
    "ignored",
    metavar="KINDS",
    default=",".join(HARMLESS),
    callback=read_kinds,
    help="Differences of form to count and not to report, with commas: "
    f"{', '.join(HARMLESS)}. All by default; {NOTHING} reports them all.",
)
fail_on_option = click.option(
    "--fail-on",
    type=click.Choice(SEVERITIES),
    default="low",
    show_default=True,
    help="The severity of a finding from which the exit code is 1.",
)


def hand_over(
    comparison: Comparison,
    output: Path | None,
    *,
    as_json: bool,
    review: bool,
    fail_on: Severity,
) -> None:
    """Write ``output`` by its suffix, print, and exit 1 for a finding as grave as ``fail_on``."""
    from contractkit.report import render

    if output is not None:
        write_whole(output, render(comparison, output.suffix.lstrip("."), review=review))
    if as_json:
        click.echo(render(comparison, "json", review=review).decode())
    else:
        click.echo(_printed(comparison), nl=False)
        if output is not None:
            click.echo(str(output))
    if is_grave(comparison, fail_on):
        click.get_current_context().exit(FINDINGS)


def is_grave(comparison: Comparison, fail_on: Severity) -> bool:
    """Whether something was found that is as grave as ``fail_on``."""
    grave = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    return any(finding.severity in grave for finding in comparison.findings)


def _printed(comparison: Comparison) -> str:
    """The comparison wrapped for a terminal; into a pipe, a line for each finding."""
    from contractkit.report import comparison_terminal, render

    if not sys.stdout.isatty():
        return render(comparison, "txt").decode()
    return comparison_terminal(comparison, shutil.get_terminal_size().columns, colour=True)
