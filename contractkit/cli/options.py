"""The options that several commands share, and how they are read."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from contractkit.errors import UsageError

if TYPE_CHECKING:
    from contractkit.lang.base import Language
    from contractkit.model.standard import Library
    from contractkit.ooxml.package import Limits

FILE = click.Path(path_type=Path)

# By platform, the variable that says where programs keep what they can make again, and where that
# is in a user's home when nothing says so.
CACHES = {
    "win32": ("LOCALAPPDATA", "AppData", "Local"),
    "darwin": ("XDG_CACHE_HOME", "Library", "Caches"),
}

library_option = click.option(
    "--library",
    "library_dir",
    type=FILE,
    envvar="CONTRACTKIT_LIBRARY",
    help="A folder with clause_library/ and templates/ of your own (or set CONTRACTKIT_LIBRARY).",
)
output_option = click.option("-o", "--output", type=FILE, help="The file to write.")
force_option = click.option("--force", is_flag=True, help="Overwrite the output if it exists.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
language_option = click.option(
    "--language", metavar="zh|en", help="The language; told from the text when not given."
)
part_option = click.option(
    "--part", type=click.IntRange(min=1), help="Which agreement, when a file holds several."
)
limit_option = click.option(
    "--limit",
    "limits",
    multiple=True,
    metavar="NAME=N",
    help="Raise a limit of what is opened: entries, unpacked (bytes), ratio, tags (of XML).",
)


def open_library(folder: Path | None) -> Library:
    """The library in ``folder``, or the one that comes with contractkit."""
    from contractkit.library import default_root, load_library

    return load_library(folder or default_root(), cache=cache_folder())


def cache_folder() -> Path | None:
    """Where the libraries of this user are kept; None where CONTRACTKIT_CACHE is set to nothing."""
    given = os.environ.get("CONTRACTKIT_CACHE")
    if given is not None:
        return Path(given) if given else None
    variable, *usual = CACHES.get(sys.platform, ("XDG_CACHE_HOME", ".cache"))
    home = os.environ.get(variable, "")
    try:
        place = Path(home) if Path(home).is_absolute() else Path.home().joinpath(*usual)
    except RuntimeError:  # a user without a home
        return None
    return place / "contractkit"


def open_language(code: str | None) -> Language | None:
    """The language of that code, or None to tell it from the text."""
    from contractkit.lang import language

    return language(code) if code else None


def read_limits(given: tuple[str, ...]) -> Limits:
    """The limits of what is opened, with those that were given raised."""
    from contractkit.ooxml.package import LIMITS

    known = [field.name for field in fields(LIMITS)]
    raised: Mapping[str, int] = dict(_limit(text, known) for text in given)
    return replace(LIMITS, **raised)


def _limit(text: str, known: list[str]) -> tuple[str, int]:
    name, _, number = text.partition("=")
    if name not in known or not number.isdecimal():
        raise UsageError(f"--limit {text!r}", hint=f"NAME=N with NAME one of {', '.join(known)}")
    return name, int(number)
