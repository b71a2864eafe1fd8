"""The files that legal staff keep -> Library; find it, read values.

``check`` and ``versions`` are imported where they are run: a review needs neither.
"""

from __future__ import annotations

from pathlib import Path

from contractkit.errors import AssemblyError
from contractkit.library.load import load_library
from contractkit.library.values import read_values, write_values

__all__ = [
    "default_root",
    "load_library",
    "read_values",
    "read_values_file",
    "write_values",
]


def default_root() -> Path:
    """The folder of the library that comes with contractkit: in the wheel, else in the checkout."""
    package = Path(__file__).resolve().parent.parent
    packed = package / "data"
    return packed if packed.is_dir() else package.parent


def read_values_file(path: Path) -> dict[str, object]:
    """The values in the file at ``path``. Raises AssemblyError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise AssemblyError(
            f"the values cannot be opened: {error.strerror}", where=str(path)
        ) from error
    return read_values(data, path.name)
