"""The text of a labelled file: labels say by offsets what stands in it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from lxml.etree import _Element

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path(os.environ.get("CONTRACTKIT_CORPUS", ROOT.parent / "shared" / "corpus"))

_TOLD = {qn("w:tab"): "\t", qn("w:br"): "\n"}


def text_of(name: str) -> str:
    """The decoded text of a file of the corpus, its line ends untouched; of a .docx its paragraphs.

    Paragraphs stand one a line, those of tables too, without the numbers that Word computes: so
    the offsets of labels do not move when our reader does.
    """
    content = (CORPUS / name).read_bytes()
    if not name.endswith(".docx"):
        return content.decode("utf-8", errors="replace")
    body = Document(BytesIO(content)).element.body
    return "\n".join("".join(_runs(paragraph)) for paragraph in body.iter(qn("w:p")))


def _runs(paragraph: _Element) -> Iterator[str]:
    for node in paragraph.iter(qn("w:t"), *_TOLD):
        if node.tag == qn("w:t"):
            yield node.text or ""
        elif node.getparent().tag == qn("w:r"):  # not the tab stops of a paragraph
            yield _TOLD[node.tag]
