"""Phrases that an English text sets in capitals as it does defined terms."""

from __future__ import annotations

import re
from functools import lru_cache

from contractkit.lang.texts import Token

_WORD = r"[A-Z][a-z]+(?:['’-][A-Za-z][a-z]*)*"
_PHRASE = re.compile(rf"{_WORD}(?: {_WORD})*")
# A word is in capitals here because a sentence or an item begins.
_OPENS = re.compile(r"(?:^|[.!?:;(\"“”–—-])\s*$")
# The title of a law, with the small words that join its parts.
_TITLE = re.compile(rf"{_WORD}(?: (?:(?:and|for|in|of|on|the|to) )*{_WORD})*")
_LAW = re.compile(r"\b(?:Act|Code|Constitution|Decree|Law|Measures|Opinions|Order|Regulations?)\b")

# What is quoted is held against the definitions by itself.
_QUOTED = re.compile(r"[\"“][^\"“”\n]*[\"”]")
# The number of a document of a Chinese authority, as Yi Bao Fa [2024] No. 23.
_NUMBER = re.compile(r"(?:[A-Z][a-z]+ )+(?=\[\d{4}\])")

# Names of bodies, programs and places, which nobody has to define.
NAMES = (
    "American Arbitration Association", "American Medical Association", "Centers for Medicare",
    "Children's Health Insurance Program", "Comptroller General", "Congress", "Department of Health",
    "District of Columbia", "Drug Enforcement Administration", "Federal Register",
    "Food and Drug Administration", "Human Services", "Internal Revenue Service", "Joint Commission",
    "Medicaid Services", "Medicaid", "Medicare Advantage", "Medicare",
    "Medicare Outpatient Prospective Payment System", "National Correct Coding Initiative",
    "National Provider Identifier", "Office of Inspector General", "People's Bank of China",
    "People's Court", "People's Republic of China", "Social Security", "State Council", "United States",
)  # fmt: skip
# Words that stand alone in capitals: parts of a document, languages, days and months.
ALONE = frozenset((
    "Agreement", "Appendix", "Article", "Attachment", "Exhibit", "Form", "No", "Part", "Parts",
    "Schedule", "Section", "Sections", "Subpart", "Chinese", "English", "January", "February", "March",
    "April", "May", "June", "July", "August", "September", "October", "November", "December", "Monday",
    "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
))  # fmt: skip


def capitals(text: str, known: tuple[str, ...]) -> tuple[Token, ...]:
    """Each phrase in capitals but for the terms that are ``known``, names, and titles of laws.

    The first word of a sentence counts when the next one is in capitals too.
    """
    masked = _TITLE.sub(_without_law, text.replace("’", "'"))
    for names in (_QUOTED, _NUMBER, _names(known)):
        masked = names.sub(lambda match: "7" * len(match[0]), masked)
    found = []
    for match in _PHRASE.finditer(masked):
        words = match[0].split()
        capital = words[1:] if _OPENS.search(masked, 0, match.start()) else words
        if not ALONE.issuperset(capital):
            found.append(Token(text[match.start() : match.end()], match.start(), match.end()))
    return tuple(found)


@lru_cache(maxsize=64)
def _names(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Finds the longest of the terms and names, in the singular and in the plural."""
    stems = {term.removesuffix("s").removesuffix("y") for term in (*terms, *NAMES)}
    either = "|".join(re.escape(stem) for stem in sorted(stems, key=lambda s: (-len(s), s)))
    return re.compile(rf"\b(?:{either})(?:s|y|ies|es)?(?![a-z])")


def _without_law(match: re.Match[str]) -> str:
    return "7" * len(match[0]) if _LAW.search(match[0]) else match[0]
