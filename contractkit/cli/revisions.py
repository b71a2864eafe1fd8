"""contractkit revisions FILE"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.cli.options import (
    FILE,
    force_option,
    json_option,
    limit_option,
    output_option,
    read_limits,
)
from contractkit.cli.output import refuse_existing, write_whole
from contractkit.errors import UsageError
from contractkit.files import read_bytes

if TYPE_CHECKING:
    from contractkit.ooxml.package import Limits, Package
    from contractkit.ooxml.revisions import Revision

TEXT = 60  # characters of a change's text on its line


@click.command("revisions")
@click.argument("file", type=FILE)
@click.option("--accept", "deed", flag_value="accept", help="Accept those that are listed.")
@click.option("--reject", "deed", flag_value="reject", help="Reject those that are listed.")
@click.option("--author", help="Only those of this author.")
@click.option("--kind", help="Only those of this kind: ins, del, moveFrom, rPrChange …")
@click.option("--clause", metavar="N", help="Only those in the clause of this number, as printed.")
@output_option
@limit_option
@force_option
@json_option
def command(
    file: Path,
    deed: str | None,
    author: str | None,
    kind: str | None,
    clause: str | None,
    output: Path | None,
    limits: tuple[str, ...],
    force: bool,
    as_json: bool,
) -> None:
    """List the tracked changes of the Word file FILE: author, date, kind, clause and text.

    With --accept or --reject those that are listed are resolved, and the file is written to -o.
    """
    if bool(deed) != bool(output):
        raise UsageError("--accept and --reject go with -o OUT.docx, and -o with one of them")
    refuse_existing(output, force=force)
    from contractkit.ooxml import revisions as tracked
    from contractkit.ooxml.package import open_package

    allowed = read_limits(limits)
    package = open_package(read_bytes(file), name=file.name, limits=allowed)
    clauses = _clauses(package, allowed)

    def wanted(revision: Revision) -> bool:
        return (
            (author is None or revision.author == author)
            and (kind is None or revision.kind == kind)
            and (clause is None or clauses.get(revision.block, "") == clause)
        )

    found = [(r, clauses.get(r.block, "")) for r in tracked.revisions(package) if wanted(r)]
    if output is not None:
        (tracked.accept if deed == "accept" else tracked.reject)(package, wanted)
        write_whole(output, package.save())
    if as_json:
        rows = [{**asdict(revision), "clause": number} for revision, number in found]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for revision, number in found:
        click.echo(_line(revision, number))
    if output is not None:
        click.echo(str(output))


def _line(revision: Revision, clause: str) -> str:
    text = " ".join(revision.text.split())
    text = text if len(text) <= TEXT else f"{text[:TEXT]}…"
    fields = (revision.date, revision.author, revision.kind, clause, text)
    return "\t".join(field or "-" for field in fields)


def _clauses(package: Package, limits: Limits) -> dict[int, str]:
    """The printed number of the clause that each block of the body stands in."""
    from contractkit.ooxml.revisions import settled
    from contractkit.readers import document, outline

    read = document(settled(package).save(), package.name, limits=limits)
    numbers = {at: clause.cited if clause else "" for at, clause in outline(read).standing()}
    found: dict[int, str] = {}
    last = ""
    for count, block in enumerate(b for b in read.blocks if b.story == "body"):
        last = numbers.get(block.index, last)
        found.setdefault(block.place.block if block.place else count, last)
    return found
