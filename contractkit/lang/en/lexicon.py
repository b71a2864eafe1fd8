"""The words that an English agreement turns on, as tables."""

from __future__ import annotations

import re
from collections.abc import Mapping

from contractkit.lang.lexicon import Lexicon

WORDS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "modality": {
        "must": (
            "shall", "must", "will", "agrees to", "is required to", "are required to",
            "is obligated to", "are obligated to", "undertakes to",
        ),
        "must_not": (
            "cannot", "can not", "shall not", "must not", "will not", "may not", "shall in no event", "in no event",
            "neither party shall", "neither party may",
            "is prohibited from", "shall never", "may never", "is not entitled to", "may only not",
        ),
        "may": (
            "may", "is entitled to", "are entitled to", "has the right to", "have the right to",
            "at its option", "is permitted to", "can",
        ),
    },
    "negation": {
        "not": ("not", "no", "neither", "nor", "never", "none", "without"),
        "no_longer": ("no longer",),
        "release": ("releases", "waives", "waive", "release"),
        "refuse": ("refuse", "refuses", "decline", "declines"),
    },
    "exception": {
        "except": (
            "except", "except as", "except that", "except for", "excepting", "unless", "provided that",
            "provided, however", "provided however", "other than", "excluding", "exclusive of",
            "notwithstanding", "save for", "save as", "save that", "with the exception of", "but not",
            "however", "except in the case of", "does not apply to", "do not apply to",
        ),
    },
    "condition": {
        "if": (
            "if", "subject to", "on condition that", "in the event", "in the event that",
            "contingent upon", "contingent on", "only if", "but only if", "to the extent",
            "to the extent that", "so long as", "as long as", "provided", "conditioned on",
            "conditional upon", "on the condition that", "in case",
        ),
        "as_far_as": (
            "as far as practicable", "where practicable", "to the extent practicable", "endeavor to",
            "use reasonable efforts to", "at its discretion", "in its discretion",
            "use commercially reasonable efforts to",
        ),
    },
    "scope": {
        "all": ("all", "any", "every", "each", "entire"),
        "some": ("some", "part of", "portion of", "certain"),
        "main": ("substantially", "mainly", "principal"),
        "material": ("material", "materially", "significant"),
        "reasonable": ("reasonable", "reasonably"),
        "only": ("only", "solely"),
    },
    "conjunction": {
        "and": ("and", "as well as", "together with"),
        "or": ("or",),
        "and_or": ("and/or", "or/and"),
    },
    "comparator": {
        "least": (
            "not less than", "at least", "no less than", "no fewer than", "a minimum of",
            "not fewer than", "not earlier than", "no earlier than",
        ),
        "most": (
            "not more than", "at most", "no more than", "not to exceed", "up to", "a maximum of",
            "not exceeding", "no later than", "not later than",
        ),
    },
    "party": {
        "both": ("either party", "the parties", "both parties", "each party", "a party"),
        "other": ("the other party", "another party"),
    },
    "method": {
        "drg": ("DRG", "diagnosis related group", "diagnosis-related group"),
        "dip": ("DIP", "diagnosis-intervention packet"),
        "case": ("case rate", "per case", "case-based"),
        "item": ("fee for service", "fee-for-service"),
        "per_diem": ("per diem", "per day rate"),
        "capitation": ("capitation", "capitated", "per member per month", "PMPM"),
        "budget": ("global budget",),
        "lesser_of": ("lesser of", "lower of", "the lesser", "the lower"),
        "greater_of": ("greater of", "higher of", "the greater", "the higher"),
        "fee_schedule": ("fee schedule",),
        "charges": (
            "billed charges", "eligible charges", "of charges", "full charges", "customary charges",
        ),
        "advance": ("in advance", "prepayment"),
        "visit": ("per visit", "per session", "per encounter"),
    },
    "start": {
        "receipt": ("receipt", "receives", "receiving", "received", "receive"),
        "issue": ("issuance", "issues", "issued", "invoice date", "date of the invoice", "posting"),
        "signing": ("execution", "signing", "signed", "signature"),
        "effect": ("effective date", "effective", "takes effect"),
        "end": ("expiration", "expiry", "expires", "termination", "terminates", "end"),
        "service": ("date of service", "service", "services", "furnished"),
        "discharge": ("discharge", "discharged"),
        "admission": ("admission", "admitted"),
        "claim": ("claim", "submission", "submits", "request"),
        "event": ("occurrence", "occurs", "discovery", "learns", "notice"),
    },
    "definition": {
        "means": ("means", "has the meaning", "have the meanings", "refers to", "is defined as"),
    },
    "precedence": {
        "prevails": (
            "prevail", "prevails", "takes precedence", "take precedence", "overrides", "supersedes",
        ),
        "sequence": (
            "following order", "in order", "in the order in which", "order of precedence",
            "in the following sequence",
        ),
    },
    "risk": {
        "indemnity": ("indemnify", "indemnification", "hold harmless"),
        "liability": (
            "limitation of liability", "liability is limited", "in no event shall", "liability cap",
            "consequential damages", "liability is capped", "is capped at", "total liability",
            "aggregate liability", "liability shall not exceed", "liability will not exceed",
            "liable for more than",
        ),
        "exclusivity": (
            "exclusive", "exclusivity", "exclusively", "sole provider", "only provider",
            "shall not contract with",
        ),
        "renewal": ("automatically renew", "renews automatically", "renew automatically", "automatic renewal",
            "renewed automatically", "evergreen clause",
            "evergreen term", "evergreen renewal"),
        "amendment": (
            "may amend", "may modify", "unilaterally", "may change this agreement",
        ),
        "discretion": ("sole discretion", "absolute discretion", "sole judgment", "sole option"),
        "assignment": ("may assign", "freely assign", "assignable"),
        "interest": ("interest at", "late fee", "late charge", "interest of"),
        "most_favored": ("most favored", "most-favored", "most favoured"),
        "fees": ("minimum payment", "guaranteed payment", "minimum volume", "guaranteed volume"),
        "termination": ("at any time without cause", "for convenience", "terminate at any time", "with or without cause",
            "terminate this agreement at any time", "terminate immediately without notice"),
    },
    "plain": {
        "word": (
            "not only", "whether or not", "as if", "provider", "without delay",
            "including without limitation", "including but not limited to", "no.", "all-payer",
            "material fact", "notwithstanding anything", "in order to", "in order that",
        ),
    },
}  # fmt: skip

SYNONYMS = (
    ("promptly", "immediately", "without delay", "at once", "in good time", "forthwith"),
    ("prior to", "before"), ("in accordance with", "pursuant to", "according to", "under"),
    ("rules", "regulations"), ("give", "provide", "furnish"),
    ("ends", "terminates", "expires"), ("gives", "provides", "sends"), ("obtain", "get", "acquire"),
    ("begin", "commence", "start"), ("begins", "commences", "starts"), ("because", "since"),
    ("notify", "inform"), ("inquire", "enquire"), ("about", "concerning", "regarding"),
    ("ask", "request"), ("later than", "after"), ("buy", "purchase"), ("help", "assist"),
    ("section", "clause"), ("carry out", "perform"), ("the rest", "the remainder"),
)  # fmt: skip

SPELLINGS = (
    ("authoriz", "authoris"), ("recogniz", "recognis"), ("organiz", "organis"), ("utiliz", "utilis"),
    ("center", "centre"), ("program", "programme"), ("fulfill", "fulfil"), ("license", "licence"),
    ("enroll", "enrol"), ("behavior", "behaviour"), ("judgment", "judgement"), ("favor", "favour"),
    ("labor", "labour"), ("honor", "honour"), ("color", "colour"), ("minimiz", "minimis"),
    ("penaliz", "penalis"), ("finaliz", "finalis"), ("defense", "defence"), ("canceled", "cancelled"),
    ("practice", "practise"), ("hospitaliz", "hospitalis"), ("percent", "per cent"),
)  # fmt: skip

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

LEXICON = Lexicon(
    words=WORDS,
    parties=PARTIES,
    synonyms=SYNONYMS,
    spellings=SPELLINGS,
    party=re.compile(rf"\s*({'|'.join(PARTIES)})\s*:\s*(.+)"),
    title=re.compile(
        r"[A-Z][^.;:,]{2,110}\b(?i:agreement|contract|addendum|amendment|terms of service|policy)"
        r"(?: for(?: [A-Z][\w&'’\-]*| of| and| the)+)?\s*\Z"
    ),
    part=re.compile(r"(?!)"),
    closing=re.compile(
        r"\s*(?:in witness whereof|[^\n]{0,160}(?:signature page|\(signatures follow)|\(no text below|the parties have (?:executed|signed)"
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
    definitions=re.compile(
        r"\bdefinitions\b|\b(?:defined|defining) (?:terms|variables)\b|\Ainterpretation\Z",
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
    foreign_before=re.compile(
        r"(?:CFR|Act|Code|Laws|Stat\.?|Ann\.|(?:[A-Z]\.){2,4}A?)[ ,\u00a0]*(?:§{1,2} ?)?\Z"
    ),
    foreign_after=re.compile(
        r"(?:\([^()]{1,6}\))*,? (?:of|under) (?:the )?(?:[\w.'’-]+ ){0,8}?"
        r"(?:Acts?|Code|Regulations?|Rules?|Statutes?|Directive|Constitution|Treaty|SCCs|U\.S\.C|CFR|GDPR)\b"
    ),
    within=(" of ", " to ", " in ", " of the "),
    # Letters of full width are read as those of half width; so is what they name.
    cites=re.compile(
        r"sec|article|clause|paragraph|exhibit|attachment|schedule|append|annex|addend|§|\d\.\d"
        r"|[\uff01-\uff5e]",
        re.IGNORECASE,
    ),
    open_date=re.compile(
        r"[_\[●•]|day\s{1,80}of|,\s{0,80}[12]\d{3}|[\uff01-\uff5e]", re.IGNORECASE
    ),
    defines=re.compile(
        r"\b(?:mean(?:s|t|ing|ings)?|refers? to|includ(?:es?|ing)|excludes?|is the|called|together with)\b"
        r"|\(the\b",
        re.IGNORECASE,
    ),
    borrows=re.compile(
        r"\bhas the same meaning in this\b|\bhave the meanings that they have in the\b"
    ),
    quoted=re.compile(r"[\"“]([^\"“”\n]{1,60})[\"”]"),
    light=frozenset(
        "a an the this that these those of to in on at by for from with as such its their his her "
        "which who whose is are be been being was were has have had do does also then thereof "
        "thereto therein hereof hereto herein hereunder thereunder".split()
    ),
)
