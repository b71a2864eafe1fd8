"""A .docx -> a PDF of it, by LibreOffice where that is on the machine."""

from __future__ import annotations

from pathlib import Path

from contractkit.errors import WriteError
from contractkit.office import PDF, OfficeFailure, convert, find_office


def write_pdf(docx: bytes, *, name: str = "", office: Path | None = None) -> bytes:
    """The PDF that ``office`` (LibreOffice, found where it is not given) makes of a Word file.

    ``name`` is the PDF's, for messages. Raises WriteError, without LibreOffice too.
    """
    program = office or find_office()
    if program is None:
        raise WriteError(
            "a PDF is made by LibreOffice, which is not installed",
            where=name,
            hint="install it, or save the .docx as PDF in Word",
        )
    try:
        pdf = convert(docx, ".docx", PDF, program)
    except OfficeFailure as error:
        raise WriteError(str(error), where=name, hint="save the .docx as PDF in Word") from error
    if pdf is None:
        raise WriteError(
            "LibreOffice made no PDF", where=name, hint="save the .docx as PDF in Word"
        )
    return pdf
