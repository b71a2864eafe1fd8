"""Agreement -> bytes. ``WRITERS`` is the table of what can be written, by suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from contractkit.errors import WriteError
from contractkit.model.agreement import Agreement
from contractkit.writers.docx.write import write_docx
from contractkit.writers.pdf import write_pdf

__all__ = ["WRITERS", "write", "write_pdf"]

Writer = Callable[[Agreement, bytes, str], bytes]

WRITERS: Mapping[str, Writer] = {
    ".docx": lambda agreement, look, name: write_docx(agreement, look, name=name),
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
    if suffix.lower() not in writers:
        raise WriteError(
            f"an agreement cannot be written as {suffix or 'a file without suffix'}",
            hint=f"one of {', '.join(writers)}",
        )
    return writers[suffix.lower()](agreement, look, look_name)
