"""contractkit generate TEMPLATE VALUES -o OUT.docx"""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.cli.options import (
    FILE,
    force_option,
    json_option,
    library_option,
    open_library,
)
from contractkit.cli.output import refuse_existing, write_whole
from contractkit.errors import AssemblyError

if TYPE_CHECKING:
    from contractkit.compare.lawful import Unlawful
    from contractkit.intake import Intake
    from contractkit.model.agreement import Agreement
    from contractkit.model.standard import Library


@click.command("generate")
@click.argument("template")
@click.argument("values", type=FILE)
@click.option("-o", "--output", type=FILE, required=True, help="The .docx to write.")
@click.option(
    "--language",
    metavar="zh|en|both",
    help="The language; told from the values when not given.",
)
@click.option(
    "--on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Use the clauses in force on that day.",
)
@click.option("--pdf", is_flag=True, help="Make a PDF beside it too, by LibreOffice.")
@library_option
@force_option
@json_option
def command(
    template: str,
    values: Path,
    output: Path,
    language: str | None,
    on: datetime.datetime | None,
    pdf: bool,
    library_dir: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """Make an agreement from TEMPLATE and a file of VALUES: the intake sheet, YAML or JSON.

    Without --language the agreement is in the language of the sheet; from YAML and JSON it is in
    Chinese when any value is, else in English. With --language both it has two columns.
    """
    printed = output.with_suffix(".pdf") if pdf else None
    for path in (output, printed):
        refuse_existing(path, force=force)
    from contractkit.cli.values import read_given
    from contractkit.writers import write_pdf

    library = open_library(library_dir)
    given = read_given(values, library, template)
    code = language or given.language or _language_of(given.values)
    issued = _assembled(library, template, given, code, on)
    agreement = issued[0]
    told = _lawful(issued, library, template)
    data = _printed(library, template, issued, output.suffix)
    write_whole(output, data)
    for note in (*agreement.notes, *told):
        click.echo(f"note: {note}", err=True)
    if as_json:
        click.echo(json.dumps(agreement.outline(), ensure_ascii=False, indent=1))
    else:
        clauses = sum(clause.kind == "clause" for _, clause in agreement.walk())
        click.echo(f"{output}: {agreement.title} ({code}), {clauses} clauses")
    if printed is not None:
        write_whole(printed, write_pdf(data, name=str(printed)))
        if not as_json:
            click.echo(str(printed))


def _assembled(
    library: Library, template: str, given: Intake, code: str, on: datetime.datetime | None
) -> tuple[Agreement, ...]:
    """The agreement; in two languages, the one of the left column and that of the right."""
    from contractkit.assembly import assemble, assemble_columns
    from contractkit.model.standard import BOTH

    day, origins = on.date() if on else None, given.origins
    if code == BOTH:
        return assemble_columns(library, template, given.values, on=day, origins=origins)
    return (assemble(library, template, given.values, language=code, on=day, origins=origins),)


def _lawful(issued: tuple[Agreement, ...], library: Library, template: str) -> list[Unlawful]:
    """What a person should know of the rules of law that the agreement breaks.

    Raises AssemblyError when one of them weighs so much that nobody may agree otherwise.
    """
    from contractkit.compare.lawful import breaches_of, forbids
    from contractkit.lang import language

    found = [one for agreement in issued for one in breaches_of(agreement, library, template)]
    if forbids(found):
        lines = [language(issued[0].language).labels["unlawful"], *map(str, found)]
        raise AssemblyError("\n  ".join(lines))
    return found


def _printed(library: Library, template: str, issued: tuple[Agreement, ...], suffix: str) -> bytes:
    """The file of the agreement, of both columns where there are two."""
    from contractkit.assembly import find_look
    from contractkit.model.standard import BOTH
    from contractkit.writers import write, write_columns

    first = issued[0]
    look = library.templates[template, first.language].look
    if len(issued) == 1:
        page = library.looks[first.language, look]
        return write(first, suffix, look=page, look_name=look)
    page = find_look(library, BOTH, look)
    return write_columns(first, issued[1], suffix, look=page, look_name=look)


def _language_of(values: Mapping[str, object]) -> str:
    """The language that an agreement of ``values`` is in when nobody says."""
    from contractkit.lang import first_written

    return first_written(json.dumps(values, ensure_ascii=False)).code
