"""Where a campaign's files go: a folder, or any address that fsspec knows (s3://…, abfs://…).

A file appears whole or not at all, whenever the process dies.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol
from urllib.request import url2pathname

from contractkit.errors import BatchError

PART = ".contractkit-part-"


class Store(Protocol):
    """What the batch asks of a place for files; paths are relative, with ``/``."""

    def write(self, path: str, data: bytes) -> None:
        """Put ``data`` at ``path``, in place of what stands there. Raises OSError."""

    def read(self, path: str) -> bytes:
        """The bytes at ``path``. Raises OSError."""

    def size(self, path: str) -> int | None:
        """The size of the file at ``path``, or None when there is none."""

    def prepare(self) -> None:
        """See that files can be written, and ``clear``. Raises BatchError."""

    def clear(self) -> None:
        """Remove what a killed process left of files that it did not finish."""


def open_store(root: str, owner: str = "") -> Store:
    """The store at ``root``: an address with ``://``, or a folder; ``owner`` names the campaign."""
    if "://" in root and not root.startswith("file://"):
        return Remote(root)
    return Local(root, owner)


class Local:
    """A folder: written under another name first, then renamed.

    The other name is the process's own, so that a worker that outlives its run by a moment writes
    into no file of the next; it names the campaign, so that the next run clears it.
    """

    def __init__(self, root: str, owner: str = "") -> None:
        local = url2pathname(root.removeprefix("file:")) if root.startswith("file://") else root
        self._root = Path(local)
        self._part = f"{PART}{owner}-"

    def write(self, path: str, data: bytes) -> None:
        """As ``Store.write``."""
        target = self._root / path
        name = hashlib.sha256(path.encode()).hexdigest()[:16]
        part = target.with_name(f"{self._part}{os.getpid()}-{name}")
        try:
            try:
                part.write_bytes(data)
            except FileNotFoundError:
                target.parent.mkdir(parents=True, exist_ok=True)
                part.write_bytes(data)
            os.replace(part, target)  # noqa: PTH105 - the cost of a Path shows at this rate
        except OSError:
            part.unlink(missing_ok=True)
            raise

    def read(self, path: str) -> bytes:
        """As ``Store.read``."""
        return (self._root / path).read_bytes()

    def size(self, path: str) -> int | None:
        """As ``Store.size``."""
        try:
            return os.stat(self._root / path).st_size  # noqa: PTH116 - as above
        except OSError:
            return None

    def prepare(self) -> None:
        """As ``Store.prepare``."""
        probe = self._root / f"{PART}probe"
        try:
            self._root.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"")
            probe.unlink()
            self.clear()
        except OSError as error:
            raise BatchError(
                f"the output folder cannot be written: {error.strerror}",
                where=str(self._root),
                hint="is it read-only?",
            ) from error

    def clear(self) -> None:
        """As ``Store.clear``."""
        for left in list(self._parts()):
            with suppress(PermissionError, FileNotFoundError):
                os.unlink(left)  # noqa: PTH108 - on Windows its process may be just ending

    def _parts(self) -> Iterator[str]:
        """The files that were not finished; a folder of a hundred thousand files is not held."""
        folders = [str(self._root)]
        while folders:
            with os.scandir(folders.pop()) as entries:
                for entry in entries:
                    if entry.is_dir(follow_symlinks=False):
                        folders.append(entry.path)
                    elif entry.name.startswith(self._part):
                        yield entry.path


class Remote:
    """An address of fsspec; an object store shows an object when it is whole."""

    def __init__(self, root: str) -> None:
        try:
            import fsspec
        except ImportError as error:
            raise BatchError(
                "an address needs fsspec",
                where=root,
                hint="pip install 'contractkit-agreements[cluster]'",
            ) from error
        try:
            found: tuple[Any, str] = fsspec.core.url_to_fs(root)
        except (ImportError, ValueError) as error:
            raise BatchError(f"the address cannot be used: {error}", where=root) from error
        self._system, self._root = found

    def _at(self, path: str) -> str:
        return f"{self._root.rstrip('/')}/{path}"

    def write(self, path: str, data: bytes) -> None:
        """As ``Store.write``."""
        self._system.makedirs(self._at(path).rpartition("/")[0], exist_ok=True)
        self._system.pipe_file(self._at(path), data)

    def read(self, path: str) -> bytes:
        """As ``Store.read``."""
        data: bytes = self._system.cat_file(self._at(path))
        return data

    def size(self, path: str) -> int | None:
        """As ``Store.size``."""
        try:
            return int(self._system.info(self._at(path))["size"])
        except FileNotFoundError:
            return None

    def prepare(self) -> None:
        """As ``Store.prepare``."""
        self._system.makedirs(self._root, exist_ok=True)

    def clear(self) -> None:
        """As ``Store.clear``: an object store shows no part of an object."""
