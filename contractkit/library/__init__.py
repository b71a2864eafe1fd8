"""The files that legal staff keep -> Library; find it, read values.

``check`` and ``versions`` are imported where they are run: a review needs neither. Nor does it need
YAML and pydantic, where the library is as it was when it was loaded before.
"""

from __future__ import annotations

from pathlib import Path

from contractkit.errors import AssemblyError, LibraryError
from contractkit.library.cache import Cache
from contractkit.library.files import Files, read_files
from contractkit.library.values import read_values, write_values
from contractkit.model.standard import Library

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


def load_library(root: Path, *, cache: Path | None = None) -> Library:
    """The library under ``root``. Raises LibraryError with every mistake that keeps it from use.

    In the folder ``cache`` it is kept for the next time: see ``library.cache``.
    """
    files = read_files(root)
    if cache is None:
        return _loaded(files)
    kept = Cache(cache, files)
    library = kept.library()
    if library is None:
        library = _loaded(files)
        kept.keep(library)
    return library


def _loaded(files: Files) -> Library:
    """The library that ``files`` hold, read anew."""
    from contractkit.library.load import load_files

    loaded = load_files(files)
    if loaded.problems:
        lines = "\n".join(str(problem) for problem in sorted(loaded.problems))
        raise LibraryError(
            f"{len(loaded.problems)} mistakes in the library\n{lines}",
            where=str(files.root),
            hint="mend them and run contractkit library check",
        )
    return loaded.library()


def read_values_file(path: Path) -> dict[str, object]:
    """The values in the file at ``path``. Raises AssemblyError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise AssemblyError(
            f"the values cannot be opened: {error.strerror}", where=str(path)
        ) from error
    return read_values(data, path.name)
