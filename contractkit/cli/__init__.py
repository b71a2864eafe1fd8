"""The command line: parse, call one function, print, exit.

A command's module is imported when the command is run, so that ``--help`` costs click alone.
"""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

from contractkit.errors import ContractKitError

# Each command: the module that holds it as ``command``, and its line in --help.
COMMANDS = {
    "generate": ("contractkit.cli.generate", "Make an agreement from a template and values."),
    "intake": ("contractkit.cli.intake", "Make the Excel sheet that asks for a template's values."),
    "review": ("contractkit.cli.review", "Hold an incoming draft against the standard clauses."),
    "compare": ("contractkit.cli.compare", "Compare any two agreements, clause by clause."),
    "redline": ("contractkit.cli.redline", "Write the changes of one Word file to another."),
    "verify": ("contractkit.cli.verify", "Say from what a document was issued, and what changed."),
    "revisions": ("contractkit.cli.revisions", "List, accept or reject tracked changes."),
    "extract": ("contractkit.cli.extract", "Print what agreements say as data: dates, duties …"),
    "read": (
        "contractkit.cli.read",
        "Print a file's clause tree: try this first on a strange draft.",
    ),
    "renew": ("contractkit.cli.renew", "Issue the renewals of a campaign, however many."),
    "library": ("contractkit.cli.library", "Check, list and show the clause library."),
}
# What libraries read when they are imported: pydantic need not look for plugins among all that is
# installed, and threads that wait for a second core cost more than the small products of a review.
SETTINGS = {"OPENBLAS_NUM_THREADS": "1", "PYDANTIC_DISABLE_PLUGINS": "1"}
GARBAGE = 50_000  # new objects after which cycles are looked for: ours are many and hold no cycle
UNEXPECTED = 70  # sysexits.h EX_SOFTWARE
INTERRUPTED = 130


class LazyGroup(click.Group):
    """A group whose commands are imported when they are run."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of ``COMMANDS``."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of that name, imported now; None when there is none."""
        if name not in COMMANDS:
            return None
        found = import_module(COMMANDS[name][0]).command
        assert isinstance(found, click.Command)  # noqa: S101 - each module's convention
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="contractkit-agreements", prog_name="contractkit")
def cli() -> None:
    """Generate healthcare agreements from a bilingual clause library, and find what a
    counterparty changed.
    """


def main() -> None:
    """Run the command line and exit: 0 done, 1 findings, 2 usage, 10 and up by family of error."""
    _unbreakable_output()
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)
    gc.set_threshold(GARBAGE)
    try:
        code = cli.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        code = INTERRUPTED
    except ContractKitError as error:
        click.echo(f"error: {error}", err=True)
        code = error.exit_code
    except SystemExit:  # click's answer (1) when the reader of our output goes away, as `head` does
        code = 0
    except Exception as error:
        if os.environ.get("CONTRACTKIT_DEBUG"):
            raise
        click.echo(
            f"error: unexpected {type(error).__name__}: {error} "
            "(please report it; CONTRACTKIT_DEBUG=1 shows where)",
            err=True,
        )
        code = UNEXPECTED
    sys.exit(code)


def _unbreakable_output() -> None:
    """Make output fit: UTF-8 in a pipe; on a terminal its own code page, and never a crash."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
