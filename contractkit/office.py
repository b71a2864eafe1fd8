"""LibreOffice, where it is on the machine: found here, and run to convert a file.

It works in a temporary folder, with a profile of its own that runs no macros, follows no links and
is thrown away, and it is ended when it takes too long. So two can run at a time, and a window that
somebody has open is left alone.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

SECONDS = 120  # a contract takes LibreOffice two to five, its first start ten
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "/usr/lib/libreoffice/program/soffice",
    "/opt/libreoffice/program/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
DOCX = "docx:MS Word 2007 XML"
PDF = "pdf:writer_pdf_Export"

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


class OfficeFailure(Exception):
    """LibreOffice did not start, or did not come to an end; the stage that asked says for what."""


def find_office() -> Path | None:
    """LibreOffice's program: on the path, or where it is usually installed; None without."""
    for name in ("soffice", "libreoffice"):
        if found := shutil.which(name):
            return Path(found)
    return next((path for path in map(Path, PLACES) if path.is_file()), None)


def convert(data: bytes, suffix: str, target: str, program: Path) -> bytes | None:
    """The file ``data`` of that ``suffix`` as ``target`` (``DOCX``, ``PDF``), by ``program``.

    None when LibreOffice cannot read it. Raises OfficeFailure.
    """
    with tempfile.TemporaryDirectory(
        prefix="contractkit-", ignore_cleanup_errors=True
    ) as temporary:
        folder = Path(temporary)
        source = folder / f"agreement{suffix}"
        source.write_bytes(data)
        out = convert_all([source], folder, target, program, SECONDS)
        written = out / f"agreement.{target.partition(':')[0]}"
        return written.read_bytes() if written.is_file() else None


def convert_all(
    sources: Sequence[Path], folder: Path, target: str, program: Path, seconds: int
) -> Path:
    """A folder in ``folder`` with ``sources`` as ``target``, those that LibreOffice can read, each
    under its stem; all by one process. Raises OfficeFailure.
    """
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
            target,
            "--outdir",
            str(folder / "out"),
            *map(str, sources),
        ],
        seconds,
    )
    return folder / "out"


def _run(command: list[str], seconds: int) -> None:
    """Run LibreOffice to its end, or end it and all that it started when it takes too long."""
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603  the program is found by us, the arguments are ours
            command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        raise OfficeFailure(f"LibreOffice does not start: {error.strerror}") from error
    with process:
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired as error:
            _end(process)
            raise OfficeFailure(f"LibreOffice did not finish within {seconds} seconds") from error
        except BaseException:
            _end(process)
            raise


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and its children, which it would leave behind."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()
