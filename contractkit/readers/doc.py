"""A .doc, .rtf or .odt -> Document, by way of LibreOffice where that is on the machine.

LibreOffice writes the file anew as .docx (``contractkit.office``); then ``read_docx`` reads that.
Without LibreOffice the error says what to do. What is no such file after all (a spreadsheet, a file
under a password) is told before LibreOffice is asked.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

from contractkit.errors import ReadError, UnsafeFile
from contractkit.model.document import Document, Note, Revisions
from contractkit.ooxml.package import LIMITS, OLE_MAGIC, ZIP_MAGIC, Limits, open_package
from contractkit.readers.docx import read_docx

_RTF = b"{\\rtf"
_ODT = b"application/vnd.oasis.opendocument.text"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_FIB, _ENCRYPTED = b"\xec\xa5", 0x0100  # [MS-DOC] 2.5.2: wIdent, and fEncrypted in its flags


def is_old(data: bytes, _name: str = "") -> bool:
    """Whether ``data`` is a .doc, .rtf or .odt, told by how it begins."""
    return bool(_suffix(data))


def read_doc(
    data: bytes,
    name: str,
    *,
    limits: Limits = LIMITS,
    revisions: Revisions = "accept",
    office: Path | None = None,
) -> Document:
    """The document in ``data``, read by ``office`` (LibreOffice, found where it is not given).

    Raises ReadError and UnsafeFile.
    """
    from contractkit.office import DOCX, OfficeFailure, convert, find_office

    suffix = _suffix(data)
    _refuse(data, name, suffix, limits)
    program = office or find_office()
    if program is None:
        raise ReadError(
            f"a {_KINDS[suffix]} is read by way of LibreOffice, which is not installed",
            where=name,
            hint="save it as .docx in Word, or install LibreOffice",
        )
    try:
        converted = convert(data, suffix, DOCX, program)
    except OfficeFailure as error:
        raise ReadError(str(error), where=name, hint="save it as .docx in Word") from error
    if converted is None:
        raise _unreadable(name)
    found = read_docx(converted, name, limits=limits, revisions=revisions)
    return replace(found, notes=(Note("converted", suffix), *found.notes))


_KINDS = {
    ".doc": "Word 97–2003 document (.doc)",
    ".rtf": "Rich Text document (.rtf)",
    ".odt": "OpenDocument text (.odt)",
}


def _suffix(data: bytes) -> str:
    if data.startswith(OLE_MAGIC):
        return ".doc"
    if data[:64].lstrip()[:5].lower() == _RTF:
        return ".rtf"
    if data.startswith(ZIP_MAGIC) and _ODT in data[:120] and b"mimetype" in data[:60]:
        return ".odt"
    return ""


def _refuse(data: bytes, name: str, suffix: str, limits: Limits) -> None:
    """Raise what is known to be wrong before anything is converted."""
    if suffix == ".doc":
        if "EncryptedPackage".encode("utf-16-le") in data:
            open_package(data, name=name, limits=limits)  # a .docx under a password: its error
        if _WORD_STREAM not in data:
            raise ReadError(
                "this is an old Office file, but not a Word document",
                where=name,
                hint="send the agreement as .docx or .pdf",
            )
        flags = int.from_bytes(data[522:524], "little")
        if data[512:514] == _FIB and flags & _ENCRYPTED:
            raise ReadError(
                "the file is protected by a password", where=name, hint="ask for an open copy"
            )
    elif suffix == ".odt":
        _refuse_bomb(data, name, limits)


def _refuse_bomb(data: bytes, name: str, limits: Limits) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise _unreadable(name) from error
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > limits.entries or unpacked > min(
        limits.unpacked, max(len(data) * limits.ratio, 1 << 20)
    ):
        raise UnsafeFile(
            f"the archive expands to {unpacked:,} bytes in {len(entries)} entries",
            where=name,
            hint="ask the sender for a .docx",
        )


def _unreadable(name: str) -> ReadError:
    return ReadError(
        "LibreOffice cannot read the file: it is damaged, or protected by a password",
        where=name,
        hint="ask for it as .docx",
    )
