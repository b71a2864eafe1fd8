"""Values that bound a measure, as rows that a computer can check: 平均住院日 · 三级 · <= · 16."""

from __future__ import annotations

import re
from collections.abc import Iterator

from contractkit.extract.source import Source
from contractkit.model.extraction import Fact

KINDS = ("duration", "percent", "money", "count", "multiple", "score")
_PERIOD = re.compile(r"PT?(\d+(?:\.\d+)?)(BD|[HDWMYS])\Z")
_MINUTES = "MIN"  # M is a month
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)(.*)\Z")


def thresholds(source: Source) -> Iterator[Fact]:
    """Each bounded measure: ``name`` is the measure, ``op`` and ``value`` the bound."""
    find = source.language.statements.measure
    for passage in source.passages:
        for value in source.values(passage.text):
            told = find(passage.text, value) if value.kind in KINDS else None
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
                details=(("applies", told.applies), ("unit", value.unit or unit)),
            )


def _parts(value: str) -> tuple[str, str]:
    """The number and the unit of a normal form: P16D is 16 and D, 3% is 3 and %."""
    match = _PERIOD.match(value) or _NUMBER.match(value)
    if match is None:
        return value, ""
    minutes = value.startswith("PT") and match[2] == "M"
    return match[1], _MINUTES if minutes else match[2]
