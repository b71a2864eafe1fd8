"""The words that an English agreement turns on, as tables."""

from __future__ import annotations

import re
from collections.abc import Mapping

from contractkit.lang.base import Lexicon

WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "modality": {
        "must": ("shall", "must", "will", "agrees to", "is required to", "are required to"),
        "must_not": (
            "cannot",
            "shall not",
            "must not",
            "will not",
            "may not",
            "shall in no event",
            "is prohibited from",
        ),
        "may": ("may", "is entitled to", "are entitled to", "has the right to", "at its option"),
    },
    "negation": {
        "not": ("not", "no", "neither", "nor", "never", "without", "none"),
    },
    "exception": {
        "except": (
            "except",
            "unless",
            "provided that",
            "provided, however",
            "other than",
            "excluding",
            "notwithstanding",
        ),
    },
    "condition": {
        "if": (
            "if",
            "subject to",
            "on condition that",
            "in the event",
            "contingent upon",
            "only if",
        ),
    },
    "scope": {
        "all": ("all", "any", "every", "each"),
        "some": ("material", "some", "substantially", "reasonable", "reasonably"),
    },
}

PARTIES = {
    "Payer": "payer",
    "Plan": "payer",
    "Health Plan": "payer",
    "Insurer": "payer",
    "Provider": "provider",
    "Facility": "provider",
    "Group": "provider",
    "Hospital": "provider",
    "Physician": "provider",
}

TERMS = (
    "covered services", "clean claim", "timely filing", "fee schedule", "per diem", "case rate",
    "medical necessity", "medically necessary", "hold harmless", "balance bill", "prior authorization",
    "coordination of benefits", "business day", "business days", "calendar days", "credentialing",
    "medicare advantage", "medicaid", "provider manual", "participating provider",
)  # fmt: skip

LEXICON = Lexicon(
    words=WORDS,
    parties=PARTIES,
    terms=TERMS,
    party=re.compile(rf"\s*({'|'.join(PARTIES)})\s*:\s*(.+)"),
    title=re.compile(
        r"[A-Z][^.;:,]{2,110}\b(?i:agreement|contract|addendum|amendment|terms of service|policy)"
        r"(?: for(?: [A-Z][\w&'’\-]*| of| and| the)+)?\s*\Z"
    ),
    part=re.compile(r"(?!)"),
    closing=re.compile(
        r"\s*(?:in witness whereof|[^\n]{0,160}signature page|\(no text below|the parties have (?:executed|signed)"
        r"|[^\n]{0,60}caused this agreement to be|signed by the parties|by:\s*_|accepted and agreed"
        r"|(?:by|in) signing this|signatures?\s*:?\s*\Z|the undersigned ha(?:s|ve) executed"
        r"|\[?signatures? (?:page )?follows?)",
        re.IGNORECASE,
    ),
    caption=re.compile(
        r"(?![^.:;!?]{1,80}?\b(?:shall|will|means?|has|have|agrees?|represents?|is|are)\b)"
        r"((?-i:[A-Z0-9\"“(])[^.:;!?]{1,80}?)(?:\.|:| [-–—])(?:\s+(?=[A-Z(\[“\"$0-9])|\s*\Z)"
    ),
    heading=re.compile(r"[^.;:!?]{1,90}\Z"),
    bare_heading=re.compile(
        r"(?=[^\n]{3,70}\Z)[A-Z][\w’'/&-]*+"
        r"(?:[ ,]+(?:[A-Z][\w’'/&-]*+|of|and|or|the|to|for|in|on|by|with|without|a|an|from|&|[-–—]))*+\Z"
    ),
    recital=re.compile(
        r"\s*(?:\(?[A-Z0-9]{1,2}[.)]\s+)?(?:whereas\b|recitals?\s*:?\s*\Z|background\s*:?\s*\Z"
        r"|witnesseth|now,? therefore|in consideration of the)",
        re.IGNORECASE,
    ),
    relative={
        "this section": ("clause", 0),
        "the preceding section": ("clause", -1),
        "the foregoing section": ("clause", -1),
        "the next section": ("clause", 1),
        "the preceding paragraph": ("paragraph", -1),
        "the foregoing paragraph": ("paragraph", -1),
        "the preceding sentence": ("paragraph", 0),
    },
    foreign_before=re.compile(r"(?:CFR|C\.F\.R\.|U\.S\.C\.|Act|Code)[ ,]*(?:§ ?)?\Z"),
    foreign_after=re.compile(
        r"(?:\([^()]{1,6}\))*,? (?:of|under) (?:the )?(?:[\w.'’-]+ ){0,8}?"
        r"(?:Act|Code|Regulations?|Rules?|U\.S\.C|CFR)\b"
    ),
    within=(" of ", " to ", " in ", " of the "),
    defines=re.compile(
        r"\b(?:mean(?:s|t|ing|ings)?|refers? to|includ(?:es?|ing)|excludes?|is the|called|together with)\b"
        r"|\(the\b",
        re.IGNORECASE,
    ),
    quoted=re.compile(r"[\"“]([^\"“”\n]{1,60})[\"”]"),
)
