"""The items of a list, each of which is a duty of its own: shall (a) keep it and (b) not disclose it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from contractkit.lang.en.duties.adverbs import is_adverb
from contractkit.lang.en.duties.conditions import completed, tidy
from contractkit.lang.en.duties.own_words import own_words
from contractkit.lang.en.duties.tokens import words
from contractkit.lang.en.times import times
from contractkit.lang.statements import Duty

_ENUMERATED = re.compile(
    r"(?:^|[\s,;:])\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s*|(?:^|[;:,]|\band|\bn?or)\s{0,20}\b[a-z]\.\s"
)
_NOT = re.compile(
    r"(?:\(?\w{1,4}[.)]\s+)?(?:not|never)\s", re.IGNORECASE
)  # of an item: not disclose it
_LEADS = frozenset(
    ", : do take any each all both one or more of the following as follows actions steps things".split()
)
_LABEL = re.compile(r"(?:[a-z]|[ivx]{1,4}|\d{1,2})(?=[.)])")
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv"
_SERIES = (
    tuple("abcdefghijklmnopqrstuvwxyz"),
    tuple(_ROMAN.split()),
    tuple(str(number) for number in range(1, 31)),
)
_LAST = re.compile(r"[,;]?\s*(?:and|n?or)?\s*\Z")  # what leads on to the next item


def split(row: Duty, text: str, at: int, stop: int) -> Iterator[Duty]:
    """A row for each of (a), (b), (c) right after the modal; else the row itself."""
    marks = list(_marks(text, at, stop))
    between = words(text[at : marks[0][0]]) if marks else []
    aside = text[at : at + 1] == "," and bool(between) and between[-1].low == ":"
    leads = all(is_adverb(word.low) or word.low in _LEADS for word in between)
    if len(marks) < 2 or not (leads or aside):
        yield row
        return
    row = replace(row, deadline=times(text[: marks[0][0]])[0])
    ends = [*(begun for begun, _ in marks[1:]), stop]
    for (begun, opened), end in zip(marks, ends, strict=True):
        what = _LAST.sub("", tidy(text[opened:end]))
        if what:
            modality, what = of_item(row.modality, what)
            part = replace(
                row,
                modality=modality,
                what=what,
                start=begun,
                end=end,
                rule="duty.enumerated",
            )
            stretch = text[begun:end]
            yield completed(part, stretch, own_words(stretch, words(stretch), 0, 0, 0, None))


def _marks(text: str, at: int, stop: int) -> Iterator[tuple[int, int]]:
    """Where the number of each item stands, in the order of (a), (b), (c): not "if neither (a) nor" """
    series: tuple[str, ...] = ()
    count = 0
    for mark in _ENUMERATED.finditer(text, max(at - 1, 0), stop):
        label = _LABEL.search(mark[0])
        if label is None:
            continue
        if not count:
            series = next((one for one in _SERIES if label[0] in one[:2]), ())
            if series and label[0] == series[1]:
                if at:
                    return
                yield 0, 0  # the number of the first stands apart, as the item's own
                count = 1
        place = mark.start() + label.start()
        before = text[max(place - 12, 0) : place].rstrip("( \t\r\n")
        follows = not count or before.endswith((",", ";", ":", ".", " and", " or", " nor"))
        if follows and count < len(series) and series[count] == label[0]:
            yield mark.span()
            count += 1


def of_item(modality: str, item: str) -> tuple[str, str]:
    """The modality of an item and what it says is to be done: shall (b) not disclose it."""
    negative = _NOT.match(item) if modality == "must" else None
    return ("must_not", item[negative.end() :]) if negative else (modality, item)
