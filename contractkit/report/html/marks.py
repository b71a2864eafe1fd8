"""A unit's text as HTML paragraphs, with what was edited and what it means marked inside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from contractkit.model.comparison import Pair, Unit

REWRITTEN = 0.45  # score below which marking every word would only hide the text

Range = tuple[int, int, str, str]  # start, end, element, title


def before(pair: Pair) -> str:
    """The base's text: what went is in ``<del>``."""
    assert pair.base is not None  # noqa: S101 - asked for by the caller
    ranges: list[Range] = []
    if pair.other is not None and pair.score >= REWRITTEN:
        ranges = [(e.start, e.end, "del", "") for e in pair.edits]
    values = [(d.start, d.end) for d in pair.deltas if d.start >= 0]
    return _paragraphs(pair.base, ranges, values)


def after(pair: Pair) -> str:
    """The other's text: what came is in ``<ins>``, with the old text as its title."""
    assert pair.other is not None  # noqa: S101 - asked for by the caller
    ranges: list[Range] = []
    if pair.base is not None and pair.score >= REWRITTEN:
        ranges = [(e.other_start, e.other_end, "ins", e.before) for e in pair.edits]
    values = [(d.other_start, d.other_end) for d in pair.deltas if d.other_start >= 0]
    return _paragraphs(pair.other, ranges, values)


def _paragraphs(unit: Unit, ranges: Sequence[Range], values: Sequence[tuple[int, int]]) -> str:
    labels = {place.offset: place.label for place in unit.places}
    out = []
    at = 0
    for line in unit.text.split("\n"):
        label = labels.get(at, "")
        number = f'<span class="n">{escape(label)}</span> ' if label else ""
        inner = "".join(_pieces(unit.text, at, at + len(line), ranges, values))
        out.append(f"<p>{number}{inner}</p>")
        at += len(line) + 1
    return "".join(out)


def _pieces(
    text: str,
    start: int,
    end: int,
    ranges: Sequence[Range],
    values: Sequence[tuple[int, int]],
) -> Iterator[str]:
    """The text from ``start`` to ``end`` in pieces, each inside the elements that cover it."""
    inside = [r for r in ranges if r[0] < end and start < r[1]]
    marked = [v for v in values if v[0] < end and start < v[1]]
    cuts = {start, end}
    cuts |= {min(max(edge, start), end) for r in inside for edge in r[:2]}
    cuts |= {min(max(edge, start), end) for v in marked for edge in v}
    edges = sorted(cuts)
    for left, right in pairwise(edges):
        piece = escape(text[left:right])
        if any(a <= left and right <= b for a, b in marked):
            piece = f"<mark>{piece}</mark>"
        cover = next((r for r in inside if r[0] <= left and right <= r[1]), None)
        if cover:
            title = f' title="{escape(cover[3])}"' if cover[3] else ""
            piece = f"<{cover[2]}{title}>{piece}</{cover[2]}>"
        yield piece
