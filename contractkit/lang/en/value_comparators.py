"""Which comparator stands before or after a value: at least · no later than · up to · or more."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from contractkit.lang.base import Value

BEFORE = {
    ">=": (
        "at least|at a minimum|no less than|not less than|no fewer than|not fewer than|not be less than"
        "|no shorter than|no earlier than|not earlier than|no sooner than|not sooner than|minimum|minimum of"
        "|equal to or greater than|greater than or equal to|no lower than|not lower than|equal or exceed"
        "|equals or exceeds|not be lower than|not be fewer than|not fall below|not drop below|not be below|≥|>=|minimum limit of|minimum limits of"
        "|minimum coverage of|minimum amount of|minimum amounts of|minimum period of|minimum term of"
    ),
    "<=": (
        "within|no more than|not more than|no later than|not later than|no longer than|not longer than"
        "|no greater than|not greater than|not be more than|not be greater than|not be longer than|up to|not to exceed"
        "|not exceed|not exceeding|not in excess of|not over|at most|a maximum of|maximum of|maximum|less than or equal to"
        "|equal to or less than|nor more than|nor later than|in no more than|not be later than|no higher than"
        "|not higher than|never exceed|without exceeding|not exceeds|limited to|capped at|maximum amount of"
        "|maximum period of|maximum term of|in no event later than|in no event more than|≤|<="
    ),
    ">": (
        "more than|exceeds|exceed|exceeding|exceeded|in excess of|greater than|longer than|over|above|beyond|later than"
        "|higher than|>"
    ),
    "<": "less than|fewer than|under|below|shorter than|lower than|earlier than|sooner than|<",
    "~": "approximately|about|roughly|around|approx.|nearly|circa",
}
AFTER = {
    ">=": "or more|or greater|or longer|or higher|or better|or above|at a minimum|at least|minimum",
    "<=": "or less|or fewer|or shorter|or lower|or below|at most|maximum|or sooner|or earlier",
}

_BEFORE = {phrase: op for op, phrases in BEFORE.items() for phrase in phrases.split("|")}
_AFTER = {phrase: op for op, phrases in AFTER.items() for phrase in phrases.split("|")}


def _either(phrases: dict[str, str]) -> str:
    ordered = sorted(phrases, key=len, reverse=True)
    return "|".join(re.escape(phrase).replace(r"\ ", " ") for phrase in ordered)


# within a further period of thirty days; a minimum of the first two years
_GAP = (
    r"(?:,? (?:a|an|in|the|of|any|such|each|period|further|additional|first|next|following|prior|initial"
    r"|preceding|term|aggregate|total|amount|limit|to|amounts)){0,6},?"
)
_PREFIX = re.compile(rf"(?:^|[\s(,;:\"“●•*-])({_either(_BEFORE)}){_GAP} ?\(?$")
# Over the 180 day period, under the one-year plan: during it, not more or less of it.
_DURING = re.compile(r"(?:over|under|above|about|beyond) (?:a|an|the|any|such|each|said)\b[^()]*$")
# Paid over twelve months: in the course of them.
_SPREAD = re.compile(
    r"\b(?:vest(?:s|ed|ing)?|paid|(?:re)?payable|repaid|spread|amorti[sz]ed|accrues?|accrued|earned|phased|recogni[sz]ed|delivered)"
    r"(?: [\w$,.()-]+){0,5} over$"
)
# The minimum period of notice is ten days; the maximum that is paid shall be $500.
_BOUND = re.compile(r"\b(minimum|maximum)\b[^.;,]{0,60} (?:is|are|be)$")
# No later than ten days before the meeting is ten days before it or more.
_AHEAD = re.compile(r"[ \n\r\t\u00a0]{1,20}(?:prior|before|in advance|preceding|ahead)(?![a-z])")
_DEADLINE = re.compile(
    r"(?:no|not) (?:later|less) than$|in no event later than$|nor later than$|not be later than$"
)
_SUFFIX = re.compile(rf",?\s{{0,20}}({_either(_AFTER)})(?![a-z])")
_LOOK_BACK = 72
# In no event shall the fee, taken together, exceed $500: the verb is far from its negation.
_MORE = "(?:more|greater|longer|later)"
_THAN = "(?:less|fewer|lower|more|greater|longer|later|earlier) than"
_MODAL_NOT = "(?:shall|will|may|must|can|does|do) ?not"
_NEGATION = re.compile(
    rf"(?:(?:in no (?:event|case)|under no circumstances|neither|nor|never)\b[^.;]{{0,100}}(?:exceed|(?:be |is )?{_THAN})"
    rf"|{_MODAL_NOT}\b(?:(?!\b(?:appl(?:y|ies)|hold|cover|include|extend|concern)\b)[^.;]){{0,100}}(?:exceed|be {_THAN}|{_MORE} than)"
    rf"|{_MODAL_NOT} {_THAN})$"
)
_ALSO = re.compile(
    r"\s{0,3}(?:(?:per|each|for each|for any one|any one|for all) [a-z]{1,20}|individually|annually)?"
    r"(?:,\s{0,3}(?:and|or)?|\s{0,3}(?:and|or|/))\s{0,3}"
)
_NEGATED = {">": "<=", "<": ">="}
_LONG_LOOK_BACK = 160
_SPACES = re.compile(r"\s+")


def operator(lower: str, start: int, end: int) -> str:
    """The comparator of the value at ``lower[start:end]`` of a lower-case text, or "" for exactly."""
    window = _SPACES.sub(" ", lower[max(0, start - _LOOK_BACK) : start])
    before = _PREFIX.search(window)
    if before and (
        _DURING.match(window, before.start(1)) or _SPREAD.search(window, 0, before.end(1))
    ):
        return ""
    if before:
        op = _BEFORE[before[1]]
        if op == "<=" and _DEADLINE.match(before[1]) and _AHEAD.match(lower, end):
            return ">="
        if op not in _NEGATED:
            return op
        clause = _SPACES.sub(" ", lower[max(0, start - _LONG_LOOK_BACK) : start])
        told = clause[: len(clause) - (len(window) - before.end(1))]
        return _NEGATED[op] if _NEGATION.search(told) else op
    after = _SUFFIX.match(lower, end)
    if after:
        return _AFTER[after[1]]
    bound = _BOUND.search(window.rstrip())
    return _BEFORE[bound[1]] if bound else ""


def coordinated(lower: str, values: list[Value]) -> list[Value]:
    """The values, with the comparator of the one before where both are said in one breath.

    Not less than $1,000,000 per occurrence and $3,000,000 in the aggregate: both are the least.
    """
    found = list(values)
    for index, (_, second) in enumerate(pairwise(values), 1):
        first = found[index - 1]
        if (
            first.op
            and not second.op
            and {first.kind, second.kind} <= {"money", "percent"}
            and _ALSO.fullmatch(lower, first.end, second.start)
        ):
            found[index] = replace(second, op=first.op)
    return found
