"""Which comparator stands before or after a value: at least · no later than · up to · or more."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from contractkit.lang.value import Value

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
    "~": "approximately|approximate|about|roughly|around|approx.|nearly|circa",
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
    r"(?:,? (?:a|an|in|the|of|any|such|that|each|period|further|additional|first|last|past|previous|next|following|prior|initial"
    r"|preceding|term|aggregate|total|amount|limit|to|amounts)){0,6},?"
)
_PREFIX = re.compile(rf"(?:^|[\s(,;:\"“●•*-])({_either(_BEFORE)}){_GAP} ?\(?$")
# Over the 180 day period: during it, not more or less of it; as is said below, ten days later.
_DURING = re.compile(
    r"(?:over|under|above|about|beyond) (?:a|an|the|any|such|each|said)\b[^()]*$|(?:under|above|below|over),"
)
# Paid over twelve months: in the course of them.
_SPREAD = re.compile(
    r"\b(?:vest(?:s|ed|ing)?|paid|(?:re)?payable|repaid|spread|amorti[sz]ed|accrues?|accrued|earned|phased|recogni[sz]ed|delivered)"
    r"(?: [\w$,.()-]+){0,5} over ?\(?$"
)
# Within 50% of the pages: a share of them.
_SHARE_OF = re.compile(r"(?:%|percent)\)?$")
# The minimum period of notice is ten days; the maximum that is paid shall be $500.
_BOUND = re.compile(r"\b(minimum|maximum)\b[^.;,]{0,60} (?:is|are|be|of)$")
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
_NOT_BEYOND = "(?:is|are) not [a-z]{2,16} beyond"
_NEGATION = re.compile(
    rf"(?:(?:in no (?:event|case|way)|under no circumstances|neither|nor|never)\b[^.;]{{0,100}}(?:exceed|beyond|(?:be |is )?{_THAN})"
    rf"|{_MODAL_NOT}\b(?:(?!\b(?:appl(?:y|ies)|hold|cover|include|extend|concern)\b)[^.;]){{0,100}}(?:exceed|beyond|be {_THAN}|{_MORE} than)"
    rf"|{_MODAL_NOT} {_THAN}|{_NOT_BEYOND})$"
)
_ALSO = re.compile(
    r"\s{0,80}(?:[a-z]{3,12}\s{1,80})?(?:(?:per|each|for each|for any one|any one|for all)\s{1,80}[a-z]{1,20}|individually|annually)?"
    r"(?:,\s{0,80}(?:and|or)?|\s{0,80}(?:and|or|/))\s{0,80}"
)
# Within thirty days if sent by wire and forty-five if on paper.
_ALSO_DAYS = re.compile(
    r"(?:\s{1,80}(?:if|for|when|where)(?:\s{1,80}[a-z]{1,16}){1,3})?,?\s{1,80}(?:and|or)\s{1,80}"
)
_FAR = 200  # characters between two values that are said in one breath
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
    if before and not (before[1] == "within" and _SHARE_OF.search(lower, start, end)):
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


def _together(one: str, other: str, between: str) -> bool:
    """Whether what stands ``between`` two values lets the first's comparator hold for both."""
    if {one, other} == {"duration"}:
        return bool(_ALSO_DAYS.fullmatch(between))
    mixed = {one, other} == {"money", "percent"} and between.rstrip().endswith(" or")
    return (mixed or {one, other} == {"money"}) and bool(_ALSO.fullmatch(between))


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
            and second.start - first.end < _FAR
            and _together(first.kind, second.kind, lower[first.end : second.start])
        ):
            found[index] = replace(second, op=first.op)
    return found
