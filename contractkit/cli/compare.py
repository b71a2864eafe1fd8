"""contractkit compare BASE OTHER"""

from __future__ import annotations

from pathlib import Path

import click

from contractkit.cli.options import (
    FILE,
    force_option,
    json_option,
    language_option,
    limit_option,
    open_language,
    output_option,
    read_limits,
)
from contractkit.cli.output import refuse_existing
from contractkit.cli.report import hand_over


@click.command("compare")
@click.argument("base", type=FILE)
@click.argument("other", type=FILE)
@output_option
@language_option
@limit_option
@force_option
@json_option
def command(
    base: Path,
    other: Path,
    output: Path | None,
    language: str | None,
    limits: tuple[str, ...],
    force: bool,
    as_json: bool,
) -> None:
    """Compare BASE with OTHER, clause by clause. Exit code 1 when they differ.

    The output's suffix says its form: .html, .xlsx, .md, .json or .txt.
    """
    refuse_existing(output, force=force)
    from contractkit.compare import compare
    from contractkit.readers import read

    tongue, allowed = open_language(language), read_limits(limits)
    sides = [read(path, language=tongue, limits=allowed) for path in (base, other)]
    hand_over(compare(*sides), output, as_json=as_json, review=False)
