"""How an English agreement says its terms: date, effect, end, renewal, notice, law, payment."""

from __future__ import annotations

import re

from contractkit.lang.statements import TermRule

_DATES = ("date", "date_blank")
_PLACE = (
    r"(?:the\s+)?(?:(?:State|Commonwealth|Province|Kingdom|Republic|Federal\s+Republic|District|People[’']s\s+Republic)\s+of\s+(?:the\s+)?[A-Z][\w.]+(?:\s+[A-Z][\w.]+){0,2}"
    r"|United\s+States(?:\s+of\s+America)?|England(?:\s+and\s+Wales)?|(?:New|North|South|West|Rhode|Hong)\s+[A-Z]\w+|[A-Z][a-z]{3,}(?:\s+(?:Kong|law))?)"
)


def _all(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


LAW = re.compile(
    rf"(?i:\blaws?\b[^.;]{{0,120}}?\b(?:of|in|state)\s+)(?P<value>{_PLACE})|(?P<before>{_PLACE})(?i:\s+law\b)|(?i:\blaws?\s+)(?P<bare>State\s+of\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)"
    r"|(?i:\blaws?\b[^.;]{0,120}?\bof\s+)(?P<caps>THE STATE OF [A-Z]+(?: [A-Z]+)?|[A-Z]{4,}(?: [A-Z]{4,})?)"
)

TERMS = (
    TermRule(
        "agreement_date",
        "term.agreement_date.made",
        _all(
            r"\b(?:made|entered\s+into|dated?|effective|executed|signed|concluded)\b[^.;]{0,60}?(?:\b(?:as\s+of|on|this|the)\b|,|:|\bdate\b)?"
        ),
        _DATES,
        side="after",
        front=True,
        strict=True,
        single=True,
        unless=re.compile(
            r"\b(?:amend(?:ed|s)|pursuant to that|prior agreement|registration statement|originally)\b",
            re.IGNORECASE,
        ),
    ),
    TermRule(
        "agreement_date",
        "term.agreement_date.first",
        _all(r"\b(?:agreement|contract|date|day\s+of|between|by\s+and)\b"),
        _DATES,
        front=True,
        strict=True,
        single=True,
    ),
    TermRule(
        "agreement_date",
        "term.agreement_date.signature",
        _all(r"\b(?:in\s+witness\s+whereof|executed|signed|date[d:]?)\b"),
        _DATES,
        side="after",
        strict=True,
        single=True,
        heading=re.compile(r"\A\Z"),
    ),
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
        _all(r"\beffective\s+date\b\s*(?:of\s+this\s+\w+\s*)?(?:is|shall\s+be|:|means)"),
        _DATES,
        side="after",
        strict=True,
        single=True,
    ),
    TermRule(
        "effective_date",
        "term.effective_date.commences",
        _all(
            r"\b(?:agreement|term|contract|addendum|schedule|transaction)\b[^.;]{0,80}\b(?:commenc\w+|begin\w*|effective|start\w*|runs)\b(?:\s+(?:on|as\s+of|from|upon))?"
        ),
        _DATES,
        side="after",
        strict=True,
        single=True,
    ),
    TermRule(
        "effective_date",
        "term.effective_date.as_of",
        _all(r"\beffective\b(?:\s+(?:as\s+of|on|from|this))?"),
        _DATES,
        side="after",
        front=True,
        strict=True,
        single=True,
    ),
    TermRule(
        "expiration_date",
        "term.expiration_date.until",
        _all(
            r"\b(?:agreement|term|period|contract|addendum)\b",
            r"\b(?:expires?|until|through|ends?|ending|terminates?|termination\s+date|expiration\s+date|extend)\b(?:\s+(?:on|as\s+of|and\s+including|to))?",
        ),
        _DATES,
        side="after",
        strict=True,
        single=True,
        unless=re.compile(
            r"\b(?:audit|report|invoice|warranty period|fiscal|insurance|financial statements|statements?|registration)\b",
            re.IGNORECASE,
        ),
    ),
    TermRule(
        "expiration_date",
        "term.expiration_date.event",
        _all(
            r"\b(?:term|agreement)\b",
            r"\b(?:shall|will)\s+(?:continue|remain|expire|terminate|be\s+in\s+(?:full\s+force|effect)|stay)\b|\bexpires?\b",
            r"(?P<value>\b(?:until|upon|through|on\s+the\s+(?:earlier|later|earliest|expiration|date)|if\s+the|automatically|at\s+the\s+end\s+of)\b[^.;]{0,160})",
        ),
        single=True,
        unless=re.compile(
            r"\b(?:renew|confidential\w*|surviv\w+|obligations?\s+(?:of|under|to)|license[sd]?|insurance|indemnif\w+|warranty|employment)\b",
            re.IGNORECASE,
        ),
    ),
    TermRule(
        "term",
        "term.term.initial",
        _all(
            r"\b(?:initial\s+(?:term|period)|term\s+of\s+(?:this|the)\s+\w+(?:\s+agreement)?|term\s*[\"”:)]|initial[\"”]?\)?\s+\w+\s+term)"
        ),
        ("duration",),
        side="any",
        strict=True,
        single=True,
        unless=re.compile(
            r"\b(?:renewal\s+term\s+shall\s+be|preceding\s+the\s+end|confidential)\b", re.IGNORECASE
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
        unless=re.compile(
            r"\b(?:notice|confidential\w*|surviv\w+|records?|cure|insurance|warrant\w+|default|breach|following\s+(?:the\s+)?termination|after\s+(?:the\s+)?(?:termination|expiration)|post-termination|invoice|days?)\b",
            re.IGNORECASE,
        ),
    ),
    TermRule(
        "renewal_term",
        "term.renewal.renews",
        _all(
            r"\b(?:agreement|term|contract|terms|period|periods|addendum|services)\b",
            r"\b(?:renew(?:s|ed|able|al)?|extended)\b(?=[^.;]{0,80}\b(?:for|terms?|periods?|years?|months?|automatic\w*|basis|successive|additional|another|agreement|upon|on)\b)",
        ),
        ("duration",),
        side="after",
        unless=re.compile(
            r"\b(?:licen[cs]e to renew|renew(?:al)? of (?:the |any |such )?(?:insurance|polic|licen|registration|domain|permit|contracts? with)|declines? to renew|polic(?:y|ies)|renewal (?:rate|fee|commission|premium)|insurer|patents?|trademarks?|extended (?:to|warranty|family|by a)|loan|credit|time for|deadline|milestone)\b",
            re.IGNORECASE,
        ),
    ),
    TermRule(
        "renewal_notice",
        "term.renewal_notice.not_renew",
        _all(
            r"\b(?:renew\w*|extend\w*|extension|then[- ]current\s+term|initial\s+term)\b",
            r"\b(?:notice|notif\w+|advise\w*|written\s+(?:intent|election))\b",
            r"\b(?:prior|before|preceding|at\s+least|not\s+less|no\s+less|no\s+later|in\s+advance|advance)\b",
        ),
        ("duration",),
        side="any",
        strict=True,
        unless=re.compile(
            r"\b(?:insurance|polic(?:y|ies)|coverage|cancel(?:l?ation)? of|extension of time|right of first|breach)\b",
            re.IGNORECASE,
        ),
    ),
    TermRule(
        "termination_notice",
        "term.termination_notice.upon",
        _all(r"\bterminat\w+", r"\bnotice\b|\bnotif\w+"),
        ("duration",),
        side="any",
        strict=True,
        unless=re.compile(r"\b(?:renew\w*|insurance|employment)\b", re.IGNORECASE),
    ),
    TermRule(
        "governing_law",
        "term.governing_law.governed",
        (
            re.compile(
                r"\b(?:govern(?:ed|s|ing)?|constru(?:ed|ction)|interpret(?:ed|ation)|enforced|appl(?:y|ies))\b[^.;]{0,160}?\blaws?\b|\blaws?\b[^.;]{0,120}?\b(?:govern|control|apply)",
                re.IGNORECASE,
            ),
            re.compile(
                r"\b(?:agreements?|contract|parties|rights|obligations|transaction|confirmation|addendum|validity|hereof|hereto|terms|it)\b",
                re.IGNORECASE,
            ),
            LAW,
        ),
        strict=True,
        unless=re.compile(
            r"\b(?:compl(?:y|iance|ies) with (?:all )?(?:applicable|the)? ?laws?|violat\w+ of (?:any|applicable)|permitted by (?:applicable )?law|taxes|withhold\w*|organized under|existing under|duly (?:organized|incorporated))\b",
            re.IGNORECASE,
        ),
    ),
    TermRule(
        "payment",
        "term.payment.within",
        _all(
            r"\b(?:pay(?:s|able|ment|ments)?|paid|remit\w*|reimburse\w*|due|invoices?)\b",
            r"\b(?:within|no\s+later\s+than|not\s+later\s+than|net|on\s+or\s+before|days\s+(?:of|after|from))\b",
        ),
        ("duration",),
        side="any",
        strict=True,
        unless=re.compile(
            r"\b(?:terminat\w+|cure|notice\s+of\s+(?:breach|default)|renew\w*|indemnif\w+)\b",
            re.IGNORECASE,
        ),
    ),
)
