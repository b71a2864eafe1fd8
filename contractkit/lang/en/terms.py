"""How an English agreement says its terms: date, effect, end, renewal, notice, law, payment."""

from __future__ import annotations

import re

from contractkit.lang.statements import TermRule

_DATES = ("date", "date_blank")
_PLACE = (
    r"(?:the\s+)?(?:(?:State|Commonwealth|Province|Kingdom|Republic|Federal\s+Republic|District|People[’']s\s+Republic)\s+of\s+(?:the\s+)?[A-Z][\w.]+(?:\s+[A-Z][\w.]+){0,2}"
    r"|United\s+States(?:\s+of\s+America)?|England(?:\s+and\s+Wales)?|(?:New|North|South|West|Rhode|Hong)\s+[A-Z]\w+|[A-Z][a-z]{3,}(?:\s+Kong)?)"
)
_LAW = re.compile(
    rf"(?i:\blaws?\b[^.;]{{0,120}}?\b(?:of|in|state)\s+)(?P<value>{_PLACE})|(?P<before>{_PLACE})(?i:\s+law\b)"
    r"|(?i:\blaws?\s+)(?P<bare>State\s+of\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)"
    r"|(?i:\blaws?\b[^.;]{0,120}?\bof\s+)(?P<caps>THE STATE OF [A-Z]+(?: [A-Z]+)?|[A-Z]{4,}(?: [A-Z]{4,})?)"
)


def _find(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _all(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(_find(pattern) for pattern in patterns)


def _but(strong: str, weak: str, always: str = r"(?!)") -> re.Pattern[str]:
    """``weak`` in a sentence where ``strong`` is not, or ``always``: why it tells no term."""
    return _find(rf"\b(?:{always})\b|\A(?![\s\S]*?\b(?:{strong})\b)[\s\S]*?\b(?:{weak})\b")


AGREEMENT_DATE = (
    TermRule(
        "agreement_date",
        "term.agreement_date.between",
        _all(
            r"\b(?:between|among)\b",
            r"\bthis\s+(?:[\w-]+\s+){0,6}(?:agreement|contract)\b[^.;]{0,80}?"
            r"\b(?:made|entered|dated|effective)\b",
        ),
        _DATES,
        side="after",
        strict=True,
        single=True,
        unless=_find(r"\A\W*whereas\b|\b(?:amend(?:ed|s)|prior|original(?:ly)?)\b"),
    ),
    TermRule(
        "agreement_date",
        "term.agreement_date.made",
        _all(
            r"\b(?:made|enter(?:ed)?(?:\s+into)?|dated?|effective|executed|signed|concluded)\b"
            r"[^.;]{0,60}?(?:\b(?:as\s+of|on|this|the)\b|,|:|\bdate\b)?"
        ),
        _DATES,
        side="after",
        where="front",
        strict=True,
        single=True,
        unless=_find(
            r"\A\W*whereas\b|\b(?:amend(?:ed|s)|pursuant to that|prior agreement|registration statement|originally)\b"
        ),
    ),
    TermRule(
        "agreement_date",
        "term.agreement_date.line",  # a date alone on its line, under the title or on the cover
        (
            re.compile(
                r"^[ \t]*(?:(?:dated?|effective|as of|on|this|the)\b[:, \t]*){0,3}"
                r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8},? \d{4}"
                r"|\d{1,2}/\d{1,2}/\d{2,4})[ \t.,]*$",
                re.IGNORECASE | re.MULTILINE,
            ),
        ),
        ("date",),
        side="after",
        where="front",
        strict=True,
        single=True,
    ),
    TermRule(
        "agreement_date",
        "term.agreement_date.first",
        _all(r"\b(?:agreement|contract|date|day\s+of|between|by\s+and)\b"),
        _DATES,
        where="front",
        strict=True,
        single=True,
        unless=_find(r"\A\W*whereas\b"),
    ),
    TermRule(
        "agreement_date",
        "term.agreement_date.signature",
        _all(r"\b(?:in\s+witness\s+whereof|executed|signed)\b"),
        _DATES,
        side="after",
        strict=True,
        single=True,
    ),
    TermRule(
        "agreement_date",
        "term.agreement_date.signed",  # beside a signature
        _all(r"\bdated?\b\W{0,6}"),
        ("date",),
        side="after",
        where="closing",
        strict=True,
        single=True,
    ),
)
EFFECTIVE_DATE = (
    TermRule(
        "effective_date",
        "term.effective_date.defined",
        _all(r"[\"“](?:Effective\s+Date|Commencement\s+Date|Start\s+Date)[,.]?[\"”]"),
        _DATES,
        side="before",
        strict=True,
        single=True,
    ),
    TermRule(
        "effective_date",
        "term.effective_date.labelled",
        _all(
            r"\beffective\s+date\b[\"”]?\)?\s*(?:of\s+this\s+\w+\s*)?(?:is|shall\s+be|shall\s+mean|:|means)"
        ),
        _DATES,
        side="after",
        strict=True,
        single=True,
    ),
    TermRule(
        "effective_date",
        "term.effective_date.commences",
        _all(
            r"\b(?:this\s+(?:agreement|contract|addendum|schedule|transaction)|term)\b[^.;]{0,80}"
            r"\b(?:commenc\w+|begin\w*|effective|start\w*|runs)\b(?:\s+(?:on|as\s+of|from|upon))?(?=[^.;]{0,60}(?:\d{4}|__))"
        ),
        _DATES,
        side="after",
        strict=True,
        single=True,
        unless=_find(r"\b(?:which\s+was\s+effective|renewal\s+term|insurance)\b"),
    ),
    TermRule(
        "effective_date",
        "term.effective_date.as_of",
        _all(r"\beffective(?:\s+(?:as\s+of|on|from|this))?\b"),
        _DATES,
        side="after",
        where="front",
        strict=True,
        single=True,
        unless=_find(r"\b(?:which\s+was|were|commission\w*|amend\w*|rates?)\b"),
    ),
    TermRule(
        "effective_date",
        "term.effective_date.signed",
        _all(r"\b(?:signed|executed)\s+and\s+effective\b"),
        _DATES,
        side="after",
        strict=True,
        single=True,
    ),
    TermRule(
        "effective_date",
        "term.effective_date.event",
        _all(
            r"(?:\beffective\s+date[\"”]?\)?(?=\s+(?:of\s+this\s+\w+\s+)?(?:means|is|shall))|\b(?:this\s+(?:[\w-]+\s+){0,3}(?:agreement|contract|addendum)|(?:the|initial)\s+term)\b[^.;]{0,60}?"
            r"\b(?:effective|commences?|begins?|starts?|takes?\s+effect|into\s+(?:effect|force))\b)"
            r"[^.;]{0,40}?(?P<value>\b(?:up)?on\s+(?:the\s+)?(?:(?:full\s+|due\s+|mutual\s+)?execution|sign(?:ing|ature)"
            r"|closing\s+date|approval|receipt\s+of|completion|(?:date|day)\s+(?:on\s+which|that|when|of\s+(?:the\s+)?(?:last|execution|signature|signing|approval|closing))"
            r"|(?:later|last|latest|earlier)\s+(?:of|date|signature|to))[^.;]{0,80}"
            r"|\b(?:means|is|shall\s+be)\s+the\s+(?:date\s+(?:on\s+which|that|when|of\s+(?:the\s+)?(?:last|execution|signature))|later|latest|last)[^.;]{0,80})",
        ),
        single=True,
        unless=_find(
            r"\b(?:terminat\w+|expir\w+|amendments?|renew\w*|assignment|waiver|notices?)\b"
        ),
    ),
)
END = (
    TermRule(
        "expiration_date",
        "term.expiration_date.until",
        _all(
            r"\b(?:agreement|term|contract|addendum|transaction)\b",
            r"\b(?:expires?|until|through|ends?|ending|terminates?|termination\s+date|expiration\s+date|extend)\b(?:\s+(?:on|as\s+of|and\s+including|to))?",
        ),
        _DATES,
        side="after",
        strict=True,
        single=True,
        unless=_find(
            r"\b(?:audit|reports?|invoices?|warranty\s+period|fiscal|insurance|statements?|registration|pay(?:s|able|ment|ments)?|installments?|solicit|commission\w*|payer\s+period)\b"
        ),
    ),
    TermRule(
        "expiration_date",
        "term.expiration_date.event",
        _all(
            r"\b(?:term|agreement)\b",
            r"\b(?:shall|will)\s+(?:continue|remain|expire|terminate|extend|be\s+in\s+(?:full\s+force|effect)|stay)\b|\bexpires?\b",
            r"(?P<value>\b(?:until|upon|through|on\s+the\s+(?:earlier|later|earliest|expiration|date)|if\s+the|automatically|at\s+the\s+end\s+of)\b[^.;]{0,160})",
        ),
        single=True,
        unless=_find(
            r"\b(?:renew|confidential\w*|surviv\w+|obligations?\s+(?:of|under|to)|insurance|indemnif\w+|warranty|employment|purchase\s+orders?|terminated\s+agreement)\b"
        ),
    ),
)
TERM = (
    TermRule(
        "term",
        "term.term.initial",
        _all(
            r"\b(?:initial\s+(?:term|period)|term\s+of\s+(?:this|the)\s+\w+(?:\s+agreement)?|term\s*[\"”:)]|initial[\"”]?\)?\s+\w+\s+term)"
        ),
        ("duration",),
        strict=True,
        single=True,
        unless=_find(
            r"\b(?:renewal\s+term\s+shall\s+be|preceding\s+the\s+end|confidential\w*|solicit|compete|installments?|thereafter\b[^.]{0,60}\bnot)\b"
        ),
    ),
    TermRule(
        "term",
        "term.term.continues",
        _all(
            r"\b(?:agreement|appointment|engagement|contract|addendum)\b",
            r"\b(?:continue|remain|be)s?\s+(?:in\s+(?:full\s+)?(?:force|effect)[^.;]{0,30}|for)|\bperiod\s+of\b|\bterm\s+(?:of|shall|is|will)\b|\bextend\b",
        ),
        ("duration",),
        side="after",
        strict=True,
        single=True,
        unless=_find(
            r"\b(?:notice|confidential\w*|surviv\w+|records?|cure|insurance|warrant\w+|default|breach|solicit|compete"
            r"|following\s+(?:the\s+)?termination|after\s+(?:the\s+)?(?:termination|expiration)|post-termination|invoice|days?)\b"
        ),
    ),
)
_NOT_A_RENEWAL = (
    r"renew(?:al)?\s+(?:of\s+)?(?:the\s+|any\s+|such\s+)?(?:insurance|polic\w+|licen[cs]es?\b|registration|domain|permit)|declines?\s+to\s+renew|polic(?:y|ies)"
    r"|renewal\s+(?:rate|fee|commission|premium|contract)s?|insurer|patents?|extended\s+(?:to|warranty|family|by\s+an?y?\s+force)|loan|credit|force\s+majeure|delays?"
    r"|warranty\s+period|unless\s+(?:extended|sooner\s+extended)|deadline|milestone|extend\s+the\s+time|time\s+for|cure|confidential\w*"
)
_RENEWS = r"(?:automatically|shall|will|be|deemed)\s+(?:be\s+)?(?:automatically\s+)?renew(?:ed)?|automatically\s+(?:be\s+)?extend(?:ed)?|renewed\s+automatically"
_CONTRACT = r"(?:agreement|contract|terms?|appointment|engagement|lease|licen[cs]e|addendum)"
_NOTHING_ELSE = (
    r"(?:(?:shall|will|may|can|is|are)\s+)?(?:(?:also|then|be|automatically|further)\s+){0,3}"
)
RENEWAL = (
    TermRule(
        "renewal_term",
        "term.renewal.renews",
        _all(
            r"\b(?:agreement|term|contract|terms|periods?|addendum|services|appointment|engagement)\b",
            r"\b(?:terms|periods|years?|months?|days|annual\w*|yearly|automatic\w*|successive|consecutive|additional|another|further|renewal\s+term|year[- ]to[- ]year|option)\b",
            r"\b(?:(?:shall|will|may|can|be|is|are|automatically|option\s+to|right\s+to|elects?\s+to|agree\s+to|to)\s+(?:also\s+|then\s+)?(?:be\s+)?(?:automatically\s+|further\s+)?"
            r"renew(?:ed|able|s)?|renews|renewed\s+automatically|automatic(?:ally)?\s+(?:renew\w*|extend\w*|extension)|renewal\s+(?:terms?|periods?)\s+of|renewed|(?<!non-)renewal\s+upon"
            r"|renewable\s+(?:for|annually|by|upon|at|thereafter)|self-renewing)\b"
            rf"|\b{_CONTRACT}\b[^.;]{{0,80}}?\b(?:be|is|are)\s+(?:automatically\s+|further\s+|also\s+)?extended\b"
            rf"|\b{_CONTRACT}\s+{_NOTHING_ELSE}extend(?:s|ed)?\b"
            rf"|\b(?:to|may|shall|will|can)\s+(?:further\s+)?extend\s+(?:the|this|its|such)?\s*(?:[\w-]+\s+)?{_CONTRACT}\b(?!\s+of\s+(?:the\s+)?(?:patent|warranty))"
            r"|\boptions?\s+to\s+extend\b|\bextended\s+for\b"
            r"|\bdeemed\s+(?:to\s+be\s+)?(?:renewed|extended)\b|\bprolonged\b"
            r"|\b(?:continue|thereafter|remain)\b[^.;]{0,80}\b(?:(?:year|month|quarter)[- ](?:to|by)[- ](?:year|month|quarter)|annual\s+basis"
            r"|(?:successive|consecutive|additional|subsequent|further|like)\s+(?:[\w()-]+\s+){0,3}(?:terms?|periods?|years?)\b)",
        ),
        ("duration",),
        side="after",
        unless=_but(
            _RENEWS,
            _NOT_A_RENEWAL
            + r"|may\s+be\s+(?:renewed|extended)[^.;]{0,80}\b(?:mutual\w*|agreement|consent)\b(?![^.;]{0,120}\b(?:years?|months?))",
        ),
    ),
    TermRule(
        "renewal_notice",
        "term.renewal_notice.not_renew",
        _all(
            r"\b(?:(?:non-?)?renew\w*|then[- ]current|(?:end|expiration|expiry)\s+of\s+(?:the|such|any|each|its)\s+(?:[\w-]+\s+){0,2}(?:term|period)"
            r"|(?:each|any|every|such|next|annual)\s+anniversary|anniversary\s+date|annual\s+basis|(?:year|month)[- ]to[- ](?:year|month)"
            rf"|(?:extend\w*|extension)\b[^.;]{{0,60}}\b{_CONTRACT}|{_CONTRACT}\b[^.;]{{0,120}}\bexten(?:d\w*|sion))\b",
            r"\b(?:notice|notif\w+|advise\w*|unless|intent\w*|elect\w*|option)\b",
            r"\b(?:prior|before|preceding|at\s+least|not\s+less|no\s+less|no\s+later|not\s+later|in\s+advance|advance)\b|\b(?:days|months)[’']?\s+(?:written\s+)?notice\b",
        ),
        ("duration",),
        strict=True,
        unless=_but(
            rf"{_RENEWS}|non-?renewal|not\s+(?:to\s+)?(?:be\s+)?(?:renew|extend)(?:ed)?|option\s+to\s+(?:renew|extend)",
            r"coverage|cancel(?:l?ation)?\s+of|extension\s+of\s+(?:the\s+)?time|such\s+extension|first\s+(?:refusal|offer|negotiation)|breach\w*|default|cure[ds]?|invoice|audit|change\s+of\s+control"
            r"|delivery\s+(?:time|date)|(?:change|adjust|increase|revise|modify)\w*\s+(?:the\s+|its\s+|any\s+)?(?:rates?|prices?|fees?|charges?)",
            always=r"insurance|polic(?:y|ies)",
        ),
    ),
)
OTHER = (
    TermRule(
        "termination_notice",
        "term.termination_notice.upon",
        _all(r"\bterminat\w+", r"\bnotice\b|\bnotif\w+"),
        ("duration",),
        strict=True,
        unless=_find(r"\b(?:renew\w*|insurance|employment)\b"),
    ),
    TermRule(
        "governing_law",
        "term.governing_law.governed",
        _all(
            r"\b(?:govern(?:ed|s|ing)?|constru(?:ed|ction)|interpret(?:ed|ation)|enforced|determined|appl(?:y|ies))\b[^.;]{0,200}?\blaws?\b"
            r"|\bsubject\s+to,?\s+(?:and\s+\w+\s+\w+\s+)?the\s+(?:\w+\s+)?laws\s+of\b|\blaws?\b[^.;]{0,120}?\b(?:govern|control|apply)",
            r"\b(?:agreements?|contract|parties|rights|obligations|transaction|confirmation|addendum|validity|hereof|hereto|terms)\b",
        ),
        says=_LAW,
        unless=_but(
            r"governed\s+by",
            r"compl(?:y|iance|ies)\s+with|violat\w+\s+of|violate|taxes|withhold\w*|organized\s+under|existing\s+under|duly\s+(?:organized|incorporated)"
            r"|bankruptcy\s+law|required\s+by|(?:permitted|allowed)\s+(?:by|under)|applicable\s+laws?\b(?![^.]{0,80}\bState)",
        ),
    ),
    TermRule(
        "payment",
        "term.payment.within",
        _all(
            r"\b(?:shall|will|must|agrees?\s+to)\s+(?:\w+\s+){0,3}?(?:pay|remit|reimburse|be\s+(?:paid|due|made|payable|remitted))\b"
            r"|\b(?:due|payable)\s+(?:and\s+payable\s+)?(?:within|net|no\s+later|on)\b|\bpayment\s+(?:terms|is\s+due|within)",
            r"\b(?:within|no\s+later\s+than|not\s+later\s+than|net|on\s+or\s+before|days\s+(?:of|after|from))\b",
        ),
        ("duration",),
        strict=True,
        unless=_find(
            r"\b(?:terminat\w+|cure|notice\s+of\s+(?:breach|default)|renew\w*|indemnif\w+)\b"
        ),
    ),
)
TERMS = (*AGREEMENT_DATE, *EFFECTIVE_DATE, *END, *TERM, *RENEWAL, *OTHER)
