"""Read a file saved as "Strict Open XML" as if it had been saved as an ordinary .docx.

Strict files use other namespaces and relationship types for the same things (ISO/IEC 29500-1);
Word writes either, and everything else here knows the ordinary (transitional) ones. Done once, as
a package is opened.
"""

from __future__ import annotations

import re
from typing import Final

STRICT: Final = b"http://purl.oclc.org/ooxml/"
_NAMESPACE: Final = re.compile(rb"http://purl\.oclc\.org/ooxml/([A-Za-z]+)/")
_CONFORMANCE: Final = re.compile(rb'\s(?:\w+:)?conformance="strict"')


def make_transitional(parts: dict[str, bytes]) -> None:
    """Give all ``parts`` of a package, in place and before any is parsed, ordinary namespaces."""
    for name, data in parts.items():
        if name.endswith((".xml", ".rels")) and STRICT in data:
            data = _NAMESPACE.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data)
            parts[name] = _CONFORMANCE.sub(b"", data, count=1)
