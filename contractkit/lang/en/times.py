"""By when, and counted from what, an English clause says that something is to be done."""

from __future__ import annotations

import re

from contractkit.lang.en.value_dates import ORDINAL, nth
from contractkit.lang.en.values import values
from contractkit.lang.value import Value

_BEFORE = re.compile(
    r"(?:have|has|have up to|has up to|within|in|not later than|no later than|not more than|no more than|at least|not less than|no less than|upon|on or before|before|prior to"
    r"|by|until|through|for|for up to|for a period of|for a period of up to|during|every|each|after|on|following|exceeding|exceed|additional|first|(?:period|term|minimum|maximum|total|duration|notice) of|the|least|a|a further)"
    r"\s+(?:the\s+|a\s+|an\s+|such\s+|any\s+)?(?:period of\s+|term of\s+|minimum of\s+|maximum of\s+|additional\s+)?\Z",
    re.IGNORECASE,
)
# Before a date only: since when it is to be done
_SINCE = re.compile(
    r"(?:\b(?:from(?: and after)?|starting|beginning|commencing)|\A(?:effective|as of))(?: on| as of)?\s\Z",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[’']?\s*(?:calendar\s+|business\s+|prior\s+|written\s+|advance\s+|prior written\s+)*(?:after|from|following|before|prior|notice|in advance|thereafter|advance|preceding|in which"
    r"|to (?:cure|pay|respond|remedy|review|object|accept|reject|dispute|elect|exercise|approve|comply|correct|make))\b",
    re.IGNORECASE,
)
_TRIGGER = re.compile(
    r"[’']?\s*(?:(?:calendar|business|prior|written|advance|notice)\s+)*(?P<how>of|after|from|following|before|prior to|preceding|in advance of)\s+"
    r"(?P<what>[^,;.]{3,160})",
    re.IGNORECASE,
)
_WORDS = re.compile(
    r"\b(?:promptly|immediately(?! (?:due|payable|prior|preceding|before)\b)|forthwith|without (?:undue |unreasonable )?delay|as soon as (?:reasonably )?(?:practicable|possible)"
    r"|in a timely manner|on a timely basis|timely|at all times|at any time|from time to time|(?:semi-annually|annually|monthly|quarterly|weekly|daily)(?! [a-z]{3,12}ed (?!by|in|on|at|and|or|to|with|for|of)[a-z])"
    r"|within (?:a |such )?(?:reasonable|commercially reasonable) (?:period(?: of time)?|time(?: period)?)"
    r"|(?:each|per|every) (?:calendar )?(?:year|month|quarter|week|day)"
    r"|(?:during|throughout) the term(?: of this agreement)?|on demand|upon demand|upon (?:reasonable )?(?:prior )?(?:written )?(?:request|notice))\b",
    re.IGNORECASE,
)
# Before "per month": a price or a share, not how often.
_RATE = re.compile(
    r"(?:%\)?|percent(?: \([^()]{1,9}\))?|[$€£]\s?[\d,.]+|\brates?(?: of [^,;]{1,24})?|dollars|euros?|\b(?:for|the|such|his|her|its|their|any|our))\s\Z",
    re.IGNORECASE,
)
# After a length of time in the singular that says what kind of thing something is: a three minute segment
_KIND = re.compile(
    r"\s+(?!(?:prior|written|advance|notice|cure|period|term|time|calendar|business|of|after|from|following|before|in|and|or|to|for"
    r"|by|at|on|with|without|if|unless|until|thereafter|preceding|anniversary|grace|extension|renewal|limit|deadline|window)\b)[a-z]{3,}",
)

# Before a length of time: a measure of something, not when (a wait of no more than thirty minutes)
_MEASURE = re.compile(
    r"\b(?!(?:period|term|notice|duration|deadline|interval|extension|delay|advance)s?\b)[a-z]{3,} of"
    r" (?:no more than|not more than|no less than|not less than|at least|up to)\s\Z",
    re.IGNORECASE,
)
# After a length of time: what is paid for it, an amount (up to two months' rent)
_PAID = re.compile(
    r"(?:(?<=[’'])|[’']s?)\s+(?:\w+\s)?(?:fees?|rent|rental|salary|pay|wages|charges|payments?|compensation|premiums?|royalties|interest)\b",
    re.IGNORECASE,
)
_AGE = re.compile(r"\s+(?:old\b|of age\b)", re.IGNORECASE)
# A day by its number after an event: no later than the fifth (5th) business day after
_NTH = re.compile(
    rf"\b(?:on or before|(?:not|no) later than|by|within|before) the (?P<day>{ORDINAL}|\d{{1,2}}(?:st|nd|rd|th))"
    r"(?: \(\d{1,2}(?:st|nd|rd|th)?\))? (?:calendar |(?P<business>business |working ))?day (?=after |following |from )",
    re.IGNORECASE,
)


def times(text: str) -> tuple[str, str]:
    """The deadline as ``<=P30D`` or in the text's word, and what it is counted from."""
    if after := _NTH.search(text):
        unit = "BD" if after["business"] else "D"
        return f"<=P{nth(after['day'])}{unit}", _trigger(text, after.end() - 1)
    for value in values(text):
        if value.kind not in ("duration", "date") or not _when(text, value):
            continue
        return f"{value.op}{value.value}", _trigger(text, value.end)
    for word in _WORDS.finditer(text):
        alone = word[0].isalpha() and word[0][0].isupper()  # Monthly Fee
        named = alone and text[word.end() + 1 : word.end() + 2].isupper()
        if not named and not _RATE.search(text[max(0, word.start() - 40) : word.start()]):
            return " ".join(word[0].lower().split()), ""
    return "", ""


def _trigger(text: str, end: int) -> str:
    """What a time that ends at ``end`` is counted from, "" where it is not said."""
    trigger = _TRIGGER.match(text, end)
    return " ".join(f"{trigger['how']} {trigger['what']}".split()) if trigger else ""


def _when(text: str, value: Value) -> bool:
    """Whether the value says when: 30 days after, by December 31; not "2 years of experience"."""
    near = text[max(0, value.start - 40) : value.start]
    singular = not value.text.rstrip(".’'").endswith("s") and not value.value.startswith(
        ("P1", "PT1")
    )
    if singular and value.kind == "duration" and _KIND.match(text, value.end):
        return False
    if text[value.end : value.end + 4] == " of " and near.rstrip().endswith(("have", "has")):
        return False  # shall have two years of experience
    if _MEASURE.search(near) or _AGE.match(text, value.end) or _PAID.match(text, value.end):
        return False
    if value.kind == "date" and _SINCE.search(near):
        return True
    return bool(_BEFORE.search(near) or _AFTER.match(text, value.end))
