"""contractkit review INCOMING --against TEMPLATE|FILE"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.cli.embeddings import embeddings_option, open_encoder
from contractkit.cli.options import (
    FILE,
    cache_folder,
    force_option,
    json_option,
    language_option,
    library_option,
    limit_option,
    open_language,
    open_library,
    output_option,
    part_option,
    read_limits,
)
from contractkit.cli.output import refuse_existing, write_whole
from contractkit.cli.redline import author_option, date_option
from contractkit.cli.report import fail_on_option, hand_over, ignore_option, side_option
from contractkit.cli.review_folder import refuse_for_a_folder, review_folder
from contractkit.cli.values import read_given
from contractkit.errors import UsageError
from contractkit.files import read_bytes

if TYPE_CHECKING:
    from contractkit.lang.base import Language
    from contractkit.model.agreement import Agreement
    from contractkit.model.comparison import Comparison, Role, Severity
    from contractkit.ooxml.package import Limits


@click.command("review")
@click.argument("incoming", type=FILE)
@click.option(
    "--against",
    metavar="TEMPLATE|FILE",
    help="What to hold it against; found by itself when not given.",
)
@click.option(
    "--redline",
    "redlined",
    type=FILE,
    help="Write the draft with our findings as comments and our wording as tracked changes.",
)
@author_option
@date_option
@click.option("--values", type=FILE, help="Fill the standard clauses with these values.")
@side_option
@ignore_option
@fail_on_option
@embeddings_option
@output_option
@language_option
@part_option
@library_option
@limit_option
@force_option
@json_option
def command(
    incoming: Path,
    against: str | None,
    redlined: Path | None,
    author: str,
    when: dt.datetime,
    values: Path | None,
    side: Role,
    ignored: tuple[str, ...],
    fail_on: Severity,
    embeddings: bool,
    output: Path | None,
    language: str | None,
    part: int | None,
    library_dir: Path | None,
    limits: tuple[str, ...],
    force: bool,
    as_json: bool,
) -> None:
    """Hold the draft INCOMING against the standard clauses of a template, or an issued file.

    Of a folder every draft in it is reviewed, and the output is one workbook: -o matrix.xlsx.
    Exit code 1 when a finding is as grave as --fail-on says. The output's suffix says its form:
    .html, .xlsx, .md, .json or .txt. Variables without a value stand in the standard clauses by
    their defaults, or as blanks.
    """
    refuse_existing(output, force=force)
    refuse_existing(redlined, force=force)
    allowed = read_limits(limits)
    encoder = open_encoder(wanted=embeddings)
    if incoming.is_dir():
        from contractkit.batch.portfolio import ReviewOrder
        from contractkit.library import default_root

        refuse_for_a_folder(
            redlined=redlined,
            values=values,
            part=part,
            json=as_json or None,
        )
        root = library_dir or default_root()
        order = ReviewOrder(
            root, against, language, side, ignored, allowed, embeddings, cache_folder()
        )
        review_folder(incoming, output, order, fail_on=fail_on)
        return
    from contractkit.batch.standards import review, standard_for
    from contractkit.readers import read

    library = open_library(library_dir)
    tongue = open_language(language)
    draft = read(incoming, language=tongue, part=part, limits=allowed)
    standard = standard_for(
        library,
        draft,
        against=against,
        values=(lambda name: read_given(values, library, name).values) if values else None,
        language=tongue,
        limits=allowed,
    )
    for note in standard.notes:
        click.echo(f"note: {note}", err=True)
    result = review(library, draft, standard, side=side, ignore=ignored, encoder=encoder)
    if redlined is not None:
        _redline(incoming, draft, result, redlined, tongue, allowed, author, when)
    hand_over(result, output, as_json=as_json, review=True, fail_on=fail_on)


def _redline(
    incoming: Path,
    draft: Agreement,
    result: Comparison,
    target: Path,
    language: Language | None,
    limits: Limits,
    author: str,
    when: dt.datetime,
) -> None:
    """Write the draft with what we propose. Raises UsageError unless it is a .docx."""
    from contractkit.compare.advice import advise
    from contractkit.ooxml.package import ZIP_MAGIC
    from contractkit.readers import document
    from contractkit.redline.propose import propose

    data = read_bytes(incoming)
    if not data.startswith(ZIP_MAGIC):
        raise UsageError("--redline writes into a .docx", where=str(incoming))
    read = document(data, incoming.name, language=language, limits=limits)
    write_whole(target, propose(data, read, advise(result, draft), author=author, when=when))
    click.echo(str(target), err=True)
