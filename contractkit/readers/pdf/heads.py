"""Rows of all pages -> the same without running heads, footers and page numbers.

What stands at the same height on many pages, but for its digits, belongs to the page and not to the
agreement. Only the rows at the edges of a page are looked at, from the outside in.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from contractkit.readers.pdf.lines import Row

ROWS = 4  # at either edge of a page that may be a running head
EDGE = 0.2  # of the page's height: what stands farther from the edge is text
SHARE = 0.35  # of the pages: less than a half, since left and right pages may differ
NEAR = 4.0  # points: the same height
MARGIN = 0.09  # of the page's height: where a number that stands alone is the page's

_DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b")
_NUMBER = re.compile(r"[-–—·\s]*#[-–—·\s]*(?:/\s*#)?")


def without_heads(pages: Sequence[Sequence[Row]], heights: Sequence[float]) -> list[list[Row]]:
    """The rows of each page that are not running heads; ``heights`` are those of the pages."""
    repeated = _repeated(pages)

    def is_head(row: Row, height: float) -> bool:
        key = _key(row)
        base = row[0].base
        if _NUMBER.fullmatch(key) and min(base, height - base) < MARGIN * height:
            return True
        outside = min(base, height - base) < EDGE * height
        return outside and any(abs(base - at) < NEAR for at in repeated.get(key, ()))

    out = []
    for page, height in zip(pages, heights, strict=True):
        first, last = 0, len(page)
        while first < min(ROWS, last) and is_head(page[first], height):
            first += 1
        while last > max(first, len(page) - ROWS) and is_head(page[last - 1], height):
            last -= 1
        out.append(list(page[first:last]))
    return out


def _repeated(pages: Sequence[Sequence[Row]]) -> dict[str, list[float]]:
    """For the text of each running head, but for its digits, the heights that it stands at."""
    found: dict[str, list[float]] = {}
    for page in pages:
        edges = page if len(page) <= 2 * ROWS else (*page[:ROWS], *page[-ROWS:])
        for row in edges:
            found.setdefault(_key(row), []).append(row[0].base)
    least = max(2, SHARE * len(pages))
    return {
        key: [cluster[0] for cluster in _clusters(places) if len(cluster) >= least]
        for key, places in found.items()
        if len(places) >= least
    }


def _clusters(places: Sequence[float]) -> list[list[float]]:
    """The heights that lie near one another: a head and a foot may say the same."""
    out: list[list[float]] = []
    for at in sorted(places):
        if out and at - out[-1][0] < NEAR:
            out[-1].append(at)
        else:
            out.append([at])
    return out


def _key(row: Row) -> str:
    """The text of a row without spaces, its digits and Roman numerals as one sign."""
    return re.sub(r"\s+", "", _DIGITS.sub("#", " ".join(line.text for line in row)))
