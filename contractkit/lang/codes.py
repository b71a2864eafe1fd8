"""Codes and e-mail addresses, which are the same in every language: USCC, NPI, CPT, TIN.

A code is told by the words before it (``finder`` compiles those of a language), a 统一社会信用代码
by its check digit too. A code whose check digit is wrong is found all the same: its ``conflict`` is
the code with the right one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from contractkit.lang.value import Value

Finder = Callable[[str], list[Value]]

_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"  # GB 32100-2015: no I, O, S, V, Z
_CREDIT_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_CREDIT_CODE = re.compile(rf"[1-9A-HJ-NPQRTUWXY][{_CREDIT}]\d{{6}}[{_CREDIT}]{{10}}(?![0-9A-Za-z])")
_NPI_PREFIX = "80840"  # health industry number, United States
_LOCAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-")
_DOMAIN = re.compile(r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}+")
_LONGEST_LOCAL = 64


@dataclass(frozen=True, slots=True)
class _Scheme:
    """A kind of code: what it looks like, whether several may follow one word, its check digit."""

    token: str
    listed: bool = False
    right: Callable[[str], str] | None = None


def credit_code(code: str) -> str:
    """The 统一社会信用代码 with the check digit that its first 17 characters ask for, or ""."""
    if any(character not in _CREDIT for character in code[:17]):
        return ""
    total = sum(_CREDIT.index(c) * w for c, w in zip(code[:17], _CREDIT_WEIGHTS, strict=True))
    return code[:17] + _CREDIT[-total % 31]


def npi(code: str) -> str:
    """The National Provider Identifier with the check digit that its first 9 ask for (Luhn)."""
    total = 0
    for place, digit in enumerate(reversed(_NPI_PREFIX + code[:9])):
        doubled = int(digit) * 2 if place % 2 == 0 else int(digit)
        total += doubled - 9 if doubled > 9 else doubled
    return f"{code[:9]}{-total % 10}"


_SCHEMES = {
    "USCC": _Scheme(r"[0-9A-Z]{18}", right=credit_code),
    "NPI": _Scheme(r"[12]\d{9}", right=npi),
    "CPT": _Scheme(r"(?:\d{4}[0-9FTU]|[A-V]\d{4})(?:-[0-9A-Z]{2})?", listed=True),
    "TIN": _Scheme(r"\d{2}-?\d{7}"),
    "authorization": _Scheme(r"(?=[A-Z/-]{0,20}\d)[A-Z0-9][A-Z0-9/-]{2,29}"),
}
_LINK = r"[ \u00a0]{0,3}(?:\([A-Z]{2,6}\))?[ \u00a0]{0,3}(?:is|are|为|是)?[ \u00a0]{0,3}[:#]?[ \u00a0]{0,3}"
_JOINT = re.compile(r"[ ]?(?:,|、|/|;|,? ?and|,? ?or|和|及|或)[ ]{0,2}")
_TO = re.compile(r"[ ]?(?:-|–|to|through|至|到|~)[ ]?")
_END = r"(?![0-9A-Za-z])"
_TOKENS = {unit: re.compile(scheme.token + _END) for unit, scheme in _SCHEMES.items()}


def finder(words: Sequence[tuple[str, str]]) -> Finder:
    """From rows of a scheme and the words before its codes to a search for all codes of a text.

    Each row's pattern must begin with a plain letter, which makes it many times faster to look for;
    so a word may be told by its end: "uthorization number".
    """
    units = [unit for unit, _ in words]
    told = "|".join(f"{pattern}()" for _, pattern in words)
    before = re.compile(rf"(?:{told})(?![a-z]){_LINK}")

    def find(text: str) -> list[Value]:
        found = [*_emails(text), *_credit_codes(text)]
        for match in before.finditer(text):
            found += _codes(text, match.end(), units[(match.lastindex or 1) - 1])
        return found

    return find


def _codes(text: str, at: int, unit: str) -> Iterator[Value]:
    scheme, token = _SCHEMES[unit], _TOKENS[unit]
    found = token.match(text, at)
    while found:
        start, value, end = found.start(), found[0], found.end()
        to = _TO.match(text, end) if scheme.listed else None
        last = token.match(text, to.end()) if to else None
        if last:
            value, end = f"{value}..{last[0]}", last.end()
        yield _code(unit, scheme, value, start, end)
        joint = _JOINT.match(text, end) if scheme.listed else None
        found = token.match(text, joint.end()) if joint else None


def _code(unit: str, scheme: _Scheme, value: str, start: int, end: int) -> Value:
    name = "HCPCS" if unit == "CPT" and value[0].isalpha() else unit
    right = scheme.right(value) or "?" if scheme.right else value
    conflict = "" if right == value else right
    return Value("code", value, "", "", start, end, name, conflict)


def _credit_codes(text: str) -> Iterator[Value]:
    """Those that no word announces: only the check digit tells them from other long numbers."""
    for found in _CREDIT_CODE.finditer(text):
        alone = not text[found.start() - 1 : found.start()].isalnum()
        if alone and credit_code(found[0]) == found[0]:
            yield Value("code", found[0], "", "", found.start(), found.end(), "USCC")


def _emails(text: str) -> Iterator[Value]:
    at = text.find("@")
    while at >= 0:
        start = at
        while start and at - start < _LONGEST_LOCAL and text[start - 1] in _LOCAL:
            start -= 1
        domain = _DOMAIN.match(text, at + 1)
        end = domain.end() if domain else at + 1
        if domain and start < at:
            name, _, host = text[start:end].rpartition("@")
            yield Value("email", f"{name}@{host.lower()}", "", "", start, end)
        at = text.find("@", end)
