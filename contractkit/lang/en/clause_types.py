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
        r"\b(?:assign(?:ed|able|ment|s)?|transfer(?:red|able|s)?|delegate[ds]?|sub-?licens\w+)\b",
        r"\b(?:agreement|rights?|obligations?|interest|duties|hereunder|licen[cs]e|transaction)\b",
        r"\b(?:shall\s+not|may\s+not|will\s+not|can\s?not|not\s+be|neither|no\b|nor\b|not\s+(?:have|sub|transfer|assign|to)|(?:not|nor)\s+(?:be\s+)?(?:assignable|transferable|sub-?licens\w+)|without|non-?assignable|non-?transferable|void|prior\s+(?:written\s+)?(?:consent|approval)|consent|approval|only)\b",
        r"\b(?:assign\w*|transferr?ed|transfer|sub-?licens\w+|non-?transferable)\b(?=[^.]{0,200}\b(?:agreement|rights?|obligations|hereunder|consent|without|interest)\b)|\b(?:rights?|agreement|interest)\b[^.]{0,160}\b(?:assign|transfer|sub-?licens)",
        unless=r"\b(?:hereby\s+assigns?|assigns?\s+to\s+\w+\s+all|work\s+made\s+for\s+hire|assigned\s+to\s+(?:perform|work)|employees?\s+assigned|personnel\s+assigned|inventions|reverse\s+engineer)\b",
    ),
    _rule(
        "Anti-Assignment",
        r"\b(?:assignments?|transfers?|delegation)\b[^.;]{0,160}\b(?:null|void|prohibited|invalid|of\s+no\s+(?:force|effect)|not\s+(?:valid|permitted))\b",
        r"\b(?:purported|attempted|any|no|such|assignment\s+by|without|violation|contravention)\b",
        unless=r"\b(?:shares|stock|securities|certificates?)\b",
    ),
    _rule(
        "Cap On Liability",
        r"\bliab(?:le|ility|ilities)\b|\bdamages\b|\brecourse\b|\bresponsible\s+for\s+(?:any\s+)?(?:loss|lost)\b",
        r"\b(?:in\s+no\s+event|under\s+no\s+circumstances?|neither|no\s+party|shall\s+not|will\s+not|not\s+be|exceed|limited\s+to|capped\s+at|maximum|aggregate|excess\s+of|waives?|limit(?:s|ed|ation)?|no\s+liability|any\s+liability|not\s+have|nor\s+shall)\b",
        r"\b(?:consequential|incidental|indirect|special|punitive|exemplary|exceed|aggregate\s+liability|(?:total|maximum|entire|cumulative)\s+liability|limited\s+to|capped\s+at|in\s+excess\s+of|lost\s+profits?|loss\s+of\s+(?:profits?|data|use|revenues?|business|goodwill)|limited\s+recourse|other\s+than\s+direct|direct\s+damages)\b",
        unless=r"\A(?![\s\S]*?\b(?:consequential|(?:aggregate|total|maximum|entire|cumulative)\s+liability)\b)[\s\S]*?\b(?:insurance|coverage|per\s+occurrence|polic(?:y|ies)|indemnify[^.]{0,80}hold\s+harmless|suffer\s+any|including,?\s+(?:but\s+not\s+limited\s+to|without\s+limitation),?\s+(?:reasonable\s+)?attorneys)\b",
    ),
    _rule(
        "Cap On Liability",  # a claim is barred after a time
        r"\b(?:no|any)\s+(?:legal\s+|such\s+)?(?:actions?|claims?|proceedings?|suits?)\b[^.;]{0,160}\b(?:brought|commenced|asserted|filed|instituted|barred|waived)\b",
        r"\b(?:more\s+than|within|after|later\s+than)\b[^.;]{0,40}\b(?:years?|months)\b",
        unless=r"\b(?:indemnif\w+|notice\s+of\s+(?:any\s+)?claim)\b",
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
        r"\b(?:compet(?:e|es|ing|itive|itors?|ition|itive\s+with)|similar\s+(?:business|products?|services?)|restricted\s+business)\b",
        r"\b(?:shall\s+not|will\s+not|agrees?\s+not|may\s+not|not\s+to\b|neither|covenant\w*|refrain|nor\b|not,?\s+(?:directly|during|without|for)|prohibited)\b",
        r"\b(?:engage\w*|sell|market|distribut\w+|promot\w+|directly|indirectly|own|operate|participate|enter|manufactur\w+|produc\w+|render|advertis\w+|develop|endors\w+|offer|solicit|represent|acquire|invest|run|license|compete)\b",
        unless=r"\b(?:competent|unfair\s+competition|equitable\s+relief|competitive\s+(?:price|pricing|bid|position|harm)|reverse\s+engineer|conflict\s+with\s+or|represents?,?\s+(?:and\s+)?warrants?|trade\s+secrets|ratings?)\b",
    ),
    _rule(
        "Exclusivity",
        r"(?<!non-)(?<!non )(?<!non)\bexclusiv(?:e|ely|ity)\b",
        r"\b(?:grants?|granted|appoint\w*|right|rights|licen[cs]es?|suppl\w+|provid\w+|distribut\w+|purchas\w+|agen\w+|endors\w+|sell|territory|basis|period|represent\w*|use|manufactur\w+|partner)\b",
        r"\b(?:shall|will|grants?|agrees?|appoint\w*|during|hereby|is|are|has|have)\b",
        unless=r"\bnon-?\s?exclusive|\bexclusive\s+(?:of|jurisdiction|remed\w+|venue|property|forum|owner\w*|control|right,\s+but\s+not)|\bexclusive\s+(?:right|authority)[^.]{0,60}\b(?:prosecut|defend|control|settle|title|determin|manage)|\bsole\s+and\s+exclusive\s+(?:property|remed\w+|owner\w*|responsib\w+|discretion|liab\w+|right,?\s+title)|\bexclusive(?:ly)?\s+(?:by\s+arbitration|in\s+the\s+(?:state|federal|courts))|\bremed(?:y|ies)\b|\bexclusive\s+right,\s+title|\bcourts?\b|\bown(?:s|ed)?\s+exclusively|\bexclusively\s+own|\bexclusive\s+(?:benefit|statement)|\bnot\s+exclusive|\bsolicit",
    ),
    _rule(
        "Exclusivity",
        r"\b(?:shall\s+not|will\s+not|may\s+not|agrees?\s+not\s+to|neither)\b",
        r"\b(?:sell|licen[cs]e|suppl(?:y|ies)|provide|grant|purchase|distribute|endorse|appoint|engage|exploit|offer)\b[^.]{0,160}\b(?:any\s+other\s+(?:person|party|entity|supplier|company|distributor)|any\s+third\s+part(?:y|ies)|other\s+than\s+(?:from|to|through)|except\s+for\s+the\s+benefit)\b",
        unless=r"\b(?:confidential\w*|disclos\w+|sub-?licens\w+|assign\w*|customer\s+data|personal|infring\w+|reverse|copies|copy)\b",
    ),
    _rule(
        "Exclusivity",
        r"\b(?:purchase|obtain|buy|order)\b[^.]{0,60}\b(?:all\s+of\s+its\s+requirements|exclusively\s+from|only\s+from|solely\s+from)\b|\bsole\s+(?:provider|supplier|source|distributor|agent)\b",
    ),
    _rule(
        "Change Of Control",
        r"\bchange\s+(?:of|in)\s+(?:the\s+)?(?:effective\s+)?control\b",
        unless=r"\bdoes\s+not\s+constitute\b",
    ),
    _rule(
        "Change Of Control",
        r"\b(?:merger|merges?|consolidat\w+|acquir(?:ed|es)|acquisition|sale|transfer)\b",
        r"\b(?:majority\s+of|substantially\s+all|controlling\s+interest|(?:fifty|50)\s*(?:percent|%|per\s+cent))",
        r"\b(?:terminat\w+|prior\s+(?:written\s+)?(?:consent|approval)|deemed|right\s+to)\b",
        unless=r"\b(?:may\s+(?:freely\s+)?assign|without\s+(?:the\s+)?(?:prior\s+)?(?:written\s+)?consent|except\s+that)\b",
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
    _rule(
        "Audit Rights",
        r"\b(?:audit(?:s|ed|ing|ors?)?|inspect(?:ed|ion|ions|ing)?|examin(?:e|ed|ation|ing)|access\s+to|accessible|made\s+available|make\s+(?:\w+\s+){0,4}available|review(?:ed)?|available)\b",
        r"\b(?:books|records|accounts\b|time\s+sheets|facilit(?:y|ies)|premises|such\s+audit|an\s+audit|audit(?:s|ed)?)\b",
        r"\b(?:right|shall|may|permit|allow|upon|entitled|will|reasonable)\b",
        r"\b(?:audit\w*|inspect\w*|examin\w+|books\s+and\s+records)\b|\brecords\b[^.]{0,80}\b(?:available|review|access)|\b(?:available|review|access)\b[^.]{0,80}\brecords\b",
        unless=r"\b(?:audited\s+financial|financial\s+statements|independent\s+auditors?\s+report|SEC\b|inspect(?:ion)?\s+of\s+the\s+goods|product\s+inspection|password|website|medical\s+records\s+of)\b",
    ),
    _rule(
        "Termination For Convenience",
        r"\b(?:may|can|entitled\s+to|right\s+to|option\s+to|power\s+to|be|shall\s+be)\s+(?:\w+\s+|,[^,]{0,60},\s*){0,4}?terminat\w+|\bterminable\b|\bnotice\s+of\s+termination|\bshall\s+terminate\b|\bterminat(?:es?|ing)\s+(?:this|the|its|any)",
        r"\b(?:without\s+cause|for\s+(?:its\s+)?convenience|for\s+any\s+(?:or\s+no\s+)?reason|for\s+no\s+reason|with\s+or\s+without\s+(?:cause|reason)|without\s+(?:penalty|reason|any\s+reason)|in\s+its\s+sole\s+discretion|at\s+(?:its|their)\s+(?:sole\s+)?(?:convenience|discretion|election))\b|\bat\s+any\s+time\b[^.]{0,120}\bnotice",
        unless=r"^(?:[\d.()a-z\s]{0,12})?(?:upon|following|after|in\s+the\s+event|if)\b[^.,]{0,80}\b(?:terminat|expir|majority)|\bsurviv\w+|\b(?:renew\w*|misconduct|subagen\w+|shall\s+not\s+release|fails?\s+to\s+(?:pay|perform)|competitor)\b",
    ),
    _rule(
        "Termination For Convenience",
        r"\b(?:either|any|each|both|neither)\s+part(?:y|ies)\b|\b(?:licensor|licensee|company|customer|client|consultant|supplier|distributor|owner|operator|seller|buyer|agent|bank|trust|fund)\b",
        r"\b(?:may|right\s+to|entitled\s+to|shall\s+be|option\s+of|giving|by|elect\s+to)\b[^.]{0,120}\bterminat\w+|\bterminable\b|\bterminat\w+[^.]{0,80}\b(?:option\s+of|by\s+either|by\s+giving|upon)\b",
        r"\b(?:upon|by|on|giving|with|provid\w+|least|than)\b[^.;]{0,60}\b(?:days?|months?)[’'\"]?\)?\s*(?:[’']\s*)?(?:advance\s+|prior\s+|written\s+)*(?:notice|notif)|\bnotice\b[^.;]{0,40}\b(?:days|months)\b|\b(?:days|months?)\b[^.;]{0,30}\bnotice",
        unless=r"\b(?:breach\w*|default\w*|insolven\w*|bankrupt\w*|fails?\b|cure[ds]?|force\s+majeure|material(?:ly)?|failure|non-?payment|renew\w*|misconduct|change\s+of\s+control|occurrence|infring\w+|milestone|in\s+the\s+event|if\b|surviv\w+|violat\w+|cancellation|expiration\s+of\s+the)\b",
    ),
    _rule(
        "Post-Termination Services",
        r"\b(?:upon|following|after|on|from|until|of|subsequent\s+to|notwithstanding|event)\s+(?:(?:the|any|such|its|early|effective\s+date\s+of|date\s+of|expiration\s+or|expiration|termination\s+or|cancellation\s+or|this|agreement\s+is|\d+|or|earlier|later)\s+){0,5}(?:termination|expiration|expiry|terminated|cancellation)\b|\bpost-?termination\b|\bterminated\s+for\s+any\s+reason",
        r"\b(?:shall|will|may|agrees?|must)\b",
        r"\b(?:transition\w*|wind[- ]?down|winding|sell[- ]?off|sell\s+(?:its|the|any|all)\s+(?:remaining|existing|inventory)|continue\s+(?:to|performing|providing|for|in)|cooperat\w+|co-operat\w+|assist\w*|inventory|orderly|complete|fulfil\w*|royalt\w+|commissions?|purchase|retain(?:ed)?|maintain(?:ed)?|deliver\s+(?:to|all)|promptly\s+deliver|cease|pending|accrued)\b",
        unless=r"\b(?:confidential\w*|disclos\w+|solicit\w*|compet\w+|warranty\s+period|action,\s+suit|proceeding|insolven\w*|bankrupt\w*|renew\w*|change\s+of\s+control|event\s+of\s+default|cure[ds]?|notice\s+of\s+its\s+intent|indemnif\w+|insurance|preceding|commence|conversion|calendar\s+basis)\b",
    ),
)
