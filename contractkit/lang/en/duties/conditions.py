"""On what condition, with what exception and by when a duty is to be done, from its own text."""

from __future__ import annotations

import re
from dataclasses import replace

from contractkit.lang.en.times import times
from contractkit.lang.statements import Duty

_IF = re.compile(
    r"\b(?:if|in the event(?: that| of)?|provided that|provided, however, that|on condition that"
    r"|subject to|so long as|as long as|upon (?:the )?(?:request|receipt|notice|termination|written)"
    r"|when|where|in case of)\b[^;.]{3,240}?(?=,\s|;|\.|\Z)",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"\b(?:unless|except(?: that| as| for| to| in| with| where| when)?|other than|excluding)\b"
    r"[^;.]{2,240}?(?=,\s|;|\.|\)|\Z)",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\b(?:otherwise,|failing which|failure to (?:do so|comply)|in default (?:of which|thereof))"
    r"[^.]{3,240}",
    re.IGNORECASE,
)


def completed(row: Duty, part: str, main: str) -> Duty:
    """The row with its conditions from its ``part`` of the text, its times from ``main`` of it."""
    when = times(" ".join(main.split()))
    condition, exception = _IF.search(part), _EXCEPT.search(part)
    consequence = _ELSE.search(part)
    return replace(
        row,
        deadline=when[0] or row.deadline,
        trigger=when[1] or row.trigger,
        condition=tidy(condition[0]) if condition else row.condition,
        exception=tidy(exception[0]) if exception else row.exception,
        consequence=tidy(consequence[0]) if consequence else "",
    )


def tidy(text: str) -> str:
    """The text on one line, without the marks at its ends."""
    return " ".join(text.split()).strip(" ,;:.")
