"""contractkit read FILE"""

from __future__ import annotations

import json
from pathlib import Path

import click

from contractkit.cli.options import (
    FILE,
    json_option,
    language_option,
    limit_option,
    open_language,
    part_option,
    read_limits,
)

TEXT = 60  # characters of a clause's text on its line


@click.command("read")
@click.argument("file", type=FILE)
@language_option
@part_option
@limit_option
@json_option
def command(
    file: Path, language: str | None, part: int | None, limits: tuple[str, ...], as_json: bool
) -> None:
    """Print the clause tree of FILE: a line a clause, with its number, heading and first words."""
    from contractkit.readers import read

    agreement = read(file, language=open_language(language), part=part, limits=read_limits(limits))
    if as_json:
        data = {
            "title": agreement.title,
            "language": agreement.language,
            "parties": [
                {"title": party.title, "role": party.role, "name": party.name}
                for party in agreement.parties
            ],
            "clauses": agreement.outline(),
            "notes": list(agreement.notes),
        }
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    click.echo(f"{agreement.title or file.name} ({agreement.language})")
    for party in agreement.parties:
        click.echo(f"{party.title}: {party.name}")
    for level, clause in agreement.walk():
        text = " ".join(clause.text.split())
        text = text if len(text) <= TEXT else f"{text[:TEXT]}…"
        parts = (clause.label, clause.heading, f"| {text}" if text else "")
        click.echo("  " * level + " ".join(part for part in parts if part))
    for note in agreement.notes:
        click.echo(f"note: {note}", err=True)
