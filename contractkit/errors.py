"""The tree of errors, and the exit code of each family.

::

    ContractKitError                what stops the work: message, where, hint
    ├── UsageError        2         options that do not fit together, an output that exists
    ├── ReadError        10         a file that cannot be read as an agreement
    │   └── UnsafeFile              … because it could harm whoever opens it
    ├── LibraryError     11         the clause library or a template has mistakes
    ├── AssemblyError    12         values are missing, unknown or of the wrong type
    ├── RedlineError     14         a redline that would not resolve to its two sides
    │   └── SourceChanged           … because the source is not the file that was read
    ├── WriteError       15         an output that cannot be written
    └── BatchError       16         a renewal campaign that cannot go on

What a person should *decide* is data (a ``Finding``, a ``Problem``), never an exception.
An error is caught once, at the edge of the command line, and printed as one line there.
"""

from __future__ import annotations

from typing import ClassVar


class ContractKitError(Exception):
    """What stops the work: what is wrong, where it stands, and what to do about it."""

    exit_code: ClassVar[int] = 1

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message, where, hint)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" ({self.hint})" if self.hint else ""
        return f"{place}{self.message}{advice}"

    def __reduce__(self) -> tuple[object, ...]:
        """Pickled with its keyword arguments, so that a worker process can hand it back."""
        return (_rebuild, (type(self), self.message, self.where, self.hint))


def _rebuild(kind: type[ContractKitError], message: str, where: str, hint: str) -> ContractKitError:
    return kind(message, where=where, hint=hint)


class UsageError(ContractKitError):
    """Options that do not fit together, or an output that exists already."""

    exit_code = 2


class ReadError(ContractKitError):
    """A file that cannot be read as an agreement."""

    exit_code = 10


class UnsafeFile(ReadError):
    """A file that was not read because it could harm whoever opens it: a zip bomb, an entity."""


class LibraryError(ContractKitError):
    """Mistakes in the clause library or in a template."""

    exit_code = 11


class AssemblyError(ContractKitError):
    """Values that are missing, unknown or of the wrong type; all of them in one message."""

    exit_code = 12


class RedlineError(ContractKitError):
    """A redline that would not resolve to its two sides."""

    exit_code = 14


class SourceChanged(RedlineError):
    """The source is not the file that the edits were made for."""


class WriteError(ContractKitError):
    """An output that cannot be written."""

    exit_code = 15


class BatchError(ContractKitError):
    """A renewal campaign that cannot go on."""

    exit_code = 16
