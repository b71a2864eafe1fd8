"""How often terms stand in texts, in one walk however many terms there are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

HEAD = 6  # characters of a term by which it is looked up


def occurrences(terms: Iterable[str], texts: Iterable[str]) -> Counter[str]:
    """How often each term stands in the texts, not inside a longer word nor a longer term.

    A place is looked up by its first characters, so that the time does not grow with the terms.
    """
    known = frozenset(term for term in terms if term)
    counts: Counter[str] = Counter()
    if not known:
        return counts
    lengths: dict[str, set[int]] = {}
    for term in known:
        lengths.setdefault(term[:HEAD], set()).add(len(term))
    longest_first = {head: sorted(sizes, reverse=True) for head, sizes in lengths.items()}
    heads = sorted({len(head) for head in lengths}, reverse=True)
    begin = re.compile(f"(?<![A-Za-z])[{re.escape(''.join({term[0] for term in known}))}]")
    for text in texts:
        at = 0
        while found := begin.search(text, at):
            at = found.start()
            for head in heads:
                sizes = longest_first.get(text[at : at + head], ())
                if size := next((n for n in sizes if _stands(text, at, n, known)), 0):
                    counts[text[at : at + size]] += 1
                    at += size - 1
                    break
            at += 1
    return counts


def _stands(text: str, at: int, size: int, known: frozenset[str]) -> bool:
    """Whether a known term of ``size`` characters begins at ``at`` and no word goes on after it."""
    return text[at : at + size] in known and not "a" <= text[at + size : at + size + 1] <= "z"
