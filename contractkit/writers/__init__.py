"""Agreement -> bytes. ``WRITERS`` is the table of what can be written, by suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from contractkit.errors import WriteError
from contractkit.model.agreement import Agreement
from contractkit.writers.docx.write import write_columns as docx_columns
from contractkit.writers.docx.write import write_docx
from contractkit.writers.pdf import write_pdf

__all__ = ["COLUMN_WRITERS", "WRITERS", "write", "write_columns", "write_pdf"]

Writer = Callable[[Agreement, bytes, str], bytes]
ColumnWriter = Callable[[Agreement, Agreement, bytes, str], bytes]

WRITERS: Mapping[str, Writer] = {
    ".docx": lambda agreement, look, name: write_docx(agreement, look, name=name),
}

COLUMN_WRITERS: Mapping[str, ColumnWriter] = {
    ".docx": lambda left, right, look, name: docx_columns(left, right, look, name=name),
}


def write(
    agreement: Agreement,
    suffix: str,
    *,
    look: bytes,
    look_name: str = "",
    writers: Mapping[str, Writer] = WRITERS,
) -> bytes:
    """``agreement`` as a file of that suffix. Raises WriteError for a suffix we cannot write."""
    _refuse_unknown(suffix, writers)
    return writers[suffix.lower()](agreement, look, look_name)


def write_columns(
    left: Agreement,
    right: Agreement,
    suffix: str,
    *,
    look: bytes,
    look_name: str = "",
    writers: Mapping[str, ColumnWriter] = COLUMN_WRITERS,
) -> bytes:
    """The agreement in two languages, one beside the other, as a file of that suffix.

    ``left`` and ``right`` are what ``assemble_columns`` gave. Raises WriteError for a suffix that
    cannot be written.
    """
    _refuse_unknown(suffix, writers)
    return writers[suffix.lower()](left, right, look, look_name)


def _refuse_unknown(suffix: str, writers: Mapping[str, object]) -> None:
    if suffix.lower() not in writers:
        raise WriteError(
            f"an agreement cannot be written as {suffix or 'a file without suffix'}",
            hint=f"one of {', '.join(writers)}",
        )
