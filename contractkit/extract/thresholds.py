"""Values that bound a measure, as rows that a computer can check: 平均住院日 · 三级 · <= · 16."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from contractkit.extract.source import Passage, Source
from contractkit.lang.statements import Measured
from contractkit.lang.value import Value
from contractkit.model.extraction import Fact

KINDS = ("duration", "percent", "money", "count", "multiple", "score")
_PERIOD = re.compile(r"PT?(\d+(?:\.\d+)?)(BD|[HDWMYS])\Z")
_MINUTES = "MIN"  # M is a month
_HEAD = 80  # characters: a first cell that is longer is a text, not the name of a measure
_COMPARATOR = 30  # characters that a comparator takes at most
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(.*)\Z")


def thresholds(source: Source) -> Iterator[Fact]:
    """Each bounded measure: ``name`` is the measure, ``op`` and ``value`` the bound."""
    statements = source.language.statements
    for passage in source.passages:
        values = [value for value in source.values(passage.text) if value.kind in KINDS]
        taken = {place for value in values for place in range(value.start, value.end)}
        indices = (v for v in statements.indices(passage.text) if v.start not in taken)
        for value in (*values, *indices):
            told = _by_row(passage.text, value, statements.measure)
            if told is None:
                continue
            amount, unit = _parts(value.value)
            yield source.fact(
                passage,
                value.start,
                value.end,
                kind="threshold",
                name=told.name,
                value=amount,
                op=told.op or value.op,
                rule=f"threshold.{value.kind}",
                details=(
                    ("applies", told.applies),
                    ("unit", value.unit or unit),
                    ("sentence", _sentence(source, passage, value)),
                ),
            )


def _sentence(source: Source, passage: Passage, value: Value) -> str:
    """The sentence that states ``value``, on one line."""
    sentences = source.sentences(passage.text)
    place = bisect_right(sentences, value.start, key=lambda sentence: sentence.start) - 1
    return " ".join((sentences[place].text if place >= 0 else passage.text).split())


def _by_row(
    text: str, value: Value, measure: Callable[[str, Value], Measured | None]
) -> Measured | None:
    """What ``value`` bounds; in the row of a table that says it in no other way, its first cell."""
    head, tab, _ = text.partition("\t")
    if not tab:
        return measure(text, value)
    if value.start < len(head):  # what the row is about, and no bound
        return None
    told = measure(text, value)
    cell = text[text.rfind("\t", 0, value.start) + 1 : value.start]
    alone = len(cell) <= _COMPARATOR and text[value.end : value.end + 1] in "\t\n"
    if told is None and value.op and alone and len(head) <= _HEAD:
        return Measured(" ".join(head.split()), "")
    return told


def _parts(value: str) -> tuple[str, str]:
    """The number and the unit of a normal form: P16D is 16 and D, 3% is 3 and %."""
    match = _PERIOD.match(value) or _NUMBER.match(value)
    if match is None:
        return value, ""
    minutes = value.startswith("PT") and match[2] == "M"
    return match[1], _MINUTES if minutes else match[2]
