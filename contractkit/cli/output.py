"""Outputs appear whole or not at all, and replace nothing unless told to."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from contractkit.errors import UsageError, WriteError


def refuse_existing(path: Path | None, *, force: bool) -> None:
    """Stop before any work is done when ``path`` exists. Raises UsageError."""
    if path is not None and path.exists() and not force:
        raise UsageError("the file exists", where=str(path), hint="--force overwrites it")


def write_whole(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write ``data``, in one piece or several, to ``path``: under another name first, then renamed.

    Raises WriteError.
    """
    import tempfile

    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(
            dir=path.parent, prefix=".contractkit-", delete=False
        ) as file:
            temporary = Path(file.name)
            file.writelines([data] if isinstance(data, bytes) else data)
        temporary.chmod(0o666 & ~_umask())
        temporary.replace(path)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise WriteError(
            f"the file cannot be written: {error.strerror}",
            where=str(path),
            hint="is it open in Word, or the folder read-only?",
        ) from error


def _umask() -> int:
    """The process's mask for new files, which can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
