"""contractkit renew plan|run|retry|status|list|verify|pdf CAMPAIGN.yaml"""

from __future__ import annotations

import os
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.cli.options import FILE, json_option, library_option, open_library
from contractkit.cli.output import write_whole
from contractkit.cli.renew_list import list_command, status_command, verify_command
from contractkit.cli.renew_pdf import pdf_command

if TYPE_CHECKING:
    from contractkit.batch.campaign import Campaign
    from contractkit.batch.executors import Pool
    from contractkit.batch.plan import Plan
    from contractkit.model.standard import Library

SHOWN = 30  # problems that are printed; all are in the plan
FINDINGS = 1
INTERRUPTED = 130

campaign_argument = click.argument("campaign", type=FILE)


@click.group("renew")
def command() -> None:
    """Issue the renewals of a campaign: plan it, run it, look at what became of it."""


def opened(path: Path, library_dir: Path | None) -> tuple[Campaign, Library]:
    """The campaign in the file at ``path``, and the library that it, or the option, names."""
    from contractkit.batch.campaign import read_campaign

    campaign = read_campaign(path)
    return campaign, open_library(library_dir or campaign.library)


@command.command("plan")
@campaign_argument
@library_option
@json_option
def plan_command(campaign: Path, library_dir: Path | None, as_json: bool) -> None:
    """Check every row of CAMPAIGN, pin the clause versions, show what would be made.

    Writes the plan beside the campaign and nothing else; --json prints it: a line for the plan and
    one for each row that is not issued. Exits with 1 when rows have mistakes.
    """
    from contractkit.batch.plan import SUFFIX, make_plan

    what, library = opened(campaign, library_dir)
    plan = make_plan(what, library)
    write_whole(what.beside(SUFFIX), (line.encode() for line in plan.lines()))
    if as_json:
        for line in plan.lines():
            click.echo(line, nl=False)
    else:
        _show(plan, what)
    if plan.problems:
        raise click.exceptions.Exit(FINDINGS)


def _show(plan: Plan, campaign: Campaign) -> None:
    from contractkit.batch.plan import SUFFIX

    guess = f", read as {plan.encoding}" if plan.encoding else ""
    click.echo(f"{campaign.name}: {plan.sheet}, {plan.rows} rows{guess}")
    click.echo(f"  {campaign.template} ({campaign.language}), {len(plan.clauses)} clauses pinned")
    counts = f"{plan.refused} not renewed, {plan.invalid} with mistakes"
    click.echo(f"  {plan.issue} to issue, {counts}")
    for row, _, output in plan.jobs[:3]:
        click.echo(f"  row {row} → {output}")
    refused = (
        f"row {one.row}, {one.name}: {one.reason}"
        for one in plan.unissued
        if one.status == "refused"
    )
    mistakes = (str(problem) for one in plan.unissued for problem in one.problems)
    for title, count, lines in (
        ("not renewed", plan.refused, refused),
        ("mistakes", plan.problems, mistakes),
    ):
        if count:
            click.echo(f"{title}:")
        for line in islice(lines, SHOWN):
            click.echo(f"  {line}")
        if count > SHOWN:
            click.echo(f"  … and {count - SHOWN} more in {campaign.beside(SUFFIX).name}")
    if plan.noted:
        click.echo("notes on the law, issued all the same:")
    for line in plan.notes:
        click.echo(f"  {line}")
    if plan.noted > len(plan.notes):
        click.echo(f"  … and {plan.noted - len(plan.notes)} more of the kind")


workers_option = click.option(
    "--workers",
    type=click.IntRange(min=1),
    default=os.cpu_count() or 1,
    show_default="one a core",
    help="Worker processes of this machine.",
)
scheduler_option = click.option(
    "--scheduler", metavar="tcp://HOST:PORT", help="Run on this Dask cluster instead."
)
redline_option = click.option(
    "--redline", is_flag=True, help="Write the redline against last year's agreement too."
)
author_option = click.option(
    "--author", default="contractkit", show_default=True, help="Whose changes the redline shows."
)


@command.command("run")
@campaign_argument
@workers_option
@scheduler_option
@redline_option
@author_option
@library_option
def run_command(
    campaign: Path,
    workers: int,
    scheduler: str | None,
    redline: bool,
    author: str,
    library_dir: Path | None,
) -> None:
    """Issue what the plan of CAMPAIGN says; what stands already is left as it is.

    Stop it with Ctrl-C, or let it be killed: run it again and it goes on.
    """
    what, library = opened(campaign, library_dir)
    _run(what, library, workers, scheduler, author if redline else "")


@command.command("retry")
@campaign_argument
@workers_option
@scheduler_option
@redline_option
@author_option
@library_option
def retry_command(
    campaign: Path,
    workers: int,
    scheduler: str | None,
    redline: bool,
    author: str,
    library_dir: Path | None,
) -> None:
    """Try the rows of CAMPAIGN that failed again."""
    from contractkit.batch.ledger import RunLock, open_ledger

    what, library = opened(campaign, library_dir)
    with RunLock(what):
        ledger = open_ledger(what)
        dropped = ledger.forget("failed")
        ledger.close()
    click.echo(f"{dropped} failed rows are tried again")
    _run(what, library, workers, scheduler, author if redline else "")


def _run(
    campaign: Campaign, library: Library, workers: int, scheduler: str | None, author: str
) -> None:
    from contractkit.batch.plan import read_plan
    from contractkit.batch.run import run
    from contractkit.cli.progress import shown

    plan = read_plan(campaign)
    pool = _pool(workers, scheduler)
    try:
        with shown(campaign.name) as told:
            progress = run(campaign, library, plan, pool, author=author, told=told)
    finally:
        pool.close()
    click.echo(
        f"{campaign.name}: {progress.issued} issued, {progress.standing} stood already, "
        f"{progress.failed} failed, {plan.refused} not renewed, "
        f"{plan.invalid} with mistakes"
    )
    if progress.interrupted:
        click.echo(
            f"stopped; {progress.left} are left: contractkit renew run {campaign.path} goes on",
            err=True,
        )
        raise click.exceptions.Exit(INTERRUPTED)
    if progress.failed or plan.invalid:
        click.echo(f"see: contractkit renew list {campaign.path}", err=True)
        raise click.exceptions.Exit(FINDINGS)


def _pool(workers: int, scheduler: str | None) -> Pool:
    from contractkit.batch.executors import Cluster, Processes

    return Cluster(scheduler) if scheduler else Processes(workers)


for one in (status_command, list_command, verify_command, pdf_command):
    command.add_command(one)
