"""contractkit library check | list | show | search | history | lock"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from contractkit.cli.options import json_option, language_option, library_option, open_library
from contractkit.cli.output import write_whole
from contractkit.cli.report import FINDINGS
from contractkit.errors import UsageError

if TYPE_CHECKING:
    from contractkit.library.history import Step, Stretch
    from contractkit.model.standard import Library, StandardClause


@click.group("library")
def command() -> None:
    """Check, list, show and search the clause library."""


@command.command("check")
@library_option
@json_option
def check_command(library_dir: Path | None, as_json: bool) -> None:
    """Print every problem of the library as file:line:column: message. Exit code 1 if any."""
    from contractkit.library import default_root
    from contractkit.library.check import check

    problems = check(library_dir or default_root())
    if as_json:
        _print_json(
            [
                {"file": p.file, "line": p.line, "column": p.column, "message": p.message}
                for p in problems
            ]
        )
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
        _print_json([_summary(clause) for clause in clauses])
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
@json_option
def show_command(
    clause_id: str, language: str | None, library_dir: Path | None, as_json: bool
) -> None:
    """Print a clause: its text as it is kept, its basis, its fallbacks."""
    clause = _find(open_library(library_dir), clause_id)
    codes = [language] if language else list(clause.texts)
    for code in codes:
        if code not in clause.texts:
            raise UsageError(f"{clause_id} has no text in {code}")
    if as_json:
        _print_json(_whole(clause, codes))
        return
    for code in codes:
        click.echo(f"{clause.title[code]} ({clause.id}, {clause.version}, {clause.effective})\n")
        click.echo(clause.texts[code].source.rstrip() + "\n")
        for number, fallback in enumerate(clause.fallbacks, 1):
            click.echo(f"fallback {number}:\n\n{fallback[code].source.rstrip()}\n")
    for basis in clause.basis:
        click.echo(basis)


@command.command("search")
@click.argument("words", nargs=-1, required=True)
@language_option
@library_option
@click.option("--most", type=click.IntRange(min=1), default=10, help="How many to print.")
@json_option
def search_command(
    words: tuple[str, ...],
    language: str | None,
    library_dir: Path | None,
    most: int,
    as_json: bool,
) -> None:
    """Find clauses by WORDS in either language, the best first. Exit code 1 when there are none."""
    from contractkit.library.search import search

    hits = search(open_library(library_dir), " ".join(words), language=language)[:most]
    if as_json:
        _print_json(
            [{**_summary(hit.clause), "language": hit.language, "score": hit.score} for hit in hits]
        )
    else:
        for hit in hits:
            title = hit.clause.title[hit.language]
            click.echo(f"{hit.clause.id}  {title}\n    {hit.snippet}")
    if not hits:
        click.echo("nothing found: try fewer words, or those of the other language", err=True)
        click.get_current_context().exit(FINDINGS)


@command.command("history")
@click.argument("clause_id")
@language_option
@library_option
@json_option
def history_command(
    clause_id: str, language: str | None, library_dir: Path | None, as_json: bool
) -> None:
    """Print the versions of a clause, the newest first, each as a redline against the one before.

    Deleted text stands in [-…-] and inserted text in {+…+}; on a terminal in colour.
    """
    from contractkit.library.history import history

    clause = _find(open_library(library_dir), clause_id)
    steps = history(clause)
    if as_json:
        _print_json([_step(step, language) for step in steps])
        return
    for step in steps:
        version = step.clause
        click.echo(
            f"{version.version}  {version.effective}  {version.status}  {version.owner}\n"
            f"    {version.change}"
        )
        for line in step.variables:
            click.echo(f"    {line}")
        for text in step.texts:
            if language in (None, text.language):
                click.echo(f"\n{text.name}.{text.language}")
                click.echo("".join(map(_marked, text.stretches)))
        click.echo()


@command.command("lock")
@library_option
def lock_command(library_dir: Path | None) -> None:
    """Note the digest of each published text, so that a later change without a new version shows.

    What is noted is never taken back. The library must have no other problem.
    """
    from contractkit.library import default_root
    from contractkit.library.versions import lock

    path, count = lock(library_dir or default_root(), write_whole)
    click.echo(f"{path}: {count} texts added")


def _find(library: Library, clause_id: str) -> StandardClause:
    clause = library.clauses.get(clause_id)
    if clause is None:
        raise UsageError(
            f"there is no clause {clause_id}", hint="contractkit library list, or search WORDS"
        )
    return clause


def _summary(clause: StandardClause) -> dict[str, Any]:
    return {
        "id": clause.id,
        "version": clause.version,
        "effective": clause.effective,
        "severity": clause.severity,
        "title": dict(clause.title),
    }


def _whole(clause: StandardClause, codes: list[str]) -> dict[str, Any]:
    return {
        **_summary(clause),
        "status": clause.status,
        "owner": clause.owner,
        "change": clause.change,
        "basis": list(clause.basis),
        "when": {name: list(values) for name, values in clause.when.items()},
        "needs": list(clause.needs),
        "excludes": list(clause.excludes),
        "variables": list(clause.variables),
        "texts": {code: clause.texts[code].source for code in codes},
        "fallbacks": [{code: one[code].source for code in codes} for one in clause.fallbacks],
        "versions": [version.version for version in clause.versions()],
    }


def _step(step: Step, language: str | None) -> dict[str, Any]:
    return {
        "version": step.clause.version,
        "effective": step.clause.effective,
        "status": step.clause.status,
        "owner": step.clause.owner,
        "change": step.clause.change,
        "variables": list(step.variables),
        "texts": [
            {
                "name": text.name,
                "language": text.language,
                "redline": [{"op": one.op, "text": one.text} for one in text.stretches],
            }
            for text in step.texts
            if language in (None, text.language)
        ],
    }


def _marked(stretch: Stretch) -> str:
    """Marks that stand in a pipe too; click drops the colours there."""
    if stretch.op == "same":
        return stretch.text
    if stretch.op == "deleted":
        return click.style(f"[-{stretch.text}-]", fg="red", strikethrough=True)
    return click.style(f"{{+{stretch.text}+}}", fg="green", underline=True)


def _print_json(rows: object) -> None:
    click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
