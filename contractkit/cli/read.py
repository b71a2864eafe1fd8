"""contractkit read FILE"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from contractkit.model.agreement import Agreement
    from contractkit.model.document import Block, Revisions

TEXT = 60  # characters of a clause's text on its line


@click.command("read")
@click.argument("file", type=FILE)
@language_option
@part_option
@click.option(
    "--revisions",
    type=click.Choice(["accept", "reject", "both"]),
    default="accept",
    show_default=True,
    help="As what tracked changes are read.",
)
@limit_option
@json_option
def command(
    file: Path,
    language: str | None,
    part: int | None,
    revisions: Revisions,
    limits: tuple[str, ...],
    as_json: bool,
) -> None:
    """Print the clause tree of FILE: a line a clause, with its number, heading and first words."""
    from contractkit.readers import read
    from contractkit.readers.frame import clause_kinds, closing_parts, preamble_parts

    agreement = read(
        file,
        language=open_language(language),
        part=part,
        limits=read_limits(limits),
        revisions=revisions,
    )
    if as_json:
        data = {
            "title": agreement.title,
            "language": agreement.language,
            "parties": [
                {"title": party.title, "role": party.role, "name": party.name}
                for party in agreement.parties
            ],
            "preamble": _parts(preamble_parts(agreement)),
            "clauses": [
                {**node, "kind": kind}
                for node, kind in zip(agreement.outline(), clause_kinds(agreement), strict=True)
            ],
            "closing": _parts(closing_parts(agreement)),
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
    for note in (*agreement.notes, *_dangling(agreement)):
        click.echo(f"note: {note}", err=True)


def _parts(found: Iterable[tuple[str, Block]]) -> list[dict[str, str]]:
    """What stands around the clauses as JSON: of each paragraph what it is, and its text."""
    return [{"kind": kind, "text": block.text} for kind, block in found]


def _dangling(agreement: Agreement) -> Iterator[str]:
    """A note for each reference to a clause that the agreement does not have."""
    from contractkit.extract import references
    from contractkit.lang import language

    sentence = language(agreement.language).labels["note.dangling"]
    for one in references(agreement):
        if one.status == "dangling":
            yield sentence.format(clause=one.clause, text=one.text)
