"""contractkit verify RETURNED [--issued ISSUED.docx]"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from contractkit.cli.options import (
    FILE,
    json_option,
    library_option,
    limit_option,
    open_library,
    read_limits,
)
from contractkit.cli.report import FINDINGS
from contractkit.errors import ContractKitError, ReadError

if TYPE_CHECKING:
    from contractkit.compare.provenance import Trace
    from contractkit.lang.base import Language
    from contractkit.model.agreement import Agreement
    from contractkit.model.standard import Library

SHOWN = 60  # characters of an edit on its line
DIGEST = 12  # of the library's digest


@dataclass(frozen=True, slots=True)
class Against:
    """What the returned document is held against, and the label that says so."""

    issued: Agreement | None
    label: str
    name: str = ""


@click.command("verify")
@click.argument("returned", type=FILE)
@click.option("--issued", type=FILE, help="The file that was sent, where you have it.")
@library_option
@limit_option
@json_option
def command(
    returned: Path,
    issued: Path | None,
    library_dir: Path | None,
    limits: tuple[str, ...],
    as_json: bool,
) -> None:
    """Say from what RETURNED was issued, and whether it still is that, clause by clause.

    Exit code 1 when anything changed, whether with tracked changes or without. The manifest in a
    document tells what it was issued from; whoever changed the one could change the other, so
    --issued is the surest.
    """
    from contractkit.compare.provenance import provenance
    from contractkit.lang import language
    from contractkit.readers import read

    allowed = read_limits(limits)
    refused = read(returned, limits=allowed, revisions="reject")
    manifest = read_manifest(refused.manifest, returned.name)
    sent = read(issued, limits=allowed) if issued else None
    if sent is None and not manifest:
        raise ReadError(
            "the document carries no manifest: it was not issued by contractkit, or lost it",
            where=returned.name,
            hint="give the file that was sent by --issued",
        )
    library = open_library(library_dir)
    traces: list[Trace] = []
    for number, side in enumerate(manifest.get("columns") or {refused.language: manifest}):
        tongue = language(side)
        kept, proposed = (
            read(returned, language=tongue, limits=allowed, revisions=revisions)
            for revisions in ("reject", "accept")
        )
        sent = read(issued, language=tongue, limits=allowed) if issued else None
        column = manifest.get("columns", {}).get(side, manifest)
        against = _against(sent, manifest, library, tongue)
        if against.issued is None and not column.get("texts"):
            raise ReadError(
                "the manifest holds no texts, and the library is another than it was issued with",
                where=returned.name,
                hint="give the file that was sent by --issued, or that library by --library",
            )
        suffix = f"_{side}" if number else ""
        texts = dict(column.get("texts", {}))
        traces += provenance(against.issued, kept, proposed, texts=texts, suffix=suffix)
    comments = [block for block in refused.asides if block.story == "comment"]
    forged = sent is not None and bool(sent.manifest) and sent.manifest != refused.manifest
    if as_json:
        data = _data(manifest, library, against, traces, forged)
        said = [{"author": block.author, "text": block.text} for block in comments]
        click.echo(json.dumps({**data, "comments": said}, **_PRETTY))
    else:
        for line in _lines(refused.language, manifest, library, against, traces, forged):
            click.echo(line)
        label = language(refused.language).labels["verify.comment"]
        for block in comments:
            click.echo(f"[{label}] {block.author}: {_cut(block.text)}")
    if forged or any(trace.state != "unchanged" for trace in traces):
        click.get_current_context().exit(FINDINGS)


_PRETTY: Mapping[str, Any] = {"ensure_ascii": False, "indent": 1}
_SHAPE = {"template": str, "language": str, "library": str, "clauses": dict, "values": dict}


def read_manifest(text: str, name: str) -> Mapping[str, Any]:
    """The manifest in ``text``, checked for its shape; empty when there is none.

    Raises ReadError for a damaged one.
    """
    from contractkit.lang import language

    if not text:
        return {}
    try:
        data = json.loads(text)
        whole = all(isinstance(data[key], kind) for key, kind in _SHAPE.items())
        for column in (data, *data.get("columns", {}).values()):
            texts = column.get("texts", {})
            whole = whole and all(isinstance(one, str) for one in (*texts, *texts.values()))
        whole = whole and all(map(language, data.get("columns", {})))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        whole = False
    if not whole:
        raise ReadError(
            "the manifest in the document is damaged",
            where=name,
            hint="give the file that was sent by --issued",
        )
    assert isinstance(data, dict)  # noqa: S101 - its keys were looked up
    return data


def _against(
    sent: Agreement | None, manifest: Mapping[str, Any], library: Library, tongue: Language
) -> Against:
    """The document that was issued: the one given, or made again, or else its clauses' texts."""
    if sent is not None:
        return Against(sent, "issued", sent.name)
    same = manifest["library"] == library.digest
    made = _made_again(manifest, library, tongue) if same else None
    return Against(made, "rebuilt" if made else "texts")


def _made_again(
    manifest: Mapping[str, Any], library: Library, tongue: Language
) -> Agreement | None:
    """The agreement that the manifest's values make with the library they were issued with.

    Of one in two languages the column in ``tongue``. None where they make another: one issued for
    a day of its own.
    """
    from contractkit.assembly import assemble, assemble_columns, find_look
    from contractkit.model.standard import BOTH
    from contractkit.readers import document, outline
    from contractkit.writers import write, write_columns

    template, code = manifest["template"], manifest["language"]
    try:
        if code == BOTH:
            made, right = assemble_columns(library, template, manifest["values"])
        else:
            made = right = assemble(library, template, manifest["values"], language=code)
        if json.loads(made.manifest)["clauses"] != manifest["clauses"]:
            return None
        look = library.templates[template, made.language].look
        page = find_look(library, code, look)
        data = (
            write_columns(made, right, ".docx", look=page, look_name=look)
            if code == BOTH
            else write(made, ".docx", look=page, look_name=look)
        )
    except ContractKitError:
        return None
    return outline(document(data, "issued.docx", language=tongue), tongue)


def _lines(
    code: str,
    manifest: Mapping[str, Any],
    library: Library,
    against: Against,
    traces: Sequence[Trace],
    forged: bool,
) -> Iterator[str]:
    """The report: what it was issued from, each clause that changed and how, the sum."""
    from contractkit.compare.provenance import STATES
    from contractkit.lang import language

    labels = language(code).labels
    if manifest:
        yield labels["verify.issued"].format(
            template=manifest["template"],
            language=manifest["language"],
            clauses=len(manifest["clauses"]),
        )
        same = "same" if manifest["library"] == library.digest else "other"
        yield labels[f"verify.library.{same}"].format(digest=manifest["library"][:DIGEST])
    what = labels[f"verify.against.{against.label}"].format(name=against.name)
    yield labels["verify.against"].format(what=what)
    if forged:
        yield f"! {labels['verify.manifest']}"
    for trace in traces:
        if trace.state != "unchanged":
            yield f"[{labels[f'verify.{trace.state}']}] {_name(trace, labels)}"
            yield from _what_changed(trace, labels)
    counts = Counter(trace.state for trace in traces)
    parts = (f"{labels[f'verify.{state}']} {counts[state]}" for state in STATES)
    yield labels["intake.join"].join(parts)


def _what_changed(trace: Trace, labels: Mapping[str, str]) -> Iterator[str]:
    for edit in trace.edits:
        yield (
            f"    - {_cut(edit.before)}"
            if not edit.after
            else (
                f"    + {_cut(edit.after)}"
                if not edit.before
                else f"    {_cut(edit.before)} → {_cut(edit.after)}"
            )
        )
    if trace.lost or trace.gained:
        join, nothing = labels["intake.join"].join, labels["nothing"]
        before, after = join(trace.lost) or nothing, join(trace.gained) or nothing
        yield "    " + labels["verify.values"].format(before=before, after=after)
    if trace.state in {"silent", "tracked"} and not trace.edits and trace.kind != "added":
        yield f"    {labels['verify.layout']}"


def _name(trace: Trace, labels: Mapping[str, str]) -> str:
    around = labels.get(trace.kind, "") if trace.kind not in {"clause", "chapter"} else ""
    return " ".join(part for part in (trace.number, trace.heading) if part) or around or trace.id


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"


def _data(
    manifest: Mapping[str, Any],
    library: Library,
    against: Against,
    traces: Sequence[Trace],
    forged: bool,
) -> dict[str, Any]:
    """The report as JSON: see docs/json.md."""
    from contractkit.ooxml.manifest import bookmark_name

    versions = manifest.get("clauses", {})
    ids = {
        bookmark_name(identity) + suffix: identity
        for identity in versions
        for suffix in ("", *(f"_{side}" for side in manifest.get("columns", {})))
    }
    return {
        "issued_from": {
            key: manifest[key] for key in ("template", "language", "library", "clauses", "values")
        }
        if manifest
        else None,
        "library_is_here": manifest.get("library") == library.digest,
        "held_against": against.label,
        "manifest_differs": forged,
        "summary": dict(Counter(trace.state for trace in traces)),
        "clauses": [
            {
                "id": ids.get(trace.mark, trace.id),
                "version": versions.get(ids.get(trace.mark, trace.id), ""),
                "kind": trace.kind,
                "number": trace.number,
                "heading": trace.heading,
                "state": trace.state,
                "edits": [{"before": one.before, "after": one.after} for one in trace.edits],
                "lost_values": list(trace.lost),
                "gained_values": list(trace.gained),
            }
            for trace in traces
        ],
    }
