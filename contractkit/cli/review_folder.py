"""contractkit review FOLDER -o matrix.xlsx"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.cli.options import open_language
from contractkit.cli.output import write_whole
from contractkit.cli.progress import counted
from contractkit.cli.report import FINDINGS, is_grave
from contractkit.errors import ContractKitError, UsageError

if TYPE_CHECKING:
    from contractkit.batch.portfolio import ReviewOrder
    from contractkit.model.comparison import Comparison, Severity


def refuse_for_a_folder(**given: object) -> None:
    """Raises UsageError for an option that has no meaning for many drafts at once."""
    if unfit := [name for name, value in given.items() if value is not None]:
        raise UsageError(f"--{unfit[0]} is for one draft, not for a folder of them")


def review_folder(
    folder: Path, output: Path | None, order: ReviewOrder, *, fail_on: Severity
) -> None:
    """Review every draft in ``folder``, write the workbook, and print a line for each draft.

    Exits 1 for a finding as grave as ``fail_on``; with the code of its family when a file could not
    be reviewed.
    """
    from contractkit.batch.portfolio import drafts_in, review_files
    from contractkit.lang import first_written, language
    from contractkit.report.portfolio import portfolio_workbook

    if output is None or output.suffix.lower() != ".xlsx":
        raise UsageError("the reviews of a folder are one workbook", hint="-o matrix.xlsx")
    open_language(order.language)
    files = drafts_in(folder)
    names = [path.relative_to(folder).as_posix() for path in files]
    compared: dict[str, Comparison] = {}
    errors: dict[str, ContractKitError] = {}
    found = review_files(files, order)
    for name, outcome in zip(names, counted(found, len(files), "review"), strict=True):
        if isinstance(outcome, ContractKitError):
            errors[name] = outcome
        else:
            compared[name] = outcome
    codes = Counter(comparison.base.language for comparison in compared.values())
    words = (language(codes.most_common(1)[0][0]) if codes else first_written("")).labels
    told = {name: str(error) for name, error in errors.items()}
    write_whole(output, portfolio_workbook(compared, told, words))
    for name, comparison in compared.items():
        counts = Counter(finding.severity for finding in comparison.findings)
        tally = ", ".join(f"{words[one]} {counts[one]}" for one in ("high", "medium", "low"))
        click.echo(f"{name}: {comparison.base.title}: {tally}")
    for error in errors.values():
        click.echo(f"error: {error}", err=True)
    click.echo(str(output))
    if errors:
        click.get_current_context().exit(next(iter(errors.values())).exit_code)
    if any(is_grave(comparison, fail_on) for comparison in compared.values()):
        click.get_current_context().exit(FINDINGS)
