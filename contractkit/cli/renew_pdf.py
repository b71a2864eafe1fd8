"""contractkit renew pdf CAMPAIGN.yaml"""

from __future__ import annotations

from pathlib import Path

import click

from contractkit.cli.options import FILE

FINDINGS = 1


@click.command("pdf")
@click.argument("campaign", type=FILE)
@click.option("--workers", type=click.IntRange(min=1), default=1, help="LibreOffice processes.")
def pdf_command(campaign: Path, workers: int) -> None:
    """Print what CAMPAIGN issued as PDF, beside each Word file; run it again and it goes on."""
    from contractkit.batch.campaign import read_campaign
    from contractkit.batch.ledger import RunLock, open_ledger
    from contractkit.batch.pdf import print_pdfs
    from contractkit.batch.run import Progress
    from contractkit.batch.store import open_store
    from contractkit.cli.progress import shown

    what = read_campaign(campaign)
    wrong = []
    with RunLock(what):
        ledger = open_ledger(what)
        try:
            total = ledger.counts()["done"]
            progress = Progress(total)
            with shown(what.name) as told:
                for one in print_pdfs(ledger, open_store(what.store_root), workers):
                    if one.reason:
                        wrong.append(f"row {one.entry.row}, {one.entry.output}: {one.reason}")
                    progress.issued += not one.reason
                    progress.failed += bool(one.reason)
                    told(progress)
        finally:
            ledger.close()
    for line in wrong:
        click.echo(line)
    stood = total - progress.issued - progress.failed
    click.echo(f"{what.name}: {progress.issued} PDFs, {stood} stood already, {len(wrong)} failed")
    if wrong:
        raise click.exceptions.Exit(FINDINGS)
