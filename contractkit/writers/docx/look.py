"""A look as docxtpl fills it, without what it does anew for each document to no effect."""

from __future__ import annotations

import re
from functools import lru_cache

from docxtpl import DocxTemplate

# A text with a mark that docxtpl makes a tab, a break or a paragraph of.
_LISTED = re.compile(r"<w:t(?: [^>]*)?>[^<]*[\t\n\a\f]")


class Look(DocxTemplate):  # type: ignore[misc]
    """A Word file with docxtpl's places."""

    def patch_xml(self, src_xml: str) -> str:
        """The XML of a part with its tags as jinja reads them, free of Word's own."""
        return _patched(src_xml)

    def resolve_listing(self, xml: str) -> str:
        """The XML of a part with breaks for the line ends in its texts; as it is without any."""
        return str(super().resolve_listing(xml)) if _LISTED.search(xml) else xml


@lru_cache(maxsize=64)  # looks are few, and each is filled many times
def _patched(xml: str) -> str:
    return str(DocxTemplate.patch_xml(None, xml))  # it asks nothing of the file itself
