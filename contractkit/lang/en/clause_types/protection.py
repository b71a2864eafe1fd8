"""What protects a party: insurance, audits, warranties, limits of liability."""

from __future__ import annotations

from contractkit.lang.en.clause_types.rule import rule

_TIME = r"(?:\d+|one|two|three|four|five|six|ten|twelve|eighteen|twenty-four|thirty|sixty|ninety|a)\b[^.;]{0,14}\b(?:hours?|days?|months?|years?)"
_LASTS = (
    rf"\b(?:period\s+(?:of|shall\s+be|is|will\s+be)|periods?\s*:|for|within|from\s+the\s+date|expires?|last|valid|extends?|until)\b[^.;]{{0,40}}\b{_TIME}\b"
    rf"|\bperiod\s*:\s*{_TIME}\b|\b{_TIME}\b[^.;]{{0,40}}\b(?:warranty|guarantee|from|after)\b"
)
PROTECTION = (
    rule(
        "Insurance",
        r"\b(?:insurance|insured|insurer|liability\s+coverage|workers[’']?\s+compensation|self-insur\w+)\b",
        r"\b(?:maintain|carry|procure|obtain|keep|provide|purchase|additional\s+(?:named\s+)?insured|named\s+insured|cover(?:ed|age)?\s+(?:under|limits)|certificates?\s+of\s+insurance|at\s+its\s+(?:own\s+)?expense|self-insur\w+|limits\s+of)\b",
        r"\b(?:liability|workers?[’']?s?|errors|omissions|polic(?:y|ies)|additional\s+(?:named\s+)?insured|coverages?|certificates?|compensation|property)\b",
        r"\b(?:shall|will|must|agrees?|required?|requirements?)\b",
        unless=r"\b(?:insurance\s+(?:products?|business|agent|commissioner|company\s+products|center|carriers?\s+listed|contracts?|quotes?)|separate\s+account|annuit|sell|premiums?\s+(?:collected|received)|policyholder)\b",
    ),
    rule(
        "Audit Rights",
        r"\b(?:audit(?:s|ed|ing|ors?)?|inspect(?:ed|ion|ions|ing)?|examin(?:e|ed|ation|ing)|access\s+to|accessible|made\s+available|make\s+(?:\w+\s+){0,4}available|review(?:ed)?|available|look\s+into|(?:let|allow)\s+[^.;]{0,30}\bsee|open\s+(?:them|its\s+\w+)\s+to)\b",
        r"\b(?:books|records|accounts\b|time\s+sheets|facilit(?:y|ies)|premises|offices?|plants?|operations|such\s+audit|an\s+audit|audit(?:s|ed)?)\b",
        r"\b(?:right|shall|may|permit|allow|let|upon|entitled|will|reasonable)\b",
        r"\b(?:audit\w*|inspect\w*|examin\w+|books\s+and\s+records)\b|\brecords\b[^.]{0,80}\b(?:available|review|access)|\b(?:available|review|access|see)\b[^.]{0,80}\brecords\b|\blook\s+into\b[^.]{0,60}\bbooks\b",
        unless=r"\b(?:shall\s+not\s+include|does\s+not\s+include|audited\s+financial|financial\s+statements|independent\s+auditors?\s+report|SEC\b|inspect(?:ion)?\s+of\s+the\s+goods|product\s+inspection|password|website|medical\s+records\s+of)\b",
    ),
    rule(
        "Warranty Duration",
        r"\b(?:warrant(?:y|ies|s|ed)?|guarant(?:ee|y|ees|ied|eed)s?)\b",
        rf"{_LASTS}",
        r"\b(?:defect\w*|workmanship|conform\w*|materials?|products?|software|deliver\w+|perform(?:s|ance)?|goods|equipment|shipment|acceptance|warranty\s+period|services?|work)\b",
        unless=r"\b(?:indemnif\w+|terminat\w+|represents?\s+and\s+warrants?\s+(?:to\s+\w+\s+)?that\s+(?:it|he|she|they)\s+(?:is|has|are|have)|surviv\w+|insurance|licensed|notify|minimum|annual\s+guarantee|guaranteed?\s+(?:payment|minimum|amount|delivery)|notices?\s+(?:are|is|shall\s+be)\s+deemed|extended\s+warranty)\b",
    ),
    rule(
        "Warranty Duration",  # what is delivered may be rejected, or complained of, so long
        r"\b(?:defect\w*|non-?conform\w*|damaged|shortages?|discrepanc\w+|does\s+not\s+(?:meet|conform)|rejects?|rejection)\b",
        r"\b(?:notif\w+|notice|claims?|reports?|reject\w*|accept\w*)\b",
        r"\b(?:within|beyond|after|later\s+than)\b[^.;]{0,30}\b(?:hours?|days?|months?|years?)\b[^.;]{0,30}\b(?:of|after|from|following|period)\b[^.;]{0,30}\b(?:receipt|deliver\w*|shipment|arrival|accept\w*|installation|purchase)\b"
        r"|\b(?:hours?|days?|months?|years?)\b[^.;]{0,40}\b(?:inspection|acceptance|warranty)\s+period\b",
        r"\b(?:products?|goods|deliver\w*|equipment|merchandise|materials?|software|units?)\b",
        unless=r"\b(?:invoice|terminat\w+|indemnif\w+|payment\s+default|cure|promotional|approv\w+|purchase\s+order\s+(?:is|shall)|notices?\s+(?:are|is|shall\s+be)\s+deemed)\b",
    ),
    rule(
        "Cap On Liability",
        r"\bliab(?:le|ility|ilities)\b|\bdamages\b|\brecourse\b|\bresponsible\s+for\s+(?:any\s+)?(?:loss|lost)\b",
        r"\b(?:in\s+no\s+event|under\s+no\s+circumstances?|neither|no\s+party|shall\s+not|will\s+not|not\s+be|exceed|limited\s+to|capped\s+at|maximum|aggregate|excess\s+of|waives?|limit(?:s|ed)|(?<!without\s)limitation|exclude[sd]?|exclusion|disclaim\w*|no\s+liability|any\s+liability|not\s+have|nor\s+shall)\b",
        r"\b(?:consequential|incidental|indirect|special|punitive|exemplary|exceed|aggregate\s+liability|(?:total|maximum|entire|cumulative)\s+(?:liability|recovery|damages)|limited\s+to|capped\s+at|in\s+excess\s+of|lost\s+profits?|loss\s+of\s+(?:profits?|data|use|revenues?|business|goodwill)|limited\s+recourse|other\s+than\s+direct|direct\s+damages)\b",
        unless=r"\A(?![\s\S]*?\b(?:consequential|(?:aggregate|total|maximum|entire|cumulative)\s+(?:liability|recovery))\b)[\s\S]*?\b(?:insurance|coverage|per\s+occurrence|polic(?:y|ies)|indemnify[^.]{0,80}hold\s+harmless|suffer\s+any|including,?\s+(?:but\s+not\s+limited\s+to|without\s+limitation),?\s+(?:reasonable\s+)?attorneys)\b",
    ),
    rule(
        "Cap On Liability",  # a claim is barred after a time
        r"\b(?:no|any)\s+(?:legal\s+|such\s+)?(?:actions?|claims?|proceedings?|suits?)\b[^.;]{0,160}\b(?:brought|commenced|asserted|filed|instituted|barred|waived)\b",
        r"\b(?:more\s+than|within|after|later\s+than)\b[^.;]{0,40}\b(?:years?|months)\b",
        unless=r"\b(?:indemnif\w+|notice\s+of\s+(?:any\s+)?claim)\b",
    ),
    rule("Liquidated Damages", r"\bliquidated\s+damages\b|\b(?:early\s+)?termination\s+fee\b"),
    rule(
        "Third Party Beneficiary",
        r"\bthird[- ]party\s+benefici\w+\b",
        unless=r"\b(?:no\s+third|not\s+(?:be|create|intend)|nothing|none)\b",
    ),
)
