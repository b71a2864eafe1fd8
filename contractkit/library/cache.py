"""A library as it was loaded before, kept in a folder of the user's: reading it costs a fifth.

A file for each library, told by where it lies. Its first line is the digest of all that was loaded,
and of the code that loaded it, then that of what follows: the Library as JSON. A file that is not
whole, of other code or for other files, or of another user is as good as none; so is a folder that
cannot be written. A library with mistakes is never kept, so that they are told each time.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from contractkit.library.files import Files
from contractkit.library.packed import pack, unpack
from contractkit.model.standard import Library

KEPT = 8  # libraries, the last ones that were loaded anew
LARGEST = 64 * 1024 * 1024

_PACKAGE = Path(__file__).resolve().parent.parent
_CODE = ("library/*.py", "lang/__init__.py", "model/standard.py", "model/wording.py")


class Cache:
    """The place in ``folder`` where the library that ``files`` hold is kept."""

    def __init__(self, folder: Path, files: Files) -> None:
        self._folder = folder
        self._files = files
        lies = hashlib.sha256(os.fsencode(os.path.realpath(files.root))).hexdigest()
        self._path = folder / f"library-{lies[:16]}.json"
        self._key = _digest(_parts(files))

    def library(self) -> Library | None:
        """The library as it was kept; None where it was not, or is not as it was."""
        try:
            with self._path.open("rb") as file:
                if not _ours(os.fstat(file.fileno())):
                    return None
                head, _, body = file.read(LARGEST).partition(b"\n")
        except OSError:
            return None
        if head.decode("ascii", "replace") != f"{self._key} {_digest([body])}":
            return None
        try:
            return unpack(body, self._files)
        except (ValueError, TypeError, LookupError, ArithmeticError, RecursionError):
            return None

    def keep(self, library: Library) -> None:
        """Write ``library`` for the next time, whole, and drop what was kept long before."""
        import tempfile  # of which a command that finds what it needs has no use

        part = None
        try:
            body = pack(library)
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(
                dir=self._folder, prefix="library-", suffix=".part", delete=False
            ) as file:
                part = Path(file.name)
                file.write(f"{self._key} {_digest([body])}\n".encode() + body)
            part.replace(self._path)
            self._drop()
        except (OSError, ValueError, TypeError, RecursionError):
            if part is not None:
                with contextlib.suppress(OSError):
                    part.unlink(missing_ok=True)

    def _drop(self) -> None:
        kept = [(path.stat().st_mtime_ns, path) for path in self._folder.glob("library-*")]
        for _, path in sorted(kept, reverse=True)[KEPT:]:
            path.unlink(missing_ok=True)


def _parts(files: Files) -> Iterator[bytes]:
    """What the key is the digest of: the code that loads, then each file's name and digest."""
    for pattern in _CODE:
        for path in sorted(_PACKAGE.glob(pattern)):
            yield path.read_bytes()
    for folder, inside in sorted(files.folders.items()):
        for name, data in sorted(inside.items()):
            yield os.fsencode(f"{folder}/{name}") + b"\0" + hashlib.sha256(data).digest()


def _digest(parts: Iterator[bytes] | list[bytes]) -> str:
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def _ours(status: os.stat_result) -> bool:
    """Whether a file is ours alone to write; on Windows a user's folder is."""
    return not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
