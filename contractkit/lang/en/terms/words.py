"""What the patterns of several terms are made of."""

from __future__ import annotations

import re

from contractkit.lang.statements import Side, TermRule, Where

DATES = ("date", "date_blank")
CONTRACT = (
    r"(?:agreement|contract|terms?|appointment|engagement|lease|licen[cs]e|addendum|amendment"
    r"|schedule|statement\s+of\s+work|arrangement)"
)


_NUMBER = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|eighteen|twenty|thirty|forty(?:-five)?|sixty|ninety|hundred(?:\s+(?:and\s+)?\w+)?)"
# A time as it stands before "notice" or after "at least": sixty (60) days
TIME = rf"\b{_NUMBER}[\s)(\d-]{{0,12}}(?:calendar\s+|business\s+|consecutive\s+|full\s+)?(?:days?|weeks?|months?|years?)\b"


def find(pattern: str) -> re.Pattern[str]:
    """A pattern in which capitals count as small letters."""
    return re.compile(pattern, re.IGNORECASE)


def every(*patterns: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of a rule that needs them all."""
    return tuple(find(pattern) for pattern in patterns)


def dated(
    rule: str,
    *needs: str | re.Pattern[str],
    reads: tuple[str, ...] = DATES,
    side: Side = "after",
    where: Where = "",
    unless: str = "",
) -> TermRule:
    """The rule ``term.RULE`` of a date, whose name stands before the full stop: it needs one to tell."""
    return TermRule(
        rule.partition(".")[0],
        f"term.{rule}",
        tuple(find(need) if isinstance(need, str) else need for need in needs),
        reads,
        side=side,
        where=where,
        unless=find(unless) if unless else None,
        strict=True,
        single=True,
    )


def unless(strong: str, weak: str, always: str = r"(?!)") -> re.Pattern[str]:
    """``weak`` in a sentence where ``strong`` is not, or ``always``: why it tells no term."""
    return find(rf"\b(?:{always})\b|\A(?![\s\S]*?\b(?:{strong})\b)[\s\S]*?\b(?:{weak})\b")


# The line of a cover: Term: January 1, 2026 to December 31, 2026
LASTING = find(
    r"(?:\A|\n)[ \t]{0,12}(?:agreement\s+|contract\s+|initial\s+)?(?:term|period)(?:\s+of\s+(?:this\s+)?agreement)?[ \t]*[:\t]"
    r"[^.;\n]{6,24}?\b\d{4}\s*(?:to|through|until|[-–—])"
)
