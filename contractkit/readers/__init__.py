"""Bytes -> Document -> Agreement.

``READERS`` is the table of what can be read; a reader is told by the content, and a file whose name
says that it is Word's must be.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from contractkit.errors import ReadError
from contractkit.files import read_bytes
from contractkit.lang import detect
from contractkit.lang.base import Language
from contractkit.model.agreement import Agreement
from contractkit.model.document import Document, Revisions
from contractkit.ooxml.package import LIMITS, OLE_MAGIC, ZIP_MAGIC, Limits
from contractkit.readers.columns import one_side
from contractkit.readers.doc import is_old, read_doc
from contractkit.readers.docx import read_docx
from contractkit.readers.html import read_html
from contractkit.readers.html.page import is_html
from contractkit.readers.joints import cut
from contractkit.readers.markdown import read_markdown
from contractkit.readers.outline import outline
from contractkit.readers.plain import read_plain

__all__ = ["READERS", "Reader", "Reading", "document", "outline", "read"]

PDF_MAGIC = b"%PDF-"
WORD_SUFFIXES = (".docx", ".docm", ".doc")
_HEADING = re.compile(rb"^#{1,6} \S", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is to be read: within which limits, and its tracked changes as what."""

    limits: Limits = LIMITS
    revisions: Revisions = "accept"


@dataclass(frozen=True, slots=True)
class Reader:
    """A kind of file: whether these bytes (of a file of this name) are one, and how it is read.

    Where ``whole`` is true, a block is a paragraph of the file and stays one, so that what is found
    in it can be written there; else a line that holds several numbered clauses is cut.
    """

    knows: Callable[[bytes, str], bool]
    read: Callable[[bytes, str, Reading], Document]
    whole: bool = False


def _is_word(data: bytes, name: str) -> bool:
    return data.startswith((ZIP_MAGIC, OLE_MAGIC)) or name.lower().endswith(WORD_SUFFIXES)


def _is_pdf(data: bytes, _name: str) -> bool:
    """Whether it is a PDF: its mark may stand a little after the start."""
    return PDF_MAGIC in data[:1024]


def _read_pdf(data: bytes, name: str) -> Document:
    from contractkit.readers.pdf import read_pdf  # what no other reader needs

    return read_pdf(data, name)


def _is_markdown(data: bytes, name: str) -> bool:
    return name.lower().endswith((".md", ".markdown")) or bool(_HEADING.search(data))


READERS: Mapping[str, Reader] = {
    "pdf": Reader(_is_pdf, lambda data, name, _: _read_pdf(data, name)),
    "html": Reader(is_html, lambda data, name, _: read_html(data, name)),
    "doc": Reader(
        is_old,
        lambda data, name, how: read_doc(data, name, limits=how.limits, revisions=how.revisions),
        whole=True,
    ),
    "docx": Reader(
        _is_word,
        lambda data, name, how: read_docx(data, name, limits=how.limits, revisions=how.revisions),
        whole=True,
    ),
    "markdown": Reader(_is_markdown, lambda data, name, _: read_markdown(data, name)),
    "plain": Reader(lambda _data, _name: True, lambda data, name, _: read_plain(data, name)),
}


def read(
    path: Path,
    *,
    language: Language | None = None,
    part: int | None = None,
    limits: Limits = LIMITS,
    revisions: Revisions = "accept",
    readers: Mapping[str, Reader] = READERS,
) -> Agreement:
    """The agreement in the file at ``path``; its kind and language are told from what it holds.

    ``part`` chooses among several agreements in one file, counting from 1; of a contract in two
    columns of two languages, ``language`` chooses the side, the left one when not given;
    ``revisions`` says as what tracked changes are read. Raises ReadError.
    """
    found = document(
        read_bytes(path),
        path.name,
        language=language,
        limits=limits,
        revisions=revisions,
        readers=readers,
    )
    return outline(found, language, part=part)


def document(
    data: bytes,
    name: str,
    *,
    language: Language | None = None,
    limits: Limits = LIMITS,
    revisions: Revisions = "accept",
    readers: Mapping[str, Reader] = READERS,
) -> Document:
    """The document in ``data``, with its digest; of two columns the side in ``language``.

    Raises ReadError.
    """
    if not data.strip():
        raise ReadError("the file is empty", where=name, hint="ask for it again")
    reader = next(known for known in readers.values() if known.knows(data, name))
    found = one_side(reader.read(data, name, Reading(limits, revisions)), language)
    if not reader.whole:
        tongue = language or detect(found.text)
        found = replace(found, blocks=cut(found.blocks, tongue.numbering))
    return replace(found, digest=hashlib.sha256(data).hexdigest())
