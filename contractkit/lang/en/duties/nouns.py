"""The nouns of English duties, as tables: who can be obliged, and what cannot."""

from __future__ import annotations

from contractkit.lang.en.duties.words import table

GENERIC = (
    "Payer", "Plan", "Health Plan", "Insurer", "Provider", "Providers", "Facility", "Group", "Hospital", "Physician",
    "Participating Provider", "Licensor", "Licensee", "Supplier", "Distributor", "Reseller", "Company", "Customer", "Client",
    "Consultant", "Contractor", "Owner", "Operator", "Buyer", "Seller", "Vendor", "Manufacturer", "Administrator", "Agency",
    "Agent", "Sponsor", "Member", "Purchaser", "Lessor", "Lessee", "Landlord", "Tenant", "Employer", "Employee", "Executive",
    "Borrower", "Lender", "Guarantor", "Trustee", "Franchisor", "Franchisee", "Recipient", "Discloser", "Developer",
    "Affiliate", "Publisher", "Artist", "Author", "Bank", "Parent", "Servicer", "Depositor", "Issuer", "Holder", "Shipper",
    "Transporter", "Carrier", "Promoter", "Talent", "Party A", "Party B",
)  # fmt: skip
# Whom a possessive names: your responsibility
NONE = {"nobody": "anyone", "no one": "anyone", "neither": "each party"}
OWNERS = {"your": "you", "our": "we", "their": "they", "its": "it"}
PRONOUNS = table("it they he she")
PEOPLE = table(
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
    " child adult adults infant spouses fiduciary fiduciaries signatory signatories notary deputy deputies proxy proxies"
    " clerk clerks coach coaches dean judge judges jury pupil pupils police principal principals scholar scholars sibling"
    " siblings sheriff steward stewards veteran veterans workforce apprentice apprentices registrar bursar foundation"
    " charity charities church nonprofit startup enterprise enterprises pharmacies laboratories hospice"
    " insured insureds reinsured assured airline airlines airport hotel district districts municipality municipalities township"
    " utility utilities league registry studio station brokerage dealership surety sureties estate decedent sub newco holdco"
    " brewery winery refinery stevedore concessionaire warehouseman franchise minor minors celebrity oem cro isp irb side sides"
    " pcp pcps ceo cfo coo cio cto ciso dpo hr ipa ipas hmo hmos mco mcos aco acos tpa tpas pbm pbms iro ocr fda cms hhs ftc sec irs gp gps"
)
PERSON_ENDS = ("or", "ors", "er", "ers", "ee", "ees", "ist", "ists", "ian", "ians", "ant", "ants")
PARTS = table(
    "each either any all none one both neither some every majority half number quorum"
)  # each of the parties
CORRELATIVES = table("neither either both")  # neither A nor B: no articles of A
# Whom only what follows describes: the party seeking payment; but the Supplier ordering system
DESCRIBED = table("party parties person persons entity entities individual individuals anyone")
POSTPOSED = table("present available responsible concerned")  # after a noun: the directors present
STANDS_ALONE = table("each either all both such neither none")  # may be a whole subject
NOT_PEOPLE = table(
    "later earlier longer sooner greater lesser higher lower order orders matter matters joinder number numbers paper papers error errors letter letters offer offers power powers manner"
    " factor factors transfer transfers whether warrant warrants grant grants covenant covenants server servers"
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
OWNED = table(
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
