"""contractkit redline BASE OTHER OUT"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from contractkit.cli.options import (
    FILE,
    force_option,
    language_option,
    library_option,
    limit_option,
    output_option,
    read_limits,
)
from contractkit.cli.output import refuse_existing, write_whole
from contractkit.errors import UsageError
from contractkit.files import read_bytes

AUTHOR = "contractkit"


def read_date(context: click.Context, parameter: click.Parameter, given: str | None) -> dt.datetime:
    """The time that stands on the changes: what was given, in UTC when it names no zone, or now."""
    if given is None:
        return dt.datetime.now(dt.UTC)
    try:
        when = dt.datetime.fromisoformat(given)
    except ValueError as error:
        raise click.BadParameter(f"{given!r} is not a date such as 2026-01-31") from error
    return when if when.tzinfo else when.replace(tzinfo=dt.UTC)


author_option = click.option(
    "--author", default=AUTHOR, show_default=True, help="Whose changes they are."
)
date_option = click.option(
    "--date", "when", metavar="ISO", callback=read_date, help="When they were made; now by default."
)


@click.command("redline")
@click.argument("base", type=FILE)
@click.argument("other", type=FILE, required=False)
@click.argument("out", type=FILE, required=False)
@output_option
@author_option
@date_option
@click.option(
    "--revisions",
    type=click.Choice(["accept", "reject", "keep"]),
    default="accept",
    show_default=True,
    help="What becomes of tracked changes that the files hold already.",
)
@click.option(
    "--allow-inexact",
    is_flag=True,
    help="Write it even if accepting or rejecting all would not give the two files back.",
)
@click.option("--text", metavar="CLAUSE|FILE", help="Propose this in BASE, which stays otherwise.")
@click.option("--after", metavar="N", help="… behind the clause of this number, as printed.")
@click.option("--replace", metavar="N", help="… as the text of the clause of this number.")
@click.option("--comment", metavar="REASON", help="… with this reason as a comment in Word.")
@click.option("--values", type=FILE, help="… with these values in it.")
@language_option
@library_option
@limit_option
@force_option
def command(
    base: Path,
    other: Path | None,
    out: Path | None,
    output: Path | None,
    author: str,
    when: dt.datetime,
    revisions: str,
    allow_inexact: bool,
    text: str | None,
    after: str | None,
    replace: str | None,
    comment: str | None,
    values: Path | None,
    language: str | None,
    library_dir: Path | None,
    limits: tuple[str, ...],
    force: bool,
) -> None:
    """Write the Word file OUT: BASE with tracked changes that lead to OTHER.

    Accepting all of them gives OTHER, rejecting all gives BASE; the result is checked for that
    before it is written.

    With --text, there is no OTHER: a standard clause, by its id, or the text in a file is proposed
    in BASE, behind one of its clauses or in the place of one.
    """
    target = output or out
    if (other is None) == (text is None):
        raise UsageError("name OTHER, or what to propose in BASE by --text")
    if target is None or (out is not None and output is not None):
        raise UsageError("name one output", hint="contractkit redline BASE OTHER -o OUT.docx")
    refuse_existing(target, force=force)
    if text is not None:
        from contractkit.cli.propose import Wanted, write_proposal

        wanted = Wanted(text, after, replace, comment, values, language, library_dir)
        write_proposal(base, target, wanted, author=author, when=when, limits=read_limits(limits))
        click.echo(str(target))
        return
    assert other is not None  # noqa: S101 - told above
    from contractkit.redline import redline

    data = redline(
        read_bytes(base),
        read_bytes(other),
        author=author,
        when=when,
        revisions=revisions,
        name_base=base.name,
        name_other=other.name,
        limits=read_limits(limits),
        allow_inexact=allow_inexact,
    )
    write_whole(target, data)
    click.echo(str(target))
