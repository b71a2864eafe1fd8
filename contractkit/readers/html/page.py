"""The bytes of an HTML page -> its tree: the encoding found, the tags mended, nothing fetched."""

from __future__ import annotations

import codecs
import re

from lxml import etree

from contractkit.errors import ReadError, UnsafeFile
from contractkit.model.document import Note

DEPTH = 256  # of nested elements: the parser's own limit; no page that is written needs a tenth
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|meta|title|p|div|table|h[1-6]|ol|ul|article|section)\b",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]+)")


def is_html(data: bytes, name: str) -> bool:
    """Whether ``data`` begins as a page of HTML does. Markdown may begin with a tag as well."""
    if name.lower().endswith((".md", ".markdown")):
        return False
    encoding = next((code for mark, code in MARKS if data.startswith(mark)), "latin-1")
    return bool(_PAGE.match(data[:4096].decode(encoding, "ignore")))


def decode(data: bytes, name: str) -> tuple[str, tuple[Note, ...]]:
    """The text of the page, and a note when its encoding is not the one that it declares."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace"), ()
    match = _XML_DECLARED.match(data) or _DECLARED.search(data[:4096])
    declared = match[1].decode("ascii").lower() if match else ""
    if declared in ("gb2312", "gbk", "gb_2312-80", "x-gbk"):
        declared = "gb18030"  # which holds them, and what pages that declare them really use
    for encoding in filter(None, (declared, "utf-8", "gb18030")):
        try:
            text = data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            continue
        certain = encoding == (declared or "utf-8")
        return text, () if certain else (Note("encoding", encoding.upper()),)
    raise ReadError(
        "the page is neither UTF-8 nor GB18030, nor what it declares",
        where=name,
        hint="open it in a browser and save it again",
    )


def root(text: str, name: str) -> etree._Element | None:
    """The root of the page, its tree mended as a browser would; None if there is nothing in it."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        page = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(
            "this is not a page of HTML", where=name, hint="ask for it again"
        ) from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnsafeFile(
            f"the page nests its elements deeper than {DEPTH}", where=name, hint="ask the sender"
        )
    return page
