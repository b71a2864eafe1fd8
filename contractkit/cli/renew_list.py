"""contractkit renew status|list|verify: what became of each row."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.cli.options import FILE, force_option, json_option
from contractkit.cli.output import refuse_existing, write_whole

if TYPE_CHECKING:
    from contractkit.batch.campaign import Campaign
    from contractkit.batch.ledger import Ledger
    from contractkit.batch.store import Store
    from contractkit.model.renewal import Entry

STATUSES = ("done", "failed", "invalid", "refused", "replaced")
FORMATS = ("text", "json", "csv", "xlsx")
FINDINGS = 1
COLUMNS = ("row", "name", "status", "kind", "reason", "output", "digest")


def _opened(path: Path) -> tuple[Campaign, Ledger]:
    from contractkit.batch.campaign import read_campaign
    from contractkit.batch.ledger import open_ledger

    campaign = read_campaign(path)
    return campaign, open_ledger(campaign)


@click.command("status")
@click.argument("campaign", type=FILE)
@json_option
def status_command(campaign: Path, as_json: bool) -> None:
    """Count what became of the rows of CAMPAIGN, while it runs too."""
    what, ledger = _opened(campaign)
    try:
        counts, kinds, (issued, seconds) = ledger.counts(), ledger.kinds(), ledger.rate()
    finally:
        ledger.close()
    rate = round(issued / seconds, 1) if seconds else 0.0
    if as_json:
        told = {"campaign": what.name, "counts": counts, "kinds": kinds, "rate": rate}
        click.echo(json.dumps(told, ensure_ascii=False, indent=1))
        return
    click.echo(what.name)
    for status, count in counts.items():
        click.echo(f"  {status:<9} {count:>8}")
    for kind, count in kinds.items():
        click.echo(f"    {kind}: {count}")
    if rate:
        click.echo(f"  {issued} issued at {rate:.1f} a second")


@click.command("list")
@click.argument("campaign", type=FILE)
@click.option("--status", type=click.Choice(STATUSES), help="Only these; all but done otherwise.")
@click.option(
    "--format", "kind", type=click.Choice(FORMATS), default="text", show_default=True, help="How."
)
@click.option("-o", "--output", type=FILE, help="The file to write; needed for csv and xlsx.")
@force_option
def list_command(
    campaign: Path, status: str | None, kind: str, output: Path | None, force: bool
) -> None:
    """List the rows of CAMPAIGN with the reason why each was not renewed.

    Before the first run they are those of the plan.
    """
    refuse_existing(output, force=force)
    from contractkit.batch.campaign import read_campaign

    what = read_campaign(campaign)
    wanted = {status} if status else set(STATUSES) - {"done"}
    found = [entry for entry in _entries(what) if entry.status in wanted]
    data = _FORMS[kind](what, found)
    if output is not None:
        write_whole(output, data)
        click.echo(f"{output}: {len(found)} rows")
    elif kind == "xlsx":
        raise click.UsageError("a workbook needs a file: -o LIST.xlsx")
    else:
        click.echo(data.decode("utf-8-sig"), nl=False)


def _entries(campaign: Campaign) -> Iterator[Entry]:
    """The entries of the ledger, or of the plan as long as there is none."""
    from contractkit.batch.ledger import SUFFIX, entry_of, open_ledger
    from contractkit.batch.plan import read_plan

    if not campaign.beside(SUFFIX).exists():
        yield from map(entry_of, read_plan(campaign).unissued)
        return
    ledger = open_ledger(campaign)
    try:
        yield from ledger.entries()
    finally:
        ledger.close()


def _cells(entry: Entry) -> tuple[object, ...]:
    return tuple(getattr(entry, column) for column in COLUMNS)


def _text(_: Campaign, entries: list[Entry]) -> bytes:
    lines = (
        f"row {entry.row}, {entry.name}: {entry.status}: {entry.reason or entry.output}\n"
        for entry in entries
    )
    return "".join(lines).encode()


def _json(_: Campaign, entries: list[Entry]) -> bytes:
    rows = [dict(zip(COLUMNS, _cells(entry), strict=True)) for entry in entries]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def _heads(campaign: Campaign) -> tuple[str, ...]:
    from contractkit.lang import language

    labels = language(campaign.language).labels
    return tuple(labels[f"renew.{column}"] for column in COLUMNS)


def _csv(campaign: Campaign, entries: list[Entry]) -> bytes:
    from contractkit.sheets import csv_file

    return csv_file(_heads(campaign), map(_cells, entries))


def _xlsx(campaign: Campaign, entries: list[Entry]) -> bytes:
    from contractkit.sheets import Table, workbook

    return workbook([Table(campaign.name, _heads(campaign), [_cells(one) for one in entries])])


_FORMS = {"text": _text, "json": _json, "csv": _csv, "xlsx": _xlsx}


@click.command("verify")
@click.argument("campaign", type=FILE)
def verify_command(campaign: Path) -> None:
    """Read every file that CAMPAIGN issued, redlines too, and hold its digest against the ledger.

    Exits with 1 when one is missing or is not what was issued.
    """
    what, ledger = _opened(campaign)
    try:
        count, wrong = 0, []
        for entry, path, fault in _verified(what, ledger):
            count += 1
            if fault:
                wrong.append(f"row {entry.row}, {entry.name}: {path}: {fault}")
    finally:
        ledger.close()
    for line in wrong:
        click.echo(line)
    click.echo(f"{what.name}: {count} files, {count - len(wrong)} as issued, {len(wrong)} not")
    if wrong:
        raise click.exceptions.Exit(FINDINGS)


def _verified(campaign: Campaign, ledger: Ledger) -> Iterator[tuple[Entry, str, str]]:
    """Each file of each entry, the agreement and its redline, with what is wrong with it or ""."""
    from contractkit.batch.store import open_store

    store = open_store(campaign.store_root)
    for entry in ledger.entries("done"):
        for path, digest in ((entry.output, entry.digest), (entry.extra, entry.extra_digest)):
            if path:
                yield entry, path, _fault(store, path, digest)


def _fault(store: Store, path: str, digest: str) -> str:
    try:
        found = hashlib.sha256(store.read(path)).hexdigest()
    except OSError as error:
        return f"cannot be read: {error.strerror}"
    return "" if found == digest else "is not the file that was issued"
