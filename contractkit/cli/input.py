"""The bytes of the files that a command is given."""

from __future__ import annotations

from pathlib import Path

from contractkit.errors import ReadError


def read_bytes(path: Path) -> bytes:
    """What the file at ``path`` holds. Raises ReadError."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"the file cannot be opened: {error.strerror}",
            where=str(path),
            hint="is it there, and closed in Word?",
        ) from error
