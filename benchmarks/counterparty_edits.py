"""Edits a Word file as a counterparty does: words, cells, paragraphs, and what is easily not seen.

An edit is a list: what is done, then where and what, as in ``counterparty.jsonl``:

    replace OLD NEW           words within one paragraph, the formatting of the first kept
    cell ROW OLD NEW          a cell of the row that holds ROW
    drop START                the paragraph that begins with START
    add START TEXT            a paragraph behind it, in its style
    after WORDS TEXT          text behind words of a paragraph, in a run of its own
    hide WORDS TEXT           … that is formatted as hidden
    strike WORDS OLD          OLD, which follows WORDS, as a tracked deletion
    box WORDS TEXT            a text box in the paragraph that holds WORDS
    footnote WORDS TEXT       a footnote there
    header TEXT               a paragraph at the end of the page header
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from typing import Any

from docx import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

NOTE = (
    "<w:footnotes {spaces}><w:footnote w:id='7'><w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    "</w:footnote></w:footnotes>"
)
BOX = (
    "<w:r {spaces} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict><v:shape><v:textbox>"
    "<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape>"
    "</w:pict></w:r>"
)
HIDDEN = "<w:r {spaces}><w:rPr><w:vanish/></w:rPr><w:t>{text}</w:t></w:r>"
RUN = "<w:r {spaces}><w:t>{text}</w:t></w:r>"
STRUCK = (
    "<w:del {spaces} w:id='901' w:author='B' w:date='2026-02-03T00:00:00Z'>"
    "<w:r><w:delText>{text}</w:delText></w:r></w:del>"
)


def edited(data: bytes, edits: Sequence[Sequence[str]]) -> bytes:
    """The Word file with the edits. Raises ValueError where the words are not there once."""
    document = Document(io.BytesIO(data))
    for name, *words in edits:
        EDITS[name](document, *words)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _paragraphs(document: Any) -> Iterator[Any]:
    return document.element.body.iter(qn("w:p"))


def _text(paragraph: Any) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))


def _holding(document: Any, words: str) -> Any:
    found = [one for one in _paragraphs(document) if words in _text(one)]
    if len(found) != 1:
        raise ValueError(f"{len(found)} paragraphs hold {words!r}")
    return found[0]


def _beginning(document: Any, words: str) -> Any:
    found = [one for one in _paragraphs(document) if _text(one).startswith(words)]
    if len(found) != 1:
        raise ValueError(f"{len(found)} paragraphs begin with {words!r}")
    return found[0]


def _put(paragraph: Any, start: int, end: int, new: str) -> None:
    """Characters ``start`` to ``end`` of the paragraph give way to ``new``."""
    at = 0
    for one in list(paragraph.iter(qn("w:t"))):
        text = one.text or ""
        first, last = max(start - at, 0), min(end - at, len(text))
        if at <= start <= at + len(text) and first <= last:
            one.text, new = text[:first] + new + text[last:], ""
        elif first < last:
            one.text = text[last:]
        one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        at += len(text)
        if at >= end:
            return


def replace(document: Any, old: str, new: str) -> None:
    paragraph = _holding(document, old)
    at = _text(paragraph).index(old)
    _put(paragraph, at, at + len(old), new)


def cell(document: Any, row: str, old: str, new: str) -> None:
    rows = [one for one in document.element.body.iter(qn("w:tr")) if row in _text(one)]
    cells = [one for row in rows for one in row.iter(qn("w:p")) if _text(one).strip() == old]
    if not cells:
        raise ValueError(f"no cell {old!r} beside {row!r}")
    _put(cells[0], 0, len(_text(cells[0])), new)


def drop(document: Any, start: str) -> None:
    paragraph = _beginning(document, start)
    paragraph.getparent().remove(paragraph)


def add(document: Any, start: str, text: str) -> None:
    paragraph = _beginning(document, start)
    new = deepcopy(paragraph)
    paragraph.addnext(new)
    _put(new, 0, len(_text(new)), text)


def _behind(document: Any, words: str, xml: str, text: str) -> None:
    """A run of its own behind words of a paragraph."""
    paragraph = _holding(document, words)
    end = _text(paragraph).index(words) + len(words)
    at = 0
    for one in list(paragraph.iter(qn("w:t"))):
        length = len(one.text or "")
        if at <= end <= at + length:
            run = one.getparent()
            rest = deepcopy(run)
            next(rest.iter(qn("w:t"))).text = one.text[end - at :]
            one.text = one.text[: end - at]
            made = parse_xml(xml.format(spaces=nsdecls("w"), text=text))
            run.addnext(made)
            made.addnext(rest)
            return
        at += length


def strike(document: Any, words: str, old: str) -> None:
    paragraph = _holding(document, words + old)
    start = _text(paragraph).index(words + old) + len(words)
    _put(paragraph, start, start + len(old), "")
    _behind(document, words, STRUCK, old)


def footnote(document: Any, words: str, text: str) -> None:
    part = document.part
    made = NOTE.format(spaces=nsdecls("w"), text=text).encode()
    name, kind = PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES
    part.relate_to(Part(name, kind, made, part.package), RELATIONSHIP_TYPE.FOOTNOTES)
    _behind(document, words, "<w:r {spaces}><w:footnoteReference w:id='7'/></w:r>", "")


def header(document: Any, text: str) -> None:
    for section in document.sections:
        if not section.header.is_linked_to_previous:
            section.header.add_paragraph(text)


EDITS: Mapping[str, Callable[..., None]] = {
    "replace": replace,
    "cell": cell,
    "drop": drop,
    "add": add,
    "after": lambda document, words, text: _behind(document, words, RUN, text),
    "hide": lambda document, words, text: _behind(document, words, HIDDEN, text),
    "strike": strike,
    "box": lambda document, words, text: _behind(document, words, BOX, text),
    "footnote": footnote,
    "header": header,
}
