"""The bytes of a file that somebody sent: the one place where one is opened."""

from __future__ import annotations

from pathlib import Path

from contractkit.errors import ReadError

LARGEST = 256 * 1024 * 1024


def read_bytes(path: Path) -> bytes:
    """What the file at ``path`` holds. Raises ReadError, for one over ``LARGEST`` bytes too."""
    try:
        if path.stat().st_size > LARGEST:
            raise ReadError(f"the file is larger than {LARGEST:,} bytes", where=str(path))
        return path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"the file cannot be opened: {error.strerror}",
            where=str(path),
            hint="is it there, and closed in Word?",
        ) from error
