"""Filling a look: what is left out of docxtpl's work changes nothing."""

from __future__ import annotations

import io

import pytest
from docxtpl import DocxTemplate

from contractkit.library import default_root
from contractkit.writers.docx.look import Look

LOOK = default_root() / "templates" / "en" / "agreement.docx"
RUN = '<w:p><w:r><w:t xml:space="preserve">{}</w:t></w:r></w:p>'


@pytest.mark.parametrize("text", ["", "plain", "two\nlines", "a\ttab", "a\fpage", "a\apart"])
def test_line_ends_are_resolved_as_docxtpl_resolves_them(text: str) -> None:
    xml = f"<w:body>\n{RUN.format('first')}\n{RUN.format(text)}</w:body>"
    data = LOOK.read_bytes()
    looks = (kind(io.BytesIO(data)) for kind in (Look, DocxTemplate))
    ours, theirs = (look.resolve_listing(xml) for look in looks)
    assert ours == theirs


def test_the_tags_of_a_look_are_read_as_docxtpl_reads_them() -> None:
    data = LOOK.read_bytes()
    ours, theirs = (kind(io.BytesIO(data)) for kind in (Look, DocxTemplate))
    for look in (ours, theirs):
        look.init_docx()
    assert ours.patch_xml(ours.get_xml()) == theirs.patch_xml(theirs.get_xml())
