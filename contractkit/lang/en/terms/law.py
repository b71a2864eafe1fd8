"""How an English agreement says whose law governs it."""

from __future__ import annotations

import re

from contractkit.lang.en.terms.words import every, unless
from contractkit.lang.statements import TermRule

# Places by whose law contracts are made, for words that could be anything: Ohio law, English law.
_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa"
    "|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada"
    "|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island"
    "|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming|Puerto Rico"
    "|Ontario|Quebec|Alberta|British Columbia|England(?: and Wales)?|Scotland|Ireland|Bermuda|Jersey|Guernsey|Cayman Islands"
    "|Hong Kong|Singapore|China|Japan|Korea|Taiwan|India|Israel|Germany|France|Switzerland|Sweden|Norway|Denmark|Finland"
    "|Netherlands|Belgium|Luxembourg|Austria|Italy|Spain|Portugal|Brazil|Mexico|Canada|Australia|New Zealand|New South Wales|Victoria"
)
_PEOPLES = (
    "English|Scottish|Irish|Swiss|German|French|Dutch|Belgian|Austrian|Italian|Spanish|Swedish|Norwegian|Danish|Finnish|Israeli"
    "|Indian|Japanese|Chinese|Korean|Canadian|Australian|Brazilian|Mexican|PRC|U\\.?S\\.?(?: federal)?"
)
_NAME = r"(?:Hong\s+Kong|(?:New|North|South|West|Rhode|British|Puerto)\s+[A-Z]\w+|(?!(?:Control|Section|Article|Agreement|Part(?:y|ies)|Company|Law)\b)[A-Z][a-z]{3,})"
_RANK = (
    r"(?:State|Commonwealth|Province|Kingdom|Republic|Federal\s+Republic|District|People[’']s\s+Republic|Territory|Grand\s+Duchy|Hong\s+Kong"
    r"|Special\s+Administrative\s+Region)"
)
_PLACE = (
    rf"(?:(?:the\s+)?{_RANK}\s+of\s+(?:the\s+)?[A-Z][\w.]+(?:\s+[A-Z][\w.]+){{0,2}}"
    rf"|(?:the\s+)?(?:United\s+(?:States(?:\s+of\s+America)?|Kingdom)|Cayman\s+Islands|Netherlands)|England(?:\s+and\s+Wales)?|(?:the\s+)?{_NAME}(?=\W|\Z))"
)
_SAYS = re.compile(
    rf"(?i:\blaws?\b[^.;]{{0,120}}?\b(?:of|in|state)\s+)(?P<value>{_PLACE})"
    rf"|\b(?P<before>{_STATES}|{_PEOPLES}|{_STATES.upper()})(?:[’']s)?(?i:\s+(?:state\s+)?law\b)(?!\s+[A-Z])"
    rf"|(?P<named>(?:the\s+)?{_RANK}\s+of\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)(?:[’']s)?(?i:\s+laws?\b)"
    r"|(?i:\blaws?\s+)(?P<bare>State\s+of\s+[A-Z]\w+(?:\s+[A-Z]\w+)?)"
    r"|(?i:\blaws?\b[^.;]{0,120}?\bof\s+)(?P<caps>THE STATE OF [A-Z]+(?: [A-Z]+)?|[A-Z]{4,}(?: [A-Z]{4,})?)"
    rf"|(?i:\b(?:governing|applicable|choice\s+of)\s+laws?\b\W{{0,6}})(?:(?i:state\s+of)\s+)?(?P<after>{_STATES}|{_PEOPLES})\b"
    rf"|(?i:\blaws?\s+applicable\b[^.;]{{0,60}}?\b(?:of|be|is)\s+)(?P<that>{_PLACE})"
)
_OURS = (
    r"\b(?:agreements?|contract|parties|rights|obligations|transaction|confirmation|addendum|amendment|guarantee|lease|licen[cs]e"
    r"|validity|hereof|hereto|hereunder|terms|dispute\w*)\b"
)
_OTHERS = (
    r"compl(?:y|iance|ies)\s+with|violat\w+\s+of|violate|taxes|withhold\w*|organized\s+(?:and\s+existing\s+)?under|existing\s+under|duly\s+(?:organized|incorporated)"
    r"|bankruptcy\s+law|required\s+by|(?:permitted|allowed)\s+(?:by|under)|applicable\s+laws?\b(?![^.]{0,80}\bState)|securities\s+laws|licensed\s+under|(?:main|original|master)\s+agreement|resolved\s+under\s+law|parties\s+apply\s+the\s+laws"
)

GOVERNING_LAW = (
    TermRule(
        "governing_law",
        "term.governing_law.governed",
        every(
            r"\b(?:govern(?:ed|s|ing)?|constru(?:ed|ction)|interpret(?:ed|ation)|enforced|determined|appl(?:y|ies))\b[^.;]{0,200}?\blaws?\b"
            r"|\bsubject\s+to,?\s+(?:and\s+\w+\s+\w+\s+)?(?:the\s+(?:[\w-]+\s+)?laws\s+of|[A-Z]\w+(?:\s+[A-Z]\w+)?\s+law)\b"
            r"|\blaws?\b[^.;]{0,120}?\b(?:govern\w*|control|apply|applies|applicable)\b",
            _OURS,
        ),
        says=_SAYS,
        strict=True,
        unless=unless(r"governed\s+by", _OTHERS),
    ),
    TermRule(
        "governing_law",
        "term.governing_law.unnamed",  # by the law of a place that no pattern knows, or left blank
        every(
            r"\b(?:governed\s+by|(?:constru|interpret)ed\s+(?:and\s+\w+\s+)?(?:in\s+accordance\s+with|under|by))\b[^.;]{0,100}?\blaws?\b",
            _OURS,
        ),
        unless=re.compile(rf"{_SAYS.pattern}|(?i:\b(?:{_OTHERS})\b)"),
    ),
    TermRule(
        "governing_law",
        "term.governing_law.labelled",
        (
            re.compile(
                rf"\b(?i:(?:governing|applicable|choice\s+of)\s+law)(?i:\s+and\s+(?:jurisdiction|venue))?\b[\"”]?\s*[:.–—-]\s*(?P<value>(?:(?i:the\s+)?(?i:laws?\s+of\s+)?(?i:the\s+)?{_RANK}\s+of\s+)?(?:{_STATES}|{_PEOPLES}))\b(?!\s+[A-Z(])"
                rf"|\A\W*(?P<law>{_STATES}|{_PEOPLES})\s+law\s+(?:governs|applies|controls)\b"
            ),
        ),
    ),
)
