"""A .doc, .rtf or .odt -> Document, by way of LibreOffice where that is on the machine.

LibreOffice writes the file anew as .docx in a temporary folder, with a profile of its own that runs
no macros, follows no links and is thrown away; then ``read_docx`` reads that. Without LibreOffice
the error says what to do. What is no such file after all (a spreadsheet, a file under a password)
is told before LibreOffice is asked.
"""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import signal
import subprocess
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

from contractkit.errors import ReadError, UnsafeFile
from contractkit.model.document import Document, Note, Revisions
from contractkit.ooxml.package import LIMITS, OLE_MAGIC, ZIP_MAGIC, Limits, open_package
from contractkit.readers.docx import read_docx

SECONDS = 120  # a contract takes LibreOffice two to five, its first start ten
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)

_RTF = b"{\\rtf"
_ODT = b"application/vnd.oasis.opendocument.text"
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_FIB, _ENCRYPTED = b"\xec\xa5", 0x0100  # [MS-DOC] 2.5.2: wIdent, and fEncrypted in its flags
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Writer/Content/Update">
<prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


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
    suffix = _suffix(data)
    _refuse(data, name, suffix, limits)
    program = office or find_office()
    if program is None:
        raise ReadError(
            f"a {_KINDS[suffix]} is read by way of LibreOffice, which is not installed",
            where=name,
            hint="save it as .docx in Word, or install LibreOffice",
        )
    converted = _convert(data, suffix, program, name)
    found = read_docx(converted, name, limits=limits, revisions=revisions)
    return replace(found, notes=(Note("converted", suffix), *found.notes))


_KINDS = {
    ".doc": "Word 97–2003 document (.doc)",
    ".rtf": "Rich Text document (.rtf)",
    ".odt": "OpenDocument text (.odt)",
}


def find_office() -> Path | None:
    """LibreOffice's program: on the path, or where it is usually installed; None without."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    return next((path for path in map(Path, PLACES) if path.is_file()), None)


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


def _convert(data: bytes, suffix: str, program: Path, name: str) -> bytes:
    """The file as a .docx, by LibreOffice, in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory(
        prefix="contractkit-", ignore_cleanup_errors=True
    ) as temporary:
        folder = Path(temporary)
        source = folder / f"agreement{suffix}"
        source.write_bytes(data)
        settings = folder / "profile" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        _run(
            [
                str(program),
                f"-env:UserInstallation={(folder / 'profile').as_uri()}",
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--convert-to",
                "docx:MS Word 2007 XML",
                "--outdir",
                str(folder / "out"),
                str(source),
            ],
            name,
        )
        written = folder / "out" / "agreement.docx"
        if not written.is_file():
            raise _unreadable(name)
        return written.read_bytes()


def _run(command: list[str], name: str) -> None:
    """Run LibreOffice to its end, or end it and all that it started when it takes too long."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603  the program is found by us, the arguments are ours
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        raise ReadError(
            f"LibreOffice does not start: {error.strerror}",
            where=name,
            hint="save it as .docx in Word",
        ) from error
    with process:
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired as error:
            _end(process)
            raise ReadError(
                f"LibreOffice did not read the file within {SECONDS} seconds",
                where=name,
                hint="save it as .docx in Word",
            ) from error


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and its children, which it would leave behind."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
