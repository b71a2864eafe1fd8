"""The words by which English duties are told, as tables of words and phrases in small letters."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _phrases(phrases: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in phrases.split(","))


# -- modals ------------------------------------------------------------------------------------

MODALITIES = {"shall": "must", "will": "must", "must": "must", "may": "may", "cannot": "must_not"}
BEING = _set("is are")
HAVING = _set("has have")
PROMISES = _set("agree agrees undertake undertakes covenant covenants commit commits")
# After "be": what it then obliges, forbids or permits to, before its "to", "for" or "from".
BOUND_TO = {
    **dict.fromkeys(("required", "obligated", "obliged"), ("must", "to")),
    **dict.fromkeys(("responsible", "accountable"), ("must", "for")),
    **dict.fromkeys(("entitled", "permitted", "allowed", "free", "authorized", "authorised"), ("may", "to")),
    **dict.fromkeys(("prohibited", "precluded", "restrained", "barred", "forbidden"), ("must_not", "from")),
}  # fmt: skip
# After "have" and adjectives: the noun, what it gives, and what "no" before it gives.
HELD = {
    **dict.fromkeys(("right", "rights", "option", "authority", "power", "discretion", "liberty", "privilege", "access", "opportunity"), ("may", "must_not")),
    **dict.fromkeys(("obligation", "duty", "responsibility", "obligations"), ("must", "")),
    **dict.fromkeys(("liability", "liabilities", "interest", "claim", "recourse", "effect", "meaning", "meanings", "force",
                     "jurisdiction", "duration", "term", "title", "bearing", "remedy", "standing", "time"), ("", "")),
}  # fmt: skip
DENIED = {"must": "", "may": "must_not", "must_not": ""}  # what "not" makes of being bound to
RIGHT_ASIDES = _set("in at on upon with without during under subject")  # the right, at its cost, to
LENGTHS = _set("day days week weeks month months year years hours")
WHILE = _set("during at upon in from under")  # permitted during the Term to
NOT_HELD = _set("; : (#) to in by with that which for at under")  # what is had stands before these
HELD_TO = _set(", and or but not the any a an other")  # between what is had and what it is for
PROMISED = _set("to not may shall will must cannot")  # before "agree to": may agree to
GOES_WITH = _set("not and with each other the")  # between "agree" and "to"
ADVERBS = _set(
    "also then thereafter further hereby each both all together once always never not only still again otherwise"
    " forthwith thereupon hereafter instead likewise first either itself themselves"
)
LY_NOUNS = _set(
    "supply apply reply family assembly comply july rely fly multiply imply ally daily anomaly monopoly"
)
# Phrases that may stand between a modal and its verb, or between a subject and its modal.
PHRASES = _phrases(
    "in that case, in such case, in that event, in such event, in this case, at all times"
    ", at any time, from time to time, in good faith, at no time, in no event"
    ", under no circumstances, in no way, in no case, at its option, at its sole option"
    ", in its sole discretion, at its sole discretion, in its discretion, at its discretion"
    ", at its own expense, at its expense, at its cost, at its own cost, at its sole expense"
    ", in addition, as well, in turn, in any event, by way of, if possible, as applicable"
    ", at the same time"
)
NEVER = frozenset(
    _phrases(
        "at no time, in no case, in no event, in no instance, in no way, under no circumstance"
        ", under no circumstances"
    )
)
NEGATIVE = _set("not never neither nor")
# "and not" before these forbids nothing: not later than, not only, not by way of limitation.
NOT_VERBS = _set(
    "less later more only limited merely by for in on at a an the as if otherwise subject withstanding"
    " yet so any including necessarily solely of with to exceeding fewer before until unless after earlier"
    " been being such its their his because due under from when joint jointly several severally per all"
)

# -- what a clause begins and ends with ----------------------------------------------------------

STRONG = _set("; : — (#) .")
COUPLES = _set("and or but nor")
SUBORDINATORS = _set(
    "if unless when whenever where whereas until because whether once since whereby"
    " as than should were how why wherever lest"
)
RELATIVES = _set("which who whom whose that whoever whatever whichever")
CONTACT = _set("extent event way manner time date moment case")  # to the extent Provider may
PREPOSITIONS = _set(
    "of in for to by from with within under upon on at after before during between among against without through until"
    " notwithstanding regarding concerning following pursuant prior except besides into over per via throughout than"
    " subject including toward towards beyond about above across behind below despite amongst unto onto outside inside"
    " relating as plus not given based"
)
# A clause follows "that" after one of these, and is one of its own.
SAYS = _set(
    "agree agrees agreed agreeing acknowledge acknowledges acknowledged understand understands understood provided"
    " covenant covenants warrant warrants represent represents however requirement condition confirm confirms"
    " undertake undertakes recognize recognizes recognise recognises stipulate stipulates guarantee guarantees certify certifies declare declares"
    " understanding conditions basis notice fact exception further provide provides requires proviso except and providing also note notes promise promises promised"
)
LOOSE = _set(
    "provided however therefore accordingly then further furthermore moreover additionally thereafter otherwise but and or"
    " nor yet so also likewise similarly hence consequently only now finally rather"
    " except providing although though while conversely alternatively thereupon whereupon still"
)
DETERMINERS = _set(
    "the a an each any either neither no such all both every this these those its their his her our your my said some"
    " another certain none"
)
FINITE = _set(
    "is are covenants covenant acknowledge undertakes undertake understand warrant represent was were has have had does do did been can would could should might shall will may must cannot agrees agree"
    " acknowledges represents warrants understands requires provides receives fails owns uses wishes elects desires deems"
    " occurs becomes exists applies constitutes includes makes gives sells pays terminates breaches believes determines"
    " intends contains means survives ceases decides notifies requests chooses holds relates arises remains purchases"
    " delivers performs begins expires ends commences bears retains grants assigns knows considers proposes creates seeks"
    " became made gave gets takes shows states says allows permits enables causes results resulted prevents arose enters"
    " intend expect believe recognize recognise needs wants lacks recognizes recognises distributes serves consents approves submits"
)
SPEAKERS = _set("you we they i hereby")  # a verb follows
COMPANY = _set(
    "inc inc. llc ltd l.l.c l.p lp corp n.a b.v s.a plc gmbh p.c co llp ag nv sa pte limited"
)

# -- who can be obliged ----------------------------------------------------------------------------

GENERIC = (
    "Payer", "Plan", "Health Plan", "Insurer", "Provider", "Providers", "Facility", "Group", "Hospital", "Physician",
    "Participating Provider", "Licensor", "Licensee", "Supplier", "Distributor", "Reseller", "Company", "Customer", "Client",
    "Consultant", "Contractor", "Owner", "Operator", "Buyer", "Seller", "Vendor", "Manufacturer", "Administrator", "Agency",
    "Agent", "Sponsor", "Member", "Purchaser", "Lessor", "Lessee", "Landlord", "Tenant", "Employer", "Employee", "Executive",
    "Borrower", "Lender", "Guarantor", "Trustee", "Franchisor", "Franchisee", "Recipient", "Discloser", "Developer",
    "Affiliate", "Publisher", "Artist", "Author", "Bank", "Parent", "Servicer", "Depositor", "Issuer", "Holder", "Shipper",
    "Transporter", "Carrier", "Promoter", "Talent", "Party A", "Party B",
)  # fmt: skip
PRONOUNS = _set("it they he she")
PEOPLE = _set(
    "party parties company companies corporation partnership firm firms hospital hospitals clinic clinics facility group plan"
    " bank banks fund funds trust trusts university authority authorities department agency agencies board boards committee"
    " committees council court courts tribunal government state city county bureau ministry commission club clubs team teams"
    " staff personnel parent affiliate affiliates subsidiary subsidiaries office institution institutions organization"
    " organizations organisation entity entities person persons individual individuals people man woman arbitrator"
    " arbitrators physician physicians nurse nurses member members patient patients user users agent agents tenant tenants"
    " participant participants guardian attorney attorneys counsel spouse heir heirs successor successors assign assigns"
    " representative representatives executive executives professional professionals specialist technician designee delegate"
    " delegates associate associates architect engineer engineers pharmacist therapist surgeon clinician expert experts"
    " lessee witness accountant accountants auditor auditors nominee appointee sublicensee crew subjects them us lab labs"
    " student students intern interns resident residents guest guests beneficiary beneficiaries parents children families"
    " adults hosts friends relatives colleagues bidder candidate athlete artist"
    " band producer host lead chief president chairman chairperson head director manager officer officers secretary treasurer"
    " sponsor society association union college school insurer network carrier laboratory pharmacy customer"
    " we you i they he she it anyone everyone nobody someone whoever everybody somebody anybody landlord chair staffing"
    " venturer consortium directors partner partners"
    " bondholder shareholder stockholder undersigned other others client clients panel mediator guarantor"
)
PERSON_ENDS = ("or", "ors", "er", "ers", "ee", "ees", "ist", "ists", "ian", "ians", "ant", "ants")
PARTS = _set(
    "each either any all none one both neither some every majority half number quorum"
)  # each of the parties
CORRELATIVES = _set("neither either both")  # neither A nor B: no articles of A
# Whom only what follows describes: the party seeking payment; but the Supplier ordering system
DESCRIBED = _set("party parties person persons entity entities individual individuals anyone")
STANDS_ALONE = _set("each either all both such neither none")  # may be a whole subject
NOT_PEOPLE = _set(
    "later earlier longer sooner greater lesser higher lower order orders matter matters joinder number numbers paper papers error errors letter letters offer offers power powers manner"
    " minor factor factors transfer transfers whether warrant warrants grant grants covenant covenants server servers"
    " computer computers after under over or for per disorder remainder water quarter quarters chapter chapters register"
    " registers waiver waivers royalty fee fees three degree amount constant restaurant tender labor labour favor"
    " honor behavior weather behaviour center centre cover layer parameter router filter container"
    " trailer poster folder banner browser charter refer either never ever rather calendar newsletter"
    " sector vector motor monitor sensor harbor major prior floor door color guarantee"
    " guarantees want plant plants relevant variant instrument counter encounter disclaimer disclaimers"
    " indicator conductor reactor compressor vapor timer printer trigger"
    " meter meters buffer barrier barriers header headers cylinder tower powder river winter summer october november"
    " december september surrender reminder chamber fiber rider riders binder binders driver drivers adapter transformer"
    " pointer cluster master retainer debenture coffee"
    " significant consonant sticker stickers"
)
OWNED = _set(
    "agreement contract addendum amendment term section article provision provisions paragraph clause schedule exhibit"
    " attachment notice notices right rights obligation obligations liability remedy remedies nothing there period date"
    " warranty warranties failure law laws interest title ownership property amount amounts fee fees damages price prices rate"
    " rates payment payments information termination assignment license licenses rent effect reference word words heading"
    " headings caption captions singular plural execution service services invoice invoices software product products"
    " material materials content data deliverable deliverables equipment account report reports records record time delivery"
    " use consent approval work intellectual trademark marks mark territory confidentiality indemnification venue"
    " insurance coverage policy royalties royalty taxes tax cost costs expense expenses closing escrow shares share stock"
    " premises project purchase sale claims claim benefits benefit compensation following foregoing same balance sum"
    " these those this that what one such escalations samples specifications documents document budget inventory"
    " schedules exhibits website site system systems program programs training support maintenance"
    " bond note notes loan certificate credit deposit security collateral acceptance arbitration jurisdiction language"
)
THING_ENDS = ("tion", "tions", "ment", "ments", "ity", "ities", "ance", "ances", "ence", "ences", "ing", "ings",
              "ness", "ship", "sion", "sions", "ism", "age", "ages", "ure", "ures", "sis", "al", "als")  # fmt: skip

# -- what only states --------------------------------------------------------------------------------

# "Shall be …ed" of these says how a thing is to be understood or reckoned, and obliges nobody.
STATED = _set(
    "deemed construed considered governed interpreted treated defined described specified determined calculated"
    " computed measured limited based affected entitled intended bound owned excluded included vested"
    " enforced stated listed contained severed merged superseded impaired prejudiced relieved released excused discharged"
    " barred diminished prevented precluded restricted prohibited required attached incorporated known presumed regarded accrued"
    " expected authorized authorised concerned found aggregated continued characterized characterised understood"
    " sustained cumulated read called subjected composed comprised located implied expanded"
)
# A party that must be so has the duty itself.
QUALITIES = _set(
    "licensed certified accredited insured qualified credentialed registered dedicated committed prepared bonded"
    " available present diligent careful on-site accountable responsible cooperative vigilant mindful enrolled compliant"
    " respectful courteous honest truthful ready staffed board board-certified"
)
BE_IN = _set("compliance conformity conformance attendance contact possession")
# "Payer shall …" of these tells what a party is or has, not what it is to do.
STATES = _set(
    "mean means constitute remain become inure survive own prevail vest consist expire"
    " belong appear seem"
)
# What one may "retain" or "have" without doing anything.
KEPT = {"retain": _set("right rights title ownership interest"), "have": _set("jurisdiction venue")}
# After "may": what can come about, not what is permitted.
CHANCES = _set(
    "have become suffer incur result arise apply need want wish desire exist occur constitute experience sustain differ"
    " vary owe lose learn fail contain"
)
IRREGULAR = _set(
    "made paid sent held kept given taken done borne brought sold set put cut lost met sought shown known withheld written chosen"
    " built found left read told bound dealt driven drawn spent understood undertaken overseen forgiven broken spoken withdrawn"
    " burnt begun bought caught heard laid led lent hung run seen split spread sworn taught thrown worn won grown hidden stolen"
    " resold redone rebuilt overpaid prepaid repaid shut let fed fought frozen gotten struck torn"
)
# These too, but not where somebody is named who does it: be renewed by mutual consent
STATED_ALONE = _set("terminated extended renewed permitted allowed")
OBJECTS = _set("you us them him her it")  # pronouns after "by"
ENDS_AGENT = _set("if unless who which that when as shall will may is are has have")
CAUSES = _set("reason virtue operation means way")  # after "by": nobody who does it
NOT_PASSIVE = _set("liable unable capable reasonable responsible available")
# Of these only with the word that follows: be referred to as, be set forth
STATED_WITH = {
    "referred": _set("as"),
    "set": _set("forth"),
    "held": _set(
        "liable responsible accountable harmless invalid void unenforceable be breach default"
    ),
    "made": _set("part"),
    "given": _set("effect"),
}
SURELY = _set("sufficiently duly validly")  # be duly given if mailed: no duty to give
ASIDES = _set("a an together its acting jointly such being each respectively where")
# Verbs that are nouns as well: after an article or a preposition they are no verbs.
NOUNS_TOO = _set("requests provides states shows results grants uses needs wants causes purchases")
NOT_PARTICIPLES = _set(
    "need indeed speed exceed proceed succeed feed seed breed hundred red heed weed deed bed shed sled"
)
