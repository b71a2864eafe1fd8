"""What keeps a party from something: assignment, competition, exclusivity, a change of control."""

from __future__ import annotations

from contractkit.lang.en.clause_types.rule import rule

# That one may assign, and needs nobody for it.
_FREELY = r"\A(?![\s\S]*?\b(?:not|neither|nor|no|only|provided)\b)[\s\S]*?\bmay\s+(?:be\s+)?(?:freely\s+)?(?:assign|transfer)(?:ed)?\b[^.;]{0,160}\bwithout\b"
RESTRICTION = (
    rule(
        "Anti-Assignment",
        r"\b(?:assign(?:ed|able|ment|s)?|transfer(?:red|able|s)?|delegate[ds]?|sub-?licens\w+|passed\s+on|made\s+over)\b",
        r"\b(?:agreement|rights?|obligations?|interest|duties|hereunder|licen[cs]e|transaction)\b",
        r"\b(?:shall\s+not|may\s+not|will\s+not|can\s?not|not\s+be|neither|no\b|nor\b|not\s+(?:have|sub|transfer|assign|to)|(?:not|nor)\s+(?:be\s+)?(?:assignable|transferable|sub-?licens\w+)|without|non-?assignable|non-?transferable|void|prior\s+(?:written\s+)?(?:consent|approval)|consent|approval|only)\b",
        r"\b(?:assign\w*|transferr?ed|transfer|sub-?licens\w+|non-?transferable|passed\s+on|made\s+over)\b(?=[^.]{0,200}\b(?:agreement|rights?|obligations|hereunder|consent|without|interest)\b)|\b(?:rights?|agreement|interest)\b[^.]{0,160}\b(?:assign|transfer|sub-?licens)",
        unless=r"\b(?:hereby\s+assigns?|assigns?\s+to\s+\w+\s+all|work\s+made\s+for\s+hire|assigned\s+to\s+(?:perform|work)|employees?\s+assigned|personnel\s+assigned|inventions|reverse\s+engineer|securities|shares|title\s+and\s+risk|wire\s+transfer)\b"
        rf"|{_FREELY}",
    ),
    rule(
        "Anti-Assignment",
        r"\b(?:assignments?|transfers?|delegation)\b[^.;]{0,160}\b(?:null|void|(?:material\s+)?breach|prohibited|invalid|of\s+no\s+(?:force|effect)|not\s+(?:valid|permitted))\b",
        r"\b(?:purported|attempted|any|no|such|assignment\s+by|without|violation|contravention)\b",
        unless=r"\b(?:shares|stock|securities|certificates?)\b",
    ),
    rule(
        "Change Of Control",
        r"\bchange\s+(?:of|in)\s+(?:the\s+|its\s+|such\s+)?(?:\w+['’]s\s+)?(?:effective\s+|ownership\s+(?:or|and)\s+)?control\b|\bchange\s+(?:of|in)\s+(?:its\s+|the\s+)?(?:ownership|majority\s+ownership)\b|\bchange-of-control\b",
        r"[a-z]\w*\s+(?:[\w,]+\s+){5}",
        unless=r"\bdoes\s+not\s+constitute\b",
    ),
    rule(
        "Change Of Control",
        r"\bchange\s+in\s+(?:who|(?:the\s+)?(?:persons?|owners?)\s+(?:who|that))\s+(?:own|control)s?\b|\bnotice\s+of\s+(?:a|any|its)\s+(?:merger|sale\s+of\s+(?:its\s+)?(?:business|assets|stock))\b"
        r"|\bsale\s+of\s+(?:more\s+than|a\s+majority|over)\b[^.;]{0,40}\b(?:stock|shares|interests?|equity)\b",
        r"\b(?:terminat\w+|end|consents?|approval|notice|notif\w+|deemed)\b",
    ),
    rule(
        "Change Of Control",  # one party is bought
        r"\b(?:is|are|be|being|becomes?)\s+(?:acquired|merged)\b|\b(?:acquired|purchased)\s+by\s+(?:a|an|any|another)\b|\b(?:merger|acquisition|consolidation)\s+(?:of|with|involving)\b|\b(?:by|of)\s+merger\b|\bmerges?\s+(?:with|into)\b|\bchange\s+in\s+(?:the\s+)?(?:ownership|management)\b",
        r"\b(?:may\s+terminate|right\s+to\s+terminate|terminat\w+\s+this|shall\s+notify|prior\s+(?:written\s+)?notice|(?:written|prior)\s+consent|without\s+consent|deemed|void)\b",
        unless=rf"{_FREELY}|\b(?:except\s+that|entire\s+agreement|supersede\w*|confidential\w*|permitted\s+without|may\s+assign[^.;]{{0,120}}without|n(?:o|ot)\s+(?:such\s+)?consent\s+(?:shall|is|will)|except\s+(?:any|an|for)\s+assignment|1933\s+Act|registered|other\s+than\s+(?:in\s+connection|pursuant)|unless\s+such)\b",
    ),
    rule(
        "Change Of Control",
        r"\b(?:merger|merges?|consolidat\w+|acquir(?:ed|es)|acquisition|sale|transfer)\b",
        r"\b(?:majority\s+of|substantially\s+all|controlling\s+interest|(?:fifty|50)\s*(?:percent|%|per\s+cent))",
        r"\b(?:terminat\w+|prior\s+(?:written\s+)?(?:consent|approval)|deemed|right\s+to)\b",
        unless=r"\b(?:may\s+(?:freely\s+)?assign|without\s+(?:the\s+)?(?:prior\s+)?(?:written\s+)?consent|except\s+that\s+(?:either|any|such|each|no))\b",
    ),
    rule(
        "Non-Compete",
        r"\b(?:compet(?:e|es|ing|itive|itors?|ition|itive\s+with)|similar\s+(?:business|products?|services?)|restricted\s+business|rival|business\s+like)\b",
        r"\b(?:shall\s+not|will\s+not|agrees?\s+not|may\s+not|not\s+to\b|neither|covenant\w*|refrain|nor\b|not,?\s+(?:directly|during|without|for)|prohibited)\b",
        r"\b(?:engage\w*|sell|market|distribut\w+|promot\w+|directly|indirectly|own|operate|participate|enter|manufactur\w+|produc\w+|render|advertis\w+|develop|endors\w+|offer|solicit|represent|acquire|invest|run|license|carry\s+on|compet(?:e|ing))\b",
        unless=r"\b(?:competent|unfair\s+competition|equitable\s+relief|competitive\s+(?:price|pricing|bid|position|harm)|reverse\s+engineer|conflict\s+with\s+or|represents?,?\s+(?:and\s+)?warrants?|trade\s+secrets|ratings?)\b",
    ),
    rule(
        "Non-Compete",  # nothing of the kind with anybody else
        r"\b(?:shall|will|may|agrees?)\s+not\b|\bneither\b",
        r"\b(?:engage\s+in|endorse|promote|advertise|manufacture|develop|sell|market|distribute|deal\s+in)\b[^.;]{0,100}\b(?:any\s+other|other\s+than|other)\s+(?:[\w-]+\s+){0,3}(?:brands?|products?|business\w*|equipment|apparel|manufacturers?|services?|companies|biocatalysts?|E\.)",
        unless=r"\b(?:confidential\w*|disclos\w+|sub-?licens\w+|infring\w+|trademarks?|third\s+party\s+rights|may\s+not\s+be\s+used|warrant\w*|liab\w+|consent\s+of\s+the\s+bank)\b",
    ),
    rule(
        "Exclusivity",
        r"(?<!non-)(?<!non )(?<!non)\bexclusiv(?:e|ely|ity)\b",
        r"\b(?:grants?|granted|appoint\w*|right|rights|licen[cs]es?|suppl\w+|provid\w+|distribut\w+|purchas\w+|agen\w+|endors\w+|sell|work|process\w*|use[ds]?|deal|territory|basis|period|represent\w*|use|manufactur\w+|partner|engage[sd]?|retain(?:s|ed)?|advis[eo]rs?|brokers?|sponsor\w*)\b",
        r"\b(?:shall|will|must|grants?|agrees?|appoint\w*|engages?|retains?|during|hereby|is|are|has|have)\b",
        unless=r"\bnon-?\s?exclusive|\bexclusive\s+(?:of|jurisdiction|remed\w+|venue|property|forum|owner\w*|control|right,\s+but\s+not)|\bexclusive\s+(?:right|authority)[^.]{0,60}\b(?:prosecut|defend|control|settle|title|determin|manage)|\bsole\s+and\s+exclusive\s+(?:property|remed\w+|owner\w*|responsib\w+|discretion|liab\w+|right,?\s+title)|\bexclusive(?:ly)?\s+(?:by\s+arbitration|in\s+the\s+(?:state|federal|courts))|\bremed(?:y|ies)\b|\bexclusive\s+right,\s+title|\bcourts?\b|\bown(?:s|ed)?\s+exclusively|\bexclusively\s+own|\bexclusive\s+(?:benefit|statement)|\bnot\s+(?:be\s+)?exclusive|\bexclusively\s+(?:and\s+finally\s+)?(?:settled|resolved|by)|exclusive\s+right\s+of\s+first\s+refusal|\bsolicit",
    ),
    rule(
        "Exclusivity",
        r"\b(?:shall\s+not|will\s+not|may\s+not|agrees?\s+not\s+to|neither)\b",
        r"\b(?:sell|licen[cs]e|suppl(?:y|ies)|provide|grant|purchase|distribute|endorse|appoint|engage|exploit|offer)\b[^.]{0,160}\b(?:any\s+other\s+(?:person|party|entity|supplier|company|distributor)|any\s+third\s+part(?:y|ies)|other\s+than\s+(?:from|to|through)|except\s+for\s+the\s+benefit)\b",
        unless=r"\b(?:confidential\w*|disclos\w+|sub-?licens\w+|assign\w*|customer\s+data|personal|infring\w+|reverse|copies|copy)\b",
    ),
    rule(
        "Exclusivity",  # nobody else is bought from, sold to, or of the kind
        r"\b(?:purchase|obtain|buy|order)\b[^.]{0,60}\b(?:(?:all|\d+\s*%|percent|most)\s+of\s+(?:its|their)\s+(?:[\w-]+\s+){0,2}requirements|exclusively\s+from|only\s+from|solely\s+from)\b"
        r"|\b(?:sole|only)\s+(?:(?!responsib|costs?\b|expense|discretion|risk|option|judg)[\w-]+\s+){0,3}?(?:provider|supplier|source|distributor|agent|sponsor|representative|vendor|manufacturer|broker|dealer)\b"
        r"|\b(?:manufactur\w+|produc\w+|work|sell|suppl(?:y|ies)|perform)\b[^.;]{0,40}\b(?:solely|exclusively|only)\s+(?:for|to|with|through)\b"
        r"|\b(?:not|neither)\b[^.;]{0,60}\benter\s+into\s+(?:any\s+|a\s+)?(?:similar|comparable|competing)\s+(?:agreement|arrangement|relationship|contract)s?\b"
        r"|\bnot\s+(?:sell|offer|supply|licen[cs]e|provide|market)\b[^.;]{0,60}\bto\s+(?:any\s+)?competitors?\b",
        unless=r"\b(?:purposes?|internal|sub-?licens\w+|confidential\w*|service\s+of\s+process|remed(?:y|ies)|extent|personnel|employees)\b",
    ),
    rule(
        "Exclusivity",
        r"\b(?:shall|will|may|agrees?)\s+not\s+(?:to\s+)?(?:sell|offer|supply|display|perform|appoint|engage|endorse|advertise|carry|represent|license)\b[^.;]{0,60}\b(?:any|all)\s+other\s+(?:[\w-]+\s+){0,2}"
        r"(?:retailers?|networks?|sponsors?|distributors?|dealers?|agents?|licensees?|banks?|suppliers?|vendors?|customers?|manufacturers?|compan(?:y|ies)|brands?|persons?|part(?:y|ies)|entit(?:y|ies))\b",
        unless=r"\b(?:sub-?licens\w+|confidential\w*|disclos\w+|personnel|employees|assign\w*)\b",
    ),
    rule(
        "Non-Disparagement",
        r"\bdisparag\w+\b|\bdefam\w+\b",
        r"\b(?:shall\s+not|will\s+not|not|refrain|no\b)\b",
    ),
    rule(
        "No-Solicit Of Employees",
        r"\bsolicit\w*\b|\bhire\b",
        r"\b(?:employees?|personnel|staff|consultants?)\b",
        r"\b(?:shall\s+not|will\s+not|not\s+to|neither|agrees?\s+not|may\s+not|nor)\b",
    ),
    rule(
        "Most Favored Nation",
        r"\bmost\s+favou?red\b|\b(?:no\s+less\s+favou?rable|lower\s+than|at\s+least\s+as\s+favou?rable)\b",
        r"\b(?:price|pricing|rates?|terms|customers?)\b",
        r"\b(?:other|third|any)\b",
    ),
)
