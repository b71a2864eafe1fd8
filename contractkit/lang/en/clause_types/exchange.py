"""What the parties give: licences and minimum purchases; and how they part."""

from __future__ import annotations

from contractkit.lang.en.clause_types.rule import rule

EXCHANGE = (
    rule(
        "License Grant",
        r"\b(?:hereby\s+grants?|grants?\s+(?:to\s+)?|is\s+granted|are\s+granted|shall\s+grant|agrees\s+to\s+grant|granted|shall\s+have\s+(?:a|an|the)\b[^.]{0,60}\blicen[cs]e|licenses?\s+to)\b",
        r"\b(?:licen[cs]es?|sublicen[cs]es?|right(?:,[^,.;]{0,60},)?\s+to\s+(?:use|reproduce|distribute|market|sell|copy|display|access)|rights?\s+(?:and\s+licen[cs]e|to\s+use))\b",
        r"\b(?:non-?exclusive|exclusive|royalty[- ]free|non-?transferable|nontransferable|limited|perpetual|irrevocable|worldwide|right\s+and\s+licen[cs]e|right\s+to\s+use|licen[cs]e\s+to)\b",
        unless=r"\b(?:no\s+(?:right|licen[cs]e|obligation)|not\s+(?:grant|be\s+(?:deemed|construed))|nothing\s+(?:in|contained|herein)|option\s+to)\b",
    ),
    rule(
        "Minimum Commitment",
        r"\bminimum\s+(?:purchase|order|commitment|quantit\w+|guarantee\w*|annual|monthly|volume|royalt\w+|amount)\b",
        r"\b(?:shall|will|must|agrees?)\b",
    ),
    rule(
        "Termination For Convenience",
        r"\b(?:may|can|entitled\s+to|right\s+to|option\s+to|power\s+to|be|shall\s+be)\s+(?:\w+\s+|,[^,]{0,60},\s*){0,4}?(?:terminat\w+|(?:end|cancel|discontinue)\s+(?:this|the|its|all)\b)|\bterminable\b|\bnotice\s+of\s+termination|\bshall\s+terminate\b|\bterminat(?:es?|ing)\s+(?:this|the|its|any)",
        r"\b(?:without\s+cause|for\s+(?:its\s+)?convenience|for\s+any\s+(?:or\s+no\s+)?reason|for\s+no\s+reason|with\s+or\s+without\s+(?:cause|reason)|without\s+(?:penalty|reason|any\s+reason|giving\s+(?:a|any)\s+reasons?)|whenever\s+it\s+(?:likes|chooses|wishes)|in\s+its\s+sole\s+discretion|at\s+(?:its|their|the)\s+(?:sole\s+)?(?:convenience|discretion|election|option)\b)|\bterminable\s+at\s+will\b|\bat\s+any\s+time\b[^.]{0,120}\bnotice",
        unless=r"\A\W*whereas\b|^(?:[\d.()a-z\s]{0,12})?(?:upon|following|after|in\s+the\s+event|if)\b[^.,]{0,80}\b(?:terminat|expir|majority)|\bsurviv\w+|\b(?:renew\w*|misconduct|sub-?agen\w+|shall\s+not\s+release|fails?\s+to\s+(?:pay|perform)|competitor|force\s+majeure)\b"
        r"|\bif\s+(?:the\s+)?(?:other|either|such|a)\s+party\b|\b(?:becomes?\s+insolvent|bankruptcy|unable\s+to\s+agree)\b|\bin\s+the\s+event\s+(?:that\s+)?(?:the|of|a|an)\b",
    ),
    rule(
        "Termination For Convenience",
        r"\b(?:either|any|each|both|neither)\s+part(?:y|ies)\b|\b(?:licensor|licensee|company|customer|client|consultant|supplier|distributor|owner|operator|seller|buyer|agent|bank|trust|fund)\b",
        r"\b(?:may|right\s+to|entitled\s+to|shall\s+be|option\s+of|giving|by|elect\s+to)\b[^.]{0,120}\b(?:terminat\w+|cancel(?:led|ed)?\b)|\bterminable\b|\bterminat\w+[^.]{0,80}\b(?:option\s+of|by\s+either|by\s+giving|upon)\b",
        r"\b(?:upon|by|on|giving|with|provid\w+|least|than)\b[^.;]{0,60}(?:\b(?:days?|months?)|\]\s*(?:days?)?)[’'\"]?\)?\s*(?:[’']\s*)?(?:advance\s+|prior\s+|written\s+)*(?:notice|notif)|\bnotice\b[^.;]{0,40}\b(?:days|months)\b|\b(?:days|months?)\b[^.;]{0,30}\bnotice",
        unless=r"\b(?:breach\w*|default\w*|insolven\w*|bankrupt\w*|fails?\b|cure[ds]?|force\s+majeure|material(?:ly)?|failure|non-?payment|renew\w*|misconduct|change\s+of\s+control|occurrence|infring\w+|milestone|in\s+the\s+event|if\b|surviv\w+|violat\w+|until\s+terminated|cancellation|expiration\s+of\s+the|sub-?agen\w+|polic(?:y|ies)|insurance)\b",
    ),
    rule(
        "Termination For Convenience",  # so plainly that what else the sentence says does not matter
        r"\bat\s+the\s+option\s+of\s+(?:any|either)\s+party,?\s+(?:up)?on\s+[^.;,]{0,40}\bnotice|\bterminat\w+[^.;]{0,40}\bfor\s+any\s+(?:reason\s+)?or\s+(?:for\s+)?no\s+reason|\bmay\s+terminate\s+this\s+agreement,?\s*\[\*+\]"
        r"|\bmay\s+terminate\s+th(?:is|e)\s+agreement(?:\s+at\s+any\s+time)?,?\s+(?:by|upon|on|with)\s+(?:giving\s+)?[^.;,]{0,50}\b(?:days|months)[’']*\s+(?:\w+\s+){0,3}notice\b(?!\s+(?:of\s+(?:breach|default)|if|in\s+the\s+event|upon|following|after|for|should))",
        unless=r"\A\W*(?:whereas|if|in\s+the\s+event|upon|should|where)\b|\bsub-?agen\w+|\bnotwithstanding\b|\b(?:breach|default|insolven)\w*\b[^.;]{0,60}\bmay\s+terminate",
    ),
    rule(
        "Post-Termination Services",
        r"\b(?:upon|following|after|on|from|until|of|subsequent\s+to|notwithstanding|event)\s+(?:(?:the|any|such|its|early|effective\s+date\s+of|date\s+of|expiration\s+or|expiration|termination\s+or|cancellation\s+or|this|agreement\s+is|\d+|or|earlier|later)\s+){0,5}(?:termination|expiration|expiry|terminated|cancellation)\b|\bpost-?termination\b|\bterminated\s+for\s+any\s+reason|\b(?:after|when|once|if)\s+(?:this|the)\s+(?:agreement|contract|term)\s+(?:ends?|terminates?|expires?|(?:is|has\s+been)\s+terminated|comes\s+to\s+an\s+end)\b"
        r"|\borders?\b[^.;]{0,60}\b(?:before|prior\s+to)\s+(?:the\s+)?(?:termination|expiration)\b",
        r"\b(?:shall|will|may|agrees?|must|remains?)\b",
        r"\b(?:transition\w*|wind[- ]?down|winding|sell[- ]?off|sell\s+(?:its|the|any|all)\s+(?:remaining|existing|inventory)|continue\s+(?:to|performing|providing|for|in)|cooperat\w+|co-operat\w+|assist\w*|inventory|orderly|complete|fulfil\w*|royalt\w+|commissions?|(?:re)?purchase|buy\s+back|spare\s+parts|help|filled|honou?red|entitled\s+to|retain(?:ed)?|maintain(?:ed)?|deliver\s+(?:to|all)|promptly\s+deliver|cease|pending|accrued|specify|identify|remain)\b",
        unless=r"\b(?:confidential\w*|disclos\w+|solicit\w*|compet\w+|warranty\s+period|action,\s+suit|proceeding|insolven\w*|bankrupt\w*|renew\w*|change\s+of\s+control|event\s+of\s+default|cure[ds]?|notice\s+of\s+its\s+intent|indemnif\w+|insurance|preceding|commence|conversion|calendar\s+basis)\b",
    ),
)
