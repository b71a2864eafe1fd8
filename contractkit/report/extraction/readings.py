"""Normal forms as a reader says them: <= P30D is at most 30 days, 不超过30日."""

from __future__ import annotations

import re
from collections.abc import Mapping

_PERIOD = re.compile(r"P(?:\d+(?:\.\d+)?(?:BD|[YMWD])){0,4}(?:T(?:\d+(?:\.\d+)?[HMS]){1,3})?\Z")
_PART = re.compile(r"(T?)(\d+(?:\.\d+)?)(BD|[YMWDHS])")
_COMPARED = re.compile(r"(>=|<=|>|<|~)? ?(.*)\Z", re.DOTALL)


def reading(value: str, op: str, labels: Mapping[str, str]) -> str:
    """A duration with its comparator in words, in the language of ``labels``; "" for what is none.

    ``value`` is a normal form (``P1Y6M``, ``P3M..P12M``) and may begin with its comparator.
    """
    compared = _COMPARED.match(value)
    if compared and compared[1]:
        op, value = compared[1], compared[2]
    ends = value.split("..")
    if len(ends) > 2 or not all(len(end) > 1 and _PERIOD.match(end) for end in ends):
        return ""
    said = labels["reading.range"].join(_spelled(end, labels) for end in ends)
    return labels[f"reading.{op}"].format(said) if op else said


def beside(value: str, op: str, labels: Mapping[str, str]) -> str:
    """The value as words with its normal form in brackets, where it has words; else itself."""
    code = f"{op} {value}".strip()
    said = reading(value, op, labels)
    return f"{said} ({code})" if said else code


def _spelled(period: str, labels: Mapping[str, str]) -> str:
    """1 year 6 months, 1年6个月."""
    timed, parts = False, []
    for mark, amount, unit in _PART.findall(period):
        timed = timed or bool(mark)
        one, _, many = labels[f"reading.{'T' if timed else ''}{unit}"].partition("|")
        parts.append((one if amount == "1" else many or one).format(amount))
    return labels["reading.joint"].join(parts)
