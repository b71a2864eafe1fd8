"""The words by which English duties are told, as tables."""

from __future__ import annotations

import re

# Longest first within each; the group says which.
_MODALS = {
    "cannot": r"(?<=and\x20)not to|can\s?not(?! be)|shall in no event|is prohibited from|are prohibited from|is not permitted to"
    r"|are not permitted to|agrees? not to|agrees? that it (?:will|shall) not|shall refrain from|must not|shall not|will not|may not"
    r"|shall never",
    "may": r"shall have (?:up )?until|shall have the (?:sole |exclusive |full |absolute )*right(?: and option)? (?:to|for|of)|shall be entitled to|shall be permitted to"
    r"|has the (?:sole |exclusive )*right to|have the (?:sole |exclusive )*right to|will have the right to|will be entitled to"
    r"|is entitled to|are entitled to|reserves? the right to|is permitted to|at its option may|may"
    r"|shall have the option to|shall be free to",
    "must": r"shall be (?:required|obligated|obliged) to|shall have (?:a|the) (?:duty|obligation) to|is (?:required|obligated|obliged) to"
    r"|are (?:required|obligated|obliged) to|agrees? to(?! the)|agrees? that it (?:will|shall)|covenants? to|undertakes? to"
    r"|shall be (?:solely |fully )?responsible for|is (?:solely )?responsible for|are responsible for|will be responsible for"
    r"|must|shall|has a duty to|have a duty to",
    "will": r"will",
}
MODAL = re.compile(
    "|".join(rf"(?P<{name}>\b(?:{words})\b)" for name, words in _MODALS.items()).replace(
        " ", r"\s+"
    ),
    re.IGNORECASE,
)
MODALITIES = {"cannot": "must_not", "may": "may", "must": "must", "will": "must"}

GENERIC = (
    "Payer", "Plan", "Health Plan", "Insurer", "Provider", "Providers", "Facility", "Group",
    "Hospital", "Physician", "Participating Provider", "each party", "either party", "neither party",
    "the parties", "both parties", "the other party", "no party", "parties", "party", "such party",
    "Licensor", "Licensee", "Supplier", "Distributor", "Reseller", "Company", "Customer", "Client",
    "Consultant", "Contractor", "Owner", "Operator", "Buyer", "Seller", "Vendor", "Manufacturer",
    "Administrator", "Agency", "Agent", "Sponsor", "each of the parties", "they", "it", "he", "she", "you", "we",
    "the receiving party", "the disclosing party", "the indemnified party", "the indemnifying party",
    "indemnitor", "indemnitee", "third parties", "third party", "the terminating party", "the breaching party", "the non-breaching party",
    "the defaulting party", "the non-defaulting party", "subcontractors", "subcontractor", "employees",
    "personnel", "arbitrator", "arbitrators", "members", "member", "patient", "patients", "physicians", "user", "users",
)  # fmt: skip

# What a "shall" after these words only states, and obliges nobody to.
STATES = re.compile(
    r"\s*(?:also\s|further\s|each\s|hereby\s|only\s|thereafter\s|then\s|not\s|continue to\s|automatically\s)*(?:"
    r"(?:have|has) no (?:obligation|duty|liability|right|further|responsibility)"
    r"|mean|include|constitute|survive|inure|remain in|remain the|continue(?: in)? (?:full |effect|until|for|thereafter)|commence|expire|begin|terminate\b(?! the| this)"
    r"|prevail|govern|control\b|apply\b|supersede|vest|have the meaning|have (?:any|an?|the following|no) (?:effect|meaning|duration|term)|have(?=,)|be (?:referred to|affected)|impair|not impair|confer|operate to"
    r"|become|result in|occur|extend (?:to|from|for|beyond)|refer to|be\s+(?:specified|set forth|described|stated|deemed|construed|considered|governed|interpreted|binding|effective|valid|null|void"
    r"|in (?:effect|force|full|addition|writing|default)|the (?:sole|property|exclusive)|a |an |subject to|extended|renewed|automatically|cumulative"
    r"|liable|entitled|deemed to|enforceable|severable|treated|defined|owned|as |determined|equal|the\b|enforced|settled|no\b|inapplicable|void|of no|any)"
    r"|not be (?:deemed|construed|considered|liable|binding|required|obligated|affected|entitled|responsible|interpreted)"
    r"|be (?:required|obligated) to)\b",
    re.IGNORECASE,
)
# After "may" or "may not": what is possible, not permitted.
AGENTLESS = re.compile(
    r"\s*(?:be\s+(?:necessary|required|appropriate|applicable|amended from|reasonably|possible|subject|deemed|available|liable|due|or|a\b)"
    r"|have\b|from time to time be|result|become|arise|apply|include|contain|constitute|exist|require\b(?! the| that| Provider| Payer))",
    re.IGNORECASE,
)
# Subjects that oblige nobody, where no party is named in them.
NOT_ACTORS = re.compile(
    r"\b(?:agreement|contract|addendum|amendment|term|section|article|provisions?|paragraph|clause|schedule|exhibit|attachment"
    r"|notices?|rights?|obligations?|liability|remed(?:y|ies)|nothing|there|this|period|date|warrant(?:y|ies)|waiver|failure|law"
    r"|interest|title|ownership|property|amounts?|fees?|damages|price|rates?|payments?|which|that|information|termination|assignment"
    r"|what|license|rent|provision|effect|reference|word|headings?|captions?|singular|masculine|execution|services?|invoices?)\b",
    re.IGNORECASE,
)
# Words that begin a clause within a sentence: what follows is no duty of its own.
CLAUSE_BEFORE = re.compile(
    r"(?:if|unless|when|whenever|where|whether|until|before|after|because|since|as|which|who|whom|whose|that|to the extent"
    r"|in the event|in case|so long as|as long as|while|once)\b",
    re.IGNORECASE,
)
INVERTED = re.compile(
    r"(?:\bin no event|\bunder no circumstances?|\bat no time|\bnor|\bin no case|\bin no way)\s*(?:whatsoever\s*)?,?\s*\Z",
    re.IGNORECASE,
)

# A subject that no name of a party is in obliges somebody when it is a person by its form.
PERSON = re.compile(
    r"\b(?!(?:orders?|matters?|others?|numbers?|papers?|errors?|letters?|offers?|powers?|manner|minor|factors?|transfers?"
    r"|whether|warrants?|grants?|covenants?|servers?|computers?|after|under|over|or|for|per|either|disorder|remainder|water"
    r"|quarters?|chapters?|registers?|waivers?|vendor list|royalty|fees?|three|degree|amount|constant|restaurant)\b)"
    r"(?:\w{2,}(?:ors?|ers?|ees?|ists?|ants?|ians?)|staff|personnel|committee|board|team|court|parent|affiliates?|subsidiar(?:y|ies)|agency|bank)\b",
    re.IGNORECASE,
)
PROPER = re.compile(r"[A-Z][\w.&’'-]*(?:\s(?:of\s|and\s)?[A-Z][\w.&’'-]*){0,6}\Z")
# What may stand between the beginning of a main clause and its subject: In such event Payer shall
ADVERBIAL = re.compile(
    r"(?:in|at|upon|on|during|for|to|with|after|before|within|if|under|by|from|accordingly|thereafter|then|thus"
    r"|additionally|further|furthermore|moreover|notwithstanding|except|subject|unless|without|also|each|all|\(?\w{1,3}[.)]"
    r"|[\d.]+)",
    re.IGNORECASE,
)
