"""contractkit verify RETURNED [--issued ISSUED.docx] [--author NAME]"""

from __future__ import annotations

import json
from pathlib import Path

import click

from contractkit.cli.options import (
    FILE,
    json_option,
    library_option,
    limit_option,
    open_library,
    read_limits,
)
from contractkit.cli.report import FINDINGS


@click.command("verify")
@click.argument("returned", type=FILE)
@click.option("--issued", type=FILE, help="The file that was sent, where you have it.")
@click.option(
    "--author",
    "authors",
    metavar="NAME",
    multiple=True,
    help="List only the tracked changes of NAME (can be given again); others are counted.",
)
@library_option
@limit_option
@json_option
def command(
    returned: Path,
    issued: Path | None,
    authors: tuple[str, ...],
    library_dir: Path | None,
    limits: tuple[str, ...],
    as_json: bool,
) -> None:
    """Say from what RETURNED was issued, and whether it still is that, clause by clause.

    Exit code 1 when anything changed, whether with tracked changes or without. What nobody marked
    is told whatever --author says. The manifest in a document tells what it was issued from;
    whoever changed the one could change the other, so --issued is the surest.
    """
    from contractkit.cli.verify_check import check
    from contractkit.cli.verify_report import as_data, lines

    library = open_library(library_dir)
    found = check(returned, issued, library, authors=authors, limits=read_limits(limits))
    if as_json:
        click.echo(json.dumps(as_data(found), ensure_ascii=False, indent=1))
    else:
        for line in lines(found):
            click.echo(line)
    if not found.is_whole:
        click.get_current_context().exit(FINDINGS)
