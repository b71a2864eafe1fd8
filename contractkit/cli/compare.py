"""contractkit compare BASE [OTHER]"""

from __future__ import annotations

from dataclasses import replace
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
    open_library,
    output_option,
    read_limits,
)
from contractkit.cli.output import refuse_existing
from contractkit.cli.report import fail_on_option, hand_over, ignore_option, side_option
from contractkit.errors import UsageError

if TYPE_CHECKING:
    from contractkit.lang.base import Language
    from contractkit.model.agreement import Agreement
    from contractkit.model.comparison import Role, Severity
    from contractkit.ooxml.package import Limits


@click.command("compare")
@click.argument("base", type=FILE)
@click.argument("other", type=FILE, required=False)
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
    other: Path | None,
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

    Where OTHER is BASE in another language, what is told is whether both say the same: values,
    parties, strength of duties, references, clauses that one of them lacks; the report is in the
    language of BASE. A BASE in two columns without OTHER is its left column held against the right.
    The output's suffix says its form: .html, .xlsx, .md, .json or .txt.
    """
    refuse_existing(output, force=force)
    from contractkit.compare import compare
    from contractkit.extract import references

    encoder = open_encoder(wanted=embeddings)
    one, two = _sides(base, other, open_language(language), read_limits(limits))
    result = compare(
        one,
        two,
        library=open_library(None) if one.language != two.language else None,
        side=side,
        references=(references(one), references(two)),
        ignore=ignored,
        encoder=encoder,
    )
    hand_over(result, output, as_json=as_json, review=False, fail_on=fail_on)


def _sides(
    base: Path, other: Path | None, language: Language | None, limits: Limits
) -> tuple[Agreement, Agreement]:
    """Both files, or both columns of one. Raises UsageError for one that has no two columns."""
    from contractkit.lang import detect
    from contractkit.lang import language as language_of
    from contractkit.readers import read
    from contractkit.readers.columns import OTHER_SIDE

    one = read(base, language=language, limits=limits)
    if other is not None:
        return one, read(other, language=language, limits=limits)
    beside = "\n".join(block.text for block in one.asides if block.story == OTHER_SIDE)
    if not beside:
        raise UsageError(
            "compare takes two files, or one in two columns of two languages", where=str(base)
        )
    two = read(base, language=detect(beside), limits=limits)
    chosen = language_of(one.language).labels["note.columns"].partition("{")[0]
    notes = tuple(note for note in one.notes if not note.startswith(chosen))  # both are read here
    return one, replace(two, notes=notes)
