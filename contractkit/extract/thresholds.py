"""Values that bound a measure, as rows that a computer can check: 平均住院日 · 三级 · <= · 16."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contractkit.extract.source import Source
from contractkit.model.extraction import Fact

KINDS = ("duration", "percent", "money", "count", "multiple", "score")
_PERIOD = re.compile(r"PT?(\d+(?:\.\d+)?)(BD|[HDWMY])\Z")
_MINUTES = re.compile(r"PT(\d+(?:\.\d+)?)([MS])\Z")
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(.*)\Z")


def thresholds(source: Source) -> Iterator[Fact]:
    """Each bounded measure: ``name`` is the measure, ``op`` and ``value`` the bound."""
    find = source.language.statements.measure
    for passage in source.passages:
        for value in source.values(passage.text):
            if value.kind not in KINDS or not value.op:
                continue
            told = find(passage.text, value.start)
            if told is None:
                continue
            amount, unit = _parts(value.value)
            yield source.fact(
                passage,
                value.start,
                value.end,
                kind="threshold",
                name=told[0],
                value=amount,
                op=value.op,
                rule=f"threshold.{value.kind}",
                details=(("applies", told[1]), ("unit", value.unit or unit)),
            )


def _parts(value: str) -> tuple[str, str]:
    """The number and the unit of a normal form: P16D is 16 and D, 3% is 3 and %."""
    if timed := _MINUTES.match(value):
        return timed[1], f"T{timed[2]}"  # minutes, which are no months
    match = _PERIOD.match(value) or _NUMBER.match(value)
    return (match[1], match[2]) if match else (value, "")
