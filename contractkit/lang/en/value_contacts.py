"""Codes, phones, e-mail and postal addresses in English text.

A number is a phone if it is written as one: (212) 555-0100, 212.555.0100, +44 20 7946 0044. A
postal address of the United States is told from its end: before a ZIP code stands a state, before
that names and numbers, the first of which begins the street: 1 Main Street, Suite 5, Troy, NY 12180.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from contractkit.lang.codes import finder
from contractkit.lang.value import Value

_NUMBER = r"(?: ?(?:[Nn]umbers?|[Nn]os?\.?|NUMBERS?|NO\.?|ID|[Cc]odes?|CODES?))?"
_OF = r" ?(?:[Nn]umber|[Nn]o\.?|NUMBER|NO\.?|#|[Cc]ode)"
_OR_ALSO = r"[®™]?(?: ?(?:/|or|and) ?(?:CPT|HCPCS)[®™]?)?(?: [Pp]rocedure)?"
codes = finder(
    (
        ("USCC", rf"redit [Cc]ode{_NUMBER}"),
        ("USCC", rf"REDIT CODE{_NUMBER}"),
        ("USCC", rf"USCC{_NUMBER}"),
        ("NPI", rf"NPI{_NUMBER}"),
        ("NPI", rf"rovider [Ii]dentifi(?:er|cation){_NUMBER}"),
        ("CPT", rf"CPT{_OR_ALSO}{_NUMBER}"),
        ("CPT", rf"HCPCS{_OR_ALSO}{_NUMBER}"),
        ("TIN", rf"TIN{_NUMBER}"),
        ("TIN", rf"EIN{_NUMBER}"),
        ("TIN", rf"ax (?:ID|[Ii]dentification){_NUMBER}"),
        ("TIN", rf"axpayer (?:ID|[Ii]dentification){_NUMBER}"),
        ("authorization", rf"uthori[sz]ation{_OF}"),
        ("authorization", rf"UTHORI[SZ]ATION{_OF}"),
        ("authorization", rf"Auth{_OF}"),
        ("authorization", rf"re-?[Cc]ertification{_OF}"),
    )
)

# By its first character, so that the search may leap from one to the next.
_PHONE = re.compile(
    r"[(+1-9](?:"
    r"(?:(?<=[2-9])|(?<=\+)1[-. ]{1,2}[2-9]|(?<=1)[-. ]{1,2}[2-9])\d\d(?:\.\d{3}\.|[- ]\d{3}[-. ])\d{4}"
    r"|(?:(?<=\()|(?<=\+)1[-. ]{1,2}\(|(?<=1)[-. ]{1,2}\()[2-9]\d\d\)[-. ]{0,2}\d{3}[-. ]\d{4}"
    r"|(?<=\+) ?[1-9]\d{0,2}(?:[ .-]?\(0?\d{0,4}\))?(?:[ .-]{1,2}\d{1,8}){2,5}"
    r"|(?<=\+)[1-9]\d{7,14}|(?<=\()86[- ]\d{2,3}\) ?\d{3,4} ?\d{4}"
    r")(?![\d/]|[-.]\d)(?:,? {0,2}(?:ext\.?|x) ?(\d{1,6})(?!\w))?"
)
_JOINED = re.compile(r"[\w.+-]")
_DIGITS = re.compile(r"\d+")

_STATES = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "DC": "District of Columbia", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa", "KS": "Kansas",
    "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland", "MA": "Massachusetts",
    "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi", "MO": "Missouri", "MT": "Montana",
    "NE": "Nebraska", "NV": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico",
    "NY": "New York", "NC": "North Carolina", "ND": "North Dakota", "OH": "Ohio", "OK": "Oklahoma",
    "OR": "Oregon", "PA": "Pennsylvania", "PR": "Puerto Rico", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah",
    "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia", "WI": "Wisconsin",
    "WY": "Wyoming",
}  # fmt: skip
_STATE = frozenset(_STATES) | {name.casefold() for name in _STATES.values()} | {"d.c.", "n.y."}
_ZIP = re.compile(r"\d{5}(?:-\d{4})?(?![\w-])")
_BEFORE_ZIP = 48
_WORDS_OF_STATE = 3
_LONGEST = 400
_MOST_WORDS = 30
_WORD = re.compile(r"\S+")
# What the words of an address look like; any other ends the way back to its street.
_PART = re.compile(r"[(]?(?:[A-Z0-9#&/]|of$|the$|and$|de$|la$|floor|suite|unit|room|dr\.|st\.|ave)")
_HOUSE = re.compile(
    r"\d{1,6}(?:-\d{1,5})?[A-Z]?$|(?:One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)$"
)
_STREET = re.compile(r"[A-Z]|\d{1,3}(?:st|nd|rd|th)\b")
_SUITE = re.compile(r"\b(?:Suite|Ste\.?|Unit|Floor) [\w-]{1,6},?\s{1,60}\Z")
_LINES = re.compile(r"[ \t\r]*\n[ \t\r]*")
_INSIDE = frozenset(
    "suite ste ste. unit floor fl fl. room rm rm. apt apt. box # no. route highway building bldg bldg. mailstop"
    " section article page exhibit".split()
)


def spots(plain: str) -> list[Value]:
    """The codes, e-mail addresses, phones and postal addresses of a text, in any order."""
    return [*codes(plain), *_phones(plain), *_addresses(plain)]


def _phones(plain: str) -> Iterator[Value]:
    for found in _PHONE.finditer(plain):
        if _JOINED.match(plain[found.start() - 1 : found.start()]):
            continue
        end = found.end(1) if found[1] else found.end()
        dialled = plain[found.start() : found.start(1) if found[1] else end].replace("(0)", "")
        digits = "".join(_DIGITS.findall(dialled))
        if plain[found.start()] != "+" and len(digits) == 10:
            digits = f"1{digits}"
        if 8 <= len(digits) <= 15:
            extension = f"x{found[1]}" if found[1] else ""
            yield Value("phone", f"+{digits}{extension}", "", "", found.start(), end)


def _addresses(plain: str) -> Iterator[Value]:
    after = 0
    for found in _ZIP.finditer(plain):
        if _JOINED.match(plain[found.start() - 1 : found.start()]):
            continue
        state = plain[max(after, found.start() - _BEFORE_ZIP) : found.start()].split()
        if _ends_with_state(state):
            start = _street(plain, max(after, found.start() - _LONGEST), found.start())
            if start is not None:
                value = " ".join(plain[start : found.end()].split())
                yield Value("address", value, "", "", start, found.end())
            after = found.end()


def _ends_with_state(words: list[str]) -> bool:
    if not words:
        return False
    last = words[-1].rstrip(",")
    if last in _STATE or last.casefold().rstrip(".") in _STATE:
        return True
    return any(
        " ".join(words[-count:]).rstrip(",").casefold() in _STATE
        for count in range(2, _WORDS_OF_STATE + 1)
    )


def _street(plain: str, low: int, high: int) -> int | None:
    """Where the street of the address that ends at ``high`` begins: at the first house number."""
    words = list(_WORD.finditer(plain, low, high))[-_MOST_WORDS:]
    start = None
    for word, following in zip(reversed(words[:-1]), reversed(words[1:]), strict=True):
        if start is not None and "\n\n" in _LINES.sub("\n", plain[word.end() : following.start()]):
            break
        if not _PART.match(word[0]) or word[0].endswith((":", ";", ")", "”", '"')):
            break
        if _HOUSE.match(word[0]) and _STREET.match(following[0]):
            before = plain[max(low, word.start() - 12) : word.start()].split()
            if not before or before[-1].casefold() not in _INSIDE:
                start = word.start()
        elif word[0] in {"P.O.", "PO"} and following[0].casefold() == "box":
            start = word.start()
    suite = _SUITE.search(plain, low, start) if start is not None else None
    return suite.start() if suite else start
