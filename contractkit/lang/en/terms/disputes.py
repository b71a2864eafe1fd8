"""How an English agreement says that disputes are settled: by whom arbitrated, or in which court."""

from __future__ import annotations

from contractkit.lang.en.terms.words import every, find
from contractkit.lang.statements import TermRule

_INSTITUTIONS = (
    r"American\s+Arbitration\s+Association|JAMS|Judicial\s+Arbitration\s+(?:and|&)\s+Mediation\s+Services?|International\s+Chamber\s+of\s+Commerce"
    r"|London\s+Court\s+of\s+International\s+Arbitration|Singapore\s+International\s+Arbitration\s+Cent(?:re|er)|Hong\s+Kong\s+International\s+Arbitration\s+Cent(?:re|er)"
    r"|China\s+International\s+Economic\s+and\s+Trade\s+Arbitration\s+Commission|American\s+Health\s+Law(?:yers)?\s+Association|National\s+Arbitration\s+Forum"
    r"|International\s+Cent(?:re|er)\s+for\s+Dispute\s+Resolution|Stockholm\s+Chamber\s+of\s+Commerce|International\s+Institute\s+for\s+Conflict\s+Prevention(?:\s+and\s+Resolution)?"
    r"|Swiss\s+Chambers[’']?(?:\s+of\s+Commerce)?|German\s+(?:Arbitration\s+Institute|Institution\s+of\s+Arbitration)|National\s+Association\s+of\s+Securities\s+Dealers"
    r"|(?:[A-Z]\w+\s+){1,5}(?:Arbitration\s+(?:Commission|Cent(?:re|er)|Association|Institute|Court|Tribunal)|Court\s+of\s+(?:International\s+)?Arbitration)|AAA|AHLA|CIETAC|SIAC|HKIAC|LCIA|ICDR|FINRA"
)
_MATTER = (
    r"\b(?:disputes?|controvers(?:y|ies)|claims?|disagreements?|differences?|matters?|issues?)\b"
)
_SETTLED = (
    r"\b(?:settled|resolved|decided|determined|submit(?:ted)?|referred|refer|subject|adjudicated|arbitrated|proceed|resolution|brought|demand|elect|commence)\b[^.;]{0,160}?\b"
    r"arbitrat(?:ion|or|ors)\b|\b(?:shall|will|must|agrees?\s+to|may)\s+(?:be\s+)?(?:\w+\s+)?arbitrated?\b|\barbitration\b[^.;]{0,60}\b(?:exclusive|sole)\b"
)
_NO_SUBMISSION = (
    r"\barbitration\s+(?:award|decision|fees?|costs?|expenses?)\s+(?:shall|will|is|are|may)\b|\bduring\s+(?:the\s+)?(?:pendency|course)\b|\bno\s+(?:mandatory\s+)?arbitration\b|\bpending\s+arbitration\b"
    r"|\b(?:neither|no)\s+party\b[^.;]{0,60}\barbitrat|[\"”]\s+(?:means?|includes?)\b|\bnot\s+(?:be\s+)?(?:subject\s+to|required\s+to|submitted\s+to|resolved\s+by)\s+(?:binding\s+)?arbitrat"
)
_PART = r"(?:\s+(?!(?:for|over|shall|will|may|must|with|that|which|to|waives?|agrees?|hereby|arising|unless|except|regarding|having|has|each|is|are|if|in\s+(?:the\s+event|connection|any|respect|case|accordance)|and\s+(?:each|hereby|waives?|agrees?|the\s+parties|consents?|no|any|all|such)|and/or|the\s+part(?:y|ies)|the\s+undersigned)\b)[\w.&’'-]+,?)"
# The courts of the State of Ohio; any state or federal court located in Travis County, Texas
# A court is told by its rank or by its place; "such court" is none.
_PLACE = (
    rf"\s+(?:in\s+and\s+for|for(?=\s+(?:the\s+)?(?-i:[A-Z]))|of|in|located|sitting|situated|within)\b{_PART}{{1,14}}"
    r"(?<!\sand)(?<!\sor)(?<!,)(?<!\sthe)"
)
_COURT = (
    r"(?:(?:the|any|a)\s+)?(?:(?!(?:of|in|to|by|before|jurisdiction|venue|with|from|that|such|no|the|any|and|these|those|said|either)\s)[\w.’'/-]+,?\s+|(?<=\w )(?:and|or)\s+){0,7}?"
    rf"(?:(?:state|federal|supreme|superior|circuit|district|county|high)\s+courts?(?:{_PLACE})?|courts?{_PLACE})"
)
_FORUM = (
    rf"\b(?:jurisdiction|venue)\b[^.;]{{0,60}}?\b(?:of|in|with|be|by|to)\s+(?P<value>{_COURT})"
    rf"|\b(?:brought|commenced|instituted|litigated|filed|heard|tried|resolved|settled|decided|determined|adjudicated|maintained)\b[^.;]{{0,60}}?\b(?:in|by|before|to)\s+(?P<before>{_COURT})"
    rf"|\b(?P<lead>{_COURT})\b[^.;]{{0,60}}?\b(?:shall|will)\s+have\s+(?:\w+\s+){{0,3}}jurisdiction\b"
    r"|\bvenue\b(?!/|\s+of\s+(?:the\s+)?arbitration)[^.;]{0,80}?\b(?:in|be)\s+(?P<place>(?-i:[A-Z][\w.]+(?:\s+[A-Z][\w.]+){0,2}(?:,\s*[A-Z][\w.]+(?:\s+[A-Z][a-z]+)?)?))"
)
_NOT_CHOSEN = find(
    r"\bjudgment\s+(?:up)?on\b|\bentered\s+in\b|\benforce(?:ment|d)?\s+(?:of\s+)?(?:the|any|such)\s+(?:award|judgment)|\binjunct|\bequitable\s+relief|\bcourt\s+orders?\b|\bcompetent\s+jurisdiction\s+(?:to\s+be|finds|holds|determines)"
    r"|\b(?:held|found|declared|determined|deemed|adjudged)\s+(?:to\s+be\s+)?(?:invalid|unenforceable|void)|\bbankruptcy\b|\A[^.;]{0,80}\bwaives?\b[^.;]{0,80}\bobjection|\bregulat\w+\s+authorit"
)
DISPUTE_RESOLUTION = (
    TermRule(
        "dispute_resolution",
        "term.dispute_resolution.institution",
        every(
            r"\barbitrat\w+\b",
            rf"(?-i:\b(?P<value>{_INSTITUTIONS})\b)",
        ),
        unless=find(_NO_SUBMISSION),
        single=True,
    ),
    TermRule(
        "dispute_resolution",
        "term.dispute_resolution.arbitration",
        every(_MATTER, _SETTLED, r"\b(?P<value>(?:final\s+and\s+)?(?:binding\s+)?arbitration)\b"),
        unless=find(_NO_SUBMISSION),
        single=True,
    ),
    TermRule(
        "dispute_resolution",
        "term.dispute_resolution.court",
        every(
            r"\bcourts?\b|\bvenue\b",
            r"\b(?:jurisdiction|venue|brought|commenced|instituted|litigated|filed|heard|tried|resolved|settled|decided|determined|adjudicated|maintained)\b",
            _FORUM,
        ),
        unless=_NOT_CHOSEN,
    ),
)
