"""The verbs of English duties, as tables: what "shall" and "may" only state with them."""

from __future__ import annotations

from contractkit.lang.en.duties.words import table

# "Shall be …ed" of these says how a thing is to be understood or reckoned, and obliges nobody.
STATED = table(
    "deemed construed considered governed interpreted treated defined described specified determined calculated"
    " computed measured limited based affected entitled intended bound owned excluded included vested"
    " stated listed contained severed merged superseded impaired prejudiced relieved excused discharged"
    " barred diminished prevented precluded restricted prohibited required attached incorporated known presumed regarded accrued"
    " expected authorized authorised concerned found aggregated continued characterized characterised understood"
    " sustained cumulated read subjected composed comprised located implied expanded involved"
)
# A party that must be so has the duty itself.
QUALITIES = table(
    "licensed certified accredited insured qualified credentialed registered dedicated committed prepared bonded"
    " available present diligent careful on-site accountable responsible cooperative vigilant mindful enrolled compliant"
    " respectful courteous honest truthful authorised authorized ready happy glad pleased staffed board board-certified"
)
# What a party must be that is nothing to do or to have: must be subject to
STATED_OF = table("deemed liable subject entitled bound able unable so")
UNABLE = table("guarantee promise warrant ensure recover control predict know agree assure foresee")
BE_IN = table("compliance conformity conformance attendance contact possession")
# "Payer shall …" of these tells what a party is or has, not what it is to do.
STATES = table(
    "mean means constitute remain become inure survive own prevail vest consist expire"
    " belong seem lose"
)
# What one may "retain" or "have" without doing anything.
KEPT = {
    "retain": table("right rights title ownership interest copyright copyrights"),
    "have": table("jurisdiction venue"),
}
# After "shall have": a default, not what is to be done
FAILED = table("failed refused neglected defaulted breached violated ceased died become suffered")
# After "may": what can come about, not what is permitted.
CHANCES = table(
    "have become suffer incur result arise need want wish desire exist occur constitute experience sustain differ"
    " vary owe lose learn fail contain"
)
IRREGULAR = table(
    "made paid sent held kept given taken done borne brought sold set put cut lost met sought shown known withheld written chosen"
    " built found left read told bound dealt driven drawn spent understood undertaken overseen forgiven broken spoken withdrawn"
    " burnt begun bought caught heard laid led lent hung run seen split spread sworn taught thrown worn won grown hidden stolen payable reimbursable"
    " resold redone rebuilt overpaid prepaid repaid shut let fed fought frozen gotten struck torn"
)
# These too, but not where somebody is named who does it: be renewed by mutual consent
STATED_ALONE = table("called enforced terminated extended renewed permitted allowed")
# What somebody else does, where "by" follows: made, subject to approval by the Board
ACTS = table("approval review acceptance consent breach use request receipt performance inspection")
OBJECTS = table("you us them him her it")  # pronouns after "by"
ENDS_AGENT = table("more less not if unless who which that when as shall will may is are has have")
CAUSES = table("reason virtue operation means way")  # after "by": nobody who does it
NOT_PASSIVE = table("liable unable capable reasonable responsible available")
# Of these only with the word that follows: be referred to as, be set forth
STATED_WITH = {
    "referred": table("as"),
    "set": table("forth"),
    "held": table(
        "liable responsible accountable harmless invalid void unenforceable be breach default"
    ),
    "made": table("part"),
    "given": table("effect"),
    "released": table("from"),
}
SURELY = table("sufficiently duly validly")  # be duly given if mailed: no duty to give
ASIDES = table("a an together its acting jointly such being each respectively where")
# Verbs that are nouns as well: after an article or a preposition they are no verbs.
NOUNS_TOO = table("requests provides states shows results grants uses needs wants causes purchases")
NOT_PARTICIPLES = table(
    "need indeed speed exceed proceed succeed feed seed breed hundred red heed weed deed bed shed sled"
)
