# ruff: noqa: E501 - markup is read on one line
"""A small notation for Word files: ``docx(p("The ", b("term")), table([["1", "2"]]))``."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}"'
SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def t(text: str) -> str:
    """A text element."""
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def run(text: str, properties: str = "") -> str:
    """A run; a tab and a line break are elements."""
    parts = text.replace("\t", "\0<w:tab/>\0").replace("\n", "\0<w:br/>\0").split("\0")
    inner = "".join(x if x.startswith("<w:") else t(x) for x in parts if x)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def b(text: str) -> str:
    """A bold run."""
    return run(text, "<w:b/>")


def i(text: str) -> str:
    """An italic run."""
    return run(text, "<w:i/>")


def ins(*inner: str, author: str = "Earlier") -> str:
    """An insertion by somebody else."""
    return f'<w:ins w:id="900" w:author="{author}" w:date="2025-01-01T00:00:00Z">{joined(inner)}</w:ins>'


def deleted(text: str, author: str = "Earlier") -> str:
    """A deletion by somebody else."""
    mark = f'w:id="901" w:author="{author}" w:date="2025-01-01T00:00:00Z"'
    return f'<w:del {mark}><w:r><w:delText xml:space="preserve">{escape(text)}</w:delText></w:r></w:del>'


def link(target: str, *inner: str) -> str:
    """A hyperlink to a bookmark."""
    return f'<w:hyperlink w:anchor="{target}">{joined(inner)}</w:hyperlink>'


def control(tag: str, *inner: str) -> str:
    """A content control in a paragraph."""
    return (
        f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr>'
        f"<w:sdtContent>{joined(inner)}</w:sdtContent></w:sdt>"
    )


def field(code: str, *result: str) -> str:
    """A field with its result."""

    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    return char("begin") + instruction + char("separate") + joined(result) + char("end")


def note(number: int) -> str:
    """A reference to a footnote."""
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def bookmark(name: str, number: int, *inner: str) -> str:
    """A bookmark around something."""
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}{joined(inner)}<w:bookmarkEnd w:id="{number}"/>'


def comment(number: int, *inner: str) -> str:
    """The range of a comment, and its reference."""
    return (
        f'<w:commentRangeStart w:id="{number}"/>{joined(inner)}<w:commentRangeEnd w:id="{number}"/>'
        f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    )


def p(*inner: str, style: str = "", mark: str = "", section: bool = False, extra: str = "") -> str:
    """A paragraph; a string without markup is a run. ``mark`` are properties of its mark."""
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + extra
        + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
        + (SECTION if section else "")
    )
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{joined(inner)}</w:p>"


def joined(inner: tuple[str, ...]) -> str:
    """Markup, with plain strings as runs."""
    return "".join(x if x.startswith("<w:") else run(x) for x in inner if x)


def table(rows: list[list[str]]) -> str:
    """A table; a cell is text, or paragraphs."""
    columns = max(map(len, rows))
    grid = '<w:gridCol w:w="1000"/>' * columns
    body = "".join(f"<w:tr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


def _cell(text: str) -> str:
    inner = text if text.startswith("<w:") else p(text)
    return f'<w:tc><w:tcPr><w:tcW w:w="1000" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def docx(
    *blocks: str,
    notes: dict[int, str] | None = None,
    comments: dict[int, str] | None = None,
    header: str | None = None,
    styles: str | None = None,
    numbering: str | None = None,
) -> bytes:
    """A Word file; ``notes`` and ``comments`` are paragraphs by id."""
    section = SECTION
    if header is not None:
        section = section.replace(
            "<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="rId9"/>'
        )
    parts = {
        "document": f"<w:document {NAMESPACES}><w:body>{''.join(blocks)}{section}</w:body></w:document>"
    }
    if notes is not None:
        inner = "".join(f'<w:footnote w:id="{k}">{v}</w:footnote>' for k, v in notes.items())
        parts["footnotes"] = f"<w:footnotes {NAMESPACES}>{inner}</w:footnotes>"
    if comments is not None:
        inner = "".join(
            f'<w:comment w:id="{k}" w:author="A" w:date="2025-01-01T00:00:00Z">{v}</w:comment>'
            for k, v in comments.items()
        )
        parts["comments"] = f"<w:comments {NAMESPACES}>{inner}</w:comments>"
    if header is not None:
        parts["header"] = f"<w:hdr {NAMESPACES}>{header}</w:hdr>"
    if styles is not None:
        parts["styles"] = f"<w:styles {NAMESPACES}>{styles}</w:styles>"
    if numbering is not None:
        parts["numbering"] = f"<w:numbering {NAMESPACES}>{numbering}</w:numbering>"
    return _zip(parts)


def _zip(parts: dict[str, str]) -> bytes:
    types = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{_kind(name)}+xml"/>'
        for name in parts
    )
    relations = "".join(
        f'<Relationship Id="rId{9 if name == "header" else 100 + k}" Type="{R}/{name}" Target="{name}.xml"/>'
        for k, name in enumerate(parts)
        if name != "document"
    )
    files = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">{relations}</Relationships>',
        **{f"word/{name}.xml": text for name, text in parts.items()},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return out.getvalue()


def _kind(name: str) -> str:
    return "document.main" if name == "document" else name


def body(data: bytes) -> str:
    """The XML of the body, without who and when."""
    import re

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        text = archive.read("word/document.xml").decode()
    found = re.search(r"<w:body[^>]*>(.*)<w:sectPr", text, re.S)
    inner = found.group(1) if found else ""
    return re.sub(r' (?:w:id|w:author|w:date|xml:space|xmlns:\w+)="[^"]*"', "", inner)
