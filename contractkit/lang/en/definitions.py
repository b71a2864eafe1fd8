"""The terms that an English text defines, and those that it uses as if they were defined."""

from __future__ import annotations

import re

from contractkit.lang.statements import Defined
from contractkit.lang.texts import Token

_OPEN, _CLOSE = r"[\"“]", r"[,.]?[\"”]"
_MEANS = re.compile(
    rf"{_OPEN}(?P<term>[A-Z][^\"“”\n]{{1,60}}?){_CLOSE}\s*(?:\([^()]{{0,60}}\)\s*)?,?\s*(?:(?:as\s+used|for\s+(?:the\s+)?purposes?)[^,.;]{{0,60}}?,?\s+)?(?:shall\s+|will\s+)?(?:means?|includes?|refers?\s+to|has\s+the\s+meaning|have\s+the\s+meaning|is\s+defined)\b\s*(?P<meaning>[^.;]{{0,240}})"
)
_CALLED = re.compile(
    rf"\((?:[^()\"“”]{{0,80}}?){_OPEN}(?P<term>[A-Z][^\"“”()\n]{{0,60}}?(?:\([a-z]{{1,3}}\))?){_CLOSE}(?P<more>[^()]{{0,160}})\)"
)
_MORE = re.compile(rf"{_OPEN}(?P<term>[A-Z][^\"“”()\n]{{0,60}}?){_CLOSE}")
_BOLD = re.compile(
    r"(?:\A\s{0,12}|[.;:]\s{1,12})(?:\(?\d{1,3}(?:\.\d{1,3}){0,4}[.)]?\s{1,12}|\([a-z]{1,4}\)\s{1,12})?"
    r"(?!(?:The|This|That|These|It|Such|By|If|For|In|Any|Each|Which|What|No|As|Nothing)\b)"
    r"(?P<term>[A-Z][A-Za-z][\w &/’'-]{1,50}?)\s{1,12}(?:means|(?:shall|will)\s{1,12}mean)\b\s*"
    r"(?P<meaning>[^.;]{0,240})"
)
# Exhibit "C" is the name of an attachment.
_ATTACHED = re.compile(
    r"(?:exhibit|schedule|attachment|appendix|annex)s?\s{1,3}[\"“]?$", re.IGNORECASE
)
# A capitalised phrase of two words or more within a sentence reads as a defined term when its last
# word is what contracts define; New Jersey, Project Apollo and Mark Smith are names.
_CAPITALISED = re.compile(
    r"(?<=[a-z,;] )(?:[A-Z][a-z]{2,}(?:-[A-Z][a-z]+)?(?:\s(?:of|and|for)\s(?=[A-Z]))?\s?){2,5}"
    r"(?=[\s,.;:)])(?!\s{1,3}(?:&|[A-Z]))"
)
_HEADS = frozenset(
    """account accounts address affiliate affiliates allocation amount amounts applicant application
    assets assignee authorities authority balance budget business businesses change changes charge
    charges claim claims clause closing commitment compensation competitor competitors condition
    conditions consents consideration content contracts costs coverage credit credits criteria customer
    customers damages data date dates debt default deliverable deliverables delivery deposit
    disclosure documentation documents earnings employee employees encumbrance encumbrances
    equipment event events exclusivity expense expenses facilities facility fee fees force funds group
    group's impositions improvements income indebtedness indemnitee indemnitees information infringement
    instruments inventory invention inventions invoice invoices items know-how level levels liabilities
    liability lien liens limit limits location locations losses manager managers mark marks market
    materials matter matters member members milestone milestones minimum names notice notices obligation
    obligations offering offerings option options order orders parameter parameters participant participants parties partner
    partners party payment payments percentage performance period periods permits person personnel persons
    placement placements plan plans points policies policy premises price prices pricing proceeds process
    product production products profit profits property proposal provider providers purchaser quota rate
    rates records recipient reports representative representatives requirement requirements reserve reserves
    restriction restrictions retailer revenue revenues right rights royalties royalty sales securities
    seller service services shareholder shareholders site sites software specification specifications
    standard standards statement subscriber subscribers subsidiaries subsidiary supplier supplies taxes
    technology term territory test testing tests threshold title titles trademarks transaction
    transactions user users value vendor volume warranties warranty work works year years""".split()
)
_SMALL_WORDS = frozenset("of and for the to in or on with & -".split())
_LAST_WORD = re.compile(r"[A-Za-z'-]+\Z")
# The name of a button, a film, a mark or an attachment, no term.
_NO_TERM = re.compile(
    r"(?:button|titled?|entitled|called|named|marked|labell?ed|legend|words?|phrase|stating|saying|click|trademarks?"
    r"|name|exhibit|schedule|attachment|appendix|annex)s?\s{1,3}(?:on\s|the\s|of\s|as\s){0,2}$",
    re.IGNORECASE,
)
_NO_TERM_AFTER = re.compile(r"\s{1,8}(?:button|link|tab|box|field|basis|mark|logo|trademark)s?\b")
_QUOTED = re.compile(rf"{_OPEN}(?P<term>[A-Z][A-Za-z &-]{{2,40}}?){_CLOSE}")
_FROM_OUTSIDE = re.compile(
    r"\b(?:Third|Republic|Commonwealth|Kingdom|Union|National|International|Internal|General|State|County|City|Court|Act|Code|Rules?|Law|Street|Avenue|Road|Suite|Inc|Corporation|Company|University|Bank|Trust|United|January|February|March|April|May|June|July|August|September|October|November|December|New York|Association|Commission|Department|Center|President|Director|Officer|Secretary|Exhibit|Section|Article|Schedule|Attachment|Board|Chief|Federal|American|International)\b"
)


def defined(text: str) -> tuple[Defined, ...]:
    """The terms that the text defines: "Term" means …, or (the "Term")."""
    found = []
    for match in (*_MEANS.finditer(text), *_BOLD.finditer(text)):
        meaning = " ".join(match["meaning"].split())
        found.append(
            Defined(
                _plain(match["term"]),
                match.start("term"),
                match.end("term"),
                meaning,
                "definition.means",
            )
        )
    for match in _CALLED.finditer(text):
        if _ATTACHED.search(text[max(0, match.start("term") - 16) : match.start("term")]):
            continue
        found.append(
            Defined(
                _plain(match["term"]),
                match.start("term"),
                match.end("term"),
                "",
                "definition.called",
            )
        )
        found += [
            Defined(
                _plain(more["term"]), more.start("term"), more.end("term"), "", "definition.called"
            )
            for more in _MORE.finditer(text, match.start("more"), match.end("more"))
        ]
    return tuple(sorted(found, key=lambda one: one.start))


def quoted(text: str) -> tuple[Token, ...]:
    """The capitalised phrases and the terms in quotation marks that look defined."""
    found = [
        Token(m["term"], m.start("term"), m.end("term"))
        for m in _QUOTED.finditer(text)
        if _is_title(m["term"])
        and not _NO_TERM.search(text[max(0, m.start() - 40) : m.start()])
        and not _NO_TERM_AFTER.match(text, m.end())
    ]
    for match in _CAPITALISED.finditer(text):
        phrase = match[0].strip()
        head = _LAST_WORD.search(phrase)
        if head and head[0].lower() in _HEADS and not _FROM_OUTSIDE.search(phrase):
            found.append(Token(phrase, match.start(), match.start() + len(phrase)))
    return tuple(found)


def _is_title(term: str) -> bool:
    """Whether each word has its capital: Royalty Rate, and not Trojan horse."""
    words = term.split()
    return term != "AS IS" and all(word[0].isupper() or word in _SMALL_WORDS for word in words)


def _plain(term: str) -> str:
    return " ".join(term.split()).rstrip(".,")
