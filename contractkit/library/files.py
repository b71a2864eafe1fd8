"""The files of a library, read once: what is loaded and what their digest tells are the same bytes.

Where they stand is fixed, so that a folder which leads back to itself is not followed for ever::

    clause_library/*.yaml   clause_library/TOPIC/CLAUSE/   …/archive/VERSION/   templates/LANGUAGE/
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from contractkit.errors import LibraryError

CLAUSES = "clause_library"
TEMPLATES = "templates"
CLAUSE = "clause.yaml"
ARCHIVE = "archive"

# Folders within one another, and what is read in them; a template's look may be called anything.
_DEPTHS = {CLAUSES: 4, TEMPLATES: 1}
_READ: Mapping[str, tuple[str, ...]] = {CLAUSES: (".yaml", ".md"), TEMPLATES: ("",)}
_OPEN_IN_WORD = "~$"


@dataclass(frozen=True, slots=True)
class Files:
    """The bytes of the files by folder and name; a folder is its path from ``root``, by slashes."""

    root: Path
    folders: Mapping[str, Mapping[str, bytes]]

    def get(self, name: str) -> bytes | None:
        """The bytes of the file at that path from the root, None where there is none."""
        folder, _, file = name.rpartition("/")
        return self.folders.get(folder, {}).get(file)

    def ending(self, folder: str, suffix: str) -> list[str]:
        """The files in a folder that end so, by their path from the root, in order."""
        inside = self.folders.get(folder, {})
        return [f"{folder}/{name}" for name in sorted(inside) if name.endswith(suffix)]

    def clauses(self) -> dict[str, list[str]]:
        """The folder of each clause, with those of its superseded versions, in order."""
        folders = sorted(
            path.split("/") for path, inside in self.folders.items() if CLAUSE in inside
        )
        found: dict[str, list[str]] = {
            "/".join(parts): [] for parts in folders if len(parts) == 3 and parts[0] == CLAUSES
        }
        for parts in folders:
            home = "/".join(parts[:3])
            if len(parts) == 5 and parts[3] == ARCHIVE and home in found:
                found[home].append("/".join(parts))
        return found


def read_files(root: Path) -> Files:
    """The files under ``root``. Raises LibraryError where a folder or a file cannot be opened."""
    for folder in _DEPTHS:
        if not (root / folder).is_dir():
            raise LibraryError(
                f"there is no folder {folder}", where=str(root), hint="see --library"
            )
    try:
        found = {
            name: inside
            for folder, depth in _DEPTHS.items()
            for name, inside in _read(os.fspath(root / folder), folder, depth, _READ[folder])
        }
    except OSError as error:
        where = error.filename or root
        raise LibraryError(f"it cannot be opened: {error.strerror}", where=str(where)) from error
    return Files(root, found)


def _read(
    folder: str, name: str, depth: int, suffixes: tuple[str, ...]
) -> Iterator[tuple[str, dict[str, bytes]]]:
    """The files in ``folder``, and those ``depth`` folders below it."""
    inside: dict[str, bytes] = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if depth:
                    yield from _read(entry.path, f"{name}/{entry.name}", depth - 1, suffixes)
            elif _is_read(entry, suffixes):
                with open(entry.path, "rb") as file:  # noqa: PTH123 - a Path costs as much again
                    inside[entry.name] = file.read()
    yield name, inside


def _is_read(entry: os.DirEntry[str], suffixes: tuple[str, ...]) -> bool:
    name = entry.name
    return name.endswith(suffixes) and not name.startswith(_OPEN_IN_WORD) and entry.is_file()
