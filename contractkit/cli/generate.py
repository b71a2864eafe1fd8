"""contractkit generate TEMPLATE VALUES -o OUT.docx"""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import click

from contractkit.cli.options import (
    FILE,
    force_option,
    json_option,
    library_option,
    open_library,
)
from contractkit.cli.output import refuse_existing, write_whole


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
@library_option
@force_option
@json_option
def command(
    template: str,
    values: Path,
    output: Path,
    language: str | None,
    on: datetime.datetime | None,
    library_dir: Path | None,
    force: bool,
    as_json: bool,
) -> None:
    """Make an agreement from TEMPLATE and a file of VALUES (YAML or JSON).

    Without --language the agreement is in Chinese when any value is, else in English; with
    --language both it has two columns.
    """
    refuse_existing(output, force=force)
    from contractkit.assembly import assemble, assemble_columns, find_look
    from contractkit.lang import first_written
    from contractkit.library import read_values_file
    from contractkit.model.standard import BOTH
    from contractkit.writers import write, write_columns

    given = read_values_file(values)
    library = open_library(library_dir)
    code = language or first_written(json.dumps(given, ensure_ascii=False)).code
    day = on.date() if on else None
    if code == BOTH:
        agreement, other = assemble_columns(library, template, given, on=day)
        look = library.templates[template, agreement.language].look
        page = find_look(library, BOTH, look)
        data = write_columns(agreement, other, output.suffix, look=page, look_name=look)
    else:
        agreement = assemble(library, template, given, language=code, on=day)
        look = library.templates[template, code].look
        data = write(agreement, output.suffix, look=library.looks[code, look], look_name=look)
    write_whole(output, data)
    if as_json:
        click.echo(json.dumps(agreement.outline(), ensure_ascii=False, indent=1))
    else:
        clauses = sum(clause.kind == "clause" for _, clause in agreement.walk())
        click.echo(f"{output}: {agreement.title} ({code}), {clauses} clauses")
