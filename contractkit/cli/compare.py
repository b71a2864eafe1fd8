"""contractkit compare BASE OTHER"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.cli.embeddings import embeddings_option, open_encoder
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
from contractkit.cli.report import fail_on_option, hand_over, ignore_option, side_option

if TYPE_CHECKING:
    from contractkit.model.comparison import Role, Severity


@click.command("compare")
@click.argument("base", type=FILE)
@click.argument("other", type=FILE)
@side_option
@ignore_option
@fail_on_option
@embeddings_option
@output_option
@language_option
@limit_option
@force_option
@json_option
def command(
    base: Path,
    other: Path,
    side: Role,
    ignored: tuple[str, ...],
    fail_on: Severity,
    embeddings: bool,
    output: Path | None,
    language: str | None,
    limits: tuple[str, ...],
    force: bool,
    as_json: bool,
) -> None:
    """Compare BASE with OTHER, clause by clause. Exit code 1 when they differ in what they mean.

    The output's suffix says its form: .html, .xlsx, .md, .json or .txt.
    """
    refuse_existing(output, force=force)
    from contractkit.compare import compare
    from contractkit.extract import references
    from contractkit.readers import read

    tongue, allowed = open_language(language), read_limits(limits)
    one, two = (read(path, language=tongue, limits=allowed) for path in (base, other))
    cited = (references(one), references(two))
    encoder = open_encoder(wanted=embeddings)
    result = compare(one, two, side=side, references=cited, ignore=ignored, encoder=encoder)
    hand_over(result, output, as_json=as_json, review=False, fail_on=fail_on)
