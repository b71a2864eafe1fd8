"""The name of an agreement's file by the campaign's pattern: inside its folder, on any system."""

from __future__ import annotations

import datetime
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping

from contractkit.batch.campaign import PLACE
from contractkit.sheets import Cell

LONGEST = 120  # characters of one name: with its folder within the 260 of Windows
LONGEST_PATH = 200
WHOLE = 250 if os.name == "nt" else 4000  # with its folder, and room for .redline before the suffix
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.IGNORECASE)


def fill(pattern: str, cells: Mapping[str, Cell]) -> str:
    """``pattern`` with each ``{column}`` replaced by the cell. Raises ValueError for an empty one.

    A separator in a cell is refused: only the pattern decides on folders.
    """

    def cell(match: re.Match[str]) -> str:
        value = cells.get(match[1], "")
        text = value.date().isoformat() if isinstance(value, datetime.datetime) else str(value)
        text = text.strip()
        if not text:
            raise ValueError(f"{match[1]} is empty, and the file is named by it")
        if "/" in text or "\\" in text:
            raise ValueError(f"{match[1]} is {text!r}: a file's name cannot hold / or \\")
        return text

    return PLACE.sub(cell, pattern)


def mistakes(path: str, root: str = "") -> Iterator[str]:
    """Why ``path`` cannot be a file below the folder ``root``, on any system."""
    if path.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", path):
        yield f"{path!r} would leave the output folder"
        return
    if len(path) > LONGEST_PATH:
        yield f"the name has {len(path)} characters, {LONGEST_PATH} are allowed"
    elif len(root) + len(path) > WHOLE:
        told = f"with its folder the name has {len(root) + len(path)} characters"
        yield f"{told}, this system allows {WHOLE}: set root to a shorter folder"
    for name in path.replace("\\", "/").split("/"):
        if name in ("", ".", ".."):
            yield f"{path!r} would leave the output folder"
        elif found := _FORBIDDEN.search(name):
            yield f"{name!r} holds {found[0]!r}, which Windows does not allow"
        elif name != name.rstrip(". ") or name != name.lstrip(" "):
            yield f"{name!r} starts or ends with a space or a full stop"
        elif _RESERVED.fullmatch(name.partition(".")[0].rstrip()):
            yield f"{name!r} is a name that Windows keeps for itself"
        elif len(name) > LONGEST or len(name.encode()) > 255:
            yield f"{name[:20]!r}… is longer than {LONGEST} characters"


def folded(path: str) -> str:
    """``path`` as Windows and macOS compare it: two that fold alike are one file."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
