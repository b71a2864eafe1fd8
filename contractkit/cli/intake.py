"""contractkit intake TEMPLATE -o values.xlsx | --ask | --schema"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from contractkit.cli.options import (
    FILE,
    force_option,
    language_option,
    library_option,
    open_library,
    output_option,
)
from contractkit.cli.output import refuse_existing, write_whole
from contractkit.errors import UsageError
from contractkit.model.standard import Texts
from contractkit.model.typed import PARTY_FIELDS


@click.command("intake")
@click.argument("template")
@output_option
@language_option
@click.option("--from", "source", type=FILE, help="Values to fill in: YAML, JSON or a workbook.")
@click.option("--ask", is_flag=True, help="Ask in the terminal instead, and give YAML.")
@click.option("--schema", is_flag=True, help="Give a JSON Schema of the values instead.")
@library_option
@force_option
def command(
    template: str,
    output: Path | None,
    language: str | None,
    source: Path | None,
    ask: bool,
    schema: bool,
    library_dir: Path | None,
    force: bool,
) -> None:
    """Make the Excel sheet that asks for the values of TEMPLATE: ``generate`` takes it back.

    Labels and help are in Chinese unless --language says en; texts can be given in both.
    """
    if ask and schema:
        raise UsageError("--ask and --schema exclude one another")
    if not ask and not schema and (output is None or output.suffix.lower() != ".xlsx"):
        raise UsageError("the sheet is an .xlsx file", hint="say -o values.xlsx")
    refuse_existing(output, force=force)
    from contractkit.cli.values import read_given
    from contractkit.intake import json_schema, prefilled, questions, write_intake
    from contractkit.lang import LANGUAGES
    from contractkit.lang import language as language_of

    code = language or next(iter(LANGUAGES))
    tongue = language_of(code)
    library = open_library(library_dir)
    groups = questions(library, template, code)
    title = library.templates[template, code].title
    if schema:
        data = json.dumps(
            json_schema(groups, title=title, language=tongue), ensure_ascii=False, indent=1
        )
        hand_over(f"{data}\n".encode(), output)
        return
    given = read_given(source, library, template).values if source else {}
    asked = {one.variable.name: one.fields for group in groups for one in group.questions}
    if left := list(_not_asked(given, asked)):
        click.echo(f"note: {template} does not ask for {', '.join(left)}: left out", err=True)
        given = {name: value for name, value in given.items() if name in asked}
    filled = prefilled(groups, given, name=source.name if source else "")
    if ask:
        from contractkit.cli.ask import ask_values
        from contractkit.library import write_values

        hand_over(write_values(ask_values(groups, filled, given, tongue)), output)
        return
    assert output is not None  # noqa: S101 - told above
    write_whole(output, write_intake(library, template, groups, filled, language=code))
    count = sum(len(group.questions) for group in groups)
    missing = sum(
        one.required and one.variable.name not in filled
        for group in groups
        for one in group.questions
    )
    click.echo(f"{output}: {title} ({code}), {count} values, {missing} to be filled in")


def _not_asked(given: Mapping[str, object], asked: Mapping[str, Texts]) -> Iterator[str]:
    """The values, and the fields of parties, that no question asks for."""
    for name, value in given.items():
        if name not in asked:
            yield name
        elif asked[name] and isinstance(value, Mapping):
            yield from (
                f"{name}.{field}" for field in PARTY_FIELDS if field in {*value} - {*asked[name]}
            )


def hand_over(data: bytes, output: Path | None) -> None:
    """Write ``data`` to ``output``, or print it."""
    if output is None:
        click.echo(data.decode(), nl=False)
    else:
        write_whole(output, data)
        click.echo(str(output))
