"""Which wrapper of the other side (link, content control) is which wrapper of the base."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from contractkit.ooxml.package import Element
from contractkit.redline.items import Atom, Item
from contractkit.redline.units import Unit

Partners = dict[Element, Element]


def partners_of(items: Iterable[Item], base: Sequence[Unit], other: Sequence[Unit]) -> Partners:
    """The wrappers of the other side with their partners in the base.

    Two wrappers are one when they hold the same text; those that are left over, with nothing in
    common, are paired in order if there are as many on both sides.
    """
    found: Partners = {}
    if not base or not other:
        return found
    taken: set[Element] = set()
    for item in items:
        if isinstance(item, Atom) and item.other is not None:
            for mine, theirs in zip(item.segment.path, item.other.path, strict=False):
                if theirs not in found and mine not in taken:
                    found[theirs] = mine
                    taken.add(mine)
    left, right = _wrappers(base), _wrappers(other)
    for kind, row in right.items():
        rest = [e for e in row if e not in found]
        free = [e for e in left.get(kind, []) if e not in taken]
        if len(rest) == len(free):
            found.update(zip(rest, free, strict=True))
    return found


def _wrappers(units: Sequence[Unit]) -> dict[tuple[str, int], list[Element]]:
    """The wrappers by what is compared of them and how deep they stand, in order."""
    found: dict[tuple[str, int], list[Element]] = {}
    for unit in units:
        for segment in unit.segments:
            for depth, wrapper in enumerate(segment.path):
                row = found.setdefault((segment.context, depth), [])
                if wrapper not in row:
                    row.append(wrapper)
    return found
