"""What an English threshold is of, and to whom it applies: average length of stay · tertiary."""

from __future__ import annotations

import re

_MEASURE = re.compile(
    r"\b((?:(?:average|median|overall|total|annual|monthly|inpatient|outpatient|readmission|referral|transfer|denial|positive|generic|member|patient|first[- ]pass|on[- ]time|claims?|call|abandonment|error|no[- ]show|bed|drug|out-of-pocket|length|stay|satisfaction|accuracy|response|occupancy|screening|compliance|of|rate|system|service|network|up)[\s-]+){0,5}"
    r"(?:rate|ratio|length of stay|score|percentage|proportion|share|index|uptime|availability|accuracy|volume|wait(?:ing)? time))\b",
    re.IGNORECASE,
)
_LEVEL = re.compile(
    r"\b(?:tertiary|secondary|primary|level \w+|class \w+|urban|rural|acute|Class III|Class II|Grade \w+)(?: (?:hospitals?|facilit(?:y|ies)|care))?\b",
    re.IGNORECASE,
)


def measure(text: str, at: int) -> tuple[str, str] | None:
    """The measure that the value at ``at`` bounds, and to whom; None when it bounds none."""
    start = max(text.rfind(mark, 0, at) for mark in (". ", ";", "\n")) + 1
    before = text[max(start, at - 140) : at]
    found = list(_MEASURE.finditer(before))
    if not found:
        return None
    levels = list(_LEVEL.finditer(before))
    return " ".join(found[-1][1].split()), levels[-1][0] if levels else ""
