"""The bytes of a file that somebody sent, and their text: the one place where one is opened."""

from __future__ import annotations

import codecs
from pathlib import Path

from contractkit.errors import ReadError

LARGEST = 256 * 1024 * 1024
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_bytes(path: Path) -> bytes:
    """What the file at ``path`` holds. Raises ReadError, for one over ``LARGEST`` bytes too."""
    try:
        if path.stat().st_size > LARGEST:
            raise ReadError(f"the file is larger than {LARGEST:,} bytes", where=str(path))
        return path.read_bytes()
    except OSError as error:
        raise ReadError(
            f"the file cannot be opened: {error.strerror}",
            where=str(path),
            hint="is it there, and closed in Word?",
        ) from error


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text in ``data``, and the name of its encoding when that was a guess, else "".

    UTF-8 with or without a mark, UTF-16 with one, and GB18030 (which holds GBK and GB2312). Raises
    ReadError when it is no text.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name), ""
    if b"\0" in data:
        raise ReadError("this is neither a Word file nor text", where=name, hint="save it as .docx")
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _strict(data, "gb18030", name), "GB18030 (GBK)"


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"the text is not {encoding} at byte {error.start}",
            where=name,
            hint="save it as UTF-8",
        ) from error
