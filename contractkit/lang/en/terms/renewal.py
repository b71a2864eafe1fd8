"""How an English agreement says that it renews, and by what notice one keeps it from renewing."""

from __future__ import annotations

from contractkit.lang.en.terms.words import CONTRACT, TIME, every, find, unless
from contractkit.lang.statements import TermRule

# What else is renewed or extended in agreements.
_OTHERS = (
    r"renew(?:al)?\s+(?:of\s+)?(?:the\s+|any\s+|such\s+)?(?:insurance|polic\w+|licen[cs]es?\b|registration|domain|permit)|declines?\s+to\s+renew|polic(?:y|ies)"
    r"|renewal\s+(?:rate|fee|commission|premium|contract)s?|insurer|patents?|extended\s+(?:to|warranty|family|by\s+an?y?\s+force)|loan|credit|force\s+majeure|delays?"
    r"|warranty\s+period|unless\s+(?:extended|sooner\s+extended)|deadline|milestone|extend\s+the\s+time|time\s+for|cure|confidential\w*|extend\s+any\s+later"
    r"|software\s+renews|nomination|stockholders?"
    r"|if\s+(?:[\w-]+\s+){1,3}(?:intends?|wish(?:es)?|wants?|requests?|desires?)\s+to\s+(?:renew|extend)"
)
_NEVER = (
    r"(?:shall|will|may|does|is|are)\s+not\s+(?:be\s+)?(?:automatically\s+)?(?:renew(?:ed|able)?|extend(?:ed)?)\s+(?:automatically|at|beyond|after|without)"
    r"|(?:shall|will|does)\s+not\s+automatically\s+(?:renew|extend)|not\s+(?:wish|want)\b[^.;]{0,40}\b(?:renewed|extended|prolonged)|no\s+(?:automatic\s+)?(?:renewals?|extensions?)\s+(?:of|after|or|shall|is|term)"
)
# A renewal that needs both parties is no term of the agreement: they could always agree.
_BOTH = r"(?:mutual\w*|(?:written\s+)?(?:agreement|consent)\s+(?:of|by|between)\s+(?:both|the)\s+parties|(?:both|the)\s+parties\s+(?:so\s+)?(?:agree|wish|desire))"
_MAY = r"(?:may|can|could)\s+(?:only\s+)?(?:be\s+)?(?:renew|extend)(?:ed)?"
_BY_BOTH = rf"{_BOTH}\b[^.;]{{0,80}}\b(?:{_MAY}|renew|extend)|\b{_MAY}\b[^.;]{{0,80}}\b{_BOTH}"
_TALKS = rf"{_BY_BOTH}|both\s+parties\s+(?:wish|agree|desire)|good\s+faith|negotiat\w+"
_RENEWS = r"(?:automatically|shall|will|be|deemed)\s+(?:be\s+)?(?:automatically\s+)?renew(?:ed)?|automatically\s+(?:be\s+)?extend(?:ed)?|renewed\s+automatically"

_MODAL = r"(?:shall|will|may|can|be|is|are|automatically|option\s+to|right\s+to|elects?\s+to|agree\s+to|entitled\s+to|to)"
_FREE = r"(?:(?:shall|will|may|can|is|are)\s+)?(?:(?:also|then|be|automatically|further)\s+){0,3}"
_UNIT = r"(?:year|month|quarter|week)"
_STEP = rf"{_UNIT}[- ](?:to|by)[- ]{_UNIT}"
_AGAIN = r"(?:successive|consecutive|additional|subsequent|further|like)\s+(?:[\w()-]+\s+){0,3}(?:terms?|periods?|years?)"
_VERB = (
    rf"\b{_MODAL}\s+(?:also\s+|then\s+)?(?:be\s+)?(?:automatically\s+|further\s+)?renew(?:ed|able|s)?\b"
    r"|\b(?:renews|renewed|self-renewing|evergreen|rolls?\s+over|roll-?over)\b|\bautomatic(?:ally)?\s+(?:renew\w*|extend\w*|extension)\b"
    r"|\brenewal\s+(?:terms?|periods?)\s+of\b|(?<!non-)\brenewal\s+upon\b|\brenewable\s+(?:for|annually|by|upon|at|thereafter)\b"
    r"|\b(?:each|every|such|the|any)\s+(?:renewal|extension)\s+(?:term|period)\s+(?:shall|will|is)\b[^.;]{0,20}\b(?:for|be|last)\b"
    rf"|\b{CONTRACT}\b[^.;]{{0,80}}?\b(?:be|is|are)\s+(?:automatically\s+|further\s+|also\s+)?extended\b|\b{CONTRACT}\s+{_FREE}extend(?:s|ed)?\b"
    rf"|\b(?:to|may|shall|will|can)(?:,[^,.;]{{0,60}},)?\s+(?:further\s+)?extend\s+(?:the|this|its|such)?\s*(?:[\w-]+\s+)?{CONTRACT}\b(?!\s+of\s+(?:the\s+)?(?:patent|warranty))"
    r"|\boptions?\s+to\s+(?:renew|extend)\b|\b(?:renewal|extension)\s+options?\b|\bextended\s+for\b|\bdeemed\s+(?:to\s+be\s+)?(?:renewed|extended)\b|\bprolonged\b|\bgoes\s+on\s+for\b|\brolls?\s+into\b"
)
RENEWAL = (
    TermRule(
        "renewal_term",
        "term.renewal.goes_on",  # from year to year, or until somebody ends it
        every(
            rf"\b(?:{CONTRACT}|renew\w*|it)\b",
            rf"\b(?P<step>{_STEP})\b(?=[^.;]{{0,60}}\b(?:thereafter|until|unless|basis|subject|terms?))|\bthereafter\b[^.;]{{0,80}}\b(?P<then>{_STEP})\b|\bfrom\s+(?P<from>{_STEP})\b"
            r"|\b(?:continues?|thereafter|remains?|renew\w*)\b[^.;]{0,80}\b(?P<basis>(?:annual|monthly|yearly|quarterly)\s+basis)\b"
            r"|\b(?:continues?|remains?|term)\b[^.;]{0,120}\b(?P<open>indefinitely)\s+(?:thereafter|after\s+that|until|unless)\b"
            r"|\b(?:initial|first|primary|original)\s+(?:term|period)\b(?:(?!\bto\s+(?:year|month))[^.;]){0,120}\b(?P<further>thereafter\s+(?:\w+\s+){0,4}(?:until|unless)\s+terminated)\b"
            r"|\b(?:renew\w*|extended)\b[^.;]{0,40}\b(?P<more>(?:another|an\s+additional|a\s+further)\s+(?:year|month|quarter))\b"
            r"|\b(?:renew\w*|extended)\b[^.;]{0,40}\b(?P<equal>(?:successive|additional|further|renewal)\s+(?:[\w-]+\s+){0,2}(?:terms?|periods?)\s+(?:equal\s+to|of\s+the\s+same)\b[^.;,]{0,40}?)(?=\s+unless|[.;,])"
            r"|\brolls?\s+(?:over|into)\b[^.;]{0,40}\b(?P<over>annual\s+periods|(?:another|an\s+additional|a\s+further)\s+(?:year|month|quarter))\b",
        ),
        unless=unless(_RENEWS, _OTHERS, always=rf"{_NEVER}|{_BY_BOTH}|invoice\w*|compensation"),
    ),
    TermRule(
        "renewal_term",
        "term.renewal.renews",
        every(
            r"\b(?:agreement|term|contract|terms|(?:initial|renewal|contract|extension)\s+periods?|addendum|services|appointment|engagement|lease|licen[cs]e)\b",
            r"\b(?:terms|periods?|years?|months?|days|annual\w*|yearly|automatic\w*|successive|consecutive|additional|another|further|renewal\s+term|option|evergreen)\b",
            rf"{_VERB}|\b(?:continues?|thereafter|remains?|after\s+that)\b[^.;]{{0,80}}\b{_AGAIN}\b",
        ),
        ("duration",),
        side="after",
        until=find(
            r"\b(?:unless|notice|notif\w+|prior\s+to|at\s+least|not\s+less|no\s+(?:later|less))\b"
        ),
        unless=unless(_RENEWS, f"{_OTHERS}|{_TALKS}", always=rf"{_NEVER}|{_BY_BOTH}"),
    ),
)

# Before the end of a term, or of a year of it: what a notice against its renewal is given before.
_BEFORE_END = (
    r"\b(?:prior\s+to|before|preceding|in\s+advance\s+of|of|from|at)\s+(?:the\s+|any\s+|each\s+|such\s+|its\s+)?(?:[\w-]+\s+){0,5}?(?:(?:expiration|expiry|end|conclusion|completion)\b[^.;]{0,40}?"
    rf"\b{CONTRACT}|(?:expiration|expiry|renewal|anniversary)\s+date|anniversary\s+(?:of|thereof)|(?:term|agreement|contract)\s+(?:expires|ends)|renewal"
    r"|scheduled\s+(?:expiration|expiry)|end\s+of\s+(?:a|any|each|the|such)\s+(?:[\w-]+\s+){0,2}(?:year|quarter))"
)
_NOTICE = (
    r"\b(?:notice|notif\w+|advise\w*|inform\w*|tell\w*|say\s+so|objects?|opt(?:s|ed|ing)?[- ]out|stops?|unless|intent\w*|elect\w*|option"
    r"|request|terminat\w+|cancel\w*)\b"
)
_BEFORE = (
    r"\b(?:at\s+least|(?:not|no)\s+less\s+than|(?:not|no)\s+later\s+than|not\s+fewer\s+than|within|a\s+minimum\s+of)\b"
    rf"[^.;]{{0,40}}?{TIME}|{TIME}(?:(?!\b(?:unless|except|if|provided|until)\b|{TIME})[^.;]){{0,80}}?\b(?:prior|before|preceding|ahead|advance)\b"
    rf"|{TIME}(?:[’']s?)?(?:\s+(?!by\b|upon\b|on\b|with\b|unless\b|if\b)[\w-]+){{0,4}}\s+(?:notice|notif\w+)\b|\bnotice\s+of\s+(?:[\w-]+\s+){{0,3}}?{TIME}"
)
_AGAINST = r"non-?renewal|not\s+(?:to\s+)?(?:be\s+)?(?:renew|extend|prolong)(?:ed)?|not\s+wish\b[^.;]{0,40}\b(?:renewed|extended|prolonged)|stop\s+the\s+renewal|option\s+to\s+(?:renew|extend)"
_NOT_OURS = r"insurance|polic(?:y|ies)|nomination\s+window"
RENEWAL_NOTICE = (
    TermRule(
        "renewal_notice",
        "term.renewal_notice.not_renew",
        every(
            rf"\b(?:non-?)?renew\w*|\bprolong(?:ed)?\b|\brolls?\s+into\b|\bgoes\s+on\s+for\b|\bthen[- ]current\b|\b(?:end|expiration|expiry)\s+of\s+(?:the|such|any|each|its)\s+(?:[\w-]+\s+){{0,2}}(?:term|period)\b|{_BEFORE_END}\b"
            rf"|\b(?:each|any|every|such|next|annual)\s+anniversary\b|\banniversary\s+date\b|\bannual\s+basis\b|\b{_STEP}\b|\b(?:indefinitely|thereafter|after\s+that)\b[^.;]{{0,40}}\buntil\s+terminated\b"
            rf"|\b(?:extend\w*|extension)\b[^.;]{{0,60}}\b{CONTRACT}\b|\b{CONTRACT}\b[^.;]{{0,120}}\bexten(?:d\w*|sion)\b",
            _NOTICE,
            _BEFORE,
        ),
        ("duration",),
        strict=True,
        unless=unless(
            rf"{_RENEWS}|{_AGAINST}",
            r"coverage|cancel(?:l?ation)?\s+of|extension\s+of\s+(?:the\s+)?time|such\s+extension|first\s+(?:refusal|offer|negotiation)|breach\w*|default|cure[ds]?|invoice|audit|change\s+of\s+control"
            r"|delivery\s+(?:time|date)|(?:change|adjust|increase|revise|modify)\w*\s+(?:(?:the|its|any|to|in|of)\s+){0,2}(?:rates?|prices?|fees?|charges?)"
            rf"|nomination|stockholders?|{_TALKS}",
            always=_NOT_OURS,
        ),
    ),
    TermRule(
        "renewal_notice",
        "term.renewal_notice.heading",  # its clause says what the notice is of
        every(
            r"\b(?:notice|notif\w+)\b",
            r"\b(?:election|exercise\w*|option|desire|intent\w*|wish\w*)\b",
            _BEFORE,
        ),
        ("duration",),
        heading=find(r"\b(?:renewals?|extensions?|option\s+to\s+(?:renew|extend))\b"),
        strict=True,
        unless=find(rf"\b(?:{_NOT_OURS}|breach\w*|default|cure[ds]?)\b|{_TALKS}"),
    ),
    TermRule(
        "renewal_notice",
        "term.renewal_notice.blank",  # how long before is left blank, or kept secret
        every(
            rf"\b(?:{_AGAINST})\b|\bautomatically\b[^.;]{{0,60}}\b(?:renew|extend)\w*",
            _NOTICE,
            r"(?:\[[^\]\n]{0,20}\]|_{2,}|\*{3}|●)[)\]\s]{0,4}(?:days?|months?|weeks?)?[^.;]{0,30}\b(?:prior|before|advance|notice)\b",
        ),
        unless=find(rf"\b(?:{_NOT_OURS})\b|\b\d+\)?\s+(?:days|months)\b"),
    ),
)
