"""A text file -> Document: one block a line, nothing dropped, offsets kept.

Reads UTF-8 with or without a mark, UTF-16 with one, and GB18030 (which holds GBK and GB2312), and
says which it was when it had to guess.
"""

from __future__ import annotations

import codecs

from contractkit.errors import ReadError
from contractkit.model.document import Block, Document, Note

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_plain(data: bytes, name: str) -> Document:
    """The document in ``data``: a block a line. Raises ReadError when it is not text."""
    text, note = decode(data, name)
    return Document(lines(text), name=name, notes=note)


def lines(text: str) -> tuple[Block, ...]:
    """A block for each line of ``text``, blank ones too, with its offset in it."""
    blocks = []
    offset = 0
    for index, line in enumerate(text.splitlines(keepends=True)):
        blocks.append(
            Block(index, line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"), offset=offset)
        )
        offset += len(line)
    return tuple(blocks)


def decode(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    """The text in ``data``, and a note when its encoding was a guess. Raises ReadError."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding, name), ()
    if b"\0" in data:
        raise ReadError("this is neither a Word file nor text", where=name, hint="save it as .docx")
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError:
        return _strict(data, "gb18030", name), (Note("encoding", "GB18030 (GBK)"),)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ReadError(
            f"the text is not {encoding} at byte {error.start}",
            where=name,
            hint="save it as UTF-8",
        ) from error
