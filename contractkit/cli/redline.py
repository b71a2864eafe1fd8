"""contractkit redline BASE OTHER OUT"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import click

from contractkit.cli.options import FILE, force_option, limit_option, output_option, read_limits
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
@click.argument("other", type=FILE)
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
@limit_option
@force_option
def command(
    base: Path,
    other: Path,
    out: Path | None,
    output: Path | None,
    author: str,
    when: dt.datetime,
    revisions: str,
    allow_inexact: bool,
    limits: tuple[str, ...],
    force: bool,
) -> None:
    """Write the Word file OUT: BASE with tracked changes that lead to OTHER.

    Accepting all of them gives OTHER, rejecting all gives BASE; the result is checked for that
    before it is written.
    """
    if (out is None) == (output is None):
        raise UsageError("name one output", hint="contractkit redline BASE OTHER -o OUT.docx")
    target = output or out
    assert target is not None  # noqa: S101 - one of the two is given
    refuse_existing(target, force=force)
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
