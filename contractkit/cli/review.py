"""contractkit review INCOMING --against TEMPLATE|FILE"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.cli.options import (
    FILE,
    force_option,
    json_option,
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
from contractkit.cli.redline import author_option, date_option
from contractkit.cli.report import fail_on_option, hand_over, ignore_option, side_option
from contractkit.errors import UsageError
from contractkit.files import read_bytes

if TYPE_CHECKING:
    from contractkit.model.agreement import Agreement
    from contractkit.model.comparison import Comparison, Role, Severity
    from contractkit.model.standard import Library
    from contractkit.ooxml.package import Limits


@click.command("review")
@click.argument("incoming", type=FILE)
@click.option(
    "--against",
    metavar="TEMPLATE|FILE",
    help="What to hold it against; found by itself when not given.",
)
@click.option(
    "--redline",
    "redlined",
    type=FILE,
    help="Write the draft with our findings as comments and our wording as tracked changes.",
)
@author_option
@date_option
@click.option("--values", type=FILE, help="Fill the standard clauses with these values.")
@side_option
@ignore_option
@fail_on_option
@output_option
@language_option
@part_option
@library_option
@limit_option
@force_option
@json_option
def command(
    incoming: Path,
    against: str | None,
    redlined: Path | None,
    author: str,
    when: dt.datetime,
    values: Path | None,
    side: Role,
    ignored: tuple[str, ...],
    fail_on: Severity,
    output: Path | None,
    language: str | None,
    part: int | None,
    library_dir: Path | None,
    limits: tuple[str, ...],
    force: bool,
    as_json: bool,
) -> None:
    """Hold the draft INCOMING against the standard clauses of a template, or an issued file.

    Exit code 1 when a finding is as grave as --fail-on says. The output's suffix says its form:
    .html, .json or .txt. Variables without a value stand in the standard clauses by their
    defaults, or as blanks.
    """
    refuse_existing(output, force=force)
    refuse_existing(redlined, force=force)
    from contractkit.compare import compare
    from contractkit.extract import references
    from contractkit.library import read_values_file
    from contractkit.readers import read

    allowed = read_limits(limits)
    library = open_library(library_dir)
    draft = read(incoming, language=open_language(language), part=part, limits=allowed)
    given = read_values_file(values) if values else None
    base, template, fallbacks = _base(library, draft, against, given, allowed)
    result = compare(
        base,
        draft,
        library=library,
        template=template,
        side=side,
        references=(references(base), references(draft)),
        fallbacks=fallbacks,
        ignore=ignored,
    )
    if redlined is not None:
        _redline(incoming, draft, result, redlined, allowed, author, when)
    hand_over(result, output, as_json=as_json, review=True, fail_on=fail_on)


def _redline(
    incoming: Path,
    draft: Agreement,
    result: Comparison,
    target: Path,
    limits: Limits,
    author: str,
    when: dt.datetime,
) -> None:
    """Write the draft with what we propose. Raises UsageError unless it is a .docx."""
    from contractkit.compare.advice import advise
    from contractkit.ooxml.package import ZIP_MAGIC
    from contractkit.readers import document
    from contractkit.redline.propose import propose

    data = read_bytes(incoming)
    if not data.startswith(ZIP_MAGIC):
        raise UsageError("--redline writes into a .docx", where=str(incoming))
    read = document(data, incoming.name, limits=limits)
    write_whole(target, propose(data, read, advise(result, draft), author=author, when=when))
    click.echo(str(target), err=True)


def _base(
    library: Library,
    draft: Agreement,
    against: str | None,
    values: Mapping[str, object] | None,
    limits: Limits,
) -> tuple[Agreement, str, Mapping[str, tuple[str, ...]]]:
    """What the draft is held against, its template ("" if of other making), its fallbacks."""
    from contractkit.assembly import fallback_texts, standard_text
    from contractkit.readers import read

    if against and (against, draft.language) not in library.templates and Path(against).exists():
        base = read(Path(against), limits=limits)
        name, wanted = _issued_from(base)
        if (name, base.language) not in library.templates:
            return base, name, {}
    else:
        name, issued = _issued_from(draft)
        name = against or name or _closest(library, draft)
        wanted = values if values is not None else issued
        base = standard_text(library, name, wanted, language=draft.language)
    return base, name, fallback_texts(library, name, wanted, language=draft.language)


def _issued_from(agreement: Agreement) -> tuple[str, Mapping[str, object]]:
    """The template and the values that the agreement's manifest names; nothing without one."""
    if not agreement.manifest:
        return "", {}
    try:
        manifest = json.loads(agreement.manifest)
        return str(manifest["template"]), dict(manifest["values"])
    except (ValueError, KeyError, TypeError):
        click.echo("note: the manifest in the document is damaged; it was not used", err=True)
        return "", {}


def _closest(library: Library, draft: Agreement) -> str:
    """The template whose standard clauses are most like the draft's, said with its margin."""
    from contractkit.assembly import standard_text
    from contractkit.compare import closest

    names = sorted(name for name, code in library.templates if code == draft.language)
    bases = [standard_text(library, name, {}, language=draft.language) for name in names]
    ranked = closest(draft, dict(zip(names, bases, strict=True)))
    best = ranked[0]
    margin = f", {ranked[1][0]} {ranked[1][1]:.2f}" if len(ranked) > 1 else ""
    click.echo(f"note: held against {best[0]} (likeness {best[1]:.2f}{margin})", err=True)
    return best[0]
