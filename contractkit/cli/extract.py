"""contractkit extract FILE…"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.cli.options import (
    FILE,
    force_option,
    language_option,
    library_option,
    limit_option,
    open_language,
    open_library,
    output_option,
    part_option,
    read_limits,
)
from contractkit.cli.output import refuse_existing, write_whole
from contractkit.cli.progress import counted
from contractkit.errors import ContractKitError, UsageError

if TYPE_CHECKING:
    from contractkit.lang.texts import Token
    from contractkit.model.extraction import Extraction
    from contractkit.model.standard import Library

FORMS = ("json", "csv", "xlsx", "ics")
BINARY = ("xlsx",)


@dataclass(frozen=True, slots=True)
class Order:
    """How every file is to be read: picklable, for the worker processes."""

    language: str | None
    part: int | None
    limits: tuple[str, ...]
    library: Path | None
    model: str | None


@click.command("extract")
@click.argument("files", type=FILE, nargs=-1, required=True)
@click.option("--format", "form", type=click.Choice(FORMS), help="The form of the facts.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="Only facts of this kind.")
@click.option("--clause", "clauses", multiple=True, metavar="NUMBER", help="Only of this clause.")
@click.option(
    "--spacy-model",
    "model",
    metavar="NAME|PATH",
    help="A spaCy model of your own that finds names (extra: spacy); none is needed.",
)
@output_option
@language_option
@part_option
@library_option
@limit_option
@force_option
def command(
    files: tuple[Path, ...],
    form: str | None,
    kinds: tuple[str, ...],
    clauses: tuple[str, ...],
    model: str | None,
    output: Path | None,
    language: str | None,
    part: int | None,
    library_dir: Path | None,
    limits: tuple[str, ...],
    force: bool,
) -> None:
    """Print what each FILE says as data: parties, terms, values, duties, definitions, references.

    Without --format the output's suffix says the form, or a listing is printed. A file that cannot
    be read is told on a line of its own; the others are delivered.
    """
    refuse_existing(output, force=force)
    form = _form(form, output)
    open_language(language), read_limits(limits)  # wrong options are told once, before any work
    _check_kinds(kinds)
    from contractkit.batch.files import outcomes

    order = Order(language, part, limits, library_dir, model)
    done: list[Extraction] = []
    failures: list[ContractKitError] = []
    for outcome in counted(outcomes(files, _worker, order), len(files), "extract"):
        if isinstance(outcome, ContractKitError):
            failures.append(outcome)
        else:
            done.append(_only(outcome, kinds, clauses))
    if done:
        _deliver(done, form, output)
    for failure in failures[:-1] if not done else failures:
        click.echo(f"error: {failure}", err=True)
    if failures and not done:
        raise failures[-1]
    if failures:
        click.get_current_context().exit(failures[0].exit_code)


def _form(form: str | None, output: Path | None) -> str:
    """The form that --format or the output's suffix asks for; else a listing."""
    if form is None and output is not None:
        form = output.suffix.lstrip(".").lower()
        if form not in (*FORMS, "txt"):
            raise UsageError(
                f"no facts in the form {form!r}",
                where=str(output),
                hint=f"--format says it: one of {', '.join(FORMS)}",
            )
    if form in BINARY and output is None:
        raise UsageError(f"--format {form} is for a file", hint=f"-o FACTS.{form}")
    return form or "txt"


def _check_kinds(kinds: Iterable[str]) -> None:
    from contractkit.model.extraction import FACTS

    for kind in kinds:
        if kind not in FACTS:
            raise UsageError(f"no facts of the kind {kind!r}", hint=f"one of {', '.join(FACTS)}")


def _worker(order: Order) -> Callable[[Path], Extraction]:
    """A function from a path to its facts: made once in each process."""
    from contractkit.extract import extract
    from contractkit.readers import read

    library: Library = open_library(order.library)
    tongue, allowed = open_language(order.language), read_limits(order.limits)
    names = _names(order.model)

    def work(path: Path) -> Extraction:
        agreement = read(path, language=tongue, part=order.part, limits=allowed)
        return replace(extract(agreement, library=library, names=names), file=path.name)

    return work


def _names(model: str | None) -> Callable[[str], tuple[Token, ...]] | None:
    from contractkit.lang.names import names_by

    return names_by(model) if model else None


def _only(extraction: Extraction, kinds: tuple[str, ...], clauses: tuple[str, ...]) -> Extraction:
    """The facts of these kinds and clauses; an empty tuple is all of them."""
    kept = tuple(
        fact
        for fact in extraction.facts
        if (not kinds or fact.kind in kinds)
        and (
            not clauses
            or fact.clause in clauses
            or fact.clause.rstrip(".") in clauses
            or f"{fact.scope} {fact.clause}".strip() in clauses
        )
    )
    return replace(extraction, facts=kept)


def _deliver(done: list[Extraction], form: str, output: Path | None) -> None:
    from contractkit.report.extraction import render_extraction

    data = render_extraction(done, form)
    if output is not None:
        write_whole(output, data)
        click.echo(str(output))
    else:
        click.echo(data, nl=False)  # as bytes: a CSV file begins with its mark
    for extraction in done:
        for note in extraction.notes:
            click.echo(f"note: {extraction.file}: {note}", err=True)
