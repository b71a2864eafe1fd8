"""What an English threshold is of, and to whom it applies: average length of stay · tertiary.

A measure is told by its head (rate, accuracy, length of stay …) before the value, or as the subject
that shall not exceed it; a limit of handling (claims, records, appointments) by the words around.
"""

from __future__ import annotations

import re

from contractkit.lang.en.value_comparators import operator
from contractkit.lang.statements import Measured
from contractkit.lang.value import Value

_STOPS = (". ", "; ", "\n")
_WINDOW = 300  # characters before the value that may name the measure
_AHEAD = 90
_VALUE = "¤"

_RATIOS = re.compile(
    r"\b(?:rates?|ratio|percentage|proportion|share|score|index|uptime|availability|accuracy|satisfaction|occupancy"
    r"|compliance|utili[sz]ation)\b",
    re.IGNORECASE,
)
_TIMES = re.compile(
    r"\b(?:length of stay|speed of answer|(?:wait(?:ing)?|response|resolution|turnaround|hold|answer|processing|repair|boarding|transport|travel|lead|cycle|call-?back|door-to-\w+"
    r"|restoration) times?)\b",
    re.IGNORECASE,
)
_HEADS = {"percent": _RATIOS, "score": _RATIOS, "count": _RATIOS, "duration": _TIMES}
# Prices and interest, which are no measures of performance.
_PRICE = re.compile(
    r"\b(?:interest|prime|base|commission|royalty|tax|exchange|discount|hourly|daily|billing|price|federal|late|market"
    r"|profit|revenue|equity|ownership|default|libor|treasury|per annum)\Z",
    re.IGNORECASE,
)
_INTEREST = re.compile(r"\binterest\b[^.;]{0,60}\Z", re.IGNORECASE)
_STATED = re.compile(
    r"(?: (?:target|goal|standard))?(?: (?:of|is|shall be|at|must be)|:| =)? ?\Z", re.I
)
_LINK = re.compile(
    r"\b(?:shall|must|will|should|may|is|are|be|of|exceeds?|within|below|above|least|than|to|maximum|minimum|under|over|up)\b|[≤≥<>:]",
    re.IGNORECASE,
)
_FAR = 60  # characters: a head that is farther off needs a modal verb that leads to the value
_MODAL = re.compile(r" (?:shall|must|will) [^.;]{0,110}\Z")
_WORD = re.compile(r"([A-Za-z][A-Za-z-]*) \Z")
_STOPWORDS = frozenset(
    "a an and any at be by each every for has have if in is its no not of on or per shall such than that the their this to"
    " under when which with will must applicable same".split()
)
_MOST_WORDS = 5  # before the head that are part of the measure's name

_LEVEL = re.compile(
    r"\b(?:(?:tertiary|secondary|primary|acute|community|rural|urban|teaching)(?: care)? (?:hospitals?|facilit(?:y|ies)|admissions)"
    r"|Class I{1,3}|Grade \w+|Level [IVX\d]+|Severity (?:Level )?(?:\d|One|Two|Three|Four))\b",
    re.IGNORECASE,
)
_LEVELED = re.compile(rf"^.*?{_LEVEL.pattern} ", re.IGNORECASE)  # a measure, up to its level
_CARE = re.compile(
    r"\b((?:non-)?urgent(?:ly)?|emergen(?:cy|t)|routine|preventive|symptom(?:s|atic)|follow-up|sick|specialist|expedited|prenatal)\b",
    re.IGNORECASE,
)

# Limits of handling: what they are called ({0}: group 1), of which kinds, and the words around the value.
_LIMITS = tuple(
    (name, frozenset(kinds.split()), re.compile(pattern, re.IGNORECASE))
    for name, kinds, pattern in (
        ("clean claims", "percent", rf"{_VALUE} of (?:all |such )?(?:the )?clean claims\b"),
        (
            "interest on late payment",
            "percent",
            rf"\bclaims?\b[^.;]{{0,90}}\binterest\b[^.;¤]{{0,40}}{_VALUE}|\binterest\b[^.;]{{0,40}}{_VALUE}[^.;]{{0,60}}\bclaims?\b",
        ),
        (
            "{0}",
            "percent",
            rf"{_VALUE} of (?:all |such |its )?(?!the )([a-z][a-z -]{{1,30}}?) (?:shall|must|should)\b",
        ),
        ("{0}", "percent", rf"\b(\w+ increases?)\b[^.;¤]{{0,40}}{_VALUE}"),
        (
            "overpayment refund",
            "duration",
            rf"^(?=.{{0,400}}\boverpayment).{{0,300}}\b(?:refund|return|repay)(?:ed|s)?\b[^.;¤]{{0,100}}{_VALUE}",
        ),
        (
            "readmission window",
            "duration",
            rf"\b(?:re-?admitted|(?:a|any|each|another) re-?admission)\b[^.;¤]{{0,40}}{_VALUE}",
        ),
        (
            "claim payment",
            "duration",
            rf"\b(?:shall|will|must)(?: \w+){{0,3}} (?:pay|process|adjudicate|reimburse)\b[^.;]{{0,60}}\bclaims?\b[^.;¤]{{0,40}}{_VALUE}"
            rf"|\bclaims?\b[^.;¤]{{0,20}}\b(?:shall|will|must) be (?:paid|processed|adjudicated)\b[^.;¤]{{0,40}}{_VALUE}",
        ),
        (
            "timely filing",
            "duration",
            rf"\b(?:submit|file|submission|submitted|filed)\b[^.;¤]{{0,20}}\bclaims?\b[^.;¤]{{0,60}}{_VALUE}"
            rf"|\bclaims?\b[^.;¤]{{0,20}}\b(?:submitted|filed|received)\b[^.;,¤]{{0,40}}{_VALUE}",
        ),
        (
            "record retention",
            "duration",
            rf"\b(?:keep|kept|retain(?:ed)?|maintain(?:ed)?|preserved?)\b[^.;¤]{{0,90}}{_VALUE}(?!')",
        ),
        (
            "records on request",
            "duration",
            rf"\b(?:copies|copy|furnish|provide|produce)\b[^.;¤]{{0,40}}\brecords?\b[^.;¤]{{0,50}}{_VALUE}",
        ),
        (
            "authorization decision",
            "duration",
            rf"\bauthori[sz]ation\b[^.;¤]{{0,40}}{_VALUE}|\bauthori[sz]ation\b[^.;]{{0,80}}\bone\b[^.;¤]{{0,20}}{_VALUE}",
        ),
        (
            "credentialing decision",
            "duration",
            rf"\bcredentialing\b[^.;¤]{{0,30}}\bdecide[ds]?\b[^.;¤]{{0,30}}{_VALUE}|\bdecide on a complete application\b[^.;¤]{{0,20}}{_VALUE}",
        ),
        (
            "response to {0}",
            "duration",
            rf"\b(calls|appeals?|grievances?|complaints?|inquir(?:y|ies)|incidents?)\b[^.;¤]{{0,20}}\b(?:shall|must|will) be"
            rf" (?:answered|resolved|decided|acknowledged|returned|closed)\b[^.;¤]{{0,20}}{_VALUE}",
        ),
        (
            "appointment",
            "duration",
            rf"\b(?:appointments?|(?<!may )(?<!shall )visits?|urgent care|well-child)\b[^.;¤]{{0,70}}{_VALUE}",
        ),
    )
)
_NEEDED = {  # what else must be said around the value
    "record retention": re.compile(
        r"\b(?:records?|books|documents|documentation|files|charts)\b", re.IGNORECASE
    ),
    "appointment": re.compile(
        r"\b(?:care|patients?|members?|visits?|office|urgent|routine|preventive|follow-up|symptom\w*|discharge)\b",
        re.IGNORECASE,
    ),
}
# What shall be no more than so many per cent.
_SUBJECT = re.compile(
    r"(?:^ ?|[.;:,\t)] ?)(?:the |an? )?([A-Za-z][\w' -]{2,70}?) (?:shall|must|will|should|may|is to|are to)"
    r"(?: at all times)?(?: not)? (?:be|exceed|fall|stay|remain|equal|reach|average)\b[^.;,¤]{0,40}¤",
    re.IGNORECASE,
)
_INDEX = re.compile(
    r"\b(?:index|ratio|score)\b[^.;,\d]{0,40}(\d{1,4}(?:\.\d{1,4})?)(?!\.?\d|,\d|[ -]?(?:%|[A-Za-z]))",
    re.IGNORECASE,
)
_TAIL = re.compile(r" (?:by|for|in|with|at|to|under|from) .*\Z")
_MONEY = re.compile(
    r"\b(?:payments?|fees?|royalt(?:y|ies)|prices?|interest|discount|penalt(?:y|ies)|commissions?|tax(?:es)?|damages|liability"
    r"|rate|deposit|ownership|amounts?)\b",
    re.IGNORECASE,
)


def indices(text: str) -> tuple[Value, ...]:
    """The bounds of indices, which have no unit and so are no values: a case mix index of at least 1.1."""
    lower = text.lower()
    return tuple(
        Value("count", found[1], op, found[1], *found.span(1))
        for found in _INDEX.finditer(text)
        if (op := operator(lower, *found.span(1)))
    )


def measure(text: str, value: Value) -> Measured | None:
    """What ``value`` of ``text`` bounds, and to whom; None when it bounds no measure."""
    least = max(0, value.start - _WINDOW)
    start = max(text.rfind(mark, least, value.start) for mark in _STOPS) + 1
    before = text[max(start, least) : value.start]
    after = text[value.end : value.end + _AHEAD]
    name = _by_head(before, value) or _by_words(before, after, value) or _subject(before, value)
    return Measured(name, _applies(name, before, after)) if name else None


def _by_head(before: str, value: Value) -> str:
    heads = _HEADS.get(value.kind)
    for head in reversed(list(heads.finditer(before)) if heads else []):
        gap = before[head.end() :]
        if len(gap) > _FAR and not _MODAL.search(gap):
            continue
        if not (_LINK.search(gap) if value.op else _STATED.match(gap)):
            continue
        if _PRICE.search(before[: head.start()].rstrip()) or _INTEREST.search(
            before[: head.start()]
        ):
            return ""
        return _named(before, head.start(), head[0])
    return ""


def _named(before: str, start: int, head: str) -> str:
    """The measure whose head stands at ``start``, with the words before it that say which one."""
    words: list[str] = []
    while len(words) < _MOST_WORDS and (word := _WORD.search(before, max(0, start - 30), start)):
        if word[1].lower() in _STOPWORDS:
            break
        words.insert(0, word[1])
        start = word.start()
    return _LEVELED.sub("", " ".join([*words, head]))


def _by_words(before: str, after: str, value: Value) -> str:
    around = f"{before}{_VALUE}{after}"
    for name, kinds, pattern in _LIMITS:
        found = pattern.search(around) if value.kind in kinds else None
        needed = _NEEDED.get(name)
        if found is None or (needed and not needed.search(around)):
            continue
        if value.op or value.kind == "percent" or name == "record retention":
            told = name.format(*found.groups())
            return "" if _MONEY.search(told) and value.kind == "percent" and "{" in name else told
    return ""


def _subject(before: str, value: Value) -> str:
    found = _SUBJECT.search(f"{before}{_VALUE}") if value.kind == "percent" and value.op else None
    if found is None or _MONEY.search(found[1]) or " that " in f" {found[1]} ":
        return ""
    return _TAIL.sub("", found[1])


def _applies(name: str, before: str, after: str) -> str:
    """The level of institution, or the kind of care, that a measure is set for."""
    if name in ("appointment", "authorization decision"):
        care = list(_CARE.finditer(before))
        return care[0][0] if care else ""
    close = re.match(r" (?:(?:for|in|at|if \w+ is) )(?:an? |the )?", after)
    level = _LEVEL.match(after, close.end()) if close else None
    if level is None:
        levels = list(_LEVEL.finditer(before))
        level = levels[-1] if levels else None
    return level[0] if level else ""
