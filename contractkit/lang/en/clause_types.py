"""The types of clause of commercial contracts (those of CUAD) that words can tell."""

from __future__ import annotations

import re

from contractkit.lang.statements import TypeRule


def _rule(name: str, *needs: str, unless: str = "") -> TypeRule:
    return TypeRule(
        name,
        tuple(re.compile(pattern, re.IGNORECASE) for pattern in needs),
        re.compile(unless, re.IGNORECASE) if unless else None,
    )


_AFTER_END = r"\b(?:termination|expiration|expiry|cancellation|conclusion)\b"

TYPES = (
    _rule(
        "Insurance",
        r"\b(?:insurance|insured|insurer)\b",
        r"\b(?:maintain|carry|procure|obtain|keep|provide|purchase|additional\s+(?:named\s+)?insured|named\s+insured|cover(?:ed|age)?\s+(?:under|limits)|certificates?\s+of\s+insurance|at\s+its\s+(?:own\s+)?expense)\b",
        r"\b(?:liability|workers?[’']?s?|errors|omissions|polic(?:y|ies)|additional\s+(?:named\s+)?insured|coverages?|certificates?|compensation|property)\b",
        r"\b(?:shall|will|must|agrees?|required?|requirements?)\b",
        unless=r"\b(?:insurance\s+(?:products?|business|agent|commissioner|company\s+products|center|carriers?\s+listed|contracts?|quotes?)|separate\s+account|annuit|sell|premiums?\s+(?:collected|received)|policyholder)\b",
    ),
    _rule(
        "Anti-Assignment",
        r"\b(?:assign(?:ed|able|ment|s)?|transfer(?:red|able)?|delegate[ds]?|sublicens\w+)\b",
        r"\b(?:agreement|rights?|obligations?|interest|duties|hereunder|licen[cs]e)\b",
        r"\b(?:shall\s+not|may\s+not|cannot|not\s+be|neither|no\b|without|non-?assignable|nontransferable|non-transferable|void|prior\s+written|prior\s+consent|consent)\b",
        r"\b(?:assign\w*|transferred|transfer)\b(?=[^.]{0,200}\b(?:agreement|rights?|obligations|hereunder|consent|without)\b)|\b(?:rights?|agreement|interest)\b[^.]{0,120}\bassign",
        unless=r"\b(?:hereby\s+assigns?|assigns?\s+to\s+\w+\s+all|work\s+made\s+for\s+hire|assigned\s+to\s+(?:perform|work)|employees?\s+assigned|personnel\s+assigned|inventions)\b",
    ),
    _rule(
        "Cap On Liability",
        r"\bliab(?:le|ility|ilities)\b|\bdamages\b|\brecourse\b",
        r"\b(?:in\s+no\s+event|under\s+no\s+circumstances?|neither|no\s+party|shall\s+not|will\s+not|not\s+be|exceed|limited\s+to|maximum|aggregate|excess\s+of|waives?|limit(?:s|ed|ation)?|no\s+liability|any\s+liability|not\s+have)\b",
        r"\b(?:consequential|incidental|indirect|special|punitive|exemplary|exceed|aggregate|limited\s+to|amounts?\s+(?:actually\s+)?(?:paid|received)|lost\s+profits?|loss\s+of\s+profits?|limited\s+recourse|other\s+than\s+direct|direct\s+damages)\b",
        unless=r"\b(?:insurance|coverage|per\s+occurrence|polic(?:y|ies)|indemnify\s+and\s+hold\s+harmless[^.]{0,200}from\s+and\s+against)\b",
    ),
    _rule(
        "Audit Rights",
        r"\b(?:audit(?:s|ed|ing|ors?)?|inspect(?:ed|ion|ions)?|examin(?:e|ed|ation))\b",
        r"\b(?:books|records?|accounts?|facilit(?:y|ies)|premises|time\s+sheets|information|documents|operations|such\s+audit|an\s+audit|sites?|files)\b",
        r"\b(?:right|shall|may|permit|allow|upon|entitled|will|reasonable|available|access)\b",
        unless=r"\b(?:audited\s+financial|financial\s+statements|independent\s+auditors?\s+report|SEC\b|inspect(?:ion)?\s+of\s+the\s+(?:goods|products?\s+upon)|product\s+inspection|hereto\s+have\s+examined)\b",
    ),
    _rule(
        "Notice Period To Terminate Renewal",
        r"\b(?:renew\w*|extend\w*|extension)\b",
        r"\b(?:notice|notif\w+|unless|intent\w*|elect\w*)\b",
        r"\b(?:prior|before|preceding|in\s+advance|advance|not\s+less\s+than|at\s+least|no\s+later)\b",
        r"\b(?:days?|months?|years?)\b",
        r"\b(?:terminat\w+|expir\w+|end\b|renew\w*|then[- ]current|term)\b",
        unless=r"\b(?:insurance|polic(?:y|ies)|coverage|extension\s+of\s+time|first\s+refusal|domain)\b",
    ),
    _rule(
        "Renewal Term",
        r"\b(?:term|agreement|period|periods|terms|contract)\b",
        r"\b(?:(?:automatically|shall|will|may|can|be|to)\s+(?:be\s+)?(?:automatically\s+)?(?:renew(?:ed)?|extended?)|renewal\s+(?:term|period)s?|renews?\s+(?:automatically|for)|option\s+to\s+(?:renew|extend)|automatic\s+renewal|renewed\s+automatically)\b",
        r"\b(?:successive|additional|another|further|subsequent|automatic\w*|one|two|three|four|five|six|\d+|year[- ]to[- ]year|month[- ]to[- ]month|annual\w*|mutual|basis)\b",
        unless=r"\b(?:insurance|polic(?:y|ies)|patents?|trademarks?\s+registration|licenses?\s+and\s+permits|extended\s+(?:warranty|by\s+any\s+force)|force\s+majeure|loan|delivery|milestone|commissions?|renewal\s+(?:fees?|rates?)|time\s+(?:for|period)\s+(?:for|may))\b",
    ),
    _rule(
        "Termination For Convenience",
        r"\bterminat\w+\b",
        r"\b(?:without\s+cause|for\s+convenience|for\s+any\s+(?:or\s+no\s+)?reason|with\s+or\s+without\s+(?:cause|reason)|for\s+any\s+reason\s+or\s+no|at\s+any\s+time\b(?=[^.]{0,80}\b(?:notice|upon|by)\b)|in\s+its\s+sole\s+discretion|at\s+the\s+option\s+of\s+(?:any|either)|at\s+(?:its|their)\s+(?:sole\s+)?(?:option|discretion|election)|without\s+(?:penalty|reason)|(?:either|any)\s+party\s+(?:may|shall\s+have\s+the\s+right\s+to|giving)[^.]{0,80}(?:days|months?)[^.]{0,40}notice|(?:upon|by|on|giving)\s+(?:\w+\s+){0,6}?(?:\(\d+\)\s+)?(?:days?|months?)[’']?\s+(?:advance\s+|prior\s+)?(?:written\s+)?notice)",
        r"\b(?:agreement|services?|contract|this|engagement|statement\s+of\s+work|order|it)\b",
        unless=r"\b(?:breach\w*|default\w*|insolven\w*|bankrupt\w*|fails?\s+to|cure[ds]?|force\s+majeure|material(?:ly)?|failure|non-?payment|renew\w*|following\s+termination|misconduct|change\s+of\s+control|upon\s+the\s+occurrence|infring\w+|milestone|cessation|in\s+the\s+event)\b",
    ),
    _rule(
        "Post-Termination Services",
        _AFTER_END,
        r"\b(?:upon|after|following|for\s+a\s+period|until|within|subsequent|thereafter|survive|post|from\s+the\s+date\s+of)\b",
        r"\b(?:shall|will|may|agrees?|must|continue)\b",
        r"\b(?:days?|months?|years?|transition\w*|wind[- ]?down|sell[- ]?off|continue\s+to|cooperat\w+|co-operat\w+|assist\w*|return|destroy|deliver|cease|pay|retain(?:ed)?|maintain(?:ed)?|inventory|orderly|records|commissions?)\b",
        r"\b(?:transition\w*|wind[- ]?down|sell[- ]?off|continue\w*|cooperat\w+|co-operat\w+|assist\w*|inventory|orderly|deliver\s+all|retain\w*|maintain\w*|commissions?|complete|fulfil\w*|months?|years?|days)\b",
        unless=r"\b(?:confidential\s+information\s+shall\s+be|non-?compet\w*|solicit\w*|notice\s+of\s+termination\s+shall|renew\w*|notice\s+(?:at\s+least|of\s+its\s+intent)|cure[ds]?|breach\s+is\s+not)\b",
    ),
    _rule(
        "License Grant",
        r"\b(?:hereby\s+grants?|grants?\s+(?:to\s+)?|is\s+granted|are\s+granted|shall\s+grant|agrees\s+to\s+grant|granted|shall\s+have\s+(?:a|an|the)\b[^.]{0,60}\blicen[cs]e|licenses?\s+to)\b",
        r"\b(?:licen[cs]es?|sublicen[cs]es?|right\s+to\s+(?:use|reproduce|distribute|market|sell|copy|display|access)|rights?\s+(?:and\s+licen[cs]e|to\s+use))\b",
        r"\b(?:non-?exclusive|exclusive|royalty[- ]free|non-?transferable|nontransferable|limited|perpetual|irrevocable|worldwide|right\s+and\s+licen[cs]e|right\s+to\s+use|licen[cs]e\s+to)\b",
        unless=r"\b(?:no\s+(?:right|licen[cs]e)|not\s+(?:grant|be\s+(?:deemed|construed))|nothing\s+(?:in|contained|herein)|option\s+to)\b",
    ),
    _rule(
        "Non-Compete",
        r"\b(?:compet(?:e|es|ing|itive|itors?|ition)|similar\s+to|restricted\s+business)\b",
        r"\b(?:shall\s+not|will\s+not|agrees?\s+not|may\s+not|not\s+to|neither|covenant\w*|refrain|it\s+will\s+not|nor)\b",
        r"\b(?:engage|sell|market|distribut\w+|promot\w+|directly|indirectly|own|operate|participate|enter|manufactur\w+|produc\w+|render|advertis\w+|develop\w*|endors\w+|provide|business)\b",
        unless=r"\b(?:competent|unfair\s+competition\s+law|equitable|competitive\s+(?:price|pricing|bid)|sublicens\w+|reverse\s+engineer)\b",
    ),
    _rule(
        "Exclusivity",
        r"\bexclusiv\w*\b|\bsole(?:ly)?\s+(?:and\s+exclusive\s+)?(?:provider|supplier|source|distributor|agent|from)\b|\bonly\s+from\b",
        r"\b(?:shall|will|grants?|agrees?|appoint\w*|during|hereby)\b",
        r"\b(?:exclusive(?:ly)?\s+(?:right|licen[cs]e|supplier|provider|distributor|distribution|appoint\w*|basis|agent|agency|purchase|territor\w+|integrated|endors\w+|use|worldwide|sell|market|provide|for\s+use|royalty|,)|exclusivity|exclusive,|sole(?:ly)?\s+(?:provider|supplier|source|distributor|agent|from)|only\s+from|purchase\s+exclusively|on\s+an\s+exclusive)",
        unless=r"\b(?:non-?\s?exclusive|exclusive\s+(?:jurisdiction|remed\w+|venue|property|forum|owner\w*|control)|sole\s+and\s+exclusive\s+(?:property|remed\w+|owner\w*|responsib\w+|discretion|liab\w+)|exclusive\s+of)\b",
    ),
    _rule(
        "Change Of Control",
        r"\bchange\s+(?:of|in)\s+control\b|\b(?:merger|acquisition|majority\s+of\s+the\s+(?:equity|voting|outstanding|shares|stock)|sale\s+of\s+(?:all\s+or\s+)?substantially\s+all|controlling\s+interest|more\s+than\s+(?:fifty|50)\b)",
        r"\b(?:terminat\w+|notice|notify|consent|assign\w*|deemed|right|fee)\b",
        r"\b(?:control|acquir\w+|merg\w+|majority|controlling|fifty|50)\b",
        r"\b(?:terminate|change\s+(?:of|in)\s+control|deemed\s+(?:an?\s+)?assignment|notify)\b",
        unless=r"\b(?:except\s+(?:that|to)\s|may\s+(?:freely\s+)?assign)\b",
    ),
    _rule(
        "Warranty Duration",
        r"\bwarrant(?:y|ies|s|ed)?\b",
        r"\b(?:period\s+of|for\s+(?:a|an|the)?|within|warranty\s+period|from\s+the\s+date|after\s+(?:delivery|acceptance))\b",
        r"\b(?:\d+|one|two|three|six|twelve|ninety|thirty|sixty)\b[^.]{0,14}\b(?:days?|months?|years?)\b",
        r"\b(?:defects?|workmanship|conform\w*|materials?|product|services?|software|deliver\w+|performance|goods|warranty\s+period)\b",
        unless=r"\b(?:indemnif\w+|terminat\w+|represents\s+and\s+warrants\s+that\s+it\s+(?:is|has)|surviv\w+|insurance)\b",
    ),
    _rule(
        "Non-Disparagement",
        r"\bdisparag\w+\b|\bdefam\w+\b",
        r"\b(?:shall\s+not|will\s+not|not|refrain|no\b)\b",
    ),
    _rule(
        "No-Solicit Of Employees",
        r"\bsolicit\w*\b|\bhire\b",
        r"\b(?:employees?|personnel|staff|consultants?)\b",
        r"\b(?:shall\s+not|will\s+not|not\s+to|neither|agrees?\s+not|may\s+not|nor)\b",
    ),
    _rule("Liquidated Damages", r"\bliquidated\s+damages\b|\b(?:early\s+)?termination\s+fee\b"),
    _rule(
        "Most Favored Nation",
        r"\bmost\s+favou?red\b|\b(?:no\s+less\s+favou?rable|lower\s+than|at\s+least\s+as\s+favou?rable)\b",
        r"\b(?:price|pricing|rates?|terms|customers?)\b",
        r"\b(?:other|third|any)\b",
    ),
    _rule(
        "Third Party Beneficiary",
        r"\bthird[- ]party\s+benefici\w+\b",
        unless=r"\b(?:no\s+third|not\s+(?:be|create|intend)|nothing|none)\b",
    ),
    _rule(
        "Minimum Commitment",
        r"\bminimum\s+(?:purchase|order|commitment|quantit\w+|guarantee\w*|annual|monthly|volume|royalt\w+|amount)\b",
        r"\b(?:shall|will|must|agrees?)\b",
    ),
)
