"""How an English agreement says when it was made and when it takes effect."""

from __future__ import annotations

import re

from contractkit.lang.en.terms.words import LASTING, dated, every, find
from contractkit.lang.en.value_dates import ORDINAL
from contractkit.lang.statements import TermRule

MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_EARLIER = r"\A\W*(?:whereas|recitals?)\b|\b(?:prior\s+agreement|pursuant\s+to\s+that|registration\s+statement|original(?:ly)?)\b"
_THIS = r"\bth(?:is|ese)\s+(?:(?!supplement|amends?\b|restate|is\b)[\w-]+\s+){0,6}(?:agreement|contract|amendment|addendum|lease|terms)\b"
_ALONE = re.compile(
    r"^[ \t]*(?:(?:dated?|effective|as of|on|this|the|day and year|execution)\b[:, \t]*){0,4}"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)?(?: day of)? [A-Z][a-z]{2,8},? \d{4}"
    r"|\d{1,2}/\d{1,2}/\d{2,4})[ \t.,]*$",
    re.IGNORECASE | re.MULTILINE,
)

# What a day stands right after: "executed this 3rd day of May" rather than "effective as of May 1".
_DAY = rf"(?=\d|_|\[|(?:{MONTHS})\w{{0,6}}\.?\s|day\s+of\b|(?:the\s+)?(?:{ORDINAL})\s)"
AGREEMENT_DATE = (
    dated(
        "agreement_date.made",
        rf"(?:{_THIS}|\A\W*(?:(?!supplement|amends?\b|restate|is\b)[\w-]+\s+){{0,6}}(?:agreement|contract|amendment|addendum)\b)(?:(?!\bto\s+(?:the|that)\b|\bcertain\b|\b(?:supplements?|amends?|restates?)\b)[^.;]){{0,300}}?"
        r"\b(?:made|dated|executed|signed|entered\s+into|concluded|made\s+and\s+entered\s+into)\s+(?:(?:as\s+of|on|this|the|effective)\s+){0,3}"
        + _DAY,
        side="end",
        where="front",
        unless=_EARLIER,
    ),
    dated(
        "agreement_date.opening",
        rf"(?:{_THIS}|\A[^.;\d]{{0,100}}?\b(?:agreement|contract|amendment|addendum)\b)[^.;]{{0,120}}?\b(?:made|entered|dated|effective|executed|signed|as\s+of)\b"
        r"|\b(?:dated?|made|signed|executed|concluded|entered\s+into)\b[^.;]{0,60}?\b(?:as\s+of|on|this|the|between|day\s+of)\b|\A\W*dated?\b"
        rf"|\bdated?\s*:?\s*{_DAY}",
        where="front",
        unless=rf"{_EARLIER}|\A[^\d]*\bamends\b",
    ),
    dated(
        "agreement_date.between",
        r"\b(?:between|among)\b",
        rf"{_THIS}[^.;]{{0,80}}?\b(?:made|entered|dated|effective|executed|signed)\b",
        unless=rf"{_EARLIER}|\bamend(?:ed|s)\b",
    ),
    dated(
        "agreement_date.line",  # a date alone on its line, under the title or on the cover
        _ALONE,
        where="front",
        reads=("date",),
    ),
    dated(
        "agreement_date.first",
        r"\b(?:agreement|contract|date|day\s+of|between|by\s+and)\b",
        where="front",
        unless=rf"{_EARLIER}|\bparties\s+signed\b|\bexpires?\b",
        side="any",
    ),
    dated(
        "agreement_date.signature",
        r"\b(?:in\s+witness\s+(?:whereof|thereof|hereof)|executed|signed|duly\s+authori[sz]ed)\b",
    ),
    dated(
        "agreement_date.signed",  # beside a signature
        r"\bdated?\b\W{0,6}",
        where="closing",
        reads=("date",),
    ),
)

# What else of an agreement takes effect on a day.
_OTHER_EFFECT = (
    r"\b(?:which\s+(?:was|were|became)|renewal\s+terms?|insurance|polic(?:y|ies)|commission\w*|rates?|fees?|prices?"
    r"|resign\w*|assignments?|waivers?|amend(?:s|ed)|statutes?|regulations?|registration\s+statement)\b"
    r"|\b(?:termination|expiration|cancellation|amendment|notice|change|increase)\s+(?:\w+\s+){0,3}(?:shall\s+be|is|will\s+be|becomes?)\s+effective"
)
_NAMED = r"(?:Effective\s+Date|Commencement\s+Date|Start\s+Date|Effective\s+Time)"
_SIGNING = (
    r"(?:as\s+of|on|upon|from)\s+(?:the\s+)?(?:(?:later|latest|last)\s+(?:of\s+the\s+)?)?(?:dates?|day)\s+"
    r"(?:(?:it\s+is\s+|last\s+)?(?:signed|executed)|of\s+(?:the\s+)?(?:last|latest|final|later)\s+(?:\w+\s+)?(?:signatures?|execution|party)"
    r"|(?:on\s+which|that|when)\s+[^.;,]{0,60}?(?:sign|execut)\w*|set\s+forth\s+(?:above|below)\s+the\s+signatures?|of\s+(?:(?:full|due|mutual|its|the)\s+)?(?:execution|signature|signing))"
    r"[^.;,()\"“]{0,60}"
)

_EVENT = (
    r"(?:full|due|mutual|complete)\s+execution|execution|sign(?:ing|ature)|closing|approval|receipt|completion|satisfaction|delivery|acceptance|issuance|consummation"
    r"|last\s+(?:date|signature|party)|first\s+(?:day|date|delivery)|(?:later|latest|earlier|earliest)\b|(?:[\w-]+\s+)?closing\s+date|IPO|distribution"
    r"|(?:date|day)\s+(?:on\s+which|that|when|it\s+is|upon\s+which|first|last|of|hereof|set\s+forth|both|the)|parties\s+(?:have\s+)?sign|date\s+hereof"
)

EFFECTIVE_DATE = (
    dated(
        "effective_date.defined",
        rf"[\"“‘'](?:the\s+)?{_NAMED}[,.]?[\"”’']",
        side="before",
    ),
    dated(
        "effective_date.labelled",
        rf"\b{_NAMED}\b[\"”’']?\)?\s*(?:of\s+(?:this|the)\s+\w+\s*)?(?:is|shall\s+be|will\s+be|shall\s+mean|:|means|[-–—])",
    ),
    dated(
        "effective_date.commences",
        r"\b(?:this\s+(?:[\w-]+\s+){0,3}(?:agreement|contract|addendum|amendment|schedule|transaction|lease)|(?:initial\s+)?term|it)\b[^.;]{0,80}?"
        r"\b(?:commenc\w+|begin\w*|effective|start\w*|runs|in\s+effect|into\s+(?:effect|force)|takes?\s+effect|with\s+effect)\b"
        r"(?:\s+(?:on|as\s+of|from|upon))?(?=[^.;]{0,60}(?:\d{4}|__|/\d\d))",
        unless=rf"\A\W*whereas\b|{_OTHER_EFFECT}",
    ),
    dated(
        "effective_date.line",  # Term: January 1, 2026 to December 31, 2026
        LASTING,
        where="front",
    ),
    dated(
        "effective_date.as_of",
        r"\beffective(?:\s+(?:as\s+of|on|from|this))?\b",
        where="front",
        unless=rf"\A\W*whereas\b|{_OTHER_EFFECT}",
    ),
    dated(
        "effective_date.signed",
        r"\b(?:signed|executed)\s+and\s+effective\b",
    ),
    dated(
        "effective_date.made",
        r"\b(?:between|among)\b|\bparties\b",
        rf"(?:{_THIS}|\A\W*(?:[A-Z]+\s+){{0,6}}agreement\b)[^.;]{{0,80}}?\b(?:made|entered)\b[^.;]{{0,40}}?\b(?:as\s+of|effective)\b",
        where="front",
        unless=r"\A\W*whereas\b|\b(?:prior|original(?:ly)?)\b",
    ),
    TermRule(
        "effective_date",
        "term.effective_date.signing",
        every(
            rf"(?:\beffective\b|\b(?:enter(?:s|ed)?|com(?:es?|ing)|made)\b|\bdated\b|\btakes?\s+effect|\bcommenc\w+|\bbegin\w*)[^.;]{{0,60}}?(?P<value>\b{_SIGNING})"
        ),
        single=True,
        unless=find(
            r"\b(?:terminat\w+|amendments?|renew\w*|assignment|waiver|notices?|counterparts?)\b"
        ),
    ),
    TermRule(
        "effective_date",
        "term.effective_date.event",
        every(
            rf"\b(?:th(?:is|e)\s+(?:[\w-]+\s+){{0,4}}(?:agreement|contract|addendum|amendment|appointment|engagement)|(?:the|initial)\s+term|effective\s+date)\b[^.;]{{0,70}}?"
            r"\b(?:effective|commences?|begins?|starts?|takes?\s+effect|into\s+(?:full\s+)?(?:effect|force))\b[^.;]{0,30}?"
            r"(?P<value>\b(?:as\s+of|(?:immediately\s+)?upon|on|from|when|after|following)\s+(?:and\s+after\s+)?(?:the\s+|its\s+|both\s+|all\s+)?"
            rf"(?:{_EVENT})[^.;]{{0,120}})"
            rf"|\beffective\s+date\b[^.;]{{0,40}}?\b(?:means|is|be)\s+(?P<day>the\s+(?:{_EVENT})[^.;]{{0,120}})"
        ),
        single=True,
        unless=find(
            r"\b(?:terminat\w+|expir\w+|amendments?|renew\w*|assignment|waiver|notices?|resignation|changes?)\b[^.;]{0,40}\b(?:effective|commenc\w+|begin\w*|takes?\s+effect)\b"
            r"|\b(?:19|20)\d\d\b|\b(?:fees?|payments?|interest|royalt\w+|counterparts?)\b[^.;]{0,60}\b(?:effective|commenc\w+|begin\w*)\b"
        ),
    ),
)
