"""What an amount is paid by: $500 per day · 1.5% a month · $12 PMPM · $80 for each visit."""

from __future__ import annotations

import re

from contractkit.lang.en.numerals import S0, S

# After "a" only what time is measured in: $5 a share, but "10% a party" is no rate.
_TIMES = {
    "hour": "hour", "hr": "hour", "day": "day", "diem": "day", "week": "week", "month": "month", "quarter": "quarter",
    "year": "year", "annum": "year", "calendar year": "year", "calendar month": "month", "business day": "business day",
}  # fmt: skip
_THINGS = (
    (
        "accident admission beneficiary bed case child claim copy discharge encounter employee episode incident injection "
        "item license member mile minute occurrence page participant patient person procedure provider "
        "prescription recipient record request rvu script service session share stay student subscriber test "
        "transaction treatment unit user visit inpatient+day bed+day patient+day covered+life enrollee"
    )
    .replace("+", "_")
    .split()
)
_NAMES = _TIMES | {thing.replace("_", " "): thing.replace("_", " ") for thing in _THINGS}
_OFTEN = {
    "annual": "year",
    "yearly": "year",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
    "quarterly": "quarter",
}
_SHORT = {"pmpm": "/member/month", "pmpy": "/member/year", "pppm": "/patient/month"}
_KINDS = frozenset({"money", "percent", "count"})


def _either(words: object) -> str:
    ordered = sorted(map(str, words), key=len, reverse=True)  # type: ignore[call-overload]
    return "|".join(word.replace(" ", S) for word in ordered)


_PER = re.compile(
    rf"{S0}(?:"
    rf"(?:(?:,{S0})?(?:for{S}|disease{S})?(?:per|each|every|any{S}one|any{S}single){S}|/{S0}|-per-)(?P<name>{_either(_NAMES)})"
    rf"|(?:a|an){S}(?P<time>{_either(_TIMES)})"
    rf"|(?P<often>{_either(_OFTEN)})(?={S}(?:fee|rate|salary|retainer|premium|payment|stipend|rent|charge|wage)s?(?![a-z]))"
    rf"|\(?(?P<short>{_either(_SHORT)})\)?"
    r")(?![a-z])"
)
_SPACES = re.compile(r"\s+")
_MOST = 2


def paid_by(lower: str, end: int, kind: str) -> str:
    """What the amount before ``end`` is paid by, each after a slash: /day, /member/month; or ""."""
    if kind not in _KINDS:
        return ""
    told = ""
    for _ in range(_MOST):
        found = _PER.match(lower, end)
        if not found:
            break
        if found["short"]:
            return told + _SHORT[found["short"]]
        if found["often"]:
            return told + f"/{_OFTEN[found['often']]}"
        name = _SPACES.sub(" ", found["name"] or found["time"])
        told += f"/{_NAMES[name]}"
        end = found.end()
    return told
