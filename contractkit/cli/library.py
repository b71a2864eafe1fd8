"""contractkit library check | list | show"""

from __future__ import annotations

import json
from pathlib import Path

import click

from contractkit.cli.options import json_option, language_option, library_option, open_library
from contractkit.cli.report import FINDINGS
from contractkit.errors import UsageError


@click.group("library")
def command() -> None:
    """Check, list and show the clause library."""


@command.command("check")
@library_option
@json_option
def check_command(library_dir: Path | None, as_json: bool) -> None:
    """Print every problem of the library as file:line:column: message. Exit code 1 if any."""
    from contractkit.library import check, default_root

    problems = check(library_dir or default_root())
    if as_json:
        rows = [
            {"file": p.file, "line": p.line, "column": p.column, "message": p.message}
            for p in problems
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
    else:
        for problem in problems:
            click.echo(str(problem))
        click.echo(f"{len(problems)} problems")
    if problems:
        click.get_current_context().exit(FINDINGS)


@command.command("list")
@library_option
@json_option
def list_command(library_dir: Path | None, as_json: bool) -> None:
    """List the clauses with version, effective date, severity and titles."""
    library = open_library(library_dir)
    clauses = sorted(library.clauses.values(), key=lambda clause: clause.id)
    if as_json:
        rows = [
            {
                "id": clause.id,
                "version": clause.version,
                "effective": clause.effective,
                "severity": clause.severity,
                "title": dict(clause.title),
            }
            for clause in clauses
        ]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for clause in clauses:
        titles = " · ".join(clause.title.values())
        click.echo(
            f"{clause.id}  {clause.version}  {clause.effective}  {clause.severity}  {titles}"
        )


@command.command("show")
@click.argument("clause_id")
@language_option
@library_option
def show_command(clause_id: str, language: str | None, library_dir: Path | None) -> None:
    """Print a clause: its text as it is kept, its basis, its fallbacks."""
    library = open_library(library_dir)
    clause = library.clauses.get(clause_id)
    if clause is None:
        raise UsageError(f"there is no clause {clause_id}", hint="contractkit library list")
    for code in [language] if language else clause.texts:
        if code not in clause.texts:
            raise UsageError(f"{clause_id} has no text in {code}")
        click.echo(f"{clause.title[code]} ({clause.id}, {clause.version}, {clause.effective})\n")
        click.echo(clause.texts[code].source.rstrip() + "\n")
        for number, fallback in enumerate(clause.fallbacks, 1):
            click.echo(f"fallback {number}:\n\n{fallback[code].source.rstrip()}\n")
    for basis in clause.basis:
        click.echo(basis)
